/*
 * loop_check.c - the loop's invariants, at the start and end of each pass of a
 * build with RL_CHECK.
 *
 * CPython: the cancelled count drifts.  A timer that is cancelled and becomes
 * due behind a live one leaves the heap in step [4] without being taken off
 * the count, so the count is at least, not exactly, the number of cancelled
 * timers in the heap; purges come early after that.
 */
#include "assert.h"
#include "loop.h"

#ifdef RL_CHECK

#include <math.h>

static void check_scheduled(const reference_loop *loop)
{
    const heapq *scheduled = &loop->scheduled;
    size_t cancelled = 0;
    bool has_nan = false;

    for (size_t i = 0; i < scheduled->len; i++) {
        const handle *timer = scheduled->at[i].item;
        RL_ASSERT(timer->kind & HANDLE_TIMER);
        RL_ASSERT(timer->flags & HANDLE_SCHEDULED);
        RL_ASSERT(timer->flags & HANDLE_SLOT);
        cancelled += timer->flags & HANDLE_CANCELLED ? 1 : 0;
        has_nan |= isnan(scheduled->at[i].when_s);
    }
    RL_ASSERT(loop->timer_cancelled_count >= cancelled);
    RL_ASSERT(has_nan || heapq_is_heap(scheduled));
}

static void check_ready(const reference_loop *loop)
{
    const ready *queue = &loop->home.ready;

    RL_ASSERT(queue->len + queue->reserved <= queue->capacity);
    for (size_t i = 0; i < queue->len; i++) {
        const handle *h = (const handle *)ready_peek(queue, i);
        RL_ASSERT(h != NULL);
        RL_ASSERT(atomic_load_explicit(&h->ref_count, memory_order_relaxed) > 0);
        if (h->kind & HANDLE_SHARED)
            continue; /* its flags may be changing */
        RL_ASSERT(!(h->flags & HANDLE_SCHEDULED));
        /* A watch handle that is queued twice has its slot back after the first. */
        RL_ASSERT(!(h->flags & HANDLE_SLOT) || h->kind & (HANDLE_WATCH | HANDLE_REPEATED));
    }
}

static void check_keys(const reference_loop *loop)
{
    size_t count = 0;

    for (size_t fd = 0; fd < loop->selector->keys_len; fd++) {
        const selector_key *key = &loop->selector->keys[fd];
        RL_ASSERT(!(key->events & SELECTOR_READ) == (key->reader == NULL));
        RL_ASSERT(!(key->events & SELECTOR_WRITE) == (key->writer == NULL));
        count += key->events != 0 ? 1 : 0;
    }
    RL_ASSERT(count == loop->selector->key_count);
    RL_ASSERT(count <= loop->selector->ready_capacity);
}

void loop_check(reference_loop *loop)
{
    check_scheduled(loop);
    check_ready(loop);
    if (loop->selector != NULL)
        check_keys(loop);
    loop_signals_check(loop);
    if (!loop_is_closed(loop))
        return;
    RL_ASSERT(loop->home.ready.len == 0);
    RL_ASSERT(loop->scheduled.len == 0);
    RL_ASSERT(loop->backlog == NULL);
    RL_ASSERT(loop->selector == NULL);
    RL_ASSERT(loop->signals == NULL);
}

#else

void loop_check(reference_loop *loop)
{
    (void)loop;
}

#endif
