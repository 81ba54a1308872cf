/*
 * wait.c - wait for some of several futures.
 *
 * CPython: tasks.wait, _wait.
 *
 * The coroutine waits for a future of its own, the waiter, which whoever is the
 * first completes: the callback of one of the futures, or the timer.  All of
 * them share one record, which outlives the coroutine while a callback is queued.
 */
#include <math.h>

#include "coro.h"
#include "exc.h"
#include "list.h"
#include "mem.h"

typedef struct watch {
    uint32_t ref_count; /* the coroutine, the timer, and each callback */
    rl_future *waiter;
    rl_handle *timer;
    size_t counter;
    rl_return_when return_when;
} watch;

/* One callback: the future does not tell who it is. */
typedef struct watched {
    watch *watch;
    rl_future *future; /* owned: a queued callback may be the last that knows it */
} watched;

typedef struct wait {
    coro_frame coro;
    rl_future **futures;
    size_t count;
    double timeout_s;
    rl_return_when return_when;
    watch *watch;
    coro_wait waiting;
} wait;

static void watch_unref(void *arg)
{
    watch *w = arg;
    if (--w->ref_count > 0)
        return;
    rl_future_unref(w->waiter);
    rl_handle_unref(w->timer);
    mem_free(w);
}

static rl_exc *release_waiter(watch *w)
{
    if (rl_future_done(w->waiter))
        return NULL;
    rl_err err = rl_future_set_result(w->waiter, value_none());
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

static rl_exc *timed_out(void *arg)
{
    return release_waiter(arg);
}

static void stop_timer(watch *w)
{
    rl_handle *timer = w->timer;
    w->timer = NULL;
    if (timer == NULL)
        return;
    rl_handle_cancel(timer);
    rl_handle_unref(timer);
}

/* WAIT-5: a cancelled one is no exception.  Looking marks it retrieved. */
static bool has_failed(rl_future *future)
{
    rl_exc *exc = NULL;
    if (rl_future_cancelled(future))
        return false;
    rl_exc_unref(rl_future_exception(future, &exc));
    return exc != NULL;
}

static rl_exc *on_completion(void *arg)
{
    watched *one = arg;
    watch *w = one->watch;

    w->counter--;
    if (w->counter > 0 && w->return_when != RL_FIRST_COMPLETED &&
        !(w->return_when == RL_FIRST_EXCEPTION && has_failed(one->future)))
        return NULL;
    stop_timer(w);
    return release_waiter(w);
}

static void drop_watched(void *arg)
{
    watched *one = arg;
    watch_unref(one->watch);
    rl_future_unref(one->future);
    mem_free(one);
}

static const rl_call completion_call = {on_completion, drop_watched};
static const rl_call timer_call = {timed_out, watch_unref};

static bool same_watch(void *arg, void *with)
{
    return ((watched *)arg)->watch == with;
}

static rl_err watch_future(watch *w, rl_future *future)
{
    watched *one = mem_alloc(sizeof *one);
    if (one == NULL)
        return RL_ERR_NO_MEMORY;
    *one = (watched){.watch = w, .future = rl_future_ref(future)};
    w->ref_count++;
    rl_err err = rl_future_add_done_callback(future, &completion_call, one, NULL);
    if (err != RL_OK)
        drop_watched(one);
    return err;
}

static void unwatch(wait *self)
{
    stop_timer(self->watch);
    for (size_t i = 0; i < self->count; i++)
        rl_future_remove_done_callback(self->futures[i], &completion_call, same_watch,
                                       self->watch);
}

static rl_err begin(wait *self)
{
    rl_loop *loop = rl_get_running_loop();
    if (loop == NULL)
        return RL_ERR_NO_RUNNING_LOOP;
    watch *w = mem_alloc(sizeof *w);
    if (w == NULL)
        return RL_ERR_NO_MEMORY;
    *w = (watch){.ref_count = 1, .counter = self->count, .return_when = self->return_when};
    self->watch = w;
    rl_err err = rl_future_new(loop, &w->waiter);
    if (err == RL_OK && !isnan(self->timeout_s)) {
        w->ref_count++;
        err = rl_loop_call_later(loop, self->timeout_s, &timer_call, w, NULL, &w->timer);
        if (err != RL_OK)
            w->ref_count--;
    }
    for (size_t i = 0; err == RL_OK && i < self->count; i++)
        err = watch_future(w, self->futures[i]);
    if (err != RL_OK)
        unwatch(self);
    self->waiting.future = w->waiter;
    return err;
}

/* WAIT-7: who is done is decided now. */
static rl_err result(const wait *self, rl_value *out)
{
    size_t done_count = 0, at[2] = {0, 0};
    for (size_t i = 0; i < self->count; i++)
        done_count += rl_future_done(self->futures[i]);
    list *both = list_new(2);
    list *half[2] = {list_new(done_count), list_new(self->count - done_count)};
    if (both == NULL || half[0] == NULL || half[1] == NULL) {
        list_unref(both);
        list_unref(half[0]);
        list_unref(half[1]);
        return RL_ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < self->count; i++) {
        size_t which = rl_future_done(self->futures[i]) ? 0 : 1;
        list_set(half[which], at[which]++, future_value(rl_future_ref(self->futures[i])));
    }
    list_set(both, 0, list_value(half[0]));
    list_set(both, 1, list_value(half[1]));
    *out = list_value(both);
    return RL_OK;
}

enum { WAITING = 1 };

static void run(coro_frame *base, rl_exc *thrown, rl_step *out)
{
    wait *self = (wait *)base;
    rl_exc *exc;
    rl_value value;
    rl_err err;

    if (base->state == 0) {
        err = self->count == 0 ? RL_ERR_WAIT_EMPTY : begin(self);
        if (err != RL_OK) {
            coro_raise(out, rl_exc_from_err(err));
            return;
        }
        base->state = WAITING;
    }
    if (!coro_await_future(&self->waiting, thrown, out, &exc, &value))
        return;
    unwatch(self); /* WAIT-9 */
    if (exc == NULL) {
        value_unref(value);
        err = result(self, &value);
        if (err != RL_OK)
            exc = rl_exc_from_err(err);
    }
    if (exc != NULL)
        coro_raise(out, exc);
    else
        coro_return(out, value);
}

static void fini(coro_frame *base)
{
    wait *self = (wait *)base;
    for (size_t i = 0; i < self->count; i++)
        rl_future_unref(self->futures[i]);
    mem_free(self->futures);
    if (self->watch != NULL)
        watch_unref(self->watch);
    self->watch = NULL;
    self->count = 0;
}

/* WAIT-4: a future counts once. */
static void keep_each_once(wait *self, rl_future *const *futures, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;
        while (k < self->count && self->futures[k] != futures[i])
            k++;
        if (k == self->count)
            self->futures[self->count++] = rl_future_ref(futures[i]);
    }
}

rl_err rl_wait(rl_future *const *futures, size_t count, double timeout_s,
               rl_return_when return_when, rl_coro **out)
{
    static const coro_type type = {sizeof(wait), run, fini, "wait"};
    wait *self;
    rl_err err = coro_new(&type, &self);
    if (err != RL_OK)
        return err;
    self->futures = mem_alloc((count + 1) * sizeof *self->futures);
    if (self->futures == NULL) {
        rl_coro_unref(&self->coro.base);
        return RL_ERR_NO_MEMORY;
    }
    keep_each_once(self, futures, count);
    self->timeout_s = timeout_s;
    self->return_when = return_when;
    *out = &self->coro.base;
    return RL_OK;
}
