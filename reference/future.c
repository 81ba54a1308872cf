/*
 * future.c - futures, on any loop.
 *
 * CPython: futures.Future; where the C and the Python version differ, the C
 * version (Modules/_asynciomodule.c), which is the one in use.
 *
 *     pending --set_result, set_exception--> finished
 *        '----cancel--> cancelled
 *
 * Invariant: a future that is done has no callbacks left in its list; they are
 * queued at once, in the order they were added (FUT-5).  The handle of each is
 * reserved when it is added, so completing needs no memory.
 *
 * A future keeps its loop alive, as CPython's does.
 */
#include <string.h>

#include "assert.h"
#include "exc.h"
#include "log.h"
#include "loop_ops.h"
#include "mem.h"

typedef struct callback {
    const rl_call *call;
    void *arg;
    rl_handle *handle;   /* reserved, owns `arg`; NULL where the loop cannot reserve */
    rl_context *context; /* then: the context to run in */
} callback;

enum future_state { PENDING, FINISHED, CANCELLED };

struct rl_future {
    rl_loop *loop;
    uint32_t ref_count;
    enum future_state state;
    bool log_traceback; /* the exception was not retrieved yet */
    rl_value result;
    rl_exc *exception;
    rl_value cancel_message;
    callback *callbacks;
    size_t callback_count;
    size_t callback_capacity;
};

static void release(rl_future *future);
static rl_err schedule_callbacks(rl_future *future);
static void callback_drop(callback *cb);

/* ---- Life ----------------------------------------------------------------- */

rl_err rl_future_new(rl_loop *loop, rl_future **out)
{
    rl_future *future = mem_alloc(sizeof *future);
    if (future == NULL)
        return RL_ERR_NO_MEMORY;
    *future = (rl_future){.loop = rl_loop_ref(loop), .ref_count = 1, .state = PENDING};
    *out = future;
    return RL_OK;
}

rl_future *rl_future_ref(rl_future *future)
{
    future->ref_count++;
    return future;
}

/* EXC-11.  CPython: Future.__del__.  The handler may keep the future: it has a
 * reference while it is reported. */
static void report_unretrieved(rl_future *future)
{
    rl_exc_context context = {
        .message = "Future exception was never retrieved",
        .exception = future->exception,
        .future = future,
    };
    future->log_traceback = false;
    rl_exc *exc = rl_loop_call_exception_handler(future->loop, &context);
    if (exc == NULL)
        return;
    /* Nobody is there to raise it to. */
    log_write(RL_LOG_ERROR, "Exception ignored while a Future was released", exc);
    rl_exc_unref(exc);
}

void rl_future_unref(rl_future *future)
{
    if (future == NULL || --future->ref_count > 0)
        return;
    if (future->log_traceback) {
        future->ref_count = 1;
        report_unretrieved(future);
        if (--future->ref_count > 0)
            return;
    }
    release(future);
}

static void release(rl_future *future)
{
    for (size_t i = 0; i < future->callback_count; i++)
        callback_drop(&future->callbacks[i]);
    mem_free(future->callbacks);
    value_unref(future->result);
    value_unref(future->cancel_message);
    rl_exc_unref(future->exception);
    rl_loop_unref(future->loop);
    mem_free(future);
}

rl_loop *rl_future_get_loop(const rl_future *future)
{
    return future->loop;
}

/* ---- Completing ----------------------------------------------------------- */

bool rl_future_done(const rl_future *future)
{
    return future->state != PENDING;
}

bool rl_future_cancelled(const rl_future *future)
{
    return future->state == CANCELLED;
}

rl_err rl_future_set_result(rl_future *future, rl_value value)
{
    if (future->state != PENDING) {
        value_unref(value);
        return RL_ERR_INVALID_STATE;
    }
    future->result = value;
    future->state = FINISHED;
    return schedule_callbacks(future);
}

/* FUT-17.  A generator that raises StopIteration has returned, so it cannot be
 * raised into one. */
static rl_exc *not_stop_iteration(rl_exc *exc)
{
    if (rl_exc_get_kind(exc) != RL_EXC_STOP_ITERATION)
        return exc;
    rl_exc *instead = exc_new_from(RL_EXC_EXCEPTION, "RuntimeError",
                                   "StopIteration interacts badly with generators and cannot be "
                                   "raised into a Future",
                                   value_none(), exc);
    rl_exc_unref(exc);
    return instead;
}

rl_err rl_future_set_exception(rl_future *future, rl_exc *exc)
{
    if (future->state != PENDING) {
        rl_exc_unref(exc);
        return RL_ERR_INVALID_STATE;
    }
    future->exception = not_stop_iteration(exc);
    future->state = FINISHED;
    rl_err err = schedule_callbacks(future);
    /* CPython: it is not reported if scheduling raised. */
    future->log_traceback = err == RL_OK;
    return err;
}

rl_err rl_future_try_cancel(rl_future *future, rl_value message, bool *cancelled)
{
    future->log_traceback = false; /* EXC-12 */
    *cancelled = future->state == PENDING;
    if (!*cancelled) {
        value_unref(message);
        return RL_OK;
    }
    future->state = CANCELLED;
    future->cancel_message = message;
    return schedule_callbacks(future);
}

bool rl_future_cancel(rl_future *future, rl_value message)
{
    bool cancelled;
    rl_future_try_cancel(future, message, &cancelled);
    return cancelled;
}

/* ---- Outcome -------------------------------------------------------------- */

/* FUT-15: a fresh one each time. */
static rl_exc *make_cancelled_error(const rl_future *future)
{
    if (future->cancel_message.ptr == NULL)
        return rl_exc_from_err(RL_ERR_CANCELLED);
    value_ref(future->cancel_message);
    return rl_exc_new(RL_EXC_CANCELLED, rl_err_class(RL_ERR_CANCELLED), NULL,
                      future->cancel_message);
}

rl_exc *rl_future_result(rl_future *future, rl_value *out)
{
    if (future->state == CANCELLED)
        return make_cancelled_error(future);
    if (future->state == PENDING)
        return rl_exc_from_err(RL_ERR_RESULT_NOT_SET);
    future->log_traceback = false;
    if (future->exception != NULL)
        return rl_exc_ref(future->exception);
    *out = future->result;
    return NULL;
}

rl_exc *rl_future_exception(rl_future *future, rl_exc **out)
{
    if (future->state == CANCELLED)
        return make_cancelled_error(future);
    if (future->state == PENDING)
        return rl_exc_from_err(RL_ERR_EXCEPTION_NOT_SET);
    future->log_traceback = false;
    *out = future->exception;
    return NULL;
}

/* ---- Callbacks ------------------------------------------------------------ */

static bool make_room(rl_future *future)
{
    if (future->callback_count < future->callback_capacity)
        return true;
    size_t capacity = future->callback_capacity == 0 ? 2 : 2 * future->callback_capacity;
    callback *grown = mem_realloc(future->callbacks, capacity * sizeof *grown);
    if (grown == NULL)
        return false;
    future->callbacks = grown;
    future->callback_capacity = capacity;
    return true;
}

/* CTX-5: the context is the one current when the callback is added. */
rl_err rl_future_add_done_callback(rl_future *future, const rl_call *call, void *arg,
                                   rl_context *context)
{
    rl_loop *loop = future->loop;

    if (future->state != PENDING) /* FUT-6 */
        return rl_loop_call_soon(loop, call, arg, context, NULL);
    if (!make_room(future))
        return RL_ERR_NO_MEMORY;
    callback cb = {.call = call, .arg = arg};
    rl_err err = RL_OK;
    if (loop_ops_can_reserve(loop))
        err = loop->ops->reserve_call(loop, call, arg, context, false, &cb.handle);
    else if (context != NULL)
        cb.context = rl_context_ref(context);
    else
        err = rl_context_copy_current(&cb.context);
    if (err == RL_OK)
        future->callbacks[future->callback_count++] = cb;
    return err;
}

/* `same` and the drop are other people's code: the list is whole whenever one
 * of them runs. */
size_t rl_future_remove_done_callback(rl_future *future, const rl_call *call,
                                      bool (*same)(void *arg, void *with), void *with)
{
    size_t removed = 0;

    for (size_t i = 0; i < future->callback_count;) {
        callback cb = future->callbacks[i];
        bool equal = cb.call->run == call->run && same(cb.arg, with);
        if (!equal || i >= future->callback_count || future->callbacks[i].arg != cb.arg) {
            i++;
            continue;
        }
        future->callback_count--;
        memmove(&future->callbacks[i], &future->callbacks[i + 1],
                (future->callback_count - i) * sizeof cb);
        callback_drop(&cb);
        removed++;
    }
    return removed;
}

static void callback_drop(callback *cb)
{
    if (cb->handle != NULL) {
        rl_handle_unref(cb->handle); /* never queued: drops the argument */
        return;
    }
    rl_context_unref(cb->context);
    if (cb->call->drop != NULL)
        cb->call->drop(cb->arg);
}

static rl_err queue(rl_loop *loop, callback *cb)
{
    if (cb->handle != NULL)
        return loop->ops->call_reserved(loop, cb->handle);
    rl_err err = rl_loop_call_soon(loop, cb->call, cb->arg, cb->context, NULL);
    if (err == RL_OK)
        rl_context_unref(cb->context);
    return err;
}

static void check_done(const rl_future *future)
{
    RL_ASSERT(future->state != PENDING);
    RL_ASSERT(future->callback_count == 0);
    RL_ASSERT(future->state != CANCELLED || future->exception == NULL);
}

/* The list is emptied first.  CPython: Future.__schedule_callbacks. */
static rl_err schedule_callbacks(rl_future *future)
{
    callback *callbacks = future->callbacks;
    size_t count = future->callback_count;
    rl_loop *loop = future->loop;
    rl_err result = RL_OK;

    future->callbacks = NULL;
    future->callback_count = 0;
    future->callback_capacity = 0;
    for (size_t i = 0; i < count; i++) {
        rl_err err = queue(loop, &callbacks[i]);
        if (err != RL_OK) {
            result = err;
            callback_drop(&callbacks[i]);
        }
    }
    mem_free(callbacks);
    check_done(future);
    return result;
}
