/*
 * task_factories.c - loop.set_task_factory, and the factories of asyncio's own.
 *
 * CPython: BaseEventLoop.set_task_factory, tasks.create_eager_task_factory.  A
 * factory stays a function of the program's: a loop's create_task calls it
 * directly, and the library calls it through ask_factory.
 */
#include <stdlib.h>

#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"
#include "thread.h"

/* ---- The program's factory, asked by the library -------------------------- */

enum { MOST_KEYWORDS = 3 };

/* The keywords that differ from their defaults: those the caller gave. */
static size_t keywords_of(const rl_task_options *options, value *names, value *items)
{
    size_t count = 0;
    if (options == NULL)
        return 0;
    if (options->name != NULL) {
        names[count] = vm_obj(vm_name("name"));
        items[count++] = vm_text(options->name);
    }
    if (options->context != NULL) {
        names[count] = vm_obj(vm_name("context"));
        items[count++] = vm_context_wrapper(rl_context_ref(options->context));
    }
    if (options->eager_start) {
        names[count] = vm_obj(vm_name("eager_start"));
        items[count++] = vm_bool(true);
    }
    return count;
}

static rl_exc *ask_factory(rl_loop *rl, rl_coro *coro, const rl_task_options *options, void *arg,
                           rl_future **out)
{
    (void)rl;
    loop_object *loop = arg;
    bool had = vm_enter();
    value names[MOST_KEYWORDS], items[MOST_KEYWORDS];
    size_t count = keywords_of(options, names, items);
    value object = vm_coro_object(coro);
    if (vm_is_none(object)) /* one that the library runs by itself */
        object = vm_coroutine_over("coroutine", RL_OK, rl_coro_ref(coro), NULL);
    value both[2] = { vm_obj(loop), object }, factory = vm_keep(loop->task_factory);
    args a = { .count = 2, .at = both, .keyword_count = count, .names = names,
               .keywords = items };
    vm_ref(loop);
    value task = vm_call(factory, &a);
    vm_unref(loop);
    rl_exc *exc = NULL;
    if (vm_is_future(task))
        *out = rl_future_ref(((future_object *)task.as.o)->future);
    else if (!vm_is_null(task))
        vm_raise(&vm_exc.TypeError, "a task factory returned %s", vm_type_name(task));
    if (!vm_is_future(task))
        exc = vm_to_exc(vm_take_exception());
    for (size_t i = 0; i < count; i++)
        vm_drop(items[i]);
    vm_drop(task);
    vm_drop(factory);
    vm_drop(object);
    rl_coro_unref(coro);
    vm_leave(had);
    return exc;
}

value vm_loop_set_task_factory(value self, const args *a)
{
    loop_object *loop = (loop_object *)self.as.o;
    value factory = a->at[0];
    bool is_none = vm_is_none(factory);
    if (!is_none && !vm_callable(factory))
        return vm_raise(&vm_exc.TypeError, "task factory must be a callable or None");
    value old = loop->task_factory;
    loop->task_factory = is_none ? NULL_VALUE : vm_keep(factory);
    rl_loop_set_task_factory(loop->loop, is_none ? NULL : ask_factory, loop);
    vm_drop(old);
    return NONE_VALUE;
}

value vm_loop_get_task_factory(value self, const args *a)
{
    (void)a;
    value factory = ((loop_object *)self.as.o)->task_factory;
    return vm_is_null(factory) ? NONE_VALUE : vm_keep(factory);
}

/* ---- create_eager_task_factory -------------------------------------------- */

typedef struct eager_factory {
    obj head;
    value constructor;
} eager_factory;

static class eager_factory_class;

static void eager_clear(obj *self)
{
    vm_clear(&((eager_factory *)self)->constructor);
}

static void eager_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((eager_factory *)self)->constructor, visit, arg);
}

/* EAGER-11: what the call says wins.  factory(loop, coro, *, eager_start=True, **kwargs) */
static value eager_call(obj *self, const args *a)
{
    if (a->count != 2)
        return vm_raise(&vm_exc.TypeError, "factory() takes 2 positional arguments but %zu were "
                                           "given", a->count);
    size_t count = 0;
    value *names = vm_alloc((a->keyword_count + 2) * sizeof *names);
    value *items = vm_alloc((a->keyword_count + 2) * sizeof *items);
    bool eager_given = false;
    for (size_t i = 0; i < a->keyword_count; i++) {
        eager_given = eager_given || vm_str_is(a->names[i], "eager_start");
        names[count] = a->names[i];
        items[count++] = a->keywords[i];
    }
    names[count] = vm_obj(vm_name("loop"));
    items[count++] = a->at[0];
    if (!eager_given) {
        names[count] = vm_obj(vm_name("eager_start"));
        items[count++] = vm_bool(true);
    }
    value task = vm_call(((eager_factory *)self)->constructor,
                         &(args){ .count = 1, .at = &a->at[1], .keyword_count = count,
                                  .names = names, .keywords = items });
    free(names);
    free(items);
    return task;
}

static const class_slots eager_slots = {
    .clear = eager_clear, .visit = eager_visit, .call = eager_call,
};

static value new_eager_factory(value constructor)
{
    eager_factory *f = vm_object_new(&eager_factory_class, 0);
    f->constructor = vm_keep(constructor);
    return vm_obj(f);
}

static value f_create_eager_task_factory(value self, const args *a)
{
    (void)self;
    return new_eager_factory(a->at[0]);
}

static const builtin_def functions[] = {
    { "create_eager_task_factory", f_create_eager_task_factory, 1, 1, false },
    { NULL, NULL, 0, 0, false },
};

void vm_task_factories(obj *asyncio)
{
    vm_class_start(&eager_factory_class, "function", &vm_object_class, sizeof(eager_factory),
                   &eager_slots, NULL);
    vm_module_functions(asyncio, functions);
    vm_module_set(asyncio, "eager_task_factory", new_eager_factory(vm_obj(&vm_task_class)));
}
