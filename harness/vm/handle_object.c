/*
 * handle_object.c - asyncio.Handle and asyncio.TimerHandle.
 *
 * CPython: events.Handle, events.TimerHandle.
 */
#include <math.h>

#include "classes.h"
#include "exception.h"
#include "loops.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

class vm_handle_class, vm_timer_handle_class;

static handle_object *live;

static handle_object *as_handle(value v)
{
    return (handle_object *)v.as.o;
}

value vm_handle_new(class *cls, loop_object *loop, rl_handle *handle, job *j, value when)
{
    handle_object *h = vm_object_new(cls, 0);
    h->handle = handle;
    h->loop = vm_ref(loop);
    h->job = j == NULL ? NULL : vm_ref(j);
    h->when = vm_keep(when);
    h->shown = NULL_VALUE;
    h->next = live;
    live = h;
    return vm_obj(h);
}

value vm_handle_wrapper(rl_handle *handle, loop_object *loop, job *j)
{
    for (handle_object *h = live; h != NULL; h = h->next) {
        if (h->handle == handle)
            return vm_obj(vm_ref(h));
    }
    class *cls = isnan(rl_handle_when(handle)) ? &vm_handle_class : &vm_timer_handle_class;
    return vm_handle_new(cls, loop, rl_handle_ref(handle), j, NULL_VALUE);
}

static void handle_clear(obj *self)
{
    handle_object *h = (handle_object *)self;
    for (handle_object **at = &live; *at != NULL; at = &(*at)->next) {
        if (*at == h) {
            *at = h->next;
            break;
        }
    }
    rl_handle *handle = h->handle;
    h->handle = NULL;
    if (handle != NULL)
        rl_handle_unref(handle);
    VM_CLEAR_REF(h->job);
    vm_clear(&h->when);
    vm_clear(&h->shown);
    VM_CLEAR_REF(h->loop);
}

static void handle_visit(obj *self, visitor visit, void *arg)
{
    handle_object *h = (handle_object *)self;
    vm_visit_ref(h->job, visit, arg);
    vm_visit_ref(h->loop, visit, arg);
    vm_visit_value(h->when, visit, arg);
}

/*
 * A handle of call_soon_threadsafe is locked while its callback runs (THR-4),
 * and that callback needs our lock: never wait for the one with the other.
 */
static void let_go(handle_object *h)
{
    vm_ref(h);
    if (h->is_shared)
        vm_unlock();
}

static void take_back(handle_object *h)
{
    if (h->is_shared)
        vm_lock();
    vm_unref(h);
}

static bool is_cancelled(handle_object *h)
{
    if (h->handle == NULL)
        return h->cancelled;
    let_go(h);
    bool cancelled = rl_handle_cancelled(h->handle);
    take_back(h);
    return cancelled;
}

static value describe(const handle_object *h, bool cancelled);

/* DBG-8: CPython writes that repr first, for what is logged about the handle later. */
static void keep_shown(handle_object *h)
{
    if (vm_is_null(h->shown) && h->job != NULL && rl_loop_get_debug(h->loop->loop))
        h->shown = describe(h, true);
}

static value handle_cancel(value self, const args *a)
{
    (void)a;
    handle_object *h = as_handle(self);
    keep_shown(h);
    if (h->handle == NULL) {
        h->cancelled = true;
        return NONE_VALUE;
    }
    let_go(h);
    rl_handle_cancel(h->handle);
    take_back(h);
    VM_CLEAR_REF(h->job);
    return NONE_VALUE;
}

static value handle_cancelled(value self, const args *a)
{
    (void)a;
    return vm_bool(is_cancelled(as_handle(self)));
}

static value handle_get_context(value self, const args *a)
{
    (void)a;
    handle_object *h = as_handle(self);
    rl_context *context;
    rl_err err = RL_ERR_UNSUPPORTED;
    let_go(h);
    if (h->handle != NULL)
        err = rl_handle_get_context(h->handle, &context);
    take_back(h);
    return err != RL_OK ? vm_raise_err(err) : vm_context_wrapper(context);
}

static value deadline(const handle_object *h)
{
    return vm_is_null(h->when) ? vm_float(rl_handle_when(h->handle)) : vm_keep(h->when);
}

static value timer_when(value self, const args *a)
{
    (void)a;
    return deadline(as_handle(self));
}

/* TIMER-13, from here to timer_order. */
static int timer_hash(obj *self, uint64_t *out)
{
    value when = deadline((handle_object *)self);
    int result = vm_hash(when, out);
    vm_drop(when);
    return result;
}

/* CPython: TimerHandle.__eq__: deadline, callback, arguments, cancelled. */
static int timer_equal(obj *self, value other)
{
    if (!vm_is(other, &vm_timer_handle_class))
        return VM_NOT_IMPLEMENTED;
    handle_object *a = (handle_object *)self, *b = as_handle(other);
    value x = deadline(a), y = deadline(b);
    int same = vm_same_or_equal(x, y);
    vm_drop(x);
    vm_drop(y);
    if (same != 1 || is_cancelled(a) != is_cancelled(b))
        return same < 0 ? -1 : 0;
    if (a->job == NULL || b->job == NULL)
        return a->job == b->job;
    same = vm_same_or_equal(a->job->function, b->job->function);
    return same != 1 ? same : vm_same_or_equal(a->job->arguments, b->job->arguments);
}

static int timer_order(obj *self, value other, const char *op)
{
    if (!vm_is(other, &vm_timer_handle_class))
        return VM_NOT_IMPLEMENTED;
    value x = deadline((handle_object *)self), y = deadline(as_handle(other));
    int answer = vm_order(op, x, y);
    vm_drop(x);
    vm_drop(y);
    /* <= and >= are also true where == is, but that implies equal deadlines. */
    return answer;
}

/* READY-16.  CPython 3.13+: without the arguments. */
static value describe(const handle_object *h, bool cancelled)
{
    text_buffer b = { 0 };
    vm_buffer_char(&b, '<');
    vm_buffer_text(&b, h->head.cls->name->text);
    if (cancelled)
        vm_buffer_text(&b, " cancelled");
    if (h->head.cls == &vm_timer_handle_class) {
        value when = deadline(h), text = vm_repr(when);
        vm_buffer_text(&b, " when=");
        vm_buffer_text(&b, vm_is_null(text) ? "?" : vm_as_str(text)->text);
        vm_drop(when);
        vm_drop(text);
    }
    if (h->job != NULL) {
        value text = vm_callback_text(h->job->function);
        vm_buffer_char(&b, ' ');
        vm_buffer_text(&b, vm_as_str(text)->text);
        vm_drop(text);
        vm_describe_origin(&b, &h->job->origin);
    }
    vm_buffer_char(&b, '>');
    return vm_buffer_finish(&b);
}

static value handle_repr(obj *self)
{
    handle_object *h = (handle_object *)self;
    return vm_is_null(h->shown) ? describe(h, is_cancelled(h)) : vm_keep(h->shown);
}

static const class_slots handle_slots = {
    .clear = handle_clear, .visit = handle_visit, .repr = handle_repr,
};

static const class_slots timer_slots = {
    .clear = handle_clear, .visit = handle_visit, .repr = handle_repr, .hash = timer_hash,
    .equal = timer_equal, .order = timer_order,
};

static const builtin_def handle_methods[] = {
    { "cancel", handle_cancel, 0, 0, false },
    { "cancelled", handle_cancelled, 0, 0, false },
    { "get_context", handle_get_context, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

static const builtin_def timer_methods[] = {
    { "when", timer_when, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_handle_classes(void)
{
    live = NULL;
    vm_class_start(&vm_handle_class, "Handle", &vm_object_class, sizeof(handle_object),
                   &handle_slots, handle_methods);
    vm_class_start(&vm_timer_handle_class, "TimerHandle", &vm_handle_class,
                   sizeof(handle_object), &timer_slots, timer_methods);
}
