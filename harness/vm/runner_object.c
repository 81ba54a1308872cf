/*
 * runner_object.c - asyncio.Runner and asyncio.run.
 *
 * CPython: asyncio/runners.py.  The library runs; what is here is which loop object
 * the runner has, and which is the thread's current one.
 */
#include "args.h"
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "generator.h"
#include "loops.h"
#include "machine.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"
#include "thread.h"

typedef struct runner_object {
    obj head;
    rl_runner *runner;
    value loop;    /* VM_NULL before its first use and after close() */
    value factory; /* VM_NULL: new_event_loop */
    value debug;   /* VM_NULL: not given */
    bool is_current; /* its loop was made the thread's current one */
} runner_object;

static class runner_class;

static runner_object *as_runner(value v)
{
    return (runner_object *)v.as.o;
}

static void set_current_loop(value loop)
{
    value *place = &vm_thread_self()->event_loop;
    value old = *place;
    *place = vm_keep(loop);
    vm_drop(old);
}

/* The library asks for a loop: the program's function makes it. */
static rl_exc *make_loop(void *arg, rl_loop **out)
{
    runner_object *r = arg;
    rl_exc *exc = NULL;
    bool had = vm_enter();
    value loop = vm_call_values(r->factory, 0, NULL);
    if (!vm_is_null(loop) && !vm_is_loop(loop))
        vm_raise(&vm_exc.AttributeError, "'%s' object is no event loop", vm_type_name(loop));
    if (vm_pending()) {
        exc = vm_to_exc(vm_take_exception());
    } else {
        *out = rl_loop_ref(((loop_object *)loop.as.o)->loop);
        r->loop = vm_keep(loop);
    }
    vm_drop(loop);
    vm_leave(had);
    return exc;
}

/* Runner(*, debug=None, loop_factory=None) */
static value runner_create(class *cls, const args *a)
{
    (void)cls;
    static const char *const names[] = { "debug", "loop_factory", NULL };
    value given[2];
    if (!vm_keywords(a, "Runner.__init__", names, given))
        return NULL_VALUE;
    if (a->count > 0)
        return vm_raise(&vm_exc.TypeError, "Runner.__init__() takes 1 positional argument but "
                                           "%zu were given", a->count + 1);
    rl_runner *made;
    rl_err err = rl_runner_new(vm_loop_ops(), &made);
    if (err != RL_OK)
        return vm_raise_err(err);
    runner_object *r = vm_object_new(&runner_class, 0);
    r->runner = made;
    r->debug = vm_is_none(given[0]) ? NULL_VALUE : vm_keep(given[0]);
    r->factory = vm_is_none(given[1]) ? NULL_VALUE : vm_keep(given[1]);
    if (!vm_is_null(r->factory))
        rl_runner_set_loop_factory(made, make_loop, r);
    return vm_obj(r);
}

/* RUN-14: a factory's loop is not made the thread's current one.
 * CPython: Runner._lazy_init. */
static bool begin(runner_object *r)
{
    if (!vm_is_null(r->loop))
        return true;
    rl_loop *rl;
    rl_exc *exc = rl_runner_get_loop(r->runner, &rl);
    if (exc != NULL) {
        vm_raise_exc(exc, true);
        return false;
    }
    if (vm_is_null(r->loop))
        r->loop = vm_loop_wrapper(rl);
    if (vm_is_null(r->factory)) {
        set_current_loop(r->loop);
        r->is_current = true;
    }
    /* RUN-17 */
    return vm_is_null(r->debug) || vm_loop_set_debug((loop_object *)r->loop.as.o, r->debug);
}

/* RUN-3: other awaitables get a coroutine around them. */
static value run(runner_object *r, value main, rl_context *context)
{
    if (!begin(r))
        return NULL_VALUE;
    rl_awaitable awaitable;
    if (vm_is_future(main)) /* not run as itself: a coroutine awaits it */
        awaitable.coro = vm_coro_of(main, true);
    else if (!vm_awaitable_argument(main, false, &awaitable))
        return NULL_VALUE;
    rl_value out;
    vm_ref(r);
    bool tracked = vm_tracking_begin(((loop_object *)r->loop.as.o)->loop);
    vm_unlock();
    rl_exc *exc = rl_runner_run(r->runner, awaitable.coro, context, &out);
    vm_lock();
    vm_tracking_end(tracked);
    vm_forget_failed_job();
    vm_unref(r);
    if (exc != NULL)
        return vm_raise_exc(exc, rl_exc_err(exc) != RL_OK);
    value result = vm_from_rl(out);
    vm_rl_release(out);
    return result;
}

/* run(coro, *, context=None) */
static value runner_run(value self, const args *a)
{
    static const char *const names[] = { "context", NULL };
    value given;
    rl_context *context;
    if (!vm_keywords(a, "Runner.run", names, &given) || !vm_context_argument(given, &context))
        return NULL_VALUE;
    if (rl_get_running_loop() != NULL)
        return vm_raise(&vm_exc.RuntimeError,
                        "Runner.run() cannot be called from a running event loop");
    return run(as_runner(self), a->at[0], context);
}

static value close_runner(runner_object *r)
{
    if (vm_is_null(r->loop))
        return NONE_VALUE;
    value loop = r->loop;
    rl_loop *rl = ((loop_object *)loop.as.o)->loop;
    bool was_closed = rl_loop_is_closed(rl);
    vm_ref(r);
    bool tracked = vm_tracking_begin(rl);
    vm_unlock();
    rl_exc *exc = rl_runner_close(r->runner);
    vm_lock();
    vm_tracking_end(tracked);
    vm_forget_failed_job();
    if (r->is_current)
        set_current_loop(NULL_VALUE); /* RUN-15 */
    r->loop = NULL_VALUE;
    if (!was_closed && rl_loop_is_closed(rl))
        vm_loop_keep_closed(rl);
    vm_unref(r);
    vm_drop(loop);
    return exc != NULL ? vm_raise_exc(exc, false) : NONE_VALUE;
}

static value runner_close(value self, const args *a)
{
    (void)a;
    return close_runner(as_runner(self));
}

static value runner_get_loop(value self, const args *a)
{
    (void)a;
    return begin(as_runner(self)) ? vm_keep(as_runner(self)->loop) : NULL_VALUE;
}

static value runner_enter(value self, const args *a)
{
    (void)a;
    return begin(as_runner(self)) ? vm_keep(self) : NULL_VALUE;
}

static void runner_clear(obj *self)
{
    runner_object *r = (runner_object *)self;
    rl_runner *runner = r->runner;
    r->runner = NULL;
    if (runner != NULL)
        rl_runner_unref(runner);
    vm_clear(&r->loop);
    vm_clear(&r->factory);
    vm_clear(&r->debug);
}

static void runner_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((runner_object *)self)->loop, visit, arg);
    vm_visit_value(((runner_object *)self)->factory, visit, arg);
    vm_visit_value(((runner_object *)self)->debug, visit, arg);
}

static const class_slots runner_slots = {
    .clear = runner_clear, .visit = runner_visit, .create = runner_create,
};

static const builtin_def runner_methods[] = {
    { "run", runner_run, 1, 1, true },
    { "close", runner_close, 0, 0, false },
    { "get_loop", runner_get_loop, 0, 0, false },
    { "__enter__", runner_enter, 0, 0, false },
    { "__exit__", runner_close, 3, 3, false },
    { NULL, NULL, 0, 0, false },
};

/* RUN-16, RUN-22: the clean-up comes whatever left the run.  What the block raised is the
 * context of what its end raises. */
static value close_after(runner_object *r, value result)
{
    exception *left = vm_take_exception();
    value closed = close_runner(r);
    if (vm_is_null(closed) && left != NULL) {
        exception *e = vm_take_exception();
        if (e->context == NULL && e != left)
            e->context = vm_ref(left);
        vm_unref(left);
        vm_reraise(e);
    } else if (left != NULL) {
        vm_reraise(left);
    }
    if (vm_pending()) {
        vm_drop(result);
        return NULL_VALUE;
    }
    return result;
}

/* run(main, *, debug=None, loop_factory=None) */
static value f_run(value self, const args *a)
{
    (void)self;
    if (rl_get_running_loop() != NULL)
        return vm_raise(&vm_exc.RuntimeError,
                        "asyncio.run() cannot be called from a running event loop");
    args rest = *a;
    rest.count = 0;
    value runner = runner_create(&runner_class, &rest);
    if (vm_is_null(runner))
        return runner;
    value result = NULL_VALUE;
    if (begin(as_runner(runner)))
        result = close_after(as_runner(runner), run(as_runner(runner), a->at[0], NULL));
    vm_drop(runner);
    return result;
}

static const builtin_def functions[] = {
    { "run", f_run, 1, 1, true },
    { NULL, NULL, 0, 0, false },
};

void vm_runner_classes(obj *asyncio)
{
    vm_class_start(&runner_class, "Runner", &vm_object_class, sizeof(runner_object),
                   &runner_slots, runner_methods);
    vm_module_functions(asyncio, functions);
    vm_module_set(asyncio, "Runner", vm_obj(vm_ref(&runner_class)));
}
