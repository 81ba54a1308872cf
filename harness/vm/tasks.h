/*
 * tasks.h - what the objects built on tasks share, and their entry points into
 * the module asyncio.
 */
#ifndef VM_TASKS_H
#define VM_TASKS_H

#include "../../reference/reftask.h"
#include "containers.h"
#include "value.h"

/* The keyword arguments of create_task and Task. */
typedef struct task_options {
    rl_task_options rl;
    value loop; /* borrowed; VM_NULL: not given */
    value name; /* holds rl.name; to be dropped */
} task_options;

bool vm_task_options(const char *function, const args *a, task_options *out);
/* Is v a coroutine, as Task demands?  Else TypeError. */
bool vm_task_coroutine(value v);
/* The tasks of that loop (NULL: of any) that are not done, oldest first. */
list *vm_tasks_alive(rl_loop *loop);

/* Fill the module. */
void vm_task_factories(obj *asyncio);
void vm_combinators(obj *asyncio);
void vm_as_completed_classes(obj *asyncio);
void vm_timeout_classes(obj *asyncio);
void vm_task_group_classes(obj *asyncio);
void vm_runner_classes(obj *asyncio);
void vm_lock_classes(obj *asyncio);
void vm_event_classes(obj *asyncio);
void vm_condition_classes(obj *asyncio);
void vm_semaphore_classes(obj *asyncio);
void vm_barrier_classes(obj *asyncio);
void vm_queue_classes(obj *asyncio);
void vm_concurrent_classes(obj *asyncio);

#endif
