/*
 * wait_for.c - wait for one awaitable, with a time limit.
 *
 * CPython: tasks.wait_for, _cancel_and_wait.
 *
 *     timeout <= 0   a done future gives its result; anything else is cancelled
 *                    before it starts, and waited for (WFOR-3)
 *     otherwise      async with timeout(t): return await it       (WFOR-4)
 *                    so in the caller's task and context          (CTX-9)
 */
#include <math.h>

#include "coro.h"
#include "exc.h"
#include "future.h"
#include "mem.h"

typedef struct wait_for {
    coro_frame coro;
    rl_awaitable awaitable;
    double timeout_s;
    rl_timeout *timeout;
    rl_future *future;  /* timeout <= 0 */
    coro_wait waiting;
} wait_for;

enum { IN_TIMEOUT = 1, CANCELLING };

static void finish(rl_step *out, rl_exc *exc, rl_value value)
{
    if (exc != NULL)
        coro_raise(out, exc);
    else
        coro_return(out, value);
}

/* ---- At once -------------------------------------------------------------- */

static rl_exc *release_waiter(void *arg)
{
    rl_future *waiter = arg;
    if (rl_future_done(waiter))
        return NULL;
    rl_err err = rl_future_set_result(waiter, value_none());
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

static void drop_waiter(void *arg)
{
    rl_future_unref(arg);
}

static const rl_call release_call = {release_waiter, drop_waiter};

static bool same(void *arg, void *with)
{
    return arg == with;
}

/* Wait for a future of our own, so that the wait itself can be cancelled. */
static rl_exc *cancel_future(wait_for *self)
{
    rl_future *waiter;
    rl_err err = rl_future_new(rl_future_get_loop(self->future), &waiter);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    err = rl_future_add_done_callback(self->future, &release_call, rl_future_ref(waiter), NULL);
    if (err != RL_OK) {
        rl_future_unref(waiter);
        rl_future_unref(waiter);
        return rl_exc_from_err(err);
    }
    self->waiting.future = waiter;
    bool cancelled;
    err = rl_future_try_cancel(self->future, value_none(), &cancelled);
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

static rl_exc *outcome(rl_future *future, rl_value *value)
{
    rl_exc *exc = rl_future_result(future, value);
    if (exc == NULL)
        value_ref(*value);
    return exc;
}

/* raise TimeoutError from exc */
static rl_exc *timeout_from(rl_exc *exc)
{
    rl_exc *made = exc_fresh(RL_ERR_TIMEOUT, exc);
    rl_exc_unref(exc);
    return made;
}

static void cancel_at_once(wait_for *self, rl_exc *thrown, rl_step *out)
{
    rl_exc *exc = NULL;
    rl_value value = value_none();

    if (self->coro.state == 0) {
        exc = rl_ensure_future(self->awaitable, NULL, &self->future);
        self->awaitable.coro = NULL; /* taken */
        if (exc == NULL && rl_future_done(self->future)) {
            exc = outcome(self->future, &value);
            finish(out, exc, value);
            return;
        }
        if (exc == NULL)
            exc = cancel_future(self);
        self->coro.state = CANCELLING;
    }
    if (exc == NULL) {
        if (!coro_await_future(&self->waiting, thrown, out, &exc, &value))
            return;
        rl_future_remove_done_callback(self->future, &release_call, same, self->waiting.future);
        if (exc == NULL) {
            value_unref(value);
            exc = outcome(self->future, &value);
            if (exc != NULL && rl_exc_get_kind(exc) == RL_EXC_CANCELLED)
                exc = timeout_from(exc);
        }
    }
    finish(out, exc, value);
}

/* ---- With a timeout block ------------------------------------------------- */

static rl_exc *enter(wait_for *self)
{
    rl_loop *loop = rl_get_running_loop();
    if (loop == NULL)
        return rl_exc_from_err(RL_ERR_NO_RUNNING_LOOP);
    rl_err err = rl_timeout_new(rl_loop_time(loop) + self->timeout_s, &self->timeout);
    return err == RL_OK ? rl_timeout_enter(self->timeout) : rl_exc_from_err(err);
}

static void await_in_timeout(wait_for *self, rl_exc *thrown, rl_step *out)
{
    rl_exc *exc = NULL;
    rl_value value = value_none();

    if (self->coro.state == 0) {
        exc = enter(self);
        self->coro.state = IN_TIMEOUT;
        self->waiting.future = self->awaitable.future;
        if (exc != NULL) {
            finish(out, exc, value);
            return;
        }
    }
    bool over = self->awaitable.future != NULL
                    ? coro_await_future(&self->waiting, thrown, out, &exc, &value)
                    : coro_await_coro(self->awaitable.coro, thrown, out, &exc, &value);
    if (!over)
        return;
    rl_exc *instead = rl_timeout_exit(self->timeout, exc); /* WFOR-14, -17 */
    if (instead != NULL) {
        if (exc == NULL)
            value_unref(value);
        rl_exc_unref(exc);
        exc = instead;
    }
    finish(out, exc, value);
}

/* ---- The coroutine -------------------------------------------------------- */

static void run(coro_frame *base, rl_exc *thrown, rl_step *out)
{
    wait_for *self = (wait_for *)base;
    if (self->timeout_s <= 0) /* not for NaN */
        cancel_at_once(self, thrown, out);
    else
        await_in_timeout(self, thrown, out);
}

static void fini(coro_frame *base)
{
    wait_for *self = (wait_for *)base;
    rl_coro *inner = self->awaitable.coro;
    rl_future *future = self->awaitable.future;
    self->awaitable = (rl_awaitable){0};
    if (base->state == CANCELLING)
        rl_future_unref(self->waiting.future);
    self->waiting.future = NULL;
    rl_coro_unref(inner);
    rl_future_unref(future);
    rl_future_unref(self->future);
    rl_timeout_unref(self->timeout);
    self->future = NULL;
    self->timeout = NULL;
}

/* WFOR-15: nothing happens before its first step. */
rl_err rl_wait_for(rl_awaitable awaitable, double timeout_s, rl_coro **out)
{
    static const coro_type type = {sizeof(wait_for), run, fini, "wait_for"};
    wait_for *self;
    rl_err err = coro_new(&type, &self);
    if (err != RL_OK) {
        rl_coro_unref(awaitable.coro);
        return err;
    }
    self->awaitable = awaitable;
    if (awaitable.future != NULL)
        rl_future_ref(awaitable.future);
    self->timeout_s = timeout_s;
    *out = &self->coro.base;
    return RL_OK;
}
