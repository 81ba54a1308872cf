/*
 * run_coroutine_threadsafe.c - a task of a loop, and a future for other threads
 * that follows it.
 *
 * CPython: tasks.run_coroutine_threadsafe; _chain_future with a loop's future as
 * the source and a concurrent one as the destination.
 *
 *     source (the loop's thread)       destination (any thread)
 *     done ----_call_set_state-------> result, exception, cancelled   THR-13
 *     cancelled <--_call_check_cancel-- cancelled
 */
#include "concurrent.h"
#include "crossing.h"
#include "exc.h"
#include "mem.h"

/* What waits in the loop's queue. */
typedef struct request {
    rl_coro *coro; /* NULL: it has begun */
    rl_loop *loop; /* borrowed: the queue is its own */
    rl_concurrent *future;
} request;

typedef struct link {
    crossing crossing;
    concurrent_callback on_destination_done; /* has a reference while in the list */
    /* Of the loop's thread: */
    rl_future *source;
    rl_concurrent *destination;
} link;

static rl_exc *begin(void *request);
static void request_drop(void *request);
static rl_err chain(rl_loop *loop, rl_future *source, rl_concurrent *destination);

static const rl_call begin_call = {begin, request_drop};

rl_err rl_run_coroutine_threadsafe(rl_coro *coro, rl_loop *loop, rl_concurrent **out)
{
    rl_concurrent *future = NULL;
    request *r = mem_alloc(sizeof *r);
    rl_err err = r == NULL ? RL_ERR_NO_MEMORY : concurrent_new(&future);
    if (err == RL_OK) {
        *r = (request){.coro = coro, .loop = loop, .future = rl_concurrent_ref(future)};
        err = rl_loop_call_soon_threadsafe(loop, &begin_call, r, NULL, NULL);
        if (err == RL_OK) {
            *out = future;
            return RL_OK;
        }
        rl_concurrent_unref(r->future);
        rl_concurrent_unref(future);
    }
    mem_free(r);
    rl_coro_unref(coro);
    return err;
}

static void request_drop(void *arg)
{
    request *r = arg;

    rl_coro_unref(r->coro);
    rl_concurrent_unref(r->future);
    mem_free(r);
}

/* CPython: run_coroutine_threadsafe's callback. */
static rl_exc *begin(void *arg)
{
    request *r = arg;
    rl_future *task;
    rl_awaitable awaitable = {.coro = r->coro};

    r->coro = NULL;
    rl_exc *exc = rl_ensure_future(awaitable, r->loop, &task);
    if (exc == NULL) {
        rl_err err = chain(r->loop, task, r->future);
        rl_future_unref(task);
        if (err != RL_OK)
            exc = rl_exc_from_err(err);
    }
    if (exc != NULL && !rl_exc_is_fatal(exc) && concurrent_begin(r->future))
        concurrent_finish(r->future, rl_exc_ref(exc), value_none());
    return exc;
}

/* ---- The chain ------------------------------------------------------------ */

static rl_exc *cancel_source(crossing *link);
static void let_go(crossing *link);
static void free_link(crossing *link);
static void call_check_cancel(concurrent_callback *callback, rl_concurrent *destination);
static void destination_is_gone(concurrent_callback *callback);
static rl_exc *set_state(void *link);
static void source_is_over(void *link);

static const crossing_type link_type = {cancel_source, let_go, free_link};
static const rl_call set_state_call = {set_state, source_is_over};

static rl_err chain(rl_loop *loop, rl_future *source, rl_concurrent *destination)
{
    link *l = mem_alloc(sizeof *l);
    if (l == NULL)
        return RL_ERR_NO_MEMORY;
    rl_err err = crossing_init(&l->crossing, &link_type, loop);
    if (err != RL_OK) {
        mem_free(l);
        return err;
    }
    l->source = rl_future_ref(source);
    l->destination = rl_concurrent_ref(destination);
    l->on_destination_done = (concurrent_callback){call_check_cancel, destination_is_gone, NULL};
    err = rl_future_add_done_callback(source, &set_state_call, l, NULL);
    if (err != RL_OK) {
        crossing_close(&l->crossing);
        crossing_unref(&l->crossing);
        return err;
    }
    crossing_ref(&l->crossing); /* of that callback; ours goes to this one: */
    concurrent_add_callback(destination, &l->on_destination_done);
    return RL_OK;
}

static link *link_of(concurrent_callback *callback)
{
    return (link *)((char *)callback - offsetof(link, on_destination_done));
}

/* On whichever thread completed the destination. */
static void call_check_cancel(concurrent_callback *callback, rl_concurrent *destination)
{
    link *l = link_of(callback);

    if (rl_concurrent_cancelled(destination)) {
        if (crossing_is_here(&l->crossing))
            rl_exc_unref(cancel_source(&l->crossing));
        else
            crossing_post(&l->crossing);
    }
    crossing_unref(&l->crossing);
}

static void destination_is_gone(concurrent_callback *callback)
{
    crossing_unref(&link_of(callback)->crossing);
}

static rl_exc *cancel_source(crossing *base)
{
    link *l = (link *)base;
    bool cancelled;

    if (l->source == NULL)
        return NULL;
    rl_err err = rl_future_try_cancel(l->source, value_none(), &cancelled);
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

/* CPython: _set_concurrent_future_state. */
static rl_exc *set_state(void *arg)
{
    link *l = arg;
    rl_concurrent *destination = l->destination;
    rl_value result = value_none();

    if (destination == NULL)
        return NULL;
    rl_future *source = rl_future_ref(l->source);
    rl_concurrent_ref(destination);
    if (rl_future_cancelled(source))
        rl_concurrent_cancel(destination);
    if (concurrent_begin(destination)) {
        rl_exc *exc = rl_future_result(source, &result);
        if (exc == NULL)
            value_ref(result);
        concurrent_finish(destination, exc, result);
    }
    rl_concurrent_unref(destination);
    rl_future_unref(source);
    return NULL;
}

/* The callback has run, or never will. */
static void source_is_over(void *arg)
{
    link *l = arg;

    crossing_close(&l->crossing);
    crossing_unref(&l->crossing);
}

static void let_go(crossing *base)
{
    link *l = (link *)base;
    rl_future *source = l->source;
    rl_concurrent *destination = l->destination;

    l->source = NULL;
    l->destination = NULL;
    rl_future_unref(source);
    rl_concurrent_unref(destination);
}

static void free_link(crossing *l)
{
    mem_free(l);
}
