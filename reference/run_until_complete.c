/*
 * run_until_complete.c - run a loop until a future, or a coroutine, is done.
 *
 * CPython: BaseEventLoop.run_until_complete, _run_until_complete_cb.
 */
#include "exc.h"
#include "future.h"
#include "reftask.h"

/* STOP-8: the done callback stops the loop, so one hop later, behind what is queued
 * by then, a new task's first step for one (STOP-9).  A future that
 * holds SystemExit or KeyboardInterrupt stops nothing: that exception has left
 * the run itself, and a stop would be left over for the next one. */
static rl_exc *stop_loop(void *arg)
{
    rl_future *future = arg;
    rl_exc *exc = NULL;

    if (!rl_future_cancelled(future)) {
        rl_exc *misuse = rl_future_exception(future, &exc);
        rl_exc_unref(misuse);
    }
    if (exc == NULL || !rl_exc_is_fatal(exc))
        rl_loop_stop(rl_future_get_loop(future));
    return NULL;
}

static bool same_future(void *arg, void *with)
{
    return arg == with;
}

static rl_err can_run(rl_loop *loop)
{
    if (rl_loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED;
    if (rl_loop_is_running(loop))
        return RL_ERR_LOOP_RUNNING;
    return rl_get_running_loop() != NULL ? RL_ERR_OTHER_LOOP_RUNNING : RL_OK;
}

static void release_future(void *arg)
{
    rl_future_unref(arg);
}

rl_exc *rl_run_until_complete(rl_loop *loop, rl_future *future)
{
    static const rl_call stop_call = {stop_loop, release_future};

    rl_err err = can_run(loop);
    if (err == RL_OK && rl_future_get_loop(future) != loop)
        err = RL_ERR_FOREIGN_FUTURE; /* STOP-20 */
    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_future_ref(future); /* of the callback, which may outlive this run */
    /* STOP-10: where the future is done already this queues, and one pass is run. */
    err = rl_future_add_done_callback(future, &stop_call, future, NULL);
    if (err != RL_OK) {
        rl_future_unref(future);
        return rl_exc_from_err(err);
    }
    rl_future_ref(future);
    rl_exc *exc = rl_loop_run_forever(loop);
    rl_future_remove_done_callback(future, &stop_call, same_future, future);
    /* STOP-11.  The future counts, and not who has stopped the loop (STOP-12). */
    if (exc == NULL && !rl_future_done(future))
        exc = rl_exc_from_err(RL_ERR_STOPPED_EARLY);
    rl_future_unref(future);
    return exc;
}

rl_exc *rl_run_until_complete_coro(rl_loop *loop, rl_coro *coro, rl_value *result)
{
    rl_err err = can_run(loop);
    if (err != RL_OK) {
        rl_coro_unref(coro);
        return rl_exc_from_err(err);
    }
    rl_future *future;
    rl_exc *exc = rl_ensure_future((rl_awaitable){.coro = coro}, loop, &future);
    if (exc != NULL)
        return exc;
    /* STOP-13: nobody else knows it. */
    if (rl_future_task(future) != NULL)
        rl_task_set_log_destroy_pending(rl_future_task(future), false);
    exc = rl_run_until_complete(loop, future);
    if (exc == NULL) {
        exc = rl_future_result(future, result);
        if (exc == NULL)
            value_ref(*result);
    } else if (rl_future_done(future) && !rl_future_cancelled(future)) {
        future_mark_retrieved(future); /* what left the run was its exception */
    }
    rl_future_unref(future);
    return exc;
}
