/*
 * timeout.c - a block of code with a deadline.
 *
 * CPython: timeouts.Timeout.
 *
 *     created --enter--> active --deadline--> expiring --exit--> expired
 *                          '---------------exit---------------> finished
 *
 * At the deadline the task is cancelled.  On the way out of the block that
 * CancelledError becomes a TimeoutError, unless somebody else has cancelled the
 * task too: then there are more requests left than there were on entry (TMO-6).
 */
#include <math.h>

#include "assert.h"
#include "exc.h"
#include "mem.h"
#include "reftask.h"

enum state { CREATED, ENTERED, EXPIRING, EXPIRED, EXITED };

struct rl_timeout {
    uint32_t ref_count;
    enum state state;
    double when_s;      /* NaN: never */
    rl_handle *handler; /* NULL: no deadline ahead */
    rl_future *task;    /* owned, from entry on */
    size_t cancelling;  /* its requests on entry */
};

/* ---- Life ----------------------------------------------------------------- */

rl_err rl_timeout_new(double when_s, rl_timeout **out)
{
    rl_timeout *timeout = mem_alloc(sizeof *timeout);
    if (timeout == NULL)
        return RL_ERR_NO_MEMORY;
    *timeout = (rl_timeout){.ref_count = 1, .when_s = when_s};
    *out = timeout;
    return RL_OK;
}

rl_timeout *rl_timeout_ref(rl_timeout *timeout)
{
    timeout->ref_count++;
    return timeout;
}

/* The handler owns a reference while it is to run, so there is none here. */
void rl_timeout_unref(rl_timeout *timeout)
{
    if (timeout == NULL || --timeout->ref_count > 0)
        return;
    rl_handle_unref(timeout->handler);
    rl_future_unref(timeout->task);
    mem_free(timeout);
}

static void drop_timeout(void *arg)
{
    rl_timeout_unref(arg);
}

/* ---- The deadline --------------------------------------------------------- */

/* TMO-1.  The handler has run: it is let go of early.  TMO-12: what completed before it in
 * this pass has only queued the task's wake-up.  CPython: _on_timeout. */
static rl_exc *on_timeout(void *arg)
{
    rl_timeout *timeout = arg;
    bool cancelled;

    RL_ASSERT(timeout->state == ENTERED);
    rl_err err = rl_future_try_cancel(timeout->task, value_none(), &cancelled);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    timeout->state = EXPIRING;
    rl_handle *handler = timeout->handler;
    timeout->handler = NULL;
    rl_handle_unref(handler);
    return NULL;
}

static void stop_handler(rl_timeout *timeout)
{
    rl_handle *handler = timeout->handler;
    timeout->handler = NULL;
    if (handler == NULL)
        return;
    rl_handle_cancel(handler);
    rl_handle_unref(handler);
}

/* TMO-2: what is due already does not go the way of timers. */
static rl_err start_handler(rl_timeout *timeout)
{
    static const rl_call call = {on_timeout, drop_timeout};
    rl_loop *loop = rl_get_running_loop();
    rl_err err;

    if (loop == NULL)
        return RL_ERR_NO_RUNNING_LOOP;
    rl_timeout_ref(timeout);
    if (timeout->when_s <= rl_loop_time(loop))
        err = rl_loop_call_soon(loop, &call, timeout, NULL, &timeout->handler);
    else
        err = rl_loop_call_at(loop, timeout->when_s, &call, timeout, NULL, &timeout->handler);
    if (err != RL_OK)
        rl_timeout_unref(timeout);
    return err;
}

/* TMO-8. */
static rl_err refuse_reschedule(enum state state)
{
    static const rl_err errors[] = {
        [CREATED] = RL_ERR_TIMEOUT_NOT_ENTERED, [ENTERED] = RL_OK,
        [EXPIRING] = RL_ERR_TIMEOUT_EXPIRING,   [EXPIRED] = RL_ERR_TIMEOUT_EXPIRED,
        [EXITED] = RL_ERR_TIMEOUT_FINISHED,
    };
    return errors[state];
}

/* TMO-7: also an expiry that is queued already gives way. */
rl_exc *rl_timeout_reschedule(rl_timeout *timeout, double when_s)
{
    rl_err err = refuse_reschedule(timeout->state);
    if (err == RL_OK) {
        timeout->when_s = when_s;
        stop_handler(timeout);
        if (!isnan(when_s))
            err = start_handler(timeout);
    }
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

/* ---- The block ------------------------------------------------------------ */

/* TMO-9.  CPython: __aenter__. */
rl_exc *rl_timeout_enter(rl_timeout *timeout)
{
    rl_loop *loop = rl_get_running_loop();

    if (timeout->state != CREATED)
        return rl_exc_from_err(RL_ERR_TIMEOUT_ENTERED);
    if (loop == NULL)
        return rl_exc_from_err(RL_ERR_NO_RUNNING_LOOP);
    rl_task *task = rl_current_task(loop);
    if (task == NULL)
        return rl_exc_from_err(RL_ERR_TIMEOUT_NO_TASK);
    timeout->state = ENTERED;
    timeout->task = rl_future_ref(rl_task_future(task));
    timeout->cancelling = rl_task_cancelling(task);
    return rl_timeout_reschedule(timeout, timeout->when_s);
}

/* TMO-4: a CancelledError that another exception stands for gets a TimeoutError
 * between the two.  CPython: _insert_timeout_error. */
static void insert_timeout_error(rl_exc *exc)
{
    rl_exc_ref(exc);
    rl_exc *context = rl_exc_context_of(exc);
    while (context != NULL && rl_exc_get_kind(context) != RL_EXC_CANCELLED) {
        rl_exc_unref(exc);
        exc = context;
        context = rl_exc_context_of(exc);
    }
    if (context != NULL) {
        rl_exc *between = exc_fresh(RL_ERR_TIMEOUT, context);
        rl_exc_set_context(exc, between);
        rl_exc_unref(between);
    }
    rl_exc_unref(context);
    rl_exc_unref(exc);
}

/* The exception goes on, but what it replaced was the timeout's. */
static void insert_timeout_errors(rl_exc *exc)
{
    insert_timeout_error(exc);
    if (rl_exc_get_kind(exc) != RL_EXC_EXCEPTION) /* a BaseExceptionGroup, at most */
        return;
    size_t count = rl_exc_group_count(exc);
    for (size_t i = 0; i < count; i++) {
        rl_exc *member = rl_exc_group_at(exc, i);
        insert_timeout_error(member);
        rl_exc_unref(member);
    }
}

/* CPython: __aexit__. */
rl_exc *rl_timeout_exit(rl_timeout *timeout, rl_exc *exc)
{
    stop_handler(timeout);
    if (timeout->state == ENTERED)
        timeout->state = EXITED;
    if (timeout->state != EXPIRING) /* TMO-13 */
        return NULL;
    timeout->state = EXPIRED;
    /* TMO-3: uncancel also where nothing is raised.  TMO-5: what is left is not of this block. */
    size_t left = rl_task_uncancel(rl_future_task(timeout->task));
    if (left > timeout->cancelling || exc == NULL)
        return NULL;
    if (rl_exc_get_kind(exc) == RL_EXC_CANCELLED) /* TMO-10: subclasses too */
        return exc_fresh(RL_ERR_TIMEOUT, exc);
    insert_timeout_errors(exc);
    return NULL;
}

/* ---- Questions ------------------------------------------------------------ */

double rl_timeout_when(const rl_timeout *timeout)
{
    return timeout->when_s;
}

bool rl_timeout_expired(const rl_timeout *timeout)
{
    return timeout->state == EXPIRING || timeout->state == EXPIRED;
}

/* TMO-11. */
const char *rl_timeout_state(const rl_timeout *timeout)
{
    static const char *const names[] = {
        [CREATED] = "created", [ENTERED] = "active",  [EXPIRING] = "expiring",
        [EXPIRED] = "expired", [EXITED] = "finished",
    };
    return names[timeout->state];
}
