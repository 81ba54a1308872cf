/*
 * timers.c - timerfd, and the alarm clock of setitimer, alarm and ualarm.
 *
 * A timer's deadline is the simulation's; the kernel's timer behind it stays
 * disarmed.  When the clock reaches the deadline, the kernel's is armed to go
 * off at once, which makes the descriptor readable for whoever polls it, and
 * the count that a reader is given is ours.  The alarm clock raises SIGALRM.
 *
 * Invariant: `by_fd` maps each descriptor of a live timer, duplicates
 * included, to its entry; an entry is free when `references` is 0.
 */
#include "parts.h"

#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define TIMERS_MAX 255
#define FDS_MAX 65536

struct timer {
    unsigned references;  /* descriptors */
    int clock;
    uint64_t deadline;    /* FOREVER: disarmed */
    uint64_t interval_ns; /* 0: once */
    uint64_t expirations; /* not yet read */
};

static struct timer timers[TIMERS_MAX + 1]; /* entry 0 means "none" */
static uint8_t by_fd[FDS_MAX];
static _Atomic int fds_known; /* descriptors in by_fd */
static _Atomic int armed;     /* deadlines of all kinds */

static uint64_t alarm_deadline = FOREVER;
static uint64_t alarm_interval_ns;

static struct timer *timer_of(int fd)
{
    return fd >= 0 && fd < FDS_MAX && by_fd[fd] ? &timers[by_fd[fd]] : NULL;
}

bool timers_holds(int fd)
{
    return atomic_load_explicit(&fds_known, memory_order_acquire) > 0 && timer_of(fd);
}

bool timers_armed(void)
{
    return atomic_load(&armed) > 0;
}

static void set_deadline(uint64_t *deadline, uint64_t value)
{
    atomic_fetch_add(&armed, (value != FOREVER) - (*deadline != FOREVER));
    *deadline = value;
}

uint64_t timers_next(void)
{
    uint64_t next = alarm_deadline;
    if (atomic_load(&fds_known) > 0)
        for (int i = 1; i <= TIMERS_MAX; i++)
            if (timers[i].references > 0 && timers[i].deadline < next)
                next = timers[i].deadline;
    return next;
}

/* The alarm clock is not inherited; timer descriptors are. */
void timers_after_fork(void)
{
    set_deadline(&alarm_deadline, FOREVER);
    alarm_interval_ns = 0;
}

/* ---- expiry; lock held ---- */

static int any_fd_of(const struct timer *timer)
{
    const uint8_t *found = memchr(by_fd, (int)(timer - timers), sizeof by_fd);
    return found ? (int)(found - by_fd) : -1;
}

/* Let the kernel's timer go off, and see that it has. */
static void make_readable(const struct timer *timer)
{
    static const struct itimerspec at_once = {{0, 0}, {0, 1}};
    int fd = any_fd_of(timer);
    (void)raw4(SYS_timerfd_settime, fd, 0, &at_once, NULL);
    struct pollfd poll = {.fd = fd, .events = POLLIN};
    struct timespec limit = {1, 0};
    (void)raw_ppoll(&poll, 1, &limit, NULL);
}

static void make_unreadable(int fd)
{
    static const struct itimerspec disarmed = {{0, 0}, {0, 0}};
    (void)raw4(SYS_timerfd_settime, fd, 0, &disarmed, NULL);
}

/* How often a deadline has passed; moves it on to the next one. */
static uint64_t expire(uint64_t *deadline, uint64_t interval_ns, uint64_t now)
{
    if (*deadline > now)
        return 0;
    if (interval_ns == 0) {
        set_deadline(deadline, FOREVER);
        return 1;
    }
    uint64_t times = (now - *deadline) / interval_ns + 1;
    set_deadline(deadline, *deadline + times * interval_ns);
    return times;
}

static void fire_timer(struct timer *timer, uint64_t now)
{
    uint64_t times = expire(&timer->deadline, timer->interval_ns, now);
    if (times == 0)
        return;
    timer->expirations += times;
    make_readable(timer);
}

static void fire_alarm(uint64_t now)
{
    if (expire(&alarm_deadline, alarm_interval_ns, now) == 0)
        return;
    sim_signal_sent();
    (void)raw2(SYS_kill, sim_pid(), SIGALRM);
}

void timers_fire(uint64_t now)
{
    if (!timers_armed())
        return;
    fire_alarm(now);
    if (atomic_load(&fds_known) > 0)
        for (int i = 1; i <= TIMERS_MAX; i++)
            if (timers[i].references > 0)
                fire_timer(&timers[i], now);
}

/* ---- descriptors ---- */

static void map_fd(int fd, uint8_t entry)
{
    if (fd >= FDS_MAX)
        page_refuse("timerfd_create with a descriptor above 65535");
    timers[entry].references++;
    by_fd[fd] = entry;
    atomic_fetch_add(&fds_known, 1);
}

static void unmap_fd(int fd)
{
    struct timer *timer = timer_of(fd);
    if (!timer)
        return;
    by_fd[fd] = 0;
    atomic_fetch_sub(&fds_known, 1);
    if (--timer->references == 0)
        set_deadline(&timer->deadline, FOREVER);
}

/* Also called in a vfork child, which shares this memory but not the descriptors. */
static bool tables_are_ours(void)
{
    return raw_getpid() == sim_pid();
}

void timers_closed_from(unsigned first, unsigned last)
{
    if (atomic_load(&fds_known) == 0 || !tables_are_ours())
        return;
    uint64_t mask = sim_lock();
    for (unsigned fd = first; fd <= last && fd < FDS_MAX; fd++)
        unmap_fd((int)fd);
    sim_unlock(mask);
}

void timers_closed(int fd)
{
    if (timers_holds(fd))
        timers_closed_from((unsigned)fd, (unsigned)fd);
}

void timers_copied(int from, int to)
{
    if (from == to || !timers_holds(from) || !tables_are_ours())
        return;
    uint64_t mask = sim_lock();
    unmap_fd(to);
    map_fd(to, by_fd[from]);
    sim_unlock(mask);
}

/* ---- timerfd, by kernel conventions ---- */

long timers_create(int clock, int flags)
{
    sim_enter();
    long fd = raw2(SYS_timerfd_create, clock, flags);
    if (fd < 0)
        return fd;
    uint64_t mask = sim_lock();
    int entry = 1;
    while (entry <= TIMERS_MAX && timers[entry].references > 0)
        entry++;
    if (entry > TIMERS_MAX)
        page_refuse("timerfd_create with more than 255 timers at once");
    unmap_fd((int)fd); /* closed behind our back */
    timers[entry] = (struct timer){.clock = clock, .deadline = FOREVER};
    map_fd((int)fd, (uint8_t)entry);
    sim_unlock(mask);
    return fd;
}

static void describe(uint64_t deadline, uint64_t interval_ns, uint64_t now, struct itimerspec *out)
{
    clock_to_timespec(interval_ns, &out->it_interval);
    uint64_t rest = deadline == FOREVER ? 0 : deadline > now ? deadline - now : 1;
    clock_to_timespec(rest, &out->it_value);
}

long timers_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old)
{
    if (!timers_holds(fd))
        return raw4(SYS_timerfd_settime, fd, flags, value, old);
    if (!clock_valid(&value->it_value) || !clock_valid(&value->it_interval) ||
        (flags & ~(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET)))
        return -EINVAL;
    uint64_t mask = sim_lock();
    struct timer *timer = timer_of(fd);
    uint64_t now = sim_now();
    if (old)
        describe(timer->deadline, timer->interval_ns, now, old);
    uint64_t length = clock_duration(&value->it_value);
    timer->interval_ns = clock_duration(&value->it_interval);
    timer->expirations = 0;
    make_unreadable(fd);
    if (length == 0) {
        set_deadline(&timer->deadline, FOREVER);
    } else {
        set_deadline(&timer->deadline, flags & TFD_TIMER_ABSTIME
                                           ? clock_deadline(timer->clock, &value->it_value)
                                           : sim_after(length));
        fire_timer(timer, now);
    }
    sim_unlock(mask);
    return 0;
}

long timers_gettime(int fd, struct itimerspec *value)
{
    if (!timers_holds(fd))
        return raw2(SYS_timerfd_gettime, fd, value);
    uint64_t mask = sim_lock();
    const struct timer *timer = timer_of(fd);
    describe(timer->deadline, timer->interval_ns, sim_now(), value);
    sim_unlock(mask);
    return 0;
}

/* Takes what has expired; 0 when nothing has. */
static uint64_t take_expirations(int fd)
{
    uint64_t mask = sim_lock();
    struct timer *timer = timer_of(fd);
    uint64_t times = timer ? timer->expirations : 0;
    if (times > 0) {
        timer->expirations = 0;
        make_unreadable(fd);
    }
    sim_unlock(mask);
    return times;
}

/* A blocking read waits in virtual time. */
ssize_t timers_read(int fd, void *buffer, size_t size)
{
    uint64_t times;
    if (size < sizeof times)
        return -EINVAL;
    bool blocking = !(raw2(SYS_fcntl, fd, F_GETFL) & O_NONBLOCK);
    while ((times = take_expirations(fd)) == 0) {
        if (!blocking)
            return -EAGAIN;
        struct pollfd poll = {.fd = fd, .events = POLLIN};
        long result = wait_poll("read of a timer", &poll, 1, FOREVER, NULL);
        if (result < 0)
            return result;
    }
    memcpy(buffer, &times, sizeof times);
    return sizeof times;
}

/* ---- the alarm clock, by kernel conventions ---- */

static uint64_t from_timeval(const struct timeval *value)
{
    struct timespec exact = {value->tv_sec, value->tv_usec * 1000};
    return clock_duration(&exact);
}

static bool timeval_valid(const struct timeval *value)
{
    return value->tv_sec >= 0 && value->tv_usec >= 0 && value->tv_usec < 1000000;
}

static void to_timeval(const struct timespec *from, struct timeval *to)
{
    to->tv_sec = from->tv_sec;
    to->tv_usec = (from->tv_nsec + 999) / 1000;
}

static void describe_alarm(struct itimerval *out)
{
    struct itimerspec exact;
    describe(alarm_deadline, alarm_interval_ns, sim_now(), &exact);
    to_timeval(&exact.it_interval, &out->it_interval);
    to_timeval(&exact.it_value, &out->it_value);
}

long timers_getitimer(int which, struct itimerval *value)
{
    if (which != ITIMER_REAL)
        return raw2(SYS_getitimer, which, value);
    uint64_t mask = sim_lock();
    describe_alarm(value);
    sim_unlock(mask);
    return 0;
}

long timers_setitimer(int which, const struct itimerval *value, struct itimerval *old)
{
    if (which != ITIMER_REAL)
        return raw3(SYS_setitimer, which, value, old);
    static const struct itimerval disarmed;
    if (!value)
        value = &disarmed; /* Linux takes NULL so */
    if (!timeval_valid(&value->it_value) || !timeval_valid(&value->it_interval))
        return -EINVAL;
    uint64_t mask = sim_lock();
    if (old)
        describe_alarm(old);
    uint64_t length = from_timeval(&value->it_value);
    alarm_interval_ns = from_timeval(&value->it_interval);
    set_deadline(&alarm_deadline, length == 0 ? FOREVER : sim_after(length));
    sim_unlock(mask);
    return 0;
}

/* ---- libc's names ---- */

EXPORT int timerfd_create(clockid_t clock, int flags)
{
    return (int)raw_finish(timers_create(clock, flags));
}

EXPORT int timerfd_settime(int fd, int flags, const struct itimerspec *value,
                           struct itimerspec *old)
{
    return (int)raw_finish(timers_settime(fd, flags, value, old));
}

EXPORT int timerfd_gettime(int fd, struct itimerspec *value)
{
    return (int)raw_finish(timers_gettime(fd, value));
}

EXPORT int getitimer(__itimer_which_t which, struct itimerval *value)
{
    return (int)raw_finish(timers_getitimer((int)which, value));
}

EXPORT int setitimer(__itimer_which_t which, const struct itimerval *restrict value,
                     struct itimerval *restrict old)
{
    return (int)raw_finish(timers_setitimer((int)which, value, old));
}

EXPORT unsigned alarm(unsigned seconds)
{
    struct itimerval value = {{0, 0}, {(time_t)seconds, 0}};
    struct itimerval old;
    (void)timers_setitimer(ITIMER_REAL, &value, &old);
    return (unsigned)old.it_value.tv_sec + (old.it_value.tv_usec > 0);
}

EXPORT useconds_t ualarm(useconds_t first, useconds_t interval)
{
    struct itimerval value = {{(time_t)(interval / 1000000), (suseconds_t)(interval % 1000000)},
                              {(time_t)(first / 1000000), (suseconds_t)(first % 1000000)}};
    struct itimerval old;
    (void)timers_setitimer(ITIMER_REAL, &value, &old);
    return (useconds_t)(old.it_value.tv_sec * 1000000 + old.it_value.tv_usec);
}

EXPORT ssize_t read(int fd, void *buffer, size_t size)
{
    if (timers_holds(fd))
        return raw_finish(timers_read(fd, buffer, size));
    return real_calls()->read(fd, buffer, size);
}

ssize_t __read_chk(int fd, void *buffer, size_t size, size_t room);
EXPORT ssize_t __read_chk(int fd, void *buffer, size_t size, size_t room)
{
    if (size > room)
        __builtin_trap(); /* as libc does: the buffer is smaller than what is asked */
    return read(fd, buffer, size);
}

/* A program that closes all numbers there are finds ours not open. */
EXPORT int close(int fd)
{
    if (fd >= 0 && sim_is_wakefd(fd))
        return (int)raw_finish(-EBADF);
    timers_closed(fd);
    return (int)raw_finish(raw_close(fd));
}

int close_range(unsigned first, unsigned last, int flags);
EXPORT int close_range(unsigned first, unsigned last, int flags)
{
    long result = raw3(SYS_close_range, first, last, flags);
    if (result == 0 && flags == 0) {
        timers_closed_from(first, last);
        sim_closed_range(first, last);
    }
    return (int)raw_finish(result);
}

EXPORT int dup(int fd)
{
    long copy = raw1(SYS_dup, fd);
    if (copy >= 0)
        timers_copied(fd, (int)copy);
    return (int)raw_finish(copy);
}

EXPORT int dup3(int from, int to, int flags)
{
    long copy = raw3(SYS_dup3, from, to, flags);
    if (copy >= 0) {
        timers_closed(to);
        timers_copied(from, to);
    }
    return (int)raw_finish(copy);
}

/* Unlike dup3, a copy onto itself only asks whether the descriptor is open. */
EXPORT int dup2(int from, int to)
{
    if (from != to)
        return dup3(from, to, 0);
    return raw_finish(raw2(SYS_fcntl, from, F_GETFD)) < 0 ? -1 : to;
}
