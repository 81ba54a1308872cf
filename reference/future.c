/*
 * future.c - futures, on any loop.
 *
 * See future.h.  Invariant: a future that is done has no callbacks left in its
 * list; they are queued at once, in the order they were added (FUT-5).
 *
 * A future keeps its loop alive, as CPython's does.
 */
#include "future.h"

#include "assert.h"
#include "exc.h"
#include "log.h"
#include "loop_ops.h"
#include "mem.h"
#include "reftask.h"

static rl_err schedule_callbacks(rl_future *future);
static void node_drop(future_node *node);

/* ---- Life ----------------------------------------------------------------- */

static const future_class plain = {.unretrieved = "Future exception was never retrieved"};

void future_init(rl_future *future, const future_class *cls, rl_loop *loop)
{
    *future = (rl_future){.cls = cls, .loop = rl_loop_ref(loop), .ref_count = 1};
    future->last = &future->first;
    future->next = loop->first_future;
    if (future->next != NULL)
        future->next->prev = future;
    loop->first_future = future;
}

rl_err rl_future_new(rl_loop *loop, rl_future **out)
{
    rl_future *future = mem_alloc(sizeof *future);
    if (future == NULL)
        return RL_ERR_NO_MEMORY;
    future_init(future, &plain, loop);
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
        .message = future->cls->unretrieved,
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

static void unregister(rl_future *future)
{
    if (future->prev != NULL)
        future->prev->next = future->next;
    else
        future->loop->first_future = future->next;
    if (future->next != NULL)
        future->next->prev = future->prev;
}

static void release(rl_future *future)
{
    unregister(future);
    future_drop_nodes(future);
    if (future->cls->fini != NULL)
        future->cls->fini(future);
    value_unref(future->result);
    value_unref(future->cancel_message);
    rl_exc_unref(future->exception);
    rl_exc_unref(future->cancelled_exc);
    rl_loop_unref(future->loop);
    mem_free(future);
}

bool rl_future_finalize(rl_future *future)
{
    bool reported = future->cls->finalize != NULL && future->cls->finalize(future);
    if (!future->log_traceback)
        return reported;
    report_unretrieved(future);
    return true;
}

void rl_future_unref(rl_future *future)
{
    if (future == NULL || --future->ref_count > 0)
        return;
    future->ref_count = 1;
    rl_future_finalize(future);
    if (--future->ref_count > 0)
        return;
    future->ref_count = 1; /* while it is taken apart */
    release(future);
}

/* FUT-26. */
rl_loop *rl_future_get_loop(const rl_future *future)
{
    return future->loop;
}

/* ---- Completing ----------------------------------------------------------- */

bool rl_future_done(const rl_future *future)
{
    return future->state != FUTURE_PENDING;
}

bool rl_future_cancelled(const rl_future *future)
{
    return future->state == FUTURE_CANCELLED;
}

/* FUT-1, FUT-3: only a pending one can be completed, hence once. */
rl_err future_set_result(rl_future *future, rl_value value)
{
    if (future->state != FUTURE_PENDING) {
        value_unref(value);
        return RL_ERR_INVALID_STATE;
    }
    future->result = value;
    future->state = FUTURE_FINISHED;
    return schedule_callbacks(future);
}

rl_err rl_future_set_result(rl_future *future, rl_value value)
{
    if (future->cls->refuses_result == RL_OK)
        return future_set_result(future, value);
    value_unref(value);
    return future->cls->refuses_result; /* TASK-12 */
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

rl_err future_set_exception(rl_future *future, rl_exc *exc)
{
    if (future->state != FUTURE_PENDING) { /* FUT-3 */
        rl_exc_unref(exc);
        return RL_ERR_INVALID_STATE;
    }
    future->exception = not_stop_iteration(exc);
    future->state = FUTURE_FINISHED;
    rl_err err = schedule_callbacks(future);
    /* CPython: it is not reported if scheduling raised. */
    future->log_traceback = err == RL_OK;
    return err;
}

rl_err rl_future_set_exception(rl_future *future, rl_exc *exc)
{
    if (future->cls->refuses_exception == RL_OK)
        return future_set_exception(future, exc);
    rl_exc_unref(exc);
    return future->cls->refuses_exception; /* TASK-12 */
}

/* FUT-4: in the call itself.  CPython: Future.cancel. */
rl_err future_cancel(rl_future *future, rl_value message, bool *cancelled)
{
    future->log_traceback = false; /* EXC-12 */
    *cancelled = future->state == FUTURE_PENDING;
    if (!*cancelled) {
        value_unref(message);
        return RL_OK;
    }
    future->state = FUTURE_CANCELLED;
    value_unref(future->cancel_message);
    future->cancel_message = message;
    return schedule_callbacks(future);
}

/* A task passes its cancellation on to what it waits for, and that goes on down
 * the chain.  Tasks that wait for each other in a circle would never end it. */
enum { DEEPEST_CANCEL = 2000 };
static _Thread_local unsigned cancel_depth;

rl_err rl_future_try_cancel(rl_future *future, rl_value message, bool *cancelled)
{
    if (future->cls->cancel == NULL)
        return future_cancel(future, message, cancelled);
    if (cancel_depth >= DEEPEST_CANCEL) {
        *cancelled = false;
        value_unref(message);
        return RL_ERR_CANCEL_TOO_DEEP;
    }
    cancel_depth++;
    rl_err err = future->cls->cancel(future, message, cancelled);
    cancel_depth--;
    return err;
}

bool rl_future_cancel(rl_future *future, rl_value message)
{
    bool cancelled;
    rl_future_try_cancel(future, message, &cancelled);
    return cancelled;
}

/* ---- Outcome -------------------------------------------------------------- */

/* TASK-28, TASK-29: what left the coroutine, for the first who asks; else a new one with
 * the message (FUT-15). */
rl_exc *future_make_cancelled_error(rl_future *future)
{
    rl_exc *preserved = future->cancelled_exc;
    if (preserved != NULL) {
        future->cancelled_exc = NULL;
        return preserved;
    }
    return exc_new_cancelled(future->cancel_message);
}

/* FUT-2, FUT-27.  CPython: Future.result. */
rl_exc *rl_future_result(rl_future *future, rl_value *out)
{
    if (future->state == FUTURE_CANCELLED)
        return future_make_cancelled_error(future);
    if (future->state == FUTURE_PENDING)
        return rl_exc_from_err(RL_ERR_RESULT_NOT_SET);
    future->log_traceback = false;
    if (future->exception != NULL)
        return rl_exc_ref(future->exception); /* FUT-18 */
    *out = future->result;
    return NULL;
}

rl_exc *rl_future_peek(const rl_future *future, rl_value *out)
{
    RL_ASSERT(future->state == FUTURE_FINISHED);
    *out = future->result;
    return future->exception;
}

/* FUT-2; FUT-27: a cancelled one raises, and has no exception to give. */
rl_exc *rl_future_exception(rl_future *future, rl_exc **out)
{
    if (future->state == FUTURE_CANCELLED)
        return future_make_cancelled_error(future);
    if (future->state == FUTURE_PENDING)
        return rl_exc_from_err(RL_ERR_EXCEPTION_NOT_SET);
    future->log_traceback = false;
    *out = future->exception;
    return NULL;
}

/* ---- Callbacks ------------------------------------------------------------ */

void future_add_node(rl_future *future, future_node *node)
{
    RL_ASSERT(future->state == FUTURE_PENDING);
    node->next = NULL;
    *future->last = node;
    future->last = &node->next;
}

/* `place` is where the list points to the node. */
static void unlink_node(rl_future *future, future_node **place)
{
    future_node *node = *place;
    *place = node->next;
    if (future->last == &node->next)
        future->last = place;
    node->next = NULL;
}

bool future_remove_node(rl_future *future, future_node *node)
{
    for (future_node **at = &future->first; *at != NULL; at = &(*at)->next) {
        if (*at == node) {
            unlink_node(future, at);
            return true;
        }
    }
    return false;
}

void future_drop_nodes(rl_future *future)
{
    while (future->first != NULL) {
        future_node *node = future->first;
        unlink_node(future, &future->first);
        node_drop(node);
    }
}

/* What the loop calls for a node: the callback, and at its end the node goes. */
static rl_exc *run_callback(void *arg)
{
    future_node *node = arg;
    return node->call->run(node->arg);
}

static void drop_callback(void *arg)
{
    future_node *node = arg;
    rl_future *future = node->future;
    if (node->call->drop != NULL)
        node->call->drop(node->arg);
    rl_context_unref(node->context);
    mem_free(node);
    rl_future_unref(future);
}

static const rl_call callback_call = {run_callback, drop_callback};

/* FUT-6: of a future that is done. */
static rl_err call_now(rl_future *future, future_node *node, rl_context *context)
{
    node->future = rl_future_ref(future);
    rl_err err = rl_loop_call_soon(future->loop, &callback_call, node, context, NULL);
    if (err != RL_OK)
        rl_future_unref(future);
    return err;
}

/* CTX-5: the context is the one current when the callback is added. */
static rl_err call_later(rl_future *future, future_node *node, rl_context *context)
{
    rl_loop *loop = future->loop;
    rl_err err = RL_OK;
    if (loop_ops_can_reserve(loop))
        err = loop->ops->reserve_call(loop, &callback_call, node, context, 0, &node->handle);
    else if (context != NULL)
        node->context = rl_context_ref(context);
    else
        err = rl_context_copy_current(&node->context);
    if (err == RL_OK)
        future_add_node(future, node);
    return err;
}

rl_err rl_future_add_done_callback(rl_future *future, const rl_call *call, void *arg,
                                   rl_context *context)
{
    future_node *node = mem_alloc(sizeof *node);
    if (node == NULL)
        return RL_ERR_NO_MEMORY;
    *node = (future_node){.call = call, .arg = arg};
    bool done = future->state != FUTURE_PENDING;
    rl_err err = done ? call_now(future, node, context) : call_later(future, node, context);
    if (err != RL_OK)
        mem_free(node);
    return err;
}

/* FUT-7.  `same` and the drop are other people's code, so the list is searched again
 * from its start after each of them. */
size_t rl_future_remove_done_callback(rl_future *future, const rl_call *call,
                                      bool (*same)(void *arg, void *with), void *with)
{
    size_t removed = 0, skipped = 0;

    while (true) {
        future_node **at = &future->first;
        for (size_t i = 0; i < skipped && *at != NULL; i++)
            at = &(*at)->next;
        future_node *node = *at;
        if (node == NULL)
            return removed;
        if (node->call != NULL && node->call->run == call->run && same(node->arg, with) &&
            future_remove_node(future, node)) {
            node_drop(node);
            removed++;
        } else {
            skipped++;
        }
    }
}

/* Forget a node that was never queued. */
static void node_drop(future_node *node)
{
    if (node->is_step)
        node->call->drop(node->arg);
    else if (node->handle != NULL)
        rl_handle_unref(node->handle); /* drops the node */
    else
        drop_callback(node);
}

/* FUT-10, TASK-5: who awaits the future goes on in the next pass. */
static rl_err queue_step(rl_loop *loop, future_node *node)
{
    if (node->handle == NULL)
        return rl_loop_call_soon(loop, node->call, node->arg, node->context, NULL);
    rl_err err = loop->ops->call_reserved(loop, rl_handle_ref(node->handle));
    if (err != RL_OK)
        rl_handle_unref(node->handle);
    return err;
}

/* The callback's argument is the future in CPython, so its handle keeps that alive. */
static rl_err queue_callback(rl_future *future, future_node *node)
{
    rl_loop *loop = future->loop;
    node->future = rl_future_ref(future);
    if (node->handle != NULL)
        return loop->ops->call_reserved(loop, node->handle);
    return rl_loop_call_soon(loop, &callback_call, node, node->context, NULL);
}

static void check_done(const rl_future *future)
{
    RL_ASSERT(future->state != FUTURE_PENDING);
    RL_ASSERT(future->state != FUTURE_CANCELLED || future->exception == NULL);
}

/* FUT-5.  FUT-8: each has a handle of its own, so one that raises stops no other.
 * The list is emptied first: a drop may look at the future.
 * CPython: Future.__schedule_callbacks. */
static rl_err schedule_callbacks(rl_future *future)
{
    future_node *node = future->first;
    rl_loop *loop = future->loop;
    rl_err result = RL_OK;

    check_done(future);
    future->first = NULL;
    future->last = &future->first;
    while (node != NULL) {
        future_node *next = node->next;
        rl_err err = node->is_step ? queue_step(loop, node) : queue_callback(future, node);
        if (err != RL_OK) {
            result = err;
            node_drop(node);
        }
        node = next;
    }
    return result;
}
