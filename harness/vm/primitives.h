/*
 * primitives.h - what the objects of asyncio/locks.py share.
 */
#ifndef VM_PRIMITIVES_H
#define VM_PRIMITIVES_H

#include "coroutines.h"
#include "exception.h"
#include "value.h"

enum { VM_PRIMITIVE_REPR_ROOM = 200 };

static inline value vm_none_or_raise(rl_err err)
{
    return err != RL_OK ? vm_raise_err(err) : NONE_VALUE;
}

/* What __aenter__ gives: None, not what acquire() gave. */
static inline value vm_finish_none(library_coroutine *self, rl_value result)
{
    (void)self, (void)result;
    return NONE_VALUE;
}

/* Else TypeError: NAME() takes none. */
static inline bool vm_no_arguments(const char *name, const args *a)
{
    if (a->count + a->keyword_count == 0)
        return true;
    vm_raise(&vm_exc.TypeError, "%s.__init__() takes 1 positional argument but %zu were given",
             name, 1 + a->count + a->keyword_count);
    return false;
}

/* ---- lock_object.c: what a Condition does with its lock */
extern class vm_lock_class;
value vm_lock_create(class *cls, const args *a);
rl_lock *vm_lock_of(value lock);
value vm_lock_locked(value self, const args *a);
value vm_lock_acquire(value self, const args *a);
value vm_lock_release(value self, const args *a);
value vm_lock_aenter(value self, const args *a);
value vm_lock_aexit(value self, const args *a);

#endif
