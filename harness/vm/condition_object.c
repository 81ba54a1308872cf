/*
 * condition_object.c - asyncio.Condition.
 *
 * CPython: locks.Condition.
 */
#include "args.h"
#include "classes.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "primitives.h"
#include "tasks.h"
#include "text.h"
#include "thread.h"

typedef struct condition_object {
    obj head;
    rl_condition *condition;
    value lock; /* whose methods acquire, release and locked are its own */
} condition_object;

static class condition_class;

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
    if (!own && !vm_is(given, &vm_lock_class))
        return vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute 'locked'",
                        vm_type_name(given));
    value lock = own ? vm_lock_create(&vm_lock_class, &(args){ 0 }) : vm_keep(given);
    if (vm_is_null(lock))
        return lock;
    rl_condition *made;
    rl_err err = rl_condition_new(vm_lock_of(lock), &made);
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
    return vm_lock_locked(condition_lock(self), a);
}

static value condition_acquire(value self, const args *a)
{
    return vm_lock_acquire(condition_lock(self), a);
}

static value condition_release(value self, const args *a)
{
    return vm_lock_release(condition_lock(self), a);
}

static value condition_aenter(value self, const args *a)
{
    return vm_lock_aenter(condition_lock(self), a);
}

static value condition_aexit(value self, const args *a)
{
    return vm_lock_aexit(condition_lock(self), a);
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
    return vm_none_or_raise(rl_condition_notify(condition_of(self), n < 0 ? 0 : (size_t)n));
}

static value condition_notify_all(value self, const args *a)
{
    (void)a;
    return vm_none_or_raise(rl_condition_notify_all(condition_of(self)));
}

static value condition_repr(obj *self)
{
    char text[VM_PRIMITIVE_REPR_ROOM];
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

void vm_condition_classes(obj *asyncio)
{
    vm_class_start(&condition_class, "Condition", &vm_object_class,
                   sizeof(condition_object), &condition_slots, condition_methods);
    vm_module_set(asyncio, "Condition", vm_obj(vm_ref(&condition_class)));
}
