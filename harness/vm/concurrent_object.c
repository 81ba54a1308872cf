/*
 * concurrent_object.c - run_coroutine_threadsafe, wrap_future, and the future
 * objects of other threads.
 *
 * CPython: tasks.run_coroutine_threadsafe, concurrent.futures.Future.
 */
#include "args.h"
#include "classes.h"
#include "concurrent.h"
#include "coroutines.h"
#include "exception.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"
#include "thread.h"

typedef struct concurrent_object {
    obj head;
    rl_concurrent *future;
} concurrent_object;

class vm_concurrent_cancelled_class;
static class concurrent_class;

static rl_concurrent *future_of(value v)
{
    return ((concurrent_object *)v.as.o)->future;
}

/* run_coroutine_threadsafe(coro, loop) */
static value f_run_coroutine_threadsafe(value self, const args *a)
{
    (void)self;
    if (!vm_is_any_coroutine(a->at[0]))
        return vm_raise(&vm_exc.TypeError, "A coroutine object is required");
    if (!vm_is_loop(a->at[1]))
        return vm_raise(&vm_exc.AttributeError,
                        "'%s' object has no attribute 'call_soon_threadsafe'",
                        vm_type_name(a->at[1]));
    rl_loop *loop = ((loop_object *)a->at[1].as.o)->loop;
    if (rl_loop_is_closed(loop))
        return vm_raise_err(RL_ERR_LOOP_CLOSED); /* the coroutine was never awaited */
    rl_concurrent *future;
    rl_err err = rl_run_coroutine_threadsafe(vm_coro_of(a->at[0], false), loop, &future);
    if (err != RL_OK)
        return vm_raise_err(err);
    concurrent_object *o = vm_object_new(&concurrent_class, 0);
    o->future = future;
    return vm_obj(o);
}

/* wrap_future(future, *, loop=None) */
static value f_wrap_future(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "loop", NULL };
    value given;
    if (!vm_keywords(a, "wrap_future", names, &given))
        return NULL_VALUE;
    if (vm_is_future(a->at[0]))
        return vm_keep(a->at[0]);
    if (!vm_is(a->at[0], &concurrent_class))
        return vm_raise(&vm_exc.AssertionError, "concurrent.futures.Future is expected, got %s",
                        vm_type_name(a->at[0]));
    value loop = vm_loop_argument(given);
    if (vm_is_null(loop))
        return loop;
    rl_future *future;
    rl_err err = rl_wrap_future(future_of(a->at[0]), ((loop_object *)loop.as.o)->loop, &future);
    vm_drop(loop);
    return err != RL_OK ? vm_raise_err(err) : vm_future_made(NULL, future);
}

/* Waits without the lock.  False: it was misuse, a cancellation or the end of the time. */
static bool wait_for_outcome(value self, const char *function, const args *a, rl_exc **exc,
                             rl_value *out)
{
    static const char *const names[] = { "timeout", NULL };
    value given;
    double timeout_s;
    if (!vm_keywords(a, function, names, &given)
        || !vm_seconds(a->count > 0 ? a->at[0] : given, "+", &timeout_s))
        return false;
    *out = (rl_value){ 0 };
    vm_keep(self);
    vm_unlock();
    *exc = rl_concurrent_result(future_of(self), timeout_s, out);
    vm_lock();
    vm_drop(self);
    rl_err err = *exc == NULL ? RL_OK : rl_exc_err(*exc);
    if (err != RL_ERR_CONCURRENT_CANCELLED && err != RL_ERR_CONCURRENT_TIMEOUT)
        return true;
    vm_raise_exc(*exc, true);
    return false;
}

static value concurrent_result(value self, const args *a)
{
    rl_exc *exc;
    rl_value out;
    if (!wait_for_outcome(self, "result", a, &exc, &out))
        return NULL_VALUE;
    if (exc != NULL)
        return vm_raise_exc(exc, true);
    value result = vm_from_rl(out);
    vm_rl_release(out);
    return result;
}

static value concurrent_exception(value self, const args *a)
{
    rl_exc *exc;
    rl_value out;
    if (!wait_for_outcome(self, "exception", a, &exc, &out))
        return NULL_VALUE;
    vm_rl_release(out);
    if (exc == NULL)
        return NONE_VALUE;
    value e = vm_obj(vm_exception_of(exc));
    rl_exc_unref(exc);
    return e;
}

/* Its callbacks may take locks that wait for ours. */
static value concurrent_cancel(value self, const args *a)
{
    (void)a;
    vm_keep(self);
    vm_unlock();
    bool cancelled = rl_concurrent_cancel(future_of(self));
    vm_lock();
    vm_drop(self);
    return vm_bool(cancelled);
}

static value concurrent_done(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_concurrent_done(future_of(self)));
}

static value concurrent_cancelled(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_concurrent_cancelled(future_of(self)));
}

static void concurrent_clear(obj *self)
{
    rl_concurrent *future = ((concurrent_object *)self)->future;
    ((concurrent_object *)self)->future = NULL;
    if (future != NULL)
        rl_concurrent_unref(future);
}

static const class_slots concurrent_slots = { .clear = concurrent_clear };

static const builtin_def concurrent_methods[] = {
    { "result", concurrent_result, 0, 1, true },
    { "exception", concurrent_exception, 0, 1, true },
    { "cancel", concurrent_cancel, 0, 0, false },
    { "done", concurrent_done, 0, 0, false },
    { "cancelled", concurrent_cancelled, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

static const builtin_def functions[] = {
    { "run_coroutine_threadsafe", f_run_coroutine_threadsafe, 2, 2, false },
    { "wrap_future", f_wrap_future, 1, 1, true },
    { NULL, NULL, 0, 0, false },
};

void vm_concurrent_classes(obj *asyncio)
{
    vm_class_start(&vm_concurrent_cancelled_class, "CancelledError", &vm_exc.Exception,
                   sizeof(exception), vm_exc.Exception.slots, NULL);
    vm_class_start(&concurrent_class, "Future", &vm_object_class, sizeof(concurrent_object),
                   &concurrent_slots, concurrent_methods);
    vm_module_functions(asyncio, functions);
}
