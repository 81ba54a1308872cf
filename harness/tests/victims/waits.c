/*
 * waits.c - every kind of wait once with nothing to come, and once with
 * something there: the result and the exact time that passed.
 */
#include "victim.h"

#include <linux/futex.h>
#include <poll.h>
#include <semaphore.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timeb.h>
#include <threads.h>

static int epfd;
static int pipe_fds[2];
static const int64_t odd = 250 * MS + 1; /* not a whole number of anything but nanoseconds */

/* ---- waits for descriptors: number of ready ones, or -errno ---- */

static int result_of(long result)
{
    return result < 0 ? -errno : (int)result;
}

static int by_epoll_wait(void)
{
    struct epoll_event event;
    return result_of(epoll_wait(epfd, &event, 1, 250));
}

static int by_epoll_pwait(void)
{
    struct epoll_event event;
    sigset_t none;
    sigemptyset(&none);
    return result_of(epoll_pwait(epfd, &event, 1, 250, &none));
}

static int by_epoll_pwait2(void)
{
    struct epoll_event event;
    struct timespec length = span(odd);
    return result_of(epoll_pwait2(epfd, &event, 1, &length, NULL));
}

static int by_poll(void)
{
    struct pollfd fd = {pipe_fds[0], POLLIN, 0};
    return result_of(poll(&fd, 1, 250));
}

static int by_poll_of_many(void)
{
    static struct pollfd fds[300];
    for (int i = 0; i < 300; i++)
        fds[i] = (struct pollfd){pipe_fds[0], POLLIN, 0};
    int result = result_of(poll(fds, 300, 250));
    return result > 0 ? result / 300 : result;
}

static int by_ppoll(void)
{
    struct pollfd fd = {pipe_fds[0], POLLIN, 0};
    struct timespec length = span(odd);
    sigset_t none;
    sigemptyset(&none);
    return result_of(ppoll(&fd, 1, &length, &none));
}

static int by_select(void)
{
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(pipe_fds[0], &readable);
    struct timeval length = {0, 250001};
    int result = result_of(select(pipe_fds[0] + 1, &readable, NULL, NULL, &length));
    if (FD_ISSET(pipe_fds[0], &readable) != (result > 0))
        return -1000;
    if (length.tv_usec != (result > 0 ? 250001 : 0))
        return -2000;
    return result;
}

static int by_pselect(void)
{
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(pipe_fds[0], &readable);
    struct timespec length = span(odd);
    return result_of(pselect(pipe_fds[0] + 1, &readable, NULL, NULL, &length, NULL));
}

static int by_syscall_epoll_pwait(void)
{
    struct epoll_event event;
    return result_of(syscall(SYS_epoll_pwait, epfd, &event, 1, 250, NULL, 8));
}

static int by_syscall_ppoll(void)
{
    struct pollfd fd = {pipe_fds[0], POLLIN, 0};
    struct timespec length = span(odd);
    return result_of(syscall(SYS_ppoll, &fd, 1, &length, NULL, 8));
}

static int by_syscall_pselect6(void)
{
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(pipe_fds[0], &readable);
    struct timespec length = span(odd);
    return result_of(syscall(SYS_pselect6, pipe_fds[0] + 1, &readable, NULL, NULL, &length, NULL));
}

/* ---- sleeping ---- */

static int by_nanosleep(void)
{
    struct timespec length = span(odd);
    return nanosleep(&length, NULL);
}

static int by_clock_nanosleep(void)
{
    struct timespec length = span(odd);
    return clock_nanosleep(CLOCK_MONOTONIC, 0, &length, NULL);
}

static int until_monotonic(void)
{
    struct timespec at = instant(CLOCK_MONOTONIC, odd);
    return clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
}

static int until_realtime(void)
{
    struct timespec at = instant(CLOCK_REALTIME, odd);
    return clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &at, NULL);
}

static int until_the_past(void)
{
    struct timespec at = instant(CLOCK_REALTIME, -odd);
    return clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &at, NULL);
}

static int by_usleep(void)
{
    return usleep(250001);
}

static int by_sleep(void)
{
    return (int)sleep(2);
}

static int by_thrd_sleep(void)
{
    struct timespec length = span(odd);
    return thrd_sleep(&length, NULL);
}

static int by_poll_of_none(void)
{
    return poll(NULL, 0, 250);
}

static int by_select_of_none(void)
{
    struct timeval length = {0, 250001};
    return select(0, NULL, NULL, NULL, &length);
}

static int by_syscall_nanosleep(void)
{
    struct timespec length = span(odd);
    return result_of(syscall(SYS_nanosleep, &length, NULL));
}

static int by_syscall_clock_nanosleep(void)
{
    struct timespec length = span(odd);
    return result_of(syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, &length, NULL));
}

static int by_sigtimedwait(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    struct timespec length = span(odd);
    return result_of(sigtimedwait(&set, NULL, &length));
}

/* ---- locks: the error ---- */

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static int by_cond_timedwait(void)
{
    pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
    struct timespec at = instant(CLOCK_REALTIME, odd);
    pthread_mutex_lock(&mutex);
    int error = pthread_cond_timedwait(&cond, &mutex, &at);
    pthread_mutex_unlock(&mutex);
    return error;
}

static int by_monotonic_cond_timedwait(void)
{
    pthread_cond_t cond;
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&cond, &attributes);
    struct timespec at = instant(CLOCK_MONOTONIC, odd);
    pthread_mutex_lock(&mutex);
    int error = pthread_cond_timedwait(&cond, &mutex, &at);
    pthread_mutex_unlock(&mutex);
    pthread_cond_destroy(&cond);
    return error;
}

static int by_cond_clockwait(void)
{
    pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
    struct timespec at = instant(CLOCK_MONOTONIC, odd);
    pthread_mutex_lock(&mutex);
    int error = pthread_cond_clockwait(&cond, &mutex, CLOCK_MONOTONIC, &at);
    pthread_mutex_unlock(&mutex);
    return error;
}

static int by_cnd_timedwait(void)
{
    cnd_t cond;
    mtx_t lock;
    cnd_init(&cond);
    mtx_init(&lock, mtx_plain);
    struct timespec at = instant(CLOCK_REALTIME, odd);
    mtx_lock(&lock);
    int result = cnd_timedwait(&cond, &lock, &at);
    mtx_unlock(&lock);
    return result == thrd_timedout ? ETIMEDOUT : result;
}

static int by_sem_timedwait(void)
{
    sem_t sem;
    sem_init(&sem, 0, 0);
    struct timespec at = instant(CLOCK_REALTIME, odd);
    return sem_timedwait(&sem, &at) == 0 ? 0 : errno;
}

static int by_sem_clockwait(void)
{
    sem_t sem;
    sem_init(&sem, 0, 0);
    struct timespec at = instant(CLOCK_MONOTONIC, odd);
    return sem_clockwait(&sem, CLOCK_MONOTONIC, &at) == 0 ? 0 : errno;
}

static int by_mutex_timedlock(void)
{
    struct timespec at = instant(CLOCK_REALTIME, odd);
    pthread_mutex_lock(&mutex);
    int error = pthread_mutex_timedlock(&mutex, &at);
    pthread_mutex_unlock(&mutex);
    return error;
}

static int by_mutex_clocklock(void)
{
    struct timespec at = instant(CLOCK_MONOTONIC, odd);
    pthread_mutex_lock(&mutex);
    int error = pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &at);
    pthread_mutex_unlock(&mutex);
    return error;
}

static int by_mtx_timedlock(void)
{
    mtx_t lock;
    mtx_init(&lock, mtx_timed);
    struct timespec at = instant(CLOCK_REALTIME, odd);
    mtx_lock(&lock);
    int result = mtx_timedlock(&lock, &at);
    mtx_unlock(&lock);
    return result == thrd_timedout ? ETIMEDOUT : result;
}

static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;

static int by_timedwrlock(void)
{
    struct timespec at = instant(CLOCK_REALTIME, odd);
    pthread_rwlock_rdlock(&rwlock);
    int error = pthread_rwlock_timedwrlock(&rwlock, &at);
    pthread_rwlock_unlock(&rwlock);
    return error;
}

static int by_clockwrlock(void)
{
    struct timespec at = instant(CLOCK_MONOTONIC, odd);
    pthread_rwlock_rdlock(&rwlock);
    int error = pthread_rwlock_clockwrlock(&rwlock, CLOCK_MONOTONIC, &at);
    pthread_rwlock_unlock(&rwlock);
    return error;
}

static uint32_t word = 7;

static int by_futex_wait(void)
{
    struct timespec length = span(odd);
    return result_of(syscall(SYS_futex, &word, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 7, &length, NULL,
                             0));
}

static int by_futex_wait_until(void)
{
    struct timespec at = instant(CLOCK_REALTIME, odd);
    return result_of(syscall(SYS_futex, &word, FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME, 7, &at,
                             NULL, FUTEX_BITSET_MATCH_ANY));
}

static int by_futex_of_another_value(void)
{
    return result_of(syscall(SYS_futex, &word, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 8, NULL, NULL, 0));
}

struct kind {
    const char *name;
    int (*wait)(void);
};

static const struct kind of_descriptors[] = {
    {"epoll_wait", by_epoll_wait},
    {"epoll_pwait", by_epoll_pwait},
    {"epoll_pwait2", by_epoll_pwait2},
    {"poll", by_poll},
    {"poll of many", by_poll_of_many},
    {"ppoll", by_ppoll},
    {"select", by_select},
    {"pselect", by_pselect},
    {"syscall(epoll_pwait)", by_syscall_epoll_pwait},
    {"syscall(ppoll)", by_syscall_ppoll},
    {"syscall(pselect6)", by_syscall_pselect6},
};

static const struct kind of_time[] = {
    {"nanosleep", by_nanosleep},
    {"clock_nanosleep", by_clock_nanosleep},
    {"clock_nanosleep until, monotonic", until_monotonic},
    {"clock_nanosleep until, realtime", until_realtime},
    {"clock_nanosleep until the past", until_the_past},
    {"usleep", by_usleep},
    {"sleep", by_sleep},
    {"thrd_sleep", by_thrd_sleep},
    {"poll of none", by_poll_of_none},
    {"select of none", by_select_of_none},
    {"syscall(nanosleep)", by_syscall_nanosleep},
    {"syscall(clock_nanosleep)", by_syscall_clock_nanosleep},
    {"sigtimedwait", by_sigtimedwait},
};

static const struct kind of_locks[] = {
    {"pthread_cond_timedwait", by_cond_timedwait},
    {"pthread_cond_timedwait, monotonic", by_monotonic_cond_timedwait},
    {"pthread_cond_clockwait", by_cond_clockwait},
    {"cnd_timedwait", by_cnd_timedwait},
    {"sem_timedwait", by_sem_timedwait},
    {"sem_clockwait", by_sem_clockwait},
    {"pthread_mutex_timedlock", by_mutex_timedlock},
    {"pthread_mutex_clocklock", by_mutex_clocklock},
    {"mtx_timedlock", by_mtx_timedlock},
    {"pthread_rwlock_timedwrlock", by_timedwrlock},
    {"pthread_rwlock_clockwrlock", by_clockwrlock},
    {"futex wait", by_futex_wait},
    {"futex wait until", by_futex_wait_until},
    {"futex of another value", by_futex_of_another_value},
};

#define EACH(kinds) each(kinds, sizeof(kinds) / sizeof(kinds)[0])

static void each(const struct kind *kinds, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int64_t began = now();
        int result = kinds[i].wait();
        printf("%s: %d after %" PRId64 "\n", kinds[i].name, result, now() - began);
    }
}

static void open_pipe(void)
{
    CHECK(pipe(pipe_fds) == 0);
    CHECK((epfd = epoll_create1(0)) >= 0);
    struct epoll_event event = {.events = EPOLLIN};
    CHECK(epoll_ctl(epfd, EPOLL_CTL_ADD, pipe_fds[0], &event) == 0);
}

static void descriptors_without_data(void)
{
    open_pipe();
    EACH(of_descriptors);
}

static void descriptors_with_data(void)
{
    open_pipe();
    CHECK(write(pipe_fds[1], "x", 1) == 1);
    EACH(of_descriptors);
}

static void sleeping(void)
{
    EACH(of_time);
}

static void locks(void)
{
    EACH(of_locks);
}

static void *wait_for_ever(void *unused)
{
    (void)unused;
    sem_t sem;
    sem_init(&sem, 0, 0);
    sem_wait(&sem);
    return NULL;
}

/* The same with a second thread, so that every wait takes the long way. */
static void all_beside_a_thread(void)
{
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, wait_for_ever, NULL) == 0);
    open_pipe();
    EACH(of_descriptors);
    EACH(of_time);
    EACH(of_locks);
}

/* ---- bad arguments ---- */

static void errors(void)
{
    struct epoll_event event;
    struct timespec bad = {0, SECOND};
    struct pollfd fd = {pipe_fds[0], POLLIN, 0};
    struct timeval negative = {-1, 0};
    printf("epoll_wait of no descriptor: %d\n", result_of(epoll_wait(-1, &event, 1, 10)));
    open_pipe();
    printf("epoll_wait for no events: %d\n", result_of(epoll_wait(epfd, &event, 0, 10)));
    printf("ppoll: %d\n", result_of(ppoll(&fd, 1, &bad, NULL)));
    printf("select of -1: %d\n", result_of(select(-1, NULL, NULL, NULL, NULL)));
    printf("select until before: %d\n", result_of(select(0, NULL, NULL, NULL, &negative)));
    printf("nanosleep: %d\n", result_of(nanosleep(&bad, NULL)));
    printf("clock_nanosleep: %d\n", clock_nanosleep(CLOCK_MONOTONIC, 0, &bad, NULL));
    printf("clock_gettime: %d\n", result_of(clock_gettime((clockid_t)77, &bad)));
    printf("passed: %" PRId64 "\n", now() - 4096 * SECOND);
}

/* ---- the clocks ---- */

static void show_clocks(void)
{
    static const struct {
        const char *name;
        clockid_t clock;
    } clocks[] = {
        {"MONOTONIC", CLOCK_MONOTONIC},
        {"MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
        {"MONOTONIC_COARSE", CLOCK_MONOTONIC_COARSE},
        {"BOOTTIME", CLOCK_BOOTTIME},
        {"REALTIME", CLOCK_REALTIME},
        {"REALTIME_COARSE", CLOCK_REALTIME_COARSE},
        {"TAI", CLOCK_TAI},
    };
    for (size_t i = 0; i < sizeof clocks / sizeof clocks[0]; i++) {
        struct timespec step;
        CHECK(clock_getres(clocks[i].clock, &step) == 0);
        printf("%s %" PRId64 " step %ld\n", clocks[i].name, clock_of(clocks[i].clock),
               (long)step.tv_nsec);
    }
    struct timeval wall;
    struct timespec utc;
    struct timespec by_number;
    CHECK(gettimeofday(&wall, NULL) == 0);
    CHECK(timespec_get(&utc, TIME_UTC) == TIME_UTC);
    CHECK(syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &by_number) == 0);
    printf("gettimeofday %ld.%06ld\n", (long)wall.tv_sec, (long)wall.tv_usec);
    printf("time %ld\n", (long)time(NULL));
    printf("timespec_get %ld.%09ld\n", (long)utc.tv_sec, utc.tv_nsec);
    printf("syscall %ld.%09ld\n", (long)by_number.tv_sec, by_number.tv_nsec);
}

static void clocks(void)
{
    show_clocks();
    struct timespec length = span(1500 * MS + 7);
    nanosleep(&length, NULL);
    show_clocks();
}

/* Time that the processor took is not virtual. */
static void cpu_clock(void)
{
    int64_t began = clock_of(CLOCK_PROCESS_CPUTIME_ID);
    while (clock_of(CLOCK_PROCESS_CPUTIME_ID) < began + 2 * MS)
        ;
    printf("computed, and %" PRId64 " passed\n", now() - 4096 * SECOND);
}

static void hour(void)
{
    for (int i = 0; i < 60; i++)
        CHECK(poll(NULL, 0, 60000) == 0);
    printf("%" PRId64 "\n", (now() - 4096 * SECOND) / SECOND);
}

static const struct act acts[] = {
    {"descriptors-without-data", descriptors_without_data},
    {"descriptors-with-data", descriptors_with_data},
    {"sleeping", sleeping},
    {"locks", locks},
    {"all-beside-a-thread", all_beside_a_thread},
    {"errors", errors},
    {"clocks", clocks},
    {"cpu-clock", cpu_clock},
    {"hour", hour},
};
ACT_MAIN(acts)
