/*
 * error.c - what each error code is called in Python.
 *
 * CPython: the raise statements all over asyncio, selectors and contextvars.
 * Where CPython's text names an object or a number, the table holds what comes
 * before it.  STOP-24 has the texts of the loop.
 */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "assert.h"
#include "refloop.h"

static const struct {
    const char *class_name;
    const char *message;
} table[RL_ERR_COUNT] = {
    [RL_OK] = {"", ""},
    [RL_ERR_NO_MEMORY] = {"MemoryError", ""},
    [RL_ERR_LOOP_CLOSED] = {"RuntimeError", "Event loop is closed"},
    [RL_ERR_LOOP_RUNNING] = {"RuntimeError", "This event loop is already running"},
    [RL_ERR_OTHER_LOOP_RUNNING] = {"RuntimeError",
                                   "Cannot run the event loop while another loop is running"},
    [RL_ERR_CLOSE_RUNNING] = {"RuntimeError", "Cannot close a running event loop"},
    [RL_ERR_STOPPED_EARLY] = {"RuntimeError", "Event loop stopped before Future completed."},
    [RL_ERR_NO_RUNNING_LOOP] = {"RuntimeError", "no running event loop"},
    [RL_ERR_INVALID_FD] = {"ValueError", "Invalid file descriptor"},
    [RL_ERR_FD_IS_TRANSPORT] = {"RuntimeError", "File descriptor is used by transport"},
    [RL_ERR_WHEN_NAN] = {"ValueError", "cannot convert float NaN to integer"},
    [RL_ERR_FOREIGN_FUTURE] = {"ValueError", "The future belongs to a different loop than the one "
                                             "specified as the loop argument"},
    [RL_ERR_INVALID_STATE] = {"InvalidStateError", "invalid state"},
    [RL_ERR_RESULT_NOT_SET] = {"InvalidStateError", "Result is not set."},
    [RL_ERR_EXCEPTION_NOT_SET] = {"InvalidStateError", "Exception is not set."},
    [RL_ERR_CANCELLED] = {"CancelledError", ""},
    [RL_ERR_CONTEXT_ENTERED] = {"RuntimeError", "cannot enter context: already entered"},
    [RL_ERR_CONTEXT_NOT_CURRENT] = {"RuntimeError",
                                    "cannot exit context: not the current context"},
    [RL_ERR_NO_VALUE] = {"LookupError", ""},
    [RL_ERR_TOKEN_USED] = {"RuntimeError", "token has already been used once"},
    [RL_ERR_TOKEN_OTHER_VAR] = {"ValueError", "token was created by a different ContextVar"},
    [RL_ERR_TOKEN_OTHER_CONTEXT] = {"ValueError", "token was created in a different Context"},
    [RL_ERR_EXECUTOR_SHUTDOWN] = {"RuntimeError", "cannot schedule new futures after shutdown"},
    [RL_ERR_DEFAULT_EXECUTOR_SHUTDOWN] = {"RuntimeError", "Executor shutdown has been called"},
    [RL_ERR_UNSUPPORTED] = {"NotImplementedError", ""},
    [RL_ERR_GENERATOR_EXIT] = {"GeneratorExit", ""},
    [RL_ERR_CANCEL_TOO_DEEP] = {"RecursionError", "maximum recursion depth exceeded"},
    [RL_ERR_TIMEOUT] = {"TimeoutError", ""}, /* THR-14: asyncio has no class of its own */
    [RL_ERR_CORO_REUSED] = {"RuntimeError", "cannot reuse already awaited coroutine"},
    [RL_ERR_CORO_RUNNING] = {"ValueError", "coroutine already executing"},
    [RL_ERR_CORO_IGNORED_EXIT] = {"RuntimeError", "coroutine ignored GeneratorExit"},
    [RL_ERR_AWAIT_NOT_USED] = {"RuntimeError", "await wasn't used with future"},
    [RL_ERR_TASK_SET_RESULT] = {"RuntimeError", "Task does not support set_result operation"},
    [RL_ERR_TASK_SET_EXCEPTION] = {"RuntimeError",
                                   "Task does not support set_exception operation"},
    [RL_ERR_TASK_STEP_DONE] = {"InvalidStateError", "__step(): already done"},
    [RL_ERR_TASK_ENTERED] = {"RuntimeError", "Cannot enter into task"},
    [RL_ERR_TASK_NOT_CURRENT] = {"RuntimeError", "Leaving task"},
    [RL_ERR_NAN_DELAY] = {"ValueError", "Invalid delay: NaN (not a number)"},
    [RL_ERR_WAIT_EMPTY] = {"ValueError", "Set of Tasks/Futures is empty."},
    [RL_ERR_TIMEOUT_NOT_ENTERED] = {"RuntimeError", "Timeout has not been entered"},
    [RL_ERR_TIMEOUT_ENTERED] = {"RuntimeError", "Timeout has already been entered"},
    [RL_ERR_TIMEOUT_NO_TASK] = {"RuntimeError", "Timeout should be used inside a task"},
    [RL_ERR_TIMEOUT_EXPIRING] = {"RuntimeError", "Cannot change state of expiring Timeout"},
    [RL_ERR_TIMEOUT_EXPIRED] = {"RuntimeError", "Cannot change state of expired Timeout"},
    [RL_ERR_TIMEOUT_FINISHED] = {"RuntimeError", "Cannot change state of finished Timeout"},
    /* Locks, queues */
    [RL_ERR_NO_LOOP_TO_WAIT_ON] = {"AttributeError",
        "'NoneType' object has no attribute 'create_future'"},
    [RL_ERR_LOCK_FREE] = {"RuntimeError", "Lock is not acquired."},
    [RL_ERR_WAIT_UNLOCKED] = {"RuntimeError", "cannot wait on un-acquired lock"},
    [RL_ERR_NOTIFY_UNLOCKED] = {"RuntimeError", "cannot notify on un-acquired lock"},
    [RL_ERR_SEMAPHORE_VALUE] = {"ValueError", "Semaphore initial value must be >= 0"},
    [RL_ERR_SEMAPHORE_BOUND] = {"ValueError", "BoundedSemaphore released too many times"},
    [RL_ERR_BARRIER_PARTIES] = {"ValueError", "parties must be >= 1"},
    [RL_ERR_BARRIER_ABORTED] = {"BrokenBarrierError", "Barrier aborted"},
    [RL_ERR_BARRIER_RESET] = {"BrokenBarrierError", "Abort or reset of barrier"},
    [RL_ERR_QUEUE_FULL] = {"QueueFull", ""},
    [RL_ERR_QUEUE_EMPTY] = {"QueueEmpty", ""},
    [RL_ERR_QUEUE_SHUT_DOWN] = {"QueueShutDown", ""},
    [RL_ERR_TASK_DONE_TOO_OFTEN] = {"ValueError", "task_done() called too many times"},
    [RL_ERR_HEAP_CHANGED] = {"RuntimeError", "list changed size during iteration"},
    /* Runner, threads */
    [RL_ERR_RUNNER_RUNNING] = {"RuntimeError",
        "Runner.run() cannot be called from a running event loop"},
    [RL_ERR_RUNNER_CLOSED] = {"RuntimeError", "Runner is closed"},
    [RL_ERR_KEYBOARD_INTERRUPT] = {"KeyboardInterrupt", ""},
    [RL_ERR_TASK_GROUP_OVER] = {"AttributeError", "'NoneType' object has no attribute 'append'"},
    [RL_ERR_CONCURRENT_TIMEOUT] = {"TimeoutError", ""},
    [RL_ERR_CONCURRENT_CANCELLED] = {"concurrent.futures.CancelledError", ""},
    [RL_ERR_OTHER_THREAD] = {"RuntimeError", "Non-thread-safe operation invoked on an event loop "
                                             "other than the current one"},
    /* Signals */
    [RL_ERR_SIGNAL_INVALID] = {"ValueError", "invalid signal number"},
    [RL_ERR_SIGNAL_UNCATCHABLE] = {"RuntimeError", "sig cannot be caught"},
    [RL_ERR_SIGNAL_ADD_THREAD] = {"RuntimeError", "set_wakeup_fd only works in main thread of the "
                                                  "main interpreter"},
    [RL_ERR_SIGNAL_REMOVE_THREAD] = {"ValueError", "signal only works in main thread of the main "
                                                   "interpreter"},
};

/* The subclasses of OSError that CPython chooses by errno. */
static const char *oserror_class(int number)
{
    switch (number) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS:
        return "BlockingIOError";
    case EPIPE:
    case ESHUTDOWN:
        return "BrokenPipeError";
    case ECHILD:
        return "ChildProcessError";
    case ECONNABORTED:
        return "ConnectionAbortedError";
    case ECONNREFUSED:
        return "ConnectionRefusedError";
    case ECONNRESET:
        return "ConnectionResetError";
    case EEXIST:
        return "FileExistsError";
    case ENOENT:
        return "FileNotFoundError";
    case EISDIR:
        return "IsADirectoryError";
    case ENOTDIR:
        return "NotADirectoryError";
    case EINTR:
        return "InterruptedError";
    case EACCES:
    case EPERM:
        return "PermissionError";
    case ESRCH:
        return "ProcessLookupError";
    case ETIMEDOUT:
        return "TimeoutError";
    default:
        return "OSError";
    }
}

const char *rl_err_class(rl_err err)
{
    RL_ASSERT(err < RL_ERR_COUNT);
    return err < 0 ? oserror_class(-err) : table[err].class_name;
}

const char *rl_err_message(rl_err err)
{
    RL_ASSERT(err < RL_ERR_COUNT);
    return err < 0 ? strerror(-err) : table[err].message;
}
