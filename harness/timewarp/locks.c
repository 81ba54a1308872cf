/*
 * locks.c - condition variables, semaphores, and timed waits for mutexes and
 * read-write locks.
 *
 * A wait on a condition variable sleeps in the simulation and not in libc's
 * condition variable at all: the waker chooses the waiter under the
 * simulation's lock, so no woken thread is ever taken for a sleeping one, and
 * the waiter that came first is woken first.  Semaphores keep their count in
 * libc; only the waiting is done here.
 *
 * Mutexes without a time limit are not intercepted: a thread in one counts as
 * running, until it has slept long enough for alive.c to find it quiet.
 */
#include "parts.h"

#include <limits.h>
#include <string.h>
#include <threads.h>

/* ---- condition variables ---- */

/*
 * Which clock a condition variable was made for is hidden in libc's layout,
 * which has changed over time.  But the two clocks are a million hours apart,
 * so the instant itself tells.
 */
static uint64_t cond_deadline(const struct timespec *at)
{
    return clock_deadline(at->tv_sec >= 1000000000 ? CLOCK_REALTIME : CLOCK_MONOTONIC, at);
}

struct cond_wait {
    struct wait base;
    pthread_mutex_t *mutex; /* to be released once the wait is on record, then NULL */
    int error;
};

/* First called when signals are sure to find this wait: only then may the mutex be let go. */
static bool cond_take(struct wait *wait)
{
    struct cond_wait *w = (struct cond_wait *)(void *)wait;
    if (w->mutex) {
        w->error = real_calls()->pthread_mutex_unlock(w->mutex);
        w->mutex = NULL;
    }
    return wait->woken || w->error != 0;
}

static int cond_wait_until(const char *name, pthread_cond_t *cond, pthread_mutex_t *mutex,
                           uint64_t deadline)
{
    struct cond_wait wait;
    sim_test_cancel();
    memset(&wait, 0, sizeof wait);
    wait.base.name = name;
    wait.base.kind = WAIT_COND;
    wait.base.deadline = deadline;
    wait.base.address = cond;
    wait.base.take = cond_take;
    wait.mutex = mutex;
    enum outcome outcome = sim_wait(&wait.base);
    if (wait.error != 0)
        return wait.error;
    int error = real_calls()->pthread_mutex_lock(mutex);
    sim_test_cancel();
    if (error != 0)
        return error;
    /* Interrupted by a signal: a wake-up without a cause, which callers must expect. */
    return outcome == WAIT_TIMED_OUT ? ETIMEDOUT : 0;
}

EXPORT int pthread_cond_wait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex)
{
    return cond_wait_until("pthread_cond_wait", cond, mutex, FOREVER);
}

static bool nanoseconds_valid(const struct timespec *at)
{
    return at->tv_nsec >= 0 && at->tv_nsec < (long)NS_PER_S;
}

EXPORT int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
                                  const struct timespec *restrict at)
{
    if (!nanoseconds_valid(at))
        return EINVAL;
    return cond_wait_until("pthread_cond_timedwait", cond, mutex, cond_deadline(at));
}

EXPORT int pthread_cond_clockwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
                                  clockid_t clock, const struct timespec *restrict at)
{
    if (!nanoseconds_valid(at) || (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC))
        return EINVAL;
    return cond_wait_until("pthread_cond_clockwait", cond, mutex, clock_deadline(clock, at));
}

EXPORT int pthread_cond_signal(pthread_cond_t *cond)
{
    (void)sim_wake(WAIT_COND, cond, 0, 1);
    return 0;
}

EXPORT int pthread_cond_broadcast(pthread_cond_t *cond)
{
    (void)sim_wake(WAIT_COND, cond, 0, INT_MAX);
    return 0;
}

/* Such a condition variable's waiters would be in another process's simulation. */
EXPORT int pthread_condattr_setpshared(pthread_condattr_t *attributes, int shared)
{
    if (shared == PTHREAD_PROCESS_SHARED)
        page_refuse("pthread_condattr_setpshared(PTHREAD_PROCESS_SHARED)");
    return real_calls()->pthread_condattr_setpshared(attributes, shared);
}

/* ---- C11, whose types hold the same things ---- */

static int c11_result(int error)
{
    switch (error) {
    case 0:
        return thrd_success;
    case ETIMEDOUT:
        return thrd_timedout;
    case EBUSY:
        return thrd_busy;
    case ENOMEM:
        return thrd_nomem;
    default:
        return thrd_error;
    }
}

EXPORT int cnd_wait(cnd_t *cond, mtx_t *mutex)
{
    return c11_result(cond_wait_until("cnd_wait", (pthread_cond_t *)(void *)cond,
                                      (pthread_mutex_t *)(void *)mutex, FOREVER));
}

EXPORT int cnd_timedwait(cnd_t *restrict cond, mtx_t *restrict mutex,
                         const struct timespec *restrict at)
{
    if (!nanoseconds_valid(at))
        return thrd_error;
    return c11_result(cond_wait_until("cnd_timedwait", (pthread_cond_t *)(void *)cond,
                                      (pthread_mutex_t *)(void *)mutex,
                                      clock_deadline(CLOCK_REALTIME, at)));
}

EXPORT int cnd_signal(cnd_t *cond)
{
    return c11_result(pthread_cond_signal((pthread_cond_t *)(void *)cond));
}

EXPORT int cnd_broadcast(cnd_t *cond)
{
    return c11_result(pthread_cond_broadcast((pthread_cond_t *)(void *)cond));
}

EXPORT int mtx_timedlock(mtx_t *restrict mutex, const struct timespec *restrict at)
{
    return c11_result(pthread_mutex_timedlock((pthread_mutex_t *)(void *)mutex, at));
}

/* ---- semaphores ---- */

static bool sem_take(struct wait *wait)
{
    int before = errno;
    bool taken = real_calls()->sem_trywait((sem_t *)(uintptr_t)wait->address) == 0;
    errno = before;
    wait->woken = false; /* another thread was faster: wait for the next post */
    return taken;
}

static bool sem_ready(struct wait *wait)
{
    int value = 0;
    (void)real_calls()->sem_getvalue((sem_t *)(uintptr_t)wait->address, &value);
    return value > 0;
}

/*
 * A semaphore may be shared with other processes, whose posts wake nobody
 * here: look now and then.
 */
static int sem_wait_until(const char *name, sem_t *sem, uint64_t deadline)
{
    sim_enter();
    sim_test_cancel();
    struct wait wait;
    memset(&wait, 0, sizeof wait);
    wait.name = name;
    wait.kind = WAIT_SEM;
    wait.deadline = deadline;
    wait.address = sem;
    wait.take = sem_take;
    wait.ready = sem_ready;
    wait.shared = true;
    if (sem_take(&wait))
        return 0;
    wait.shared = sim_has_other_processes();
    enum outcome outcome = sim_wait(&wait);
    sim_test_cancel();
    if (outcome == WAIT_READY)
        return 0;
    errno = outcome == WAIT_TIMED_OUT ? ETIMEDOUT : EINTR;
    return -1;
}

EXPORT int sem_wait(sem_t *sem)
{
    return sem_wait_until("sem_wait", sem, FOREVER);
}

EXPORT int sem_clockwait(sem_t *restrict sem, clockid_t clock, const struct timespec *restrict at)
{
    /* One that can be had at once is, whatever the time says. */
    if (!nanoseconds_valid(at) || (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)) {
        errno = EINVAL;
        return -1;
    }
    return sem_wait_until("sem_clockwait", sem, clock_deadline(clock, at));
}

EXPORT int sem_timedwait(sem_t *restrict sem, const struct timespec *restrict at)
{
    if (!nanoseconds_valid(at)) {
        errno = EINVAL;
        return -1;
    }
    return sem_wait_until("sem_timedwait", sem, clock_deadline(CLOCK_REALTIME, at));
}

EXPORT int sem_post(sem_t *sem)
{
    int result = real_calls()->sem_post(sem);
    if (result == 0)
        (void)sim_wake(WAIT_SEM, sem, 0, 1);
    return result;
}

/* ---- timed waits for mutexes and read-write locks ---- */

/*
 * Releasing one is not intercepted, so the wait tries again: each time the
 * simulation comes to rest, and every few milliseconds while others run.  A
 * try is libc's own timed call with a limit long past, which knows every kind
 * of lock and every error.
 */
struct try_wait {
    struct wait base;
    int (*attempt)(void *lock); /* 0, ETIMEDOUT, or another error */
    bool (*is_free)(void *lock);
    int result;
};

static bool try_take(struct wait *wait)
{
    struct try_wait *w = (struct try_wait *)(void *)wait;
    w->result = w->attempt((void *)(uintptr_t)wait->address);
    return w->result != ETIMEDOUT;
}

static bool try_ready(struct wait *wait)
{
    const struct try_wait *w = (const struct try_wait *)(const void *)wait;
    return w->is_free((void *)(uintptr_t)wait->address);
}

static int try_until(const char *name, void *lock, int (*attempt)(void *), bool (*is_free)(void *),
                     clockid_t clock, const struct timespec *at)
{
    struct try_wait wait;
    memset(&wait, 0, sizeof wait);
    wait.base.name = name;
    wait.base.kind = WAIT_TRY;
    wait.base.address = lock;
    wait.base.take = try_take;
    wait.base.ready = try_ready;
    wait.attempt = attempt;
    wait.is_free = is_free;
    if (try_take(&wait.base))
        return wait.result;
    if (!nanoseconds_valid(at) || (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC))
        return EINVAL;
    wait.base.deadline = clock_deadline(clock, at);
    while (sim_wait(&wait.base) == WAIT_INTERRUPTED)
        ; /* these are never interrupted, and no cancellation points */
    return wait.result;
}

static const struct timespec long_past = {0, 0};

static int mutex_attempt(void *lock)
{
    return real_calls()->pthread_mutex_timedlock(lock, &long_past);
}

static bool mutex_is_free(void *lock)
{
    const struct real *real = real_calls();
    return real->pthread_mutex_trylock(lock) == 0 && real->pthread_mutex_unlock(lock) == 0;
}

static int read_attempt(void *lock)
{
    return real_calls()->pthread_rwlock_timedrdlock(lock, &long_past);
}

static bool read_is_free(void *lock)
{
    const struct real *real = real_calls();
    return real->pthread_rwlock_tryrdlock(lock) == 0 && real->pthread_rwlock_unlock(lock) == 0;
}

static int write_attempt(void *lock)
{
    return real_calls()->pthread_rwlock_timedwrlock(lock, &long_past);
}

static bool write_is_free(void *lock)
{
    const struct real *real = real_calls();
    return real->pthread_rwlock_trywrlock(lock) == 0 && real->pthread_rwlock_unlock(lock) == 0;
}

EXPORT int pthread_mutex_timedlock(pthread_mutex_t *restrict lock,
                                   const struct timespec *restrict at)
{
    return try_until("pthread_mutex_timedlock", lock, mutex_attempt, mutex_is_free, CLOCK_REALTIME,
                     at);
}

EXPORT int pthread_mutex_clocklock(pthread_mutex_t *restrict lock, clockid_t clock,
                                   const struct timespec *restrict at)
{
    return try_until("pthread_mutex_clocklock", lock, mutex_attempt, mutex_is_free, clock, at);
}

EXPORT int pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict lock,
                                      const struct timespec *restrict at)
{
    return try_until("pthread_rwlock_timedrdlock", lock, read_attempt, read_is_free,
                     CLOCK_REALTIME, at);
}

EXPORT int pthread_rwlock_clockrdlock(pthread_rwlock_t *restrict lock, clockid_t clock,
                                      const struct timespec *restrict at)
{
    return try_until("pthread_rwlock_clockrdlock", lock, read_attempt, read_is_free, clock, at);
}

EXPORT int pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict lock,
                                      const struct timespec *restrict at)
{
    return try_until("pthread_rwlock_timedwrlock", lock, write_attempt, write_is_free,
                     CLOCK_REALTIME, at);
}

EXPORT int pthread_rwlock_clockwrlock(pthread_rwlock_t *restrict lock, clockid_t clock,
                                      const struct timespec *restrict at)
{
    return try_until("pthread_rwlock_clockwrlock", lock, write_attempt, write_is_free, clock, at);
}
