/* selector.c - the map of watched descriptors, and what backends share.  See
 * selector.h. */
#include "selector.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "assert.h"
#include "clock.h"
#include "mem.h"

rl_err selector_open(const char *name, selector **out)
{
    if (strcmp(name, "epoll") == 0)
        return selector_epoll_open(out);
    if (strcmp(name, "poll") == 0)
        return selector_poll_open(out);
    if (strcmp(name, "select") == 0)
        return selector_select_open(out);
    return RL_ERR_UNSUPPORTED;
}

void selector_close(selector *sel)
{
    sel->ops->close(sel);
}

rl_err selector_init(selector *sel, const selector_ops *ops)
{
    *sel = (selector){.ops = ops, .ready_capacity = 8};
    sel->ready = mem_alloc(sel->ready_capacity * sizeof *sel->ready);
    return sel->ready == NULL ? RL_ERR_NO_MEMORY : RL_OK;
}

void selector_free(selector *sel)
{
    mem_free(sel->keys);
    mem_free(sel->ready);
    mem_free(sel);
}

selector_key *selector_lookup(const selector *sel, int fd)
{
    RL_ASSERT(fd >= 0);
    if ((size_t)fd >= sel->keys_len || sel->keys[fd].events == 0)
        return NULL;
    return &sel->keys[fd];
}

/* Room for a key of that descriptor and for its event, before anything is
 * changed.  The array is as long as the largest descriptor: the kernel hands
 * out the lowest numbers first. */
static bool reserve(selector *sel, int fd)
{
    if (sel->key_count >= sel->ready_capacity) {
        size_t capacity = 2 * sel->ready_capacity;
        selector_event *grown = mem_realloc(sel->ready, capacity * sizeof *grown);
        if (grown == NULL)
            return false;
        sel->ready = grown;
        sel->ready_capacity = capacity;
    }
    if ((size_t)fd < sel->keys_len)
        return true;
    size_t len = sel->keys_len == 0 ? 32 : sel->keys_len;
    while (len <= (size_t)fd)
        len *= 2;
    selector_key *keys = mem_realloc(sel->keys, len * sizeof *keys);
    if (keys == NULL)
        return false;
    memset(keys + sel->keys_len, 0, (len - sel->keys_len) * sizeof *keys);
    sel->keys = keys;
    sel->keys_len = len;
    return true;
}

rl_err selector_register(selector *sel, int fd, int events, rl_handle *reader, rl_handle *writer)
{
    RL_ASSERT(selector_lookup(sel, fd) == NULL);
    /* The backend first: it knows a number that is no descriptor, and the
     * array must not grow to the size of a number that is none. */
    rl_err err = sel->ops->add(sel, fd, events);
    if (err != RL_OK)
        return err;
    if (!reserve(sel, fd)) {
        sel->ops->remove(sel, fd);
        return RL_ERR_NO_MEMORY;
    }
    sel->keys[fd] = (selector_key){events, reader, writer};
    sel->key_count++;
    return RL_OK;
}

rl_err selector_modify(selector *sel, int fd, int events, rl_handle *reader, rl_handle *writer)
{
    selector_key *key = selector_lookup(sel, fd);
    RL_ASSERT(key != NULL);
    if (events != key->events) {
        rl_err err = sel->ops->change(sel, fd, events);
        if (err != RL_OK) {
            *key = (selector_key){0};
            sel->key_count--;
            return err;
        }
    }
    *key = (selector_key){events, reader, writer};
    return RL_OK;
}

void selector_unregister(selector *sel, int fd)
{
    selector_key *key = selector_lookup(sel, fd);
    RL_ASSERT(key != NULL);
    sel->ops->remove(sel, fd);
    *key = (selector_key){0};
    sel->key_count--;
}

rl_err selector_select(selector *sel, double timeout_s, size_t *count)
{
    /* TIMER-16.  CPython: math.ceil of the timeout raises. */
    if (isnan(timeout_s))
        return RL_ERR_WHEN_NAN;
    int found = sel->ops->wait(sel, timeout_s);
    if (found < 0)
        return found;
    RL_ASSERT((size_t)found <= sel->ready_capacity);
    *count = (size_t)found;
    return RL_OK;
}

int selector_timeout_ms(double timeout_s)
{
    if (isinf(timeout_s))
        return -1;
    return timeout_s <= 0 ? 0 : (int)ceil(timeout_s * 1e3);
}

static double now_s(void)
{
    clock_source clock = clock_monotonic();
    return clock_time_s(&clock);
}

double selector_deadline_s(double timeout_s)
{
    /* No clock is read where no wait can be cut short. */
    return timeout_s > 0 && !isinf(timeout_s) ? now_s() + timeout_s : timeout_s;
}

double selector_left_s(double deadline_s)
{
    if (isinf(deadline_s) || deadline_s <= 0)
        return deadline_s;
    return fmax(deadline_s - now_s(), 0.0);
}
