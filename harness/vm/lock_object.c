/*
 * lock_object.c - asyncio.Lock.
 *
 * CPython: locks.Lock.
 */
#include "classes.h"
#include "loops.h"
#include "modules.h"
#include "primitives.h"
#include "tasks.h"
#include "text.h"

typedef struct lock_object {
    obj head;
    rl_lock *lock;
} lock_object;

class vm_lock_class;

rl_lock *vm_lock_of(value v)
{
    return ((lock_object *)v.as.o)->lock;
}

value vm_lock_create(class *cls, const args *a)
{
    (void)cls;
    rl_lock *made;
    if (!vm_no_arguments("Lock", a))
        return NULL_VALUE;
    rl_err err = rl_lock_new(&made);
    if (err != RL_OK)
        return vm_raise_err(err);
    lock_object *l = vm_object_new(&vm_lock_class, 0);
    l->lock = made;
    return vm_obj(l);
}

value vm_lock_locked(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_lock_locked(vm_lock_of(self)));
}

value vm_lock_acquire(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_lock_acquire(vm_lock_of(self), &coro);
    return vm_coroutine_over("Lock.acquire", err, coro, vm_finish_bool);
}

value vm_lock_release(value self, const args *a)
{
    (void)a;
    return vm_none_or_raise(rl_lock_release(vm_lock_of(self)));
}

value vm_lock_aenter(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_lock_acquire(vm_lock_of(self), &coro);
    return vm_coroutine_over("_ContextManagerMixin.__aenter__", err, coro, vm_finish_none);
}

static int lock_exit_begin(library_coroutine *self, value *out)
{
    *out = vm_none_or_raise(rl_lock_release(vm_lock_of(self->arguments[0])));
    return vm_is_null(*out) ? -1 : 0;
}

/* LOCK-11, SEM-9: released however the body is left. */
value vm_lock_aexit(value self, const args *a)
{
    (void)a;
    return vm_obj(vm_library_coroutine("_ContextManagerMixin.__aexit__", lock_exit_begin, NULL, 1,
                                       &self));
}

static value lock_repr(obj *self)
{
    char text[VM_PRIMITIVE_REPR_ROOM];
    rl_lock_repr(((lock_object *)self)->lock, text, sizeof text);
    return vm_text(text);
}

static void lock_clear(obj *self)
{
    rl_lock *lock = ((lock_object *)self)->lock;
    ((lock_object *)self)->lock = NULL;
    if (lock != NULL)
        rl_lock_unref(lock);
}

static const class_slots lock_slots = {
    .clear = lock_clear, .repr = lock_repr, .create = vm_lock_create,
};

static const builtin_def lock_methods[] = {
    { "locked", vm_lock_locked, 0, 0, false },
    { "acquire", vm_lock_acquire, 0, 0, false },
    { "release", vm_lock_release, 0, 0, false },
    { "__aenter__", vm_lock_aenter, 0, 0, false },
    { "__aexit__", vm_lock_aexit, 3, 3, false }, /* LOCK-7: and no __exit__ */
    { NULL, NULL, 0, 0, false },
};

void vm_lock_classes(obj *asyncio)
{
    vm_class_start(&vm_lock_class, "Lock", &vm_object_class,
                   sizeof(lock_object), &lock_slots, lock_methods);
    vm_module_set(asyncio, "Lock", vm_obj(vm_ref(&vm_lock_class)));
}
