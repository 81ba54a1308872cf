/*
 * glib.c - asyncio's loop on a GLib main context, as one would write it.
 *
 * Callbacks wait in a queue that an idle source of the default priority runs.  Timers and
 * descriptors are sources of the same priority, so GLib calls what is ready in the order
 * in which the sources were attached.
 */
#include <glib-unix.h>
#include <math.h>

#include "adapter.h"

typedef struct glib_adapter {
    rl_adapter_loop kit;
    GMainContext *context;
    GMainLoop *main;
    GSource *runner; /* NULL unless something is queued */
} glib_adapter;

static glib_adapter *of(rl_loop *loop)
{
    return (glib_adapter *)loop;
}

static void attach(GSource *source, GSourceFunc function, void *data, GMainContext *context)
{
    g_source_set_priority(source, G_PRIORITY_DEFAULT);
    g_source_set_callback(source, function, data, NULL);
    g_source_attach(source, context);
}

static void release(GSource *source)
{
    g_source_destroy(source);
    g_source_unref(source);
}

/* ---- Callbacks ---- */

static gboolean on_runner(void *loop)
{
    glib_adapter *self = of(loop);
    rl_adapter_run_queued(loop);
    if (rl_adapter_has_queued(loop))
        return G_SOURCE_CONTINUE;
    release(self->runner);
    self->runner = NULL;
    return G_SOURCE_REMOVE;
}

static void queued(rl_loop *loop)
{
    glib_adapter *self = of(loop);
    if (self->runner != NULL)
        return;
    self->runner = g_idle_source_new();
    attach(self->runner, on_runner, loop, self->context);
}

static gboolean on_woken(void *loop)
{
    queued(loop);
    return G_SOURCE_REMOVE;
}

static void wake(rl_loop *loop)
{
    GSource *source = g_idle_source_new();
    attach(source, on_woken, loop, of(loop)->context);
    g_source_unref(source);
}

static void leave(rl_loop *loop)
{
    g_main_loop_quit(of(loop)->main);
}

/* ---- Timers ---- */

static gboolean on_timer(void *handle)
{
    rl_adapter_fire(handle);
    return G_SOURCE_REMOVE;
}

static gboolean dispatch_timer(GSource *source, GSourceFunc function, void *handle)
{
    (void)source;
    return function(handle);
}

/* A timer of microseconds; those of g_timeout_source_new have milliseconds. */
static GSourceFuncs timer_functions = {.dispatch = dispatch_timer};

static rl_err start_timer(rl_adapter_handle *handle)
{
    GSource *timer = g_source_new(&timer_functions, sizeof *timer);
    double when_us = fmin(fmax(ceil(handle->when_s * 1e6), 0), 1e18);
    g_source_set_ready_time(timer, (gint64)when_us);
    attach(timer, on_timer, handle, of(handle->base.loop)->context);
    handle->native = timer;
    return RL_OK;
}

static void stop_timer(rl_adapter_handle *handle)
{
    release(handle->native);
}

/* ---- Descriptors ---- */

static gboolean on_io(int fd, GIOCondition condition, void *watcher)
{
    (void)fd;
    if (condition & G_IO_NVAL) /* it is closed, and would be ready for ever */
        return G_SOURCE_REMOVE;
    rl_adapter_run_watcher(watcher, condition & (G_IO_IN | G_IO_HUP | G_IO_ERR),
                           condition & (G_IO_OUT | G_IO_HUP | G_IO_ERR));
    return G_SOURCE_CONTINUE;
}

static rl_err watch(rl_adapter_watcher *watcher)
{
    GIOCondition wanted = (watcher->reader != NULL ? G_IO_IN : 0) |
                          (watcher->writer != NULL ? G_IO_OUT : 0);
    if (watcher->native != NULL)
        release(watcher->native);
    watcher->native = NULL;
    if (wanted == 0)
        return RL_OK;
    watcher->native = g_unix_fd_source_new(watcher->fd, wanted);
    attach(watcher->native, G_SOURCE_FUNC(on_io), watcher, of(watcher->loop)->context);
    return RL_OK;
}

/* ---- The loop ---- */

static rl_err run(rl_loop *loop)
{
    g_main_loop_run(of(loop)->main);
    return RL_OK;
}

static void close_native(rl_loop *loop)
{
    glib_adapter *self = of(loop);
    if (self->runner != NULL)
        release(self->runner);
    g_main_loop_unref(self->main);
    g_main_context_unref(self->context);
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
    glib_adapter *self = rl_adapter_new(sizeof *self, &native);
    if (self == NULL)
        return RL_ERR_NO_MEMORY;
    self->context = g_main_context_new();
    self->main = g_main_loop_new(self->context, FALSE);
    *out = &self->kit.base;
    return RL_OK;
}

static double now_s(rl_loop *loop)
{
    (void)loop;
    return (double)g_get_monotonic_time() / 1e6;
}

const rl_loop_ops rl_adapter_ops = {
    RL_ADAPTER_OPS("glib"),
    RL_ADAPTER_THREADS,
    RL_ADAPTER_READERS,
    .new_loop = new_loop,
    .time = now_s,
};
