/*
 * collect.c - finds objects that only cycles keep alive.  Mirrors CPython's
 * gcmodule in miniature: whatever has more references than other objects
 * account for is held from outside, and so is all it leads to.
 */
#include "collect.h"

#include <stdlib.h>

#include "classes.h"
#include "value.h"

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
        o->flags &= (unsigned char)~OBJ_REACHABLE;
    }
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

void vm_collect(void)
{
    worklist w = { 0 };
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
    for (size_t i = 0; i < count; i++) {
        obj *o = garbage[i];
        if (o->cls->has_finalizer && !(o->flags & OBJ_FINALIZED)) {
            o->flags |= OBJ_FINALIZED;
            vm_call_finalizer(o);
            finalized = true;
        }
    }
    /* A finalizer may have saved something: look again, and clear it next time. */
    if (!finalized) {
        for (size_t i = 0; i < count; i++) {
            if (garbage[i]->cls->slots->clear != NULL)
                garbage[i]->cls->slots->clear(garbage[i]);
        }
    }
    for (size_t i = 0; i < count; i++)
        vm_unref(garbage[i]);
    free(garbage);
    if (finalized)
        vm_collect();
}
