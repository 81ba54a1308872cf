/*
 * task_group_object.c - asyncio.TaskGroup.
 *
 * CPython: asyncio/taskgroups.py.
 */
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"

typedef struct task_group_object {
    obj head;
    rl_task_group *group;
} task_group_object;

static class task_group_class;

static rl_task_group *group_of(value v)
{
    return ((task_group_object *)v.as.o)->group;
}

static value group_create(class *cls, const args *a)
{
    (void)cls;
    if (a->count + a->keyword_count > 0)
        return vm_raise(&vm_exc.TypeError, "TaskGroup.__init__() takes 1 positional argument but "
                                           "%zu were given", 1 + a->count + a->keyword_count);
    rl_task_group *made;
    rl_err err = rl_task_group_new(&made);
    if (err != RL_OK)
        return vm_raise_err(err);
    task_group_object *g = vm_object_new(&task_group_class, 0);
    g->group = made;
    return vm_obj(g);
}

static int enter_begin(library_coroutine *self, value *out)
{
    rl_exc *exc = rl_task_group_enter(group_of(self->arguments[0]));
    if (exc != NULL) {
        vm_raise_exc(exc, true);
        return -1;
    }
    *out = vm_keep(self->arguments[0]);
    return 0;
}

static value group_aenter(value self, const args *a)
{
    (void)a;
    return vm_obj(vm_library_coroutine("TaskGroup.__aenter__", enter_begin, NULL, 1, &self));
}

/* arguments: the group, the exception or None */
static int exit_begin(library_coroutine *self, value *out)
{
    (void)out;
    value given = self->arguments[1];
    rl_coro *coro;
    rl_exc *leaving = vm_is_exception(given) ? vm_to_exc(vm_ref(given.as.o)) : NULL;
    rl_err err = rl_task_group_exit(group_of(self->arguments[0]), leaving, &coro);
    rl_exc_unref(leaving);
    return vm_coroutine_go_on(self, err, coro);
}

static value group_aexit(value self, const args *a)
{
    value both[2] = { self, a->at[1] };
    return vm_obj(vm_library_coroutine("TaskGroup.__aexit__", exit_begin, vm_finish_bool, 2,
                                       both));
}

/* create_task(coro, **kwargs) */
static value group_create_task(value self, const args *a)
{
    task_options options;
    if (!vm_task_options("create_task", a, &options))
        return NULL_VALUE;
    value result = NULL_VALUE;
    if (vm_task_coroutine(a->at[0])) {
        rl_future *future;
        rl_exc *exc = rl_task_group_create_task(group_of(self), vm_coro_of(a->at[0], false),
                                                &options.rl, &future);
        result = vm_future_made(exc, future);
    }
    vm_drop(options.name);
    return result;
}

static value group_cancel(value self, const args *a)
{
    (void)a;
    rl_exc *exc = rl_task_group_cancel(group_of(self));
    return exc != NULL ? vm_raise_exc(exc, true) : NONE_VALUE;
}

static void group_clear(obj *self)
{
    task_group_object *g = (task_group_object *)self;
    rl_task_group *group = g->group;
    g->group = NULL;
    if (group != NULL)
        rl_task_group_unref(group);
}

static value group_repr(obj *self)
{
    char text[200];
    rl_task_group_repr(((task_group_object *)self)->group, text, sizeof text);
    return vm_text(text);
}

static const class_slots group_slots = {
    .clear = group_clear, .repr = group_repr, .create = group_create,
};

static const builtin_def group_methods[] = {
    { "create_task", group_create_task, 1, 1, true },
    { "cancel", group_cancel, 0, 0, false },
    { "__aenter__", group_aenter, 0, 0, false },
    { "__aexit__", group_aexit, 3, 3, false },
    { NULL, NULL, 0, 0, false },
};

void vm_task_group_classes(obj *asyncio)
{
    vm_class_start(&task_group_class, "TaskGroup", &vm_object_class, sizeof(task_group_object),
                   &group_slots, group_methods);
    vm_module_set(asyncio, "TaskGroup", vm_obj(vm_ref(&task_group_class)));
}
