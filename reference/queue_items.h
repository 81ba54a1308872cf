/*
 * queue_items.h - what is in a queue: a ring, a stack, or a heap.
 *
 * CPython: Queue._queue with _put and _get: a deque, a list, heapq on a list.
 */
#ifndef RL_QUEUE_ITEMS_H
#define RL_QUEUE_ITEMS_H

#include "reftask.h"

/* Zeroed but for kind and less, it is empty. */
typedef struct queue_items {
    rl_queue_kind kind;
    rl_less less; /* RL_QUEUE_PRIORITY */
    rl_value *at;
    size_t head; /* the first, of a ring; else 0 */
    size_t count;
    size_t capacity;
} queue_items;

void queue_items_fini(queue_items *items);
/* `item` is taken.  The exception: memory is out, or a comparison raised; the
 * item is in the heap then, as in CPython. */
rl_exc *queue_items_put(queue_items *items, rl_value item);
/* There must be one.  *out: new owner.  After an exception one item is lost. */
rl_exc *queue_items_get(queue_items *items, rl_value *out);
/* Borrowed. */
rl_value queue_items_at(const queue_items *items, size_t i);

#endif
