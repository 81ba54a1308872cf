/*
 * barrier.c - tasks that wait until a number of them has come.
 *
 * CPython: locks.Barrier.
 *
 *     FILLING --the last one comes, or reset--> DRAINING, RESETTING
 *        ^                                             |
 *        '------------- the last one has left ---------'
 *
 * Everything happens with the lock of a condition held, which is notified when
 * the state changes.
 */
#include <stdio.h>

#include "exc.h"
#include "mem.h"
#include "steps.h"

enum barrier_state { FILLING, DRAINING, RESETTING, BROKEN };

struct rl_barrier {
    uint32_t ref_count;
    rl_condition *cond;
    size_t parties;
    enum barrier_state state;
    size_t count; /* tasks inside */
};

rl_err rl_barrier_new(int64_t parties, rl_barrier **out)
{
    if (parties < 1)
        return RL_ERR_BARRIER_PARTIES; /* BAR-7 */
    rl_barrier *barrier = mem_alloc(sizeof *barrier);
    if (barrier == NULL)
        return RL_ERR_NO_MEMORY;
    *barrier = (rl_barrier){.ref_count = 1, .parties = (size_t)parties, .state = FILLING};
    if (rl_condition_new(NULL, &barrier->cond) != RL_OK) {
        mem_free(barrier);
        return RL_ERR_NO_MEMORY;
    }
    *out = barrier;
    return RL_OK;
}

rl_barrier *rl_barrier_ref(rl_barrier *barrier)
{
    barrier->ref_count++;
    return barrier;
}

void rl_barrier_unref(rl_barrier *barrier)
{
    if (barrier == NULL || --barrier->ref_count > 0)
        return;
    rl_condition_unref(barrier->cond);
    mem_free(barrier);
}

size_t rl_barrier_parties(const rl_barrier *barrier)
{
    return barrier->parties;
}

size_t rl_barrier_n_waiting(const rl_barrier *barrier)
{
    return barrier->state == FILLING ? barrier->count : 0;
}

bool rl_barrier_broken(const rl_barrier *barrier)
{
    return barrier->state == BROKEN;
}

size_t rl_barrier_repr(const rl_barrier *barrier, char *buffer, size_t size)
{
    static const char *const names[] = {"filling", "draining", "resetting", "broken"};
    char waiting[64] = "";

    if (barrier->state != BROKEN)
        snprintf(waiting, sizeof waiting, ", waiters:%zu/%zu", rl_barrier_n_waiting(barrier),
                 barrier->parties);
    int len = snprintf(buffer, size, "<asyncio.locks.Barrier object at %p [%s%s]>",
                       (const void *)barrier, names[barrier->state], waiting);
    return len < 0 ? 0 : (size_t)len;
}

/* ---- `async with self._cond`, for all three coroutines -------------------- */

enum { LOCKING = 1, BLOCKED, WAITING };

typedef struct inside {
    steps frame;
    rl_barrier *barrier;
    size_t index; /* of a wait */
} inside;

static rl_err inside_new(const steps_type *type, rl_barrier *barrier, rl_coro **out)
{
    inside *self;
    rl_err err = coro_new(&type->coro, &self);
    if (err != RL_OK)
        return err;
    self->barrier = rl_barrier_ref(barrier);
    *out = &self->frame.coro.base;
    return RL_OK;
}

static void inside_drop(steps *frame)
{
    rl_barrier_unref(((inside *)frame)->barrier);
}

static void enter(inside *self)
{
    rl_coro *acquire = NULL;
    rl_err err = rl_lock_acquire(rl_condition_lock(self->barrier->cond), &acquire);

    steps_await_coro(&self->frame, err, acquire, LOCKING);
}

static void leave(inside *self, rl_exc *exc, rl_value result)
{
    rl_err err = rl_lock_release(rl_condition_lock(self->barrier->cond));
    steps_end(&self->frame, steps_chain(exc, err), result);
}

/* ---- wait ----------------------------------------------------------------- */

static void block(inside *self);
static void arrive(inside *self);
static void await_state(inside *self, rl_predicate predicate, int next);
static void depart(inside *self, rl_exc *exc);

static const steps_type wait_type;

rl_err rl_barrier_wait(rl_barrier *barrier, rl_coro **out)
{
    return inside_new(&wait_type, barrier, out);
}

static void wait_run(steps *frame, rl_exc *raised)
{
    inside *self = (inside *)frame;
    enum barrier_state state = self->barrier->state;

    switch (frame->coro.state) {
    case LOCKING:
        if (raised != NULL)
            steps_raise(frame, raised);
        else
            block(self);
        return;
    case BLOCKED:
        if (raised == NULL && state == BROKEN)
            raised = rl_exc_from_err(RL_ERR_BARRIER_ABORTED);
        if (raised != NULL)
            leave(self, raised, value_none());
        else
            arrive(self);
        return;
    case WAITING:
        if (raised == NULL && (state == BROKEN || state == RESETTING))
            raised = rl_exc_from_err(RL_ERR_BARRIER_RESET); /* BAR-5 */
        depart(self, raised);
        return;
    default:
        enter(self);
        return;
    }
}

static rl_exc *is_open(void *arg, bool *truth, rl_value *value)
{
    const rl_barrier *barrier = arg;
    *truth = barrier->state != DRAINING && barrier->state != RESETTING;
    *value = value_none();
    return NULL;
}

/* BAR-8: the state counts that is found when it runs. */
static rl_exc *is_filled(void *arg, bool *truth, rl_value *value)
{
    const rl_barrier *barrier = arg;
    *truth = barrier->state != FILLING;
    *value = value_none();
    return NULL;
}

/* BAR-6. */
static void block(inside *self)
{
    await_state(self, is_open, BLOCKED);
}

/* BAR-1, BAR-2.  BAR-3: the index is how many wait, whoever has left before. */
static void arrive(inside *self)
{
    rl_barrier *barrier = self->barrier;

    self->index = barrier->count++;
    if (self->index + 1 != barrier->parties) {
        await_state(self, is_filled, WAITING);
        return;
    }
    barrier->state = DRAINING;
    depart(self, steps_chain(NULL, rl_condition_notify_all(barrier->cond)));
}

/* The predicate needs no reference of its own: the coroutine has one, and the
 * wait is inside it. */
static void await_state(inside *self, rl_predicate predicate, int next)
{
    rl_coro *wait = NULL;
    rl_err err =
        rl_condition_wait_for(self->barrier->cond, predicate, self->barrier, NULL, &wait);

    steps_await_coro(&self->frame, err, wait, next);
}

/* BAR-4: one that leaves early only leaves. */
static void depart(inside *self, rl_exc *exc)
{
    rl_barrier *barrier = self->barrier;
    rl_err err = RL_OK;

    barrier->count--;
    if (barrier->count == 0) {
        if (barrier->state == RESETTING || barrier->state == DRAINING)
            barrier->state = FILLING;
        err = rl_condition_notify_all(barrier->cond);
    }
    leave(self, steps_chain(exc, err), rl_number((intptr_t)self->index));
}

static const steps_type wait_type = {{sizeof(inside), steps_run, steps_fini, "Barrier.wait"},
    wait_run, inside_drop};

/* ---- reset and abort ------------------------------------------------------ */

static void set_state(steps *frame, rl_exc *raised, enum barrier_state state)
{
    inside *self = (inside *)frame;

    if (frame->coro.state != LOCKING) {
        enter(self);
    } else if (raised != NULL) {
        steps_raise(frame, raised);
    } else {
        self->barrier->state = state;
        rl_err err = rl_condition_notify_all(self->barrier->cond);
        leave(self, steps_chain(NULL, err), value_none());
    }
}

/* BAR-5. */
static void reset_run(steps *frame, rl_exc *raised)
{
    set_state(frame, raised, ((inside *)frame)->barrier->count > 0 ? RESETTING : FILLING);
}

static void abort_run(steps *frame, rl_exc *raised)
{
    set_state(frame, raised, BROKEN);
}

static const steps_type reset_type = {{sizeof(inside), steps_run, steps_fini, "Barrier.reset"},
    reset_run, inside_drop};
static const steps_type abort_type = {{sizeof(inside), steps_run, steps_fini, "Barrier.abort"},
    abort_run, inside_drop};

rl_err rl_barrier_reset(rl_barrier *barrier, rl_coro **out)
{
    return inside_new(&reset_type, barrier, out);
}

rl_err rl_barrier_abort(rl_barrier *barrier, rl_coro **out)
{
    return inside_new(&abort_type, barrier, out);
}
