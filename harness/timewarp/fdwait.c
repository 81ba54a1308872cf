/*
 * fdwait.c - epoll, poll and select.
 *
 * The first look is the program's own call with a timeout of zero.  Where it
 * finds nothing and other threads or processes live, the thread really
 * sleeps, in a call that consumes nothing: poll on the epoll descriptor, or on
 * a copy of the sets, beside the thread's wake descriptor.  Whatever wakes it,
 * it then looks again with a timeout of zero, under the simulation's lock.
 */
#include "parts.h"

#include <string.h>
#include <sys/mman.h>

#define POLL_ON_STACK 64
#define POLL_MAX (1u << 20)
#define SELECT_BITS_MAX 4096
#define LONG_BITS (8 * sizeof(unsigned long))

int __poll_chk(struct pollfd *fds, nfds_t count, int timeout, size_t size);
int __ppoll_chk(struct pollfd *fds, nfds_t count, const struct timespec *timeout,
                const sigset_t *mask, size_t size);
int __poll(struct pollfd *fds, nfds_t count, int timeout);
int __select(int nfds, fd_set *readable, fd_set *writable, fd_set *exceptional,
             struct timeval *timeout);

struct bits {
    unsigned long words[SELECT_BITS_MAX / LONG_BITS];
};

struct fd_wait {
    struct wait base; /* first: the simulation hands this back */
    long result;
    /* epoll */
    int epfd;
    struct epoll_event *events;
    int maxevents;
    /* poll, and for sleeping in all but select */
    struct pollfd *fds;
    size_t count;
    struct pollfd *sleeping; /* count + 1 */
    size_t sleeping_count;   /* without the wake descriptor */
    /* select */
    int nfds;
    unsigned long *sets[3];
    struct bits *originals;
};

static struct timespec zero_time(void)
{
    return (struct timespec){0, 0};
}

/* A signal that the mask lets in must interrupt, even where there is no time to sleep. */
static bool interrupted_by_mask(const void *mask)
{
    struct timespec zero = zero_time();
    return mask && raw_ppoll(NULL, 0, &zero, mask) == -EINTR;
}

/* Only `base`: the rest is each call's own, and on a hot path. */
static void begin(struct fd_wait *wait, const char *name, const void *mask,
                  bool (*take)(struct wait *), bool (*ready)(struct wait *),
                  long (*sleep_on)(struct wait *, struct timespec *, const uint64_t *))
{
    memset(&wait->base, 0, sizeof wait->base);
    wait->base.name = name;
    wait->base.kind = WAIT_FDS;
    wait->base.mask = mask;
    wait->base.take = take;
    wait->base.ready = ready;
    wait->base.sleep = sleep_on;
}

/* The common course of all three, around `take`. */
static long wait_fds(struct fd_wait *wait, uint64_t timeout)
{
    sim_enter();
    sim_test_cancel();
    if (wait->base.take(&wait->base)) {
        page_spin_reset();
        page_count_poll(timeout, false);
        return wait->result;
    }
    if (interrupted_by_mask(wait->base.mask))
        return -EINTR;
    if (timeout == 0) {
        sim_waited_for_nothing(wait->base.name);
        page_count_poll(timeout, true);
        return 0;
    }
    uint64_t deadline = timeout == FOREVER ? FOREVER : sim_after(timeout);
    enum outcome outcome = WAIT_TIMED_OUT;
    if (timeout == FOREVER || !sim_jump_alone(deadline)) {
        wait->base.deadline = deadline;
        outcome = sim_wait(&wait->base);
        sim_test_cancel();
    }
    if (outcome != WAIT_TIMED_OUT)
        page_spin_reset();
    page_count_poll(timeout, outcome != WAIT_READY);
    return outcome == WAIT_READY ? wait->result : outcome == WAIT_INTERRUPTED ? -EINTR : 0;
}

static struct fd_wait *of(struct wait *wait)
{
    return (struct fd_wait *)(void *)wait;
}

/* ---- sleeping in ppoll, for epoll and poll ---- */

static bool polled_ready(struct wait *wait)
{
    struct fd_wait *w = of(wait);
    struct timespec zero = zero_time();
    return raw_ppoll(w->sleeping, w->sleeping_count, &zero, NULL) > 0;
}

static long polled_sleep(struct wait *wait, struct timespec *timeout, const uint64_t *mask)
{
    struct fd_wait *w = of(wait);
    struct pollfd *wake = &w->sleeping[w->sleeping_count];
    wake->fd = wait->thread->wakefd;
    wake->events = POLLIN;
    wake->revents = 0;
    long result = raw_ppoll(w->sleeping, w->sleeping_count + 1, timeout, mask);
    if (result > 0 && (wake->revents & POLLNVAL))
        wait->thread->wakefd = -1; /* the program closed all it found */
    return result;
}

/* ---- epoll ---- */

static bool epoll_take(struct wait *wait)
{
    struct fd_wait *w = of(wait);
    w->result = raw6(SYS_epoll_pwait, w->epfd, (long)w->events, w->maxevents, 0, 0,
                     RAW_SIGSET_BYTES);
    return w->result != 0;
}

long wait_epoll(const char *name, int epfd, struct epoll_event *events, int maxevents,
                uint64_t timeout, const void *mask)
{
    struct pollfd sleeping[2] = {{.fd = epfd, .events = POLLIN}};
    struct fd_wait wait;
    begin(&wait, name, mask, epoll_take, polled_ready, polled_sleep);
    wait.epfd = epfd;
    wait.events = events;
    wait.maxevents = maxevents;
    wait.sleeping = sleeping;
    wait.sleeping_count = 1;
    return wait_fds(&wait, timeout);
}

/* ---- poll ---- */

static bool poll_take(struct wait *wait)
{
    struct fd_wait *w = of(wait);
    struct timespec zero = zero_time();
    w->result = raw_ppoll(w->fds, w->count, &zero, NULL);
    return w->result != 0;
}

static long poll_with(struct fd_wait *wait, struct pollfd *copy, uint64_t timeout)
{
    if (wait->count > 0)
        memcpy(copy, wait->fds, wait->count * sizeof *copy);
    wait->sleeping = copy;
    wait->sleeping_count = wait->count;
    return wait_fds(wait, timeout);
}

long wait_poll(const char *name, struct pollfd *fds, size_t count, uint64_t timeout,
               const void *mask)
{
    struct fd_wait wait;
    begin(&wait, name, mask, poll_take, polled_ready, polled_sleep);
    wait.fds = fds;
    wait.count = count;
    if (timeout == 0) /* never sleeps */
        return wait_fds(&wait, timeout);
    if (count > POLL_MAX)
        return -EINVAL;
    if (count < POLL_ON_STACK) {
        struct pollfd copy[POLL_ON_STACK];
        return poll_with(&wait, copy, timeout);
    }
    size_t size = (count + 1) * sizeof *fds;
    void *copy = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (copy == MAP_FAILED)
        return -ENOMEM;
    long result = poll_with(&wait, copy, timeout);
    (void)munmap(copy, size);
    return result;
}

/* ---- select ---- */

static size_t select_words(const struct fd_wait *w)
{
    return ((size_t)w->nfds + LONG_BITS - 1) / LONG_BITS;
}

static void select_restore(struct fd_wait *w)
{
    for (int i = 0; i < 3; i++)
        if (w->sets[i])
            memcpy(w->sets[i], w->originals[i].words, select_words(w) * sizeof(unsigned long));
}

static long select_look(struct fd_wait *w, unsigned long *sets[3])
{
    struct timespec zero = zero_time();
    return raw6(SYS_pselect6, w->nfds, (long)sets[0], (long)sets[1], (long)sets[2], (long)&zero, 0);
}

static bool select_take(struct wait *wait)
{
    struct fd_wait *w = of(wait);
    select_restore(w);
    w->result = select_look(w, w->sets);
    return w->result != 0;
}

static void select_copies(const struct fd_wait *w, struct bits copies[3], unsigned long *sets[3])
{
    for (int i = 0; i < 3; i++) {
        sets[i] = w->sets[i] ? copies[i].words : NULL;
        memset(&copies[i], 0, sizeof copies[i]);
        if (w->sets[i])
            memcpy(copies[i].words, w->originals[i].words, select_words(w) * sizeof(unsigned long));
    }
}

static bool select_ready(struct wait *wait)
{
    struct bits copies[3];
    unsigned long *sets[3];
    select_copies(of(wait), copies, sets);
    return select_look(of(wait), sets) > 0;
}

static long select_sleep(struct wait *wait, struct timespec *timeout, const uint64_t *mask)
{
    struct fd_wait *w = of(wait);
    struct bits copies[3];
    unsigned long *sets[3];
    select_copies(w, copies, sets);
    int wakefd = wait->thread->wakefd;
    int nfds = w->nfds;
    if (wakefd >= 0 && wakefd < SELECT_BITS_MAX) {
        sets[0] = copies[0].words;
        copies[0].words[(size_t)wakefd / LONG_BITS] |= 1ul << ((size_t)wakefd % LONG_BITS);
        nfds = nfds > wakefd ? nfds : wakefd + 1;
    }
    struct {
        const uint64_t *mask;
        size_t size;
    } with_size = {mask, RAW_SIGSET_BYTES};
    long result = raw6(SYS_pselect6, nfds, (long)sets[0], (long)sets[1], (long)sets[2],
                       (long)timeout, (long)&with_size);
    if (result == -EBADF)
        wait->thread->wakefd = -1;
    return result;
}

long wait_select(const char *name, int nfds, void *sets[3], uint64_t timeout, const void *mask)
{
    struct bits originals[3];
    struct fd_wait wait;
    if (nfds < 0)
        return -EINVAL;
    if (nfds > SELECT_BITS_MAX)
        page_refuse("select with more than 4096 descriptors");
    begin(&wait, name, mask, select_take, select_ready, select_sleep);
    wait.nfds = nfds;
    wait.originals = originals;
    for (int i = 0; i < 3; i++) {
        wait.sets[i] = sets[i];
        if (sets[i])
            memcpy(originals[i].words, sets[i], select_words(&wait) * sizeof(unsigned long));
    }
    long result = wait_fds(&wait, timeout);
    if (result == -EINTR)
        select_restore(&wait);
    return result;
}

/* ---- libc's names ---- */

static uint64_t from_ms(int timeout)
{
    return timeout < 0 ? FOREVER : (uint64_t)timeout * NS_PER_MS;
}

static uint64_t from_timespec(const struct timespec *timeout)
{
    return timeout ? clock_duration(timeout) : FOREVER;
}

static int invalid(void)
{
    errno = EINVAL;
    return -1;
}

EXPORT int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout)
{
    return (int)raw_finish(wait_epoll("epoll_wait", epfd, events, maxevents, from_ms(timeout),
                                      NULL));
}

EXPORT int epoll_pwait(int epfd, struct epoll_event *events, int maxevents, int timeout,
                       const sigset_t *mask)
{
    return (int)raw_finish(wait_epoll("epoll_pwait", epfd, events, maxevents, from_ms(timeout),
                                      mask));
}

EXPORT int epoll_pwait2(int epfd, struct epoll_event *events, int maxevents,
                        const struct timespec *timeout, const sigset_t *mask)
{
    if (timeout && !clock_valid(timeout))
        return invalid();
    return (int)raw_finish(
        wait_epoll("epoll_pwait2", epfd, events, maxevents, from_timespec(timeout), mask));
}

EXPORT int poll(struct pollfd *fds, nfds_t count, int timeout)
{
    return (int)raw_finish(wait_poll("poll", fds, count, from_ms(timeout), NULL));
}

EXPORT int __poll(struct pollfd *fds, nfds_t count, int timeout)
{
    return poll(fds, count, timeout);
}

EXPORT int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout,
                 const sigset_t *mask)
{
    if (timeout && !clock_valid(timeout))
        return invalid();
    return (int)raw_finish(wait_poll("ppoll", fds, count, from_timespec(timeout), mask));
}

static void check_size(nfds_t count, size_t size)
{
    if (count > size / sizeof(struct pollfd))
        __builtin_trap(); /* what libc does there: the array is smaller than its count */
}

EXPORT int __poll_chk(struct pollfd *fds, nfds_t count, int timeout, size_t size)
{
    check_size(count, size);
    return poll(fds, count, timeout);
}

EXPORT int __ppoll_chk(struct pollfd *fds, nfds_t count, const struct timespec *timeout,
                       const sigset_t *mask, size_t size)
{
    check_size(count, size);
    return ppoll(fds, count, timeout, mask);
}

EXPORT int pselect(int nfds, fd_set *restrict readable, fd_set *restrict writable,
                   fd_set *restrict exceptional, const struct timespec *restrict timeout,
                   const sigset_t *restrict mask)
{
    if (timeout && !clock_valid(timeout))
        return invalid();
    void *sets[3] = {readable, writable, exceptional};
    return (int)raw_finish(wait_select("pselect", nfds, sets, from_timespec(timeout), mask));
}

/* Linux leaves in `timeout` what remains of it. */
EXPORT int select(int nfds, fd_set *restrict readable, fd_set *restrict writable,
                  fd_set *restrict exceptional, struct timeval *restrict timeout)
{
    void *sets[3] = {readable, writable, exceptional};
    uint64_t length = FOREVER;
    if (timeout) {
        if (timeout->tv_sec < 0 || timeout->tv_usec < 0)
            return invalid();
        struct timespec exact = {timeout->tv_sec + timeout->tv_usec / 1000000,
                                 timeout->tv_usec % 1000000 * 1000};
        length = clock_duration(&exact);
    }
    uint64_t deadline = sim_after(length == FOREVER ? 0 : length);
    long result = wait_select("select", nfds, sets, length, NULL);
    if (timeout) {
        uint64_t now = sim_now();
        uint64_t rest = deadline > now ? deadline - now : 0;
        timeout->tv_sec = (time_t)(rest / NS_PER_S);
        timeout->tv_usec = (suseconds_t)(rest % NS_PER_S / 1000);
    }
    return (int)raw_finish(result);
}

EXPORT int __select(int nfds, fd_set *readable, fd_set *writable, fd_set *exceptional,
                    struct timeval *timeout)
{
    return select(nfds, readable, writable, exceptional, timeout);
}
