/*
 * future_object.c - asyncio.Future, on rl_future.
 *
 * CPython: futures.Future.  The object holds one reference to the library's
 * future and has nothing of its own but its origin, so it may die and be made anew
 * while that lives.  Done callbacks get the future as their argument: the library keeps it
 * alive from its completion until they have run, as CPython's handle does.
 */
#include <stdlib.h>
#include <string.h>

#include "args.h"
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "loops.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

class vm_future_class;
static class callback_class;

enum { BUCKETS = 1024 };
static future_object *live[BUCKETS];

typedef struct callback {
    obj head;
    value function;
    rl_future *future; /* borrowed */
} callback;


static rl_future *rl_of(value v)
{
    return ((future_object *)v.as.o)->future;
}

bool vm_is_future(value v)
{
    return vm_isinstance(v, &vm_future_class);
}

/* ---- The object and the future -------------------------------------------- */

static future_object **bucket_of(const rl_future *future)
{
    return &live[((uintptr_t)future >> 4) % BUCKETS];
}

future_object *vm_future_find(const rl_future *future)
{
    future_object *f = *bucket_of(future);
    while (f != NULL && f->future != future)
        f = f->next;
    return f;
}

value vm_future_of(rl_future *future)
{
    future_object *known = vm_future_find(future);
    if (known != NULL)
        return vm_obj(vm_ref(known));
    future_object **bucket = bucket_of(future);
    bool is_task = rl_future_task(future) != NULL;
    future_object *f = vm_object_new(is_task ? &vm_task_class : &vm_future_class, 0);
    f->future = rl_future_ref(future);
    f->loop = (loop_object *)vm_loop_wrapper(rl_future_get_loop(future)).as.o;
    f->next = *bucket;
    *bucket = f;
    return vm_obj(f);
}

value vm_future_made(rl_exc *exc, rl_future *future)
{
    if (exc != NULL)
        return vm_raise_exc(exc, true);
    value f = vm_future_of(future);
    future_object *object = (future_object *)f.as.o;
    if (object->origin.code == NULL)
        object->origin = vm_origin(rl_future_get_loop(future));
    rl_future_unref(future);
    return f;
}

/* The last release of the library's future may report it, and the report makes
 * an object for it anew: this one must not be found any more. */
static void future_clear(obj *self)
{
    future_object *f = (future_object *)self;
    rl_future *future = f->future;
    if (future != NULL) {
        for (future_object **at = bucket_of(future); *at != NULL; at = &(*at)->next) {
            if (*at == f) {
                *at = f->next;
                break;
            }
        }
        f->future = NULL;
        if (self->flags & OBJ_GARBAGE)
            rl_future_abandon(future);
        rl_future_unref(future);
    }
    VM_CLEAR_REF(f->loop);
}

/* ---- Completion ----------------------------------------------------------- */

static value future_set_result(value self, const args *a)
{
    rl_err err = rl_future_set_result(rl_of(self), vm_to_rl(a->at[0]));
    return err != RL_OK ? vm_raise_err(err) : NONE_VALUE;
}

/* FUT-17, 3.13: StopIteration cannot be raised into a coroutine, so a
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

/* FUT-16. */
static value future_set_exception(value self, const args *a)
{
    if (rl_future_task(rl_of(self)) == NULL && rl_future_done(rl_of(self)))
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
    rl_err err = rl_future_set_exception(rl_of(self), vm_to_exc(e));
    return err != RL_OK ? vm_raise_err(err) : NONE_VALUE;
}

static value future_cancel(value self, const args *a)
{
    static const char *const names[] = { "msg", NULL };
    value message;
    if (!vm_keywords(a, "cancel", names, &message))
        return NULL_VALUE;
    if (a->count > 0)
        message = a->at[0];
    rl_value given = { 0 };
    if (!vm_is_null(message) && !vm_is_none(message))
        given = vm_to_rl(message);
    return vm_bool(rl_future_cancel(rl_of(self), given));
}

/* ---- Questions ------------------------------------------------------------ */

static value future_done(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_future_done(rl_of(self)));
}

static value future_cancelled(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_future_cancelled(rl_of(self)));
}

value vm_future_outcome(value future)
{
    rl_value out;
    rl_exc *exc = rl_future_result(rl_of(future), &out);
    return exc != NULL ? vm_raise_exc(exc, true) : vm_from_rl(out);
}

static value future_result(value self, const args *a)
{
    (void)a;
    return vm_future_outcome(self);
}

static value future_exception(value self, const args *a)
{
    (void)a;
    rl_exc *out, *exc = rl_future_exception(rl_of(self), &out);
    if (exc != NULL)
        return vm_raise_exc(exc, true);
    return out == NULL ? NONE_VALUE : vm_obj(vm_exception_of(out));
}

static value future_get_loop(value self, const args *a)
{
    (void)a;
    return vm_obj(vm_ref(((future_object *)self.as.o)->loop));
}

static value future_await(obj *self)
{
    return vm_future_iterator(vm_obj(self));
}

static value future_await_method(value self, const args *a)
{
    (void)a;
    return vm_future_iterator(self);
}

/* Asking must not count as retrieving: only whether it is done is looked at. */
void vm_describe_outcome(text_buffer *b, const rl_future *future)
{
    rl_value result;
    if (!rl_future_done(future) || rl_future_cancelled(future))
        return;
    rl_exc *exc = rl_future_peek(future, &result);
    value what = exc != NULL ? vm_obj(vm_exception_of(exc)) : vm_from_rl(result);
    value shown = vm_repr(what);
    vm_buffer_text(b, exc != NULL ? " exception=" : " result=");
    if (vm_is_null(shown)) {
        vm_unref(vm_take_exception());
        shown = vm_text("?");
    }
    vm_buffer_text(b, vm_c_string(shown));
    vm_drop(shown);
    vm_drop(what);
}

/* FUT-20.  CPython: base_futures._future_repr_info, without callbacks. */
static value future_repr(obj *self)
{
    const rl_future *future = ((future_object *)self)->future;
    text_buffer b = { 0 };
    vm_buffer_text(&b, !rl_future_done(future)       ? "<Future pending"
                       : rl_future_cancelled(future) ? "<Future cancelled"
                                                     : "<Future finished");
    vm_describe_outcome(&b, future);
    vm_describe_origin(&b, &((future_object *)self)->origin);
    vm_buffer_char(&b, '>');
    return vm_buffer_finish(&b);
}

/* FUT-21. */
static value future_init_again(value self, const args *a)
{
    (void)a;
    return vm_raise(&vm_exc.RuntimeError, "%s object is already initialized", vm_type_name(self));
}

/* ---- Done callbacks ------------------------------------------------------- */

static rl_exc *run_callback(void *arg)
{
    callback *c = arg;
    bool had = vm_enter();
    /* The job machinery reports failures under the function's name. */
    value given = vm_future_of(c->future);
    job *j = vm_job_new(c->function, 1, &given);
    vm_drop(given);
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

const rl_call vm_future_callback = { run_callback, drop_callback };

static void callback_clear(obj *self)
{
    vm_clear(&((callback *)self)->function);
}

static void callback_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((callback *)self)->function, visit, arg);
}

static const class_slots callback_slots = { .clear = callback_clear, .visit = callback_visit };

static value future_add_done_callback(value self, const args *a)
{
    static const char *const names[] = { "context", NULL };
    value given;
    rl_context *context;
    if (!vm_keywords(a, "add_done_callback", names, &given)
        || !vm_context_argument(given, &context))
        return NULL_VALUE;
    callback *c = vm_object_new(&callback_class, 0);
    c->function = vm_keep(a->at[0]);
    c->future = rl_of(self);
    rl_err err = rl_future_add_done_callback(rl_of(self), &vm_future_callback, c, context);
    if (err != RL_OK)
        vm_unref(c);
    return err != RL_OK ? vm_raise_err(err) : NONE_VALUE;
}

/* FUT-7.  Asked by the library for each callback: the program's == decides. */
static bool same_function(void *arg, void *with)
{
    return vm_same_or_equal(((callback *)arg)->function, *(value *)with) == 1;
}

static value future_remove_done_callback(value self, const args *a)
{
    value function = a->at[0];
    size_t removed = rl_future_remove_done_callback(rl_of(self), &vm_future_callback, same_function,
                                                    &function);
    return vm_pending() ? NULL_VALUE : vm_int((int64_t)removed);
}

value vm_loop_argument(value given)
{
    if (vm_is_null(given) || vm_is_none(given))
        return vm_get_event_loop();
    if (!vm_is_loop(given))
        return vm_raise(&vm_exc.AttributeError, "'%s' object is no event loop",
                        vm_type_name(given));
    return vm_keep(given);
}

/* asyncio.Future(loop=...) */
static value future_create(class *cls, const args *a)
{
    (void)cls;
    static const char *const names[] = { "loop", NULL };
    value given;
    if (!vm_keywords(a, "Future", names, &given))
        return NULL_VALUE;
    if (a->count > 0)
        return vm_raise(&vm_exc.TypeError, "Future() takes no positional arguments");
    value loop = vm_loop_argument(given);
    if (vm_is_null(loop))
        return loop;
    rl_future *future;
    rl_err err = rl_future_new(((loop_object *)loop.as.o)->loop, &future);
    vm_drop(loop);
    return err != RL_OK ? vm_raise_err(err) : vm_future_made(NULL, future);
}

static const class_slots future_slots = {
    .clear = future_clear, .visit = vm_future_visit, .hidden_refs = vm_future_hidden_refs,
    .finalize = vm_future_finalize, .repr = future_repr, .create = future_create,
    .await = future_await,
};

static const builtin_def future_methods[] = {
    { "__init__", future_init_again, 0, -1, true },
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
    { "__await__", future_await_method, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_future_classes(void)
{
    memset(live, 0, sizeof live);
    vm_class_start(&callback_class, "callback", &vm_object_class, sizeof(callback),
                   &callback_slots, NULL);
    vm_class_start(&vm_future_class, "Future", &vm_object_class, sizeof(future_object),
                   &future_slots, future_methods);
}
