/*
 * timeout_object.c - asyncio.timeout, timeout_at and the class Timeout.
 *
 * CPython: asyncio/timeouts.py.
 */
#include <math.h>
#include <string.h>

#include "args.h"
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"

typedef struct timeout_object {
    obj head;
    rl_timeout *timeout;
    value when; /* as given; VM_NULL: ask the library */
} timeout_object;

static class timeout_class;

static timeout_object *as_timeout(value v)
{
    return (timeout_object *)v.as.o;
}

/* `when`: as the program gave it, or VM_NULL. */
static value new_timeout(double when_s, value when)
{
    rl_timeout *made;
    rl_err err = rl_timeout_new(when_s, &made);
    if (err != RL_OK)
        return vm_raise_err(err);
    timeout_object *t = vm_object_new(&timeout_class, 0);
    t->timeout = made;
    t->when = vm_keep(when);
    return vm_obj(t);
}

/* timeout(delay) */
static value f_timeout(value self, const args *a)
{
    (void)self;
    double delay_s;
    if (rl_get_running_loop() == NULL)
        return vm_raise_err(RL_ERR_NO_RUNNING_LOOP);
    if (!vm_seconds(a->at[0], "+", &delay_s))
        return NULL_VALUE;
    return new_timeout(rl_loop_time(rl_get_running_loop()) + delay_s, NULL_VALUE);
}

static value timeout_from(value when)
{
    double when_s;
    if (!vm_seconds(when, "<=", &when_s))
        return NULL_VALUE;
    return new_timeout(when_s, when);
}

/* timeout_at(when) */
static value f_timeout_at(value self, const args *a)
{
    (void)self;
    return timeout_from(a->at[0]);
}

static value timeout_create(class *cls, const args *a)
{
    static const char *const names[] = { "when", NULL };
    value when;
    (void)cls;
    if (!vm_keywords(a, "Timeout.__init__", names, &when))
        return NULL_VALUE;
    if (a->count > 0)
        when = a->at[0];
    if (vm_is_null(when))
        return vm_raise(&vm_exc.TypeError, "Timeout.__init__() missing 1 required positional "
                                           "argument: 'when'");
    return timeout_from(when);
}

static value timeout_when(value self, const args *a)
{
    (void)a;
    const timeout_object *t = as_timeout(self);
    if (!vm_is_null(t->when))
        return vm_keep(t->when);
    double when_s = rl_timeout_when(t->timeout);
    return isnan(when_s) ? NONE_VALUE : vm_float(when_s);
}

static value timeout_reschedule(value self, const args *a)
{
    timeout_object *t = as_timeout(self);
    double when_s;
    if (!vm_seconds(a->at[0], "<=", &when_s))
        return NULL_VALUE;
    rl_exc *exc = rl_timeout_reschedule(t->timeout, when_s);
    if (exc != NULL)
        return vm_raise_exc(exc, true);
    value old = t->when;
    t->when = vm_keep(a->at[0]);
    vm_drop(old);
    return NONE_VALUE;
}

static value timeout_expired(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_timeout_expired(as_timeout(self)->timeout));
}

static int enter_begin(library_coroutine *self, value *out)
{
    rl_exc *exc = rl_timeout_enter(as_timeout(self->arguments[0])->timeout);
    if (exc != NULL) {
        vm_raise_exc(exc, true);
        return -1;
    }
    *out = vm_keep(self->arguments[0]);
    return 0;
}

static value timeout_aenter(value self, const args *a)
{
    (void)a;
    return vm_obj(vm_library_coroutine("Timeout.__aenter__", enter_begin, NULL, 1, &self));
}

/* arguments: the timeout, the exception or None */
static int exit_begin(library_coroutine *self, value *out)
{
    value given = self->arguments[1];
    rl_exc *leaving = vm_is_exception(given) ? vm_to_exc(vm_ref(given.as.o)) : NULL;
    rl_exc *exc = rl_timeout_exit(as_timeout(self->arguments[0])->timeout, leaving);
    rl_exc_unref(leaving);
    if (exc != NULL) {
        vm_raise_exc(exc, false); /* its cause and context are set */
        return -1;
    }
    *out = NONE_VALUE;
    return 0;
}

static value timeout_aexit(value self, const args *a)
{
    value both[2] = { self, a->at[1] };
    return vm_obj(vm_library_coroutine("Timeout.__aexit__", exit_begin, NULL, 2, both));
}

/* CPython rounds the deadline to milliseconds. */
static value timeout_repr(obj *self)
{
    const rl_timeout *timeout = ((timeout_object *)self)->timeout;
    const char *state = rl_timeout_state(timeout);
    if (strcmp(state, "active") != 0)
        return vm_textf("<Timeout [%s]>", state);
    double when_s = rl_timeout_when(timeout);
    char text[40] = "None";
    if (!isnan(when_s))
        vm_float_repr(round(when_s * 1000) / 1000, text);
    return vm_textf("<Timeout [%s] when=%s>", state, text);
}

static void timeout_clear(obj *self)
{
    timeout_object *t = (timeout_object *)self;
    rl_timeout *timeout = t->timeout;
    t->timeout = NULL;
    if (timeout != NULL)
        rl_timeout_unref(timeout);
    vm_clear(&t->when);
}

static const class_slots timeout_slots = {
    .clear = timeout_clear, .repr = timeout_repr, .create = timeout_create,
};

static const builtin_def timeout_methods[] = {
    { "when", timeout_when, 0, 0, false },
    { "reschedule", timeout_reschedule, 1, 1, false },
    { "expired", timeout_expired, 0, 0, false },
    { "__aenter__", timeout_aenter, 0, 0, false },
    { "__aexit__", timeout_aexit, 3, 3, false },
    { NULL, NULL, 0, 0, false },
};

static const builtin_def functions[] = {
    { "timeout", f_timeout, 1, 1, false },
    { "timeout_at", f_timeout_at, 1, 1, false },
    { NULL, NULL, 0, 0, false },
};

void vm_timeout_classes(obj *asyncio)
{
    vm_class_start(&timeout_class, "Timeout", &vm_object_class, sizeof(timeout_object),
                   &timeout_slots, timeout_methods);
    vm_module_functions(asyncio, functions);
    vm_module_set(asyncio, "Timeout", vm_obj(vm_ref(&timeout_class)));
}
