/*
 * loop_ops.c - the interface of all loops: dispatch through rl_loop_ops.
 *
 * A member that is NULL, or lies behind the end of the table as the
 * implementation was compiled, is an operation that the loop lacks.
 */
#include "loop_ops.h"

#include <math.h>
#include <stdio.h>

#include "log.h"

/* Does that loop have the operation? */
#define HAS(loop, op)                                                                              \
    (offsetof(rl_loop_ops, op) + sizeof((loop)->ops->op) <= (loop)->ops->size &&                   \
     (loop)->ops->op != NULL)

/* STOP-16.  It is all that a thread knows of loops, and a loop keeps everything else
 * to itself: so several may run, in turns and in several threads (STOP-23, THR-19). */
_Thread_local rl_loop *loop_ops_running;

rl_loop *rl_get_running_loop(void)
{
    return loop_ops_running;
}

void rl_set_running_loop(rl_loop *loop)
{
    loop_ops_running = loop;
}

/* ---- Life ----------------------------------------------------------------- */

rl_err rl_loop_new(const rl_loop_ops *ops, rl_loop **out)
{
    if (ops->version != RL_LOOP_OPS_VERSION || ops->size < offsetof(rl_loop_ops, handle_when) ||
        ops->new_loop == NULL)
        return RL_ERR_UNSUPPORTED;
    rl_loop *loop;
    rl_err err = ops->new_loop(&loop);
    if (err != RL_OK)
        return err;
    *loop = (rl_loop){.ops = ops, .ref_count = 1};
    *out = loop;
    return RL_OK;
}

rl_loop *rl_loop_ref(rl_loop *loop)
{
    loop->ref_count++;
    return loop;
}

/* The executor's part of closing. */
static void run_at_close(rl_loop *loop)
{
    void (*at_close)(rl_loop *) = loop->at_close;
    loop->at_close = NULL;
    if (at_close != NULL)
        at_close(loop);
}

/* STOP-19.  CPython: BaseEventLoop.__del__.  The loop holds one reference to
 * itself while it closes, since what is dropped may take and release some. */
void rl_loop_unref(rl_loop *loop)
{
    if (loop == NULL || --loop->ref_count > 0)
        return;
    loop->ref_count = 1;
    if (!rl_loop_is_closed(loop)) {
        char text[80];
        snprintf(text, sizeof text, "unclosed event loop <%.32s>",
                 loop->ops->name == NULL ? "loop" : loop->ops->name);
        log_write(RL_LOG_RESOURCE_WARNING, text, NULL);
        if (!rl_loop_is_running(loop))
            rl_loop_close(loop);
    }
    run_at_close(loop); /* made after the close */
    if (--loop->ref_count == 0 && HAS(loop, free_loop))
        loop->ops->free_loop(loop);
}

rl_exc *rl_loop_run_forever(rl_loop *loop)
{
    if (!HAS(loop, run_forever))
        return rl_exc_from_err(RL_ERR_UNSUPPORTED);
    return loop->ops->run_forever(loop);
}

void rl_loop_stop(rl_loop *loop)
{
    if (HAS(loop, stop))
        loop->ops->stop(loop);
}

/* The executor's part comes last: by then the loop refuses what its workers
 * would still queue. */
rl_err rl_loop_close(rl_loop *loop)
{
    if (!HAS(loop, close))
        return RL_ERR_UNSUPPORTED;
    rl_err err = loop->ops->close(loop);
    if (err != RL_OK)
        return err;
    run_at_close(loop);
    return RL_OK;
}

bool rl_loop_is_running(rl_loop *loop)
{
    return HAS(loop, is_running) && loop->ops->is_running(loop);
}

bool rl_loop_is_closed(rl_loop *loop)
{
    return HAS(loop, is_closed) && loop->ops->is_closed(loop);
}

/* ---- Callbacks and timers ------------------------------------------------- */

rl_err rl_loop_call_soon(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                         rl_handle **out)
{
    if (!HAS(loop, call_soon))
        return RL_ERR_UNSUPPORTED;
    return loop->ops->call_soon(loop, call, arg, context, out);
}

rl_err rl_loop_call_soon_threadsafe(rl_loop *loop, const rl_call *call, void *arg,
                                    rl_context *context, rl_handle **out)
{
    if (!HAS(loop, call_soon_threadsafe))
        return RL_ERR_UNSUPPORTED;
    return loop->ops->call_soon_threadsafe(loop, call, arg, context, out);
}

rl_err rl_loop_call_at(rl_loop *loop, double when_s, const rl_call *call, void *arg,
                       rl_context *context, rl_handle **out)
{
    if (!HAS(loop, call_at))
        return RL_ERR_UNSUPPORTED;
    return loop->ops->call_at(loop, when_s, call, arg, context, out);
}

rl_err rl_loop_call_later(rl_loop *loop, double delay_s, const rl_call *call, void *arg,
                          rl_context *context, rl_handle **out)
{
    return rl_loop_call_at(loop, rl_loop_time(loop) + delay_s, call, arg, context, out);
}

double rl_loop_time(rl_loop *loop)
{
    return HAS(loop, time) ? loop->ops->time(loop) : NAN;
}

rl_handle *rl_handle_ref(rl_handle *handle)
{
    return handle->loop->ops->handle_ref(handle);
}

void rl_handle_unref(rl_handle *handle)
{
    if (handle != NULL)
        handle->loop->ops->handle_unref(handle);
}

void rl_handle_cancel(rl_handle *handle)
{
    handle->loop->ops->handle_cancel(handle);
}

bool rl_handle_cancelled(const rl_handle *handle)
{
    return handle->loop->ops->handle_cancelled(handle);
}

double rl_handle_when(const rl_handle *handle)
{
    return HAS(handle->loop, handle_when) ? handle->loop->ops->handle_when(handle) : NAN;
}

rl_err rl_handle_get_context(rl_handle *handle, rl_context **out)
{
    if (!HAS(handle->loop, handle_get_context))
        return RL_ERR_UNSUPPORTED;
    return handle->loop->ops->handle_get_context(handle, out);
}

/* ---- Descriptors ---------------------------------------------------------- */

rl_err rl_loop_add_reader(rl_loop *loop, int fd, const rl_call *call, void *arg)
{
    return HAS(loop, add_reader) ? loop->ops->add_reader(loop, fd, call, arg)
                                 : (rl_err)RL_ERR_UNSUPPORTED;
}

rl_err rl_loop_add_writer(rl_loop *loop, int fd, const rl_call *call, void *arg)
{
    return HAS(loop, add_writer) ? loop->ops->add_writer(loop, fd, call, arg)
                                 : (rl_err)RL_ERR_UNSUPPORTED;
}

rl_err rl_loop_remove_reader(rl_loop *loop, int fd, bool *removed)
{
    return HAS(loop, remove_reader) ? loop->ops->remove_reader(loop, fd, removed)
                                    : (rl_err)RL_ERR_UNSUPPORTED;
}

rl_err rl_loop_remove_writer(rl_loop *loop, int fd, bool *removed)
{
    return HAS(loop, remove_writer) ? loop->ops->remove_writer(loop, fd, removed)
                                    : (rl_err)RL_ERR_UNSUPPORTED;
}

/* ---- Exceptions, census --------------------------------------------------- */

void rl_loop_set_exception_handler(rl_loop *loop, rl_exception_handler fn, void *arg)
{
    if (HAS(loop, set_exception_handler))
        loop->ops->set_exception_handler(loop, fn, arg);
}

rl_exc *rl_loop_call_exception_handler(rl_loop *loop, const rl_exc_context *context)
{
    if (!HAS(loop, call_exception_handler))
        return rl_exc_from_err(RL_ERR_UNSUPPORTED);
    return loop->ops->call_exception_handler(loop, context);
}

rl_exc *rl_loop_default_exception_handler(rl_loop *loop, const rl_exc_context *context)
{
    if (!HAS(loop, default_exception_handler))
        return rl_exc_from_err(RL_ERR_UNSUPPORTED);
    return loop->ops->default_exception_handler(loop, context);
}

rl_err rl_loop_get_census(rl_loop *loop, rl_loop_census *out)
{
    if (!HAS(loop, census))
        return RL_ERR_UNSUPPORTED;
    loop->ops->census(loop, out);
    return RL_OK;
}

/* ---- Signals -------------------------------------------------------------- */

rl_err rl_loop_add_signal_handler(rl_loop *loop, int number, const rl_call *call, void *arg)
{
    return HAS(loop, add_signal_handler) ? loop->ops->add_signal_handler(loop, number, call, arg)
                                         : (rl_err)RL_ERR_UNSUPPORTED;
}

rl_err rl_loop_remove_signal_handler(rl_loop *loop, int number, bool *removed)
{
    return HAS(loop, remove_signal_handler)
               ? loop->ops->remove_signal_handler(loop, number, removed)
               : (rl_err)RL_ERR_UNSUPPORTED;
}

/* ---- Debug mode ----------------------------------------------------------- */

rl_err rl_loop_set_debug(rl_loop *loop, bool enabled)
{
    if (!HAS(loop, set_debug))
        return RL_ERR_UNSUPPORTED;
    loop->ops->set_debug(loop, enabled);
    return RL_OK;
}

bool rl_loop_get_debug(rl_loop *loop)
{
    return HAS(loop, get_debug) && loop->ops->get_debug(loop);
}

rl_err rl_loop_set_slow_callback_duration(rl_loop *loop, double seconds)
{
    if (!HAS(loop, set_slow_callback_duration))
        return RL_ERR_UNSUPPORTED;
    loop->ops->set_slow_callback_duration(loop, seconds);
    return RL_OK;
}

double rl_loop_get_slow_callback_duration(rl_loop *loop)
{
    return HAS(loop, get_slow_callback_duration) ? loop->ops->get_slow_callback_duration(loop)
                                                 : NAN;
}

bool loop_ops_can_reserve(const rl_loop *loop)
{
    return HAS(loop, reserve_call) && HAS(loop, call_reserved);
}
