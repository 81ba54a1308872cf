/*
 * event_object.c - asyncio.Event.
 *
 * CPython: locks.Event.
 */
#include "classes.h"
#include "loops.h"
#include "modules.h"
#include "primitives.h"
#include "tasks.h"
#include "text.h"

typedef struct event_object {
    obj head;
    rl_event *event;
} event_object;

static class event_class;

static rl_event *event_of(value v)
{
    return ((event_object *)v.as.o)->event;
}

static value event_create(class *cls, const args *a)
{
    (void)cls;
    rl_event *made;
    if (!vm_no_arguments("Event", a))
        return NULL_VALUE;
    rl_err err = rl_event_new(&made);
    if (err != RL_OK)
        return vm_raise_err(err);
    event_object *e = vm_object_new(&event_class, 0);
    e->event = made;
    return vm_obj(e);
}

static value event_is_set(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_event_is_set(event_of(self)));
}

static value event_set(value self, const args *a)
{
    (void)a;
    rl_event_set(event_of(self));
    return NONE_VALUE;
}

static value event_unset(value self, const args *a)
{
    (void)a;
    rl_event_clear(event_of(self));
    return NONE_VALUE;
}

static value event_wait(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_event_wait(event_of(self), &coro);
    return vm_coroutine_over("Event.wait", err, coro, vm_finish_bool);
}

static value event_repr(obj *self)
{
    char text[VM_PRIMITIVE_REPR_ROOM];
    rl_event_repr(((event_object *)self)->event, text, sizeof text);
    return vm_text(text);
}

static void event_clear(obj *self)
{
    rl_event *event = ((event_object *)self)->event;
    ((event_object *)self)->event = NULL;
    if (event != NULL)
        rl_event_unref(event);
}

static const class_slots event_slots = {
    .clear = event_clear, .repr = event_repr, .create = event_create,
};

static const builtin_def event_methods[] = {
    { "is_set", event_is_set, 0, 0, false },
    { "set", event_set, 0, 0, false },
    { "clear", event_unset, 0, 0, false },
    { "wait", event_wait, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_event_classes(obj *asyncio)
{
    vm_class_start(&event_class, "Event", &vm_object_class,
                   sizeof(event_object), &event_slots, event_methods);
    vm_module_set(asyncio, "Event", vm_obj(vm_ref(&event_class)));
}
