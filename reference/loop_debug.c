/*
 * loop_debug.c - debug mode: how long callbacks take.
 *
 * CPython: the branch `if self._debug` of BaseEventLoop._run_once, set_debug,
 * slow_callback_duration.  The other half of the mode, the refusal of calls from
 * other threads, stands where those calls arrive (loop.c).
 *
 * The mode is which function runs a handle, so there is no flag beside it that
 * could say something else.
 */
#include <stdio.h>

#include "log.h"
#include "loop.h"
#include "reftask.h"

/* DBG-6: the task, where it was a step of one. */
static void warn_of_slow(const handle *h, double took_s)
{
    char shown[160], text[224];
    rl_task *task = rl_call_task(h->call, h->arg);
    if (task != NULL)
        exception_handler_future_repr(rl_task_future(task), shown, sizeof shown);
    else
        exception_handler_handle_repr(&h->base, shown, sizeof shown);
    snprintf(text, sizeof text, "Executing %s took %.3f seconds", shown, took_s);
    log_write(RL_LOG_WARNING, text, NULL);
}

/* DBG-5.  The clock is read twice more, and not at all for a handle that is
 * cancelled.  An exception that leaves the run leaves the measurement too. */
rl_exc *loop_debug_run(handle *h)
{
    reference_loop *loop = loop_of(h->base.loop);

    if (handle_cancelled(h))
        return handle_run(h);
    double began_s = clock_time_s(loop->clock);
    rl_exc *exc = handle_run(h);
    if (exc != NULL)
        exc = loop_callback_failed(loop, h, exc);
    if (exc != NULL)
        return exc;
    double took_s = clock_time_s(loop->clock) - began_s;
    if (took_s >= loop->slow_callback_duration_s)
        warn_of_slow(h, took_s);
    return NULL;
}

void loop_debug_set(rl_loop *base, bool enabled)
{
    atomic_store_explicit(&loop_of(base)->run_handle, enabled ? loop_debug_run : handle_run,
                          memory_order_relaxed);
}

bool loop_debug_get(rl_loop *base)
{
    return loop_in_debug(loop_of(base));
}

void loop_debug_set_duration(rl_loop *base, double seconds)
{
    loop_of(base)->slow_callback_duration_s = seconds;
}

double loop_debug_get_duration(rl_loop *base)
{
    return loop_of(base)->slow_callback_duration_s;
}
