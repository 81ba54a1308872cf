/*
 * task.c - tasks: a coroutine, resumed a step at a time.  See task.h.
 *
 * The order of what follows is a task's life: made, stepped, woken, cancelled,
 * released.  task_step is CPython's task_step_impl, branch for branch.
 */
#include "task.h"

#include <inttypes.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "assert.h"
#include "exc.h"
#include "log.h"
#include "loop_ops.h"
#include "mem.h"

static rl_exc *run_step(void *task);
static void drop_step(void *task);
static rl_exc *task_step(rl_task *task, rl_exc *exc);
static rl_exc *eager_start(rl_task *task);
static rl_err task_cancel(rl_future *future, rl_value message, bool *cancelled);
static bool task_finalize(rl_future *future);
static void task_fini(rl_future *future);
static void task_traverse(rl_future *future, const rl_traversal *found);

static const rl_call step_call = {run_step, drop_step};

static const future_class task_class = {
    .cancel = task_cancel,
    .finalize = task_finalize,
    .fini = task_fini,
    .traverse = task_traverse,
    .unretrieved = "Task exception was never retrieved",
    .refuses_result = RL_ERR_TASK_SET_RESULT,
    .refuses_exception = RL_ERR_TASK_SET_EXCEPTION,
};

static rl_task *as_task(rl_future *future)
{
    return (rl_task *)future;
}

rl_task *rl_future_task(rl_future *future)
{
    return future->cls == &task_class ? as_task(future) : NULL;
}

rl_future *rl_task_future(rl_task *task)
{
    return &task->future;
}

rl_task *rl_call_task(const rl_call *call, void *arg)
{
    return call == &step_call ? arg : NULL;
}

/* ---- Making --------------------------------------------------------------- */

/* TASK-33: the loop knows its tasks, and owns none of them. */
static void register_task(rl_task *task)
{
    rl_loop *loop = task->future.loop;
    task->prev = loop->last_task;
    if (loop->last_task != NULL)
        loop->last_task->next = task;
    else
        loop->first_task = task;
    loop->last_task = task;
}

static void unregister_task(rl_task *task)
{
    rl_loop *loop = task->future.loop;
    if (task->prev != NULL)
        task->prev->next = task->next;
    else
        loop->first_task = task->next;
    if (task->next != NULL)
        task->next->prev = task->prev;
    else
        loop->last_task = task->prev;
}

/* TASK-13: one counter for the whole process.  TASK-14: a given name uses up no number. */
static rl_err name_task(rl_task *task, const char *name)
{
    static atomic_uint_fast64_t counter;
    if (name != NULL)
        return rl_task_set_name(task, name);
    uint64_t number = atomic_fetch_add_explicit(&counter, 1, memory_order_relaxed) + 1;
    snprintf(task->own_name, sizeof task->own_name, "Task-%" PRIu64, number);
    return RL_OK;
}

static rl_err choose_context(rl_task *task, rl_context *context)
{
    if (context == NULL)
        return rl_context_copy_current(&task->context); /* CTX-6 */
    task->context = rl_context_ref(context); /* CTX-7 */
    return RL_OK;
}

/* The one handle of all its steps. */
static rl_err reserve_step(rl_task *task)
{
    rl_loop *loop = task->future.loop;
    task->node = (future_node){
        .call = &step_call, .arg = task, .context = task->context, .is_step = true};
    if (!loop_ops_can_reserve(loop))
        return RL_OK;
    return loop->ops->reserve_call(loop, &step_call, task, task->context, RL_CALL_REPEATED,
                                   &task->node.handle);
}

/* Queue the next step, which throws `exc` (taken; NULL: nothing).  READY-19: in the
 * one queue that callbacks are in. */
static rl_err queue_step(rl_task *task, rl_exc *exc)
{
    rl_loop *loop = task->future.loop;
    rl_err err;

    task->throw_next = exc;
    rl_future_ref(&task->future); /* of the handle (TASK-35) */
    if (task->node.handle != NULL) {
        err = loop->ops->call_reserved(loop, rl_handle_ref(task->node.handle));
        if (err != RL_OK)
            rl_handle_unref(task->node.handle);
    } else {
        err = rl_loop_call_soon(loop, &step_call, task, task->context, NULL);
    }
    if (err != RL_OK) {
        rl_exc_unref(exc);
        task->throw_next = NULL;
        rl_future_unref(&task->future);
    }
    return err;
}

rl_exc *rl_task_new(rl_loop *loop, rl_coro *coro, const rl_task_options *options, rl_future **out)
{
    static const rl_task_options none;
    if (options == NULL)
        options = &none;
    rl_task *task = mem_alloc(sizeof *task);
    if (task == NULL) {
        rl_coro_unref(coro);
        return rl_exc_from_err(RL_ERR_NO_MEMORY);
    }
    memset(task, 0, sizeof *task);
    future_init(&task->future, &task_class, loop);
    task->coro = coro;
    register_task(task);
    rl_err err = name_task(task, options->name); /* EAGER-7: ahead of the first step */
    if (err == RL_OK)
        err = choose_context(task, options->context);
    if (err == RL_OK)
        err = reserve_step(task);
    rl_exc *exc = NULL;
    if (err == RL_OK && options->eager_start && rl_loop_is_running(loop))
        exc = eager_start(task); /* EAGER-1; EAGER-10: only while the loop runs */
    else if (err == RL_OK)
        err = queue_step(task, NULL); /* TASK-1 */
    if (err != RL_OK)
        exc = rl_exc_from_err(err);
    if (exc != NULL) {
        rl_future_unref(&task->future);
        return exc;
    }
    task->log_destroy_pending = true;
    *out = &task->future;
    return NULL;
}

void rl_loop_set_task_factory(rl_loop *loop, rl_task_factory factory, void *arg)
{
    loop->task_factory = (void (*)(void))factory;
    loop->task_factory_arg = arg;
}

rl_exc *rl_loop_create_task(rl_loop *loop, rl_coro *coro, const rl_task_options *options,
                            rl_future **out)
{
    if (rl_loop_is_closed(loop)) {
        rl_coro_unref(coro);
        return rl_exc_from_err(RL_ERR_LOOP_CLOSED);
    }
    if (loop->task_factory == NULL)
        return rl_task_new(loop, coro, options, out);
    rl_task_factory factory = (rl_task_factory)loop->task_factory;
    return factory(loop, coro, options, loop->task_factory_arg, out);
}

rl_exc *rl_eager_task_factory(rl_loop *loop, rl_coro *coro, const rl_task_options *options,
                              void *arg, rl_future **out)
{
    rl_task_options eager = {0};
    (void)arg;
    if (options != NULL)
        eager = *options;
    eager.eager_start = true;
    return rl_task_new(loop, coro, &eager, out);
}

/* ---- Stepping ------------------------------------------------------------- */

/* EAGER-4, EAGER-5.  It is the step of any task: one that suspends there waits as others do
 * (EAGER-3), one that ends has queued no more than its callbacks (EAGER-2), and what it
 * returns as fatal leaves the creation (EAGER-6).  CPython: task_eager_start. */
static rl_exc *eager_start(rl_task *task)
{
    rl_loop *loop = task->future.loop;
    rl_task *creator = loop->current_task;

    rl_err err = rl_context_enter(task->context); /* EAGER-15: the creator may be in it */
    if (err != RL_OK)
        return rl_exc_from_err(err);
    loop->current_task = task;
    rl_exc *exc = task_step(task, NULL);
    loop->current_task = creator;
    rl_context_exit(task->context);
    if (rl_future_done(&task->future)) { /* EAGER-8 */
        rl_coro *coro = task->coro;
        task->coro = NULL;
        rl_coro_unref(coro);
    }
    return exc;
}

/* "text" with what the coroutine yielded, as CPython's texts name it. */
static rl_exc *error_with(const char *before, rl_value named)
{
    char text[256], shown[160] = "?";
    if (named.type != NULL && named.type->repr != NULL)
        named.type->repr(named.ptr, shown, sizeof shown);
    snprintf(text, sizeof text, "%s%s", before, shown);
    return rl_exc_new(RL_EXC_EXCEPTION, "RuntimeError", text, value_none());
}

static rl_exc *error_of_task(const char *before, const rl_task *task, const char *after)
{
    char text[256];
    snprintf(text, sizeof text, "%s<Task pending name='%s'>%s", before, rl_task_get_name(task),
             after);
    return rl_exc_new(RL_EXC_EXCEPTION, "RuntimeError", text, value_none());
}

/* The coroutine waits for `future` (a reference, taken).  The task is woken through the
 * node, in the order in which everybody came (FUT-9, FUT-11). */
static rl_err wait_for_future(rl_task *task, rl_future *future)
{
    rl_err err = RL_OK;

    task->fut_waiter = future;
    if (rl_future_done(future)) {
        err = queue_step(task, NULL);
    } else {
        rl_future_ref(&task->future); /* of the node (TASK-35) */
        future_add_node(future, &task->node);
    }
    if (err != RL_OK || !task->must_cancel)
        return err;
    /* TASK-20: cancelled during the step that has just ended here. */
    bool cancelled;
    rl_value message = task->future.cancel_message;
    value_ref(message);
    err = rl_future_try_cancel(future, message, &cancelled);
    if (cancelled)
        task->must_cancel = false;
    return err;
}

/* What the coroutine asks for: a future, a pass, or something impossible. */
static rl_err step_yielded(rl_task *task, rl_step *step)
{
    rl_exc *error;

    switch (step->kind) {
    case RL_STEP_PASS:
        return queue_step(task, NULL); /* TASK-3 */
    case RL_STEP_AWAIT:
    case RL_STEP_YIELD_FUTURE:
        if (step->future == &task->future) {
            error = error_of_task("Task cannot await on itself: ", task, ""); /* TASK-10 */
        } else if (step->future->loop != task->future.loop) {
            error = error_of_task("Task ", task, " got Future <Future> attached to a different "
                                                 "loop"); /* TASK-11 */
        } else if (step->kind == RL_STEP_AWAIT) {
            return wait_for_future(task, step->future);
        } else {
            error = error_of_task("yield was used instead of yield from in task ", task,
                                  " with <Future>"); /* TASK-9 */
        }
        rl_future_unref(step->future);
        return queue_step(task, error);
    case RL_STEP_YIELD_GENERATOR:
        error = error_of_task("yield was used instead of yield from for generator in task ", task,
                              " with a generator");
        break;
    default:
        error = error_with("Task got bad yield: ", step->value); /* TASK-8 */
        break;
    }
    value_unref(step->value);
    return queue_step(task, error);
}

/* TASK-21, EAGER-9: a cancel that was asked for in the last step wins over its value. */
static rl_err step_returned(rl_task *task, rl_value value)
{
    if (!task->must_cancel)
        return future_set_result(&task->future, value);
    task->must_cancel = false;
    value_unref(value);
    bool cancelled;
    rl_value message = task->future.cancel_message;
    value_ref(message);
    return future_cancel(&task->future, message, &cancelled);
}

/* TASK-26.  Everything is stored (EXC-16).  *fatal: SystemExit or KeyboardInterrupt,
 * which leave the run too (EXC-14). */
static rl_err step_raised(rl_task *task, rl_exc *exc, rl_exc **fatal)
{
    if (rl_exc_get_kind(exc) == RL_EXC_CANCELLED) {
        bool cancelled;
        rl_exc_unref(task->future.cancelled_exc);
        task->future.cancelled_exc = exc; /* TASK-28 */
        return future_cancel(&task->future, value_none(), &cancelled);
    }
    if (rl_exc_is_fatal(exc))
        *fatal = rl_exc_ref(exc);
    return future_set_exception(&task->future, exc);
}

/*
 * TASK-2.  Run the coroutine until it waits again or ends.  `exc` (taken) is raised in
 * it, NULL: it goes on.  Returns what leaves the callback: a fatal exception, or
 * that the loop is closed.  CPython: task_step_impl.
 */
static rl_exc *task_step(rl_task *task, rl_exc *exc)
{
    if (rl_future_done(&task->future)) {
        rl_exc_unref(exc);
        return rl_exc_from_err(RL_ERR_TASK_STEP_DONE);
    }
    if (task->must_cancel) {
        if (exc == NULL || rl_exc_get_kind(exc) != RL_EXC_CANCELLED) {
            rl_exc_unref(exc);
            exc = future_make_cancelled_error(&task->future); /* TASK-17, TASK-19 */
        }
        task->must_cancel = false; /* TASK-24: used up, whatever the coroutine makes of it */
    }
    rl_future *waited = task->fut_waiter;
    task->fut_waiter = NULL;
    rl_future_unref(waited);

    rl_step step;
    rl_exc *fatal = NULL;
    rl_err err;
    rl_coro *coro = rl_coro_ref(task->coro);
    rl_coro_resume(coro, exc, &step);
    if (step.kind == RL_STEP_RETURN)
        err = step_returned(task, step.value);
    else if (step.kind == RL_STEP_RAISE)
        err = step_raised(task, step.exc, &fatal);
    else
        err = step_yielded(task, &step);
    rl_coro_unref(coro);
    if (fatal != NULL || err == RL_OK)
        return fatal;
    return rl_exc_from_err(err);
}

/* What a handle of the loop calls.  CPython: TaskStepMethWrapper, task_wakeup. */
static rl_exc *run_step(void *arg)
{
    rl_task *task = arg;
    rl_loop *loop = task->future.loop;
    rl_exc *exc = task->throw_next;

    task->throw_next = NULL;
    if (task->coro == NULL && !rl_future_done(&task->future)) {
        rl_exc_unref(exc); /* abandoned */
        return NULL;
    }
    /* Woken: an exception is thrown, whichever it is (EXC-15), a result looked up. */
    if (task->fut_waiter != NULL) {
        rl_value result;
        exc = rl_future_result(task->fut_waiter, &result);
        if (rl_future_cancelled(task->fut_waiter))
            exc = exc_raised(exc); /* CPython: this one is raised, others are only passed on */
    }
    rl_err err = rl_enter_task(loop, task);
    if (err != RL_OK) {
        rl_exc_unref(exc);
        return rl_exc_from_err(err); /* TASK-36 */
    }
    exc = task_step(task, exc);
    rl_leave_task(loop, task);
    return exc;
}

static void drop_step(void *arg)
{
    rl_future_unref(&((rl_task *)arg)->future);
}

/* ---- Cancelling ----------------------------------------------------------- */

/* TASK-18, TASK-22, TASK-23.  CPython: Task.cancel. */
static rl_err task_cancel(rl_future *future, rl_value message, bool *cancelled)
{
    rl_task *task = as_task(future);

    future->log_traceback = false;
    *cancelled = !rl_future_done(future);
    if (!*cancelled) {
        value_unref(message);
        return RL_OK;
    }
    task->num_cancels_requested++;
    if (task->fut_waiter != NULL) {
        bool passed_on;
        value_ref(message);
        rl_future *waiter = rl_future_ref(task->fut_waiter);
        rl_err err = rl_future_try_cancel(waiter, message, &passed_on); /* FUT-12: itself */
        rl_future_unref(waiter);
        if (passed_on || err != RL_OK) {
            /* TASK-25: it may be a task that swallows the cancel, so fut_waiter stays. */
            value_unref(message);
            return err;
        }
    }
    task->must_cancel = true; /* its step is queued, or it is running */
    rl_value old = future->cancel_message;
    future->cancel_message = message; /* TASK-27: of the exception to be thrown */
    value_unref(old);
    return RL_OK;
}

size_t rl_task_cancelling(const rl_task *task)
{
    return task->num_cancels_requested;
}

/* TASK-31: at 0 a cancel that was not delivered yet is withdrawn. */
size_t rl_task_uncancel(rl_task *task)
{
    if (task->num_cancels_requested > 0 && --task->num_cancels_requested == 0)
        task->must_cancel = false;
    return task->num_cancels_requested;
}

/* ---- Releasing ------------------------------------------------------------ */

/* EXC-13.  CPython: Task.__del__. */
static bool task_finalize(rl_future *future)
{
    rl_task *task = as_task(future);

    if (rl_future_done(future) || !task->log_destroy_pending)
        return false;
    task->log_destroy_pending = false;
    rl_exc_context context = {.message = "Task was destroyed but it is pending!", .task = future};
    rl_exc *exc = rl_loop_call_exception_handler(future->loop, &context);
    if (exc == NULL)
        return true;
    log_write(RL_LOG_ERROR, "Exception ignored while a Task was released", exc);
    rl_exc_unref(exc);
    return true;
}

static void task_fini(rl_future *future)
{
    rl_task *task = as_task(future);

    unregister_task(task);
    rl_coro *coro = task->coro;
    task->coro = NULL;
    rl_coro_unref(coro);
    rl_future_unref(task->fut_waiter);
    rl_exc_unref(task->throw_next);
    rl_handle_unref(task->node.handle);
    rl_context_unref(task->context);
    mem_free(task->name);
}

static void task_traverse(rl_future *future, const rl_traversal *found)
{
    rl_task *task = as_task(future);

    if (task->coro != NULL && task->coro->ref_count == 1)
        found->coro(task->coro, found->arg);
    if (task->fut_waiter != NULL)
        found->future(task->fut_waiter, found->arg);
}

void rl_task_abandon(rl_task *task)
{
    rl_future_ref(&task->future);
    task->log_destroy_pending = false;
    rl_future *waiter = task->fut_waiter;
    rl_coro *coro = task->coro;
    task->fut_waiter = NULL;
    task->coro = NULL;
    if (waiter != NULL && future_remove_node(waiter, &task->node))
        drop_step(task);
    rl_future_unref(waiter);
    rl_coro_unref(coro);
    future_drop_nodes(&task->future); /* that of a task group owns the task */
    rl_future_unref(&task->future);
}

/* ---- Attributes ----------------------------------------------------------- */

const char *rl_task_get_name(const rl_task *task)
{
    return task->name != NULL ? task->name : task->own_name;
}

rl_err rl_task_set_name(rl_task *task, const char *name)
{
    char *copy = mem_strdup(name);
    if (copy == NULL)
        return RL_ERR_NO_MEMORY;
    mem_free(task->name);
    task->name = copy;
    return RL_OK;
}

/* TASK-41. */
rl_coro *rl_task_get_coro(const rl_task *task)
{
    return task->coro;
}

rl_context *rl_task_get_context(const rl_task *task)
{
    return task->context;
}

void rl_task_set_log_destroy_pending(rl_task *task, bool log)
{
    task->log_destroy_pending = log;
}

/* ---- Which task runs ------------------------------------------------------ */

rl_task *rl_current_task(const rl_loop *loop)
{
    return loop->current_task;
}

rl_err rl_enter_task(rl_loop *loop, rl_task *task)
{
    if (loop->current_task != NULL)
        return RL_ERR_TASK_ENTERED;
    loop->current_task = task;
    return RL_OK;
}

rl_err rl_leave_task(rl_loop *loop, rl_task *task)
{
    if (loop->current_task != task)
        return RL_ERR_TASK_NOT_CURRENT;
    loop->current_task = NULL;
    return RL_OK;
}

void rl_all_tasks(rl_loop *loop, void (*visit)(rl_task *task, void *arg), void *arg)
{
    for (rl_task *task = loop->first_task; task != NULL; task = task->next) {
        if (!rl_future_done(&task->future))
            visit(task, arg);
    }
}
