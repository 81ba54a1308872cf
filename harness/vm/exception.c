/*
 * exception.c - exception objects and raising.  See exception.h.
 */
#include "exception.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "classes.h"
#include "containers.h"
#include "exception_group.h"
#include "function.h"
#include "operators.h"
#include "text.h"
#include "thread.h"
#include "../../reference/refloop.h"

struct vm_exceptions vm_exc;

/* ---- The pending exception ------------------------------------------------ */

bool vm_pending(void)
{
    return vm_thread_self()->pending != NULL;
}

exception *vm_take_exception(void)
{
    vm_thread *self = vm_thread_self();
    exception *e = self->pending;
    self->pending = NULL;
    return e;
}

bool vm_pending_is(const class *cls)
{
    exception *e = vm_thread_self()->pending;
    return e != NULL && vm_subclass(e->head.cls, cls);
}

bool vm_forget(const class *cls)
{
    if (!vm_pending_is(cls))
        return false;
    vm_unref(vm_take_exception());
    return true;
}

void vm_reraise(exception *e)
{
    vm_thread *self = vm_thread_self();
    exception *old = self->pending;
    self->pending = e;
    vm_unref(old);
}

exception *vm_handled(void)
{
    for (const frame *f = vm_thread_self()->frame; f != NULL; f = f->back) {
        /* CPython's gen_throw goes straight to what is awaited: its frame does not run. */
        if (f->passing_on)
            continue;
        for (size_t i = f->block_count; i > 0; i--) {
            if (f->blocks[i - 1].is_handler)
                return f->blocks[i - 1].handled;
        }
    }
    return NULL;
}

/*
 * CPython: _PyErr_SetObject.  What is being handled becomes the context,
 * unless it is the exception itself; if the exception is already somewhere in
 * the context's own chain, that link is cut so that no circle arises.
 */
value vm_raise_instance(exception *e)
{
    exception *handled = vm_handled();
    if (handled != NULL && handled != e) {
        for (exception *one = handled; one->context != NULL; one = one->context) {
            if (one->context == e) {
                VM_CLEAR_REF(one->context);
                break;
            }
        }
        exception *old = e->context;
        e->context = vm_ref(handled);
        vm_unref(old);
    }
    vm_reraise(vm_ref(e));
    return NULL_VALUE;
}

exception *vm_exception_new(class *cls, value argument)
{
    exception *e = vm_object_new(cls, 0);
    e->args = vm_obj(vm_tuple_new(vm_is_null(argument) ? 0 : 1, &argument));
    return e;
}

value vm_raise_with(class *cls, value argument)
{
    exception *e = vm_exception_new(cls, argument);
    vm_raise_instance(e);
    vm_unref(e);
    return NULL_VALUE;
}

value vm_raise(class *cls, const char *format, ...)
{
    char text[1024];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    value message = vm_text(text);
    vm_raise_with(cls, message);
    vm_drop(message);
    return NULL_VALUE;
}

void vm_raise_from_pending(class *cls, const char *format, ...)
{
    char text[1024];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    exception *from = vm_take_exception();
    value message = vm_text(text);
    exception *e = vm_exception_new(cls, message);
    vm_drop(message);
    e->cause = vm_ref(from);
    e->context = from;
    e->suppress_context = true;
    vm_reraise(e);
}

/* ---- Questions ------------------------------------------------------------ */

bool vm_is_exception(value v)
{
    return vm_isinstance(v, &vm_exc.BaseException);
}

bool vm_is_exception_class(value v)
{
    return vm_is_class(v) && vm_subclass((class *)v.as.o, &vm_exc.BaseException);
}

class *vm_exception_class(const char *name, class *otherwise)
{
    class *all = (class *)&vm_exc;
    for (size_t i = 0; i < sizeof vm_exc / sizeof *all; i++) {
        if (strcmp(all[i].name->text, name) == 0)
            return &all[i];
    }
    return otherwise;
}

int vm_exception_matches(exception *e, value against)
{
    if (vm_is(against, &vm_tuple_class)) {
        const tuple *t = (tuple *)against.as.o;
        for (size_t i = 0; i < t->count; i++) {
            int match = vm_exception_matches(e, t->at[i]);
            if (match != 0)
                return match;
        }
        return 0;
    }
    if (!vm_is_exception_class(against)) {
        vm_raise(&vm_exc.TypeError, "catching classes that do not inherit from BaseException "
                                    "is not allowed");
        return -1;
    }
    return vm_subclass(e->head.cls, (class *)against.as.o);
}

/* ---- Traces --------------------------------------------------------------- */

void vm_trace_add(exception *e, const code *c, int line)
{
    enum { MOST_LINES = 64 };
    if (e->trace_count >= MOST_LINES)
        return;
    e->trace = vm_realloc(e->trace, (e->trace_count + 1) * sizeof *e->trace);
    e->trace[e->trace_count++] = (trace_line){ c, line };
}

bool vm_trace_same(const exception *a, const exception *b)
{
    if (a->trace_count != b->trace_count)
        return false;
    for (size_t i = 0; i < a->trace_count; i++) {
        if (a->trace[i].code != b->trace[i].code || a->trace[i].line != b->trace[i].line)
            return false;
    }
    return true;
}

void vm_trace_copy(exception *to, const exception *from)
{
    to->trace_count = 0;
    for (size_t i = 0; i < from->trace_count; i++)
        vm_trace_add(to, from->trace[i].code, from->trace[i].line);
}

void vm_print_exception(exception *e)
{
    if (e->cause != NULL) {
        vm_print_exception(e->cause);
        fputs("\nThe above exception was the direct cause of the following exception:\n\n",
              stderr);
    } else if (e->context != NULL && !e->suppress_context) {
        vm_print_exception(e->context);
        fputs("\nDuring handling of the above exception, another exception occurred:\n\n",
              stderr);
    }
    if (e->trace_count > 0)
        fputs("Traceback (most recent call last):\n", stderr);
    for (size_t i = e->trace_count; i > 0; i--) {
        const trace_line *at = &e->trace[i - 1];
        fprintf(stderr, "  File \"%s\", line %d, in %s\n", at->code->file, at->line,
                at->code->name->text);
    }
    value text = vm_exception_text(e);
    const char *shown = vm_is_str(text) ? vm_as_str(text)->text : "";
    fprintf(stderr, "%s%s%s\n", e->head.cls->qualname->text, *shown == '\0' ? "" : ": ", shown);
    vm_drop(text);
}

void vm_print_ignored(const char *where)
{
    exception *e = vm_take_exception();
    if (e == NULL)
        return;
    fprintf(stderr, "Exception ignored in %s\n", where);
    vm_print_exception(e);
    vm_unref(e);
}

/* ---- The objects ---------------------------------------------------------- */

static void exception_clear(obj *self)
{
    exception *e = (exception *)self;
    vm_clear(&e->args);
    vm_clear(&e->message);
    vm_clear(&e->members);
    VM_CLEAR_REF(e->cause);
    VM_CLEAR_REF(e->context);
    table *attributes = e->attributes;
    e->attributes = NULL;
    vm_table_free(attributes);
    free(e->trace);
    e->trace = NULL;
    e->trace_count = 0;
}

static void exception_visit(obj *self, visitor visit, void *arg)
{
    exception *e = (exception *)self;
    vm_visit_value(e->args, visit, arg);
    vm_visit_value(e->message, visit, arg);
    vm_visit_value(e->members, visit, arg);
    vm_visit_ref(e->cause, visit, arg);
    vm_visit_ref(e->context, visit, arg);
    vm_table_visit(e->attributes, visit, arg);
}

/* BaseException.__new__ keeps the arguments, whatever __init__ does with them. */
static value exception_create(class *cls, const args *a)
{
    /* OSError(errno, text) makes the subclass that errno has. */
    if (cls == &vm_exc.OSError && a->count == 2 && a->at[0].tag == VM_INT)
        cls = vm_exception_class(rl_err_class((rl_err)-a->at[0].as.i), cls);
    if (vm_subclass(cls, &vm_exc.BaseExceptionGroup)) {
        cls = vm_group_check(cls, a);
        if (cls == NULL)
            return NULL_VALUE;
    }
    exception *e = vm_object_new(cls, 0);
    e->args = vm_obj(vm_tuple_new(a->count, a->at));
    if (vm_subclass(cls, &vm_exc.BaseExceptionGroup))
        vm_group_fill(e);
    if (cls->is_user) {
        value init, done;
        if (vm_special(vm_obj(e), "__init__", &init)) {
            done = vm_call(init, a);
            vm_drop(init);
            if (vm_is_null(done))
                vm_unref(e);
            if (!vm_is_null(done))
                vm_drop(done);
            return vm_pending() ? NULL_VALUE : vm_obj(e);
        }
    }
    if (a->keyword_count > 0) {
        vm_unref(e);
        return vm_raise(&vm_exc.TypeError, "%s() takes no keyword arguments", cls->name->text);
    }
    return vm_obj(e);
}

/* super().__init__(...) of a user's exception class. */
static value exception_init(value self, const args *a)
{
    exception *e = (exception *)self.as.o;
    value old = e->args;
    e->args = vm_obj(vm_tuple_new(a->count, a->at));
    vm_drop(old);
    return NONE_VALUE;
}

static value exception_with_traceback(value self, const args *a)
{
    (void)a;
    return vm_keep(self);
}

static bool is_os_error_pair(const exception *e, const tuple *t)
{
    return vm_subclass(e->head.cls, &vm_exc.OSError) && t->count == 2;
}

static value exception_str(obj *self)
{
    const exception *e = (exception *)self;
    if (!vm_is(e->args, &vm_tuple_class))
        return vm_text("");
    if (vm_is_group(e))
        return vm_group_str(e);
    const tuple *t = (tuple *)e->args.as.o;
    if (t->count == 0)
        return vm_text("");
    if (is_os_error_pair(e, t)) {
        value number = vm_str(t->at[0]), text = vm_str(t->at[1]);
        value result = NULL_VALUE;
        if (!vm_is_null(number) && !vm_is_null(text))
            result = vm_textf("[Errno %s] %s", vm_as_str(number)->text, vm_as_str(text)->text);
        vm_drop(number);
        vm_drop(text);
        return result;
    }
    if (t->count == 1)
        return vm_subclass(e->head.cls, &vm_exc.KeyError) ? vm_repr(t->at[0]) : vm_str(t->at[0]);
    return vm_repr(e->args);
}

static value exception_repr(obj *self)
{
    const exception *e = (exception *)self;
    if (vm_is_group(e))
        return vm_group_repr(e);
    const tuple *t = (tuple *)e->args.as.o;
    value inside = t->count == 1 ? vm_repr(t->at[0]) : vm_repr(e->args);
    if (vm_is_null(inside))
        return inside;
    value result = vm_textf(t->count == 1 ? "%s(%s)" : "%s%s", e->head.cls->name->text,
                            vm_as_str(inside)->text);
    vm_drop(inside);
    return result;
}

value vm_exception_text(exception *e)
{
    value text = exception_str(&e->head);
    if (vm_is_null(text)) {
        vm_unref(vm_take_exception());
        return vm_text("");
    }
    return text;
}

static value or_none(void *o)
{
    return o == NULL ? NONE_VALUE : vm_obj(vm_ref(o));
}

static value exception_get_attr(obj *self, str *name, bool *found)
{
    exception *e = (exception *)self;
    const tuple *t = (tuple *)e->args.as.o;
    value own;
    *found = true;
    if (e->attributes != NULL && vm_table_get_str(e->attributes, name, &own))
        return vm_keep(own);
    if (strcmp(name->text, "args") == 0)
        return vm_keep(e->args);
    if (strcmp(name->text, "__cause__") == 0)
        return or_none(e->cause);
    if (strcmp(name->text, "__context__") == 0)
        return or_none(e->context);
    if (strcmp(name->text, "__suppress_context__") == 0)
        return vm_bool(e->suppress_context);
    if (strcmp(name->text, "__traceback__") == 0)
        return NONE_VALUE;
    if (vm_is_group(e) && strcmp(name->text, "message") == 0)
        return vm_keep(e->message);
    if (vm_is_group(e) && strcmp(name->text, "exceptions") == 0)
        return vm_keep(e->members);
    if (strcmp(name->text, "value") == 0 && vm_subclass(self->cls, &vm_exc.StopIteration))
        return t->count > 0 ? vm_keep(t->at[0]) : NONE_VALUE;
    if (strcmp(name->text, "code") == 0 && vm_subclass(self->cls, &vm_exc.SystemExit))
        return t->count == 0 ? NONE_VALUE : vm_keep(t->count == 1 ? t->at[0] : e->args);
    if (vm_subclass(self->cls, &vm_exc.OSError)) {
        if (strcmp(name->text, "errno") == 0)
            return is_os_error_pair(e, t) ? vm_keep(t->at[0]) : NONE_VALUE;
        if (strcmp(name->text, "strerror") == 0)
            return is_os_error_pair(e, t) ? vm_keep(t->at[1]) : NONE_VALUE;
    }
    *found = false;
    return NULL_VALUE;
}

/* e.__cause__ = other, and __context__ likewise. */
static int set_link(exception **place, value item)
{
    if (!vm_is_none(item) && !vm_is_exception(item)) {
        vm_raise(&vm_exc.TypeError, "exception cause must be None or derive from BaseException");
        return -1;
    }
    exception *old = *place;
    *place = vm_is_none(item) ? NULL : vm_ref(item.as.o);
    vm_unref(old);
    return 0;
}

static int exception_set_attr(obj *self, str *name, value item)
{
    exception *e = (exception *)self;
    if (vm_is_group(e)
        && (strcmp(name->text, "message") == 0 || strcmp(name->text, "exceptions") == 0)) {
        vm_raise(&vm_exc.AttributeError, "readonly attribute");
        return -1;
    }
    if (!vm_is_null(item)) {
        if (strcmp(name->text, "__cause__") == 0) {
            e->suppress_context = true;
            return set_link(&e->cause, item);
        }
        if (strcmp(name->text, "__context__") == 0)
            return set_link(&e->context, item);
        if (strcmp(name->text, "__suppress_context__") == 0) {
            e->suppress_context = vm_truth(item) == 1;
            return 0;
        }
        if (strcmp(name->text, "args") == 0) {
            list *l = vm_list_from(item);
            if (l == NULL)
                return -1;
            value old = e->args;
            e->args = vm_tuple_from_list(l);
            vm_unref(l);
            vm_drop(old);
            return 0;
        }
    }
    if (e->attributes == NULL)
        e->attributes = vm_table_new();
    if (!vm_is_null(item)) {
        vm_table_set_str(e->attributes, name, item);
        return 0;
    }
    if (vm_table_delete_str(e->attributes, name))
        return 0;
    vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute '%s'", self->cls->name->text,
             name->text);
    return -1;
}

static const class_slots exception_slots = {
    .clear = exception_clear, .visit = exception_visit, .repr = exception_repr,
    .to_str = exception_str, .get_attr = exception_get_attr, .set_attr = exception_set_attr,
    .create = exception_create,
};

/* PEP 678 */
static value exception_add_note(value self, const args *a)
{
    exception *e = (exception *)self.as.o;
    str *key = vm_name("__notes__");
    value notes;
    if (!vm_is_str(a->at[0]))
        return vm_raise(&vm_exc.TypeError, "add_note() argument must be str, not %s",
                        vm_type_name(a->at[0]));
    if (e->attributes == NULL)
        e->attributes = vm_table_new();
    if (!vm_table_get_str(e->attributes, key, &notes)) {
        notes = vm_obj(vm_list_new(0));
        vm_table_set_str(e->attributes, key, notes);
        vm_drop(notes);
    }
    vm_list_append((list *)notes.as.o, a->at[0]);
    return NONE_VALUE;
}

static const builtin_def exception_methods[] = {
    { "__init__", exception_init, 0, -1, false },
    { "add_note", exception_add_note, 1, 1, false },
    { "with_traceback", exception_with_traceback, 1, 1, false },
    { NULL, NULL, 0, 0, false },
};

void vm_exception_classes(void)
{
#define START(name, base) \
    vm_class_start(&vm_exc.name, #name, \
                   strcmp(#name, "BaseException") == 0 ? &vm_object_class : &vm_exc.base, \
                   sizeof(exception), &exception_slots, \
                   strcmp(#name, "BaseException") == 0        ? exception_methods \
                   : strcmp(#name, "BaseExceptionGroup") == 0 ? vm_group_methods \
                                                              : NULL);
    VM_EXCEPTIONS(START)
#undef START
}
