/*
 * ensure_future.c - a future for whatever can be awaited.
 *
 * CPython: tasks.ensure_future.
 */
#include "reftask.h"

/* TASK-37.  CPython: ensure_future. */
rl_exc *rl_ensure_future(rl_awaitable awaitable, rl_loop *loop, rl_future **out)
{
    if (awaitable.future != NULL) {
        if (loop != NULL && loop != rl_future_get_loop(awaitable.future))
            return rl_exc_from_err(RL_ERR_FOREIGN_FUTURE);
        *out = rl_future_ref(awaitable.future);
        return NULL;
    }
    if (loop == NULL)
        loop = rl_get_running_loop();
    if (loop == NULL) {
        rl_coro_unref(awaitable.coro);
        return rl_exc_from_err(RL_ERR_NO_RUNNING_LOOP);
    }
    rl_coro *coro = rl_coro_ref(awaitable.coro);
    rl_exc *exc = rl_loop_create_task(loop, awaitable.coro, NULL, out);
    if (exc != NULL && !rl_exc_is_fatal(exc))
        rl_exc_unref(rl_coro_close(coro));
    rl_coro_unref(coro);
    return exc;
}
