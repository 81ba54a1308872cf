/*
 * combinators.c - sleep, gather, shield, wait, wait_for and to_thread.
 *
 * CPython: asyncio/tasks.py, asyncio/threads.py.  An `async def` of CPython's checks
 * its arguments at its first step, so each is a coroutine object that begins so.
 */
#include <math.h>
#include <stdlib.h>

#include "args.h"
#include "classes.h"
#include "container_methods.h"
#include "coroutines.h"
#include "exception.h"
#include "generator.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"
#include "thread.h"

/* ---- sleep ---------------------------------------------------------------- */

/* SLEEP-8: refused when it runs, not when it is made. */
static int sleep_begin(library_coroutine *self, value *out)
{
    double delay_s;
    rl_coro *coro;
    (void)out;
    if (!vm_to_double(self->arguments[0], &delay_s)) {
        vm_raise(&vm_exc.TypeError, "'<=' not supported between instances of '%s' and 'int'",
                 vm_type_name(self->arguments[0]));
        return -1;
    }
    rl_err err = rl_sleep(delay_s, vm_to_rl(self->arguments[1]), &coro);
    return vm_coroutine_go_on(self, err, coro);
}

/* sleep(delay, result=None) */
static value f_sleep(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "delay", "result", NULL };
    value given[2];
    if (!vm_keywords(a, "sleep", names, given))
        return NULL_VALUE;
    for (size_t i = 0; i < a->count; i++)
        given[i] = a->at[i];
    if (vm_is_null(given[0]))
        return vm_raise(&vm_exc.TypeError,
                        "sleep() missing 1 required positional argument: 'delay'");
    if (vm_is_null(given[1]))
        given[1] = NONE_VALUE;
    return vm_obj(vm_library_coroutine("sleep", sleep_begin, NULL, 2, given));
}

/* ---- gather --------------------------------------------------------------- */

/* gather(*aws, return_exceptions=False).  GATHER-15: no loop. */
static value f_gather(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "return_exceptions", NULL };
    value given;
    if (!vm_keywords(a, "gather", names, &given))
        return NULL_VALUE;
    int return_exceptions = vm_is_null(given) ? 0 : vm_truth(given);
    if (return_exceptions < 0)
        return NULL_VALUE;
    value loop = NULL_VALUE;
    bool needs_loop = a->count == 0 || !vm_is_future(a->at[0]);
    if (needs_loop && vm_is_null(loop = vm_get_event_loop()))
        return loop;
    rl_loop *rl = needs_loop && rl_get_running_loop() == NULL ? ((loop_object *)loop.as.o)->loop
                                                               : NULL;
    value arguments = vm_obj(vm_tuple_new(a->count, a->at));
    rl_awaitable *aws;
    size_t count;
    bool ok = vm_awaitable_list(arguments, &aws, &count);
    /* CPython: those before one that cannot be awaited have become tasks. */
    exception *refused = ok ? NULL : vm_take_exception();
    rl_future *outer = NULL;
    rl_exc *exc = ok || count > 0 ? rl_gather(rl, aws, count, return_exceptions == 1, &outer)
                                  : NULL;
    free(aws);
    vm_drop(arguments);
    vm_drop(loop);
    if (ok)
        return vm_future_made(exc, outer);
    rl_future_unref(outer);
    rl_exc_unref(exc);
    vm_raise_instance(refused);
    vm_unref(refused);
    return NULL_VALUE;
}

/* ---- shield --------------------------------------------------------------- */

static value f_shield(value self, const args *a)
{
    (void)self;
    rl_awaitable awaitable;
    if (!vm_awaitable_argument(a->at[0], false, &awaitable))
        return NULL_VALUE;
    if (awaitable.coro != NULL && rl_get_running_loop() == NULL) {
        /* No loop is running: CPython asks for the current one. */
        rl_coro_unref(awaitable.coro);
        value task = vm_ensure_future(a->at[0], NONE_VALUE);
        if (vm_is_null(task))
            return task;
        rl_future *outer;
        rl_exc *exc = rl_shield((rl_awaitable){ ((future_object *)task.as.o)->future, NULL },
                                &outer);
        value result = vm_future_made(exc, outer);
        vm_drop(task);
        return result;
    }
    rl_future *outer;
    rl_exc *exc = rl_shield(awaitable, &outer);
    return vm_future_made(exc, outer);
}

/* ---- wait ----------------------------------------------------------------- */

static const char *const conditions[] = { "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED" };

static bool condition_of(value v, rl_return_when *out)
{
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        if (vm_is_str(v) && vm_str_is(v, conditions[i])) {
            *out = (rl_return_when)i;
            return true;
        }
    }
    value text = vm_str(v);
    if (!vm_is_null(text))
        vm_raise(&vm_exc.ValueError, "Invalid return_when value: %s", vm_as_str(text)->text);
    vm_drop(text);
    return false;
}

/* Everything in `items` as futures, in `out`. */
static bool futures_of(const list *items, rl_future **out)
{
    for (size_t i = 0; i < items->count; i++) {
        if (vm_is_any_coroutine(items->at[i])) {
            vm_raise(&vm_exc.TypeError,
                     "Passing coroutines is forbidden, use tasks explicitly.");
            return false;
        }
    }
    for (size_t i = 0; i < items->count; i++) {
        if (!vm_is_future(items->at[i])) {
            vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute 'add_done_callback'",
                     vm_type_name(items->at[i]));
            return false;
        }
        out[i] = ((future_object *)items->at[i].as.o)->future;
    }
    return true;
}

/* arguments: fs, timeout, return_when */
static int wait_begin(library_coroutine *self, value *out)
{
    (void)out;
    value fs = self->arguments[0];
    rl_return_when when = RL_ALL_COMPLETED;
    double timeout_s;
    if (vm_is_future(fs) || vm_is_any_coroutine(fs)) {
        vm_raise(&vm_exc.TypeError, "expect a list of futures, not %s", vm_type_name(fs));
        return -1;
    }
    int truth = vm_truth(fs);
    if (truth == 0)
        vm_raise(&vm_exc.ValueError, "Set of Tasks/Futures is empty.");
    if (truth != 1 || !condition_of(self->arguments[2], &when))
        return -1;
    list *items = vm_list_from(fs);
    if (items == NULL)
        return -1;
    rl_future **futures = vm_alloc((items->count + 1) * sizeof *futures);
    rl_coro *coro = NULL;
    int result = -1;
    if (futures_of(items, futures) && vm_seconds(self->arguments[1], "+", &timeout_s)) {
        rl_err err = rl_wait(futures, items->count, timeout_s, when, &coro);
        result = vm_coroutine_go_on(self, err, coro);
    }
    free(futures);
    vm_unref(items);
    return result;
}

/* Two lists become two sets. */
static value wait_finish(library_coroutine *self, rl_value result)
{
    (void)self;
    value sets[2];
    for (size_t i = 0; i < 2; i++) {
        value items = vm_from_rl(rl_list_at(result, i));
        dict *set = vm_set_new();
        vm_set_extend(set, items);
        vm_drop(items);
        sets[i] = vm_obj(set);
    }
    return vm_obj(vm_tuple_taken(2, sets));
}

/* wait(fs, *, timeout=None, return_when=ALL_COMPLETED) */
static value f_wait(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "timeout", "return_when", "fs", NULL };
    value given[3];
    if (!vm_keywords(a, "wait", names, given))
        return NULL_VALUE;
    value fs = a->count > 0 ? a->at[0] : given[2];
    if (vm_is_null(fs))
        return vm_raise(&vm_exc.TypeError,
                        "wait() missing 1 required positional argument: 'fs'");
    value when = vm_is_null(given[1]) ? vm_text("ALL_COMPLETED") : vm_keep(given[1]);
    value arguments[3] = { fs, given[0], when };
    value made = vm_obj(vm_library_coroutine("wait", wait_begin, wait_finish, 3, arguments));
    vm_drop(when);
    return made;
}

/* ---- wait_for ------------------------------------------------------------- */

static int wait_for_begin(library_coroutine *self, value *out)
{
    (void)out;
    double timeout_s;
    rl_awaitable awaitable;
    rl_coro *coro;
    if (!vm_seconds(self->arguments[1], "<=", &timeout_s))
        return -1;
    bool at_once = timeout_s <= 0; /* then it becomes a task, else it is awaited */
    if (!at_once && !vm_is_awaitable(self->arguments[0])) {
        vm_get_awaitable(self->arguments[0]); /* raises */
        return -1;
    }
    if (!vm_awaitable_argument(self->arguments[0], !at_once, &awaitable))
        return -1;
    rl_err err = rl_wait_for(awaitable, timeout_s, &coro);
    return vm_coroutine_go_on(self, err, coro);
}

/* wait_for(fut, timeout) */
static value f_wait_for(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "fut", "timeout", NULL };
    value given[2];
    if (!vm_keywords(a, "wait_for", names, given))
        return NULL_VALUE;
    for (size_t i = 0; i < a->count; i++)
        given[i] = a->at[i];
    for (size_t i = 0; i < 2; i++) {
        if (vm_is_null(given[i]))
            return vm_raise(&vm_exc.TypeError,
                            "wait_for() missing 1 required positional argument: '%s'", names[i]);
    }
    return vm_obj(vm_library_coroutine("wait_for", wait_for_begin, NULL, 2, given));
}

/* ---- to_thread ------------------------------------------------------------ */

/* The worker is started by the first step, and CPython waits until it has begun. */
static int to_thread_begin(library_coroutine *self, value *out)
{
    (void)out;
    rl_coro *coro;
    job *j = (job *)self->arguments[0].as.o;
    rl_err err = rl_to_thread(vm_run_in_worker, vm_ref(j), vm_job_call.drop, &coro);
    if (err != RL_OK)
        vm_unref(j);
    return vm_coroutine_go_on(self, err, coro);
}

/* to_thread(func, /, *args, **kwargs) */
static value f_to_thread(value self, const args *a)
{
    (void)self;
    args rest = *a;
    rest.count--;
    rest.at++;
    value j = vm_obj(vm_job_from(a->at[0], &rest));
    library_coroutine *c = vm_library_coroutine("to_thread", to_thread_begin, NULL, 1, &j);
    c->starts_worker = (job *)j.as.o;
    vm_drop(j);
    return vm_obj(c);
}

/* ---- The module ----------------------------------------------------------- */

static const builtin_def functions[] = {
    { "sleep", f_sleep, 0, 2, true },
    { "gather", f_gather, 0, -1, true },
    { "shield", f_shield, 1, 1, false },
    { "wait", f_wait, 0, 1, true },
    { "wait_for", f_wait_for, 0, 2, true },
    { "to_thread", f_to_thread, 1, -1, true },
    { NULL, NULL, 0, 0, false },
};

void vm_combinators(obj *asyncio)
{
    vm_module_functions(asyncio, functions);
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
        vm_module_set(asyncio, conditions[i], vm_text(conditions[i]));
}
