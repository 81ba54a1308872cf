/*
 * syscalls.h - system calls that fail on demand, for the test program that
 * includes it: it defines them itself, in front of the C library's.
 */
#ifndef TESTS_SYSCALLS_H
#define TESTS_SYSCALLS_H

#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/select.h>
#include <sys/socket.h>

/* The next `count` calls of that function fail with `err`. */
typedef struct failing {
    int count;
    int err;
} failing;

static failing fail_epoll_create1, fail_eventfd, fail_socketpair, fail_epoll_ctl, fail_wait;

static inline int fails(failing *f)
{
    if (f->count == 0)
        return 0;
    f->count--;
    errno = f->err;
    return 1;
}

/* ISO C has no cast from an object pointer to a function pointer. */
#define REAL(name)                                                                                 \
    __typeof__(&name) real;                                                                        \
    *(void **)&real = dlsym(RTLD_NEXT, #name)

int epoll_create1(int flags)
{
    REAL(epoll_create1);
    return fails(&fail_epoll_create1) ? -1 : real(flags);
}

int eventfd(unsigned int initial, int flags)
{
    REAL(eventfd);
    return fails(&fail_eventfd) ? -1 : real(initial, flags);
}

int socketpair(int domain, int type, int protocol, int pair[2])
{
    REAL(socketpair);
    return fails(&fail_socketpair) ? -1 : real(domain, type, protocol, pair);
}

int epoll_ctl(int epoll, int op, int fd, struct epoll_event *event)
{
    REAL(epoll_ctl);
    return op != EPOLL_CTL_DEL && fails(&fail_epoll_ctl) ? -1 : real(epoll, op, fd, event);
}

int epoll_wait(int epoll, struct epoll_event *events, int count, int timeout)
{
    REAL(epoll_wait);
    return fails(&fail_wait) ? -1 : real(epoll, events, count, timeout);
}

int poll(struct pollfd *fds, nfds_t count, int timeout)
{
    REAL(poll);
    return fails(&fail_wait) ? -1 : real(fds, count, timeout);
}

int select(int count, fd_set *readers, fd_set *writers, fd_set *others, struct timeval *timeout)
{
    REAL(select);
    return fails(&fail_wait) ? -1 : real(count, readers, writers, others, timeout);
}

#endif
