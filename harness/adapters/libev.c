/*
 * libev.c - asyncio's loop on libev, as one would write it.
 *
 * Callbacks wait in a queue that an idle watcher keeps the poll from waiting for, and a
 * check watcher runs it after the poll.  Timers and descriptors are libev's own.
 */
#include <ev.h>
#include <math.h>
#include <stdlib.h>

#include "adapter.h"

typedef struct ev_adapter {
    rl_adapter_loop kit;
    struct ev_loop *ev;
    ev_idle idle;   /* active while something is queued */
    ev_check check; /* runs the queue */
    ev_async async; /* keeps the run alive, and wakes it */
} ev_adapter;

static ev_adapter *of(rl_loop *loop)
{
    return (ev_adapter *)loop;
}

/* ---- Callbacks ---- */

static void on_idle(struct ev_loop *ev, ev_idle *idle, int events)
{
    (void)ev, (void)idle, (void)events; /* that it is active makes the poll return at once */
}

static void queued(rl_loop *loop)
{
    ev_idle_start(of(loop)->ev, &of(loop)->idle);
}

static void on_check(struct ev_loop *ev, ev_check *check, int events)
{
    ev_adapter *self = check->data;
    (void)events;
    rl_adapter_run_queued(&self->kit.base);
    if (!rl_adapter_has_queued(&self->kit.base))
        ev_idle_stop(ev, &self->idle);
}

static void on_async(struct ev_loop *ev, ev_async *async, int events)
{
    (void)ev, (void)events;
    queued(async->data);
}

static void wake(rl_loop *loop)
{
    ev_async_send(of(loop)->ev, &of(loop)->async);
}

static void leave(rl_loop *loop)
{
    ev_break(of(loop)->ev, EVBREAK_ONE);
}

/* ---- Timers ---- */

static void on_timer(struct ev_loop *ev, ev_timer *timer, int events)
{
    (void)ev, (void)events;
    rl_adapter_fire(timer->data);
}

static rl_err start_timer(rl_adapter_handle *handle)
{
    struct ev_loop *ev = of(handle->base.loop)->ev;
    ev_timer *timer = malloc(sizeof *timer);
    if (timer == NULL)
        return RL_ERR_NO_MEMORY;
    ev_now_update(ev); /* it is as old as the last poll */
    double delay_s = fmin(fmax(handle->when_s - rl_adapter_time(handle->base.loop), 0), 1e9);
    /* libev calls a timer when its time is past: a tick earlier that is when it has come. */
    ev_timer_init(timer, on_timer, delay_s - 1e-9, 0);
    timer->data = handle;
    handle->native = timer;
    ev_timer_start(ev, timer);
    return RL_OK;
}

static void stop_timer(rl_adapter_handle *handle)
{
    ev_timer_stop(of(handle->base.loop)->ev, handle->native);
    free(handle->native);
}

/* ---- Descriptors ---- */

static void on_io(struct ev_loop *ev, ev_io *io, int events)
{
    (void)ev;
    rl_adapter_run_watcher(io->data, events & EV_READ, events & EV_WRITE);
}

static rl_err watch(rl_adapter_watcher *watcher)
{
    struct ev_loop *ev = of(watcher->loop)->ev;
    ev_io *io = watcher->native;
    int events = (watcher->reader != NULL ? EV_READ : 0) | (watcher->writer != NULL ? EV_WRITE : 0);
    if (io == NULL) {
        io = malloc(sizeof *io);
        if (io == NULL)
            return RL_ERR_NO_MEMORY;
        ev_init(io, on_io);
        io->data = watcher;
        watcher->native = io;
    }
    ev_io_stop(ev, io);
    if (events != 0) {
        ev_io_set(io, watcher->fd, events);
        ev_io_start(ev, io);
    } else {
        free(io);
    }
    return RL_OK;
}

/* ---- The loop ---- */

static rl_err run(rl_loop *loop)
{
    ev_run(of(loop)->ev, 0);
    return RL_OK;
}

static void close_native(rl_loop *loop)
{
    ev_loop_destroy(of(loop)->ev);
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
    ev_adapter *self = rl_adapter_new(sizeof *self, &native);
    if (self == NULL)
        return RL_ERR_NO_MEMORY;
    self->ev = ev_loop_new(EVFLAG_AUTO);
    if (self->ev == NULL) {
        rl_adapter_free(&self->kit.base);
        return RL_ERR_NO_MEMORY;
    }
    ev_idle_init(&self->idle, on_idle);
    ev_check_init(&self->check, on_check);
    ev_async_init(&self->async, on_async);
    self->check.data = self->async.data = self;
    ev_check_start(self->ev, &self->check);
    ev_async_start(self->ev, &self->async);
    *out = &self->kit.base;
    return RL_OK;
}

const rl_loop_ops rl_adapter_ops = {
    RL_ADAPTER_OPS("libev"),
    RL_ADAPTER_THREADS,
    RL_ADAPTER_READERS,
    .new_loop = new_loop,
    .time = rl_adapter_time,
};
