/*
 * threads.c - the life of threads, and signals between them.
 *
 * A thread counts as running from before it exists until its last destructor,
 * so that no jump can fall into the time in between.
 */
#include "parts.h"

#include <limits.h>
#include <string.h>
#include <threads.h>
#include <unistd.h>

/* ---- start ---- */

static void *thread_main(void *argument)
{
    struct thread *self = argument;
    struct thread started = *self;
    uint64_t mask = sim_lock();
    sim_thread_started(self);
    sim_unlock(mask);
    if (started.begin_c11)
        return (void *)(intptr_t)started.begin_c11(started.argument);
    return started.begin(started.argument);
}

/* Either the creator or the ended thread frees the entry, whichever comes last. */
static void creator_is_done(struct thread *thread, pthread_t handle)
{
    uint64_t mask = sim_lock();
    thread->created = true;
    thread->handle = handle;
    if (thread->state == THREAD_ENDED)
        sim_thread_free(thread);
    sim_unlock(mask);
}

static int create(pthread_t *handle, const pthread_attr_t *attributes, struct thread start)
{
    uint64_t mask = sim_lock();
    struct thread *thread = sim_thread_new();
    thread->begin = start.begin;
    thread->begin_c11 = start.begin_c11;
    thread->argument = start.argument;
    sim_unlock(mask);
    int error = real_calls()->pthread_create(handle, attributes, thread_main, thread);
    if (error == 0) {
        creator_is_done(thread, *handle);
        return 0;
    }
    mask = sim_lock();
    sim_thread_discard(thread);
    sim_unlock(mask);
    return error;
}

EXPORT int pthread_create(pthread_t *restrict handle, const pthread_attr_t *restrict attributes,
                          void *(*begin)(void *), void *restrict argument)
{
    return create(handle, attributes, (struct thread){.begin = begin, .argument = argument});
}

/* ---- end ---- */

static bool join_take(struct wait *wait)
{
    return wait->woken || !sim_thread_of((pthread_t)(uintptr_t)wait->address);
}

/*
 * Waits until the thread has run its last destructor; the rest of its way out
 * takes no virtual time, and libc's own join waits for that.
 */
static int join_until(pthread_t handle, void **result, uint64_t deadline, const char *name)
{
    struct wait wait;
    memset(&wait, 0, sizeof wait);
    wait.name = name;
    wait.kind = WAIT_JOIN;
    wait.deadline = deadline;
    wait.address = (const void *)(uintptr_t)handle;
    wait.take = join_take;
    enum outcome outcome;
    do {
        sim_test_cancel();
        wait.woken = false;
        outcome = pthread_self() == handle ? WAIT_READY : sim_wait(&wait);
    } while (outcome == WAIT_INTERRUPTED);
    if (outcome == WAIT_TIMED_OUT)
        return ETIMEDOUT;
    return real_calls()->pthread_join(handle, result);
}

EXPORT int pthread_join(pthread_t handle, void **result)
{
    return join_until(handle, result, FOREVER, "pthread_join");
}

EXPORT int pthread_timedjoin_np(pthread_t handle, void **result, const struct timespec *at)
{
    uint64_t deadline = at ? clock_deadline(CLOCK_REALTIME, at) : FOREVER;
    return join_until(handle, result, deadline, "pthread_timedjoin_np");
}

EXPORT int pthread_clockjoin_np(pthread_t handle, void **result, clockid_t clock,
                                const struct timespec *at)
{
    uint64_t deadline = at ? clock_deadline(clock, at) : FOREVER;
    return join_until(handle, result, deadline, "pthread_clockjoin_np");
}

EXPORT int pthread_cancel(pthread_t handle)
{
    int error = real_calls()->pthread_cancel(handle);
    uint64_t mask = sim_lock();
    struct thread *thread = error == 0 ? sim_thread_of(handle) : NULL;
    if (thread) {
        thread->cancelled = true;
        sim_poke(thread);
    }
    sim_unlock(mask);
    return error;
}

/* ---- C11 threads, on the same ---- */

EXPORT int thrd_create(thrd_t *handle, thrd_start_t begin, void *argument)
{
    switch (create(handle, NULL, (struct thread){.begin_c11 = begin, .argument = argument})) {
    case 0:
        return thrd_success;
    case ENOMEM:
        return thrd_nomem;
    default:
        return thrd_error;
    }
}

EXPORT int thrd_join(thrd_t handle, int *result)
{
    void *value;
    if (pthread_join(handle, &value) != 0)
        return thrd_error;
    if (result)
        *result = (int)(intptr_t)value;
    return thrd_success;
}

EXPORT int thrd_sleep(const struct timespec *length, struct timespec *rest)
{
    if (nanosleep(length, rest) == 0)
        return 0;
    return errno == EINTR ? -1 : -2;
}

/* ---- signals sent from within ---- */

EXPORT int kill(pid_t pid, int signal)
{
    sim_signal_sent();
    return (int)raw_finish(raw2(SYS_kill, pid, signal));
}

EXPORT int tgkill(pid_t process, pid_t thread, int signal)
{
    sim_signal_sent();
    return (int)raw_finish(raw3(SYS_tgkill, process, thread, signal));
}

EXPORT int pthread_kill(pthread_t handle, int signal)
{
    sim_signal_sent();
    return real_calls()->pthread_kill(handle, signal);
}

EXPORT int sigqueue(pid_t pid, int signal, const union sigval value)
{
    sim_signal_sent();
    return real_calls()->sigqueue(pid, signal, value);
}
