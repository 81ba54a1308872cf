/*
 * lock_objects.c - asyncio's Lock, Event, Condition, Semaphore, BoundedSemaphore.
 *
 * CPython: asyncio/locks.py.
 */
#include <limits.h>

#include "args.h"
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"
#include "thread.h"

typedef struct lock_object {
    obj head;
    rl_lock *lock;
} lock_object;

typedef struct event_object {
    obj head;
    rl_event *event;
} event_object;

typedef struct condition_object {
    obj head;
    rl_condition *condition;
    value lock; /* whose methods acquire, release and locked are its own */
} condition_object;

typedef struct semaphore_object {
    obj head;
    rl_semaphore *semaphore;
} semaphore_object;

static class lock_class, event_class, condition_class, semaphore_class, bounded_class;

static value none_or_raise(rl_err err)
{
    return err != RL_OK ? vm_raise_err(err) : NONE_VALUE;
}

/* What __aenter__ gives: None, not what acquire() gave. */
static value finish_none(library_coroutine *self, rl_value result)
{
    (void)self, (void)result;
    return NONE_VALUE;
}

static bool no_arguments(const char *name, const args *a)
{
    if (a->count + a->keyword_count == 0)
        return true;
    vm_raise(&vm_exc.TypeError, "%s.__init__() takes 1 positional argument but %zu were given",
             name, 1 + a->count + a->keyword_count);
    return false;
}

enum { REPR_ROOM = 200 };

/* ---- Lock ----------------------------------------------------------------- */

static rl_lock *lock_of(value v)
{
    return ((lock_object *)v.as.o)->lock;
}

static value lock_create(class *cls, const args *a)
{
    (void)cls;
    rl_lock *made;
    if (!no_arguments("Lock", a))
        return NULL_VALUE;
    rl_err err = rl_lock_new(&made);
    if (err != RL_OK)
        return vm_raise_err(err);
    lock_object *l = vm_object_new(&lock_class, 0);
    l->lock = made;
    return vm_obj(l);
}

static value lock_locked(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_lock_locked(lock_of(self)));
}

static value lock_acquire(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_lock_acquire(lock_of(self), &coro);
    return vm_coroutine_over("Lock.acquire", err, coro, vm_finish_bool);
}

static value lock_release(value self, const args *a)
{
    (void)a;
    return none_or_raise(rl_lock_release(lock_of(self)));
}

static value lock_aenter(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_lock_acquire(lock_of(self), &coro);
    return vm_coroutine_over("_ContextManagerMixin.__aenter__", err, coro, finish_none);
}

static int lock_exit_begin(library_coroutine *self, value *out)
{
    *out = none_or_raise(rl_lock_release(lock_of(self->arguments[0])));
    return vm_is_null(*out) ? -1 : 0;
}

static value lock_aexit(value self, const args *a)
{
    (void)a;
    return vm_obj(vm_library_coroutine("_ContextManagerMixin.__aexit__", lock_exit_begin, NULL, 1,
                                       &self));
}

static value lock_repr(obj *self)
{
    char text[REPR_ROOM];
    rl_lock_repr(((lock_object *)self)->lock, text, sizeof text);
    return vm_text(text);
}

static void lock_clear(obj *self)
{
    rl_lock *lock = ((lock_object *)self)->lock;
    ((lock_object *)self)->lock = NULL;
    if (lock != NULL)
        rl_lock_unref(lock);
}

static const class_slots lock_slots = {
    .clear = lock_clear, .repr = lock_repr, .create = lock_create,
};

static const builtin_def lock_methods[] = {
    { "locked", lock_locked, 0, 0, false },
    { "acquire", lock_acquire, 0, 0, false },
    { "release", lock_release, 0, 0, false },
    { "__aenter__", lock_aenter, 0, 0, false },
    { "__aexit__", lock_aexit, 3, 3, false },
    { NULL, NULL, 0, 0, false },
};

/* ---- Event ---------------------------------------------------------------- */

static rl_event *event_of(value v)
{
    return ((event_object *)v.as.o)->event;
}

static value event_create(class *cls, const args *a)
{
    (void)cls;
    rl_event *made;
    if (!no_arguments("Event", a))
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
    char text[REPR_ROOM];
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

/* ---- Condition ------------------------------------------------------------ */

static rl_condition *condition_of(value v)
{
    return ((condition_object *)v.as.o)->condition;
}

static value condition_lock(value v)
{
    return ((condition_object *)v.as.o)->lock;
}

/* Condition(lock=None) */
static value condition_create(class *cls, const args *a)
{
    (void)cls;
    static const char *const names[] = { "lock", NULL };
    value given;
    if (!vm_keywords(a, "Condition.__init__", names, &given))
        return NULL_VALUE;
    if (a->count > 0)
        given = a->at[0];
    bool own = vm_is_null(given) || vm_is_none(given);
    if (!own && !vm_is(given, &lock_class))
        return vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute 'locked'",
                        vm_type_name(given));
    value lock = own ? lock_create(&lock_class, &(args){ 0 }) : vm_keep(given);
    if (vm_is_null(lock))
        return lock;
    rl_condition *made;
    rl_err err = rl_condition_new(lock_of(lock), &made);
    if (err != RL_OK) {
        vm_drop(lock);
        return vm_raise_err(err);
    }
    condition_object *c = vm_object_new(&condition_class, 0);
    c->condition = made;
    c->lock = lock;
    return vm_obj(c);
}

static value condition_locked(value self, const args *a)
{
    return lock_locked(condition_lock(self), a);
}

static value condition_acquire(value self, const args *a)
{
    return lock_acquire(condition_lock(self), a);
}

static value condition_release(value self, const args *a)
{
    return lock_release(condition_lock(self), a);
}

static value condition_aenter(value self, const args *a)
{
    return lock_aenter(condition_lock(self), a);
}

static value condition_aexit(value self, const args *a)
{
    return lock_aexit(condition_lock(self), a);
}

static value condition_wait(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_condition_wait(condition_of(self), &coro);
    return vm_coroutine_over("Condition.wait", err, coro, vm_finish_bool);
}

static rl_exc *ask_predicate(void *arg, bool *truth, rl_value *out)
{
    value predicate = vm_obj(arg);
    rl_exc *exc = NULL;
    bool had = vm_enter();
    value answer = vm_call_values(predicate, 0, NULL);
    int is_true = vm_is_null(answer) ? -1 : vm_truth(answer);
    if (is_true < 0) {
        exc = vm_to_exc(vm_take_exception());
    } else {
        *truth = is_true == 1;
        *out = vm_to_rl(answer);
    }
    vm_drop(answer);
    vm_leave(had);
    return exc;
}

static value condition_wait_for(value self, const args *a)
{
    value predicate = a->at[0];
    if (!vm_callable(predicate) || predicate.tag != VM_OBJ)
        return vm_raise(&vm_exc.TypeError, "'%s' object is not callable",
                        vm_type_name(predicate));
    rl_coro *coro;
    rl_err err = rl_condition_wait_for(condition_of(self), ask_predicate,
                                       vm_keep(predicate).as.o, vm_job_call.drop, &coro);
    if (err != RL_OK)
        vm_drop(predicate);
    return vm_coroutine_over("Condition.wait_for", err, coro, NULL);
}

/* notify(n=1) */
static value condition_notify(value self, const args *a)
{
    static const char *const names[] = { "n", NULL };
    value given;
    int64_t n = 1;
    if (!vm_keywords(a, "notify", names, &given))
        return NULL_VALUE;
    if (a->count > 0)
        given = a->at[0];
    if (!vm_is_null(given) && !vm_to_int(given, "notify", &n))
        return NULL_VALUE;
    return none_or_raise(rl_condition_notify(condition_of(self), n < 0 ? 0 : (size_t)n));
}

static value condition_notify_all(value self, const args *a)
{
    (void)a;
    return none_or_raise(rl_condition_notify_all(condition_of(self)));
}

static value condition_repr(obj *self)
{
    char text[REPR_ROOM];
    rl_condition_repr(((condition_object *)self)->condition, text, sizeof text);
    return vm_text(text);
}

static void condition_clear(obj *self)
{
    condition_object *c = (condition_object *)self;
    rl_condition *condition = c->condition;
    c->condition = NULL;
    if (condition != NULL)
        rl_condition_unref(condition);
    vm_clear(&c->lock);
}

static void condition_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((condition_object *)self)->lock, visit, arg);
}

static const class_slots condition_slots = {
    .clear = condition_clear, .visit = condition_visit, .repr = condition_repr,
    .create = condition_create,
};

static const builtin_def condition_methods[] = {
    { "locked", condition_locked, 0, 0, false },
    { "acquire", condition_acquire, 0, 0, false },
    { "release", condition_release, 0, 0, false },
    { "wait", condition_wait, 0, 0, false },
    { "wait_for", condition_wait_for, 1, 1, false },
    { "notify", condition_notify, 0, 1, true },
    { "notify_all", condition_notify_all, 0, 0, false },
    { "__aenter__", condition_aenter, 0, 0, false },
    { "__aexit__", condition_aexit, 3, 3, false },
    { NULL, NULL, 0, 0, false },
};

/* ---- Semaphore ------------------------------------------------------------ */

static rl_semaphore *semaphore_of(value v)
{
    return ((semaphore_object *)v.as.o)->semaphore;
}

/* Semaphore(value=1) */
static value semaphore_create(class *cls, const args *a)
{
    static const char *const names[] = { "value", NULL };
    value given;
    int64_t count = 1;
    if (!vm_keywords(a, "Semaphore.__init__", names, &given))
        return NULL_VALUE;
    if (a->count > 0)
        given = a->at[0];
    if (!vm_is_null(given) && !vm_to_int(given, "Semaphore", &count))
        return NULL_VALUE;
    bool bounded = vm_subclass(cls, &bounded_class);
    rl_semaphore *made;
    rl_err err = rl_semaphore_new(count, bounded, &made);
    if (err != RL_OK)
        return vm_raise_err(err);
    semaphore_object *s = vm_object_new(bounded ? &bounded_class : &semaphore_class, 0);
    s->semaphore = made;
    return vm_obj(s);
}

static value semaphore_locked(value self, const args *a)
{
    (void)a;
    return vm_bool(rl_semaphore_locked(semaphore_of(self)));
}

static value semaphore_acquire(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_semaphore_acquire(semaphore_of(self), &coro);
    return vm_coroutine_over("Semaphore.acquire", err, coro, vm_finish_bool);
}

static value semaphore_release(value self, const args *a)
{
    (void)a;
    return none_or_raise(rl_semaphore_release(semaphore_of(self)));
}

static value semaphore_aenter(value self, const args *a)
{
    (void)a;
    rl_coro *coro;
    rl_err err = rl_semaphore_acquire(semaphore_of(self), &coro);
    return vm_coroutine_over("_ContextManagerMixin.__aenter__", err, coro, finish_none);
}

static int semaphore_exit_begin(library_coroutine *self, value *out)
{
    *out = none_or_raise(rl_semaphore_release(semaphore_of(self->arguments[0])));
    return vm_is_null(*out) ? -1 : 0;
}

static value semaphore_aexit(value self, const args *a)
{
    (void)a;
    return vm_obj(vm_library_coroutine("_ContextManagerMixin.__aexit__", semaphore_exit_begin,
                                       NULL, 1, &self));
}

static value semaphore_repr(obj *self)
{
    char text[REPR_ROOM];
    rl_semaphore_repr(((semaphore_object *)self)->semaphore, text, sizeof text);
    return vm_text(text);
}

static void semaphore_clear(obj *self)
{
    rl_semaphore *semaphore = ((semaphore_object *)self)->semaphore;
    ((semaphore_object *)self)->semaphore = NULL;
    if (semaphore != NULL)
        rl_semaphore_unref(semaphore);
}

static const class_slots semaphore_slots = {
    .clear = semaphore_clear, .repr = semaphore_repr, .create = semaphore_create,
};

static const builtin_def semaphore_methods[] = {
    { "locked", semaphore_locked, 0, 0, false },
    { "acquire", semaphore_acquire, 0, 0, false },
    { "release", semaphore_release, 0, 0, false },
    { "__aenter__", semaphore_aenter, 0, 0, false },
    { "__aexit__", semaphore_aexit, 3, 3, false },
    { NULL, NULL, 0, 0, false },
};

/* ---- The module ----------------------------------------------------------- */

void vm_lock_classes(obj *asyncio)
{
    vm_class_start(&lock_class, "Lock", &vm_object_class, sizeof(lock_object), &lock_slots,
                   lock_methods);
    vm_class_start(&event_class, "Event", &vm_object_class, sizeof(event_object), &event_slots,
                   event_methods);
    vm_class_start(&condition_class, "Condition", &vm_object_class, sizeof(condition_object),
                   &condition_slots, condition_methods);
    vm_class_start(&semaphore_class, "Semaphore", &vm_object_class, sizeof(semaphore_object),
                   &semaphore_slots, semaphore_methods);
    vm_class_start(&bounded_class, "BoundedSemaphore", &semaphore_class,
                   sizeof(semaphore_object), &semaphore_slots, NULL);
    static class *const classes[] = {
        &lock_class, &event_class, &condition_class, &semaphore_class, &bounded_class,
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        vm_module_set(asyncio, classes[i]->name->text, vm_obj(vm_ref(classes[i])));
}
