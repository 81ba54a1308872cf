/*
 * loop_object.c - the event loop as programs see it: every method checks its
 * arguments as CPython's does and then calls the function of refloop.h.
 *
 * CPython: base_events.BaseEventLoop, selector_events.BaseSelectorEventLoop.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "args.h"
#include "classes.h"
#include "coroutines.h"
#include "container_methods.h"
#include "exception.h"
#include "loops.h"
#include "machine.h"
#include "modules.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

static class abstract_class, loop_class;

static loop_object *live;

/* Closed loops are kept until the end, to see what they still hold. */
enum { MOST_KEPT = 64 };
static rl_loop *kept[MOST_KEPT];
static size_t kept_count;

static loop_object *as_loop(value v)
{
    return (loop_object *)v.as.o;
}

bool vm_is_loop(value v)
{
    return vm_is(v, &loop_class);
}

/* `made` is taken. */
static value wrap(rl_loop *made)
{
    loop_object *loop = vm_object_new(&loop_class, 0);
    loop->loop = made;
    loop->broken = vm_list_new(0);
    loop->next = live;
    live = loop;
    return vm_obj(loop);
}

value vm_new_event_loop(void)
{
    rl_loop *made;
    rl_err err = rl_loop_new(vm_loop_ops(), &made);
    return err != RL_OK ? vm_raise_err(err) : wrap(made);
}

value vm_loop_wrapper(rl_loop *rl)
{
    for (loop_object *loop = live; rl != NULL && loop != NULL; loop = loop->next) {
        if (loop->loop == rl)
            return vm_obj(vm_ref(loop));
    }
    return rl == NULL ? NONE_VALUE : wrap(rl_loop_ref(rl));
}

static void loop_clear(obj *self)
{
    loop_object *loop = (loop_object *)self;
    rl_loop *rl = loop->loop;
    for (loop_object **at = &live; *at != NULL; at = &(*at)->next) {
        if (*at == loop) {
            *at = loop->next;
            break;
        }
    }
    loop->loop = NULL;
    if (rl != NULL) {
        rl_loop_set_exception_handler(rl, NULL, NULL);
        rl_loop_set_task_factory(rl, NULL, NULL);
        rl_loop_unref(rl);
    }
    vm_clear(&loop->handler);
    vm_clear(&loop->task_factory);
    VM_CLEAR_REF(loop->broken);
}

static void loop_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((loop_object *)self)->handler, visit, arg);
    vm_visit_value(((loop_object *)self)->task_factory, visit, arg);
    vm_visit_ref(((loop_object *)self)->broken, visit, arg);
}

/* ---- The count at the end ------------------------------------------------- */

size_t vm_loops_unclosed(void)
{
    size_t count = 0;
    for (const loop_object *loop = live; loop != NULL; loop = loop->next)
        count += !rl_loop_is_closed(loop->loop);
    return count;
}

void vm_loops_census(rl_loop_census *total)
{
    for (size_t i = 0; i < kept_count; i++) {
        rl_loop_census one = { 0 };
        if (rl_loop_get_census(kept[i], &one) != RL_OK)
            continue;
        total->handles += one.handles;
        total->scheduled += one.scheduled;
        total->ready += one.ready;
        total->descriptors += one.descriptors;
    }
}

void vm_loop_keep_closed(rl_loop *loop)
{
    if (kept_count < MOST_KEPT)
        kept[kept_count++] = rl_loop_ref(loop);
}

void vm_loops_each(void (*visit)(rl_loop *loop, void *arg), void *arg)
{
    size_t count = kept_count, i = 0;
    for (const loop_object *loop = live; loop != NULL; loop = loop->next)
        count++;
    rl_loop **all = vm_alloc((count + 1) * sizeof(rl_loop *)); /* a visit may end some */
    for (const loop_object *loop = live; loop != NULL; loop = loop->next)
        all[i++] = rl_loop_ref(loop->loop);
    for (size_t k = 0; k < kept_count; k++)
        all[i++] = rl_loop_ref(kept[k]);
    for (i = 0; i < count; i++) {
        visit(all[i], arg);
        rl_loop_unref(all[i]);
    }
    free(all);
}

void vm_loops_close(void)
{
    for (const loop_object *loop = live; loop != NULL; loop = loop->next)
        rl_loop_close(loop->loop);
}

void vm_loops_end(void)
{
    while (kept_count > 0)
        rl_loop_unref(kept[--kept_count]);
}

/* ---- Callbacks ------------------------------------------------------------ */

/* EXC-3, DBG-7. */
static void note_origin(job *j, const loop_object *loop)
{
    j->debug = rl_loop_get_debug(loop->loop);
    j->origin = vm_origin(loop->loop);
}

typedef rl_err (*schedule)(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                           rl_handle **out);

/* call_soon and call_soon_threadsafe: callback, *args, context=None.  READY-14. */
static value call_soon_with(const char *name, schedule function, value self, const args *a)
{
    static const char *const names[] = { "context", NULL };
    loop_object *loop = as_loop(self);
    value given;
    rl_context *context;
    if (!vm_keywords(a, name, names, &given) || !vm_context_argument(given, &context)
        || !vm_check_callback(loop, a->at[0], name, function == rl_loop_call_soon_threadsafe))
        return NULL_VALUE;
    job *j = vm_job_new(a->at[0], a->count - 1, a->at + 1);
    note_origin(j, loop);
    rl_handle *handle;
    rl_err err = function(loop->loop, &vm_job_call, vm_ref(j), context, &handle);
    if (err != RL_OK)
        vm_unref(j);
    value result = err != RL_OK ? vm_raise_err(err)
                                : vm_handle_new(&vm_handle_class, loop, handle, j, NULL_VALUE);
    if (err == RL_OK && function == rl_loop_call_soon_threadsafe)
        ((handle_object *)result.as.o)->is_shared = true;
    vm_unref(j);
    return result;
}

static value loop_call_soon(value self, const args *a)
{
    return call_soon_with("call_soon", rl_loop_call_soon, self, a);
}

static value loop_call_soon_threadsafe(value self, const args *a)
{
    return call_soon_with("call_soon_threadsafe", rl_loop_call_soon_threadsafe, self, a);
}

/* A timer whose deadline cannot be compared with others. */
static value broken_timer(loop_object *loop, value when)
{
    rl_loop_census census = { 0 };
    rl_loop_get_census(loop->loop, &census);
    value handle = vm_handle_new(&vm_timer_handle_class, loop, NULL, NULL, when);
    vm_list_append(loop->broken, handle);
    if (census.scheduled == 0 && loop->broken->count == 1)
        return handle;
    /* CPython's heap appends first and then compares: it stays there. */
    vm_drop(handle);
    return vm_raise(&vm_exc.TypeError, "'<' not supported between instances of '%s' and 'float'",
                    vm_type_name(when));
}

/* Does a timer wait whose deadline is no number?  CPython: the heap compares it. */
static bool has_broken(const loop_object *loop)
{
    for (size_t i = 0; i < loop->broken->count; i++) {
        if (!((handle_object *)loop->broken->at[i].as.o)->cancelled)
            return true;
    }
    return false;
}

/* when (a number), callback, *args */
static value schedule_at(loop_object *loop, value when, bool keep_when, double when_s,
                         rl_context *context, const args *a)
{
    job *j = vm_job_new(a->at[1], a->count - 2, a->at + 2);
    note_origin(j, loop);
    rl_handle *handle;
    rl_err err = rl_loop_call_at(loop->loop, when_s, &vm_job_call, vm_ref(j), context, &handle);
    if (err != RL_OK)
        vm_unref(j);
    value result = err != RL_OK
                       ? vm_raise_err(err)
                       : vm_handle_new(&vm_timer_handle_class, loop, handle, j,
                                       keep_when ? when : NULL_VALUE);
    vm_unref(j);
    return result;
}

static value loop_call_at(value self, const args *a)
{
    static const char *const names[] = { "context", NULL };
    loop_object *loop = as_loop(self);
    value given, when = a->at[0];
    rl_context *context;
    double when_s;
    if (vm_is_none(when)) /* TIMER-14, here and in call_later */
        return vm_raise(&vm_exc.TypeError, "when cannot be None");
    if (!vm_keywords(a, "call_at", names, &given) || !vm_context_argument(given, &context))
        return NULL_VALUE;
    if (rl_loop_is_closed(loop->loop))
        return vm_raise_err(RL_ERR_LOOP_CLOSED);
    if (!vm_check_callback(loop, a->at[1], "call_at", false))
        return NULL_VALUE;
    if (!vm_to_double(when, &when_s))
        return broken_timer(loop, when);
    if (has_broken(loop))
        return vm_raise(&vm_exc.TypeError,
                        "'<' not supported between instances of '%s' and 'str'",
                        vm_type_name(when));
    return schedule_at(loop, when, true, when_s, context, a);
}

static value loop_call_later(value self, const args *a)
{
    static const char *const names[] = { "context", NULL };
    loop_object *loop = as_loop(self);
    value given, delay = a->at[0];
    rl_context *context;
    if (vm_is_none(delay))
        return vm_raise(&vm_exc.TypeError, "delay must not be None");
    if (!vm_keywords(a, "call_later", names, &given) || !vm_context_argument(given, &context))
        return NULL_VALUE;
    value when = vm_binary("+", vm_float(rl_loop_time(loop->loop)), delay);
    if (vm_is_null(when))
        return when;
    if (!vm_check_callback(loop, a->at[1], "call_at", false)) /* CPython: it calls call_at */
        return NULL_VALUE;
    if (has_broken(loop))
        return vm_raise(&vm_exc.TypeError,
                        "'<' not supported between instances of 'float' and 'str'");
    return schedule_at(loop, when, false, when.as.f, context, a);
}

static value loop_time(value self, const args *a)
{
    (void)a;
    return vm_float(rl_loop_time(as_loop(self)->loop));
}

/* ---- Running -------------------------------------------------------------- */

/* CPython: a deadline that is no number fails when the first pass looks at it. */
static bool fails_at_once(const loop_object *loop)
{
    if (!has_broken(loop) || rl_loop_is_closed(loop->loop) || rl_get_running_loop() != NULL)
        return false;
    vm_raise(&vm_exc.TypeError, "unsupported operand type(s) for -: 'str' and 'float'");
    return true;
}

static value loop_run_forever(value self, const args *a)
{
    (void)a;
    loop_object *loop = as_loop(self);
    if (fails_at_once(loop))
        return NULL_VALUE;
    vm_ref(loop);
    bool tracked = vm_tracking_begin(loop->loop);
    vm_unlock();
    rl_exc *exc = rl_loop_run_forever(loop->loop);
    vm_lock();
    vm_tracking_end(tracked);
    vm_forget_failed_job();
    vm_unref(loop);
    if (exc == NULL)
        return NONE_VALUE;
    return vm_raise_exc(exc, rl_exc_err(exc) != RL_OK);
}

/* CPython looks at the loop before it looks at the argument. */
static bool may_run(const loop_object *loop)
{
    rl_err err = rl_loop_is_closed(loop->loop)      ? RL_ERR_LOOP_CLOSED
                 : rl_loop_is_running(loop->loop)   ? RL_ERR_LOOP_RUNNING
                 : rl_get_running_loop() != NULL ? RL_ERR_OTHER_LOOP_RUNNING
                                                 : RL_OK;
    if (err != RL_OK)
        vm_raise_err(err);
    return err == RL_OK;
}

static value run_future(loop_object *loop, rl_future *future)
{
    rl_value out;
    bool tracked = vm_tracking_begin(loop->loop);
    vm_unlock();
    rl_exc *exc = rl_run_until_complete(loop->loop, future);
    vm_lock();
    vm_tracking_end(tracked);
    vm_forget_failed_job();
    if (exc != NULL)
        return vm_raise_exc(exc, rl_exc_err(exc) != RL_OK);
    exc = rl_future_result(future, &out);
    return exc != NULL ? vm_raise_exc(exc, true) : vm_from_rl(out);
}

static value run_coroutine(loop_object *loop, rl_coro *coro)
{
    rl_value out;
    bool tracked = vm_tracking_begin(loop->loop);
    vm_unlock();
    rl_exc *exc = rl_run_until_complete_coro(loop->loop, coro, &out);
    vm_lock();
    vm_tracking_end(tracked);
    vm_forget_failed_job();
    if (exc != NULL)
        return vm_raise_exc(exc, rl_exc_err(exc) != RL_OK);
    value result = vm_from_rl(out);
    vm_rl_release(out);
    return result;
}

static value loop_run_until_complete(value self, const args *a)
{
    loop_object *loop = as_loop(self);
    rl_awaitable awaitable;
    if (!may_run(loop) || fails_at_once(loop)
        || !vm_awaitable_argument(a->at[0], false, &awaitable))
        return NULL_VALUE;
    vm_ref(loop);
    value result = awaitable.future != NULL ? run_future(loop, awaitable.future)
                                            : run_coroutine(loop, awaitable.coro);
    vm_unref(loop);
    return result;
}

static value loop_stop(value self, const args *a)
{
    (void)a;
    rl_loop_stop(as_loop(self)->loop);
    return NONE_VALUE;
}

static value loop_close(value self, const args *a)
{
    (void)a;
    loop_object *loop = as_loop(self);
    bool was_closed = rl_loop_is_closed(loop->loop);
    rl_err err = rl_loop_close(loop->loop);
    if (err != RL_OK)
        return vm_raise_err(err);
    if (!was_closed)
        vm_loop_keep_closed(loop->loop);
    vm_list_splice(loop->broken, 0, loop->broken->count, NULL);
    return NONE_VALUE;
}

static value loop_is_running(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_loop_is_running(as_loop(self)->loop));
}

static value loop_is_closed(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_loop_is_closed(as_loop(self)->loop));
}

/* ---- Descriptors ---------------------------------------------------------- */

/* IO-11, IO-18: a number, or the one that an object has.
 * CPython: BaseSelectorEventLoop._ensure_fd_no_transport, _fileobj_to_fd. */
static bool descriptor_of(value v, int *out)
{
    int64_t fd;
    if (v.tag == VM_INT || v.tag == VM_BOOL) {
        vm_to_int(v, "", &fd);
    } else {
        value method = vm_get_attr(v, vm_name("fileno"));
        value number = vm_is_null(method) ? method : vm_call_values(method, 0, NULL);
        vm_drop(method);
        bool ok = !vm_is_null(number) && vm_to_int(number, "fileno", &fd);
        vm_drop(number);
        if (!ok) {
            if (vm_forget(&vm_exc.AttributeError) || vm_forget(&vm_exc.TypeError)
                || vm_forget(&vm_exc.ValueError)) {
                value shown = vm_repr(v);
                vm_raise(&vm_exc.ValueError, "Invalid file object: %s",
                         vm_is_null(shown) ? "?" : vm_as_str(shown)->text);
                vm_drop(shown);
            }
            return false;
        }
    }
    *out = fd < 0 || fd > INT32_MAX ? -1 : (int)fd;
    return true;
}

static value add(value self, const args *a,
                 rl_err (*function)(rl_loop *, int, const rl_call *, void *))
{
    loop_object *loop = as_loop(self);
    int fd;
    if (!descriptor_of(a->at[0], &fd))
        return NULL_VALUE;
    job *j = vm_job_new(a->at[1], a->count - 2, a->at + 2);
    note_origin(j, loop);
    rl_err err = function(loop->loop, fd, &vm_job_call, j);
    if (err == RL_OK)
        return NONE_VALUE;
    vm_unref(j);
    return vm_raise_err(err);
}

static value remove_one(value self, const args *a, rl_err (*function)(rl_loop *, int, bool *))
{
    int fd;
    bool removed = false;
    if (!descriptor_of(a->at[0], &fd))
        return NULL_VALUE;
    rl_err err = function(as_loop(self)->loop, fd, &removed);
    return err != RL_OK ? vm_raise_err(err) : vm_bool(removed);
}

static value loop_add_reader(value self, const args *a)
{
    return add(self, a, rl_loop_add_reader);
}

static value loop_add_writer(value self, const args *a)
{
    return add(self, a, rl_loop_add_writer);
}

static value loop_remove_reader(value self, const args *a)
{
    return remove_one(self, a, rl_loop_remove_reader);
}

static value loop_remove_writer(value self, const args *a)
{
    return remove_one(self, a, rl_loop_remove_writer);
}

/* ---- Signals -------------------------------------------------------------- */

/* SIG-21.  CPython: _UnixSelectorEventLoop._check_signal, but for numbers that a C int holds:
 * those the loop judges. */
static bool signal_argument(value v, int *number)
{
    int64_t given;
    if (v.tag != VM_INT && v.tag != VM_BOOL) {
        value shown = vm_repr(v);
        if (!vm_is_null(shown))
            vm_raise(&vm_exc.TypeError, "sig must be an int, not %s", vm_as_str(shown)->text);
        vm_drop(shown);
        return false;
    }
    vm_to_int(v, "", &given);
    *number = given < INT32_MIN || given > INT32_MAX ? -1 : (int)given;
    return true;
}

/* SIG-19: CPython's texts have the number in them. */
static value raise_signal_err(rl_err err, value sig)
{
    if (err != RL_ERR_SIGNAL_INVALID && err != RL_ERR_SIGNAL_UNCATCHABLE)
        return vm_raise_err(err);
    value text = vm_str(sig);
    if (err == RL_ERR_SIGNAL_INVALID)
        vm_raise(&vm_exc.ValueError, "invalid signal number %s", vm_c_string(text));
    else
        vm_raise(&vm_exc.RuntimeError, "sig %s cannot be caught", vm_c_string(text));
    vm_drop(text);
    return NULL_VALUE;
}

/* sig, callback, *args */
static value loop_add_signal_handler(value self, const args *a)
{
    loop_object *loop = as_loop(self);
    int number;
    if (vm_is_any_coroutine(a->at[1]) || vm_is_coroutine_function(a->at[1])) /* SIG-6 */
        return vm_raise(&vm_exc.TypeError, "coroutines cannot be used with add_signal_handler()");
    if (!signal_argument(a->at[0], &number))
        return NULL_VALUE;
    job *j = vm_job_new(a->at[1], a->count - 2, a->at + 2);
    note_origin(j, loop);
    rl_err err = rl_loop_add_signal_handler(loop->loop, number, &vm_job_call, j);
    if (err == RL_OK)
        return NONE_VALUE;
    vm_unref(j);
    return raise_signal_err(err, a->at[0]);
}

static value loop_remove_signal_handler(value self, const args *a)
{
    int number;
    bool removed = false;
    if (!signal_argument(a->at[0], &number))
        return NULL_VALUE;
    rl_err err = rl_loop_remove_signal_handler(as_loop(self)->loop, number, &removed);
    return err != RL_OK ? raise_signal_err(err, a->at[0]) : vm_bool(removed);
}

/* ---- Exceptions ----------------------------------------------------------- */

static value loop_set_exception_handler(value self, const args *a)
{
    loop_object *loop = as_loop(self);
    value handler = a->at[0];
    if (!vm_is_none(handler) && !vm_callable(handler)) {
        value shown = vm_repr(handler);
        vm_raise(&vm_exc.TypeError, "A callable object or None is expected, got %s",
                 vm_is_null(shown) ? "?" : vm_as_str(shown)->text);
        vm_drop(shown);
        return NULL_VALUE;
    }
    value old = loop->handler;
    loop->handler = vm_is_none(handler) ? NULL_VALUE : vm_keep(handler);
    rl_loop_set_exception_handler(loop->loop, vm_is_none(handler) ? NULL : vm_on_exception, loop);
    vm_drop(old);
    return NONE_VALUE;
}

static value loop_get_exception_handler(value self, const args *a)
{
    (void)a;
    value handler = as_loop(self)->handler;
    return vm_is_null(handler) ? NONE_VALUE : vm_keep(handler);
}

static value loop_call_exception_handler(value self, const args *a)
{
    return vm_report(as_loop(self), a->at[0], false);
}

static value loop_default_exception_handler(value self, const args *a)
{
    return vm_report(as_loop(self), a->at[0], true);
}

static value loop_get_debug(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_loop_get_debug(as_loop(self)->loop));
}

static value loop_set_debug(value self, const args *a)
{
    return vm_loop_set_debug(as_loop(self), a->at[0]) ? NONE_VALUE : NULL_VALUE;
}

static value loop_get_attr(obj *self, str *name, bool *found)
{
    double seconds = NAN;
    if (strcmp(name->text, "slow_callback_duration") == 0)
        seconds = rl_loop_get_slow_callback_duration(((loop_object *)self)->loop);
    *found = !isnan(seconds);
    return *found ? vm_float(seconds) : NULL_VALUE;
}

/* A number, and no other attribute: CPython's loops take any. */
static int loop_set_attr(obj *self, str *name, value item)
{
    double seconds;
    if (strcmp(name->text, "slow_callback_duration") != 0 || vm_is_null(item)) {
        vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute '%s'",
                 self->cls->name->text, name->text);
        return -1;
    }
    if (!vm_to_double(item, &seconds)) {
        vm_raise(&vm_exc.TypeError, "slow_callback_duration is a number here");
        return -1;
    }
    rl_err err = rl_loop_set_slow_callback_duration(((loop_object *)self)->loop, seconds);
    if (err != RL_OK)
        vm_raise_err(err);
    return err == RL_OK ? 0 : -1;
}

/* ---- Futures and executors ------------------------------------------------ */

static value loop_create_future(value self, const args *a)
{
    (void)a;
    rl_future *future;
    rl_err err = rl_future_new(as_loop(self)->loop, &future);
    return err != RL_OK ? vm_raise_err(err) : vm_future_made(NULL, future);
}

rl_exc *vm_run_in_worker(void *arg, rl_value *result)
{
    job *j = arg;
    rl_exc *exc = NULL;
    bool had = vm_enter();
    j->begun = true;
    if (vm_ended()) { /* begun after the program's end: too late */
        vm_leave(had);
        return NULL;
    }
    vm_worker_begins();
    value out = vm_job_run(j);
    if (vm_is_null(out))
        exc = vm_to_exc(vm_storable_exception(vm_take_exception()));
    else
        *result = vm_to_rl(out);
    vm_drop(out);
    vm_worker_ends();
    vm_leave(had);
    return exc;
}

/* executor, function, *args */
static value loop_run_in_executor(value self, const args *a)
{
    loop_object *loop = as_loop(self);
    if (rl_loop_is_closed(loop->loop))
        return vm_raise_err(RL_ERR_LOOP_CLOSED);
    if (!vm_check_callback(loop, a->at[1], "run_in_executor", true))
        return NULL_VALUE;
    if (!vm_is_none(a->at[0]))
        return vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute 'submit'",
                        vm_type_name(a->at[0]));
    job *j = vm_job_new(a->at[1], a->count - 2, a->at + 2);
    size_t threads = vm_thread_count();
    rl_future *future;
    rl_err err = rl_loop_run_in_executor(loop->loop, NULL, vm_run_in_worker, vm_ref(j),
                                         vm_job_call.drop, &future);
    if (err == RL_OK)
        vm_await_worker(threads, &j->begun);
    else
        vm_unref(j);
    vm_unref(j);
    if (err != RL_OK)
        return vm_raise_err(err);
    return vm_future_made(NULL, future);
}

/* THR-9: of what there is here nothing is a ThreadPoolExecutor. */
static value loop_set_default_executor(value self, const args *a)
{
    (void)self, (void)a;
    return vm_raise(&vm_exc.TypeError, "executor must be ThreadPoolExecutor instance");
}

static value loop_shutdown_default_executor(value self, const args *a)
{
    static const char *const names[] = { "timeout", NULL };
    value given;
    double timeout_s;
    rl_coro *coro;
    if (!vm_keywords(a, "shutdown_default_executor", names, &given)
        || !vm_seconds(a->count > 0 ? a->at[0] : given, "+", &timeout_s))
        return NULL_VALUE;
    rl_err err = rl_loop_shutdown_default_executor(as_loop(self)->loop, timeout_s, &coro);
    return vm_coroutine_over("BaseEventLoop.shutdown_default_executor", err, coro, NULL);
}

/* There are no asynchronous generators. */
static value loop_shutdown_asyncgens(value self, const args *a)
{
    (void)self, (void)a;
    return vm_obj(vm_library_coroutine("BaseEventLoop.shutdown_asyncgens",
                                       vm_coroutine_return_none, NULL, 0, NULL));
}

/* CPython's repr, as far as it does not change from build to build. */
static value loop_repr(obj *self)
{
    const loop_object *loop = (loop_object *)self;
    return vm_textf("<%s running=%s closed=%s debug=%s>", self->cls->name->text,
                    rl_loop_is_running(loop->loop) ? "True" : "False",
                    rl_loop_is_closed(loop->loop) ? "True" : "False",
                    rl_loop_get_debug(loop->loop) ? "True" : "False");
}

static const class_slots loop_slots = {
    .clear = loop_clear, .visit = loop_visit, .repr = loop_repr, .get_attr = loop_get_attr,
    .set_attr = loop_set_attr,
};

static const class_slots abstract_slots = { 0 };

static const builtin_def loop_methods[] = {
    { "call_soon", loop_call_soon, 1, -1, true },
    { "call_soon_threadsafe", loop_call_soon_threadsafe, 1, -1, true },
    { "call_later", loop_call_later, 2, -1, true },
    { "call_at", loop_call_at, 2, -1, true },
    { "time", loop_time, 0, 0, false },
    { "run_forever", loop_run_forever, 0, 0, false },
    { "run_until_complete", loop_run_until_complete, 1, 1, false },
    { "stop", loop_stop, 0, 0, false },
    { "close", loop_close, 0, 0, false },
    { "is_running", loop_is_running, 0, 0, false },
    { "is_closed", loop_is_closed, 0, 0, false },
    { "add_reader", loop_add_reader, 2, -1, false },
    { "add_writer", loop_add_writer, 2, -1, false },
    { "remove_reader", loop_remove_reader, 1, 1, false },
    { "remove_writer", loop_remove_writer, 1, 1, false },
    { "add_signal_handler", loop_add_signal_handler, 2, -1, false },
    { "remove_signal_handler", loop_remove_signal_handler, 1, 1, false },
    { "set_exception_handler", loop_set_exception_handler, 1, 1, false },
    { "get_exception_handler", loop_get_exception_handler, 0, 0, false },
    { "call_exception_handler", loop_call_exception_handler, 1, 1, false },
    { "default_exception_handler", loop_default_exception_handler, 1, 1, false },
    { "get_debug", loop_get_debug, 0, 0, false },
    { "set_debug", loop_set_debug, 1, 1, false },
    { "create_future", loop_create_future, 0, 0, false },
    { "run_in_executor", loop_run_in_executor, 2, -1, false },
    { "set_default_executor", loop_set_default_executor, 1, 1, false },
    { "shutdown_default_executor", loop_shutdown_default_executor, 0, 1, true },
    { "shutdown_asyncgens", loop_shutdown_asyncgens, 0, 0, false },
    { "create_task", vm_loop_create_task, 1, 1, true },
    { "set_task_factory", vm_loop_set_task_factory, 1, 1, false },
    { "get_task_factory", vm_loop_get_task_factory, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_loop_classes(obj *asyncio)
{
    live = NULL;
    kept_count = 0;
    vm_class_start(&abstract_class, "AbstractEventLoop", &vm_object_class, sizeof(obj),
                   &abstract_slots, NULL);
    vm_class_start(&loop_class, "_UnixSelectorEventLoop", &abstract_class, sizeof(loop_object),
                   &loop_slots, loop_methods);
    vm_module_set(asyncio, "AbstractEventLoop", vm_obj(&abstract_class));
}
