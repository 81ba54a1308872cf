/*
 * sleep.c - wait for a while.
 *
 * CPython: tasks.sleep, __sleep0.
 *
 *     delay <= 0   one pass, no timer (SLEEP-1)
 *     otherwise    a timer completes a future, which wakes the task one hop
 *                  later (SLEEP-2)
 */
#include <math.h>

#include "coro.h"
#include "exc.h"

typedef struct sleep_coro {
    coro_frame coro;
    double delay_s;
    rl_value result;
    rl_handle *timer;
    coro_wait waiting; /* for a future of its own */
} sleep_coro;

enum { PASSING = 1, WAITING };

/* CPython: futures._set_result_unless_cancelled. */
static rl_exc *set_result_unless_cancelled(void *arg)
{
    rl_future *future = arg;
    if (rl_future_cancelled(future))
        return NULL;
    rl_err err = rl_future_set_result(future, value_none());
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

static void drop_future(void *arg)
{
    rl_future_unref(arg);
}

static rl_err start_timer(sleep_coro *self)
{
    static const rl_call call = {set_result_unless_cancelled, drop_future};
    rl_loop *loop = rl_get_running_loop();

    if (isnan(self->delay_s))
        return RL_ERR_NAN_DELAY; /* SLEEP-4 */
    if (loop == NULL)
        return RL_ERR_NO_RUNNING_LOOP;
    rl_err err = rl_future_new(loop, &self->waiting.future);
    if (err != RL_OK)
        return err;
    rl_future *future = rl_future_ref(self->waiting.future);
    err = rl_loop_call_later(loop, self->delay_s, &call, future, NULL, &self->timer);
    if (err != RL_OK)
        rl_future_unref(future);
    return err;
}

/* SLEEP-3. */
static void return_result(sleep_coro *self, rl_step *out)
{
    rl_value result = self->result;
    self->result = value_none();
    coro_return(out, result);
}

static void begin(sleep_coro *self, rl_step *out)
{
    if (self->delay_s <= 0) { /* SLEEP-7 */
        self->coro.state = PASSING;
        *out = (rl_step){.kind = RL_STEP_PASS};
        return;
    }
    rl_exc *exc;
    rl_value value;
    rl_err err = start_timer(self);
    self->coro.state = WAITING;
    if (err != RL_OK)
        coro_raise(out, rl_exc_from_err(err));
    else
        coro_await_future(&self->waiting, NULL, out, &exc, &value); /* which is pending */
}

static void go_on(sleep_coro *self, rl_exc *thrown, rl_step *out)
{
    rl_exc *exc;
    rl_value value;

    if (!coro_await_future(&self->waiting, thrown, out, &exc, &value))
        return;
    rl_handle_cancel(self->timer); /* SLEEP-5 */
    if (exc != NULL)
        coro_raise(out, exc);
    else
        return_result(self, out);
}

static void run(coro_frame *base, rl_exc *thrown, rl_step *out)
{
    sleep_coro *self = (sleep_coro *)base;

    if (base->state == 0)
        begin(self, out);
    else if (base->state == WAITING)
        go_on(self, thrown, out);
    else if (thrown != NULL)
        coro_raise(out, thrown);
    else
        return_result(self, out);
}

static void fini(coro_frame *base)
{
    sleep_coro *self = (sleep_coro *)base;
    value_unref(self->result);
    rl_handle_unref(self->timer);
    rl_future_unref(self->waiting.future);
}

rl_err rl_sleep(double delay_s, rl_value result, rl_coro **out)
{
    static const coro_type type = {sizeof(sleep_coro), run, fini, "sleep"};
    sleep_coro *self;
    rl_err err = coro_new(&type, &self);
    if (err != RL_OK) {
        value_unref(result);
        return err;
    }
    self->delay_s = delay_s;
    self->result = result;
    *out = &self->coro.base;
    return RL_OK;
}
