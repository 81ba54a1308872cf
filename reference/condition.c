/*
 * condition.c - tasks that wait, with a lock, until they are notified.
 *
 * CPython: locks.Condition.
 *
 * A wait has two halves: for the notification, without the lock, and then for
 * the lock.  Whatever ends the first half, the second is gone through (COND-4);
 * a wait that ends with an exception passes on the notification it may have
 * had (COND-5).
 */
#include "exc.h"
#include "mem.h"
#include "steps.h"
#include "waiters.h"

struct rl_condition {
    uint32_t ref_count;
    rl_lock *lock;
    waiters waiters;
    loop_binding binding;
};

static rl_err notify(rl_condition *condition, size_t n);

/* COND-8: one lock for several conditions. */
rl_err rl_condition_new(rl_lock *lock, rl_condition **out)
{
    rl_condition *condition = mem_alloc(sizeof *condition);
    if (condition == NULL)
        return RL_ERR_NO_MEMORY;
    *condition = (rl_condition){.ref_count = 1};
    if (lock != NULL) {
        condition->lock = rl_lock_ref(lock);
    } else if (rl_lock_new(&condition->lock) != RL_OK) {
        mem_free(condition);
        return RL_ERR_NO_MEMORY;
    }
    *out = condition;
    return RL_OK;
}

rl_condition *rl_condition_ref(rl_condition *condition)
{
    condition->ref_count++;
    return condition;
}

void rl_condition_unref(rl_condition *condition)
{
    if (condition == NULL || --condition->ref_count > 0)
        return;
    rl_lock_unref(condition->lock);
    waiters_unbind(&condition->binding);
    mem_free(condition);
}

rl_lock *rl_condition_lock(const rl_condition *condition)
{
    return condition->lock;
}

size_t rl_condition_repr(const rl_condition *condition, char *buffer, size_t size)
{
    return waiters_format(buffer, size, "Condition", condition,
                          rl_lock_locked(condition->lock) ? "locked" : "unlocked",
                          &condition->waiters);
}

static size_t repr(const void *condition, char *buffer, size_t size)
{
    return rl_condition_repr(condition, buffer, size);
}

/* COND-10: that it is held is enough. */
rl_err rl_condition_notify(rl_condition *condition, size_t n)
{
    if (!rl_lock_locked(condition->lock))
        return RL_ERR_NOTIFY_UNLOCKED; /* COND-1 */
    return notify(condition, n);
}

rl_err rl_condition_notify_all(rl_condition *condition)
{
    return rl_condition_notify(condition, condition->waiters.count);
}

/* COND-2.  COND-9: who is cancelled does not count. */
static rl_err notify(rl_condition *condition, size_t n)
{
    rl_err err = RL_OK;

    for (waiter *w = condition->waiters.first; w != NULL && n > 0 && err == RL_OK; w = w->next) {
        if (rl_future_done(w->future))
            continue;
        n--;
        err = waiters_wake(w);
    }
    return err;
}

/* ---- wait ----------------------------------------------------------------- */

typedef struct wait {
    steps frame;
    rl_condition *condition;
    waiter waiter;
    rl_exc *first;  /* what ended the wait for the notification */
    rl_exc *latest; /* the last cancellation of the wait for the lock */
} wait;

enum { WAITING = 1, LOCKING };

static void wait_begin(wait *self);
static void wait_lock(wait *self);
static void wait_raise(wait *self, rl_exc *exc);
static const steps_type wait_type;

rl_err rl_condition_wait(rl_condition *condition, rl_coro **out)
{
    wait *self;
    rl_err err = coro_new(&wait_type.coro, &self);
    if (err != RL_OK)
        return err;
    self->condition = rl_condition_ref(condition);
    *out = &self->frame.coro.base;
    return RL_OK;
}

static void wait_run(steps *frame, rl_exc *raised)
{
    wait *self = (wait *)frame;

    switch (frame->coro.state) {
    case WAITING:
        waiters_remove(&self->waiter);
        self->first = raised;
        steps_handle(frame, raised);
        wait_lock(self);
        return;
    case LOCKING:
        if (raised == NULL)
            break;
        if (rl_exc_get_kind(raised) != RL_EXC_CANCELLED) {
            wait_raise(self, raised);
            return;
        }
        rl_exc_unref(self->latest); /* COND-6 */
        self->latest = raised;
        wait_lock(self);
        return;
    default:
        wait_begin(self);
        return;
    }
    if (self->latest != NULL)
        wait_raise(self, rl_exc_ref(self->latest));
    else if (self->first != NULL)
        wait_raise(self, rl_exc_ref(self->first));
    else
        steps_return(frame, rl_number(1)); /* COND-3 */
}

static void wait_begin(wait *self)
{
    rl_condition *condition = self->condition;
    rl_exc *exc;

    if (!rl_lock_locked(condition->lock)) {
        steps_raise(&self->frame, rl_exc_from_err(RL_ERR_WAIT_UNLOCKED)); /* COND-1 */
        return;
    }
    exc = waiters_prepare(&self->waiter, &condition->binding, repr, condition);
    if (exc == NULL) {
        rl_err err = rl_lock_release(condition->lock);
        if (err != RL_OK)
            exc = rl_exc_from_err(err);
    }
    if (exc != NULL) {
        steps_raise(&self->frame, exc);
        return;
    }
    waiters_append(&condition->waiters, &self->waiter);
    steps_await(&self->frame, self->waiter.future, WAITING);
}

/* COND-11: asked for by the waiter itself, when it runs. */
static void wait_lock(wait *self)
{
    rl_coro *acquire = NULL;
    rl_err err = rl_lock_acquire(self->condition->lock, &acquire);

    steps_await_coro(&self->frame, err, acquire, LOCKING);
}

/* CPython: `except BaseException: self._notify(1); raise`. */
static void wait_raise(wait *self, rl_exc *exc)
{
    steps_raise(&self->frame, steps_chain(exc, notify(self->condition, 1)));
}

static void wait_drop(steps *frame)
{
    wait *self = (wait *)frame;

    waiters_remove(&self->waiter);
    rl_exc_unref(self->first);
    rl_exc_unref(self->latest);
    rl_condition_unref(self->condition);
}

static const steps_type wait_type = {{sizeof(wait), steps_run, steps_fini, "Condition.wait"},
    wait_run, wait_drop};

/* ---- wait_for ------------------------------------------------------------- */

typedef struct wait_for {
    steps frame;
    rl_condition *condition;
    rl_predicate predicate;
    void *arg;
    void (*drop)(void *arg);
} wait_for;

static const steps_type wait_for_type;

rl_err rl_condition_wait_for(rl_condition *condition, rl_predicate predicate, void *arg,
                             void (*drop)(void *arg), rl_coro **out)
{
    wait_for *self;
    rl_err err = coro_new(&wait_for_type.coro, &self);
    if (err != RL_OK)
        return err;
    self->condition = rl_condition_ref(condition);
    self->predicate = predicate;
    self->arg = arg;
    self->drop = drop;
    *out = &self->frame.coro.base;
    return RL_OK;
}

/* COND-7.  The lock is not looked at before the first wait. */
static void wait_for_run(steps *frame, rl_exc *raised)
{
    wait_for *self = (wait_for *)frame;
    bool truth = false;
    rl_value value = value_none();
    rl_coro *inner = NULL;

    if (raised == NULL)
        raised = self->predicate(self->arg, &truth, &value);
    if (raised != NULL) {
        steps_raise(frame, raised);
        return;
    }
    if (truth) {
        steps_return(frame, value);
        return;
    }
    value_unref(value);
    rl_err err = rl_condition_wait(self->condition, &inner);
    steps_await_coro(frame, err, inner, WAITING);
}

static void wait_for_drop(steps *frame)
{
    wait_for *self = (wait_for *)frame;

    if (self->drop != NULL)
        self->drop(self->arg);
    rl_condition_unref(self->condition);
}

static const steps_type wait_for_type = {{sizeof(wait_for), steps_run, steps_fini, "Condition.wait_for"},
    wait_for_run, wait_for_drop};
