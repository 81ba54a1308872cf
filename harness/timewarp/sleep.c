/*
 * sleep.c - waits for time alone, and for signals.
 */
#include "parts.h"

#include <string.h>
#include <unistd.h>

/* ---- sleeping ---- */

/* 0 at the deadline, -EINTR when a signal was handled. */
long wait_sleep(const char *name, uint64_t deadline)
{
    sim_enter();
    sim_test_cancel();
    uint64_t now = sim_now();
    uint64_t length = deadline > now ? deadline - now : 0;
    if (length == 0) {
        sim_waited_for_nothing(name);
    } else if (!sim_jump_alone(deadline)) {
        struct wait wait;
        memset(&wait, 0, sizeof wait);
        wait.name = name;
        wait.kind = WAIT_SLEEP;
        wait.deadline = deadline;
        enum outcome outcome = sim_wait(&wait);
        sim_test_cancel();
        if (outcome == WAIT_INTERRUPTED)
            return -EINTR;
    }
    page_count_wait(length, true);
    return 0;
}

static long sleep_for(const char *name, const struct timespec *length, struct timespec *rest)
{
    if (!clock_valid(length))
        return -EINVAL;
    uint64_t deadline = sim_after(clock_duration(length));
    long result = wait_sleep(name, deadline);
    if (result == -EINTR && rest) {
        uint64_t now = sim_now();
        clock_to_timespec(deadline > now ? deadline - now : 0, rest);
    }
    return result;
}

EXPORT int nanosleep(const struct timespec *length, struct timespec *rest)
{
    return (int)raw_finish(sleep_for("nanosleep", length, rest));
}

/* Returns the error itself. */
EXPORT int clock_nanosleep(clockid_t clock, int flags, const struct timespec *at,
                           struct timespec *rest)
{
    if (!clock_is_virtual(clock))
        return (int)-raw4(SYS_clock_nanosleep, clock, flags, at, rest);
    if (!clock_valid(at))
        return EINVAL;
    if (flags & TIMER_ABSTIME)
        return (int)-wait_sleep("clock_nanosleep", clock_deadline(clock, at));
    return (int)-sleep_for("clock_nanosleep", at, rest);
}

EXPORT int usleep(useconds_t length)
{
    struct timespec exact = {(time_t)(length / 1000000), (long)(length % 1000000) * 1000};
    return (int)raw_finish(sleep_for("usleep", &exact, NULL));
}

EXPORT unsigned sleep(unsigned length)
{
    struct timespec exact = {(time_t)length, 0};
    struct timespec rest = {0, 0};
    if (sleep_for("sleep", &exact, &rest) == 0)
        return 0;
    return (unsigned)rest.tv_sec + (rest.tv_nsec > 0);
}

/* ---- waiting for a signal ---- */

EXPORT int pause(void)
{
    return (int)raw_finish(wait_poll("pause", NULL, 0, FOREVER, NULL));
}

EXPORT int sigsuspend(const sigset_t *mask)
{
    return (int)raw_finish(wait_poll("sigsuspend", NULL, 0, FOREVER, mask));
}

struct signal_wait {
    struct wait base;
    const void *set;
    siginfo_t info;
    long result; /* the signal, or -EAGAIN while there is none */
};

static bool signal_take(struct wait *wait)
{
    struct signal_wait *w = (struct signal_wait *)(void *)wait;
    struct timespec zero = {0, 0};
    if (w->result == -EAGAIN)
        w->result = raw4(SYS_rt_sigtimedwait, w->set, &w->info, &zero, RAW_SIGSET_BYTES);
    return w->result != -EAGAIN;
}

/* What waits for the process; a thread's own signals end its sleep by themselves. */
static bool signal_ready(struct wait *wait)
{
    const struct signal_wait *w = (const struct signal_wait *)(const void *)wait;
    uint64_t wanted;
    memcpy(&wanted, w->set, sizeof wanted);
    return (raw_sigpending() & wanted) != 0;
}

static long signal_sleep(struct wait *wait, struct timespec *timeout, const uint64_t *mask)
{
    static const uint64_t all = UINT64_MAX;
    struct signal_wait *w = (struct signal_wait *)(void *)wait;
    (void)raw_sigmask(SIG_SETMASK, mask);
    w->result = raw4(SYS_rt_sigtimedwait, w->set, &w->info, timeout, RAW_SIGSET_BYTES);
    (void)raw_sigmask(SIG_BLOCK, &all);
    if (w->result == -EINTR) {
        w->result = -EAGAIN;
        return -EINTR;
    }
    return 0;
}

long wait_signals(const char *name, const void *set, siginfo_t *info, uint64_t timeout)
{
    struct signal_wait wait;
    sim_enter();
    sim_test_cancel();
    memset(&wait.base, 0, sizeof wait.base);
    wait.base.name = name;
    wait.base.kind = WAIT_SIGNALS;
    wait.base.deadline = timeout == FOREVER ? FOREVER : sim_after(timeout);
    wait.base.take = signal_take;
    wait.base.ready = signal_ready;
    wait.base.sleep = signal_sleep;
    wait.set = set;
    wait.result = -EAGAIN;
    enum outcome outcome = sim_wait(&wait.base);
    sim_test_cancel();
    page_count_wait(timeout, outcome != WAIT_READY);
    if (outcome == WAIT_INTERRUPTED)
        return -EINTR;
    if (outcome == WAIT_READY && info)
        *info = wait.info;
    return wait.result;
}

EXPORT int sigwaitinfo(const sigset_t *restrict set, siginfo_t *restrict info)
{
    return (int)raw_finish(wait_signals("sigwaitinfo", set, info, FOREVER));
}

EXPORT int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict info,
                        const struct timespec *restrict timeout)
{
    if (timeout && !clock_valid(timeout))
        return (int)raw_finish(-EINVAL);
    return (int)raw_finish(
        wait_signals("sigtimedwait", set, info, timeout ? clock_duration(timeout) : FOREVER));
}

/* Returns the error itself, and is never interrupted. */
EXPORT int sigwait(const sigset_t *restrict set, int *restrict signal)
{
    long result;
    do
        result = wait_signals("sigwait", set, NULL, FOREVER);
    while (result == -EINTR);
    if (result < 0)
        return (int)-result;
    *signal = (int)result;
    return 0;
}
