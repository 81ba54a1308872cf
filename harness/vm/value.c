/*
 * value.c - memory, the list of all objects, and how an object dies.
 */
#include "value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "classes.h"

static obj all;    /* head of the circular list of all objects */
static bool ending;

void *vm_alloc(size_t size)
{
    void *memory = calloc(1, size == 0 ? 1 : size);
    if (memory == NULL) {
        fputs("aiospec: out of memory in the virtual machine\n", stderr);
        abort();
    }
    return memory;
}

void *vm_realloc(void *old, size_t size)
{
    void *memory = realloc(old, size == 0 ? 1 : size);
    if (memory == NULL) {
        fputs("aiospec: out of memory in the virtual machine\n", stderr);
        abort();
    }
    return memory;
}

void vm_objects_start(void)
{
    all.prev = all.next = &all;
    ending = false;
}

obj *vm_objects_list(void)
{
    return &all;
}

bool vm_objects_ending(void)
{
    return ending;
}

void *vm_object_new(class *cls, size_t extra)
{
    obj *o = vm_alloc(cls->size + extra);
    o->cls = vm_ref(cls);
    o->refs = 1;
    o->next = &all;
    o->prev = all.prev;
    all.prev->next = o;
    all.prev = o;
    return o;
}

void vm_object_to_end(obj *o)
{
    o->prev->next = o->next;
    o->next->prev = o->prev;
    o->next = &all;
    o->prev = all.prev;
    all.prev->next = o;
    all.prev = o;
}

static void unlink_and_free(obj *o)
{
    class *cls = o->cls;
    o->prev->next = o->next;
    o->next->prev = o->prev;
    free(o);
    vm_unref(cls);
}

void vm_object_destroy(obj *o)
{
    if (ending)
        return; /* vm_objects_free_all gets to it */
    if (o->cls->has_finalizer && !(o->flags & OBJ_FINALIZED)) {
        o->refs = 1;
        o->flags |= OBJ_FINALIZED;
        vm_call_finalizer(o);
        if (--o->refs > 0)
            return; /* it saved itself */
    }
    /* While it is taken apart it must not die a second time. */
    o->refs = 1;
    if (o->cls->slots->clear != NULL)
        o->cls->slots->clear(o);
    if (--o->refs > 0)
        return; /* clear made it known again (future.c) */
    unlink_and_free(o);
}

/*
 * Two rounds: first every object forgets what it refers to, which releases
 * whatever the loops hold for it; then the memory goes.  No object is freed in
 * the first round, so nothing dangles however tangled they are.
 */
void vm_objects_free_all(void)
{
    ending = true;
    for (obj *o = all.next; o != &all; o = o->next) {
        if (o->cls->slots->clear != NULL)
            o->cls->slots->clear(o);
    }
    while (all.next != &all) {
        obj *o = all.next;
        all.next = o->next;
        o->next->prev = &all;
        free(o);
    }
}

bool vm_same(value a, value b)
{
    if (a.tag != b.tag)
        return false;
    switch (a.tag) {
    case VM_NULL:
    case VM_NONE:
        return true;
    case VM_BOOL:
        return a.as.b == b.as.b;
    case VM_INT:
        return a.as.i == b.as.i;
    case VM_FLOAT:
        return memcmp(&a.as.f, &b.as.f, sizeof a.as.f) == 0;
    case VM_OBJ:
        return a.as.o == b.as.o;
    }
    return false;
}
