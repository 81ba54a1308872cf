/*
 * generator.c - generators and coroutines.  See generator.h.
 *
 * CPython: Objects/genobject.c.
 */
#include "generator.h"

#include <string.h>

#include "classes.h"
#include "containers.h"
#include "module_scenario.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

class vm_generator_class, vm_coroutine_class;

static bool is_coroutine(const generator *g)
{
    return g->head.cls == &vm_coroutine_class;
}

static const char *kind(const generator *g)
{
    return is_coroutine(g) ? "coroutine" : "generator";
}

value vm_generator_new(frame *f)
{
    generator *g = vm_object_new(
        f->code->is_coroutine ? &vm_coroutine_class : &vm_generator_class, 0);
    g->frame = f;
    g->code = f->code;
    g->origin = f->code->is_coroutine ? vm_coroutine_origin() : NULL_VALUE;
    return vm_obj(g);
}

static void generator_end(generator *g)
{
    frame *f = g->frame;
    g->frame = NULL;
    if (f != NULL)
        vm_frame_free(f);
}

/* TASK-38, PEP 479: a StopIteration that escapes would look like the end. */
static void hide_stop_iteration(const generator *g)
{
    vm_raise_from_pending(&vm_exc.RuntimeError, "%s raised StopIteration", kind(g));
}

/* It has ended, or runs already.  The same answers as a resumption. */
static int cannot_resume(generator *g, value sent, value *out)
{
    bool thrown = vm_is_null(sent);
    if (!g->running && !is_coroutine(g)) {
        *out = NONE_VALUE;
        return thrown ? -1 : 0;
    }
    if (thrown)
        vm_unref(vm_take_exception());
    if (g->running)
        vm_raise(&vm_exc.ValueError, "%s already executing", kind(g));
    else
        vm_raise(&vm_exc.RuntimeError, "cannot reuse already awaited coroutine"); /* TASK-39 */
    return -1;
}

int vm_generator_resume(generator *g, value sent, value *out)
{
    *out = NULL_VALUE;
    if (g->running || g->frame == NULL)
        return cannot_resume(g, sent, out);
    if (vm_is_null(sent) && !g->started) {
        generator_end(g);
        return -1;
    }
    if (!g->started && !vm_is_none(sent)) {
        vm_raise(&vm_exc.TypeError, "can't send non-None value to a just-started %s", kind(g));
        return -1;
    }
    if (vm_thread_self()->depth >= VM_DEEPEST_CALL) {
        if (vm_is_null(sent))
            vm_unref(vm_take_exception());
        vm_raise(&vm_exc.RecursionError, "maximum recursion depth exceeded");
        return -1;
    }
    /* The value of the yield or await that it waits in; an exception is raised there. */
    if (g->started && (!vm_is_null(sent) || g->frame->awaiting))
        g->frame->stack[g->frame->sp++] = vm_keep(sent);
    g->started = true;
    g->running = true;
    vm_ref(g);
    vm_thread_self()->depth++;
    frame_result result = vm_run_frame(g->frame, out);
    vm_thread_self()->depth--;
    g->running = false;
    if (result != FRAME_YIELD)
        generator_end(g);
    if (result == FRAME_RAISE && vm_pending_is(&vm_exc.StopIteration))
        hide_stop_iteration(g);
    vm_unref(g);
    return result == FRAME_YIELD ? 1 : result == FRAME_RETURN ? 0 : -1;
}

static int slot_resume(obj *self, value sent, value *out)
{
    return vm_generator_resume((generator *)self, sent, out);
}

static int generator_next(obj *self, value *out)
{
    int more = vm_generator_resume((generator *)self, NONE_VALUE, out);
    if (more == 0)
        vm_drop(*out);
    return more;
}

static value generator_iter(obj *self)
{
    return vm_obj(vm_ref(self));
}

/* ---- send, throw, close --------------------------------------------------- */

value vm_resume_answer(int more, value out)
{
    if (more == 1)
        return out;
    if (more < 0)
        return NULL_VALUE;
    vm_raise_with(&vm_exc.StopIteration, vm_is_none(out) ? NULL_VALUE : out);
    vm_drop(out);
    return NULL_VALUE;
}

static value generator_send(value self, const args *a)
{
    value out = NULL_VALUE;
    int more = vm_generator_resume((generator *)self.as.o, a->at[0], &out);
    return vm_resume_answer(more, out);
}

bool vm_throw_argument(const args *a)
{
    value raised = vm_is_exception_class(a->at[0]) ? vm_call_values(a->at[0], 0, NULL)
                                                   : vm_keep(a->at[0]);
    if (vm_is_null(raised))
        return false;
    if (!vm_is_exception(raised)) {
        vm_drop(raised);
        vm_raise(&vm_exc.TypeError,
                 "exceptions must be classes or instances deriving from BaseException");
        return false;
    }
    vm_reraise((exception *)raised.as.o);
    return true;
}

static value generator_next_method(value self, const args *a)
{
    (void)a;
    return generator_send(self, &(args){ .count = 1, .at = &(value){ .tag = VM_NONE } });
}

static value return_self(value self, const args *a)
{
    (void)a;
    return vm_keep(self);
}

static value generator_throw(value self, const args *a)
{
    if (!vm_throw_argument(a))
        return NULL_VALUE;
    value out = NULL_VALUE;
    int more = vm_generator_resume((generator *)self.as.o, NULL_VALUE, &out);
    return vm_resume_answer(more, out);
}

/* What the function returned on its way out, mostly None. */
static value close_it(generator *g)
{
    value out = NULL_VALUE;
    if (g->frame == NULL)
        return NONE_VALUE;
    if (!g->started && !g->running) {
        generator_end(g);
        return NONE_VALUE;
    }
    vm_raise_with(&vm_exc.GeneratorExit, NULL_VALUE);
    int more = vm_generator_resume(g, NULL_VALUE, &out);
    if (more == 1) {
        vm_drop(out);
        return vm_raise(&vm_exc.RuntimeError, "%s ignored GeneratorExit", kind(g));
    }
    if (more == 0)
        return out;
    return vm_forget(&vm_exc.GeneratorExit) ? NONE_VALUE : NULL_VALUE;
}

static value generator_close(value self, const args *a)
{
    (void)a;
    return close_it((generator *)self.as.o);
}

/* ---- Awaiting ------------------------------------------------------------- */

static value raise_not_awaitable(value v)
{
    return vm_raise(&vm_exc.TypeError, "'%s' object can't be awaited", vm_type_name(v));
}

bool vm_is_awaitable(value v)
{
    value method;
    if (v.tag != VM_OBJ)
        return false;
    if (v.as.o->cls->slots->await != NULL)
        return true;
    bool found = vm_special(v, "__await__", &method);
    if (found)
        vm_drop(method);
    return found;
}

/* TASK-43. */
value vm_get_awaitable(value v)
{
    value iterator;
    if (v.tag == VM_OBJ && v.as.o->cls->slots->await != NULL)
        return v.as.o->cls->slots->await(v.as.o);
    if (vm_call_special(v, "__await__", 0, NULL, &iterator) == 0)
        return raise_not_awaitable(v);
    if (vm_is_null(iterator))
        return iterator;
    value next;
    if (vm_is(iterator, &vm_coroutine_class)) {
        vm_raise(&vm_exc.TypeError, "__await__() returned a coroutine");
    } else if (iterator.tag == VM_OBJ
               && (iterator.as.o->cls->slots->resume != NULL
                   || iterator.as.o->cls->slots->next != NULL)) {
        return iterator;
    } else if (vm_special(iterator, "__next__", &next)) {
        vm_drop(next);
        return iterator;
    } else {
        vm_raise(&vm_exc.TypeError, "__await__() returned non-iterator of type '%s'",
                 vm_type_name(iterator));
    }
    vm_drop(iterator);
    return NULL_VALUE;
}

static value coroutine_await(obj *self)
{
    const generator *g = (generator *)self;
    if (g->frame != NULL && g->frame->awaiting && !g->running)
        return vm_raise(&vm_exc.RuntimeError, "coroutine is being awaited already");
    return vm_obj(vm_ref(self));
}

/* ---- Resuming anything ---------------------------------------------------- */

/* A method of the program's object was called; StopIteration is its end. */
static int ended_or_raised(value got, value *out)
{
    if (!vm_is_null(got)) {
        *out = got;
        return 1;
    }
    if (!vm_pending_is(&vm_exc.StopIteration))
        return -1;
    exception *stop = vm_take_exception();
    const tuple *given = (tuple *)stop->args.as.o;
    *out = given->count > 0 ? vm_keep(given->at[0]) : NONE_VALUE;
    vm_unref(stop);
    return 0;
}

/* throw(), where there is one; else it is raised by whoever waits. */
static int throw_into(value iterator, value *out)
{
    exception *e = vm_take_exception();
    value method;
    int found = vm_find_attr(iterator, vm_name("throw"), &method);
    if (found != 1) {
        if (found == 0)
            vm_reraise(e);
        else
            vm_unref(e);
        return -1;
    }
    value raised = vm_obj(e);
    value got = vm_call_values(method, 1, &raised);
    vm_drop(method);
    vm_unref(e);
    return ended_or_raised(got, out);
}

int vm_resume(value iterator, value sent, value *out)
{
    *out = NULL_VALUE;
    if (iterator.as.o->cls->slots->resume != NULL)
        return iterator.as.o->cls->slots->resume(iterator.as.o, sent, out);
    if (vm_is_null(sent))
        return throw_into(iterator, out);
    value got;
    if (!vm_is_none(sent)) {
        value method = vm_get_attr(iterator, vm_name("send"));
        if (vm_is_null(method))
            return -1;
        got = vm_call_values(method, 1, &sent);
        vm_drop(method);
        return ended_or_raised(got, out);
    }
    if (vm_call_special(iterator, "__next__", 0, NULL, &got) == 1)
        return ended_or_raised(got, out);
    int more = vm_next(iterator, out);
    if (more == 0)
        *out = NONE_VALUE;
    return more;
}

int vm_close(value iterator)
{
    value method, done;
    if (vm_is(iterator, &vm_generator_class) || vm_is(iterator, &vm_coroutine_class)) {
        done = close_it((generator *)iterator.as.o);
    } else {
        int found = vm_find_attr(iterator, vm_name("close"), &method);
        if (found != 1)
            return found;
        done = vm_call_values(method, 0, NULL);
        vm_drop(method);
    }
    if (vm_is_null(done))
        return -1;
    vm_drop(done);
    return 0;
}

/* ---- Objects -------------------------------------------------------------- */

/* An abandoned one runs its finally clauses (TASK-47); a coroutine that never ran is told
 * of (TASK-44). */
static void finalize(generator *g)
{
    exception *pending = vm_take_exception();
    if (g->started) {
        value closed = close_it(g);
        if (vm_is_null(closed))
            vm_print_ignored(is_coroutine(g) ? "a coroutine" : "a generator");
        vm_drop(closed);
    } else if (is_coroutine(g)) {
        value text = vm_textf("coroutine '%s' was never awaited", g->code->qualname->text);
        vm_warn("RuntimeWarning", vm_as_str(text)->text);
        vm_drop(text);
    }
    if (pending != NULL)
        vm_reraise(pending);
}

static void generator_clear(obj *self)
{
    generator *g = (generator *)self;
    if (g->frame != NULL && !g->running && !vm_objects_ending())
        finalize(g);
    if (!g->running)
        generator_end(g);
    vm_clear(&g->origin);
}

static bool generator_finalize(obj *self)
{
    generator *g = (generator *)self;
    if (g->frame == NULL || g->running)
        return false;
    finalize(g);
    generator_end(g);
    return true;
}

static void generator_visit(obj *self, visitor visit, void *arg)
{
    generator *g = (generator *)self;
    if (g->frame != NULL)
        vm_frame_visit(g->frame, visit, arg);
}

static value generator_repr(obj *self)
{
    const generator *g = (generator *)self;
    return vm_textf("<%s object %s at %p>", kind(g), g->code->qualname->text, (void *)self);
}

static value generator_get_attr(obj *self, str *name, bool *found)
{
    const generator *g = (generator *)self;
    *found = true;
    if (strcmp(name->text, "__name__") == 0)
        return vm_obj(vm_ref(g->code->name));
    if (strcmp(name->text, "__qualname__") == 0)
        return vm_obj(vm_ref(g->code->qualname));
    if (is_coroutine(g) && strcmp(name->text, "cr_origin") == 0)
        return vm_is_null(g->origin) ? NONE_VALUE : vm_keep(g->origin);
    *found = false;
    return NULL_VALUE;
}

static const class_slots generator_slots = {
    .clear = generator_clear, .visit = generator_visit, .finalize = generator_finalize,
    .repr = generator_repr,
    .get_attr = generator_get_attr, .iter = generator_iter, .next = generator_next,
    .resume = slot_resume,
};

static const class_slots coroutine_slots = {
    .clear = generator_clear, .visit = generator_visit, .finalize = generator_finalize,
    .repr = generator_repr,
    .get_attr = generator_get_attr, .await = coroutine_await, .resume = slot_resume,
};

static value coroutine_await_method(value self, const args *a)
{
    (void)a;
    return vm_coroutine_wrapper(self);
}

#define COMMON_METHODS \
    { "send", generator_send, 1, 1, false }, \
    { "throw", generator_throw, 1, 1, false }, \
    { "close", generator_close, 0, 0, false }

static const builtin_def generator_methods[] = {
    COMMON_METHODS,
    { "__next__", generator_next_method, 0, 0, false },
    { "__iter__", return_self, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

static const builtin_def coroutine_methods[] = {
    COMMON_METHODS,
    { "__await__", coroutine_await_method, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_generator_classes(void)
{
    vm_class_start(&vm_generator_class, "generator", &vm_object_class, sizeof(generator),
                   &generator_slots, generator_methods);
    vm_class_start(&vm_coroutine_class, "coroutine", &vm_object_class, sizeof(generator),
                   &coroutine_slots, coroutine_methods);
    vm_coroutine_wrapper_classes();
}
