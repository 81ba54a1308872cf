/*
 * library_coroutine.c - the coroutine objects that asyncio's own functions give:
 * a coroutine of the library's, or what a C function does at its first step.
 *
 * CPython: `async def` functions of asyncio, as their callers see them.
 */
#include <string.h>

#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "generator.h"
#include "loops.h"
#include "module_scenario.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

class vm_library_coroutine_class;

static library_coroutine *as_coroutine(value v)
{
    return (library_coroutine *)v.as.o;
}

library_coroutine *vm_library_coroutine(const char *name, coroutine_begin begin,
                                        coroutine_finish finish, size_t count,
                                        const value *arguments)
{
    library_coroutine *c = vm_object_new(&vm_library_coroutine_class, 0);
    c->name = name;
    c->begin = begin;
    c->finish = finish;
    for (size_t i = 0; i < count; i++)
        c->arguments[i] = vm_keep(arguments[i]);
    return c;
}

value vm_coroutine_over(const char *name, rl_err err, rl_coro *coro, coroutine_finish finish)
{
    if (err != RL_OK)
        return vm_raise_err(err);
    library_coroutine *c = vm_library_coroutine(name, NULL, finish, 0, NULL);
    c->coro = coro;
    return vm_obj(c);
}

int vm_coroutine_go_on(library_coroutine *self, rl_err err, rl_coro *coro)
{
    if (err != RL_OK) {
        vm_raise_err(err);
        return -1;
    }
    self->coro = coro;
    return 1;
}

int vm_coroutine_return_none(library_coroutine *self, value *out)
{
    (void)self;
    *out = NONE_VALUE;
    return 0;
}

value vm_finish_bool(library_coroutine *self, rl_value result)
{
    (void)self;
    return vm_bool((intptr_t)result.ptr != 0);
}

value vm_finish_int(library_coroutine *self, rl_value result)
{
    (void)self;
    return vm_int((intptr_t)result.ptr);
}

/* ---- Running -------------------------------------------------------------- */

/* It will not be resumed again: let go of everything. */
static void forget(library_coroutine *c)
{
    rl_coro *coro = c->coro;
    c->coro = NULL;
    if (coro != NULL)
        rl_coro_unref(coro);
    for (size_t i = 0; i < COROUTINE_ARGUMENTS; i++)
        vm_clear(&c->arguments[i]);
}

/* What the library raised in its own statements has its context already; what
 * a future held gets the one of the frame that awaits; and what was thrown in,
 * and comes out again, goes on as it is. */
static void raise_out(rl_exc *exc, const exception *thrown)
{
    exception *e = vm_exception_of(exc);
    rl_exc_unref(exc);
    if (e->context == NULL && e != thrown) {
        vm_raise_instance(e);
        vm_unref(e);
    } else {
        vm_reraise(e);
    }
}

static value yielded_future(rl_future *future, bool awaited)
{
    value f = vm_future_of(future);
    rl_future_unref(future);
    ((future_object *)f.as.o)->awaited = awaited;
    return f;
}

static value yielded_value(rl_value given)
{
    value v = vm_from_rl(given);
    vm_rl_release(given);
    return v;
}

/* One step of the library's coroutine.  `thrown` (NULL: nothing) is taken. */
static int step(library_coroutine *c, exception *thrown, value *out)
{
    rl_step s;
    job *starting = c->starts_worker;
    size_t threads = vm_thread_count();
    c->starts_worker = NULL;
    rl_coro_resume(c->coro, thrown == NULL ? NULL : vm_to_exc(vm_ref(thrown)), &s);
    if (starting != NULL)
        vm_await_worker(threads, &starting->begun);
    switch (s.kind) {
    case RL_STEP_RETURN:
        *out = c->finish == NULL ? vm_from_rl(s.value) : c->finish(c, s.value);
        vm_rl_release(s.value);
        return vm_is_null(*out) ? -1 : 0;
    case RL_STEP_RAISE:
        raise_out(s.exc, thrown);
        return -1;
    case RL_STEP_AWAIT:
        *out = yielded_future(s.future, true);
        return 1;
    case RL_STEP_YIELD_FUTURE:
        *out = yielded_future(s.future, false);
        return 1;
    case RL_STEP_PASS:
        *out = NONE_VALUE;
        return 1;
    case RL_STEP_YIELD:
    case RL_STEP_YIELD_GENERATOR:
        *out = yielded_value(s.value);
        return 1;
    }
    return -1;
}

/* `sent` VM_NULL: what is pending is thrown. */
static int step_with(library_coroutine *c, value sent, value *out)
{
    exception *thrown = vm_is_null(sent) ? vm_take_exception() : NULL;
    int more = step(c, thrown, out);
    vm_unref(thrown);
    return more;
}

static bool may_resume(const library_coroutine *c, value sent)
{
    if (c->state == COROUTINE_RUNNING) {
        if (vm_is_null(sent))
            vm_unref(vm_take_exception());
        vm_raise(&vm_exc.ValueError, "coroutine already executing");
    } else if (c->state == COROUTINE_ENDED) {
        if (vm_is_null(sent))
            vm_unref(vm_take_exception());
        vm_raise(&vm_exc.RuntimeError, "cannot reuse already awaited coroutine");
    } else if (c->state == COROUTINE_FRESH && !vm_is_null(sent) && !vm_is_none(sent)) {
        vm_raise(&vm_exc.TypeError, "can't send non-None value to a just-started coroutine");
    } else {
        return true;
    }
    return false;
}

static int coroutine_resume(obj *self, value sent, value *out)
{
    library_coroutine *c = (library_coroutine *)self;
    if (!may_resume(c, sent))
        return -1;
    vm_ref(c);
    bool first = c->state == COROUTINE_FRESH;
    c->state = COROUTINE_RUNNING;
    int more = 1;
    if (first && vm_is_null(sent))
        more = -1; /* it never begins: what was thrown goes on */
    else if (first && c->begin != NULL)
        more = c->begin(c, out);
    if (more == 1)
        more = step_with(c, sent, out);
    c->state = more == 1 ? COROUTINE_SUSPENDED : COROUTINE_ENDED;
    if (more != 1) {
        exception *pending = vm_take_exception();
        forget(c);
        if (pending != NULL)
            vm_reraise(pending);
    }
    vm_unref(c);
    return more;
}

/* NULL, or what closing it raised. */
static rl_exc *end(library_coroutine *c)
{
    rl_exc *exc = NULL;
    c->state = COROUTINE_RUNNING;
    if (c->coro != NULL)
        exc = rl_coro_close(c->coro);
    c->state = COROUTINE_ENDED;
    forget(c);
    return exc;
}

static value coroutine_await(obj *self)
{
    const library_coroutine *c = (library_coroutine *)self;
    if (c->state == COROUTINE_SUSPENDED)
        return vm_raise(&vm_exc.RuntimeError, "coroutine is being awaited already");
    return vm_obj(vm_ref(self));
}

/* ---- The object ----------------------------------------------------------- */

static value coroutine_send(value self, const args *a)
{
    value out = NULL_VALUE;
    int more = coroutine_resume(self.as.o, a->at[0], &out);
    return vm_resume_answer(more, out);
}

static value coroutine_throw(value self, const args *a)
{
    if (!vm_throw_argument(a))
        return NULL_VALUE;
    value out = NULL_VALUE;
    int more = coroutine_resume(self.as.o, NULL_VALUE, &out);
    return vm_resume_answer(more, out);
}

static value coroutine_close(value self, const args *a)
{
    (void)a;
    library_coroutine *c = as_coroutine(self);
    if (c->state == COROUTINE_RUNNING)
        return vm_raise(&vm_exc.ValueError, "coroutine already executing");
    if (c->state == COROUTINE_ENDED)
        return NONE_VALUE;
    vm_ref(c);
    rl_exc *exc = end(c);
    vm_unref(c);
    return exc != NULL ? vm_raise_exc(exc, false) : NONE_VALUE;
}

static value coroutine_await_method(value self, const args *a)
{
    (void)a;
    return vm_coroutine_wrapper(self);
}

static value coroutine_get_attr(obj *self, str *name, bool *found)
{
    const library_coroutine *c = (library_coroutine *)self;
    const char *dot = strrchr(c->name, '.');
    *found = true;
    if (strcmp(name->text, "__qualname__") == 0)
        return vm_text(c->name);
    if (strcmp(name->text, "__name__") == 0)
        return vm_text(dot == NULL ? c->name : dot + 1);
    if (strcmp(name->text, "cr_running") == 0)
        return vm_bool(c->state == COROUTINE_RUNNING);
    *found = false;
    return NULL_VALUE;
}

static value coroutine_repr(obj *self)
{
    return vm_textf("<coroutine object %s at %p>", ((library_coroutine *)self)->name,
                    (void *)self);
}

static void warn_never_awaited(const library_coroutine *c)
{
    value text = vm_textf("coroutine '%s' was never awaited", c->name);
    vm_warn("RuntimeWarning", vm_as_str(text)->text);
    vm_drop(text);
}

static void coroutine_clear(obj *self)
{
    library_coroutine *c = (library_coroutine *)self;
    if (c->state == COROUTINE_RUNNING && !vm_objects_ending())
        return;
    exception *pending = vm_take_exception();
    if (c->state == COROUTINE_FRESH && !vm_objects_ending())
        warn_never_awaited(c);
    if (c->state != COROUTINE_ENDED)
        rl_exc_unref(end(c));
    else
        forget(c);
    if (pending != NULL)
        vm_reraise(pending);
}

static bool coroutine_finalize(obj *self)
{
    const library_coroutine *c = (library_coroutine *)self;
    if (c->state == COROUTINE_RUNNING || c->state == COROUTINE_ENDED)
        return false;
    coroutine_clear(self);
    return true;
}

static void coroutine_visit(obj *self, visitor visit, void *arg)
{
    library_coroutine *c = (library_coroutine *)self;
    for (size_t i = 0; i < COROUTINE_ARGUMENTS; i++)
        vm_visit_value(c->arguments[i], visit, arg);
    vm_coro_visit(c->coro, visit, arg);
}

static const class_slots coroutine_slots = {
    .clear = coroutine_clear, .visit = coroutine_visit, .finalize = coroutine_finalize,
    .repr = coroutine_repr,
    .get_attr = coroutine_get_attr, .resume = coroutine_resume, .await = coroutine_await,
};

static const builtin_def coroutine_methods[] = {
    { "send", coroutine_send, 1, 1, false },
    { "throw", coroutine_throw, 1, 1, false },
    { "close", coroutine_close, 0, 0, false },
    { "__await__", coroutine_await_method, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_coroutine_classes(void)
{
    vm_class_start(&vm_library_coroutine_class, "coroutine", &vm_object_class,
                   sizeof(library_coroutine), &coroutine_slots, coroutine_methods);
}
