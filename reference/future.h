/*
 * future.h - futures from inside: what tasks and the futures of gather build on.
 *
 * CPython: futures.Future; where the C and the Python version differ, the C
 * version (Modules/_asynciomodule.c), which is the one in use.
 *
 *     pending --set_result, set_exception--> finished
 *        '----cancel--> cancelled
 *
 * A kind of future is a struct that starts with an rl_future, and a
 * future_class.  Done callbacks are nodes of a list; whoever adds one brings
 * its memory, so completing needs none: a node of its own for each callback
 * that a user adds, one inside each task for what the task waits for.
 */
#ifndef RL_FUTURE_H
#define RL_FUTURE_H

#include "reftask.h"

typedef struct future_class {
    /* rl_future_try_cancel; NULL: as a plain future. */
    rl_err (*cancel)(rl_future *future, rl_value message, bool *cancelled);
    /* The last reference is gone: report what there is to report (false: nothing).
     * It may make the future known again. */
    bool (*finalize)(rl_future *future);
    /* Release what the derived struct owns. */
    void (*fini)(rl_future *future);
    /* rl_future_traverse, of what the derived struct owns; NULL: nothing. */
    void (*traverse)(rl_future *future, const rl_traversal *found);
    const char *unretrieved; /* the report of EXC-11 */
    rl_err refuses_result, refuses_exception; /* RL_OK: it may be set from outside */
} future_class;

typedef struct future_node {
    struct future_node *next;
    const rl_call *call;
    void *arg;
    rl_handle *handle;   /* reserved, owns the node; NULL where the loop cannot reserve */
    rl_context *context; /* then: the context to run in */
    rl_future *future;   /* once queued: kept alive until the callback is over */
    bool is_step;        /* a task's own: `handle` is queued again and again, and stays its */
} future_node;

enum future_state { FUTURE_PENDING, FUTURE_FINISHED, FUTURE_CANCELLED };

struct rl_future {
    const future_class *cls;
    rl_loop *loop; /* owned */
    rl_future *prev; /* among the loop's futures */
    rl_future *next;
    uint32_t ref_count;
    uint8_t state;
    bool log_traceback; /* the exception was not retrieved yet */
    rl_value result;
    rl_exc *exception;
    rl_value cancel_message;
    rl_exc *cancelled_exc; /* what a task's coroutine raised: handed out once (TASK-29) */
    future_node *first;
    future_node **last;
};

void future_init(rl_future *future, const future_class *cls, rl_loop *loop);
/* set_result and set_exception for the future's own code. */
rl_err future_set_result(rl_future *future, rl_value value);
rl_err future_set_exception(rl_future *future, rl_exc *exc);
/* Future.cancel itself. */
rl_err future_cancel(rl_future *future, rl_value message, bool *cancelled);
/* Future._make_cancelled_error: the preserved one, or a fresh one (FUT-15). */
rl_exc *future_make_cancelled_error(rl_future *future);
/* Add a node to a pending future. */
void future_add_node(rl_future *future, future_node *node);
/* Take one out again; false: it is not there. */
bool future_remove_node(rl_future *future, future_node *node);
/* Forget all of them, as if the future went. */
void future_drop_nodes(rl_future *future);
/* Do not report an exception that nobody retrieves. */
static inline void future_mark_retrieved(rl_future *future)
{
    future->log_traceback = false;
}

#endif
