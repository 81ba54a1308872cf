/*
 * module_asyncio.c - the module `asyncio`.
 */
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "tasks.h"
#include "text.h"
#include "thread.h"

static value f_new_event_loop(value self, const args *a)
{
    (void)self, (void)a;
    return vm_new_event_loop();
}

static value f_get_running_loop(value self, const args *a)
{
    (void)self, (void)a;
    value loop = vm_loop_wrapper(rl_get_running_loop());
    return vm_is_none(loop) ? vm_raise_err(RL_ERR_NO_RUNNING_LOOP) : loop;
}

/* CPython 3.14+: no loop is made behind one's back. */
value vm_get_event_loop(void)
{
    value loop = vm_loop_wrapper(rl_get_running_loop());
    if (!vm_is_none(loop))
        return loop;
    loop = vm_thread_self()->event_loop;
    if (!vm_is_null(loop))
        return vm_keep(loop);
    char name[64];
    vm_thread_name(name, sizeof name);
    return vm_raise(&vm_exc.RuntimeError, "There is no current event loop in thread '%s'.", name);
}

static value f_get_event_loop(value self, const args *a)
{
    (void)self, (void)a;
    return vm_get_event_loop();
}

static value f_set_event_loop(value self, const args *a)
{
    (void)self;
    value loop = a->at[0];
    if (!vm_is_none(loop) && !vm_is_loop(loop))
        return vm_raise(&vm_exc.TypeError,
                        "loop must be an instance of AbstractEventLoop or None, not '%s'",
                        vm_type_name(loop));
    value *place = &vm_thread_self()->event_loop;
    value old = *place;
    *place = vm_is_none(loop) ? NULL_VALUE : vm_keep(loop);
    vm_drop(old);
    return NONE_VALUE;
}

static value f_isfuture(value self, const args *a)
{
    (void)self;
    /* FUT-19: a foreign class is one by its marker. */
    value marker;
    const class *cls = vm_class_of(a->at[0]);
    bool marked = vm_class_find(cls, vm_name("_asyncio_future_blocking"), &marker)
                  && !vm_is_none(marker);
    return vm_bool(marked || vm_is_future(a->at[0]));
}

static const builtin_def functions[] = {
    { "new_event_loop", f_new_event_loop, 0, 0, false },
    { "get_running_loop", f_get_running_loop, 0, 0, false },
    { "get_event_loop", f_get_event_loop, 0, 0, false },
    { "set_event_loop", f_set_event_loop, 1, 1, false },
    { "isfuture", f_isfuture, 1, 1, false },
    { NULL, NULL, 0, 0, false },
};

void vm_module_asyncio(void)
{
    obj *asyncio = vm_module_new("asyncio");
    vm_module_functions(asyncio, functions);
    vm_handle_classes();
    vm_future_classes();
    vm_loop_classes(asyncio);
    vm_coroutine_classes();
    vm_future_iterator_classes();
    vm_task_classes(asyncio);
    vm_task_factories(asyncio);
    vm_combinators(asyncio);
    vm_as_completed_classes(asyncio);
    vm_timeout_classes(asyncio);
    vm_task_group_classes(asyncio);
    vm_runner_classes(asyncio);
    vm_lock_classes(asyncio);
    vm_event_classes(asyncio);
    vm_condition_classes(asyncio);
    vm_semaphore_classes(asyncio);
    vm_barrier_classes(asyncio);
    vm_queue_classes(asyncio);
    vm_concurrent_classes(asyncio);
    static class *const classes[] = {
        &vm_handle_class, &vm_timer_handle_class, &vm_future_class, &vm_exc.CancelledError,
        &vm_exc.InvalidStateError, &vm_exc.TimeoutError, /* FUT-25: the builtin one */
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        vm_module_set(asyncio, classes[i]->name->text, vm_obj(vm_ref(classes[i])));
}
