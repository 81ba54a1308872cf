/*
 * as_completed.c - several futures, in the order in which they are done.
 *
 * CPython: tasks.as_completed, _AsCompletedIterator.
 *
 * Whatever is done stands in a queue with a place for each future, so that
 * completing needs no memory; who asks for the next one while it is empty waits
 * in a list, as in asyncio.Queue.  At the timeout each future that is left puts
 * a NULL into the queue, which raises TimeoutError (ASC-4).
 */
#include <math.h>
#include <string.h>

#include "coro.h"
#include "exc.h"
#include "future.h"
#include "list.h"
#include "mem.h"

typedef struct entry {
    rl_as_completed *iterator; /* borrowed; a callback owns a reference */
    rl_future *future;         /* owned */
    bool in_todo;
} entry;

/* One who waits for the queue to fill.  Part of its coroutine. */
typedef struct getter {
    struct getter *next;
    rl_future *future;
    bool listed;
} getter;

struct rl_as_completed {
    uint32_t ref_count;
    rl_handle *timer;
    getter *first_getter;
    size_t todo_count; /* entries that are not done */
    size_t todo_left;  /* items nobody has asked for yet */
    size_t put, got;   /* of `done` */
    rl_future **done;  /* owned; NULL: timed out */
    size_t count;
    entry at[];
};

/* ---- Life ----------------------------------------------------------------- */

rl_as_completed *rl_as_completed_ref(rl_as_completed *iterator)
{
    iterator->ref_count++;
    return iterator;
}

void rl_as_completed_unref(rl_as_completed *iterator)
{
    if (iterator == NULL || --iterator->ref_count > 0)
        return;
    rl_handle_unref(iterator->timer);
    while (iterator->got < iterator->put)
        rl_future_unref(iterator->done[iterator->got++]);
    for (size_t i = 0; i < iterator->count; i++)
        rl_future_unref(iterator->at[i].future);
    mem_free(iterator->done);
    mem_free(iterator);
}

static void drop_iterator(void *arg)
{
    rl_as_completed_unref(arg);
}

static void drop_entry(void *arg)
{
    rl_as_completed_unref(((entry *)arg)->iterator);
}

/* ---- The queue ------------------------------------------------------------ */

static void unlist(rl_as_completed *iterator, getter *waiting)
{
    for (getter **at = &iterator->first_getter; *at != NULL; at = &(*at)->next) {
        if (*at == waiting) {
            *at = waiting->next;
            break;
        }
    }
    waiting->listed = false;
}

static rl_err wake_next(rl_as_completed *iterator)
{
    while (iterator->first_getter != NULL) {
        getter *waiting = iterator->first_getter;
        unlist(iterator, waiting);
        if (!rl_future_done(waiting->future))
            return rl_future_set_result(waiting->future, value_none());
    }
    return RL_OK;
}

static rl_err put(rl_as_completed *iterator, rl_future *future)
{
    iterator->done[iterator->put++] = future == NULL ? NULL : rl_future_ref(future);
    return wake_next(iterator);
}

/* ---- What happens --------------------------------------------------------- */

static void stop_timer(rl_as_completed *iterator)
{
    rl_handle *timer = iterator->timer;
    iterator->timer = NULL;
    if (timer == NULL)
        return;
    rl_handle_cancel(timer);
    rl_handle_unref(timer);
}

/* ASC-8: a hop after the future is done; who waits goes on another hop later. */
static rl_exc *on_completion(void *arg)
{
    entry *one = arg;
    rl_as_completed *iterator = one->iterator;

    if (!one->in_todo)
        return NULL; /* the timeout was here first */
    one->in_todo = false;
    iterator->todo_count--;
    rl_err err = put(iterator, one->future);
    if (iterator->todo_count == 0)
        stop_timer(iterator);
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

static const rl_call completion_call = {on_completion, drop_entry};

static bool same(void *arg, void *with)
{
    return arg == with;
}

static rl_exc *on_timeout(void *arg)
{
    rl_as_completed *iterator = arg;
    rl_err err = RL_OK;

    for (size_t i = 0; i < iterator->count; i++) {
        entry *one = &iterator->at[i];
        if (!one->in_todo)
            continue;
        one->in_todo = false;
        rl_future_remove_done_callback(one->future, &completion_call, same, one);
        rl_err failed = put(iterator, NULL);
        if (failed != RL_OK)
            err = failed;
    }
    iterator->todo_count = 0;
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

static const rl_call timeout_call = {on_timeout, drop_iterator};

/* ---- Making --------------------------------------------------------------- */

static bool is_there(const rl_as_completed *iterator, const rl_future *future)
{
    for (size_t i = 0; i < iterator->count; i++) {
        if (iterator->at[i].future == future)
            return true;
    }
    return false;
}

static bool given_before(const rl_awaitable *aws, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (aws[k].coro != NULL && aws[k].coro == aws[i].coro)
            return true;
    }
    return false;
}

/* Each once; coroutines begin in argument order (ASC-5 leaves it open). */
static rl_exc *collect(rl_as_completed *iterator, const rl_awaitable *aws, size_t count,
                       rl_loop *loop)
{
    rl_exc *exc = NULL;
    for (size_t i = 0; i < count; i++) {
        rl_future *future = NULL;
        if (exc != NULL || given_before(aws, i))
            rl_coro_unref(aws[i].coro);
        else
            exc = rl_ensure_future(aws[i], loop, &future);
        if (exc != NULL || future == NULL)
            continue;
        if (is_there(iterator, future))
            rl_future_unref(future);
        else
            iterator->at[iterator->count++] =
                (entry){.iterator = iterator, .future = future, .in_todo = true};
    }
    return exc;
}

static rl_err watch(rl_as_completed *iterator, rl_loop *loop, double timeout_s)
{
    rl_err err = RL_OK;
    for (size_t i = 0; err == RL_OK && i < iterator->count; i++) {
        rl_as_completed_ref(iterator);
        err = rl_future_add_done_callback(iterator->at[i].future, &completion_call,
                                          &iterator->at[i], NULL);
        if (err != RL_OK)
            rl_as_completed_unref(iterator);
    }
    if (err != RL_OK || iterator->count == 0 || isnan(timeout_s))
        return err;
    rl_as_completed_ref(iterator);
    err = rl_loop_call_later(loop, timeout_s, &timeout_call, iterator, NULL, &iterator->timer);
    if (err != RL_OK)
        rl_as_completed_unref(iterator);
    return err;
}

rl_exc *rl_as_completed_new(const rl_awaitable *aws, size_t count, double timeout_s,
                            rl_as_completed **out)
{
    rl_loop *loop = rl_get_running_loop();
    rl_as_completed *iterator = mem_alloc(sizeof *iterator + count * sizeof *iterator->at);
    rl_future **done = mem_alloc((count + 1) * sizeof *done);
    rl_err err = iterator == NULL || done == NULL ? RL_ERR_NO_MEMORY
                 : loop == NULL                   ? RL_ERR_NO_RUNNING_LOOP
                                                  : RL_OK;
    if (err != RL_OK) {
        for (size_t i = 0; i < count; i++)
            rl_coro_unref(aws[i].coro);
        mem_free(iterator);
        mem_free(done);
        return rl_exc_from_err(err);
    }
    memset(iterator, 0, sizeof *iterator);
    iterator->ref_count = 1;
    iterator->done = done;
    rl_exc *exc = collect(iterator, aws, count, loop);
    iterator->todo_count = iterator->todo_left = iterator->count;
    if (exc == NULL) {
        err = watch(iterator, loop, timeout_s);
        if (err != RL_OK)
            exc = rl_exc_from_err(err);
    }
    if (exc != NULL) {
        for (size_t i = 0; i < iterator->count; i++)
            rl_future_remove_done_callback(iterator->at[i].future, &completion_call, same,
                                           &iterator->at[i]);
        rl_as_completed_unref(iterator);
        return exc;
    }
    *out = iterator;
    return NULL;
}

/* ---- The next one --------------------------------------------------------- */

typedef struct wait_for_one {
    coro_frame coro;
    rl_as_completed *iterator;
    bool as_future;
    getter getter;
    coro_wait waiting;
} wait_for_one;

/* ASC-9: only the wait for the queue ends.  CPython: Queue.get, with an exception on its
 * way. */
static void give_up(wait_for_one *self)
{
    rl_as_completed *iterator = self->iterator;
    rl_future *future = self->getter.future;

    rl_future_cancel(future, value_none());
    if (self->getter.listed)
        unlist(iterator, &self->getter);
    if (iterator->got < iterator->put && !rl_future_cancelled(future))
        wake_next(iterator);
    iterator->todo_left++; /* ASC-7 */
}

static rl_err enter_list(wait_for_one *self)
{
    rl_loop *loop = rl_get_running_loop();
    if (loop == NULL)
        return RL_ERR_NO_RUNNING_LOOP;
    rl_future_unref(self->getter.future);
    self->getter.future = NULL;
    rl_err err = rl_future_new(loop, &self->getter.future);
    if (err != RL_OK)
        return err;
    getter **last = &self->iterator->first_getter;
    while (*last != NULL)
        last = &(*last)->next;
    self->getter.next = NULL;
    self->getter.listed = true;
    *last = &self->getter;
    self->waiting = (coro_wait){.future = self->getter.future};
    return RL_OK;
}

/* ASC-10: its exception is retrieved here and not before. */
static void finish(wait_for_one *self, rl_step *out)
{
    rl_as_completed *iterator = self->iterator;
    rl_future *future = iterator->done[iterator->got++];
    if (future == NULL) {
        coro_raise(out, rl_exc_from_err(RL_ERR_TIMEOUT));
        return;
    }
    if (self->as_future) {
        coro_return(out, future_value(future));
        return;
    }
    rl_value result;
    rl_exc *exc = rl_future_result(future, &result);
    if (exc == NULL) {
        value_ref(result);
        coro_return(out, result);
    } else {
        coro_raise(out, exc);
    }
    rl_future_unref(future);
}

static void run(coro_frame *base, rl_exc *thrown, rl_step *out)
{
    wait_for_one *self = (wait_for_one *)base;
    rl_as_completed *iterator = self->iterator;
    rl_exc *exc;
    rl_value value;

    while (base->state > 0 || iterator->got == iterator->put) {
        if (base->state == 0) {
            rl_err err = enter_list(self);
            if (err != RL_OK) {
                iterator->todo_left++;
                coro_raise(out, rl_exc_from_err(err));
                return;
            }
            base->state = 1;
        }
        if (!coro_await_future(&self->waiting, thrown, out, &exc, &value))
            return;
        thrown = NULL;
        base->state = 0;
        if (exc != NULL) {
            give_up(self);
            coro_raise(out, exc);
            return;
        }
        value_unref(value);
    }
    finish(self, out);
}

static void fini(coro_frame *base)
{
    wait_for_one *self = (wait_for_one *)base;
    if (self->getter.listed)
        unlist(self->iterator, &self->getter);
    rl_future_unref(self->getter.future);
    self->getter.future = NULL;
    rl_as_completed_unref(self->iterator);
    self->iterator = NULL;
}

rl_err rl_as_completed_next(rl_as_completed *iterator, bool as_future, rl_coro **out)
{
    static const coro_type type = {sizeof(wait_for_one), run, fini, "_wait_for_one"};
    wait_for_one *self;

    *out = NULL;
    if (iterator->todo_left == 0)
        return RL_OK;
    rl_err err = coro_new(&type, &self);
    if (err != RL_OK)
        return err;
    iterator->todo_left--;
    self->iterator = rl_as_completed_ref(iterator);
    self->as_future = as_future;
    *out = &self->coro.base;
    return RL_OK;
}
