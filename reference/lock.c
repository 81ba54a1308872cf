/*
 * lock.c - a lock that tasks wait for.
 *
 * CPython: locks.Lock.
 *
 * Invariant: a free lock whose list is not empty has woken the first in it, or
 * all in it are cancelled.  Who was woken takes the lock when its task runs;
 * until then the lock is free, and nobody else gets it (LOCK-3, LOCK-4).
 */
#include "mem.h"
#include "steps.h"
#include "waiters.h"

struct rl_lock {
    uint32_t ref_count;
    bool locked;
    waiters waiters;
    loop_binding binding;
};

typedef struct acquire {
    steps frame;
    rl_lock *lock;
    waiter waiter;
} acquire;

static rl_err wake_up_first(rl_lock *lock);
static const steps_type acquire_type;

rl_err rl_lock_new(rl_lock **out)
{
    rl_lock *lock = mem_alloc(sizeof *lock);
    if (lock == NULL)
        return RL_ERR_NO_MEMORY;
    *lock = (rl_lock){.ref_count = 1};
    *out = lock;
    return RL_OK;
}

rl_lock *rl_lock_ref(rl_lock *lock)
{
    lock->ref_count++;
    return lock;
}

void rl_lock_unref(rl_lock *lock)
{
    if (lock == NULL || --lock->ref_count > 0)
        return;
    waiters_unbind(&lock->binding);
    mem_free(lock);
}

bool rl_lock_locked(const rl_lock *lock)
{
    return lock->locked;
}

size_t rl_lock_repr(const rl_lock *lock, char *buffer, size_t size)
{
    return waiters_format(buffer, size, "Lock", lock, lock->locked ? "locked" : "unlocked",
                          &lock->waiters);
}

static size_t repr(const void *lock, char *buffer, size_t size)
{
    return rl_lock_repr(lock, buffer, size);
}

rl_err rl_lock_release(rl_lock *lock)
{
    if (!lock->locked)
        return RL_ERR_LOCK_FREE; /* LOCK-6 */
    lock->locked = false;
    return wake_up_first(lock);
}

static rl_err wake_up_first(rl_lock *lock)
{
    waiter *first = lock->waiters.first;

    /* One that is done is set to wake up already. */
    if (first == NULL || rl_future_done(first->future))
        return RL_OK;
    return waiters_wake(first);
}

/* ---- Acquiring ------------------------------------------------------------ */

enum { WAITING = 1 };

rl_err rl_lock_acquire(rl_lock *lock, rl_coro **out)
{
    acquire *a;
    rl_err err = coro_new(&acquire_type.coro, &a);
    if (err != RL_OK)
        return err;
    a->lock = rl_lock_ref(lock);
    *out = &a->frame.coro.base;
    return RL_OK;
}

static void acquire_run(steps *frame, rl_exc *raised)
{
    acquire *a = (acquire *)frame;
    rl_lock *lock = a->lock;

    if (frame->coro.state != WAITING) {
        if (!lock->locked && waiters_all_cancelled(&lock->waiters)) { /* LOCK-1 */
            lock->locked = true;
            steps_return(frame, rl_number(1));
            return;
        }
        rl_exc *exc = waiters_prepare(&a->waiter, &lock->binding, repr, lock);
        if (exc != NULL) {
            steps_raise(frame, exc);
            return;
        }
        waiters_append(&lock->waiters, &a->waiter);
        steps_await(frame, a->waiter.future, WAITING);
        return;
    }
    waiters_remove(&a->waiter);
    if (raised == NULL) {
        lock->locked = true;
        steps_return(frame, rl_number(1));
        return;
    }
    /* LOCK-5: it may have been woken, and would be the only one. */
    if (rl_exc_get_kind(raised) == RL_EXC_CANCELLED && !lock->locked)
        raised = steps_chain(raised, wake_up_first(lock));
    steps_raise(frame, raised);
}

static void acquire_drop(steps *frame)
{
    acquire *a = (acquire *)frame;

    waiters_remove(&a->waiter);
    rl_lock_unref(a->lock);
}

static const steps_type acquire_type = {{sizeof(acquire), steps_run, steps_fini, "Lock.acquire"},
    acquire_run, acquire_drop};
