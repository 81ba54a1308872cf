/*
 * syscalls.c - libc's syscall(), by which GLib, Qt, libuv, Rust and others
 * reach the kernel: the same calls, by number, meet the same code.
 */
#include "parts.h"

#include <stdarg.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_epoll_pwait2
#define SYS_epoll_pwait2 441
#endif
#ifndef SYS_futex_waitv
#define SYS_futex_waitv 449
#endif
#ifndef SYS_close_range
#define SYS_close_range 436
#endif
#ifndef SYS_io_uring_setup
#define SYS_io_uring_setup 425
#endif

/* The arguments as they stand in the registers. */
struct arguments {
    long a, b, c, d, e, f;
};

static uint64_t timespec_timeout(const struct timespec *timeout)
{
    return timeout ? clock_duration(timeout) : FOREVER;
}

static uint64_t ms_timeout(long timeout)
{
    return (int)timeout < 0 ? FOREVER : (uint64_t)(int)timeout * NS_PER_MS;
}

static bool bad_timeout(const struct timespec *timeout)
{
    return timeout && !clock_valid(timeout);
}

/* pselect6 packs the mask and its size into one argument. */
static long by_pselect6(struct arguments x)
{
    const struct timespec *timeout = (const struct timespec *)x.e;
    void *sets[3] = {(void *)x.b, (void *)x.c, (void *)x.d};
    const void *mask = NULL;
    if (x.f)
        memcpy(&mask, (const void *)x.f, sizeof mask);
    if (bad_timeout(timeout))
        return -EINVAL;
    return wait_select("pselect6", (int)x.a, sets, timespec_timeout(timeout), mask);
}

/* libc's functions set errno; the caller of syscall() wants it so as well. */
static long by_libc(long result)
{
    return result < 0 ? -errno : result;
}

static long reading_clocks(long number, struct arguments x, bool *known)
{
    switch (number) {
    case SYS_clock_gettime:
        return by_libc(clock_gettime((clockid_t)x.a, (struct timespec *)x.b));
    case SYS_clock_getres:
        return by_libc(clock_getres((clockid_t)x.a, (struct timespec *)x.b));
    case SYS_gettimeofday:
        return x.a ? by_libc(gettimeofday((struct timeval *)x.a, (void *)x.b)) : 0;
#ifdef SYS_time
    case SYS_time:
        return (long)time((time_t *)x.a);
#endif
    default:
        *known = false;
        return 0;
    }
}

static long waiting_for_fds(long number, struct arguments x, bool *known)
{
    const struct timespec *timeout = (const struct timespec *)x.c;
    switch (number) {
#ifdef SYS_epoll_wait
    case SYS_epoll_wait:
        return wait_epoll("epoll_wait", (int)x.a, (struct epoll_event *)x.b, (int)x.c,
                          ms_timeout(x.d), NULL);
#endif
    case SYS_epoll_pwait:
        return wait_epoll("epoll_pwait", (int)x.a, (struct epoll_event *)x.b, (int)x.c,
                          ms_timeout(x.d), (const void *)x.e);
    case SYS_epoll_pwait2:
        if (bad_timeout((const struct timespec *)x.d))
            return -EINVAL;
        return wait_epoll("epoll_pwait2", (int)x.a, (struct epoll_event *)x.b, (int)x.c,
                          timespec_timeout((const struct timespec *)x.d), (const void *)x.e);
#ifdef SYS_poll
    case SYS_poll:
        return wait_poll("poll", (struct pollfd *)x.a, (size_t)x.b, ms_timeout(x.c), NULL);
#endif
    case SYS_ppoll:
        if (bad_timeout(timeout))
            return -EINVAL;
        return wait_poll("ppoll", (struct pollfd *)x.a, (size_t)x.b, timespec_timeout(timeout),
                         (const void *)x.d);
#ifdef SYS_select
    case SYS_select:
        return by_libc(select((int)x.a, (fd_set *)x.b, (fd_set *)x.c, (fd_set *)x.d,
                              (struct timeval *)x.e));
#endif
    case SYS_pselect6:
        return by_pselect6(x);
    default:
        *known = false;
        return 0;
    }
}

static long waiting_otherwise(long number, struct arguments x, bool *known)
{
    switch (number) {
    case SYS_nanosleep:
        return by_libc(nanosleep((const struct timespec *)x.a, (struct timespec *)x.b));
    case SYS_clock_nanosleep:
        return -clock_nanosleep((clockid_t)x.a, (int)x.b, (const struct timespec *)x.c,
                                (struct timespec *)x.d);
#ifdef SYS_pause
    case SYS_pause:
        return by_libc(pause());
#endif
    case SYS_rt_sigsuspend:
        return wait_poll("rt_sigsuspend", NULL, 0, FOREVER, (const void *)x.a);
    case SYS_rt_sigtimedwait:
        if (bad_timeout((const struct timespec *)x.c))
            return -EINVAL;
        return wait_signals("rt_sigtimedwait", (const void *)x.a, (siginfo_t *)x.b,
                            timespec_timeout((const struct timespec *)x.c));
    case SYS_futex:
        return wait_futex((uint32_t *)x.a, (int)x.b, (uint32_t)x.c, (uintptr_t)x.d, (uint32_t *)x.e,
                          (uint32_t)x.f);
    default:
        *known = false;
        return 0;
    }
}

static long keeping_timers(long number, struct arguments x, bool *known)
{
    switch (number) {
    case SYS_timerfd_create:
        return timers_create((int)x.a, (int)x.b);
    case SYS_timerfd_settime:
        return timers_settime((int)x.a, (int)x.b, (const struct itimerspec *)x.c,
                              (struct itimerspec *)x.d);
    case SYS_timerfd_gettime:
        return timers_gettime((int)x.a, (struct itimerspec *)x.b);
    case SYS_setitimer:
        return timers_setitimer((int)x.a, (const struct itimerval *)x.b, (struct itimerval *)x.c);
    case SYS_getitimer:
        return timers_getitimer((int)x.a, (struct itimerval *)x.b);
#ifdef SYS_alarm
    case SYS_alarm:
        return (long)alarm((unsigned)x.a);
#endif
    case SYS_read:
        if (timers_holds((int)x.a))
            return timers_read((int)x.a, (void *)x.b, (size_t)x.c);
        break;
    case SYS_close:
        return by_libc(close((int)x.a));
    case SYS_close_range:
        return by_libc(close_range((unsigned)x.a, (unsigned)x.b, (int)x.c));
    case SYS_dup:
        return by_libc(dup((int)x.a));
#ifdef SYS_dup2
    case SYS_dup2:
        return by_libc(dup2((int)x.a, (int)x.b));
#endif
    case SYS_dup3:
        return by_libc(dup3((int)x.a, (int)x.b, (int)x.c));
    default:
        break;
    }
    *known = false;
    return 0;
}

static void note_signal(long number)
{
    switch (number) {
    case SYS_kill:
    case SYS_tkill:
    case SYS_tgkill:
    case SYS_rt_sigqueueinfo:
    case SYS_rt_tgsigqueueinfo:
        sim_enter();
        sim_signal_sent();
        break;
    default:
        break;
    }
}

static void refuse_misunderstood(long number, struct arguments x)
{
    switch (number) {
    case SYS_timer_create:
        page_refuse("timer_create");
    case SYS_clock_settime:
        page_refuse("clock_settime");
    case SYS_settimeofday:
        page_refuse("settimeofday");
    case SYS_adjtimex:
        page_refuse("adjtimex");
    case SYS_clock_adjtime:
        page_refuse("clock_adjtime");
    case SYS_futex_waitv:
        page_refuse("futex_waitv");
    case SYS_mq_timedsend:
        if (x.e)
            page_refuse("mq_timedsend with a timeout");
        break;
    case SYS_mq_timedreceive:
        if (x.e)
            page_refuse("mq_timedreceive with a timeout");
        break;
    case SYS_recvmmsg:
        if (x.e)
            page_refuse("recvmmsg with a timeout");
        break;
    case SYS_semtimedop:
        if (x.d)
            page_refuse("semtimedop with a timeout");
        break;
    case SYS_io_getevents:
        if (x.e)
            page_refuse("io_getevents with a timeout");
        break;
#ifdef SYS_io_pgetevents
    case SYS_io_pgetevents:
        if (x.e)
            page_refuse("io_pgetevents with a timeout");
        break;
#endif
    default:
        break;
    }
}

static long dispatch(long number, struct arguments x)
{
    static long (*const families[])(long, struct arguments, bool *) = {
        reading_clocks, waiting_for_fds, waiting_otherwise, keeping_timers};
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        bool known = true;
        long result = families[i](number, x, &known);
        if (known)
            return result;
    }
    /* Its waits would be the kernel's; programs that use it have another way. */
    if (number == SYS_io_uring_setup)
        return -ENOSYS;
    refuse_misunderstood(number, x);
    note_signal(number);
    return raw6(number, x.a, x.b, x.c, x.d, x.e, x.f);
}

/* Takes six arguments whatever the call: those not given are as undefined as they are to libc. */
EXPORT long syscall(long number, ...)
{
    va_list list;
    va_start(list, number);
    struct arguments x;
    x.a = va_arg(list, long);
    x.b = va_arg(list, long);
    x.c = va_arg(list, long);
    x.d = va_arg(list, long);
    x.e = va_arg(list, long);
    x.f = va_arg(list, long);
    va_end(list);
    return raw_finish(dispatch(number, x));
}
