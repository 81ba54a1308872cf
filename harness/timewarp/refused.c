/*
 * refused.c - calls whose time is the kernel's, and which nothing here can
 * move or stand in for.  A program that makes one ends at once, with the
 * call's name: better than a clock that lies.
 */
#include "parts.h"

#include <aio.h>
#include <mqueue.h>
#include <netdb.h>
#include <stdlib.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <unistd.h>

int stime(const time_t *when);
int io_getevents(void *context, long least, long most, void *events, struct timespec *timeout);

EXPORT int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer)
{
    (void)clock, (void)event, (void)timer;
    page_refuse("timer_create");
}

/* ---- setting the clock ---- */

EXPORT int clock_settime(clockid_t clock, const struct timespec *value)
{
    (void)clock, (void)value;
    page_refuse("clock_settime");
}

EXPORT int settimeofday(const struct timeval *value, const struct timezone *zone)
{
    (void)value, (void)zone;
    page_refuse("settimeofday");
}

EXPORT int stime(const time_t *when)
{
    (void)when;
    page_refuse("stime");
}

EXPORT int adjtime(const struct timeval *delta, struct timeval *old)
{
    (void)delta, (void)old;
    page_refuse("adjtime");
}

EXPORT int adjtimex(struct timex *values)
{
    (void)values;
    page_refuse("adjtimex");
}

EXPORT int ntp_adjtime(struct timex *values)
{
    (void)values;
    page_refuse("ntp_adjtime");
}

EXPORT int clock_adjtime(clockid_t clock, struct timex *values)
{
    (void)clock, (void)values;
    page_refuse("clock_adjtime");
}

/* ---- waits with a time limit, inside the kernel or inside libc's helper threads ---- */

EXPORT int mq_timedsend(mqd_t queue, const char *message, size_t length, unsigned priority,
                        const struct timespec *at)
{
    (void)queue, (void)message, (void)length, (void)priority, (void)at;
    page_refuse("mq_timedsend");
}

EXPORT ssize_t mq_timedreceive(mqd_t queue, char *restrict message, size_t length,
                               unsigned *restrict priority, const struct timespec *restrict at)
{
    (void)queue, (void)message, (void)length, (void)priority, (void)at;
    page_refuse("mq_timedreceive");
}

EXPORT int recvmmsg(int fd, struct mmsghdr *messages, unsigned count, int flags,
                    struct timespec *timeout)
{
    if (timeout)
        page_refuse("recvmmsg with a timeout");
    return (int)raw_finish(raw5(SYS_recvmmsg, fd, messages, count, flags, NULL));
}

EXPORT int semtimedop(int set, struct sembuf *operations, size_t count,
                      const struct timespec *timeout)
{
    if (timeout)
        page_refuse("semtimedop with a timeout");
    return (int)raw_finish(raw4(SYS_semtimedop, set, operations, count, NULL));
}

EXPORT int io_getevents(void *context, long least, long most, void *events,
                        struct timespec *timeout)
{
    if (timeout)
        page_refuse("io_getevents with a timeout");
    return (int)raw_finish(raw5(SYS_io_getevents, context, least, most, events, NULL));
}

EXPORT int aio_suspend(const struct aiocb *const list[], int count,
                       const struct timespec *restrict timeout)
{
    (void)list, (void)count, (void)timeout;
    page_refuse("aio_suspend");
}

EXPORT int gai_suspend(const struct gaicb *const list[], int count, const struct timespec *timeout)
{
    (void)list, (void)count, (void)timeout;
    page_refuse("gai_suspend");
}
