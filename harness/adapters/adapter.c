/*
 * adapter.c - see adapter.h.  Part of the command, not of the adapters.
 */
#include "adapter.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "../../reference/exception_handler.h"
#include "../../reference/reftask.h"

static rl_adapter_loop *loop_of(rl_loop *loop)
{
    return (rl_adapter_loop *)loop;
}

static rl_adapter_handle *handle_of(const rl_handle *handle)
{
    return (rl_adapter_handle *)(uintptr_t)handle;
}

/* ---- Handles ---- */

static void init_recursive(pthread_mutex_t *lock)
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(lock, &attributes);
    pthread_mutexattr_destroy(&attributes);
}

/*
 * A handle in a copy of the current context (`context` NULL) or in that one, with one
 * reference, and a second one in *out unless that is NULL.
 */
static rl_err handle_new(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                         rl_handle **out, rl_adapter_handle **made)
{
    rl_adapter_handle *handle = calloc(1, sizeof *handle);
    if (handle == NULL)
        return RL_ERR_NO_MEMORY;
    rl_err err = RL_OK;
    if (context != NULL)
        handle->context = rl_context_ref(context);
    else
        err = rl_context_copy_current(&handle->context);
    if (err != RL_OK) {
        free(handle);
        return err;
    }
    handle->base.loop = loop;
    atomic_init(&handle->ref_count, out != NULL ? 2 : 1);
    handle->has_arg = true;
    handle->call = call;
    handle->arg = arg;
    handle->when_s = NAN;
    atomic_fetch_add(&loop_of(loop)->handles, 1);
    if (out != NULL)
        *out = &handle->base;
    *made = handle;
    return RL_OK;
}

static void lock_handle(rl_adapter_handle *handle)
{
    if (handle->shared)
        pthread_mutex_lock(&handle->lock);
}

static void unlock_handle(rl_adapter_handle *handle)
{
    if (handle->shared)
        pthread_mutex_unlock(&handle->lock);
}

/* What it was given is dropped once, never while its callback runs, and without the
 * lock: it is other people's code. */
static void drop_arg(rl_adapter_handle *handle)
{
    lock_handle(handle);
    bool drop = handle->has_arg && !handle->running;
    if (drop)
        handle->has_arg = false;
    unlock_handle(handle);
    if (drop && handle->call->drop != NULL)
        handle->call->drop(handle->arg);
}

void rl_adapter_handle_unref(rl_handle *base)
{
    rl_adapter_handle *handle = handle_of(base);
    if (atomic_fetch_sub(&handle->ref_count, 1) > 1)
        return;
    if (handle->has_arg) /* else not even the lock is taken: the caller may hold others */
        drop_arg(handle);
    rl_context_unref(handle->context);
    if (handle->shared)
        pthread_mutex_destroy(&handle->lock);
    atomic_fetch_sub(&loop_of(base->loop)->handles, 1);
    free(handle);
}

rl_handle *rl_adapter_handle_ref(rl_handle *base)
{
    atomic_fetch_add(&handle_of(base)->ref_count, 1);
    return base;
}

/* It will not run. */
static void drop(rl_adapter_handle *handle)
{
    drop_arg(handle);
    rl_adapter_handle_unref(&handle->base);
}

/* It could not be started: its argument stays the caller's. */
static rl_err refuse(rl_adapter_handle *handle, rl_handle **out, rl_err err)
{
    handle->has_arg = false;
    if (out != NULL)
        rl_adapter_handle_unref(*out);
    rl_adapter_handle_unref(&handle->base);
    return err;
}

static void timer_is_over(rl_adapter_handle *timer);

void rl_adapter_handle_cancel(rl_handle *base)
{
    rl_adapter_handle *handle = handle_of(base);
    rl_adapter_handle_ref(base); /* what is dropped may hold the last reference */
    lock_handle(handle);
    handle->cancelled = true;
    unlock_handle(handle);
    drop_arg(handle);
    if (handle->scheduled) {
        timer_is_over(handle);
        rl_adapter_handle_unref(base);
    }
    rl_adapter_handle_unref(base);
}

bool rl_adapter_handle_cancelled(const rl_handle *base)
{
    rl_adapter_handle *handle = handle_of(base);
    lock_handle(handle);
    bool cancelled = handle->cancelled;
    unlock_handle(handle);
    return cancelled;
}

double rl_adapter_handle_when(const rl_handle *base)
{
    return handle_of(base)->when_s;
}

rl_err rl_adapter_handle_get_context(rl_handle *base, rl_context **out)
{
    *out = rl_context_ref(handle_of(base)->context);
    return RL_OK;
}

/* ---- Running ---- */

/* `exc` is taken: it leaves the run, which has to end. */
static void leave(rl_adapter_loop *loop, rl_exc *exc)
{
    if (loop->left != NULL) {
        rl_exc_unref(exc);
        return;
    }
    loop->left = exc;
    loop->native->leave(&loop->base);
}

static rl_exc *call(rl_adapter_handle *handle)
{
    rl_err err = rl_context_enter(handle->context);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    handle->running = true;
    rl_exc *exc = handle->call->run(handle->arg);
    handle->running = false;
    rl_context_exit(handle->context);
    return exc;
}

/* `exc` is taken. */
static void report(rl_adapter_handle *handle, rl_exc *exc)
{
    rl_adapter_loop *loop = loop_of(handle->base.loop);
    if (!rl_exc_is_fatal(exc)) {
        rl_exc_context context = {
            .message = "Exception in callback", .exception = exc, .handle = &handle->base};
        rl_exc *raised = rl_adapter_call_exception_handler(&loop->base, &context);
        rl_exc_unref(exc);
        exc = raised;
    }
    if (exc != NULL)
        leave(loop, exc);
}

/*
 * Run it in its context unless it is cancelled, report what it raises, and drop what it
 * owned.  THR-4: who cancels it on another thread waits until this is over.
 * CPython: Handle._run
 */
static void run(rl_adapter_handle *handle)
{
    rl_adapter_handle_ref(&handle->base);
    lock_handle(handle);
    rl_exc *exc = handle->cancelled ? NULL : call(handle);
    if (exc != NULL)
        report(handle, exc);
    bool over = !handle->repeats || handle->cancelled;
    unlock_handle(handle);
    if (over)
        drop_arg(handle);
    if (!handle->repeats)
        rl_adapter_handle_unref(&handle->base);
    rl_adapter_handle_unref(&handle->base);
}

/* STOP-6: another thread has asked for it without waking the loop. */
static void notice_stop(rl_adapter_loop *loop)
{
    if (loop->stopping)
        loop->native->queued(&loop->base);
}

/* ---- The queue ---- */

/* Takes the reference; refuses on a closed loop, which only other threads can meet. */
static bool push(rl_adapter_loop *loop, rl_adapter_handle *handle)
{
    pthread_mutex_lock(&loop->lock);
    bool open = !loop->closed;
    if (open) {
        handle->next = NULL;
        if (loop->last != NULL)
            loop->last->next = handle;
        else
            loop->first = handle;
        loop->last = handle;
        loop->queued++;
    }
    pthread_mutex_unlock(&loop->lock);
    return open;
}

static rl_adapter_handle *pop(rl_adapter_loop *loop)
{
    pthread_mutex_lock(&loop->lock);
    rl_adapter_handle *handle = loop->first;
    if (handle != NULL) {
        loop->first = handle->next;
        if (loop->first == NULL)
            loop->last = NULL;
        loop->queued--;
    }
    pthread_mutex_unlock(&loop->lock);
    return handle;
}

static size_t count(rl_adapter_loop *loop)
{
    pthread_mutex_lock(&loop->lock);
    size_t queued = loop->queued;
    pthread_mutex_unlock(&loop->lock);
    return queued;
}

bool rl_adapter_has_queued(rl_loop *loop)
{
    return count(loop_of(loop)) > 0;
}

void rl_adapter_run_queued(rl_loop *base)
{
    rl_adapter_loop *loop = loop_of(base);
    rl_exc *exc = rl_check_signals();
    if (exc != NULL)
        leave(loop, exc);
    for (size_t left = count(loop); left > 0 && loop->left == NULL; left--)
        run(pop(loop));
    if (loop->stopping)
        loop->native->leave(base);
}

rl_err rl_adapter_call_soon(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                            rl_handle **out)
{
    rl_adapter_handle *handle;
    rl_err err = handle_new(loop, call, arg, context, out, &handle);
    if (err != RL_OK)
        return err;
    if (!push(loop_of(loop), handle))
        return refuse(handle, out, RL_ERR_LOOP_CLOSED);
    loop_of(loop)->native->queued(loop);
    return RL_OK;
}

rl_err rl_adapter_call_soon_threadsafe(rl_loop *base, const rl_call *call, void *arg,
                                       rl_context *context, rl_handle **out)
{
    rl_adapter_loop *loop = loop_of(base);
    rl_adapter_handle *handle;
    rl_err err = handle_new(base, call, arg, context, out, &handle);
    if (err != RL_OK)
        return err;
    handle->shared = true;
    init_recursive(&handle->lock);
    if (!push(loop, handle))
        return refuse(handle, out, RL_ERR_LOOP_CLOSED);
    pthread_mutex_lock(&loop->lock); /* against close */
    if (!loop->closed)
        loop->native->wake(base);
    pthread_mutex_unlock(&loop->lock);
    return RL_OK;
}

/* ---- Timers ---- */

static void timer_is_over(rl_adapter_handle *timer)
{
    rl_adapter_loop *loop = loop_of(timer->base.loop);
    if (timer->previous != NULL)
        timer->previous->next = timer->next;
    else
        loop->timers = timer->next;
    if (timer->next != NULL)
        timer->next->previous = timer->previous;
    timer->scheduled = false;
    loop->native->stop_timer(timer);
    timer->native = NULL;
}

void rl_adapter_fire(rl_adapter_handle *timer)
{
    rl_adapter_loop *loop = loop_of(timer->base.loop);
    timer_is_over(timer);
    run(timer);
    notice_stop(loop);
}

void rl_adapter_queue_timer(rl_adapter_handle *timer)
{
    timer_is_over(timer);
    push(loop_of(timer->base.loop), timer);
}

rl_err rl_adapter_call_at(rl_loop *base, double when_s, const rl_call *call, void *arg,
                          rl_context *context, rl_handle **out)
{
    rl_adapter_loop *loop = loop_of(base);
    rl_adapter_handle *timer;
    if (loop->closed)
        return RL_ERR_LOOP_CLOSED;
    rl_err err = handle_new(base, call, arg, context, out, &timer);
    if (err != RL_OK)
        return err;
    timer->when_s = when_s;
    err = loop->native->start_timer(timer);
    if (err != RL_OK)
        return refuse(timer, out, err);
    timer->scheduled = true;
    timer->next = loop->timers;
    timer->previous = NULL;
    if (loop->timers != NULL)
        loop->timers->previous = timer;
    loop->timers = timer;
    return RL_OK;
}

double rl_adapter_time(rl_loop *loop)
{
    struct timespec now;
    (void)loop;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ---- Descriptors ---- */

static rl_adapter_watcher *find(rl_adapter_loop *loop, int fd)
{
    rl_adapter_watcher *watcher = loop->watchers;
    while (watcher != NULL && watcher->fd != fd)
        watcher = watcher->next;
    return watcher;
}

static rl_adapter_watcher *find_or_make(rl_adapter_loop *loop, int fd)
{
    rl_adapter_watcher *watcher = find(loop, fd);
    if (watcher != NULL)
        return watcher;
    watcher = calloc(1, sizeof *watcher);
    if (watcher == NULL)
        return NULL;
    watcher->loop = &loop->base;
    watcher->fd = fd;
    watcher->next = loop->watchers;
    loop->watchers = watcher;
    return watcher;
}

static void forget_if_idle(rl_adapter_watcher *watcher)
{
    if (watcher->reader != NULL || watcher->writer != NULL || watcher->busy)
        return;
    rl_adapter_watcher **at = &loop_of(watcher->loop)->watchers;
    while (*at != watcher)
        at = &(*at)->next;
    *at = watcher->next;
    free(watcher);
}

void rl_adapter_run_watcher(rl_adapter_watcher *watcher, bool readable, bool writable)
{
    rl_adapter_loop *loop = loop_of(watcher->loop);
    watcher->busy = true;
    if (readable && watcher->reader != NULL)
        run(watcher->reader);
    if (writable && watcher->writer != NULL && loop->left == NULL)
        run(watcher->writer);
    watcher->busy = false;
    notice_stop(loop);
    forget_if_idle(watcher);
}

static rl_adapter_handle **place_of(rl_adapter_watcher *watcher, bool writer)
{
    return writer ? &watcher->writer : &watcher->reader;
}

static rl_err add(rl_loop *base, int fd, const rl_call *call, void *arg, bool writer)
{
    rl_adapter_loop *loop = loop_of(base);
    rl_adapter_handle *handle;
    if (loop->closed)
        return RL_ERR_LOOP_CLOSED;
    if (fd < 0)
        return RL_ERR_INVALID_FD;
    rl_err err = handle_new(base, call, arg, NULL, NULL, &handle);
    if (err != RL_OK)
        return err;
    handle->repeats = true;
    rl_adapter_watcher *watcher = find_or_make(loop, fd);
    if (watcher == NULL)
        return refuse(handle, NULL, RL_ERR_NO_MEMORY);
    rl_adapter_handle **place = place_of(watcher, writer);
    rl_adapter_handle *before = *place;
    *place = handle;
    err = loop->native->watch(watcher);
    if (err != RL_OK) {
        *place = before;
        forget_if_idle(watcher);
        return refuse(handle, NULL, err);
    }
    if (before == NULL) {
        loop->descriptors++;
    } else {
        rl_adapter_handle_cancel(&before->base);
        drop(before);
    }
    return RL_OK;
}

/* The reader or the writer that was there, or NULL. */
static rl_adapter_handle *take_out(rl_adapter_watcher *watcher, bool writer)
{
    rl_adapter_handle **place = place_of(watcher, writer);
    rl_adapter_handle *handle = *place;
    if (handle == NULL)
        return NULL;
    rl_adapter_loop *loop = loop_of(watcher->loop);
    *place = NULL;
    loop->descriptors--;
    loop->native->watch(watcher);
    if (watcher->reader == NULL && watcher->writer == NULL)
        watcher->native = NULL;
    forget_if_idle(watcher);
    return handle;
}

static rl_err take_away(rl_loop *loop, int fd, bool writer, bool *removed)
{
    if (fd < 0 && !loop_of(loop)->closed)
        return RL_ERR_INVALID_FD;
    rl_adapter_watcher *watcher = find(loop_of(loop), fd);
    rl_adapter_handle *handle = watcher != NULL ? take_out(watcher, writer) : NULL;
    *removed = handle != NULL;
    if (handle != NULL) {
        rl_adapter_handle_cancel(&handle->base);
        drop(handle);
    }
    return RL_OK;
}

rl_err rl_adapter_add_reader(rl_loop *loop, int fd, const rl_call *call, void *arg)
{
    return add(loop, fd, call, arg, false);
}

rl_err rl_adapter_add_writer(rl_loop *loop, int fd, const rl_call *call, void *arg)
{
    return add(loop, fd, call, arg, true);
}

rl_err rl_adapter_remove_reader(rl_loop *loop, int fd, bool *removed)
{
    return take_away(loop, fd, false, removed);
}

rl_err rl_adapter_remove_writer(rl_loop *loop, int fd, bool *removed)
{
    return take_away(loop, fd, true, removed);
}

/* ---- Life, runs, stop, close ---- */

void *rl_adapter_new(size_t size, const rl_adapter_native *native)
{
    rl_adapter_loop *loop = calloc(1, size);
    if (loop == NULL)
        return NULL;
    loop->native = native;
    pthread_mutex_init(&loop->lock, NULL);
    return loop;
}

void rl_adapter_free(rl_loop *loop)
{
    pthread_mutex_destroy(&loop_of(loop)->lock);
    free(loop);
}

/* NULL, or why the run is refused. */
static rl_exc *begin_run(rl_loop *base)
{
    rl_adapter_loop *loop = loop_of(base);
    if (loop->closed)
        return rl_exc_from_err(RL_ERR_LOOP_CLOSED);
    if (loop->running)
        return rl_exc_from_err(RL_ERR_LOOP_RUNNING);
    if (rl_get_running_loop() != NULL)
        return rl_exc_from_err(RL_ERR_OTHER_LOOP_RUNNING);
    rl_loop_ref(base); /* a callback may release the loop */
    loop->running = true;
    rl_set_running_loop(base);
    if (loop->stopping || count(loop) > 0)
        loop->native->queued(base);
    return NULL;
}

/* What leaves the run, or NULL. */
static rl_exc *end_run(rl_loop *base)
{
    rl_adapter_loop *loop = loop_of(base);
    rl_exc *left = loop->left;
    loop->left = NULL;
    loop->running = false;
    loop->stopping = false;
    rl_set_running_loop(NULL);
    rl_loop_unref(base);
    return left;
}

rl_exc *rl_adapter_run_forever(rl_loop *base)
{
    rl_exc *refused = begin_run(base);
    if (refused != NULL)
        return refused;
    rl_err err = loop_of(base)->native->run(base);
    rl_exc *left = end_run(base);
    return err != RL_OK && left == NULL ? rl_exc_from_err(err) : left;
}

/* STOP-6: another thread only leaves its wish. */
void rl_adapter_stop(rl_loop *base)
{
    loop_of(base)->stopping = true;
    if (rl_get_running_loop() == base)
        loop_of(base)->native->queued(base);
}

/* What is dropped may call the loop, which refuses everything by then. */
static void drop_all(rl_adapter_loop *loop)
{
    for (rl_adapter_handle *handle; (handle = pop(loop)) != NULL;)
        drop(handle);
    for (rl_adapter_handle *timer; (timer = loop->timers) != NULL;) {
        timer_is_over(timer);
        drop(timer);
    }
    for (rl_adapter_watcher *watcher; (watcher = loop->watchers) != NULL;)
        drop(take_out(watcher, watcher->reader == NULL));
}

rl_err rl_adapter_close(rl_loop *base)
{
    rl_adapter_loop *loop = loop_of(base);
    if (loop->running)
        return RL_ERR_CLOSE_RUNNING;
    pthread_mutex_lock(&loop->lock);
    bool was_open = !loop->closed;
    loop->closed = true;
    pthread_mutex_unlock(&loop->lock);
    if (was_open) {
        drop_all(loop);
        loop->native->close(base);
    }
    return RL_OK;
}

bool rl_adapter_is_running(rl_loop *loop)
{
    return loop_of(loop)->running;
}

bool rl_adapter_is_closed(rl_loop *loop)
{
    return loop_of(loop)->closed;
}

void rl_adapter_census(rl_loop *loop, rl_loop_census *out)
{
    *out = (rl_loop_census){.handles = atomic_load(&loop_of(loop)->handles),
                            .descriptors = loop_of(loop)->descriptors};
}

/* ---- The exception handler ---- */

void rl_adapter_set_exception_handler(rl_loop *loop, rl_exception_handler fn, void *arg)
{
    loop_of(loop)->handler = fn;
    loop_of(loop)->handler_arg = arg;
}

/* EXC-10: that of the task named, else of the handle; a plain future has none. */
static rl_context *context_of(const rl_exc_context *context)
{
    rl_future *named = context->task != NULL ? context->task : context->future;
    rl_task *task = named != NULL ? rl_future_task(named) : NULL;
    if (task != NULL)
        return rl_task_get_context(task);
    return named == NULL && context->handle != NULL ? handle_of(context->handle)->context : NULL;
}

rl_exc *rl_adapter_call_exception_handler(rl_loop *base, const rl_exc_context *context)
{
    rl_adapter_loop *loop = loop_of(base);
    if (loop->handler == NULL)
        return exception_handler_default(base, context);
    rl_context *inside = context_of(context);
    rl_err err = inside != NULL ? rl_context_enter(inside) : RL_OK;
    rl_exc *exc = err == RL_OK ? loop->handler(base, context, loop->handler_arg)
                               : rl_exc_from_err(err);
    if (inside != NULL && err == RL_OK)
        rl_context_exit(inside);
    if (exc == NULL || rl_exc_is_fatal(exc))
        return exc;
    exception_handler_failed(base, context, exc);
    rl_exc_unref(exc);
    return NULL;
}
