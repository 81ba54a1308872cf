/*
 * adapter.c - see adapter.h.  Part of the command, not of the adapters.
 */
#include "adapter.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../reference/exception_handler.h"
#include "../../reference/reftask.h"

static rl_adapter_loop *loop_of(rl_loop *loop)
{
    return (rl_adapter_loop *)loop;
}

static rl_adapter_handle *handle_of(const rl_handle *handle)
{
    return (rl_adapter_handle *)(uintptr_t)handle;
}

/* ---- Handles ---- */

rl_err rl_adapter_handle_new(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                             double when_s, rl_handle **out, rl_adapter_handle **made)
{
    if (loop_of(loop)->closed)
        return RL_ERR_LOOP_CLOSED;
    rl_adapter_handle *handle = calloc(1, sizeof *handle);
    if (handle == NULL)
        return RL_ERR_NO_MEMORY;
    rl_err err = RL_OK;
    if (context != NULL)
        handle->context = rl_context_ref(context);
    else
        err = rl_context_copy_current(&handle->context);
    if (err != RL_OK) {
        free(handle);
        return err;
    }
    handle->base.loop = loop;
    atomic_init(&handle->ref_count, out != NULL ? 2 : 1);
    handle->has_arg = true;
    handle->call = call;
    handle->arg = arg;
    handle->when_s = when_s;
    atomic_fetch_add(&loop_of(loop)->handles, 1);
    if (out != NULL)
        *out = &handle->base;
    *made = handle;
    return RL_OK;
}

/* What it was given is dropped once, and never while its callback runs. */
static void drop_arg(rl_adapter_handle *handle)
{
    if (!handle->has_arg || handle->running)
        return;
    handle->has_arg = false;
    if (handle->call->drop != NULL)
        handle->call->drop(handle->arg);
}

void rl_adapter_handle_unref(rl_handle *base)
{
    rl_adapter_handle *handle = handle_of(base);
    if (atomic_fetch_sub(&handle->ref_count, 1) > 1)
        return;
    drop_arg(handle);
    rl_context_unref(handle->context);
    atomic_fetch_sub(&loop_of(base->loop)->handles, 1);
    free(handle);
}

rl_handle *rl_adapter_handle_ref(rl_handle *base)
{
    atomic_fetch_add(&handle_of(base)->ref_count, 1);
    return base;
}

void rl_adapter_handle_cancel(rl_handle *base)
{
    rl_adapter_handle *handle = handle_of(base);
    if (handle->cancelled)
        return;
    rl_adapter_handle_ref(base); /* what is dropped may hold the last reference */
    handle->cancelled = true;
    drop_arg(handle);
    if (handle->on_cancel != NULL)
        handle->on_cancel(handle);
    rl_adapter_handle_unref(base);
}

bool rl_adapter_handle_cancelled(const rl_handle *base)
{
    return handle_of(base)->cancelled;
}

double rl_adapter_handle_when(const rl_handle *base)
{
    return handle_of(base)->when_s;
}

rl_err rl_adapter_handle_get_context(rl_handle *base, rl_context **out)
{
    *out = rl_context_ref(handle_of(base)->context);
    return RL_OK;
}

void rl_adapter_drop(rl_adapter_handle *handle)
{
    drop_arg(handle);
    rl_adapter_handle_unref(&handle->base);
}

/* ---- Running ---- */

static rl_exc *call(rl_adapter_handle *handle)
{
    rl_err err = rl_context_enter(handle->context);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    handle->running = true;
    rl_exc *exc = handle->call->run(handle->arg);
    handle->running = false;
    rl_context_exit(handle->context);
    return exc;
}

/* `exc` is taken. */
static void report(rl_adapter_handle *handle, rl_exc *exc)
{
    rl_adapter_loop *loop = loop_of(handle->base.loop);
    if (!rl_exc_is_fatal(exc)) {
        rl_exc_context context = {
            .message = "Exception in callback", .exception = exc, .handle = &handle->base};
        rl_exc *raised = rl_adapter_call_exception_handler(&loop->base, &context);
        rl_exc_unref(exc);
        exc = raised;
    }
    if (exc == NULL)
        return;
    if (loop->left == NULL)
        loop->left = exc;
    else
        rl_exc_unref(exc);
}

bool rl_adapter_run(rl_adapter_handle *handle)
{
    rl_adapter_loop *loop = loop_of(handle->base.loop);
    rl_adapter_handle_ref(&handle->base);
    if (!handle->cancelled) {
        rl_exc *exc = call(handle);
        if (exc != NULL)
            report(handle, exc);
    }
    bool over = !handle->repeats;
    if (over || handle->cancelled)
        drop_arg(handle);
    if (over)
        rl_adapter_handle_unref(&handle->base);
    bool go_on = loop->left == NULL;
    rl_adapter_handle_unref(&handle->base);
    return go_on;
}

void rl_adapter_push(rl_adapter_queue *queue, rl_adapter_handle *handle)
{
    handle->next = NULL;
    if (queue->last != NULL)
        queue->last->next = handle;
    else
        queue->first = handle;
    queue->last = handle;
    queue->count++;
}

rl_adapter_handle *rl_adapter_pop(rl_adapter_queue *queue)
{
    rl_adapter_handle *handle = queue->first;
    if (handle == NULL)
        return NULL;
    queue->first = handle->next;
    if (queue->first == NULL)
        queue->last = NULL;
    queue->count--;
    return handle;
}

bool rl_adapter_run_batch(rl_adapter_queue *queue)
{
    bool go_on = true;
    for (size_t left = queue->count; left > 0 && go_on; left--)
        go_on = rl_adapter_run(rl_adapter_pop(queue));
    return go_on;
}

void rl_adapter_drop_all(rl_adapter_queue *queue)
{
    for (rl_adapter_handle *handle; (handle = rl_adapter_pop(queue)) != NULL;)
        rl_adapter_drop(handle);
}

/* ---- Runs, closing ---- */

rl_exc *rl_adapter_begin(rl_loop *loop)
{
    if (loop_of(loop)->closed)
        return rl_exc_from_err(RL_ERR_LOOP_CLOSED);
    if (loop_of(loop)->running)
        return rl_exc_from_err(RL_ERR_LOOP_RUNNING);
    if (rl_get_running_loop() != NULL)
        return rl_exc_from_err(RL_ERR_OTHER_LOOP_RUNNING);
    rl_loop_ref(loop); /* a callback may release the loop */
    loop_of(loop)->running = true;
    rl_set_running_loop(loop);
    return NULL;
}

rl_exc *rl_adapter_end(rl_loop *loop)
{
    rl_exc *left = loop_of(loop)->left;
    loop_of(loop)->left = NULL;
    loop_of(loop)->running = false;
    rl_set_running_loop(NULL);
    rl_loop_unref(loop);
    return left;
}

rl_err rl_adapter_close(rl_loop *loop, bool *go_on)
{
    *go_on = false;
    if (loop_of(loop)->running)
        return RL_ERR_CLOSE_RUNNING;
    *go_on = !loop_of(loop)->closed;
    loop_of(loop)->closed = true;
    return RL_OK;
}

bool rl_adapter_is_running(rl_loop *loop)
{
    return loop_of(loop)->running;
}

bool rl_adapter_is_closed(rl_loop *loop)
{
    return loop_of(loop)->closed;
}

void rl_adapter_census(rl_loop *loop, rl_loop_census *out)
{
    *out = (rl_loop_census){.handles = atomic_load(&loop_of(loop)->handles),
                            .descriptors = loop_of(loop)->descriptors};
}

/* ---- The exception handler ---- */

void rl_adapter_set_exception_handler(rl_loop *loop, rl_exception_handler fn, void *arg)
{
    loop_of(loop)->handler = fn;
    loop_of(loop)->handler_arg = arg;
}

/* EXC-10: that of the task named, else of the handle; a plain future has none. */
static rl_context *context_of(const rl_exc_context *context)
{
    rl_future *named = context->task != NULL ? context->task : context->future;
    rl_task *task = named != NULL ? rl_future_task(named) : NULL;
    if (task != NULL)
        return rl_task_get_context(task);
    return named == NULL && context->handle != NULL ? handle_of(context->handle)->context : NULL;
}

rl_exc *rl_adapter_call_exception_handler(rl_loop *base, const rl_exc_context *context)
{
    rl_adapter_loop *loop = loop_of(base);
    if (loop->handler == NULL)
        return exception_handler_default(base, context);
    rl_context *inside = context_of(context);
    rl_err err = inside != NULL ? rl_context_enter(inside) : RL_OK;
    rl_exc *exc = err == RL_OK ? loop->handler(base, context, loop->handler_arg)
                               : rl_exc_from_err(err);
    if (inside != NULL && err == RL_OK)
        rl_context_exit(inside);
    if (exc == NULL || rl_exc_is_fatal(exc))
        return exc;
    exception_handler_failed(base, context, exc);
    rl_exc_unref(exc);
    return NULL;
}
