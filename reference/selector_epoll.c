/*
 * selector_epoll.c - waiting with epoll.
 *
 * CPython: selectors.EpollSelector; Modules/selectmodule.c, select_epoll_poll.
 */
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "mem.h"
#include "selector.h"

typedef struct epoll_selector {
    selector base;
    int fd;
    struct epoll_event *found; /* as long as base.ready */
    size_t found_capacity;
} epoll_selector;

/* IO-5: neither EPOLLET nor EPOLLONESHOT. */
static uint32_t to_epoll(int events)
{
    return (events & SELECTOR_READ ? (uint32_t)EPOLLIN : 0) |
           (events & SELECTOR_WRITE ? (uint32_t)EPOLLOUT : 0);
}

/* IO-13.  Anything but "writable" counts as readable and the other way round,
 * so a hang-up or an error is both. */
static int from_epoll(uint32_t found)
{
    return (found & ~(uint32_t)EPOLLIN ? SELECTOR_WRITE : 0) |
           (found & ~(uint32_t)EPOLLOUT ? SELECTOR_READ : 0);
}

static rl_err add(selector *base, int fd, int events)
{
    epoll_selector *sel = (epoll_selector *)base;
    if (base->key_count >= sel->found_capacity) {
        size_t capacity = 2 * sel->found_capacity;
        struct epoll_event *grown = mem_realloc(sel->found, capacity * sizeof *grown);
        if (grown == NULL)
            return RL_ERR_NO_MEMORY;
        sel->found = grown;
        sel->found_capacity = capacity;
    }
    struct epoll_event event = {.events = to_epoll(events), .data.fd = fd};
    return epoll_ctl(sel->fd, EPOLL_CTL_ADD, fd, &event) == 0 ? RL_OK : -errno;
}

static rl_err change(selector *base, int fd, int events)
{
    epoll_selector *sel = (epoll_selector *)base;
    struct epoll_event event = {.events = to_epoll(events), .data.fd = fd};
    return epoll_ctl(sel->fd, EPOLL_CTL_MOD, fd, &event) == 0 ? RL_OK : -errno;
}

static void remove_fd(selector *base, int fd)
{
    epoll_selector *sel = (epoll_selector *)base;
    struct epoll_event unused = {0};
    epoll_ctl(sel->fd, EPOLL_CTL_DEL, fd, &unused);
}

/* CPython rounds twice: selectors.py up to whole milliseconds as a float, then
 * the C code that float up to nanoseconds and these up to milliseconds.  Where
 * the float is a hair above the whole number, one millisecond more comes out. */
static int timeout_ms(double timeout_s)
{
    int ms = selector_timeout_ms(timeout_s);
    if (ms <= 0)
        return ms;
    int64_t ns = (int64_t)ceil((double)ms * 1e-3 * 1e9);
    return (int)((ns + 999999) / 1000000);
}

static int wait_events(selector *base, double timeout_s)
{
    epoll_selector *sel = (epoll_selector *)base;
    int max_ev = base->key_count > 0 ? (int)base->key_count : 1; /* IO-16 */
    double deadline_s = selector_deadline_s(timeout_s);
    int count = epoll_wait(sel->fd, sel->found, max_ev, timeout_ms(timeout_s));

    while (count < 0 && errno == EINTR)
        count = epoll_wait(sel->fd, sel->found, max_ev, timeout_ms(selector_left_s(deadline_s)));
    if (count < 0)
        return -errno;
    for (int i = 0; i < count; i++)
        base->ready[i] =
            (selector_event){sel->found[i].data.fd, from_epoll(sel->found[i].events)};
    return count;
}

static void close_epoll(selector *base)
{
    epoll_selector *sel = (epoll_selector *)base;
    close(sel->fd);
    mem_free(sel->found);
    selector_free(base);
}

static const selector_ops epoll_ops = {"epoll", add, change, remove_fd, wait_events, close_epoll};

rl_err selector_epoll_open(selector **out)
{
    epoll_selector *sel = mem_alloc(sizeof *sel);
    if (sel == NULL)
        return RL_ERR_NO_MEMORY;
    rl_err err = selector_init(&sel->base, &epoll_ops);
    sel->found_capacity = 8;
    sel->found = mem_alloc(sel->found_capacity * sizeof *sel->found);
    if (sel->found == NULL)
        err = RL_ERR_NO_MEMORY;
    sel->fd = -1;
    if (err == RL_OK) {
        sel->fd = epoll_create1(EPOLL_CLOEXEC);
        err = sel->fd < 0 ? -errno : RL_OK;
    }
    if (err != RL_OK) {
        mem_free(sel->found);
        selector_free(&sel->base);
        return err;
    }
    *out = &sel->base;
    return RL_OK;
}
