/*
 * queue.c - queues between tasks: first in first out, by priority, last in
 * first out.
 *
 * CPython: queues.Queue, PriorityQueue, LifoQueue.  Items: queue_items.c.
 *
 * Whoever is woken is taken out of its list at once, and owns nothing yet: when
 * its task runs it looks again, and may have to wait again, at the end (QUEUE-4,
 * QUEUE-5).
 */
#include <stdio.h>

#include "exc.h"
#include "log.h"
#include "mem.h"
#include "queue_items.h"
#include "steps.h"
#include "waiters.h"

struct rl_queue {
    uint32_t ref_count;
    int64_t max_size;
    queue_items items;
    waiters getters;
    waiters putters;
    loop_binding binding;
    size_t unfinished_tasks;
    rl_event *finished;
    bool is_shutdown;
};

static rl_err wakeup_next(waiters *list);

/* ---- Life ----------------------------------------------------------------- */

rl_err rl_queue_new(rl_queue_kind kind, int64_t max_size, rl_less less, rl_queue **out)
{
    rl_queue *queue = mem_alloc(sizeof *queue);
    if (queue == NULL)
        return RL_ERR_NO_MEMORY;
    *queue = (rl_queue){
        .ref_count = 1, .max_size = max_size, .items = {.kind = kind, .less = less}};
    if (rl_event_new(&queue->finished) != RL_OK) {
        mem_free(queue);
        return RL_ERR_NO_MEMORY;
    }
    rl_event_set(queue->finished);
    *out = queue;
    return RL_OK;
}

rl_queue *rl_queue_ref(rl_queue *queue)
{
    queue->ref_count++;
    return queue;
}

void rl_queue_unref(rl_queue *queue)
{
    if (queue == NULL || --queue->ref_count > 0)
        return;
    queue_items_fini(&queue->items);
    rl_event_unref(queue->finished);
    waiters_unbind(&queue->binding);
    mem_free(queue);
}

/* QUEUE-8: items only, nobody who waits. */
size_t rl_queue_qsize(const rl_queue *queue)
{
    return queue->items.count;
}

int64_t rl_queue_maxsize(const rl_queue *queue)
{
    return queue->max_size;
}

bool rl_queue_empty(const rl_queue *queue)
{
    return queue->items.count == 0;
}

bool rl_queue_full(const rl_queue *queue)
{
    return queue->max_size > 0 && queue->items.count >= (size_t)queue->max_size; /* QUEUE-1 */
}

/* ---- repr and str --------------------------------------------------------- */

static void add_items(log_text *text, const queue_items *items)
{
    char one[256];

    if (items->count == 0)
        return;
    log_text_add(text, " _queue=[");
    for (size_t i = 0; i < items->count; i++) {
        rl_value item = queue_items_at(items, i);
        log_text_add(text, i == 0 ? "" : ", ");
        if (item.type == NULL || item.type->repr == NULL)
            snprintf(one, sizeof one, "%p", item.ptr);
        else
            item.type->repr(item.ptr, one, sizeof one);
        log_text_add(text, one);
    }
    log_text_add(text, "]");
}

static void add_count(log_text *text, const char *format, size_t count)
{
    char part[64];

    if (count == 0)
        return;
    snprintf(part, sizeof part, format, count);
    log_text_add(text, part);
}

/* QUEUE-11.  CPython: Queue.__repr__; with `address` false Queue.__str__. */
size_t rl_queue_repr(const rl_queue *queue, bool address, char *buffer, size_t size)
{
    static const char *const names[] = {"Queue", "PriorityQueue", "LifoQueue"};
    char at[40] = "";
    log_text text;

    log_text_init(&text);
    add_items(&text, &queue->items);
    add_count(&text, " _getters[%zu]", queue->getters.count);
    add_count(&text, " _putters[%zu]", queue->putters.count);
    add_count(&text, " tasks=%zu", queue->unfinished_tasks);
    if (queue->is_shutdown)
        log_text_add(&text, " shutdown");
    if (address)
        snprintf(at, sizeof at, "at %p ", (const void *)queue);
    int len = snprintf(buffer, size, "<%s %smaxsize=%lld%s>", names[queue->items.kind], at,
                       (long long)queue->max_size, text.at);
    log_text_fini(&text);
    return len < 0 ? 0 : (size_t)len;
}

static size_t repr(const void *queue, char *buffer, size_t size)
{
    return rl_queue_repr(queue, true, buffer, size);
}

/* ---- Without waiting ------------------------------------------------------ */

static rl_exc *exc_of(rl_err err)
{
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

rl_exc *rl_queue_put_nowait(rl_queue *queue, rl_value item)
{
    rl_err refused = RL_OK;

    if (queue->is_shutdown)
        refused = RL_ERR_QUEUE_SHUT_DOWN; /* QUEUE-9 */
    else if (rl_queue_full(queue))
        refused = RL_ERR_QUEUE_FULL; /* QUEUE-2 */
    if (refused != RL_OK) {
        value_unref(item);
        return rl_exc_from_err(refused);
    }
    rl_exc *exc = queue_items_put(&queue->items, item);
    if (exc != NULL)
        return exc;
    queue->unfinished_tasks++;
    rl_event_clear(queue->finished);
    return exc_of(wakeup_next(&queue->getters));
}

rl_exc *rl_queue_get_nowait(rl_queue *queue, rl_value *out)
{
    rl_value item;

    if (rl_queue_empty(queue))
        return rl_exc_from_err(queue->is_shutdown ? RL_ERR_QUEUE_SHUT_DOWN : RL_ERR_QUEUE_EMPTY);
    rl_exc *exc = queue_items_get(&queue->items, &item);
    if (exc != NULL)
        return exc;
    rl_err err = wakeup_next(&queue->putters);
    if (err != RL_OK) {
        value_unref(item);
        return rl_exc_from_err(err);
    }
    *out = item;
    return NULL;
}

/* The first that is not done; those before it leave the list as well. */
static rl_err wakeup_next(waiters *list)
{
    while (list->first != NULL) {
        waiter *w = list->first;
        waiters_unlink(w);
        if (!rl_future_done(w->future))
            return waiters_wake(w);
    }
    return RL_OK;
}

rl_err rl_queue_task_done(rl_queue *queue)
{
    if (queue->unfinished_tasks == 0)
        return RL_ERR_TASK_DONE_TOO_OFTEN; /* QUEUE-7 */
    if (--queue->unfinished_tasks > 0)
        return RL_OK;
    return rl_event_set(queue->finished);
}

/* QUEUE-10. */
static rl_exc *drain(rl_queue *queue)
{
    while (!rl_queue_empty(queue)) {
        rl_value item;
        rl_exc *exc = queue_items_get(&queue->items, &item);
        if (exc != NULL)
            return exc;
        value_unref(item);
        if (queue->unfinished_tasks > 0)
            queue->unfinished_tasks--;
    }
    return queue->unfinished_tasks == 0 ? exc_of(rl_event_set(queue->finished)) : NULL;
}

/* QUEUE-16: who is cancelled already stays so. */
static rl_err wake_all(waiters *list)
{
    rl_err err = RL_OK;

    while (list->first != NULL && err == RL_OK)
        err = wakeup_next(list);
    return err;
}

/* QUEUE-9. */
rl_exc *rl_queue_shutdown(rl_queue *queue, bool immediate)
{
    queue->is_shutdown = true;
    if (immediate) {
        rl_exc *exc = drain(queue);
        if (exc != NULL)
            return exc;
    }
    rl_err err = wake_all(&queue->getters);
    if (err == RL_OK)
        err = wake_all(&queue->putters);
    return exc_of(err);
}

/* ---- put and get ---------------------------------------------------------- */

typedef struct transfer {
    steps frame;
    rl_queue *queue;
    waiter waiter;
    rl_value item; /* of a put, until it is in the queue */
} transfer;

enum { WAITING = 1 };

static rl_err transfer_new(const steps_type *type, rl_queue *queue, transfer **out)
{
    rl_err err = coro_new(&type->coro, out);
    if (err == RL_OK)
        (*out)->queue = rl_queue_ref(queue);
    return err;
}

static void transfer_drop(steps *frame)
{
    transfer *self = (transfer *)frame;

    waiters_remove(&self->waiter);
    value_unref(self->item);
    rl_queue_unref(self->queue);
}

/* Wait in that list, or end with an exception. */
static void wait_in(transfer *self, waiters *list)
{
    rl_queue *queue = self->queue;
    rl_exc *exc = NULL;

    if (queue->is_shutdown)
        exc = rl_exc_from_err(RL_ERR_QUEUE_SHUT_DOWN);
    else
        exc = waiters_prepare(&self->waiter, &queue->binding, repr, queue);
    if (exc != NULL) {
        steps_raise(&self->frame, exc);
        return;
    }
    waiters_append(list, &self->waiter);
    steps_await(&self->frame, self->waiter.future, WAITING);
}

/* QUEUE-6: who was woken and cannot go on wakes the next one.  Returns what is
 * raised. */
static rl_exc *give_up(transfer *self, waiters *list, bool blocked, rl_exc *raised)
{
    bool was_pending;
    rl_err err = rl_future_try_cancel(self->waiter.future, value_none(), &was_pending);

    if (err == RL_OK) {
        bool cancelled = rl_future_cancelled(self->waiter.future);
        waiters_unlink(&self->waiter);
        if (!blocked && !cancelled)
            err = wakeup_next(list);
    }
    waiters_remove(&self->waiter);
    return steps_chain(raised, err);
}

static void put_run(steps *frame, rl_exc *raised)
{
    transfer *self = (transfer *)frame;
    rl_queue *queue = self->queue;

    if (raised != NULL) {
        steps_raise(frame, give_up(self, &queue->putters, rl_queue_full(queue), raised));
        return;
    }
    waiters_remove(&self->waiter);
    if (rl_queue_full(queue)) {
        wait_in(self, &queue->putters);
        return;
    }
    rl_value item = self->item;
    self->item = value_none();
    steps_end(frame, rl_queue_put_nowait(queue, item), value_none());
}

static void get_run(steps *frame, rl_exc *raised)
{
    transfer *self = (transfer *)frame;
    rl_queue *queue = self->queue;
    rl_value item = value_none();

    if (raised != NULL) {
        steps_raise(frame, give_up(self, &queue->getters, rl_queue_empty(queue), raised));
        return;
    }
    waiters_remove(&self->waiter);
    if (rl_queue_empty(queue)) {
        wait_in(self, &queue->getters);
        return;
    }
    raised = rl_queue_get_nowait(queue, &item);
    steps_end(frame, raised, item);
}

static const steps_type put_type = {{sizeof(transfer), steps_run, steps_fini, "Queue.put"},
    put_run, transfer_drop};
static const steps_type get_type = {{sizeof(transfer), steps_run, steps_fini, "Queue.get"},
    get_run, transfer_drop};

rl_err rl_queue_put(rl_queue *queue, rl_value item, rl_coro **out)
{
    transfer *self;
    rl_err err = transfer_new(&put_type, queue, &self);
    if (err != RL_OK) {
        value_unref(item);
        return err;
    }
    self->item = item;
    *out = &self->frame.coro.base;
    return RL_OK;
}

rl_err rl_queue_get(rl_queue *queue, rl_coro **out)
{
    transfer *self;
    rl_err err = transfer_new(&get_type, queue, &self);
    if (err == RL_OK)
        *out = &self->frame.coro.base;
    return err;
}

/* ---- join ----------------------------------------------------------------- */

/* QUEUE-7.  The count is looked at once: who waits returns when it was 0 at some moment.
 * QUEUE-13: it does not look at the count again. */
static void join_run(steps *frame, rl_exc *raised)
{
    transfer *self = (transfer *)frame;
    rl_coro *wait = NULL;

    if (frame->coro.state == WAITING || self->queue->unfinished_tasks == 0) {
        steps_end(frame, raised, value_none());
        return;
    }
    rl_err err = rl_event_wait(self->queue->finished, &wait);
    steps_await_coro(frame, err, wait, WAITING);
}

static const steps_type join_type = {{sizeof(transfer), steps_run, steps_fini, "Queue.join"},
    join_run, transfer_drop};

rl_err rl_queue_join(rl_queue *queue, rl_coro **out)
{
    transfer *self;
    rl_err err = transfer_new(&join_type, queue, &self);
    if (err == RL_OK)
        *out = &self->frame.coro.base;
    return err;
}
