/*
 * task_object.c - asyncio.Task, and what makes tasks and lists them.
 *
 * CPython: tasks.Task, create_task, ensure_future, current_task, all_tasks, the
 * task factories.  A task is a future object whose rl_future is a task.
 */
#include <stdio.h>

#include "args.h"
#include "classes.h"
#include "container_methods.h"
#include "coroutines.h"
#include "exception.h"
#include "generator.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"
#include "thread.h"

class vm_task_class;

static rl_task *task_of(value v)
{
    return rl_future_task(((future_object *)v.as.o)->future);
}

/* ---- Making tasks --------------------------------------------------------- */

bool vm_task_options(const char *function, const args *a, task_options *out)
{
    static const char *const names[] = { "name", "context", "eager_start", "loop", NULL };
    value given[4];
    *out = (task_options){ .loop = NULL_VALUE, .name = NULL_VALUE };
    if (!vm_keywords(a, function, names, given))
        return false;
    out->loop = given[3];
    /* CTX-8: refused, as by 3.15. */
    if (!vm_is_null(given[1]) && !vm_is_none(given[1]) && !vm_is(given[1], &vm_context_class)) {
        vm_raise(&vm_exc.TypeError, "a contextvars.Context was expected, got %s",
                 vm_type_name(given[1]));
        return false;
    }
    int eager = vm_is_null(given[2]) ? 0 : vm_truth(given[2]);
    if (eager < 0 || !vm_context_argument(given[1], &out->rl.context))
        return false;
    out->rl.eager_start = eager == 1;
    if (vm_is_null(given[0]) || vm_is_none(given[0]))
        return true;
    out->name = vm_str(given[0]);
    out->rl.name = vm_c_string(out->name);
    return !vm_is_null(out->name);
}

/* TASK-7. */
bool vm_task_coroutine(value v)
{
    if (vm_is_any_coroutine(v))
        return true;
    value shown = vm_repr(v);
    if (!vm_is_null(shown))
        vm_raise(&vm_exc.TypeError, "a coroutine was expected, got %s", vm_as_str(shown)->text);
    vm_drop(shown);
    return false;
}

/* asyncio.Task(coro, *, loop=None, name=None, context=None, eager_start=False) */
static value task_create(class *cls, const args *a)
{
    (void)cls;
    task_options options;
    if (a->count != 1)
        return vm_raise(&vm_exc.TypeError,
                        "Task() takes exactly 1 positional argument (%zu given)", a->count);
    if (!vm_task_options("Task", a, &options))
        return NULL_VALUE;
    value loop = vm_loop_argument(options.loop), result = NULL_VALUE;
    if (!vm_is_null(loop) && vm_task_coroutine(a->at[0])) {
        rl_future *future;
        rl_exc *exc = rl_task_new(((loop_object *)loop.as.o)->loop, vm_coro_of(a->at[0], false),
                                  &options.rl, &future);
        result = vm_future_made(exc, future);
    }
    vm_drop(loop);
    vm_drop(options.name);
    return result;
}

/* TASK-15.  A factory of the program's is called with what the caller of create_task gave,
 * the name included (TASK-45).  Nothing is set on what it returns (TASK-16, TASK-42). */
static value call_factory(loop_object *loop, value coro, const args *a)
{
    value both[2] = { vm_obj(loop), coro };
    args passed = *a;
    passed.count = 2;
    passed.at = both;
    value factory = vm_keep(loop->task_factory);
    value task = vm_call(factory, &passed);
    vm_drop(factory);
    return task;
}

value vm_loop_create_task(value self, const args *a)
{
    loop_object *loop = (loop_object *)self.as.o;
    if (rl_loop_is_closed(loop->loop))
        return vm_raise_err(RL_ERR_LOOP_CLOSED); /* the coroutine was never awaited */
    if (!vm_is_null(loop->task_factory))
        return call_factory(loop, a->at[0], a);
    task_options options;
    if (!vm_task_options("create_task", a, &options))
        return NULL_VALUE;
    value result = NULL_VALUE;
    if (vm_task_coroutine(a->at[0])) {
        rl_future *future;
        rl_exc *exc = rl_task_new(loop->loop, vm_coro_of(a->at[0], false), &options.rl, &future);
        result = vm_future_made(exc, future);
    }
    vm_drop(options.name);
    return result;
}

value vm_ensure_future(value v, value loop)
{
    if (vm_is_future(v)) {
        if (vm_is_loop(loop) && (loop_object *)loop.as.o != ((future_object *)v.as.o)->loop)
            return vm_raise_err(RL_ERR_FOREIGN_FUTURE);
        return vm_keep(v);
    }
    rl_awaitable awaitable;
    if (!vm_awaitable_argument(v, false, &awaitable))
        return NULL_VALUE;
    loop = vm_loop_argument(loop);
    if (vm_is_null(loop)) {
        rl_coro_unref(awaitable.coro);
        return loop;
    }
    rl_future *future;
    rl_exc *exc = rl_loop_create_task(((loop_object *)loop.as.o)->loop, awaitable.coro, NULL,
                                      &future);
    vm_drop(loop);
    return vm_future_made(exc, future);
}

/* ---- Methods -------------------------------------------------------------- */

static value task_get_name(value self, const args *a)
{
    (void)a;
    return vm_text(rl_task_get_name(task_of(self)));
}

static value task_set_name(value self, const args *a)
{
    value name = vm_str(a->at[0]);
    if (vm_is_null(name))
        return name;
    rl_err err = rl_task_set_name(task_of(self), vm_as_str(name)->text);
    vm_drop(name);
    return err != RL_OK ? vm_raise_err(err) : NONE_VALUE;
}

static value task_get_coro(value self, const args *a)
{
    (void)a;
    return vm_coro_object(rl_task_get_coro(task_of(self)));
}

static value task_get_context(value self, const args *a)
{
    (void)a;
    return vm_context_wrapper(rl_context_ref(rl_task_get_context(task_of(self))));
}

static value task_cancelling(value self, const args *a)
{
    (void)a;
    return vm_int((int64_t)rl_task_cancelling(task_of(self)));
}

static value task_uncancel(value self, const args *a)
{
    (void)a;
    return vm_int((int64_t)rl_task_uncancel(task_of(self)));
}

/* "f()", and where a coroutine of the program's is. */
static void describe_coroutine(text_buffer *b, value coro)
{
    value name = NULL_VALUE;
    if (vm_find_attr(coro, vm_name("__qualname__"), &name) != 1)
        name = vm_text("?");
    vm_buffer_text(b, vm_c_string(name));
    vm_buffer_text(b, "()");
    vm_drop(name);
    if (!vm_is(coro, &vm_coroutine_class))
        return;
    const frame *f = ((generator *)coro.as.o)->frame;
    if (f == NULL)
        return;
    char where[64];
    size_t pc = f->pc > 0 ? f->pc - 1 : 0;
    snprintf(where, sizeof where, ":%d", f->code->lines[pc]);
    vm_buffer_text(b, " running at ");
    vm_buffer_text(b, f->code->file);
    vm_buffer_text(b, where);
}

/* TASK-40.  CPython: base_tasks._task_repr_info, without what it waits for. */
static value task_repr(obj *self)
{
    const rl_future *future = ((future_object *)self)->future;
    const rl_task *task = task_of(vm_obj(self));
    const char *state = "pending";
    if (rl_future_done(future))
        state = rl_future_cancelled(future) ? "cancelled" : "finished";
    else if (rl_task_cancelling(task) > 0)
        state = "cancelling";
    value name = vm_text(rl_task_get_name(task)), shown = vm_repr(name);
    text_buffer b = { 0 };
    vm_buffer_text(&b, "<Task ");
    vm_buffer_text(&b, state);
    vm_buffer_text(&b, " name=");
    vm_buffer_text(&b, vm_c_string(shown));
    value coro = vm_coro_object(rl_task_get_coro(task));
    if (!vm_is_none(coro)) {
        vm_buffer_text(&b, " coro=<");
        describe_coroutine(&b, coro);
        vm_buffer_char(&b, '>');
    }
    vm_describe_outcome(&b, future);
    vm_describe_origin(&b, &((future_object *)self)->origin);
    vm_buffer_char(&b, '>');
    vm_drop(coro);
    vm_drop(name);
    vm_drop(shown);
    return vm_buffer_finish(&b);
}

static const builtin_def task_methods[] = {
    { "get_name", task_get_name, 0, 0, false },
    { "set_name", task_set_name, 1, 1, false },
    { "get_coro", task_get_coro, 0, 0, false },
    { "get_context", task_get_context, 0, 0, false },
    { "cancelling", task_cancelling, 0, 0, false },
    { "uncancel", task_uncancel, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

/* ---- Functions of the module ---------------------------------------------- */

static value running_loop(void)
{
    value loop = vm_loop_wrapper(rl_get_running_loop());
    return vm_is_none(loop) ? vm_raise_err(RL_ERR_NO_RUNNING_LOOP) : loop;
}

static value f_create_task(value self, const args *a)
{
    (void)self;
    value loop = running_loop(); /* TASK-46 */
    if (vm_is_null(loop))
        return loop;
    value task = vm_loop_create_task(loop, a);
    vm_drop(loop);
    return task;
}

static value f_ensure_future(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "loop", NULL };
    value loop;
    if (!vm_keywords(a, "ensure_future", names, &loop))
        return NULL_VALUE;
    return vm_ensure_future(a->at[0], loop);
}

/* The argument `loop` of current_task and all_tasks: by default the running one. */
static value observed_loop(const char *function, const args *a)
{
    static const char *const names[] = { "loop", NULL };
    value loop;
    if (!vm_keywords(a, function, names, &loop))
        return NULL_VALUE;
    if (a->count > 0)
        loop = a->at[0];
    if (vm_is_null(loop) || vm_is_none(loop))
        return running_loop();
    return vm_loop_argument(loop);
}

static value f_current_task(value self, const args *a)
{
    (void)self;
    value loop = observed_loop("current_task", a);
    if (vm_is_null(loop))
        return loop;
    rl_task *task = rl_current_task(((loop_object *)loop.as.o)->loop);
    vm_drop(loop);
    return task == NULL ? NONE_VALUE : vm_future_of(rl_task_future(task));
}

static void append_task(rl_task *task, void *arg)
{
    vm_list_append_taken(arg, vm_future_of(rl_task_future(task)));
}

list *vm_tasks_alive(rl_loop *loop)
{
    list *found = vm_list_new(0);
    rl_all_tasks(loop, append_task, found);
    return found;
}

static value f_all_tasks(value self, const args *a)
{
    (void)self;
    value loop = observed_loop("all_tasks", a);
    if (vm_is_null(loop))
        return loop;
    list *found = vm_tasks_alive(((loop_object *)loop.as.o)->loop);
    dict *set = vm_set_new();
    vm_set_extend(set, vm_obj(found));
    vm_unref(found);
    vm_drop(loop);
    return vm_obj(set);
}

static value f_iscoroutine(value self, const args *a)
{
    (void)self;
    return vm_bool(vm_is_any_coroutine(a->at[0]));
}

bool vm_is_coroutine_function(value v)
{
    if (vm_is(v, &vm_method_class))
        v = ((method_object *)v.as.o)->function;
    return vm_is(v, &vm_function_class) && ((function_object *)v.as.o)->code->is_coroutine;
}

static value f_iscoroutinefunction(value self, const args *a)
{
    (void)self;
    return vm_bool(vm_is_coroutine_function(a->at[0]));
}

static const builtin_def functions[] = {
    { "create_task", f_create_task, 1, 1, true },
    { "ensure_future", f_ensure_future, 1, 1, true },
    { "current_task", f_current_task, 0, 1, true },
    { "all_tasks", f_all_tasks, 0, 1, true },
    { "iscoroutine", f_iscoroutine, 1, 1, false },
    { "iscoroutinefunction", f_iscoroutinefunction, 1, 1, false },
    { NULL, NULL, 0, 0, false },
};

void vm_task_classes(obj *asyncio)
{
    static class_slots slots;
    slots = *vm_future_class.slots;
    slots.repr = task_repr;
    slots.create = task_create;
    vm_class_start(&vm_task_class, "Task", &vm_future_class, sizeof(future_object), &slots,
                   task_methods);
    vm_module_functions(asyncio, functions);
    vm_module_set(asyncio, "Task", vm_obj(vm_ref(&vm_task_class)));
}
