/*
 * libevent.c - asyncio's loop on libevent, as one would write it.
 *
 * Callbacks wait in a queue that an event with a timeout of zero runs.  (event_active
 * would do it without a poll in between, and starve everything else.)  Timers and
 * descriptors are libevent's own.
 */
#include <errno.h>
#include <event2/event.h>
#include <event2/thread.h>
#include <math.h>

#include "adapter.h"

typedef struct event_adapter {
    rl_adapter_loop kit;
    struct event_base *base;
    struct event *runner; /* pending while something is queued */
    struct event *waker;  /* made active by other threads */
} event_adapter;

static event_adapter *of(rl_loop *loop)
{
    return (event_adapter *)loop;
}

/* ---- Callbacks ---- */

static void queued(rl_loop *loop)
{
    static const struct timeval at_once = {0, 0};
    if (!event_pending(of(loop)->runner, EV_TIMEOUT, NULL))
        event_add(of(loop)->runner, &at_once);
}

static void on_runner(evutil_socket_t fd, short events, void *loop)
{
    (void)fd, (void)events;
    rl_adapter_run_queued(loop);
    if (rl_adapter_has_queued(loop))
        queued(loop);
}

static void on_waker(evutil_socket_t fd, short events, void *loop)
{
    (void)fd, (void)events;
    queued(loop);
}

static void wake(rl_loop *loop)
{
    event_active(of(loop)->waker, EV_TIMEOUT, 1);
}

static void leave(rl_loop *loop)
{
    if (of(loop)->kit.left != NULL)
        event_base_loopbreak(of(loop)->base);
    else
        event_base_loopexit(of(loop)->base, NULL); /* what is due already still runs */
}

/* ---- Timers ---- */

static void on_timer(evutil_socket_t fd, short events, void *handle)
{
    (void)fd, (void)events;
    rl_adapter_fire(handle);
}

static rl_err start_timer(rl_adapter_handle *handle)
{
    event_adapter *self = of(handle->base.loop);
    struct event *timer = evtimer_new(self->base, on_timer, handle);
    if (timer == NULL)
        return RL_ERR_NO_MEMORY;
    double delay_us = (handle->when_s - rl_adapter_time(handle->base.loop)) * 1e6;
    delay_us = fmin(fmax(ceil(delay_us), 0), 1e15);
    struct timeval delay = {.tv_sec = (time_t)(delay_us / 1e6),
                            .tv_usec = (suseconds_t)fmod(delay_us, 1e6)};
    if (event_add(timer, &delay) != 0) {
        event_free(timer);
        return RL_ERR_NO_MEMORY;
    }
    handle->native = timer;
    return RL_OK;
}

static void stop_timer(rl_adapter_handle *handle)
{
    event_free(handle->native);
}

/* ---- Descriptors ---- */

static void on_io(evutil_socket_t fd, short events, void *watcher)
{
    (void)fd;
    rl_adapter_run_watcher(watcher, events & EV_READ, events & EV_WRITE);
}

static rl_err watch(rl_adapter_watcher *watcher)
{
    struct event *before = watcher->native;
    short events = (short)((watcher->reader != NULL ? EV_READ : 0) |
                           (watcher->writer != NULL ? EV_WRITE : 0));
    if (before != NULL)
        event_free(before);
    watcher->native = NULL;
    if (events == 0)
        return RL_OK;
    struct event *io = event_new(of(watcher->loop)->base, watcher->fd, (short)(events | EV_PERSIST),
                                 on_io, watcher);
    if (io == NULL)
        return RL_ERR_NO_MEMORY;
    errno = 0;
    if (event_add(io, NULL) != 0) {
        event_free(io);
        return errno != 0 ? -errno : RL_ERR_NO_MEMORY;
    }
    watcher->native = io;
    return RL_OK;
}

/* ---- The loop ---- */

static rl_err run(rl_loop *loop)
{
    event_base_loop(of(loop)->base, EVLOOP_NO_EXIT_ON_EMPTY);
    return RL_OK;
}

static void close_native(rl_loop *loop)
{
    event_adapter *self = of(loop);
    if (self->runner != NULL)
        event_free(self->runner);
    if (self->waker != NULL)
        event_free(self->waker);
    if (self->base != NULL)
        event_base_free(self->base);
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

static struct event_base *new_base(void)
{
    struct event_config *config = evthread_use_pthreads() == 0 ? event_config_new() : NULL;
    if (config == NULL)
        return NULL;
    /* The time kept from the last poll would make timers late after a long callback. */
    event_config_set_flag(config, EVENT_BASE_FLAG_NO_CACHE_TIME);
    event_config_set_flag(config, EVENT_BASE_FLAG_PRECISE_TIMER); /* no coarse clock */
    struct event_base *base = event_base_new_with_config(config);
    event_config_free(config);
    return base;
}

static rl_err new_loop(rl_loop **out)
{
    event_adapter *self = rl_adapter_new(sizeof *self, &native);
    if (self == NULL)
        return RL_ERR_NO_MEMORY;
    self->base = new_base();
    if (self->base != NULL) {
        self->runner = evtimer_new(self->base, on_runner, self);
        self->waker = evtimer_new(self->base, on_waker, self);
    }
    if (self->runner == NULL || self->waker == NULL) {
        close_native(&self->kit.base);
        rl_adapter_free(&self->kit.base);
        return RL_ERR_NO_MEMORY;
    }
    *out = &self->kit.base;
    return RL_OK;
}

const rl_loop_ops rl_adapter_ops = {
    RL_ADAPTER_OPS("libevent"),
    RL_ADAPTER_THREADS,
    RL_ADAPTER_READERS,
    .new_loop = new_loop,
    .time = rl_adapter_time,
};
