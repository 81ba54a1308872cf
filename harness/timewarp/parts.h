/*
 * parts.h - what the files of timewarp offer each other beside the simulation.
 */
#ifndef TIMEWARP_PARTS_H
#define TIMEWARP_PARTS_H

#include "sim.h"

#include <semaphore.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/time.h>

/* ---- page.c: what the aiospec command sees ---- */

void page_open(void);
void page_after_fork(void);
uint64_t page_clock(void);              /* the owner's instant, 0 without a page or an owner */
bool page_owned(void);                  /* verdicts are for this process (claims a free page) */
void page_count_wait(uint64_t timeout, bool empty);
void page_count_poll(uint64_t timeout, bool empty); /* a wait for descriptors */
void page_count_jump(uint64_t from, uint64_t to);
_Noreturn void page_verdict(enum timewarp_verdict verdict, const char *what, const char *detail);
_Noreturn void page_refuse(const char *call);
enum page_spin { SPIN_GOES_ON, SPIN_SUSPECTED, SPIN_OVER };
enum page_spin page_spin_next(void);    /* counts an empty wait of length zero */
void page_spin_reset(void);
_Noreturn void page_spin_verdict(const char *call);

/* ---- alive.c: children, and threads inside calls that are not intercepted ---- */

bool alive_children(void);              /* there are some, if only dead ones not waited for */
bool alive_quiet(const struct thread *self, bool *children_live); /* asleep for a while, all */
bool alive_asleep(int tid);             /* a thread of this process sleeps in the kernel */
void alive_reset(void);

/* ---- timers.c: timerfd, setitimer, alarm ---- */

uint64_t timers_next(void);             /* lock held */
void timers_fire(uint64_t now);         /* lock held */
bool timers_armed(void);
void timers_after_fork(void);
bool timers_holds(int fd);
ssize_t timers_read(int fd, void *buffer, size_t size);
void timers_closed(int fd);
void timers_closed_from(unsigned first, unsigned last);
void timers_copied(int from, int to);
long timers_create(int clock, int flags);
long timers_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old);
long timers_gettime(int fd, struct itimerspec *value);
long timers_setitimer(int which, const struct itimerval *value, struct itimerval *old);
long timers_getitimer(int which, struct itimerval *value);

/* ---- clock.c ---- */

bool clock_is_virtual(clockid_t clock);
void clock_read(clockid_t clock, struct timespec *out); /* a virtual one */
uint64_t clock_deadline(clockid_t clock, const struct timespec *at); /* absolute to monotonic ns */
uint64_t clock_duration(const struct timespec *length);
void clock_to_timespec(uint64_t ns, struct timespec *out);
bool clock_valid(const struct timespec *value);

/* ---- waits, by kernel conventions: a result or -errno ---- */

long wait_epoll(const char *name, int epfd, struct epoll_event *events, int maxevents,
                uint64_t timeout, const void *mask);
long wait_poll(const char *name, struct pollfd *fds, size_t count, uint64_t timeout,
               const void *mask);
long wait_select(const char *name, int nfds, void *sets[3], uint64_t timeout, const void *mask);
long wait_sleep(const char *name, uint64_t deadline);
long wait_signals(const char *name, const void *set, siginfo_t *info, uint64_t timeout);
long wait_futex(uint32_t *word, int operation, uint32_t value, uintptr_t timeout_or_value2,
                uint32_t *word2, uint32_t value3);

/* ---- libc's own functions behind the intercepted names (real.c) ---- */

struct real {
    ssize_t (*read)(int, void *, size_t);
    int (*pthread_create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    int (*pthread_join)(pthread_t, void **);
    int (*pthread_cancel)(pthread_t);
    int (*pthread_kill)(pthread_t, int);
    void (*pthread_testcancel)(void);
    int (*pthread_key_create)(pthread_key_t *, void (*)(void *));
    int (*pthread_setspecific)(pthread_key_t, const void *);
    int (*pthread_mutex_trylock)(pthread_mutex_t *);
    int (*pthread_mutex_timedlock)(pthread_mutex_t *, const struct timespec *);
    int (*pthread_mutex_lock)(pthread_mutex_t *);
    int (*pthread_mutex_unlock)(pthread_mutex_t *);
    int (*pthread_rwlock_timedrdlock)(pthread_rwlock_t *, const struct timespec *);
    int (*pthread_rwlock_timedwrlock)(pthread_rwlock_t *, const struct timespec *);
    int (*pthread_rwlock_tryrdlock)(pthread_rwlock_t *);
    int (*pthread_rwlock_trywrlock)(pthread_rwlock_t *);
    int (*pthread_rwlock_unlock)(pthread_rwlock_t *);
    int (*pthread_condattr_setpshared)(pthread_condattr_t *, int);
    int (*sem_post)(sem_t *);
    int (*sem_trywait)(sem_t *);
    int (*sem_getvalue)(sem_t *, int *);
    int (*sigqueue)(pid_t, int, const union sigval);
};

/* Resolved on first use; the constructor uses it, so later calls only read. */
const struct real *real_calls(void);

#endif
