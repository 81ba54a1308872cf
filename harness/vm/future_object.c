/*
 * future_object.c - asyncio.Future, on rl_future.
 *
 * CPython: futures.Future.  Done callbacks get the future as their argument.
 * The library does not pass it, so each callback carries it: weakly while the
 * future is pending (a pending future must not keep itself alive), and as a
 * reference from completion on, as CPython's queued handle does.  A future that
 * an executor completes is kept alive by its job anyway: its callbacks refer to
 * it from the start.
 */
#include <stdlib.h>
#include <string.h>

#include "args.h"
#include "classes.h"
#include "exception.h"
#include "loops.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

class vm_future_class;
static class callback_class;

static future_object *live;

typedef struct callback {
    obj head;
    value function;
    future_object *future; /* counted once `is_queued`, else borrowed */
    bool is_queued;
} callback;

static future_object *as_future(value v)
{
    return (future_object *)v.as.o;
}

value vm_future_new(loop_object *loop, rl_future *future)
{
    future_object *f = vm_object_new(&vm_future_class, 0);
    f->future = future;
    f->loop = vm_ref(loop);
    f->callbacks = vm_list_new(0);
    f->next = live;
    live = f;
    return vm_obj(f);
}

value vm_future_wrapper(rl_future *future, loop_object *loop)
{
    for (future_object *f = live; f != NULL; f = f->next) {
        if (f->future == future)
            return vm_obj(vm_ref(f));
    }
    return vm_future_new(loop, rl_future_ref(future));
}

/*
 * The library's future goes while this object can still be found: its last
 * release may report "exception was never retrieved", and the handler then
 * asks for the object.  If it keeps it, the object outlives its future.
 */
static void future_clear(obj *self)
{
    future_object *f = (future_object *)self;
    rl_future *future = f->future;
    if (future != NULL) {
        if (!vm_objects_ending())
            rl_future_unref(future);
        f->future = NULL;
        if (vm_objects_ending())
            rl_future_unref(future);
        for (future_object **at = &live; *at != NULL; at = &(*at)->next) {
            if (*at == f) {
                *at = f->next;
                break;
            }
        }
    }
    if (f->callbacks != NULL) {
        for (size_t i = 0; i < f->callbacks->count; i++) {
            callback *c = (callback *)f->callbacks->at[i].as.o;
            if (!c->is_queued)
                c->future = NULL;
        }
    }
    VM_CLEAR_REF(f->callbacks);
    VM_CLEAR_REF(f->loop);
}

static void future_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_ref(((future_object *)self)->callbacks, visit, arg);
    vm_visit_ref(((future_object *)self)->loop, visit, arg);
}

/* False: it was reported and is gone. */
static bool alive(future_object *f)
{
    if (f->future == NULL)
        vm_raise(&vm_exc.RuntimeError, "the future was destroyed");
    return f->future != NULL;
}

/* ---- Completion ----------------------------------------------------------- */

/* The callbacks are queued now: from here on they keep the future alive. */
static void callbacks_queued(future_object *f)
{
    for (size_t i = 0; i < f->callbacks->count; i++) {
        callback *c = (callback *)f->callbacks->at[i].as.o;
        if (!c->is_queued) {
            c->is_queued = true;
            vm_ref(f);
        }
    }
    list *old = f->callbacks;
    f->callbacks = vm_list_new(0);
    vm_unref(old);
}

static value future_set_result(value self, const args *a)
{
    future_object *f = as_future(self);
    if (!alive(f))
        return NULL_VALUE;
    rl_err err = rl_future_set_result(f->future, vm_to_rl(a->at[0]));
    if (err != RL_OK)
        return vm_raise_err(err);
    callbacks_queued(f);
    return NONE_VALUE;
}

/* CPython 3.13+: StopIteration cannot be raised into a coroutine, so a
 * RuntimeError stands in for it, which has it as its cause. */
exception *vm_storable_exception(exception *e)
{
    if (!vm_subclass(e->head.cls, &vm_exc.StopIteration))
        return e;
    value text = vm_text("StopIteration interacts badly with generators "
                         "and cannot be raised into a Future");
    exception *instead = vm_exception_new(&vm_exc.RuntimeError, text);
    vm_drop(text);
    instead->cause = e;
    instead->context = vm_ref(e);
    instead->suppress_context = true;
    return instead;
}

static value future_set_exception(value self, const args *a)
{
    future_object *f = as_future(self);
    if (!alive(f))
        return NULL_VALUE;
    if (rl_future_done(f->future))
        return vm_raise_err(RL_ERR_INVALID_STATE);
    value given = vm_is_exception_class(a->at[0]) ? vm_call_values(a->at[0], 0, NULL)
                                                  : vm_keep(a->at[0]);
    if (vm_is_null(given))
        return given;
    if (!vm_is_exception(given)) {
        vm_drop(given);
        return vm_raise(&vm_exc.TypeError, "invalid exception object");
    }
    exception *e = vm_storable_exception((exception *)given.as.o);
    rl_err err = rl_future_set_exception(f->future, vm_to_exc(e));
    if (err != RL_OK)
        return vm_raise_err(err);
    callbacks_queued(f);
    return NONE_VALUE;
}

static value future_cancel(value self, const args *a)
{
    static const char *const names[] = { "msg", NULL };
    future_object *f = as_future(self);
    value message;
    if (!vm_keywords(a, "cancel", names, &message) || !alive(f))
        return NULL_VALUE;
    if (a->count > 0)
        message = a->at[0];
    rl_value given = { 0 };
    if (!vm_is_null(message) && !vm_is_none(message))
        given = vm_to_rl(message);
    bool done = rl_future_cancel(f->future, given);
    if (done)
        callbacks_queued(f);
    return vm_bool(done);
}

/* ---- Questions ------------------------------------------------------------ */

static value future_done(value self, const args *a)
{
    (void)a;
    return alive(as_future(self)) ? vm_bool(rl_future_done(as_future(self)->future)) : NULL_VALUE;
}

static value future_cancelled(value self, const args *a)
{
    (void)a;
    future_object *f = as_future(self);
    return alive(f) ? vm_bool(rl_future_cancelled(f->future)) : NULL_VALUE;
}

static value future_result(value self, const args *a)
{
    (void)a;
    future_object *f = as_future(self);
    if (!alive(f))
        return NULL_VALUE;
    rl_value out;
    rl_exc *exc = rl_future_result(f->future, &out);
    return exc != NULL ? vm_raise_exc(exc, true) : vm_from_rl(out);
}

static value future_exception(value self, const args *a)
{
    (void)a;
    future_object *f = as_future(self);
    if (!alive(f))
        return NULL_VALUE;
    rl_exc *out, *exc = rl_future_exception(f->future, &out);
    if (exc != NULL)
        return vm_raise_exc(exc, true);
    return out == NULL ? NONE_VALUE : vm_obj(vm_exception_of(out));
}

static value future_get_loop(value self, const args *a)
{
    (void)a;
    return alive(as_future(self)) ? vm_obj(vm_ref(as_future(self)->loop)) : NULL_VALUE;
}

static value future_repr(obj *self)
{
    const future_object *f = (future_object *)self;
    if (f->future == NULL || !rl_future_done(f->future))
        return vm_text("<Future pending>");
    return vm_text(rl_future_cancelled(f->future) ? "<Future cancelled>" : "<Future finished>");
}

/* ---- Done callbacks ------------------------------------------------------- */

static rl_exc *run_callback(void *arg)
{
    callback *c = arg;
    bool had = vm_enter();
    /* The job machinery reports failures under the function's name. */
    value given = c->future == NULL ? NONE_VALUE : vm_obj(c->future);
    job *j = vm_job_new(c->function, 1, &given);
    rl_exc *exc = vm_job_call.run(j);
    vm_unref(j);
    vm_leave(had);
    return exc;
}

static void drop_callback(void *arg)
{
    bool had = vm_enter();
    vm_unref(arg);
    vm_leave(had);
}

static const rl_call callback_call = { run_callback, drop_callback };

static void callback_clear(obj *self)
{
    callback *c = (callback *)self;
    vm_clear(&c->function);
    if (c->is_queued)
        VM_CLEAR_REF(c->future);
    c->future = NULL;
}

static void callback_visit(obj *self, visitor visit, void *arg)
{
    callback *c = (callback *)self;
    vm_visit_value(c->function, visit, arg);
    if (c->is_queued)
        vm_visit_ref(c->future, visit, arg);
}

static const class_slots callback_slots = { .clear = callback_clear, .visit = callback_visit };

static value future_add_done_callback(value self, const args *a)
{
    static const char *const names[] = { "context", NULL };
    future_object *f = as_future(self);
    value given;
    rl_context *context;
    if (!vm_keywords(a, "add_done_callback", names, &given) || !alive(f)
        || !vm_context_argument(given, &context))
        return NULL_VALUE;
    callback *c = vm_object_new(&callback_class, 0);
    c->function = vm_keep(a->at[0]);
    c->future = f;
    c->is_queued = f->completes_itself || rl_future_done(f->future);
    if (c->is_queued)
        vm_ref(f);
    rl_err err = rl_future_add_done_callback(f->future, &callback_call, vm_ref(c), context);
    if (err == RL_OK && !c->is_queued)
        vm_list_append(f->callbacks, vm_obj(c));
    if (err != RL_OK)
        vm_unref(c);
    vm_unref(c);
    return err != RL_OK ? vm_raise_err(err) : NONE_VALUE;
}

/* Asked by the library for each callback: the program's == decides. */
static bool same_function(void *arg, void *with)
{
    return vm_same_or_equal(((callback *)arg)->function, *(value *)with) == 1;
}

static value future_remove_done_callback(value self, const args *a)
{
    future_object *f = as_future(self);
    if (!alive(f))
        return NULL_VALUE;
    value function = a->at[0];
    size_t removed = rl_future_remove_done_callback(f->future, &callback_call, same_function,
                                                    &function);
    list *kept = vm_list_new(0);
    for (size_t i = 0; i < f->callbacks->count; i++) {
        callback *c = (callback *)f->callbacks->at[i].as.o;
        if (!same_function(c, &function))
            vm_list_append(kept, vm_obj(c));
    }
    list *old = f->callbacks;
    f->callbacks = kept;
    vm_unref(old);
    return vm_pending() ? NULL_VALUE : vm_int((int64_t)removed);
}

/* asyncio.Future(loop=...) */
static value future_create(class *cls, const args *a)
{
    (void)cls;
    static const char *const names[] = { "loop", NULL };
    value loop;
    if (!vm_keywords(a, "Future", names, &loop))
        return NULL_VALUE;
    if (a->count > 0)
        return vm_raise(&vm_exc.TypeError, "Future() takes no positional arguments");
    loop = vm_is_null(loop) || vm_is_none(loop) ? vm_get_event_loop() : vm_keep(loop);
    if (vm_is_null(loop))
        return NULL_VALUE;
    if (!vm_is_loop(loop)) {
        vm_raise(&vm_exc.AttributeError, "'%s' object is no event loop", vm_type_name(loop));
        vm_drop(loop);
        return NULL_VALUE;
    }
    rl_future *future;
    rl_err err = rl_future_new(((loop_object *)loop.as.o)->loop, &future);
    value result = err != RL_OK ? vm_raise_err(err)
                                : vm_future_new((loop_object *)loop.as.o, future);
    vm_drop(loop);
    return result;
}

static const class_slots future_slots = {
    .clear = future_clear, .visit = future_visit, .repr = future_repr, .create = future_create,
};

static const builtin_def future_methods[] = {
    { "done", future_done, 0, 0, false },
    { "cancelled", future_cancelled, 0, 0, false },
    { "result", future_result, 0, 0, false },
    { "exception", future_exception, 0, 0, false },
    { "set_result", future_set_result, 1, 1, false },
    { "set_exception", future_set_exception, 1, 1, false },
    { "cancel", future_cancel, 0, 1, true },
    { "add_done_callback", future_add_done_callback, 1, 1, true },
    { "remove_done_callback", future_remove_done_callback, 1, 1, false },
    { "get_loop", future_get_loop, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_future_classes(void)
{
    live = NULL;
    vm_class_start(&callback_class, "callback", &vm_object_class, sizeof(callback),
                   &callback_slots, NULL);
    vm_class_start(&vm_future_class, "Future", &vm_object_class, sizeof(future_object),
                   &future_slots, future_methods);
}
