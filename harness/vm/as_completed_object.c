/*
 * as_completed_object.c - asyncio.as_completed: an iterator of coroutines, and an
 * asynchronous iterator of futures.
 *
 * CPython: tasks._AsCompletedIterator.
 */
#include <stdlib.h>

#include "args.h"
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "generator.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"

typedef struct as_completed_object {
    obj head;
    rl_as_completed *iterator;
} as_completed_object;

static class as_completed_class;

/* as_completed(fs, *, timeout=None) */
static value f_as_completed(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "timeout", NULL };
    value given;
    double timeout_s;
    if (!vm_keywords(a, "as_completed", names, &given))
        return NULL_VALUE;
    if (vm_is_awaitable(a->at[0]))
        return vm_raise(&vm_exc.TypeError, "expects an iterable of awaitables, not %s",
                        vm_type_name(a->at[0]));
    value loop = vm_get_event_loop();
    if (vm_is_null(loop))
        return loop;
    vm_drop(loop);
    rl_awaitable *aws;
    size_t count;
    if (!vm_awaitable_list(a->at[0], &aws, &count) || !vm_seconds(given, "+", &timeout_s)) {
        vm_awaitables_release(aws, count);
        free(aws);
        return NULL_VALUE;
    }
    rl_as_completed *iterator;
    rl_exc *exc = rl_as_completed_new(aws, count, timeout_s, &iterator);
    free(aws);
    if (exc != NULL)
        return vm_raise_exc(exc, true);
    as_completed_object *o = vm_object_new(&as_completed_class, 0);
    o->iterator = iterator;
    return vm_obj(o);
}

static int as_completed_next(obj *self, value *out)
{
    rl_coro *coro;
    rl_err err = rl_as_completed_next(((as_completed_object *)self)->iterator, false, &coro);
    if (err == RL_OK && coro == NULL)
        return 0;
    *out = vm_coroutine_over("_AsCompletedIterator._wait_for_one", err, coro, NULL);
    return vm_is_null(*out) ? -1 : 1;
}

static int anext_begin(library_coroutine *self, value *out)
{
    (void)out;
    rl_coro *coro = NULL;
    as_completed_object *o = (as_completed_object *)self->arguments[0].as.o;
    rl_err err = rl_as_completed_next(o->iterator, true, &coro);
    if (err == RL_OK && coro == NULL) {
        vm_raise_with(&vm_exc.StopAsyncIteration, NULL_VALUE);
        return -1;
    }
    return vm_coroutine_go_on(self, err, coro);
}

static value as_completed_anext(value self, const args *a)
{
    (void)a;
    return vm_obj(vm_library_coroutine("_AsCompletedIterator.__anext__", anext_begin, NULL, 1,
                                       &self));
}

static value as_completed_self(value self, const args *a)
{
    (void)a;
    return vm_keep(self);
}

static value as_completed_iter(obj *self)
{
    return vm_obj(vm_ref(self));
}

static void as_completed_clear(obj *self)
{
    as_completed_object *o = (as_completed_object *)self;
    rl_as_completed *iterator = o->iterator;
    o->iterator = NULL;
    if (iterator != NULL)
        rl_as_completed_unref(iterator);
}

static const class_slots as_completed_slots = {
    .clear = as_completed_clear, .iter = as_completed_iter, .next = as_completed_next,
};

static const builtin_def as_completed_methods[] = {
    { "__aiter__", as_completed_self, 0, 0, false },
    { "__anext__", as_completed_anext, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

static const builtin_def functions[] = {
    { "as_completed", f_as_completed, 1, 1, true },
    { NULL, NULL, 0, 0, false },
};

void vm_as_completed_classes(obj *asyncio)
{
    vm_class_start(&as_completed_class, "_AsCompletedIterator", &vm_object_class,
                   sizeof(as_completed_object), &as_completed_slots, as_completed_methods);
    vm_module_functions(asyncio, functions);
}
