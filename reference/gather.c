/*
 * gather.c - one future for the results of several.
 *
 * CPython: tasks.gather, _GatheringFuture.
 *
 *     children, each once --done callback--> outer
 *
 * The outer future knows its children, in argument order; each child that is not
 * done knows it through a callback, which owns a reference.  The list of results
 * is made with the outer future, so completing needs no memory, but for the
 * exceptions of cancelled children.
 */
#include <string.h>

#include "coro.h"
#include "exc.h"
#include "future.h"
#include "list.h"
#include "mem.h"

/* One argument.  Of equal ones only the first has a callback (GATHER-3). */
typedef struct child {
    struct gathering *outer; /* borrowed: the callback owns a reference */
    rl_future *future;       /* owned */
} child;

typedef struct gathering {
    rl_future future;
    bool cancel_requested;
    bool return_exceptions;
    bool given_out; /* else gather failed half way, and nobody has the outer one */
    size_t unfinished;
    list *results;
    size_t count;
    child children[];
} gathering;

static rl_err gathering_cancel(rl_future *future, rl_value message, bool *cancelled);
static void gathering_fini(rl_future *future);

static const future_class gathering_class = {
    .cancel = gathering_cancel,
    .fini = gathering_fini,
    .unretrieved = "_GatheringFuture exception was never retrieved",
};

/* ---- The outer future ----------------------------------------------------- */

/* GATHER-10, GATHER-11: cancelling reaches the children; the outer one is done
 * when they are.  CPython: _GatheringFuture.cancel. */
static rl_err gathering_cancel(rl_future *future, rl_value message, bool *cancelled)
{
    gathering *outer = (gathering *)future;
    rl_err err = RL_OK;

    *cancelled = false;
    rl_future_ref(future);
    for (size_t i = 0; i < outer->count && err == RL_OK && !rl_future_done(future); i++) {
        bool one;
        value_ref(message);
        err = rl_future_try_cancel(outer->children[i].future, message, &one);
        *cancelled = *cancelled || one;
    }
    if (*cancelled && err == RL_OK)
        outer->cancel_requested = true;
    value_unref(message);
    rl_future_unref(future);
    return err;
}

static void gathering_fini(rl_future *future)
{
    gathering *outer = (gathering *)future;
    for (size_t i = 0; i < outer->count; i++)
        rl_future_unref(outer->children[i].future);
    list_unref(outer->results);
}

/* ---- A child is done ------------------------------------------------------ */

/* What stands for it in the list; GATHER-7, GATHER-9. */
static rl_value outcome(rl_future *future)
{
    static const rl_value no_text = {(void *)"", &rl_text_type};
    rl_value value;

    if (rl_future_cancelled(future)) {
        rl_value message = future->cancel_message;
        return exc_value(exc_new_cancelled(message.ptr == NULL ? no_text : message));
    }
    rl_exc *exc = rl_future_result(future, &value);
    if (exc != NULL)
        return exc_value(exc);
    value_ref(value);
    return value;
}

static rl_err all_done(gathering *outer)
{
    list *results = outer->results;

    outer->results = NULL;
    for (size_t i = 0; i < outer->count; i++)
        list_set(results, i, outcome(outer->children[i].future));
    if (!outer->cancel_requested)
        return future_set_result(&outer->future, list_value(results));
    /* CPython: it is the last argument's, whichever was cancelled. */
    rl_exc *exc = future_make_cancelled_error(outer->children[outer->count - 1].future);
    list_unref(results);
    return future_set_exception(&outer->future, exc);
}

/* GATHER-5, GATHER-8.  NULL: it has a result. */
static rl_exc *failure(rl_future *future)
{
    rl_value value;
    if (rl_future_cancelled(future))
        return future_make_cancelled_error(future);
    return rl_future_result(future, &value);
}

/* GATHER-12, -18: the outer is done here, one hop after the child, and has the exception
 * as its own.  CPython: gather's _done_callback. */
static rl_err child_done(gathering *outer, rl_future *future)
{
    outer->unfinished--;
    if (!outer->given_out || rl_future_done(&outer->future)) {
        future_mark_retrieved(future); /* GATHER-6 */
        return RL_OK;
    }
    if (!outer->return_exceptions) {
        rl_exc *exc = failure(future);
        if (exc != NULL)
            return future_set_exception(&outer->future, exc);
    }
    return outer->unfinished == 0 ? all_done(outer) : RL_OK;
}

static rl_exc *on_child_done(void *arg)
{
    child *one = arg;
    rl_err err = child_done(one->outer, one->future);
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

static void drop_child(void *arg)
{
    rl_future_unref(&((child *)arg)->outer->future);
}

static const rl_call child_call = {on_child_done, drop_child};

/* ---- Making --------------------------------------------------------------- */

/* GATHER-4. */
static rl_exc *gather_nothing(rl_loop *loop, rl_future **out)
{
    if (loop == NULL)
        loop = rl_get_running_loop();
    if (loop == NULL)
        return rl_exc_from_err(RL_ERR_NO_RUNNING_LOOP);
    list *empty = list_new(0);
    if (empty == NULL)
        return rl_exc_from_err(RL_ERR_NO_MEMORY);
    rl_err err = rl_future_new(loop, out);
    if (err != RL_OK) {
        list_unref(empty);
        return rl_exc_from_err(err);
    }
    rl_future_set_result(*out, list_value(empty));
    return NULL;
}

static rl_err gathering_new(rl_loop *loop, size_t count, bool return_exceptions, gathering **out)
{
    gathering *outer = mem_alloc(sizeof *outer + count * sizeof *outer->children);
    list *results = list_new(count);
    if (outer == NULL || results == NULL) {
        mem_free(outer);
        list_unref(results);
        return RL_ERR_NO_MEMORY;
    }
    memset(outer, 0, sizeof *outer);
    future_init(&outer->future, &gathering_class, loop);
    outer->return_exceptions = return_exceptions;
    outer->results = results;
    *out = outer;
    return RL_OK;
}

/* The first of the arguments that is the same; `i`: there is none before. */
static size_t first_equal(const rl_awaitable *aws, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (aws[k].future == aws[i].future && aws[k].coro == aws[i].coro)
            return k;
    return i;
}

/* A new child begins to be waited for. */
static rl_exc *add_child(gathering *outer, rl_awaitable awaitable)
{
    child *one = &outer->children[outer->count];
    rl_exc *exc = rl_ensure_future(awaitable, outer->future.loop, &one->future);
    if (exc != NULL)
        return exc;
    one->outer = outer;
    outer->count++;
    outer->unfinished++;
    /* Nobody else can look after it. */
    if (awaitable.coro != NULL && rl_future_task(one->future) != NULL)
        rl_task_set_log_destroy_pending(rl_future_task(one->future), false);
    if (rl_future_done(one->future))
        return NULL;
    rl_future_ref(&outer->future);
    rl_err err = rl_future_add_done_callback(one->future, &child_call, one, NULL);
    if (err == RL_OK)
        return NULL;
    rl_future_unref(&outer->future);
    return rl_exc_from_err(err);
}

/* GATHER-2.  Marks in `done` which were done when they were looked at. */
static rl_exc *add_children(gathering *outer, const rl_awaitable *aws, size_t count, bool *done)
{
    rl_exc *exc = NULL;

    for (size_t i = 0; i < count; i++) {
        size_t first = first_equal(aws, i);
        done[i] = false;
        if (exc != NULL) {
            rl_coro_unref(aws[i].coro);
        } else if (first < i) {
            rl_coro_unref(aws[i].coro);
            outer->children[outer->count++] =
                (child){.future = rl_future_ref(outer->children[first].future)};
        } else {
            exc = add_child(outer, aws[i]);
            done[i] = exc == NULL && rl_future_done(outer->children[i].future);
        }
    }
    return exc;
}

/* GATHER-13, EAGER-12: no hop for those that are done already.  They are run when the
 * outer one exists. */
static rl_err finish_done(gathering *outer, const bool *done)
{
    rl_err err = RL_OK;
    outer->given_out = true;
    for (size_t i = 0; i < outer->count && err == RL_OK; i++)
        if (done[i])
            err = child_done(outer, outer->children[i].future);
    return err;
}

static void drop_all(const rl_awaitable *aws, size_t count)
{
    for (size_t i = 0; i < count; i++)
        rl_coro_unref(aws[i].coro);
}

rl_exc *rl_gather(rl_loop *loop, const rl_awaitable *aws, size_t count, bool return_exceptions,
                  rl_future **out)
{
    if (count == 0)
        return gather_nothing(loop, out);
    if (loop == NULL)
        loop = rl_get_running_loop();
    if (loop == NULL && aws[0].future != NULL)
        loop = rl_future_get_loop(aws[0].future);
    gathering *outer;
    bool *done = mem_alloc(count * sizeof *done);
    rl_err err = loop == NULL    ? RL_ERR_NO_RUNNING_LOOP
                 : done == NULL ? RL_ERR_NO_MEMORY
                                : gathering_new(loop, count, return_exceptions, &outer);
    if (err != RL_OK) {
        mem_free(done);
        drop_all(aws, count);
        return rl_exc_from_err(err);
    }
    rl_exc *exc = add_children(outer, aws, count, done);
    if (exc == NULL) {
        err = finish_done(outer, done);
        if (err != RL_OK)
            exc = rl_exc_from_err(err);
    }
    mem_free(done);
    if (exc != NULL) {
        rl_future_unref(&outer->future);
        return exc;
    }
    *out = &outer->future;
    return NULL;
}
