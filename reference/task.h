/*
 * task.h - tasks from inside.
 *
 * CPython: tasks.Task, as Modules/_asynciomodule.c has it.
 *
 * A task that is not done is in one of three states, as CPython's comment says:
 *
 *   1  fut_waiter is pending; one of its callbacks is `node`
 *   2  its step is queued; fut_waiter is NULL or done
 *   3  it is running; fut_waiter is NULL
 *
 * `node` and the step's handle are part of the task, so that waiting, waking
 * and stepping allocate nothing.  A task is never queued twice at a time, so one
 * handle is enough; while it is queued, or waits in a future's list, whoever has
 * it there owns one reference to the task.
 */
#ifndef RL_TASK_H
#define RL_TASK_H

#include "future.h"
#include "reftask.h"

enum { TASK_NAME_ROOM = 28 };

struct rl_task {
    rl_future future;
    rl_task *prev; /* among the loop's tasks */
    rl_task *next;
    rl_coro *coro; /* NULL: it ended eagerly (EAGER-8), or was abandoned */
    rl_context *context;
    rl_future *fut_waiter;
    future_node node;
    rl_exc *throw_next; /* what the queued step raises in the coroutine */
    uint32_t num_cancels_requested;
    bool must_cancel;
    bool log_destroy_pending;
    char *name;                       /* NULL: own_name */
    char own_name[TASK_NAME_ROOM];
};

#endif
