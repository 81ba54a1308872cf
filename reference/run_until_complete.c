/*
 * run_until_complete.c - run a loop until a future is done.
 *
 * CPython: BaseEventLoop.run_until_complete, _run_until_complete_cb.
 */
#include "refloop.h"

/* STOP-8: the done callback stops the loop, so one hop later.  A future that
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

static rl_err check(rl_loop *loop, const rl_future *future)
{
    if (rl_loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED;
    if (rl_loop_is_running(loop))
        return RL_ERR_LOOP_RUNNING;
    if (rl_get_running_loop() != NULL)
        return RL_ERR_OTHER_LOOP_RUNNING;
    if (rl_future_get_loop(future) != loop)
        return RL_ERR_FOREIGN_FUTURE; /* STOP-20 */
    return RL_OK;
}

static void release_future(void *arg)
{
    rl_future_unref(arg);
}

rl_exc *rl_run_until_complete(rl_loop *loop, rl_future *future)
{
    static const rl_call stop_call = {stop_loop, release_future};

    rl_err err = check(loop, future);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_future_ref(future); /* of the callback, which may outlive this run */
    err = rl_future_add_done_callback(future, &stop_call, future, NULL);
    if (err != RL_OK) {
        rl_future_unref(future);
        return rl_exc_from_err(err);
    }
    rl_future_ref(future);
    rl_exc *exc = rl_loop_run_forever(loop);
    rl_future_remove_done_callback(future, &stop_call, same_future, future);
    if (exc == NULL && !rl_future_done(future))
        exc = rl_exc_from_err(RL_ERR_STOPPED_EARLY); /* STOP-11 */
    rl_future_unref(future);
    return exc;
}
