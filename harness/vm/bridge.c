/*
 * bridge.c - values, exceptions and calls between machine and library.
 */
#include "bridge.h"

#include <stdio.h>
#include <string.h>

#include "classes.h"
#include "concurrent.h"
#include "containers.h"
#include "exception_group.h"
#include "function.h"
#include "loops.h"
#include "machine.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

/* ---- Values --------------------------------------------------------------- */

typedef struct box {
    obj head;
    value content; /* no object */
} box;

static class box_class, job_class;

static void value_ref(void *ptr)
{
    bool had = vm_enter();
    vm_ref(ptr);
    vm_leave(had);
}

static void value_unref(void *ptr)
{
    bool had = vm_enter();
    vm_unref(ptr);
    vm_leave(had);
}

static size_t value_repr(void *ptr, char *buffer, size_t size)
{
    obj *o = ptr;
    bool had = vm_enter();
    value v = o->cls == &box_class ? ((box *)o)->content : vm_obj(o);
    size_t length = vm_repr_into(v, buffer, size);
    vm_leave(had);
    return length;
}

static const rl_value_type object_type = {
    .ref = value_ref, .unref = value_unref, .repr = value_repr,
};

static const rl_exc_links links;
static const rl_value_type exception_type = {
    .ref = value_ref, .unref = value_unref, .repr = value_repr, .links = &links,
};

rl_value vm_to_rl(value v)
{
    if (v.tag == VM_OBJ)
        return (rl_value){ vm_ref(v.as.o), &object_type };
    box *b = vm_object_new(&box_class, 0);
    b->content = v;
    return (rl_value){ b, &object_type };
}

static value list_from_rl(rl_value v)
{
    size_t count = rl_list_count(v);
    list *l = vm_list_new(count);
    for (size_t i = 0; i < count; i++)
        vm_list_append_taken(l, vm_from_rl(rl_list_at(v, i)));
    return vm_obj(l);
}

value vm_from_rl(rl_value v)
{
    if (v.type == &rl_list_type)
        return list_from_rl(v);
    if (v.type == &rl_exc_type)
        return vm_obj(vm_exception_of(v.ptr));
    if (v.type == &rl_future_type)
        return vm_future_of(v.ptr);
    if (v.type == &rl_number_type)
        return vm_int((intptr_t)v.ptr);
    if (v.type == &rl_text_type)
        return vm_text(v.ptr);
    if (v.ptr == NULL || (v.type != &object_type && v.type != &exception_type))
        return NONE_VALUE;
    obj *o = v.ptr;
    return o->cls == &box_class ? ((box *)o)->content : vm_obj(vm_ref(o));
}

void vm_rl_release(rl_value v)
{
    if (v.type != NULL && v.type->unref != NULL)
        v.type->unref(v.ptr);
}

void vm_rl_visit(rl_value v, visitor visit, void *arg)
{
    if (v.ptr != NULL && (v.type == &object_type || v.type == &exception_type))
        visit(v.ptr, arg);
}

size_t vm_repr_into(value v, char *buffer, size_t size)
{
    bool had = vm_enter();
    exception *pending = vm_take_exception();
    value shown = vm_repr(v);
    if (vm_is_null(shown))
        vm_unref(vm_take_exception());
    const char *text = vm_c_string(shown);
    int length = snprintf(buffer, size, "%s", text == NULL ? "?" : text);
    vm_drop(shown);
    if (pending != NULL)
        vm_reraise(pending);
    vm_leave(had);
    return (size_t)length;
}

/* ---- Exceptions ----------------------------------------------------------- */

static rl_exc_kind kind_of(const class *cls)
{
    if (vm_subclass(cls, &vm_exc.SystemExit))
        return RL_EXC_SYSTEM_EXIT;
    if (vm_subclass(cls, &vm_exc.KeyboardInterrupt))
        return RL_EXC_KEYBOARD_INTERRUPT;
    if (vm_subclass(cls, &vm_exc.GeneratorExit))
        return RL_EXC_GENERATOR_EXIT;
    if (vm_subclass(cls, &vm_exc.CancelledError))
        return RL_EXC_CANCELLED;
    if (vm_subclass(cls, &vm_exc.StopIteration))
        return RL_EXC_STOP_ITERATION;
    return vm_subclass(cls, &vm_exc.Exception) ? RL_EXC_EXCEPTION : RL_EXC_BASE_EXCEPTION;
}

static rl_value payload_of(exception *e)
{
    return (rl_value){ vm_ref(e), &exception_type };
}

rl_exc *vm_to_exc(exception *e)
{
    value text = vm_exception_text(e);
    rl_exc *exc = rl_exc_new(kind_of(e->head.cls), e->head.cls->name->text, vm_c_string(text),
                             payload_of(e));
    vm_drop(text);
    vm_unref(e);
    return exc;
}

/* A new object for an exception that the library made. */
static exception *make_exception(const rl_exc *exc)
{
    rl_exc_kind kind = rl_exc_get_kind(exc);
    bool ordinary = kind == RL_EXC_EXCEPTION || kind == RL_EXC_STOP_ITERATION;
    class *otherwise = ordinary ? &vm_exc.Exception : &vm_exc.BaseException;
    class *cls = vm_exception_class(rl_exc_class(exc), otherwise);
    const char *message = rl_exc_message(exc);
    if (rl_exc_group_count(exc) > 0) {
        list *members = vm_list_new(0);
        for (size_t i = 0; i < rl_exc_group_count(exc); i++) {
            rl_exc *one = rl_exc_group_at(exc, i);
            vm_list_append_taken(members, vm_obj(vm_exception_of(one)));
            rl_exc_unref(one);
        }
        exception *group = vm_group_new(message, members);
        group->suppress_context = true; /* a task group's: raise ... from None (TG-15) */
        vm_unref(members);
        return group;
    }
    if (rl_exc_err(exc) < 0) {
        value pair[2] = { vm_int(-rl_exc_err(exc)), vm_text(message) };
        exception *e = vm_exception_new(cls, NULL_VALUE);
        vm_drop(e->args);
        e->args = vm_obj(vm_tuple_taken(2, pair));
        return e;
    }
    if (rl_exc_err(exc) == RL_ERR_CONCURRENT_CANCELLED)
        return vm_exception_new(&vm_concurrent_cancelled_class, NULL_VALUE);
    value argument = message == NULL || *message == '\0' ? NULL_VALUE : vm_text(message);
    if (kind == RL_EXC_CANCELLED && rl_exc_payload(exc).ptr != NULL)
        argument = vm_from_rl(rl_exc_payload(exc)); /* the argument given to cancel() */
    exception *e = vm_exception_new(cls, argument);
    vm_drop(argument);
    return e;
}

/* Takes the links over; they were read before the object became the payload. */
static void set_links(exception *e, rl_exc *cause, rl_exc *context)
{
    if (cause != NULL) {
        e->cause = vm_exception_of(cause);
        e->suppress_context = true;
    }
    if (context != NULL)
        e->context = vm_exception_of(context);
    rl_exc_unref(cause);
    rl_exc_unref(context);
}

exception *vm_exception_of(const rl_exc *exc)
{
    if (rl_exc_payload(exc).type == &exception_type)
        return vm_ref(rl_exc_payload(exc).ptr);
    rl_exc *cause = rl_exc_cause(exc), *context = rl_exc_context_of(exc);
    exception *e = make_exception(exc);
    rl_exc_set_payload((rl_exc *)exc, payload_of(e)); /* to be met again as the same */
    set_links(e, cause, context);
    return e;
}

/* ---- What the library asks of an exception object ------------------------- */

static rl_exc *to_exc_or_null(exception *e)
{
    bool had = vm_enter();
    rl_exc *exc = e == NULL ? NULL : vm_to_exc(vm_ref(e));
    vm_leave(had);
    return exc;
}

static rl_exc *link_cause(void *payload)
{
    return to_exc_or_null(((exception *)payload)->cause);
}

static rl_exc *link_context(void *payload)
{
    return to_exc_or_null(((exception *)payload)->context);
}

static void set_link(exception **place, rl_exc *exc)
{
    bool had = vm_enter();
    exception *old = *place;
    *place = exc == NULL ? NULL : vm_exception_of(exc);
    vm_unref(old);
    vm_leave(had);
}

static void link_set_cause(void *payload, rl_exc *cause)
{
    ((exception *)payload)->suppress_context = true;
    set_link(&((exception *)payload)->cause, cause);
}

static void link_set_context(void *payload, rl_exc *context)
{
    set_link(&((exception *)payload)->context, context);
}

static size_t link_group_count(void *payload)
{
    const exception *e = payload;
    return vm_is_group(e) ? ((tuple *)e->members.as.o)->count : 0;
}

static rl_exc *link_group_at(void *payload, size_t i)
{
    const exception *e = payload;
    return to_exc_or_null((exception *)((tuple *)e->members.as.o)->at[i].as.o);
}

static const rl_exc_links links = {
    .cause = link_cause, .context = link_context, .set_cause = link_set_cause,
    .set_context = link_set_context, .group_count = link_group_count,
    .group_at = link_group_at,
};

/* rl_set_raise_hook: what is being handled becomes its context. */
static rl_exc *on_raise(rl_exc *exc)
{
    bool had = vm_enter();
    if (vm_handled() != NULL && !vm_pending()) {
        exception *e = vm_exception_of(exc);
        rl_exc_unref(exc);
        vm_raise_instance(e);
        vm_unref(e);
        exc = vm_to_exc(vm_take_exception());
    }
    vm_leave(had);
    return exc;
}

value vm_raise_exc(rl_exc *exc, bool anew)
{
    exception *e = vm_exception_of(exc);
    rl_exc_unref(exc);
    if (anew) {
        vm_raise_instance(e);
        vm_unref(e);
    } else {
        vm_reraise(e);
    }
    return NULL_VALUE;
}

value vm_raise_err(rl_err err)
{
    return vm_raise_exc(rl_exc_from_err(err), true);
}

value vm_raise_errno(int number)
{
    return vm_raise_err(-number);
}

/* ---- Calls ---------------------------------------------------------------- */

/* The last exception that left a job on this thread, and that job: the loop
 * reports it next, and only we know the function's name.  The job is released
 * when that report is over, as CPython's handle is. */
static _Thread_local const exception *failed_exception;
static _Thread_local job *failed_job;

void vm_forget_failed_job(void)
{
    failed_exception = NULL;
    VM_CLEAR_REF(failed_job);
}

job *vm_job_new(value function, size_t count, const value *at)
{
    job *j = vm_object_new(&job_class, 0);
    j->function = vm_keep(function);
    j->arguments = vm_obj(vm_tuple_new(count, at));
    j->keywords = j->names = NULL_VALUE;
    return j;
}

job *vm_job_from(value function, const args *a)
{
    job *j = vm_job_new(function, a->count, a->at);
    if (a->keyword_count > 0) {
        j->keywords = vm_obj(vm_tuple_new(a->keyword_count, a->keywords));
        j->names = vm_obj(vm_tuple_new(a->keyword_count, a->names));
    }
    return j;
}

value vm_job_run(const job *j)
{
    value function = vm_keep(j->function), arguments = vm_keep(j->arguments);
    value keywords = vm_keep(j->keywords), names = vm_keep(j->names);
    const tuple *given = (tuple *)arguments.as.o;
    args a = { .count = given->count, .at = given->at };
    if (!vm_is_null(keywords)) {
        a.keyword_count = ((tuple *)keywords.as.o)->count;
        a.keywords = ((tuple *)keywords.as.o)->at;
        a.names = ((tuple *)names.as.o)->at;
    }
    value result = vm_call(function, &a);
    vm_drop(function);
    vm_drop(arguments);
    vm_drop(keywords);
    vm_drop(names);
    return result;
}

static rl_exc *run_job(void *arg)
{
    job *j = arg;
    rl_exc *exc = NULL;
    bool had = vm_enter();
    vm_forget_failed_job();
    vm_ref(j);
    value result = vm_job_run(j);
    if (vm_is_null(result)) {
        exception *e = vm_take_exception();
        failed_exception = e;
        failed_job = vm_ref(j);
        exc = vm_to_exc(e);
    }
    vm_drop(result);
    vm_unref(j);
    vm_leave(had);
    return exc;
}

static void drop_job(void *arg)
{
    value_unref(arg);
}

const rl_call vm_job_call = { run_job, drop_job };

job *vm_failed_job(const exception *e)
{
    return e != NULL && e == failed_exception ? failed_job : NULL;
}

value vm_callback_text(value function)
{
    if (vm_is(function, &vm_function_class)) {
        const code *c = ((function_object *)function.as.o)->code;
        return vm_textf("%s() at %s:%d", c->qualname->text, c->file, c->first_line);
    }
    if (vm_is(function, &vm_method_class) && vm_is(((method_object *)function.as.o)->function,
                                                   &vm_function_class)) {
        const code *c = ((function_object *)((method_object *)function.as.o)->function.as.o)->code;
        return vm_textf("%s() at %s:%d", c->qualname->text, c->file, c->first_line);
    }
    value shown = vm_repr(function);
    if (vm_is_null(shown)) {
        vm_unref(vm_take_exception());
        return vm_text("?");
    }
    value text = vm_textf("%s()", vm_as_str(shown)->text);
    vm_drop(shown);
    return text;
}

rl_context *vm_enter_context(void)
{
    rl_context *context;
    if (rl_context_copy_current(&context) != RL_OK)
        return NULL;
    rl_context_enter(context);
    return context;
}

void vm_leave_context(rl_context *context)
{
    if (context == NULL)
        return;
    rl_context_exit(context);
    rl_context_unref(context);
}

static void job_clear(obj *self)
{
    job *j = (job *)self;
    vm_clear(&j->function);
    vm_clear(&j->arguments);
    vm_clear(&j->keywords);
    vm_clear(&j->names);
}

static void job_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((job *)self)->function, visit, arg);
    vm_visit_value(((job *)self)->arguments, visit, arg);
    vm_visit_value(((job *)self)->keywords, visit, arg);
    vm_visit_value(((job *)self)->names, visit, arg);
}

static const class_slots job_slots = { .clear = job_clear, .visit = job_visit };
static const class_slots box_slots = { 0 };

void vm_bridge_classes(void)
{
    rl_set_raise_hook(on_raise);
    failed_job = NULL;
    failed_exception = NULL;
    vm_class_start(&box_class, "box", &vm_object_class, sizeof(box), &box_slots, NULL);
    vm_class_start(&job_class, "job", &vm_object_class, sizeof(job), &job_slots, NULL);
}
