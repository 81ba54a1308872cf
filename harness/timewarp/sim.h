/*
 * sim.h - the simulation: one virtual clock, the threads, and what they wait for.
 *
 * A thread is RUNNING or BLOCKED in a wait.  The clock moves in one place
 * (sim.c, settle), when no thread runs and nothing that a blocked one waits
 * for has happened, to the earliest deadline there is.
 *
 *     intercepted call          sim_wait()                      settle()
 *     ----------------          ----------                      --------
 *     describes itself as   ->  tries: have I got it?       ->  all blocked, nothing ready:
 *     a struct wait             no: BLOCKED, settle, sleep      jump, fire timers, wake the due
 *
 * Everything below `lock` in sim.c is touched with that lock held and all
 * signals blocked, so a signal handler may call anything here.
 */
#ifndef TIMEWARP_SIM_H
#define TIMEWARP_SIM_H

#include "page.h"
#include "raw.h"

#include <pthread.h>
#include <stdatomic.h>

#define EXPORT __attribute__((visibility("default")))

#define NS_PER_S 1000000000u
#define NS_PER_MS 1000000u
#define FOREVER UINT64_MAX

/* The instant at which every process starts, on both clocks. */
#define MONOTONIC_START_NS (4096ull * NS_PER_S)
#define REALTIME_OFFSET_NS ((1750000000ull - 4096ull) * NS_PER_S)

struct thread;

enum outcome { WAIT_READY, WAIT_TIMED_OUT, WAIT_INTERRUPTED };

enum wait_kind {
    WAIT_SLEEP,   /* for time alone */
    WAIT_FDS,     /* for descriptors: the kernel wakes it, or its wake descriptor */
    WAIT_SIGNALS, /* in rt_sigtimedwait */
    WAIT_SEM,     /* the rest are locks: woken by whoever releases them */
    WAIT_COND,
    WAIT_FUTEX,
    WAIT_JOIN,
    WAIT_TRY      /* a timed mutex or rwlock, tried again and again */
};

/* One wait of one thread; lives on that thread's stack while it waits. */
struct wait {
    const char *name;      /* of the intercepted call, for verdicts */
    enum wait_kind kind;
    uint64_t deadline;     /* virtual, or FOREVER */
    const uint64_t *mask;  /* signal mask while asleep; NULL keeps the thread's */
    const void *address;   /* locks: what is waited for */
    uint32_t bitset;       /* futex: which wakers count */
    bool shared;           /* futex, semaphore: another process may release it */

    bool (*take)(struct wait *);       /* have it, if it is there; NULL: `woken` says */
    bool (*ready)(struct wait *);      /* is it there? consumes nothing; NULL: no */
    long (*sleep)(struct wait *, struct timespec *, const uint64_t *mask); /* NULL: on a futex */

    /* kept by sim.c */
    bool woken;            /* a waker chose this wait */
    uint64_t duration;     /* deadline less the instant it began, or FOREVER */
    uint64_t began_real;   /* machine clock at its first sleep, 0 before */
    uint64_t order;        /* first come, first woken */
    struct wait *outer;    /* the wait that a signal handler interrupted */
    struct thread *thread;
};

enum thread_state {
    THREAD_FREE,
    THREAD_RUNNING,
    THREAD_BLOCKED,
    THREAD_ENDED /* but its creator has yet to read its entry */
};

struct thread {
    enum thread_state state;
    int tid;               /* 0 until it has started */
    bool created;          /* its creator is done with the entry */
    bool cancelled;
    bool poked;            /* its wake descriptor holds a count */
    int rounds;            /* of thread-specific destructors seen */
    int wakefd;            /* eventfd that ends its sleep on descriptors, or -1 */
    uint32_t wake;         /* futex word that ends its other sleeps */
    uint64_t free_at;      /* instant at which it had time-outs for nothing, polling a lock */
    unsigned free_spent;   /* ... and how many */
    bool polls_for_time;   /* it went on polling until time passed */
    pthread_t handle;
    struct wait *wait;     /* innermost wait, NULL outside of any */
    void *(*begin)(void *);
    int (*begin_c11)(void *); /* instead of `begin` */
    void *argument;
};

/* ---- the clock ---- */

extern _Atomic uint64_t sim_clock_ns;

static inline uint64_t sim_now(void)
{
    return atomic_load_explicit(&sim_clock_ns, memory_order_acquire);
}

/* `now` plus a duration, where too much is FOREVER. */
static inline uint64_t sim_after(uint64_t duration)
{
    uint64_t now = sim_now();
    return duration >= FOREVER / 2 - now ? FOREVER / 2 : now + duration;
}

/* ---- life of the process ---- */

/* Whatever keeps state calls this first: it notices a fork, and that no constructor ran yet. */
void sim_enter(void);
int sim_pid(void);

/* The only thread, no timer armed: the clock may be moved without asking anybody. */
bool sim_alone(void);
bool sim_has_threads(void);
bool sim_has_other_processes(void); /* some that may release what is shared with us */

/* The wake descriptors are not the program's to close. */
bool sim_is_wakefd(int fd);
void sim_closed_range(unsigned first, unsigned last);

/* ---- waiting ---- */

enum outcome sim_wait(struct wait *wait);

/* The short way for a lone thread with nothing ready: jump, unless something else is alive. */
bool sim_jump_alone(uint64_t deadline);

/* A wait without time to sleep found nothing; too many in a row are a SPIN. */
void sim_waited_for_nothing(const char *name);

/* Mark up to `count` of the waits of `kind` on `address` as over. Returns how many. */
int sim_wake(enum wait_kind kind, const void *address, uint32_t bitset, int count);

/* A signal was sent within this process: do not overtake it with a jump. */
void sim_signal_sent(void);

/* ---- the lock, for timers.c and threads.c ---- */

uint64_t sim_lock(void);
void sim_unlock(uint64_t mask);

struct thread *sim_threads(int *count);       /* lock held */
struct thread *sim_thread_new(void);          /* lock held; RUNNING */
struct thread *sim_thread_of(pthread_t handle); /* lock held; NULL when not alive */
void sim_thread_started(struct thread *self);
void sim_thread_discard(struct thread *thread); /* lock held: it was never started */
void sim_thread_free(struct thread *thread);  /* lock held */
void sim_poke(struct thread *thread);         /* lock held: end its sleep, RUNNING */
void sim_test_cancel(void);

#endif
