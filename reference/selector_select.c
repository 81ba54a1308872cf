/*
 * selector_select.c - waiting with select.
 *
 * CPython: selectors.SelectSelector; Modules/selectmodule.c, select_select.
 *
 * Events come in ascending order of descriptors (IO-4); select knows neither
 * hang-up nor error, these make a descriptor readable or writable themselves.
 * A descriptor that does not fit into an fd_set is refused when it is added;
 * CPython would end the run with ValueError at its first poll.
 */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <string.h>
#include <sys/select.h>

#include "mem.h"
#include "selector.h"

typedef struct select_selector {
    selector base;
    fd_set readers;
    fd_set writers;
    int last; /* the largest descriptor; may be larger than that */
} select_selector;

static void set(fd_set *which, int fd, bool present)
{
    if (present)
        FD_SET(fd, which);
    else
        FD_CLR(fd, which);
}

static rl_err add(selector *base, int fd, int events)
{
    select_selector *sel = (select_selector *)base;
    if (fd >= FD_SETSIZE)
        return -EINVAL;
    if (fcntl(fd, F_GETFD) < 0) /* as in selector_poll.c */
        return -errno;
    set(&sel->readers, fd, events & SELECTOR_READ);
    set(&sel->writers, fd, events & SELECTOR_WRITE);
    if (fd > sel->last)
        sel->last = fd;
    return RL_OK;
}

static rl_err change(selector *base, int fd, int events)
{
    select_selector *sel = (select_selector *)base;
    set(&sel->readers, fd, events & SELECTOR_READ);
    set(&sel->writers, fd, events & SELECTOR_WRITE);
    return RL_OK;
}

static void remove_fd(selector *base, int fd)
{
    change(base, fd, 0);
}

/* Rounded up to whole nanoseconds, and these to microseconds. */
static struct timeval *to_timeval(double timeout_s, struct timeval *tv)
{
    if (isinf(timeout_s))
        return NULL;
    int64_t ns = timeout_s <= 0 ? 0 : (int64_t)ceil(timeout_s * 1e9);
    int64_t us = (ns + 999) / 1000;
    tv->tv_sec = (time_t)(us / 1000000);
    tv->tv_usec = (suseconds_t)(us % 1000000);
    return tv;
}

static int wait_events(selector *base, double timeout_s)
{
    select_selector *sel = (select_selector *)base;
    double deadline_s = selector_deadline_s(timeout_s);
    struct timeval tv;
    fd_set readers, writers;
    int found;

    do {
        /* The sets are undefined after a failure, so each call has new ones. */
        readers = sel->readers;
        writers = sel->writers;
        found = select(sel->last + 1, &readers, &writers, NULL, to_timeval(timeout_s, &tv));
        timeout_s = found < 0 ? selector_left_s(deadline_s) : 0;
    } while (found < 0 && errno == EINTR);
    if (found < 0)
        return -errno;
    int count = 0;
    for (int fd = 0; found > 0 && fd <= sel->last; fd++) {
        int events = (FD_ISSET(fd, &readers) ? SELECTOR_READ : 0) |
                     (FD_ISSET(fd, &writers) ? SELECTOR_WRITE : 0);
        if (events != 0)
            base->ready[count++] = (selector_event){fd, events};
    }
    return count;
}

static const selector_ops select_ops = {"select",  add,         change,
                                        remove_fd, wait_events, selector_free};

rl_err selector_select_open(selector **out)
{
    select_selector *sel = mem_alloc(sizeof *sel);
    if (sel == NULL)
        return RL_ERR_NO_MEMORY;
    memset(sel, 0, sizeof *sel);
    rl_err err = selector_init(&sel->base, &select_ops);
    if (err != RL_OK) {
        selector_free(&sel->base);
        return err;
    }
    FD_ZERO(&sel->readers);
    FD_ZERO(&sel->writers);
    sel->last = -1;
    *out = &sel->base;
    return RL_OK;
}
