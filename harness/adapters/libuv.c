/*
 * libuv.c - asyncio's loop on libuv, as one would write it.
 *
 * Callbacks wait in a queue that an idle handle keeps the poll from waiting for, and a
 * check handle runs it after the poll.  Timers and descriptors are libuv's own, called
 * where libuv calls them: timers first, then I/O, then what was queued.
 */
#include <math.h>
#include <stdlib.h>
#include <uv.h>

#include "adapter.h"

typedef struct uv_adapter {
    rl_adapter_loop kit;
    uv_loop_t uv;
    uv_idle_t idle;   /* active while something is queued */
    uv_check_t check; /* runs the queue */
    uv_async_t async; /* keeps the run alive, and wakes it */
} uv_adapter;

static uv_adapter *of(rl_loop *loop)
{
    return (uv_adapter *)loop;
}

/* ---- Callbacks ---- */

static void on_idle(uv_idle_t *idle)
{
    (void)idle; /* that it is active makes the poll return at once */
}

static void queued(rl_loop *loop)
{
    uv_idle_start(&of(loop)->idle, on_idle);
}

static void on_check(uv_check_t *check)
{
    uv_adapter *self = check->data;
    rl_adapter_run_queued(&self->kit.base);
    if (!rl_adapter_has_queued(&self->kit.base))
        uv_idle_stop(&self->idle);
}

static void on_async(uv_async_t *async)
{
    queued(async->data);
}

static void wake(rl_loop *loop)
{
    uv_async_send(&of(loop)->async);
}

static void leave(rl_loop *loop)
{
    uv_stop(&of(loop)->uv);
}

/* ---- Timers ---- */

static double now_s(rl_loop *loop)
{
    (void)loop;
    return (double)uv_hrtime() / 1e9;
}

static void free_native(uv_handle_t *native)
{
    free(native);
}

static void on_timer(uv_timer_t *timer)
{
    rl_adapter_fire(timer->data);
}

static rl_err start_timer(rl_adapter_handle *handle)
{
    uv_loop_t *uv = &of(handle->base.loop)->uv;
    uv_timer_t *timer = malloc(sizeof *timer);
    if (timer == NULL)
        return RL_ERR_NO_MEMORY;
    uv_timer_init(uv, timer);
    timer->data = handle;
    handle->native = timer;
    double delay_ms = ceil((handle->when_s - now_s(handle->base.loop)) * 1e3);
    uv_update_time(uv);
    uv_timer_start(timer, on_timer, delay_ms > 0 ? (uint64_t)fmin(delay_ms, 1e15) : 0, 0);
    return RL_OK;
}

static void stop_timer(rl_adapter_handle *handle)
{
    uv_close(handle->native, free_native);
}

/* ---- Descriptors ---- */

static void on_poll(uv_poll_t *poll, int status, int events)
{
    rl_adapter_run_watcher(poll->data, status < 0 || events & (UV_READABLE | UV_DISCONNECT),
                           status < 0 || events & UV_WRITABLE);
}

static rl_err watch(rl_adapter_watcher *watcher)
{
    uv_poll_t *poll = watcher->native;
    int events = (watcher->reader != NULL ? UV_READABLE : 0) |
                 (watcher->writer != NULL ? UV_WRITABLE : 0);
    if (events == 0) {
        uv_close((uv_handle_t *)poll, free_native);
        return RL_OK;
    }
    if (poll == NULL) {
        poll = malloc(sizeof *poll);
        if (poll == NULL)
            return RL_ERR_NO_MEMORY;
        int status = uv_poll_init(&of(watcher->loop)->uv, poll, watcher->fd);
        if (status != 0) {
            free(poll);
            return status;
        }
        poll->data = watcher;
        watcher->native = poll;
    }
    return uv_poll_start(poll, events, on_poll);
}

/* ---- The loop ---- */

static rl_err run(rl_loop *loop)
{
    uv_run(&of(loop)->uv, UV_RUN_DEFAULT);
    return RL_OK;
}

static void close_native(rl_loop *loop)
{
    uv_adapter *self = of(loop);
    uv_close((uv_handle_t *)&self->idle, NULL);
    uv_close((uv_handle_t *)&self->check, NULL);
    uv_close((uv_handle_t *)&self->async, NULL);
    uv_run(&self->uv, UV_RUN_DEFAULT); /* the callbacks of closing */
    uv_loop_close(&self->uv);
}

static const rl_adapter_native native = {
    .queued = queued,
    .leave = leave,
    .run = run,
    .start_timer = start_timer,
    .stop_timer = stop_timer,
    .close = close_native,
    .watch = watch,
    .wake = wake,
};

static rl_err new_loop(rl_loop **out)
{
    uv_adapter *self = rl_adapter_new(sizeof *self, &native);
    if (self == NULL)
        return RL_ERR_NO_MEMORY;
    int status = uv_loop_init(&self->uv);
    if (status != 0) {
        rl_adapter_free(&self->kit.base);
        return status;
    }
    uv_idle_init(&self->uv, &self->idle);
    uv_check_init(&self->uv, &self->check);
    uv_async_init(&self->uv, &self->async, on_async);
    self->check.data = self->async.data = self;
    uv_check_start(&self->check, on_check);
    *out = &self->kit.base;
    return RL_OK;
}

const rl_loop_ops rl_adapter_ops = {
    RL_ADAPTER_OPS("libuv"),
    RL_ADAPTER_THREADS,
    RL_ADAPTER_READERS,
    .new_loop = new_loop,
    .time = now_s,
};
