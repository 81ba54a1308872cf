/*
 * queue_items.c - what is in a queue.  See queue_items.h.
 *
 * The heap is CPython's algorithm (Modules/_heapqmodule.c), so equal items leave
 * it in the same order.  Comparing is other people's code: it may raise, and it
 * may use the queue, which is an error as in CPython.
 */
#include "queue_items.h"

#include "assert.h"
#include "exc.h"
#include "mem.h"

static bool make_room(queue_items *items);
static rl_exc *heap_push(queue_items *items, rl_value item);
static rl_exc *heap_pop(queue_items *items, rl_value *out);

void queue_items_fini(queue_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        value_unref(queue_items_at(items, i));
    mem_free(items->at);
}

static size_t slot(const queue_items *items, size_t i)
{
    size_t at = items->head + i;
    return at < items->capacity ? at : at - items->capacity;
}

rl_value queue_items_at(const queue_items *items, size_t i)
{
    RL_ASSERT(i < items->count);
    return items->at[slot(items, i)];
}

rl_exc *queue_items_put(queue_items *items, rl_value item)
{
    if (!make_room(items)) {
        value_unref(item);
        return rl_exc_from_err(RL_ERR_NO_MEMORY);
    }
    if (items->kind == RL_QUEUE_PRIORITY)
        return heap_push(items, item);
    items->at[slot(items, items->count++)] = item;
    return NULL;
}

/* QUEUE-3: the first, the smallest or the latest, chosen when it is taken. */
rl_exc *queue_items_get(queue_items *items, rl_value *out)
{
    RL_ASSERT(items->count > 0);
    switch (items->kind) {
    case RL_QUEUE_PRIORITY:
        return heap_pop(items, out);
    case RL_QUEUE_LIFO:
        *out = items->at[--items->count];
        return NULL;
    case RL_QUEUE_FIFO:
        break;
    }
    *out = items->at[items->head];
    items->head = slot(items, 1);
    items->count--;
    return NULL;
}

static bool make_room(queue_items *items)
{
    if (items->count < items->capacity)
        return true;
    size_t capacity = items->capacity == 0 ? 8 : 2 * items->capacity;
    rl_value *grown = mem_alloc(capacity * sizeof *grown);
    if (grown == NULL)
        return false;
    for (size_t i = 0; i < items->count; i++)
        grown[i] = queue_items_at(items, i);
    mem_free(items->at);
    items->at = grown;
    items->head = 0;
    items->capacity = capacity;
    return true;
}

/* ---- The heap ------------------------------------------------------------- */

static rl_exc *compare(queue_items *items, size_t a, size_t b, bool *less)
{
    size_t count = items->count;
    rl_value first = items->at[a];
    rl_value second = items->at[b];

    value_ref(first);
    value_ref(second);
    rl_exc *exc = items->less(first, second, less);
    value_unref(first);
    value_unref(second);
    if (exc == NULL && items->count != count)
        exc = rl_exc_from_err(RL_ERR_HEAP_CHANGED);
    return exc;
}

static void swap(queue_items *items, size_t a, size_t b)
{
    rl_value held = items->at[a];
    items->at[a] = items->at[b];
    items->at[b] = held;
}

/* Up from `pos` until its parent is not larger. */
static rl_exc *sift_down(queue_items *items, size_t start, size_t pos)
{
    while (pos > start) {
        size_t parent = (pos - 1) / 2;
        bool less = false;
        rl_exc *exc = compare(items, pos, parent, &less);
        if (exc != NULL || !less)
            return exc;
        swap(items, pos, parent);
        pos = parent;
    }
    return NULL;
}

/* The smaller child moves up until a leaf is reached; then back to its place. */
static rl_exc *sift_up(queue_items *items)
{
    size_t end = items->count;
    size_t pos = 0;

    while (pos < end / 2) {
        size_t child = 2 * pos + 1;
        if (child + 1 < end) {
            bool less = false;
            rl_exc *exc = compare(items, child, child + 1, &less);
            if (exc != NULL)
                return exc;
            child += less ? 0 : 1;
        }
        swap(items, pos, child);
        pos = child;
    }
    return sift_down(items, 0, pos);
}

static rl_exc *heap_push(queue_items *items, rl_value item)
{
    items->at[items->count++] = item;
    return sift_down(items, 0, items->count - 1);
}

static rl_exc *heap_pop(queue_items *items, rl_value *out)
{
    rl_value smallest = items->at[0];

    items->count--;
    if (items->count > 0) {
        items->at[0] = items->at[items->count];
        rl_exc *exc = sift_up(items);
        if (exc != NULL) {
            value_unref(smallest);
            return exc;
        }
    }
    *out = smallest;
    return NULL;
}
