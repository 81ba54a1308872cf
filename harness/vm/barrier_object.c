/*
 * barrier_object.c - asyncio.Barrier.
 *
 * CPython: locks.Barrier.
 */
#include <string.h>

#include "args.h"
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"

typedef struct barrier_object {
    obj head;
    rl_barrier *barrier;
} barrier_object;

static class barrier_class;

static rl_barrier *barrier_of(value v)
{
    return ((barrier_object *)v.as.o)->barrier;
}

/* Barrier(parties) */
static value barrier_create(class *cls, const args *a)
{
    (void)cls;
    static const char *const names[] = { "parties", NULL };
    value given;
    int64_t parties;
    if (!vm_keywords(a, "Barrier.__init__", names, &given))
        return NULL_VALUE;
    if (a->count > 0)
        given = a->at[0];
    if (vm_is_null(given))
        return vm_raise(&vm_exc.TypeError, "Barrier.__init__() missing 1 required positional "
                                           "argument: 'parties'");
    if (!vm_to_int(given, "Barrier", &parties))
        return NULL_VALUE;
    rl_barrier *made;
    rl_err err = rl_barrier_new(parties, &made);
    if (err != RL_OK)
        return vm_raise_err(err);
    barrier_object *b = vm_object_new(&barrier_class, 0);
    b->barrier = made;
    return vm_obj(b);
}

static value barrier_wait(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_barrier_wait(barrier_of(self), &coro);
    return vm_coroutine_over("Barrier.wait", err, coro, vm_finish_int);
}

static value barrier_reset(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_barrier_reset(barrier_of(self), &coro);
    return vm_coroutine_over("Barrier.reset", err, coro, NULL);
}

static value barrier_abort(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_barrier_abort(barrier_of(self), &coro);
    return vm_coroutine_over("Barrier.abort", err, coro, NULL);
}

static value barrier_aexit(value self, const args *a)
{
    (void)self, (void)a;
    return vm_obj(vm_library_coroutine("Barrier.__aexit__", vm_coroutine_return_none, NULL, 0,
                                       NULL));
}

static value barrier_repr(obj *self)
{
    char text[200];
    rl_barrier_repr(((barrier_object *)self)->barrier, text, sizeof text);
    return vm_text(text);
}

static value barrier_get_attr(obj *self, str *name, bool *found)
{
    const rl_barrier *barrier = ((barrier_object *)self)->barrier;
    *found = true;
    if (strcmp(name->text, "parties") == 0)
        return vm_int((int64_t)rl_barrier_parties(barrier));
    if (strcmp(name->text, "n_waiting") == 0)
        return vm_int((int64_t)rl_barrier_n_waiting(barrier));
    if (strcmp(name->text, "broken") == 0)
        return vm_bool(rl_barrier_broken(barrier));
    *found = false;
    return NULL_VALUE;
}

static void barrier_clear(obj *self)
{
    rl_barrier *barrier = ((barrier_object *)self)->barrier;
    ((barrier_object *)self)->barrier = NULL;
    if (barrier != NULL)
        rl_barrier_unref(barrier);
}

static const class_slots barrier_slots = {
    .clear = barrier_clear, .repr = barrier_repr, .get_attr = barrier_get_attr,
    .create = barrier_create,
};

static const builtin_def barrier_methods[] = {
    { "wait", barrier_wait, 0, 0, false },
    { "reset", barrier_reset, 0, 0, false },
    { "abort", barrier_abort, 0, 0, false },
    { "__aenter__", barrier_wait, 0, 0, false },
    { "__aexit__", barrier_aexit, 0, -1, false },
    { NULL, NULL, 0, 0, false },
};

void vm_barrier_classes(obj *asyncio)
{
    vm_class_start(&barrier_class, "Barrier", &vm_object_class, sizeof(barrier_object),
                   &barrier_slots, barrier_methods);
    vm_module_set(asyncio, "Barrier", vm_obj(vm_ref(&barrier_class)));
    vm_module_set(asyncio, "BrokenBarrierError", vm_obj(vm_ref(&vm_exc.BrokenBarrierError)));
}
