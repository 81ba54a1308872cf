/*
 * ready.h - the queue of handles that are to run: a ring.  READY-2.
 *
 * CPython: BaseEventLoop._ready, a collections.deque.
 *
 * Appending never allocates: room is made when something is created.
 *
 *     capacity >= len + reserved
 *
 * `reserved` counts handles that exist outside the queue and may enter it
 * later: scheduled timers and watched descriptors.  READY_SPARE more slots are
 * kept where memory allows, for entries that nobody reserved: handles of other
 * threads, and a reader that is due again while it is still queued (after
 * SystemExit left the batch before its turn; CPython then has it twice).
 */
#ifndef RL_READY_H
#define RL_READY_H

#include <stdbool.h>
#include <stddef.h>

#include "assert.h"
#include "refloop.h"

enum { READY_SPARE = 8 };

typedef struct ready {
    rl_handle **at;
    size_t head;
    size_t len;
    size_t capacity; /* a power of two */
    size_t reserved;
} ready;

bool ready_init(ready *queue);
void ready_fini(ready *queue);
bool ready_grow(ready *queue);

/* May one more be appended (or reserved), leaving the spare slots alone? */
static inline bool ready_make_room(ready *queue)
{
    if (queue->len + queue->reserved + READY_SPARE < queue->capacity)
        return true;
    return ready_grow(queue);
}

/* The same for an entry without a reservation: it may use a spare slot. */
static inline bool ready_make_spare_room(ready *queue)
{
    if (queue->len + queue->reserved < queue->capacity)
        return true;
    return ready_grow(queue);
}

static inline void ready_append(ready *queue, rl_handle *handle)
{
    RL_ASSERT(queue->len + queue->reserved < queue->capacity);
    queue->at[(queue->head + queue->len++) & (queue->capacity - 1)] = handle;
}

static inline rl_handle *ready_popleft(ready *queue)
{
    RL_ASSERT(queue->len > 0);
    rl_handle *handle = queue->at[queue->head];
    queue->head = (queue->head + 1) & (queue->capacity - 1);
    queue->len--;
    return handle;
}

static inline rl_handle *ready_peek(const ready *queue, size_t index)
{
    return queue->at[(queue->head + index) & (queue->capacity - 1)];
}

/* A slot for later; there must be room. */
static inline void ready_reserve(ready *queue)
{
    RL_ASSERT(queue->len + queue->reserved < queue->capacity);
    queue->reserved++;
}

static inline void ready_unreserve(ready *queue)
{
    RL_ASSERT(queue->reserved > 0);
    queue->reserved--;
}

#endif
