/*
 * semaphore.c - a number of permits that tasks wait for.
 *
 * CPython: locks.Semaphore, locks.BoundedSemaphore.
 *
 * A permit is handed to a waiter when it is woken, not when it runs (SEM-3): a
 * waiter that is woken and does not take it gives it back.
 */
#include <stdio.h>

#include "mem.h"
#include "steps.h"
#include "waiters.h"

struct rl_semaphore {
    uint32_t ref_count;
    int64_t value;
    bool bounded;
    int64_t bound_value;
    waiters waiters;
    loop_binding binding;
};

typedef struct acquire {
    steps frame;
    rl_semaphore *semaphore;
    waiter waiter;
} acquire;

static rl_err wake_up_next(rl_semaphore *semaphore, bool *woken);
static const steps_type acquire_type;

rl_err rl_semaphore_new(int64_t value, bool bounded, rl_semaphore **out)
{
    if (value < 0)
        return RL_ERR_SEMAPHORE_VALUE; /* SEM-1 */
    rl_semaphore *semaphore = mem_alloc(sizeof *semaphore);
    if (semaphore == NULL)
        return RL_ERR_NO_MEMORY;
    *semaphore = (rl_semaphore){
        .ref_count = 1, .value = value, .bounded = bounded, .bound_value = value};
    *out = semaphore;
    return RL_OK;
}

rl_semaphore *rl_semaphore_ref(rl_semaphore *semaphore)
{
    semaphore->ref_count++;
    return semaphore;
}

void rl_semaphore_unref(rl_semaphore *semaphore)
{
    if (semaphore == NULL || --semaphore->ref_count > 0)
        return;
    waiters_unbind(&semaphore->binding);
    mem_free(semaphore);
}

/* SEM-4. */
bool rl_semaphore_locked(const rl_semaphore *semaphore)
{
    return semaphore->value == 0 || !waiters_all_cancelled(&semaphore->waiters);
}

size_t rl_semaphore_repr(const rl_semaphore *semaphore, char *buffer, size_t size)
{
    char state[48] = "locked";

    if (!rl_semaphore_locked(semaphore))
        snprintf(state, sizeof state, "unlocked, value:%lld", (long long)semaphore->value);
    return waiters_format(buffer, size, semaphore->bounded ? "BoundedSemaphore" : "Semaphore",
                          semaphore, state, &semaphore->waiters);
}

static size_t repr(const void *semaphore, char *buffer, size_t size)
{
    return rl_semaphore_repr(semaphore, buffer, size);
}

/* SEM-10: each release wakes one at once. */
rl_err rl_semaphore_release(rl_semaphore *semaphore)
{
    bool woken;

    if (semaphore->bounded && semaphore->value >= semaphore->bound_value)
        return RL_ERR_SEMAPHORE_BOUND; /* SEM-7 */
    semaphore->value++;
    return wake_up_next(semaphore, &woken);
}

/* SEM-6: the first that is not done gets the permit. */
static rl_err wake_up_next(rl_semaphore *semaphore, bool *woken)
{
    *woken = false;
    for (waiter *w = semaphore->waiters.first; w != NULL; w = w->next) {
        if (rl_future_done(w->future))
            continue;
        semaphore->value--;
        *woken = true;
        return waiters_wake(w);
    }
    return RL_OK;
}

/* ---- Acquiring ------------------------------------------------------------ */

enum { WAITING = 1 };

rl_err rl_semaphore_acquire(rl_semaphore *semaphore, rl_coro **out)
{
    acquire *a;
    rl_err err = coro_new(&acquire_type.coro, &a);
    if (err != RL_OK)
        return err;
    a->semaphore = rl_semaphore_ref(semaphore);
    *out = &a->frame.coro.base;
    return RL_OK;
}

/* SEM-8: others may have come meanwhile and waited because it is their turn
 * only after this one.  As many as there are permits for go on. */
static rl_err wake_up_rest(rl_semaphore *semaphore)
{
    bool woken = true;
    rl_err err = RL_OK;

    while (semaphore->value > 0 && woken && err == RL_OK)
        err = wake_up_next(semaphore, &woken);
    return err;
}

/* SEM-2: who comes while others wait, or are woken and have not run, goes behind them. */
static void acquire_run(steps *frame, rl_exc *raised)
{
    acquire *a = (acquire *)frame;
    rl_semaphore *semaphore = a->semaphore;

    if (frame->coro.state != WAITING) {
        if (!rl_semaphore_locked(semaphore)) {
            semaphore->value--;
            steps_return(frame, rl_number(1));
            return;
        }
        rl_exc *exc = waiters_prepare(&a->waiter, &semaphore->binding, repr, semaphore);
        if (exc != NULL) {
            steps_raise(frame, exc);
            return;
        }
        waiters_append(&semaphore->waiters, &a->waiter);
        steps_await(frame, a->waiter.future, WAITING);
        return;
    }
    bool woken = rl_future_done(a->waiter.future) && !rl_future_cancelled(a->waiter.future);
    waiters_remove(&a->waiter);
    if (raised != NULL && rl_exc_get_kind(raised) == RL_EXC_CANCELLED && woken)
        semaphore->value++; /* SEM-5 */
    steps_end(frame, steps_chain(raised, wake_up_rest(semaphore)), rl_number(1));
}

static void acquire_drop(steps *frame)
{
    acquire *a = (acquire *)frame;

    waiters_remove(&a->waiter);
    rl_semaphore_unref(a->semaphore);
}

static const steps_type acquire_type = {{sizeof(acquire), steps_run, steps_fini, "Semaphore.acquire"},
    acquire_run, acquire_drop};
