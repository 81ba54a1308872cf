/*
 * bridge.c - values, exceptions and calls between machine and library.
 */
#include "bridge.h"

#include <stdio.h>
#include <string.h>

#include "classes.h"
#include "containers.h"
#include "function.h"
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

static const rl_value_type object_type = { .ref = value_ref, .unref = value_unref };

rl_value vm_to_rl(value v)
{
    if (v.tag == VM_OBJ)
        return (rl_value){ vm_ref(v.as.o), &object_type };
    box *b = vm_object_new(&box_class, 0);
    b->content = v;
    return (rl_value){ b, &object_type };
}

value vm_from_rl(rl_value v)
{
    if (v.ptr == NULL || v.type != &object_type)
        return NONE_VALUE;
    obj *o = v.ptr;
    return o->cls == &box_class ? ((box *)o)->content : vm_obj(vm_ref(o));
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

rl_exc *vm_to_exc(exception *e)
{
    value text = vm_exception_text(e);
    rl_exc *exc = rl_exc_new(kind_of(e->head.cls), e->head.cls->name->text, vm_c_string(text),
                             vm_to_rl(vm_obj(e)));
    vm_drop(text);
    vm_unref(e);
    return exc;
}

exception *vm_exception_of(const rl_exc *exc)
{
    value payload = vm_from_rl(rl_exc_payload(exc));
    if (vm_is_exception(payload))
        return (exception *)payload.as.o;
    rl_exc_kind kind = rl_exc_get_kind(exc);
    bool ordinary = kind == RL_EXC_EXCEPTION || kind == RL_EXC_STOP_ITERATION;
    class *otherwise = ordinary ? &vm_exc.Exception : &vm_exc.BaseException;
    class *cls = vm_exception_class(rl_exc_class(exc), otherwise);
    const char *message = rl_exc_message(exc);
    exception *e;
    if (rl_exc_err(exc) < 0) {
        value pair[2] = { vm_int(-rl_exc_err(exc)), vm_text(message) };
        e = vm_exception_new(cls, NULL_VALUE);
        vm_drop(e->args);
        e->args = vm_obj(vm_tuple_taken(2, pair));
    } else if (kind == RL_EXC_CANCELLED && rl_exc_payload(exc).ptr != NULL) {
        e = vm_exception_new(cls, payload); /* the argument given to Future.cancel */
    } else {
        value text = message == NULL || *message == '\0' ? NULL_VALUE : vm_text(message);
        e = vm_exception_new(cls, text);
        vm_drop(text);
    }
    vm_drop(payload);
    return e;
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
    return j;
}

static rl_exc *run_job(void *arg)
{
    job *j = arg;
    rl_exc *exc = NULL;
    bool had = vm_enter();
    vm_forget_failed_job();
    vm_ref(j);
    const tuple *given = (tuple *)vm_keep(j->arguments).as.o;
    value result = vm_call_values(j->function, given->count, given->at);
    if (vm_is_null(result)) {
        exception *e = vm_take_exception();
        failed_exception = e;
        failed_job = vm_ref(j);
        exc = vm_to_exc(e);
    }
    vm_drop(result);
    vm_drop(vm_obj((void *)given));
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
}

static void job_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((job *)self)->function, visit, arg);
    vm_visit_value(((job *)self)->arguments, visit, arg);
}

static const class_slots job_slots = { .clear = job_clear, .visit = job_visit };
static const class_slots box_slots = { 0 };

void vm_bridge_classes(void)
{
    failed_job = NULL;
    failed_exception = NULL;
    vm_class_start(&box_class, "box", &vm_object_class, sizeof(box), &box_slots, NULL);
    vm_class_start(&job_class, "job", &vm_object_class, sizeof(job), &job_slots, NULL);
}
