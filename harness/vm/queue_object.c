/*
 * queue_object.c - asyncio.Queue, PriorityQueue and LifoQueue.
 *
 * CPython: asyncio/queues.py.
 */
#include <stdlib.h>
#include <string.h>

#include "args.h"
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"
#include "thread.h"

typedef struct queue_object {
    obj head;
    rl_queue *queue;
} queue_object;

static class queue_class, priority_queue_class, lifo_queue_class;

static rl_queue *queue_of(value v)
{
    return ((queue_object *)v.as.o)->queue;
}

/* CPython: heapq compares with `<`. */
static rl_exc *less(rl_value a, rl_value b, bool *is_less)
{
    rl_exc *exc = NULL;
    bool had = vm_enter();
    value x = vm_from_rl(a), y = vm_from_rl(b);
    int answer = vm_order("<", x, y);
    if (answer < 0)
        exc = vm_to_exc(vm_take_exception());
    *is_less = answer == 1;
    vm_drop(x);
    vm_drop(y);
    vm_leave(had);
    return exc;
}

/* Queue(maxsize=0) */
static value queue_create(class *cls, const args *a)
{
    static const char *const names[] = { "maxsize", NULL };
    value given;
    int64_t max_size = 0;
    if (!vm_keywords(a, "Queue.__init__", names, &given))
        return NULL_VALUE;
    if (a->count > 0)
        given = a->at[0];
    if (!vm_is_null(given) && !vm_to_int(given, "Queue", &max_size))
        return NULL_VALUE;
    rl_queue_kind kind = cls == &priority_queue_class ? RL_QUEUE_PRIORITY
                         : cls == &lifo_queue_class   ? RL_QUEUE_LIFO
                                                      : RL_QUEUE_FIFO;
    rl_queue *made;
    rl_err err = rl_queue_new(kind, max_size, kind == RL_QUEUE_PRIORITY ? less : NULL, &made);
    if (err != RL_OK)
        return vm_raise_err(err);
    queue_object *q = vm_object_new(cls, 0);
    q->queue = made;
    return vm_obj(q);
}

static value queue_qsize(value self, const args *a)
{
    (void)a;
    return vm_int((int64_t)rl_queue_qsize(queue_of(self)));
}

static value queue_empty(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_queue_empty(queue_of(self)));
}

static value queue_full(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_queue_full(queue_of(self)));
}

static value queue_put_nowait(value self, const args *a)
{
    rl_exc *exc = rl_queue_put_nowait(queue_of(self), vm_to_rl(a->at[0]));
    return exc != NULL ? vm_raise_exc(exc, true) : NONE_VALUE;
}

static value queue_get_nowait(value self, const args *a)
{
    (void)a;
    rl_value item;
    rl_exc *exc = rl_queue_get_nowait(queue_of(self), &item);
    if (exc != NULL)
        return vm_raise_exc(exc, true);
    value result = vm_from_rl(item);
    vm_rl_release(item);
    return result;
}

static value queue_put(value self, const args *a)
{
    rl_coro *coro;
    rl_err err = rl_queue_put(queue_of(self), vm_to_rl(a->at[0]), &coro);
    return vm_coroutine_over("Queue.put", err, coro, NULL);
}

static value queue_get(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_queue_get(queue_of(self), &coro);
    return vm_coroutine_over("Queue.get", err, coro, NULL);
}

static value queue_task_done(value self, const args *a)
{
    (void)a;
    rl_err err = rl_queue_task_done(queue_of(self));
    return err != RL_OK ? vm_raise_err(err) : NONE_VALUE;
}

static value queue_join(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_queue_join(queue_of(self), &coro);
    return vm_coroutine_over("Queue.join", err, coro, NULL);
}

/* shutdown(immediate=False) */
static value queue_shutdown(value self, const args *a)
{
    static const char *const names[] = { "immediate", NULL };
    value given;
    if (!vm_keywords(a, "shutdown", names, &given))
        return NULL_VALUE;
    if (a->count > 0)
        given = a->at[0];
    int immediate = vm_is_null(given) ? 0 : vm_truth(given);
    if (immediate < 0)
        return NULL_VALUE;
    rl_queue_shutdown(queue_of(self), immediate == 1);
    return NONE_VALUE;
}

static value queue_get_attr(obj *self, str *name, bool *found)
{
    *found = strcmp(name->text, "maxsize") == 0;
    return *found ? vm_int(rl_queue_maxsize(((queue_object *)self)->queue)) : NULL_VALUE;
}

static void queue_clear(obj *self)
{
    rl_queue *queue = ((queue_object *)self)->queue;
    ((queue_object *)self)->queue = NULL;
    if (queue != NULL)
        rl_queue_unref(queue);
}

/* As long as the items' own texts make it. */
static value text_of(obj *self, bool address)
{
    const rl_queue *queue = ((queue_object *)self)->queue;
    size_t size = 0;
    char *text = NULL;
    for (size_t length = 1; length >= size;) {
        size = length + 1;
        text = vm_realloc(text, size);
        length = rl_queue_repr(queue, address, text, size);
    }
    value v = vm_text(text);
    free(text);
    return v;
}

static value queue_repr(obj *self) { return text_of(self, true); }
static value queue_str(obj *self) { return text_of(self, false); }

static const class_slots queue_slots = {
    .clear = queue_clear, .repr = queue_repr, .to_str = queue_str,
    .get_attr = queue_get_attr, .create = queue_create,
};

static const builtin_def queue_methods[] = {
    { "qsize", queue_qsize, 0, 0, false },
    { "empty", queue_empty, 0, 0, false },
    { "full", queue_full, 0, 0, false },
    { "put_nowait", queue_put_nowait, 1, 1, false },
    { "get_nowait", queue_get_nowait, 0, 0, false },
    { "put", queue_put, 1, 1, false },
    { "get", queue_get, 0, 0, false },
    { "task_done", queue_task_done, 0, 0, false },
    { "join", queue_join, 0, 0, false },
    { "shutdown", queue_shutdown, 0, 1, true },
    { NULL, NULL, 0, 0, false },
};

void vm_queue_classes(obj *asyncio)
{
    vm_class_start(&queue_class, "Queue", &vm_object_class, sizeof(queue_object), &queue_slots,
                   queue_methods);
    vm_class_start(&priority_queue_class, "PriorityQueue", &queue_class, sizeof(queue_object),
                   &queue_slots, NULL);
    vm_class_start(&lifo_queue_class, "LifoQueue", &queue_class, sizeof(queue_object),
                   &queue_slots, NULL);
    static class *const classes[] = {
        &queue_class, &priority_queue_class, &lifo_queue_class, &vm_exc.QueueEmpty,
        &vm_exc.QueueFull, &vm_exc.QueueShutDown,
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        vm_module_set(asyncio, classes[i]->name->text, vm_obj(vm_ref(classes[i])));
}
