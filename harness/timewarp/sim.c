/*
 * sim.c - the simulation: the thread table, blocking and waking, and the jump.
 *
 * Invariants, whenever the lock is free:
 *   - `running` is the number of threads in state RUNNING;
 *   - a BLOCKED thread has a wait, and sleeps or is about to;
 *   - whoever makes `running` zero has called settle(), so either somebody was
 *     woken, or something ready in the kernel is about to wake a thread, or
 *     the last sleeper looks again soon (watch_time), or nothing can happen.
 *
 * The lock is held for short stretches, with all signals blocked: a handler
 * never finds it taken by the thread that it interrupted.
 */
#include "parts.h"

#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/resource.h>

#define THREADS_MAX 1024

/* A lock wait this short is a contender's turn, as of CPython's GIL (5 ms): see is_turn(). */
#define TURN_NS (20u * NS_PER_MS)
/* ... and one this short a poll of a lock that is released without a sign, as of PyPy's GIL. */
#define POLL_NS (1u * NS_PER_MS)
#define FREE_POLLS 100

/* The step by which a spinning loop's clock moves once: a double of today's wall clock shows it. */
#define TICK_NS 250u

#define WATCH_FIRST_NS (2u * NS_PER_MS)
#define WATCH_NS (5u * NS_PER_MS)
#define WATCH_CHILDREN_MAX_NS (1u * NS_PER_S)
/* Never without a time-out: the kernel then reports a handled signal instead of sleeping on. */
#define SLEEP_LONG_NS (3600ull * NS_PER_S)

/* Lives in memory that the kernel clears in a forked child: zero means "a new process". */
struct process {
    int pid;
};

_Atomic uint64_t sim_clock_ns = MONOTONIC_START_NS;

static struct process *process;
static uint32_t lock_word; /* 0 free, 1 taken, 2 taken and wanted */
static _Atomic int lock_wanted;
static struct thread threads[THREADS_MAX];
static int threads_top;            /* entries ever used */
static _Atomic int threads_alive;
static int running;
static _Atomic int address_waits;  /* waits for locks, so that releasing is cheap without any */
static uint64_t order;
static _Atomic bool signal_sent;
static pthread_key_t exit_key;
static bool has_exit_key;
static __thread struct thread *self_cached __attribute__((tls_model("initial-exec")));

static void settle(struct thread *self, uint64_t mask, bool watched);
static void thread_exits(void *argument);
static int wake_locked(enum wait_kind kind, const void *address, uint32_t bitset, int count);

/* ---- lock ---- */

static void lock_take(void)
{
    uint32_t expected = 0;
    if (__atomic_compare_exchange_n(&lock_word, &expected, 1, false, __ATOMIC_ACQUIRE,
                                    __ATOMIC_RELAXED))
        return;
    atomic_fetch_add(&lock_wanted, 1);
    while (__atomic_exchange_n(&lock_word, 2, __ATOMIC_ACQUIRE) != 0)
        (void)raw_futex_wait(&lock_word, 2, NULL);
    atomic_fetch_sub(&lock_wanted, 1);
}

static void lock_release(void)
{
    if (__atomic_exchange_n(&lock_word, 0, __ATOMIC_RELEASE) == 2)
        (void)raw_futex_wake(&lock_word, 1);
}

uint64_t sim_lock(void)
{
    static const uint64_t all = UINT64_MAX;
    sim_enter();
    uint64_t mask = raw_sigmask(SIG_BLOCK, &all);
    lock_take();
    return mask;
}

void sim_unlock(uint64_t mask)
{
    lock_release();
    (void)raw_sigmask(SIG_SETMASK, &mask);
}

/* ---- life of the process ---- */

/*
 * The wake descriptor stands high, out of the way of programs that count on
 * the lowest free number, and keeps its number over a fork.
 */
static int wakefd_open(int old)
{
    long fd = raw2(SYS_eventfd2, 0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (fd < 0)
        return -1;
    if (old >= 0) {
        (void)raw3(SYS_dup3, fd, old, O_CLOEXEC);
        (void)raw_close((int)fd);
        return old;
    }
    struct rlimit limit = {1024, 1024};
    (void)raw4(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, &limit);
    long lowest = limit.rlim_cur > 1016 ? 1000 : (long)limit.rlim_cur * 3 / 4;
    long high = raw3(SYS_fcntl, fd, F_DUPFD_CLOEXEC, lowest);
    if (high < 0)
        return (int)fd;
    (void)raw_close((int)fd);
    return (int)high;
}

static void start_afresh(void)
{
    lock_word = 0;
    atomic_store(&lock_wanted, 0);
    running = 0;
    order = 0;
    atomic_store(&threads_alive, 0);
    atomic_store(&address_waits, 0);
    atomic_store(&signal_sent, false);
    page_spin_reset();
    alive_reset();
}

/* One thread came over, perhaps out of a wait that a signal handler left by forking. */
static void start_after_fork(void)
{
    int wakefd = self_cached ? self_cached->wakefd : -1;
    for (int i = 0; i < threads_top; i++)
        if (threads[i].state != THREAD_FREE && &threads[i] != self_cached && threads[i].wakefd >= 0)
            (void)raw_close(threads[i].wakefd);
    struct wait *wait = self_cached ? self_cached->wait : NULL;
    memset(threads, 0, sizeof threads[0] * (size_t)threads_top);
    threads_top = 0;
    start_afresh();
    timers_after_fork();
    page_after_fork();
    self_cached = NULL;
    struct thread *self = sim_thread_new();
    self->created = true;
    self->wait = wait;
    sim_thread_started(self);
    self->wakefd = wakefd_open(wakefd);
}

static void start(void)
{
    page_open();
    const struct real *real = real_calls();
    has_exit_key = real->pthread_key_create(&exit_key, thread_exits) == 0;
    uint64_t clock = page_clock();
    if (clock > MONOTONIC_START_NS)
        atomic_store(&sim_clock_ns, clock);
    start_afresh();
    struct thread *self = sim_thread_new();
    self->created = true;
    sim_thread_started(self);
    self->wakefd = wakefd_open(-1);
}

void sim_enter(void)
{
    if (process && process->pid)
        return;
    bool forked = process != NULL;
    if (!process) {
        process = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (process == MAP_FAILED || madvise(process, 4096, MADV_WIPEONFORK) != 0) {
            static const char sorry[] = "timewarp: MADV_WIPEONFORK fails; Linux 4.14 is needed\n";
            (void)raw_write(2, sorry, sizeof sorry - 1);
            (void)raw1(SYS_exit_group, TIMEWARP_EXIT);
        }
    }
    process->pid = raw_getpid();
    if (forked)
        start_after_fork();
    else
        start();
}

__attribute__((constructor(101))) static void loaded(void)
{
    sim_enter();
}

bool sim_is_wakefd(int fd)
{
    for (int i = 0; i < threads_top; i++)
        if (threads[i].state != THREAD_FREE && threads[i].wakefd == fd)
            return true;
    return false;
}

/* The program closed all descriptors there are. */
void sim_closed_range(unsigned first, unsigned last)
{
    for (int i = 0; i < threads_top; i++) {
        int fd = threads[i].wakefd;
        if (threads[i].state != THREAD_FREE && fd >= 0 && (unsigned)fd >= first &&
            (unsigned)fd <= last)
            (void)wakefd_open(fd);
    }
}

int sim_pid(void)
{
    return process->pid;
}

bool sim_has_threads(void)
{
    return atomic_load(&threads_alive) > 1;
}

bool sim_alone(void)
{
    return !sim_has_threads() && !timers_armed();
}

bool sim_has_other_processes(void)
{
    return alive_children() || !page_owned();
}

void sim_signal_sent(void)
{
    if (sim_has_threads())
        atomic_store(&signal_sent, true);
}

/* ---- the thread table ---- */

struct thread *sim_threads(int *count)
{
    *count = threads_top;
    return threads;
}

struct thread *sim_thread_new(void)
{
    int i = 0;
    while (i < threads_top && threads[i].state != THREAD_FREE)
        i++;
    if (i == THREADS_MAX)
        page_verdict(TIMEWARP_REFUSED, "pthread_create", ": more than 1024 threads at once");
    if (i == threads_top)
        threads_top++;
    threads[i] = (struct thread){.state = THREAD_RUNNING, .wakefd = -1};
    running++;
    atomic_fetch_add(&threads_alive, 1);
    return &threads[i];
}

void sim_thread_started(struct thread *self)
{
    self->tid = raw_gettid();
    self->handle = pthread_self();
    self_cached = self;
    if (has_exit_key)
        (void)real_calls()->pthread_setspecific(exit_key, self);
}

void sim_thread_free(struct thread *thread)
{
    thread->state = THREAD_FREE;
    while (threads_top > 0 && threads[threads_top - 1].state == THREAD_FREE)
        threads_top--;
}

void sim_thread_discard(struct thread *thread)
{
    running--;
    atomic_fetch_sub(&threads_alive, 1);
    sim_thread_free(thread);
}

struct thread *sim_thread_of(pthread_t handle)
{
    for (int i = 0; i < threads_top; i++) {
        struct thread *thread = &threads[i];
        bool lives = thread->state == THREAD_RUNNING || thread->state == THREAD_BLOCKED;
        if (lives && thread->handle == handle)
            return thread;
    }
    return NULL;
}

/* Lock held.  A thread that pthread_create did not announce joins at its first wait. */
static struct thread *self_locked(void)
{
    if (!self_cached) {
        struct thread *self = sim_thread_new();
        self->created = true;
        sim_thread_started(self);
    }
    return self_cached;
}

/*
 * The destructor of thread-specific data.  Other destructors may still wait
 * for something, and run in no known order: stay until the last round that
 * the C library grants.
 */
static void thread_exits(void *argument)
{
    struct thread *self = argument;
    sim_enter();
    if (self != self_cached)
        return;
    if (++self->rounds < 4) {
        (void)real_calls()->pthread_setspecific(exit_key, self);
        return;
    }
    uint64_t mask = sim_lock();
    self_cached = NULL;
    (void)wake_locked(WAIT_JOIN, (const void *)self->handle, 0, THREADS_MAX);
    if (self->wakefd >= 0)
        (void)raw_close(self->wakefd);
    self->wakefd = -1;
    self->state = THREAD_ENDED;
    running--;
    atomic_fetch_sub(&threads_alive, 1);
    if (self->created)
        sim_thread_free(self);
    settle(NULL, mask, false);
    sim_unlock(mask);
}

void sim_test_cancel(void)
{
    if (sim_has_threads() && real_calls()->pthread_testcancel)
        real_calls()->pthread_testcancel();
}

/* ---- blocking and waking; lock held ---- */

static void set_running(struct thread *thread)
{
    if (thread->state != THREAD_BLOCKED)
        return;
    thread->state = THREAD_RUNNING;
    running++;
}

static void set_blocked(struct thread *thread)
{
    thread->state = THREAD_BLOCKED;
    running--;
}

void sim_poke(struct thread *thread)
{
    if (thread->state != THREAD_BLOCKED)
        return;
    set_running(thread);
    __atomic_store_n(&thread->wake, 1, __ATOMIC_RELEASE);
    if (thread->wait->kind == WAIT_SIGNALS)
        return; /* sleeps in short stretches; it sees the new state after this one */
    if (thread->wakefd >= 0) {
        uint64_t one = 1;
        thread->poked = raw_write(thread->wakefd, &one, sizeof one) > 0;
    } else {
        (void)raw_futex_wake(&thread->wake, 1);
    }
}

static bool matches(const struct wait *wait, enum wait_kind kind, const void *address,
                    uint32_t bitset)
{
    if (wait->woken || wait->kind != kind || wait->address != address)
        return false;
    return kind != WAIT_FUTEX || (wait->bitset & bitset) != 0;
}

/* The wait that came first; waits below a signal handler's count too. */
static struct wait *first_wait(enum wait_kind kind, const void *address, uint32_t bitset)
{
    struct wait *first = NULL;
    for (int i = 0; i < threads_top; i++) {
        if (threads[i].state == THREAD_FREE)
            continue;
        for (struct wait *wait = threads[i].wait; wait; wait = wait->outer)
            if (matches(wait, kind, address, bitset) && (!first || wait->order < first->order))
                first = wait;
    }
    return first;
}

static int wake_locked(enum wait_kind kind, const void *address, uint32_t bitset, int count)
{
    int woken = 0;
    while (woken < count) {
        struct wait *wait = first_wait(kind, address, bitset);
        if (!wait)
            break;
        wait->woken = true;
        woken++;
        if (wait->thread->wait == wait)
            sim_poke(wait->thread);
    }
    return woken;
}

int sim_wake(enum wait_kind kind, const void *address, uint32_t bitset, int count)
{
    atomic_thread_fence(memory_order_seq_cst);
    if (atomic_load(&address_waits) == 0)
        return 0;
    uint64_t mask = sim_lock();
    int woken = wake_locked(kind, address, bitset, count);
    sim_unlock(mask);
    return woken;
}

/* ---- the jump; lock held ---- */

static bool is_lock(const struct wait *wait)
{
    return wait->kind >= WAIT_SEM;
}

/*
 * Threads that contend for an interpreter's lock wait a few milliseconds for
 * it while its holder computes, then ask for it.  That must really take a few
 * milliseconds, and no virtual time.
 */
static bool is_turn(const struct wait *wait)
{
    return is_lock(wait) && wait->duration <= TURN_NS;
}

static bool is_poll(const struct wait *wait)
{
    return is_lock(wait) && wait->duration <= POLL_NS;
}

/*
 * May this thread's poll time out now, though no time has passed?  Yes, for it
 * looks at a lock that another thread may have released on its way into its
 * own wait; but not without end, since it may be time that it polls for.
 */
static bool poll_is_free(struct thread *thread)
{
    uint64_t now = sim_now();
    if (thread->free_at != now) {
        thread->free_at = now;
        thread->free_spent = 0;
    }
    if (++thread->free_spent <= (thread->polls_for_time ? 1 : FREE_POLLS))
        return true;
    thread->polls_for_time = true;
    return false;
}

static bool wake_poller(void)
{
    for (int i = 0; i < threads_top; i++) {
        struct thread *thread = &threads[i];
        if (thread->state == THREAD_BLOCKED && is_poll(thread->wait) && poll_is_free(thread)) {
            thread->wait->deadline = 0;
            sim_poke(thread);
            return true;
        }
    }
    return false;
}

static bool wake_ready(void)
{
    bool any = false;
    for (int i = 0; i < threads_top; i++) {
        struct thread *thread = &threads[i];
        if (thread->state != THREAD_BLOCKED)
            continue;
        if (thread->wait->woken || (thread->wait->ready && thread->wait->ready(thread->wait))) {
            sim_poke(thread);
            any = true;
        }
    }
    return any;
}

static bool wake_due(void)
{
    uint64_t now = sim_now();
    bool any = false;
    for (int i = 0; i < threads_top; i++) {
        if (threads[i].state == THREAD_BLOCKED && threads[i].wait->deadline <= now) {
            sim_poke(&threads[i]);
            any = true;
        }
    }
    return any;
}

static uint64_t next_deadline(void)
{
    uint64_t next = timers_next();
    for (int i = 0; i < threads_top; i++)
        if (threads[i].state == THREAD_BLOCKED && threads[i].wait->deadline < next)
            next = threads[i].wait->deadline;
    return next;
}

static void jump_to(uint64_t when)
{
    uint64_t now = sim_now();
    if (when <= now)
        return;
    atomic_store_explicit(&sim_clock_ns, when, memory_order_release);
    page_count_jump(now, when);
}

/*
 * A signal wakes its thread inside the kernel, where no lock of ours sees it.
 * Such a thread no longer sleeps, which its state in /proc shows, or already
 * sleeps for our lock.
 */
static bool signal_is_on_its_way(const struct thread *self, bool children)
{
    if (!children && !atomic_load(&signal_sent))
        return false;
    for (int i = 0; i < threads_top; i++) {
        const struct thread *thread = &threads[i];
        if (thread != self && thread->state == THREAD_BLOCKED && !alive_asleep(thread->tid))
            return true;
    }
    if (atomic_load(&lock_wanted) > 0)
        return true;
    atomic_store(&signal_sent, false);
    return false;
}

/* Lets nothing be overtaken: true when somebody else is about to act. */
static bool others_act(const struct thread *self, bool watched, bool *children)
{
    *children = false;
    if (running > 0 && !watched)
        return true;
    if (atomic_load(&lock_wanted) > 0)
        return true;
    bool some = alive_children();
    if (running == 0 && !some)
        return signal_is_on_its_way(self, false);
    if (!alive_quiet(self, children)) {
        uint64_t began = self ? self->wait->began_real : 0;
        bool patient = running > 0 || began == 0 || raw_clock_ns() - began < WATCH_CHILDREN_MAX_NS;
        if (patient)
            return true;
    }
    return signal_is_on_its_way(self, some);
}

/* Every thread waits for ever; the main thread's wait stands for all. */
static void deadlock(void)
{
    const struct wait *wait = NULL;
    for (int i = 0; i < threads_top; i++)
        if (threads[i].state == THREAD_BLOCKED && (!wait || threads[i].tid == sim_pid()))
            wait = threads[i].wait;
    if (wait && page_owned())
        page_verdict(TIMEWARP_DEADLOCK, wait->name,
                     " without an end, and nothing is left that could wake it");
}

/*
 * Nobody runs: find out what happens next, and make it happen.  `watched`:
 * a thread has slept for a while, so threads that seem to run may be inside
 * calls that we do not see.
 */
static void settle(struct thread *self, uint64_t mask, bool watched)
{
    for (;;) {
        bool children;
        if (others_act(self, watched, &children))
            return;
        if (self && (raw_sigpending() & ~mask) != 0)
            return;
        if (wake_ready() || wake_poller())
            return;
        uint64_t next = next_deadline();
        if (next == FOREVER) {
            if (running == 0 && !children)
                deadlock();
            return;
        }
        jump_to(next);
        timers_fire(next);
        if (wake_due())
            return;
    }
}

/* ---- one wait ---- */

/* Only whoever waits for a moment need look again whether it can come. */
static uint64_t watch_time(const struct wait *wait, bool first)
{
    uint64_t watch = SLEEP_LONG_NS;
    if (wait->shared || wait->kind == WAIT_TRY || wait->kind == WAIT_SIGNALS)
        watch = WATCH_FIRST_NS;
    else if (next_deadline() != FOREVER && (wait->deadline != FOREVER || !is_lock(wait)))
        watch = first ? WATCH_FIRST_NS : WATCH_NS;
    if (wait->kind == WAIT_FDS && wait->thread->wakefd < 0)
        watch = WATCH_FIRST_NS;
    if (is_turn(wait) && wait->duration < watch)
        watch = wait->duration > 0 ? wait->duration : 1;
    return watch;
}

/*
 * The kernel swaps the signal mask and goes to sleep in one step, so that no
 * signal falls in between and is slept through.  That takes the wake
 * descriptor, which the main thread has from the start, and others once they
 * waited for descriptors.
 */
static long sleep_on_wakefd(struct thread *self, struct timespec *timeout, const uint64_t *mask)
{
    struct pollfd wake = {.fd = self->wakefd, .events = POLLIN};
    long result = raw_ppoll(&wake, 1, timeout, mask);
    if (result > 0 && (wake.revents & POLLNVAL))
        self->wakefd = -1; /* the program closed all it found */
    return result;
}

/*
 * A thread without one sleeps on its futex word.  Signals that are there
 * before count as an interruption, later ones end the sleep; one in the few
 * instructions between is handled, and slept through.  Signals for the whole
 * process go to the main thread first, so this takes a pthread_kill.
 */
static long sleep_on_word(struct thread *self, struct timespec *timeout, uint64_t mask)
{
    static const uint64_t all = UINT64_MAX;
    bool pending = (raw_sigpending() & ~mask) != 0;
    (void)raw_sigmask(SIG_SETMASK, &mask);
    long result = pending ? -EINTR : raw_futex_wait(&self->wake, 0, timeout);
    (void)raw_sigmask(SIG_BLOCK, &all);
    return result;
}

static void forget_poke(struct thread *self)
{
    __atomic_store_n(&self->wake, 0, __ATOMIC_RELAXED);
    if (self->poked) {
        uint64_t count;
        (void)raw_read(self->wakefd, &count, sizeof count);
        self->poked = false;
    }
}

static long sleep_really(struct thread *self, uint64_t ns, uint64_t mask)
{
    struct wait *wait = self->wait;
    if (wait->began_real == 0)
        wait->began_real = raw_clock_ns();
    struct timespec timeout;
    clock_to_timespec(ns, &timeout);
    lock_release();
    long result = wait->sleep         ? wait->sleep(wait, &timeout, wait->mask ? wait->mask : &mask)
                  : self->wakefd >= 0 ? sleep_on_wakefd(self, &timeout, &mask)
                                      : sleep_on_word(self, &timeout, mask);
    lock_take();
    forget_poke(self);
    return result;
}

static bool taken(struct wait *wait)
{
    return wait->take ? wait->take(wait) : wait->woken;
}

static enum outcome wait_locked(struct thread *self, struct wait *wait, uint64_t mask)
{
    uint64_t asleep_mask = wait->mask ? *wait->mask : mask;
    bool watched = false;
    for (bool first = true;; first = false) {
        if (taken(wait))
            return WAIT_READY;
        if (wait->deadline <= sim_now())
            return WAIT_TIMED_OUT;
        if (self->cancelled) {
            self->cancelled = false; /* libc remembers; the caller asks it */
            return WAIT_INTERRUPTED;
        }
        set_blocked(self);
        settle(self, asleep_mask, watched);
        if (self->state == THREAD_RUNNING) {
            forget_poke(self);
            continue;
        }
        uint64_t length = watch_time(wait, first);
        long slept = sleep_really(self, length, mask);
        bool ran = self->state == THREAD_RUNNING;
        set_running(self);
        watched = !ran && slept != -EINTR;
        if (slept == -EINTR && !ran)
            return taken(wait) ? WAIT_READY : WAIT_INTERRUPTED;
        bool overslept = slept == 0 || slept == -ETIMEDOUT;
        if (overslept && !ran && is_turn(wait) && length == wait->duration && running > 1)
            return taken(wait) ? WAIT_READY : WAIT_TIMED_OUT;
    }
}

enum outcome sim_wait(struct wait *wait)
{
    uint64_t mask = sim_lock();
    struct thread *self = self_locked();
    set_running(self); /* a signal handler's wait inside a wait */
    uint64_t now = sim_now();
    wait->thread = self;
    wait->outer = self->wait;
    wait->order = ++order;
    wait->duration = wait->deadline == FOREVER ? FOREVER
                     : wait->deadline > now    ? wait->deadline - now
                                               : 0;
    self->wait = wait;
    if (!is_poll(wait))
        self->free_spent = 0;
    if (is_lock(wait))
        atomic_fetch_add(&address_waits, 1);
    if (wait->kind == WAIT_FDS && self->wakefd < 0)
        self->wakefd = wakefd_open(-1);
    enum outcome outcome = wait_locked(self, wait, mask);
    if (is_lock(wait))
        atomic_fetch_sub(&address_waits, 1);
    self->wait = wait->outer;
    sim_unlock(mask);
    if (outcome == WAIT_TIMED_OUT && wait->duration == 0)
        sim_waited_for_nothing(wait->name);
    return outcome;
}

/* ---- without the lock ---- */

bool sim_jump_alone(uint64_t deadline)
{
    if (!sim_alone() || alive_children())
        return false;
    jump_to(deadline);
    return true;
}

/* Lock held: nothing but `self` goes on, in this process and below it. */
static bool only_runs(const struct thread *self)
{
    return running == 1 && self->state == THREAD_RUNNING && !alive_children();
}

/*
 * Some loops (libev) take a timer for due only when the clock is past its
 * deadline, and poll until it is.  A real clock moves on meanwhile; ours
 * takes one small step after many such polls, and only one: a loop that goes
 * on polling is spinning.
 */
static void tick(void)
{
    uint64_t mask = sim_lock();
    if (only_runs(self_locked()) && next_deadline() > sim_now() + TICK_NS)
        atomic_fetch_add(&sim_clock_ns, TICK_NS);
    sim_unlock(mask);
}

/*
 * A thread polls without end.  While others sleep for a time, that time must
 * pass; where all others wait for ever, nothing but this thread goes on.
 * Returns true when it is the latter.
 */
static bool jump_for_others(void)
{
    uint64_t mask = sim_lock();
    uint64_t next = next_deadline();
    bool alone = only_runs(self_locked());
    if (alone && next != FOREVER) {
        jump_to(next);
        timers_fire(next);
        (void)wake_due();
    }
    sim_unlock(mask);
    return alone && next == FOREVER;
}

void sim_waited_for_nothing(const char *name)
{
    switch (page_spin_next()) {
    case SPIN_GOES_ON:
        return;
    case SPIN_SUSPECTED:
        tick();
        return;
    case SPIN_OVER:
        page_spin_reset();
        if (jump_for_others() && page_owned())
            page_spin_verdict(name);
    }
}
