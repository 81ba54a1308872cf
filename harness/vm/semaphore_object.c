/*
 * semaphore_object.c - asyncio.Semaphore and BoundedSemaphore.
 *
 * CPython: locks.Semaphore.
 */
#include "args.h"
#include "classes.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "primitives.h"
#include "tasks.h"
#include "text.h"

typedef struct semaphore_object {
    obj head;
    rl_semaphore *semaphore;
} semaphore_object;

static class semaphore_class, bounded_class;

static rl_semaphore *semaphore_of(value v)
{
    return ((semaphore_object *)v.as.o)->semaphore;
}

/* Semaphore(value=1) */
static value semaphore_create(class *cls, const args *a)
{
    static const char *const names[] = { "value", NULL };
    value given;
    int64_t count = 1;
    if (!vm_keywords(a, "Semaphore.__init__", names, &given))
        return NULL_VALUE;
    if (a->count > 0)
        given = a->at[0];
    if (!vm_is_null(given) && !vm_to_int(given, "Semaphore", &count))
        return NULL_VALUE;
    bool bounded = vm_subclass(cls, &bounded_class);
    rl_semaphore *made;
    rl_err err = rl_semaphore_new(count, bounded, &made);
    if (err != RL_OK)
        return vm_raise_err(err);
    semaphore_object *s = vm_object_new(bounded ? &bounded_class : &semaphore_class, 0);
    s->semaphore = made;
    return vm_obj(s);
}

static value semaphore_locked(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_semaphore_locked(semaphore_of(self)));
}

static value semaphore_acquire(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_semaphore_acquire(semaphore_of(self), &coro);
    return vm_coroutine_over("Semaphore.acquire", err, coro, vm_finish_bool);
}

static value semaphore_release(value self, const args *a)
{
    (void)a;
    return vm_none_or_raise(rl_semaphore_release(semaphore_of(self)));
}

static value semaphore_aenter(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_semaphore_acquire(semaphore_of(self), &coro);
    return vm_coroutine_over("_ContextManagerMixin.__aenter__", err, coro, vm_finish_none);
}

static int semaphore_exit_begin(library_coroutine *self, value *out)
{
    *out = vm_none_or_raise(rl_semaphore_release(semaphore_of(self->arguments[0])));
    return vm_is_null(*out) ? -1 : 0;
}

static value semaphore_aexit(value self, const args *a)
{
    (void)a;
    return vm_obj(vm_library_coroutine("_ContextManagerMixin.__aexit__", semaphore_exit_begin,
                                       NULL, 1, &self));
}

static value semaphore_repr(obj *self)
{
    char text[VM_PRIMITIVE_REPR_ROOM];
    rl_semaphore_repr(((semaphore_object *)self)->semaphore, text, sizeof text);
    return vm_text(text);
}

static void semaphore_clear(obj *self)
{
    rl_semaphore *semaphore = ((semaphore_object *)self)->semaphore;
    ((semaphore_object *)self)->semaphore = NULL;
    if (semaphore != NULL)
        rl_semaphore_unref(semaphore);
}

static const class_slots semaphore_slots = {
    .clear = semaphore_clear, .repr = semaphore_repr, .create = semaphore_create,
};

static const builtin_def semaphore_methods[] = {
    { "locked", semaphore_locked, 0, 0, false },
    { "acquire", semaphore_acquire, 0, 0, false },
    { "release", semaphore_release, 0, 0, false },
    { "__aenter__", semaphore_aenter, 0, 0, false },
    { "__aexit__", semaphore_aexit, 3, 3, false },
    { NULL, NULL, 0, 0, false },
};

void vm_semaphore_classes(obj *asyncio)
{
    vm_class_start(&semaphore_class, "Semaphore", &vm_object_class,
                   sizeof(semaphore_object), &semaphore_slots, semaphore_methods);
    vm_class_start(&bounded_class, "BoundedSemaphore", &semaphore_class,
                   sizeof(semaphore_object), &semaphore_slots, NULL);
    vm_module_set(asyncio, "Semaphore", vm_obj(vm_ref(&semaphore_class)));
    vm_module_set(asyncio, "BoundedSemaphore", vm_obj(vm_ref(&bounded_class)));
}
