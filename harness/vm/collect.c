/*
 * collect.c - finds objects that only cycles keep alive.  Mirrors CPython's
 * gcmodule in miniature: whatever has more references than other objects
 * account for is held from outside, and so is all it leads to.
 */
#include "collect.h"

#include <stdlib.h>

#include "classes.h"
#include "loops.h"
#include "value.h"

/*
 * The library's futures refer to objects and to one another.  An object stands for
 * each of them while garbage is looked for, and their references are its own.
 */
static obj **stand_ins;
static size_t stand_in_count;

static void count_one(obj *child, void *arg)
{
    (void)arg;
    if (child->outside_refs > 0)
        child->outside_refs--;
}

/* Objects to go on from; an array used as a stack. */
typedef struct worklist {
    obj **at;
    size_t count, capacity;
} worklist;

static void reach_one(obj *child, void *arg)
{
    worklist *w = arg;
    if (child->next == NULL || child->flags & OBJ_REACHABLE)
        return; /* static, or known */
    child->flags |= OBJ_REACHABLE;
    if (w->count == w->capacity) {
        w->capacity = w->capacity < 64 ? 64 : w->capacity * 2;
        w->at = vm_realloc(w->at, w->capacity * sizeof *w->at);
    }
    w->at[w->count++] = child;
}

static void visit(obj *o, visitor call, void *arg)
{
    if (o->cls->slots->visit != NULL)
        o->cls->slots->visit(o, call, arg);
}

/* An object keeps its class alive too, besides what its visit function names. */
static void mark(worklist *w)
{
    obj *all = vm_objects_list();
    for (obj *o = all->next; o != all; o = o->next) {
        o->outside_refs = o->refs;
        if (o->cls->slots->hidden_refs != NULL)
            o->outside_refs += o->cls->slots->hidden_refs(o);
        o->flags &= (unsigned char)~OBJ_REACHABLE;
    }
    for (size_t i = 0; i < stand_in_count; i++)
        stand_ins[i]->outside_refs--;
    for (obj *o = all->next; o != all; o = o->next) {
        visit(o, count_one, NULL);
        count_one(&o->cls->head, NULL);
    }
    for (obj *o = all->next; o != all; o = o->next) {
        if (o->outside_refs > 0)
            reach_one(o, w);
    }
    while (w->count > 0) {
        obj *o = w->at[--w->count];
        reach_one(&o->cls->head, w);
        visit(o, reach_one, w);
    }
}

/* What __del__, and an object's own end, have to do: all of it comes before
 * anything is cleared.  False: there was nothing to do. */
static bool finalize(obj *o)
{
    if (!o->cls->has_finalizer)
        return o->cls->slots->finalize != NULL && o->cls->slots->finalize(o);
    if (o->flags & OBJ_FINALIZED)
        return false;
    o->flags |= OBJ_FINALIZED;
    vm_call_finalizer(o);
    return true;
}

static void clear_all(obj **garbage, size_t count)
{
    for (size_t i = 0; i < count; i++)
        garbage[i]->flags |= OBJ_GARBAGE;
    for (size_t i = 0; i < count; i++) {
        if (garbage[i]->cls->slots->clear != NULL)
            garbage[i]->cls->slots->clear(garbage[i]);
    }
}

/* True: a finalizer has run, which may have saved something. */
static bool collect_once(void)
{
    worklist w = { 0 };
    stand_in_count = vm_futures_stand_in(&stand_ins);
    mark(&w);
    free(w.at);
    obj *all = vm_objects_list();
    size_t count = 0;
    for (obj *o = all->next; o != all; o = o->next)
        count += !(o->flags & OBJ_REACHABLE);
    obj **garbage = vm_alloc((count + 1) * sizeof *garbage);
    count = 0;
    for (obj *o = all->next; o != all; o = o->next) {
        if (!(o->flags & OBJ_REACHABLE))
            garbage[count++] = vm_ref(o);
    }
    bool finalized = false;
    for (size_t i = 0; i < count; i++)
        finalized |= finalize(garbage[i]);
    if (!finalized)
        clear_all(garbage, count);
    for (size_t i = 0; i < count; i++)
        vm_unref(garbage[i]);
    free(garbage);
    for (size_t i = 0; i < stand_in_count; i++)
        vm_unref(stand_ins[i]);
    free(stand_ins);
    stand_in_count = 0;
    return finalized;
}

void vm_collect(void)
{
    while (collect_once())
        continue;
}
