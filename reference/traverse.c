/*
 * traverse.c - which references a future has: what a collector of cycles asks.
 *
 * CPython: Future.tp_traverse.
 */
#include "exc.h"
#include "future.h"
#include "reftask.h"

size_t rl_future_ref_count(const rl_future *future)
{
    return future->ref_count;
}

void rl_all_futures(rl_loop *loop, void (*visit)(rl_future *future, void *arg), void *arg)
{
    for (rl_future *future = loop->first_future; future != NULL; future = future->next)
        visit(future, arg);
}

void rl_future_abandon(rl_future *future)
{
    if (rl_future_task(future) != NULL) {
        rl_task_abandon(rl_future_task(future));
        return;
    }
    rl_future_ref(future);
    future_drop_nodes(future);
    rl_future_unref(future);
}

static void traverse_value(rl_value value, const rl_traversal *found)
{
    if (value.ptr != NULL)
        found->value(value, found->arg);
}

/* An exception may have other owners; then its payload is not this future's alone. */
static void traverse_exception(const rl_exc *exc, const rl_traversal *found)
{
    if (exc != NULL && exc_has_one_owner(exc))
        traverse_value(rl_exc_payload(exc), found);
}

void rl_future_traverse(rl_future *future, const rl_traversal *found)
{
    traverse_value(future->result, found);
    traverse_value(future->cancel_message, found);
    traverse_exception(future->exception, found);
    traverse_exception(future->cancelled_exc, found);
    for (const future_node *node = future->first; node != NULL; node = node->next) {
        if (node->is_step)
            found->future(node->arg, found->arg);
        else
            found->call(node->call, node->arg, found->arg);
    }
    if (future->cls->traverse != NULL)
        future->cls->traverse(future, found);
}
