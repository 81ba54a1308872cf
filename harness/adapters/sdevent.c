/*
 * sdevent.c - asyncio's loop on systemd's sd-event, as one would write it.
 *
 * Callbacks wait in a queue that an eventfd announces, also from other threads.  (A
 * deferred source is always the one that has waited longest, and starves the others.)
 * Timers and descriptors are sources of the same priority; sd-event calls one source for
 * each poll.
 */
#include <errno.h>
#include <math.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <systemd/sd-event.h>
#include <time.h>
#include <unistd.h>

#include "adapter.h"

typedef struct sd_adapter {
    rl_adapter_loop kit;
    sd_event *event;
    sd_event_source *runner;
    int runner_fd; /* readable while something is queued */
    bool over;
} sd_adapter;

static sd_adapter *of(rl_loop *loop)
{
    return (sd_adapter *)loop;
}

/* ---- Callbacks ---- */

static void queued(rl_loop *loop) /* on any thread, so it is `wake` too */
{
    eventfd_write(of(loop)->runner_fd, 1);
}

static int on_runner(sd_event_source *source, int fd, uint32_t events, void *loop)
{
    eventfd_t count;
    (void)source, (void)events;
    eventfd_read(fd, &count);
    rl_adapter_run_queued(loop);
    if (rl_adapter_has_queued(loop))
        queued(loop);
    return 0;
}

static void leave(rl_loop *loop)
{
    of(loop)->over = true; /* after sd_event_exit there would be no second run */
}

/* ---- Timers ---- */

static int on_timer(sd_event_source *source, uint64_t usec, void *handle)
{
    (void)source, (void)usec;
    rl_adapter_fire(handle);
    return 0;
}

static rl_err start_timer(rl_adapter_handle *handle)
{
    sd_event_source *timer;
    double when_us = fmin(fmax(ceil(handle->when_s * 1e6), 0), 1e18);
    /* An accuracy of 0 stands for a quarter of a second. */
    int status = sd_event_add_time(of(handle->base.loop)->event, &timer, CLOCK_MONOTONIC,
                                   (uint64_t)when_us, 1, on_timer, handle);
    if (status < 0)
        return status;
    handle->native = timer;
    return RL_OK;
}

static void stop_timer(rl_adapter_handle *handle)
{
    sd_event_source_disable_unref(handle->native);
}

/* ---- Descriptors ---- */

static int on_io(sd_event_source *source, int fd, uint32_t events, void *watcher)
{
    (void)source, (void)fd;
    rl_adapter_run_watcher(watcher, events & (EPOLLIN | EPOLLHUP | EPOLLERR),
                           events & (EPOLLOUT | EPOLLHUP | EPOLLERR));
    return 0;
}

static rl_err watch(rl_adapter_watcher *watcher)
{
    sd_event_source *io = watcher->native;
    uint32_t events = (watcher->reader != NULL ? EPOLLIN : 0U) |
                      (watcher->writer != NULL ? EPOLLOUT : 0U);
    if (events == 0) {
        sd_event_source_disable_unref(io);
        return RL_OK;
    }
    int status = io != NULL ? sd_event_source_set_io_events(io, events)
                            : sd_event_add_io(of(watcher->loop)->event, &io, watcher->fd, events,
                                              on_io, watcher);
    if (status < 0)
        return status;
    watcher->native = io;
    return RL_OK;
}

/* ---- The loop ---- */

static rl_err run(rl_loop *loop)
{
    sd_adapter *self = of(loop);
    int status = 0;
    for (self->over = false; !self->over && status >= 0;)
        status = sd_event_run(self->event, UINT64_MAX);
    return status < 0 ? status : RL_OK;
}

static void close_native(rl_loop *loop)
{
    sd_adapter *self = of(loop);
    sd_event_source_disable_unref(self->runner);
    sd_event_unref(self->event);
    if (self->runner_fd >= 0)
        close(self->runner_fd);
}

static const rl_adapter_native native = {
    .queued = queued,
    .leave = leave,
    .run = run,
    .start_timer = start_timer,
    .stop_timer = stop_timer,
    .close = close_native,
    .watch = watch,
    .wake = queued,
};

static rl_err new_loop(rl_loop **out)
{
    sd_adapter *self = rl_adapter_new(sizeof *self, &native);
    if (self == NULL)
        return RL_ERR_NO_MEMORY;
    self->runner_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    int status = self->runner_fd < 0 ? -errno : sd_event_new(&self->event);
    if (status >= 0)
        status = sd_event_add_io(self->event, &self->runner, self->runner_fd, EPOLLIN, on_runner,
                                 self);
    if (status < 0) {
        close_native(&self->kit.base);
        rl_adapter_free(&self->kit.base);
        return status;
    }
    *out = &self->kit.base;
    return RL_OK;
}

const rl_loop_ops rl_adapter_ops = {
    RL_ADAPTER_OPS("sdevent"),
    RL_ADAPTER_THREADS,
    RL_ADAPTER_READERS,
    .new_loop = new_loop,
    .time = rl_adapter_time,
};
