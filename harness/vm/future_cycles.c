/*
 * future_cycles.c - futures and tasks as the collector of cycles sees them.
 *
 * The library's futures refer to objects and to one another: a task to its coroutine
 * and to the future it waits for, that one to the task and to the program's callbacks.
 * The object of a future stands for all of it: what the library's future refers to
 * counts as its own, and so do the references that others in the library have.
 */
#include <stdlib.h>

#include "coroutines.h"
#include "loops.h"

typedef struct visitation {
    visitor visit;
    void *arg;
} visitation;

static void visit_value(rl_value v, void *arg)
{
    vm_rl_visit(v, ((visitation *)arg)->visit, ((visitation *)arg)->arg);
}

static void visit_future(rl_future *future, void *arg)
{
    vm_visit_ref(vm_future_find(future), ((visitation *)arg)->visit, ((visitation *)arg)->arg);
}

static void visit_coro(rl_coro *coro, void *arg)
{
    vm_coro_visit(coro, ((visitation *)arg)->visit, ((visitation *)arg)->arg);
}

static void visit_call(const rl_call *call, void *call_arg, void *arg)
{
    if (call == &vm_future_callback)
        ((visitation *)arg)->visit(call_arg, ((visitation *)arg)->arg);
}

/* What the library's future refers to counts as this object's. */
void vm_future_visit(obj *self, visitor visit, void *arg)
{
    future_object *f = (future_object *)self;
    visitation v = { visit, arg };
    vm_visit_ref(f->loop, visit, arg);
    if (f->future != NULL)
        rl_future_traverse(f->future, &(rl_traversal){ visit_value, visit_future, visit_coro,
                                                       visit_call, &v });
}

/* References to the library's future, but for the object's own. */
size_t vm_future_hidden_refs(obj *self)
{
    const rl_future *future = ((future_object *)self)->future;
    return future == NULL ? 0 : rl_future_ref_count(future) - 1;
}

bool vm_future_finalize(obj *self)
{
    rl_future *future = ((future_object *)self)->future;
    return future != NULL && rl_future_finalize(future);
}

typedef struct future_list {
    rl_future **at; /* borrowed; newest first */
    size_t count, capacity;
} future_list;

static void list_future(rl_future *future, void *arg)
{
    future_list *l = arg;
    if (l->count == l->capacity) {
        l->capacity = l->capacity < 16 ? 16 : 2 * l->capacity;
        l->at = vm_realloc(l->at, l->capacity * sizeof(rl_future *));
    }
    l->at[l->count++] = future;
}

static void list_futures(rl_loop *loop, void *arg)
{
    rl_all_futures(loop, list_future, arg);
}

/* Objects are taken apart in the order in which they were made.  A stand-in was made
 * late, so all futures go to the end, each task behind its coroutine. */
static void put_in_order(const future_list *l)
{
    for (size_t i = l->count; i > 0; i--) {
        rl_task *task = rl_future_task(l->at[i - 1]);
        value coro = task == NULL ? NONE_VALUE : vm_coro_object(rl_task_get_coro(task));
        if (!vm_is_none(coro))
            vm_object_to_end(coro.as.o);
        vm_drop(coro);
        vm_object_to_end(&vm_future_find(l->at[i - 1])->head);
    }
}

size_t vm_futures_stand_in(obj ***out)
{
    future_list all = { 0 };
    size_t count = 0;
    vm_loops_each(list_futures, &all);
    *out = vm_alloc((all.count + 1) * sizeof(obj *));
    for (size_t i = 0; i < all.count; i++) {
        if (vm_future_find(all.at[i]) == NULL)
            (*out)[count++] = vm_future_of(all.at[i]).as.o;
    }
    put_in_order(&all);
    free(all.at);
    return count;
}

/* Nobody is left to see what becomes of them. */
void vm_futures_abandon(void)
{
    future_list all = { 0 };
    vm_loops_each(list_futures, &all);
    for (size_t i = 0; i < all.count; i++)
        rl_future_ref(all.at[i]);
    for (size_t i = 0; i < all.count; i++) {
        rl_future_abandon(all.at[i]);
        rl_future_unref(all.at[i]);
    }
    free(all.at);
}
