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
    uv_mutex_t lock;  /* of `foreign` */
    rl_adapter_queue ready, foreign;
    struct watcher *watchers;
    bool stopping;
} uv_adapter;

typedef struct watcher {
    uv_poll_t poll;
    int fd;
    rl_adapter_handle *reader, *writer;
    struct watcher *next;
} watcher;

static uv_adapter *of(rl_loop *loop)
{
    return (uv_adapter *)loop;
}

/* ---- Callbacks ---- */

static void on_idle(uv_idle_t *idle)
{
    (void)idle; /* that it is active makes the poll return at once */
}

static void enqueue(uv_adapter *self, rl_adapter_handle *handle)
{
    rl_adapter_push(&self->ready, handle);
    uv_idle_start(&self->idle, on_idle);
}

static void leave_if(uv_adapter *self, bool over)
{
    if (over)
        uv_stop(&self->uv);
}

static void on_check(uv_check_t *check)
{
    uv_adapter *self = check->data;
    bool go_on = rl_adapter_run_batch(&self->ready);
    if (self->ready.count == 0)
        uv_idle_stop(&self->idle);
    leave_if(self, !go_on || self->stopping);
}

static rl_err call_soon(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                        rl_handle **out)
{
    rl_adapter_handle *handle;
    rl_err err = rl_adapter_handle_new(loop, call, arg, context, NAN, out, &handle);
    if (err == RL_OK)
        enqueue(of(loop), handle);
    return err;
}

static void on_async(uv_async_t *async)
{
    uv_adapter *self = async->data;
    uv_mutex_lock(&self->lock);
    while (self->foreign.count > 0)
        enqueue(self, rl_adapter_pop(&self->foreign));
    uv_mutex_unlock(&self->lock);
}

static rl_err call_soon_threadsafe(rl_loop *loop, const rl_call *call, void *arg,
                                   rl_context *context, rl_handle **out)
{
    uv_adapter *self = of(loop);
    rl_adapter_handle *handle;
    uv_mutex_lock(&self->lock);
    rl_err err = rl_adapter_handle_new(loop, call, arg, context, NAN, out, &handle);
    if (err == RL_OK) {
        rl_adapter_push(&self->foreign, handle);
        uv_async_send(&self->async);
    }
    uv_mutex_unlock(&self->lock);
    return err;
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

static void close_timer(rl_adapter_handle *handle)
{
    uv_close(handle->native, free_native);
    handle->native = NULL;
    handle->on_cancel = NULL;
}

static void on_cancel(rl_adapter_handle *handle)
{
    close_timer(handle);
    rl_adapter_drop(handle);
}

static void on_timer(uv_timer_t *timer)
{
    rl_adapter_handle *handle = timer->data;
    uv_adapter *self = of(handle->base.loop);
    close_timer(handle);
    leave_if(self, !rl_adapter_run(handle));
}

static rl_err call_at(rl_loop *loop, double when_s, const rl_call *call, void *arg,
                      rl_context *context, rl_handle **out)
{
    rl_adapter_handle *handle;
    uv_timer_t *timer = malloc(sizeof *timer);
    if (timer == NULL)
        return RL_ERR_NO_MEMORY;
    rl_err err = rl_adapter_handle_new(loop, call, arg, context, when_s, out, &handle);
    if (err != RL_OK) {
        free(timer);
        return err;
    }
    uv_timer_init(&of(loop)->uv, timer);
    timer->data = handle;
    handle->native = timer;
    handle->on_cancel = on_cancel;
    double delay_ms = ceil((when_s - now_s(loop)) * 1e3);
    uv_update_time(&of(loop)->uv);
    uv_timer_start(timer, on_timer, delay_ms > 0 ? (uint64_t)fmin(delay_ms, 1e15) : 0, 0);
    return RL_OK;
}

/* ---- Descriptors ---- */

static void on_poll(uv_poll_t *poll, int status, int events)
{
    watcher *w = poll->data;
    uv_adapter *self = poll->loop->data;
    bool go_on = true;
    /* An error wakes both: they meet it in their own read or write. */
    if (w->reader != NULL && (status < 0 || events & (UV_READABLE | UV_DISCONNECT)))
        go_on = rl_adapter_run(w->reader);
    if (w->writer != NULL && (status < 0 || events & UV_WRITABLE))
        go_on = rl_adapter_run(w->writer) && go_on;
    leave_if(self, !go_on);
}

static watcher *find(uv_adapter *self, int fd)
{
    watcher *w = self->watchers;
    while (w != NULL && w->fd != fd)
        w = w->next;
    return w;
}

static void forget(uv_adapter *self, watcher *w)
{
    watcher **at = &self->watchers;
    while (*at != w)
        at = &(*at)->next;
    *at = w->next;
    uv_close((uv_handle_t *)&w->poll, free_native);
}

static void update(uv_adapter *self, watcher *w)
{
    int events = (w->reader != NULL ? UV_READABLE : 0) | (w->writer != NULL ? UV_WRITABLE : 0);
    if (events == 0)
        forget(self, w);
    else
        uv_poll_start(&w->poll, events, on_poll);
}

static void release(uv_adapter *self, rl_adapter_handle **place)
{
    rl_adapter_handle *handle = *place;
    *place = NULL;
    self->kit.descriptors--;
    rl_adapter_handle_cancel(&handle->base);
    rl_adapter_drop(handle);
}

static rl_err add(rl_loop *loop, int fd, const rl_call *call, void *arg, bool writer)
{
    uv_adapter *self = of(loop);
    rl_adapter_handle *handle;
    watcher *w = find(self, fd);
    rl_err err = rl_adapter_handle_new(loop, call, arg, NULL, NAN, NULL, &handle);
    if (err != RL_OK)
        return err;
    if (w == NULL) {
        w = calloc(1, sizeof *w);
        int status = w == NULL ? UV_ENOMEM : uv_poll_init(&self->uv, &w->poll, fd);
        if (status != 0) {
            handle->has_arg = false; /* it stays the caller's */
            rl_adapter_drop(handle);
            free(w);
            return status;
        }
        w->fd = fd;
        w->poll.data = w;
        w->next = self->watchers;
        self->watchers = w;
    }
    rl_adapter_handle **place = writer ? &w->writer : &w->reader;
    if (*place != NULL)
        release(self, place);
    handle->repeats = true;
    *place = handle;
    self->kit.descriptors++;
    update(self, w);
    return RL_OK;
}

static rl_err take_away(rl_loop *loop, int fd, bool writer, bool *removed)
{
    uv_adapter *self = of(loop);
    watcher *w = find(self, fd);
    rl_adapter_handle **place = w == NULL ? NULL : writer ? &w->writer : &w->reader;
    *removed = place != NULL && *place != NULL;
    if (*removed) {
        release(self, place);
        update(self, w);
    }
    return RL_OK;
}

static rl_err add_reader(rl_loop *loop, int fd, const rl_call *call, void *arg)
{
    return add(loop, fd, call, arg, false);
}

static rl_err add_writer(rl_loop *loop, int fd, const rl_call *call, void *arg)
{
    return add(loop, fd, call, arg, true);
}

static rl_err remove_reader(rl_loop *loop, int fd, bool *removed)
{
    return take_away(loop, fd, false, removed);
}

static rl_err remove_writer(rl_loop *loop, int fd, bool *removed)
{
    return take_away(loop, fd, true, removed);
}

/* ---- The loop ---- */

static rl_err new_loop(rl_loop **out)
{
    uv_adapter *self = calloc(1, sizeof *self);
    if (self == NULL)
        return RL_ERR_NO_MEMORY;
    int status = uv_loop_init(&self->uv);
    if (status != 0) {
        free(self);
        return status;
    }
    self->uv.data = self;
    uv_idle_init(&self->uv, &self->idle);
    uv_check_init(&self->uv, &self->check);
    uv_async_init(&self->uv, &self->async, on_async);
    uv_mutex_init(&self->lock);
    self->idle.data = self->check.data = self->async.data = self;
    uv_check_start(&self->check, on_check);
    uv_unref((uv_handle_t *)&self->check);
    *out = &self->kit.base;
    return RL_OK;
}

static rl_exc *run_forever(rl_loop *loop)
{
    uv_adapter *self = of(loop);
    rl_exc *refused = rl_adapter_begin(loop);
    if (refused != NULL)
        return refused;
    if (self->stopping)
        uv_idle_start(&self->idle, on_idle); /* one pass, which does not wait */
    uv_run(&self->uv, UV_RUN_DEFAULT);
    self->stopping = false;
    return rl_adapter_end(loop);
}

static void stop(rl_loop *loop)
{
    of(loop)->stopping = true;
    if (of(loop)->kit.running)
        uv_idle_start(&of(loop)->idle, on_idle);
}

static void close_all(uv_handle_t *native, void *self)
{
    if (uv_is_closing(native))
        return;
    if (native->type == UV_TIMER)
        rl_adapter_handle_cancel(native->data);
    else
        uv_close(native, native->type == UV_POLL ? free_native : NULL);
    (void)self;
}

static rl_err close_loop(rl_loop *loop)
{
    uv_adapter *self = of(loop);
    bool go_on;
    rl_err err = rl_adapter_close(loop, &go_on);
    if (!go_on)
        return err;
    for (watcher *w = self->watchers; w != NULL; w = w->next) {
        if (w->reader != NULL)
            release(self, &w->reader);
        if (w->writer != NULL)
            release(self, &w->writer);
    }
    self->watchers = NULL;
    uv_walk(&self->uv, close_all, self);
    uv_run(&self->uv, UV_RUN_DEFAULT); /* the callbacks of closing */
    uv_loop_close(&self->uv);
    rl_adapter_drop_all(&self->ready);
    rl_adapter_drop_all(&self->foreign);
    return RL_OK;
}

static void free_loop(rl_loop *loop)
{
    uv_mutex_destroy(&of(loop)->lock);
    free(loop);
}

const rl_loop_ops rl_adapter_ops = {
    RL_ADAPTER_OPS("libuv"),
    .new_loop = new_loop,
    .free_loop = free_loop,
    .time = now_s,
    .call_soon = call_soon,
    .call_at = call_at,
    .run_forever = run_forever,
    .stop = stop,
    .close = close_loop,
    .call_soon_threadsafe = call_soon_threadsafe,
    .add_reader = add_reader,
    .add_writer = add_writer,
    .remove_reader = remove_reader,
    .remove_writer = remove_writer,
};
