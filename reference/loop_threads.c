/*
 * loop_threads.c - handles that other threads queue.
 *
 * CPython: BaseEventLoop.call_soon_threadsafe appends to _ready, which the
 * interpreter's lock makes safe.  Here the loop's thread appends to `ready`
 * without any lock, so other threads have a stack of their own (push: one
 * compare-and-swap, async-signal-safe), which the loop's thread takes as a
 * whole and turns around.
 *
 * Order.  Whatever was pushed before the loop's thread queues or takes
 * something must stand before it, as if there were one queue.  So call_soon
 * and the pass drain the stack first whenever it is not empty (READY-10): one
 * load where it is.
 *
 * Close puts a mark on the stack that ends it: from then on a push sees that
 * the loop is closed.  A push that came earlier may still be writing to the
 * wake-up descriptor; `waking` counts those, and close waits for them.
 */
#include <sched.h>

#include "assert.h"
#include "loop.h"

/* Stands on the stack of a closed loop. */
static shared_handle closed_mark;

/* THR-1: first the handle, then the byte, so that whoever is woken finds it. */
rl_err loop_threads_queue(reference_loop *loop, handle *h, bool wake)
{
    shared_handle *shared = (shared_handle *)h;

    atomic_fetch_add_explicit(&loop->waking, 1, memory_order_seq_cst);
    shared_handle *top = atomic_load_explicit(&loop->foreign, memory_order_acquire);
    do {
        if (top == &closed_mark) {
            atomic_fetch_sub_explicit(&loop->waking, 1, memory_order_release);
            return RL_ERR_LOOP_CLOSED;
        }
        shared->next = top;
    } while (!atomic_compare_exchange_weak_explicit(&loop->foreign, &top, shared,
                                                    memory_order_acq_rel, memory_order_acquire));
    if (wake)
        wakeup_write(&loop->wake);
    atomic_fetch_sub_explicit(&loop->waking, 1, memory_order_release);
    return RL_OK;
}

/* Oldest first. */
static shared_handle *turn_around(shared_handle *stack)
{
    shared_handle *queue = NULL;
    while (stack != NULL) {
        shared_handle *next = stack->next;
        stack->next = queue;
        queue = stack;
        stack = next;
    }
    return queue;
}

static void append(shared_handle **queue, shared_handle *more)
{
    while (*queue != NULL)
        queue = &(*queue)->next;
    *queue = more;
}

/* Nobody could reserve a slot in `ready` for these.  Where memory for more is
 * out, the spare slots take some in each pass and the rest waits its turn. */
void loop_threads_drain(reference_loop *loop)
{
    shared_handle *stack = atomic_load_explicit(&loop->foreign, memory_order_acquire);
    if (stack == &closed_mark)
        return;
    if (stack != NULL)
        stack = atomic_exchange_explicit(&loop->foreign, NULL, memory_order_acq_rel);
    append(&loop->backlog, turn_around(stack));
    while (loop->backlog != NULL && ready_make_spare_room(&loop->home.ready)) {
        shared_handle *first = loop->backlog;
        loop->backlog = first->next;
        ready_append(&loop->home.ready, &first->base.base);
    }
}

void loop_threads_close(reference_loop *loop)
{
    shared_handle *stack =
        atomic_exchange_explicit(&loop->foreign, &closed_mark, memory_order_seq_cst);
    RL_ASSERT(stack != &closed_mark);
    append(&loop->backlog, turn_around(stack));
    while (atomic_load_explicit(&loop->waking, memory_order_acquire) > 0)
        sched_yield();
    while (loop->backlog != NULL) {
        shared_handle *first = loop->backlog;
        loop->backlog = first->next;
        handle_forget(&first->base);
        handle_unref(&first->base);
    }
}
