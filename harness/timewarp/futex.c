/*
 * futex.c - futexes reached through libc's syscall(), as GLib, Qt and Rust do.
 *
 * A waiter sleeps in the simulation, a waker wakes those first and the
 * kernel's afterwards (there are some where a program makes raw system calls
 * or shares the word with another process).  Spurious wake-ups are allowed by
 * contract and used where the exact answer would need the kernel's own queue.
 */
#include "parts.h"

#include <limits.h>
#include <string.h>

struct word_wait {
    struct wait base;
    uint32_t value;
    bool begun;
    bool differs; /* the word did not hold the value to begin with */
};

static uint32_t word_value(const struct wait *wait)
{
    return __atomic_load_n((const uint32_t *)wait->address, __ATOMIC_SEQ_CST);
}

static bool word_take(struct wait *wait)
{
    struct word_wait *w = (struct word_wait *)(void *)wait;
    if (!w->begun) {
        w->begun = true;
        w->differs = word_value(wait) != w->value;
        return w->differs;
    }
    return wait->woken || (wait->shared && word_value(wait) != w->value);
}

/* Another process changed the word: close enough to having woken us. */
static bool word_ready(struct wait *wait)
{
    const struct word_wait *w = (const struct word_wait *)(const void *)wait;
    return wait->shared && word_value(wait) != w->value;
}

static long word_wait(uint32_t *word, uint32_t value, uint64_t deadline, uint32_t bitset,
                      bool shared)
{
    struct word_wait wait;
    if (bitset == 0)
        return -EINVAL;
    memset(&wait, 0, sizeof wait);
    wait.base.name = "futex";
    wait.base.kind = WAIT_FUTEX;
    wait.base.deadline = deadline;
    wait.base.address = word;
    wait.base.bitset = bitset;
    wait.base.shared = shared && sim_has_other_processes();
    wait.base.take = word_take;
    wait.base.ready = word_ready;
    wait.value = value;
    switch (sim_wait(&wait.base)) {
    case WAIT_READY:
        return wait.differs ? -EAGAIN : 0;
    case WAIT_TIMED_OUT:
        return -ETIMEDOUT;
    default:
        return -EINTR;
    }
}

static long word_wake(uint32_t *word, int operation, uint32_t count, uint32_t bitset)
{
    int woken = sim_wake(WAIT_FUTEX, word, bitset, count > INT_MAX ? INT_MAX : (int)count);
    if ((uint32_t)woken >= count)
        return woken;
    long more = raw6(SYS_futex, (long)word, operation, (long)count - woken, 0, 0, bitset);
    return more < 0 ? more : woken + more;
}

/* Requeueing wakes everybody: the waiters then queue for the other word by themselves. */
static long word_requeue(uint32_t *word, int operation, uint32_t value, uintptr_t value2,
                         uint32_t *word2, uint32_t value3)
{
    long result = raw6(SYS_futex, (long)word, operation, value, (long)value2, (long)word2, value3);
    if (result < 0)
        return result;
    int woken = sim_wake(WAIT_FUTEX, word, UINT32_MAX, INT_MAX);
    if ((operation & FUTEX_CMD_MASK) == FUTEX_WAKE_OP)
        woken += sim_wake(WAIT_FUTEX, word2, UINT32_MAX, INT_MAX);
    return result + woken;
}

long wait_futex(uint32_t *word, int operation, uint32_t value, uintptr_t timeout_or_value2,
                uint32_t *word2, uint32_t value3)
{
    const struct timespec *timeout = (const struct timespec *)timeout_or_value2;
    bool shared = !(operation & FUTEX_PRIVATE_FLAG);
    clockid_t clock = operation & FUTEX_CLOCK_REALTIME ? CLOCK_REALTIME : CLOCK_MONOTONIC;
    sim_enter();
    switch (operation & FUTEX_CMD_MASK) {
    case FUTEX_WAIT:
        if (timeout && !clock_valid(timeout))
            return -EINVAL;
        return word_wait(word, value, timeout ? sim_after(clock_duration(timeout)) : FOREVER,
                         FUTEX_BITSET_MATCH_ANY, shared);
    case FUTEX_WAIT_BITSET:
        if (timeout && !clock_valid(timeout))
            return -EINVAL;
        return word_wait(word, value, timeout ? clock_deadline(clock, timeout) : FOREVER, value3,
                         shared);
    case FUTEX_WAKE:
        return word_wake(word, operation, value, FUTEX_BITSET_MATCH_ANY);
    case FUTEX_WAKE_BITSET:
        return word_wake(word, operation, value, value3);
    case FUTEX_REQUEUE:
    case FUTEX_CMP_REQUEUE:
    case FUTEX_WAKE_OP:
        return word_requeue(word, operation, value, timeout_or_value2, word2, value3);
    case FUTEX_LOCK_PI:
    case FUTEX_LOCK_PI2:
        if (timeout)
            page_refuse("futex(FUTEX_LOCK_PI) with a timeout");
        break;
    case FUTEX_WAIT_REQUEUE_PI:
    case FUTEX_CMP_REQUEUE_PI:
        page_refuse("futex(FUTEX_WAIT_REQUEUE_PI)");
    default:
        break;
    }
    return raw6(SYS_futex, (long)word, operation, value, (long)timeout_or_value2, (long)word2,
                value3);
}
