/*
 * selector_poll.c - waiting with poll.
 *
 * CPython: selectors.PollSelector; Modules/selectmodule.c, select_poll_poll.
 *
 * The array is in the order of registration, and so are the events (IO-4).
 * Finding a descriptor in it is a walk: whoever watches many uses epoll.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>

#include "assert.h"
#include "mem.h"
#include "selector.h"

typedef struct poll_selector {
    selector base;
    struct pollfd *at;
    size_t len;
    size_t capacity;
} poll_selector;

static short to_poll(int events)
{
    return (short)((events & SELECTOR_READ ? POLLIN : 0) | (events & SELECTOR_WRITE ? POLLOUT : 0));
}

/* IO-13, as in selector_epoll.c. */
static int from_poll(short found)
{
    return (found & ~POLLIN ? SELECTOR_WRITE : 0) | (found & ~POLLOUT ? SELECTOR_READ : 0);
}

static struct pollfd *find(poll_selector *sel, int fd)
{
    size_t i = 0;
    while (i < sel->len && sel->at[i].fd != fd)
        i++;
    RL_ASSERT(i < sel->len);
    return &sel->at[i];
}

static rl_err add(selector *base, int fd, int events)
{
    poll_selector *sel = (poll_selector *)base;
    /* Not CPython's: poll itself would report the number at each call, and the
     * callback would run for ever. */
    if (fcntl(fd, F_GETFD) < 0)
        return -errno;
    if (sel->len == sel->capacity) {
        size_t capacity = sel->capacity == 0 ? 8 : 2 * sel->capacity;
        struct pollfd *grown = mem_realloc(sel->at, capacity * sizeof *grown);
        if (grown == NULL)
            return RL_ERR_NO_MEMORY;
        sel->at = grown;
        sel->capacity = capacity;
    }
    sel->at[sel->len++] = (struct pollfd){.fd = fd, .events = to_poll(events)};
    return RL_OK;
}

static rl_err change(selector *base, int fd, int events)
{
    find((poll_selector *)base, fd)->events = to_poll(events);
    return RL_OK;
}

static void remove_fd(selector *base, int fd)
{
    poll_selector *sel = (poll_selector *)base;
    struct pollfd *gone = find(sel, fd);
    sel->len--;
    memmove(gone, gone + 1, (size_t)(&sel->at[sel->len] - gone) * sizeof *gone);
}

static int wait_events(selector *base, double timeout_s)
{
    poll_selector *sel = (poll_selector *)base;
    double deadline_s = selector_deadline_s(timeout_s);
    int found = poll(sel->at, (nfds_t)sel->len, selector_timeout_ms(timeout_s));

    while (found < 0 && errno == EINTR)
        found = poll(sel->at, (nfds_t)sel->len, selector_timeout_ms(selector_left_s(deadline_s)));
    if (found < 0)
        return -errno;
    int count = 0;
    for (size_t i = 0; i < sel->len && count < found; i++)
        if (sel->at[i].revents != 0)
            base->ready[count++] =
                (selector_event){sel->at[i].fd, from_poll(sel->at[i].revents)};
    return count;
}

static void close_poll(selector *base)
{
    mem_free(((poll_selector *)base)->at);
    selector_free(base);
}

static const selector_ops poll_ops = {"poll", add, change, remove_fd, wait_events, close_poll};

rl_err selector_poll_open(selector **out)
{
    poll_selector *sel = mem_alloc(sizeof *sel);
    if (sel == NULL)
        return RL_ERR_NO_MEMORY;
    memset(sel, 0, sizeof *sel);
    rl_err err = selector_init(&sel->base, &poll_ops);
    if (err != RL_OK) {
        selector_free(&sel->base);
        return err;
    }
    *out = &sel->base;
    return RL_OK;
}
