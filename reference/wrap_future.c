/*
 * wrap_future.c - a future of a loop that follows one of any thread.
 *
 * CPython: futures.wrap_future; _chain_future with a concurrent future as the
 * source and a loop's as the destination.
 *
 *     source (any thread)              destination (the loop's thread)
 *     done ----_call_set_state-------> result, exception, cancelled   FUT-23
 *     cancelled <--_call_check_cancel-- cancelled
 */
#include "wrap_future.h"

#include "crossing.h"
#include "exc.h"
#include "mem.h"

struct wrapping {
    crossing crossing;
    concurrent_callback on_source_done; /* has a reference while it is in the list */
    /* Of the loop's thread: */
    rl_concurrent *source;
    rl_future *destination;
};

static rl_exc *set_state(crossing *link);
static void let_go(crossing *link);
static void free_link(crossing *link);
static void call_set_state(concurrent_callback *callback, rl_concurrent *source);
static void source_is_gone(concurrent_callback *callback);
static rl_exc *call_check_cancel(void *link);
static void destination_is_over(void *link);

static const crossing_type link_type = {set_state, let_go, free_link};
static const rl_call check_cancel_call = {call_check_cancel, destination_is_over};

rl_err rl_wrap_future(rl_concurrent *future, rl_loop *loop, rl_future **out)
{
    wrapping *link;
    return wrap_future(future, loop, out, &link);
}

rl_err wrap_future(rl_concurrent *source, rl_loop *loop, rl_future **out, wrapping **made)
{
    rl_future *destination;
    wrapping *link = mem_alloc(sizeof *link);
    if (link == NULL)
        return RL_ERR_NO_MEMORY;
    rl_err err = rl_future_new(loop, &destination);
    if (err == RL_OK) {
        err = crossing_init(&link->crossing, &link_type, loop);
        if (err != RL_OK)
            rl_future_unref(destination);
    }
    if (err != RL_OK) {
        mem_free(link);
        return err;
    }
    link->source = rl_concurrent_ref(source);
    link->destination = destination;
    link->on_source_done = (concurrent_callback){call_set_state, source_is_gone, NULL};
    err = rl_future_add_done_callback(destination, &check_cancel_call, link, NULL);
    if (err != RL_OK) {
        crossing_close(&link->crossing);
        crossing_unref(&link->crossing);
        return err;
    }
    crossing_ref(&link->crossing); /* of that callback; ours goes to this one: */
    *out = rl_future_ref(destination);
    *made = link;
    concurrent_add_callback(source, &link->on_source_done);
    return RL_OK;
}

void wrap_future_undo(wrapping *link)
{
    crossing_close(&link->crossing);
}

static wrapping *link_of(concurrent_callback *callback)
{
    return (wrapping *)((char *)callback - offsetof(wrapping, on_source_done));
}

/* On whichever thread completed the source. */
static void call_set_state(concurrent_callback *callback, rl_concurrent *source)
{
    wrapping *link = link_of(callback);

    (void)source;
    if (crossing_is_here(&link->crossing)) {
        /* CPython: what it raises is logged by concurrent.futures, and ignored. */
        rl_exc_unref(set_state(&link->crossing));
        crossing_close(&link->crossing);
    } else {
        crossing_post(&link->crossing); /* THR-6 */
    }
    crossing_unref(&link->crossing);
}

static void source_is_gone(concurrent_callback *callback)
{
    crossing_unref(&link_of(callback)->crossing);
}

/* CPython: _copy_future_state. */
static rl_exc *set_state(crossing *base)
{
    wrapping *link = (wrapping *)base;
    rl_exc *exc;
    rl_value result;
    rl_err err;

    if (link->destination == NULL || rl_future_cancelled(link->destination))
        return NULL;
    if (rl_concurrent_cancelled(link->source)) {
        bool cancelled;
        err = rl_future_try_cancel(link->destination, value_none(), &cancelled);
    } else {
        concurrent_outcome(link->source, &exc, &result);
        if (exc != NULL) {
            /* THR-8: which makes a RuntimeError of StopIteration. */
            err = rl_future_set_exception(link->destination, rl_exc_ref(exc));
        } else {
            value_ref(result);
            err = rl_future_set_result(link->destination, result);
        }
    }
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

/* THR-7: only a source that has not begun is cancelled. */
static rl_exc *call_check_cancel(void *arg)
{
    wrapping *link = arg;

    if (link->destination == NULL || !rl_future_cancelled(link->destination))
        return NULL;
    if (rl_concurrent_cancel(link->source))
        crossing_close(&link->crossing);
    return NULL;
}

static void destination_is_over(void *arg)
{
    crossing_unref(&((wrapping *)arg)->crossing);
}

static void let_go(crossing *base)
{
    wrapping *link = (wrapping *)base;
    rl_concurrent *source = link->source;
    rl_future *destination = link->destination;

    link->source = NULL;
    link->destination = NULL;
    rl_future_unref(destination);
    rl_concurrent_unref(source);
}

static void free_link(crossing *link)
{
    mem_free(link);
}
