/*
 * reftask.h - coroutines, tasks, and everything that asyncio builds on them:
 * the public header of the reference's upper half.
 *
 * Everything here is written against rl_loop_ops, so it runs on any loop that
 * refloop.h can drive.  The ownership words, errors, memory rule and threads of
 * refloop.h hold here too.
 *
 * Model.  A coroutine is an object that can be resumed; each time it runs until
 * it has to wait and says for what.  A task is a future that resumes a
 * coroutine, one step a pass, until it returns or raises.  No stack is ever
 * switched: a C coroutine is a struct with a state, a virtual machine's is a
 * frame on its heap.
 *
 *     create_task --> [step queued] --> running --returns, raises--> done
 *                          ^               |
 *                          |               | waits for a future, or one pass
 *                          '--- wakeup ----'
 *
 * The semantics are those of the newest recorded CPython; the ids in the
 * comments (TASK-18) are the clauses in spec/.
 */
#ifndef RL_REFTASK_H
#define RL_REFTASK_H

#include "refloop.h"

/* ---- Types ------------------------------------------------------------ */

typedef struct rl_coro rl_coro;             /* reference counted */
typedef struct rl_task rl_task;             /* an rl_future, and counted as one */
typedef struct rl_timeout rl_timeout;       /* reference counted, as all below */
typedef struct rl_task_group rl_task_group;
typedef struct rl_runner rl_runner;
typedef struct rl_as_completed rl_as_completed;
typedef struct rl_lock rl_lock;
typedef struct rl_event rl_event;
typedef struct rl_condition rl_condition;
typedef struct rl_semaphore rl_semaphore;
typedef struct rl_barrier rl_barrier;
typedef struct rl_queue rl_queue;
typedef struct rl_concurrent rl_concurrent; /* concurrent.futures.Future; any thread */

/* ---- Values the library makes itself ----------------------------------- */

/*
 * A list of values: what gather gives, and wait.  rl_value.type is
 * &rl_list_type; nobody changes one after it was given out.
 */
extern const rl_value_type rl_list_type;
size_t rl_list_count(rl_value list);
rl_value rl_list_at(rl_value list, size_t i); /* borrowed */

/* An exception or a future as a value: ptr is the rl_exc, the rl_future. */
extern const rl_value_type rl_exc_type;
extern const rl_value_type rl_future_type;
/* A text: ptr is a static string. */
extern const rl_value_type rl_text_type;
/* A number: True, False, a barrier's index.  ptr is the number, cast. */
extern const rl_value_type rl_number_type;
static inline rl_value rl_number(intptr_t number)
{
    return (rl_value){(void *)number, &rl_number_type};
}

/* ---- Coroutines ------------------------------------- spec: TASK ------- */

/* What one resumption came to. */
typedef enum rl_step_kind {
    RL_STEP_RETURN,         /* it has ended; `value` is its result */
    RL_STEP_RAISE,          /* it has ended; `exc` left it */
    RL_STEP_AWAIT,          /* it waits for `future` */
    RL_STEP_PASS,           /* it wants to go on in the next pass: a bare yield */
    RL_STEP_YIELD,          /* `value`: something no task can wait for (TASK-8) */
    RL_STEP_YIELD_FUTURE,   /* `future`, yielded without await (TASK-9) */
    RL_STEP_YIELD_GENERATOR /* `value`: a generator yielded without await (TASK-9) */
} rl_step_kind;

/* The member that `kind` names is the receiver's own (a new reference). */
typedef struct rl_step {
    rl_step_kind kind;
    rl_value value;
    rl_exc *exc;
    rl_future *future;
} rl_step;

/*
 * resume  run until it ends or has to wait.  `thrown` NULL: go on (Python's
 *         send(None)); else raise it where it waits (throw; taken).  Resuming
 *         one that has ended raises RL_ERR_CORO_REUSED.  *out is filled in.
 * close   raise GeneratorExit where it waits and see it end: NULL, or what it
 *         raised instead.  One that never ran, or has ended, just ends.
 * free    the last reference is gone: one that waits closes itself first.
 * repr    NULL, or as rl_value_type.repr.
 */
typedef struct rl_coro_ops {
    void (*resume)(rl_coro *coro, rl_exc *thrown, rl_step *out);
    rl_exc *(*close)(rl_coro *coro);
    void (*free)(rl_coro *coro);
    size_t (*repr)(rl_coro *coro, char *buffer, size_t size);
} rl_coro_ops;

/* The start of every coroutine object. */
struct rl_coro {
    const rl_coro_ops *ops;
    uint32_t ref_count;
};

rl_coro *rl_coro_ref(rl_coro *coro);
void rl_coro_unref(rl_coro *coro);
void rl_coro_resume(rl_coro *coro, rl_exc *thrown, rl_step *out);
rl_exc *rl_coro_close(rl_coro *coro);
/* A coroutine that awaits `future` and returns its result (`__await__`). */
rl_err rl_coro_await_future(rl_future *future, rl_coro **out);

/* Something to wait for: exactly one of the two is not NULL. */
typedef struct rl_awaitable {
    rl_future *future;
    rl_coro *coro;
} rl_awaitable;

/*
 * What an object of the library's refers to, for collectors of cycles: each of
 * the references is named that nobody but the object has.  What is not named is
 * held from outside, as far as a collector can know.
 */
typedef struct rl_traversal {
    void (*value)(rl_value value, void *arg);
    void (*future)(rl_future *future, void *arg);
    void (*coro)(rl_coro *coro, void *arg); /* one that has no other owner */
    void (*call)(const rl_call *call, void *call_arg, void *arg);
    void *arg;
} rl_traversal;

void rl_future_traverse(rl_future *future, const rl_traversal *found);
/* Call visit for every future of `loop`, tasks included, the newest first; it must
 * not release futures. */
void rl_all_futures(rl_loop *loop, void (*visit)(rl_future *future, void *arg), void *arg);
/* Forget its callbacks; a task's coroutine too (rl_task_abandon).  For futures that
 * only a circle keeps alive, and for the end of a program. */
void rl_future_abandon(rl_future *future);
/* Report now what its last release would report (EXC-11, EXC-13).  False: nothing. */
bool rl_future_finalize(rl_future *future);
size_t rl_future_ref_count(const rl_future *future);

/* ---- Tasks ------------------------------------------ spec: TASK, EAGER */

typedef struct rl_task_options {
    const char *name;    /* copied; NULL: "Task-N" (TASK-13) */
    rl_context *context; /* borrowed; NULL: a copy of the current one (CTX-6) */
    bool eager_start;    /* EAGER: the first step runs inside the call */
} rl_task_options;

/*
 * A task that runs `coro` on `loop`.  `options` may be NULL.
 *
 * coro      taken, also on failure (it is not closed then: TASK-44)
 * out       new reference, to an rl_future that is a task
 * returns   NULL; misuse or memory as an exception; or the SystemExit or
 *           KeyboardInterrupt that an eager first step raised (EAGER-6)
 * CPython   tasks.Task
 */
rl_exc *rl_task_new(rl_loop *loop, rl_coro *coro, const rl_task_options *options, rl_future **out);

/* As rl_task_new, through the loop's task factory if it has one.
 * CPython: BaseEventLoop.create_task */
rl_exc *rl_loop_create_task(rl_loop *loop, rl_coro *coro, const rl_task_options *options,
                            rl_future **out);
/* How a loop makes its tasks; `coro` is taken, *out: new reference.  NULL: no
 * factory.  CPython: set_task_factory (TASK-15) */
typedef rl_exc *(*rl_task_factory)(rl_loop *loop, rl_coro *coro, const rl_task_options *options,
                                   void *arg, rl_future **out);
void rl_loop_set_task_factory(rl_loop *loop, rl_task_factory factory, void *arg);
/* CPython: tasks.eager_task_factory */
rl_exc *rl_eager_task_factory(rl_loop *loop, rl_coro *coro, const rl_task_options *options,
                              void *arg, rl_future **out);

/* A future as itself, a coroutine as a task of `loop`; *out: new reference.
 * errors: RL_ERR_FOREIGN_FUTURE if `loop` is not NULL and not the future's.
 * NULL `loop`: the running one.  A coroutine is taken, and closed on failure.  TASK-37. */
rl_exc *rl_ensure_future(rl_awaitable awaitable, rl_loop *loop, rl_future **out);

/* The task that a future is; NULL if it is none.  Borrowed, no reference. */
rl_task *rl_future_task(rl_future *future);
rl_future *rl_task_future(rl_task *task);
/* The task whose step call->run(arg) is; NULL if it is another call.  Borrowed.  For
 * loops that show what they run (DBG-6). */
rl_task *rl_call_task(const rl_call *call, void *arg);

/* rl_future_cancel on a task is Task.cancel: see TASK-17 to TASK-25. */
size_t rl_task_cancelling(const rl_task *task); /* TASK-30 */
size_t rl_task_uncancel(rl_task *task);         /* TASK-30, TASK-31 */
const char *rl_task_get_name(const rl_task *task);
rl_err rl_task_set_name(rl_task *task, const char *name);
rl_coro *rl_task_get_coro(const rl_task *task); /* borrowed; NULL: EAGER-8 */
rl_context *rl_task_get_context(const rl_task *task); /* borrowed */
/* Is a destructor to say nothing if this task dies pending?  EXC-13. */
void rl_task_set_log_destroy_pending(rl_task *task, bool log);
/* Break the circle of a task and what it waits for: the coroutine is let go of and
 * so is the rest; the task stays pending and never runs again.  For collectors of
 * cycles, and for the end of a program. */
void rl_task_abandon(rl_task *task);

/* The task whose step is running on this thread for that loop, borrowed; NULL
 * for none (TASK-32). */
rl_task *rl_current_task(const rl_loop *loop);
/* Say that `task` is current; TASK-36: RL_ERR_TASK_ENTERED, RL_ERR_TASK_NOT_CURRENT. */
rl_err rl_enter_task(rl_loop *loop, rl_task *task);
rl_err rl_leave_task(rl_loop *loop, rl_task *task);
/* Call visit for every task of `loop` that is not done, oldest first; it must not
 * make or release tasks.  The library refers to them weakly (TASK-33, TASK-34). */
void rl_all_tasks(rl_loop *loop, void (*visit)(rl_task *task, void *arg), void *arg);

/* Run the loop until `coro` (taken), as a task, is done.  *result: new owner.
 * CPython: run_until_complete with a coroutine.  STOP-13 */
rl_exc *rl_run_until_complete_coro(rl_loop *loop, rl_coro *coro, rl_value *result);

/* ---- Combinators ------------------------------------ spec: SLEEP, GATHER, WAIT, ASC, SHLD, WFOR */

/* The functions that give a coroutine do nothing before its first step; they
 * use the loop that is running then.  *out: new reference. */

/* delay_s <= 0: one pass.  NaN: RL_ERR_NAN_DELAY at the first step.  `result` is
 * taken.  SLEEP-1, -2, -3.  CPython: tasks.sleep */
rl_err rl_sleep(double delay_s, rl_value result, rl_coro **out);

/*
 * A future of the results in argument order (rl_list_type; with
 * return_exceptions, exceptions stand in it as rl_exc_type).
 *
 * aws       coroutines are taken, also on failure; equal futures run once
 *           (GATHER-3); a coroutine object given twice counts as one
 * loop      NULL: the futures', else the running one; for an empty list the
 *           running one
 * CPython   tasks.gather.  GATHER-1 to GATHER-14
 */
rl_exc *rl_gather(rl_loop *loop, const rl_awaitable *aws, size_t count, bool return_exceptions,
                  rl_future **out);

/* CPython: tasks.shield.  *out may be the argument itself (SHLD-3). */
rl_exc *rl_shield(rl_awaitable awaitable, rl_future **out);

typedef enum rl_return_when {
    RL_FIRST_COMPLETED,
    RL_FIRST_EXCEPTION,
    RL_ALL_COMPLETED
} rl_return_when;

/* Waits for the futures; its result is a list of two lists of rl_future_type,
 * done and pending, each in argument order.  timeout_s < 0 means at once, NaN
 * means none.  Equal futures collapse.  RL_ERR_WAIT_EMPTY at the first step if
 * there are none.  WAIT-1 to WAIT-9.  CPython: tasks.wait */
rl_err rl_wait(rl_future *const *futures, size_t count, double timeout_s,
               rl_return_when return_when, rl_coro **out);

/* NaN: no timeout.  The awaitable's coroutine is taken.  WFOR-1 to WFOR-13.
 * CPython: tasks.wait_for */
rl_err rl_wait_for(rl_awaitable awaitable, double timeout_s, rl_coro **out);

/* Starts the coroutines (taken) now, in argument order; NaN: no timeout.
 * ASC-1 to ASC-7.  CPython: tasks.as_completed */
rl_exc *rl_as_completed_new(const rl_awaitable *aws, size_t count, double timeout_s,
                            rl_as_completed **out);
rl_as_completed *rl_as_completed_ref(rl_as_completed *iterator);
void rl_as_completed_unref(rl_as_completed *iterator);
/* __next__ and __anext__: a coroutine that waits for the next one to be done;
 * *out NULL: no more.  `as_future`: its result is the future (rl_future_type),
 * else that future's result or exception.  After the timeout it raises
 * TimeoutError (ASC-4). */
rl_err rl_as_completed_next(rl_as_completed *iterator, bool as_future, rl_coro **out);

/* ---- Timeouts --------------------------------------- spec: TMO -------- */

/* Expires at loop time when_s; NaN: never.  CPython: timeouts.Timeout */
rl_err rl_timeout_new(double when_s, rl_timeout **out);
rl_timeout *rl_timeout_ref(rl_timeout *timeout);
void rl_timeout_unref(rl_timeout *timeout);
double rl_timeout_when(const rl_timeout *timeout);
bool rl_timeout_expired(const rl_timeout *timeout);
/* errors: RL_ERR_TIMEOUT_... texts by state (TMO-8). */
rl_exc *rl_timeout_reschedule(rl_timeout *timeout, double when_s);
/* __aenter__, which never suspends. */
rl_exc *rl_timeout_enter(rl_timeout *timeout);
/* __aexit__, which never suspends.  `exc`: what leaves the block, borrowed, or
 * NULL.  Returns what is raised instead of it, else NULL: it goes on. */
rl_exc *rl_timeout_exit(rl_timeout *timeout, rl_exc *exc);
/* "created", "active", "expiring", "expired", "finished" (TMO-11). */
const char *rl_timeout_state(const rl_timeout *timeout);

/* ---- Task groups ------------------------------------ spec: TG --------- */

rl_err rl_task_group_new(rl_task_group **out);
rl_task_group *rl_task_group_ref(rl_task_group *group);
void rl_task_group_unref(rl_task_group *group);
/* __aenter__, which never suspends. */
rl_exc *rl_task_group_enter(rl_task_group *group);
/* `coro` is taken, and closed when refused (TG-11).  *out: new reference. */
rl_exc *rl_task_group_create_task(rl_task_group *group, rl_coro *coro,
                                  const rl_task_options *options, rl_future **out);
/* TG-16 (3.15). */
rl_exc *rl_task_group_cancel(rl_task_group *group);
size_t rl_task_group_repr(const rl_task_group *group, char *buffer, size_t size);
/* __aexit__: a coroutine.  `exc`: what leaves the block, borrowed, or NULL.  Its
 * result is rl_number(1): exc is swallowed, rl_number(0): it goes on. */
rl_err rl_task_group_exit(rl_task_group *group, rl_exc *exc, rl_coro **out);

/* ---- Runner ----------------------------------------- spec: RUN -------- */

/* Nothing is made before the first use.  The loop is made with `ops`. */
rl_err rl_runner_new(const rl_loop_ops *ops, rl_runner **out);
/* It is made by this function instead (*out: new reference).  Before the first use. */
typedef rl_exc *(*rl_loop_factory)(void *arg, rl_loop **out);
void rl_runner_set_loop_factory(rl_runner *runner, rl_loop_factory factory, void *arg);
rl_runner *rl_runner_ref(rl_runner *runner);
void rl_runner_unref(rl_runner *runner);
/* The loop, made if need be.  Borrowed. */
rl_exc *rl_runner_get_loop(rl_runner *runner, rl_loop **out);
/* Run `coro` (taken) as the main task; *result: new owner.  `context` NULL: the
 * runner's own (RUN-13).  RUN-1, RUN-2, RUN-9 to RUN-12.  CPython: Runner.run */
rl_exc *rl_runner_run(rl_runner *runner, rl_coro *coro, rl_context *context, rl_value *result);
/* RUN-4, RUN-5.  CPython: Runner.close */
rl_exc *rl_runner_close(rl_runner *runner);
/* Do now what a SIGINT that has arrived asks for (RUN-9, RUN-11): the first one
 * cancels the main task, a second is returned as KeyboardInterrupt.  The loop
 * asks after each poll; a program that raises signals asks itself.
 * CPython: the interpreter's check between instructions. */
rl_exc *rl_check_signals(void);

/* ---- Primitives ------------------------------------- spec: LOCK, EVT, COND, SEM, BAR */

/* None is bound to a loop before its first wait (LOCK-8); waiting on another
 * loop then raises RuntimeError "... is bound to a different event loop". */

rl_err rl_lock_new(rl_lock **out);
rl_lock *rl_lock_ref(rl_lock *lock);
void rl_lock_unref(rl_lock *lock);
bool rl_lock_locked(const rl_lock *lock);
rl_err rl_lock_acquire(rl_lock *lock, rl_coro **out); /* rl_number(1).  LOCK-1, -2, -4, -5 */
rl_err rl_lock_release(rl_lock *lock);                /* RL_ERR_LOCK_FREE.  LOCK-3, -6 */
/* repr, here and below: as rl_value_type.repr. */
size_t rl_lock_repr(const rl_lock *lock, char *buffer, size_t size);

rl_err rl_event_new(rl_event **out);
rl_event *rl_event_ref(rl_event *event);
void rl_event_unref(rl_event *event);
bool rl_event_is_set(const rl_event *event);
rl_err rl_event_set(rl_event *event); /* RL_ERR_LOOP_CLOSED or _OTHER_THREAD, as all that wakes */
void rl_event_clear(rl_event *event);
rl_err rl_event_wait(rl_event *event, rl_coro **out); /* rl_number(1) */
size_t rl_event_repr(const rl_event *event, char *buffer, size_t size);

/* `lock` NULL: one of its own.  It is borrowed. */
rl_err rl_condition_new(rl_lock *lock, rl_condition **out);
rl_condition *rl_condition_ref(rl_condition *condition);
void rl_condition_unref(rl_condition *condition);
rl_lock *rl_condition_lock(const rl_condition *condition); /* borrowed */
rl_err rl_condition_wait(rl_condition *condition, rl_coro **out); /* rl_number(1) */
size_t rl_condition_repr(const rl_condition *condition, char *buffer, size_t size);
rl_err rl_condition_notify(rl_condition *condition, size_t n); /* RL_ERR_NOTIFY_UNLOCKED */
rl_err rl_condition_notify_all(rl_condition *condition);
/* `predicate` gives a truth value or an exception; `value` is what it gave and
 * becomes the result (COND-7).  drop(arg) when the coroutine goes. */
typedef rl_exc *(*rl_predicate)(void *arg, bool *truth, rl_value *value);
rl_err rl_condition_wait_for(rl_condition *condition, rl_predicate predicate, void *arg,
                             void (*drop)(void *arg), rl_coro **out);

/* RL_ERR_SEMAPHORE_VALUE if value < 0.  bound: RL_ERR_SEMAPHORE_BOUND on a
 * release above it (BoundedSemaphore). */
rl_err rl_semaphore_new(int64_t value, bool bounded, rl_semaphore **out);
rl_semaphore *rl_semaphore_ref(rl_semaphore *semaphore);
void rl_semaphore_unref(rl_semaphore *semaphore);
bool rl_semaphore_locked(const rl_semaphore *semaphore);
rl_err rl_semaphore_acquire(rl_semaphore *semaphore, rl_coro **out); /* rl_number(1) */
rl_err rl_semaphore_release(rl_semaphore *semaphore);
size_t rl_semaphore_repr(const rl_semaphore *semaphore, char *buffer, size_t size);

rl_err rl_barrier_new(int64_t parties, rl_barrier **out); /* RL_ERR_BARRIER_PARTIES */
rl_barrier *rl_barrier_ref(rl_barrier *barrier);
void rl_barrier_unref(rl_barrier *barrier);
rl_err rl_barrier_wait(rl_barrier *barrier, rl_coro **out);  /* rl_number(index) */
rl_err rl_barrier_reset(rl_barrier *barrier, rl_coro **out); /* a coroutine, as in CPython */
rl_err rl_barrier_abort(rl_barrier *barrier, rl_coro **out);
size_t rl_barrier_parties(const rl_barrier *barrier);
size_t rl_barrier_n_waiting(const rl_barrier *barrier);
bool rl_barrier_broken(const rl_barrier *barrier);
size_t rl_barrier_repr(const rl_barrier *barrier, char *buffer, size_t size);

/* ---- Queues ----------------------------------------- spec: QUEUE ------ */

typedef enum rl_queue_kind { RL_QUEUE_FIFO, RL_QUEUE_PRIORITY, RL_QUEUE_LIFO } rl_queue_kind;
/* a < b?  For RL_QUEUE_PRIORITY; may raise. */
typedef rl_exc *(*rl_less)(rl_value a, rl_value b, bool *less);

/* max_size <= 0: unbounded.  `less` only for RL_QUEUE_PRIORITY. */
rl_err rl_queue_new(rl_queue_kind kind, int64_t max_size, rl_less less, rl_queue **out);
rl_queue *rl_queue_ref(rl_queue *queue);
void rl_queue_unref(rl_queue *queue);
size_t rl_queue_qsize(const rl_queue *queue);
int64_t rl_queue_maxsize(const rl_queue *queue);
bool rl_queue_empty(const rl_queue *queue);
bool rl_queue_full(const rl_queue *queue);
/* Items are taken, also on failure.  QueueFull, QueueEmpty, QueueShutDown. */
rl_exc *rl_queue_put_nowait(rl_queue *queue, rl_value item);
rl_exc *rl_queue_get_nowait(rl_queue *queue, rl_value *out); /* *out: new owner */
rl_err rl_queue_put(rl_queue *queue, rl_value item, rl_coro **out);
rl_err rl_queue_get(rl_queue *queue, rl_coro **out);
rl_err rl_queue_task_done(rl_queue *queue); /* RL_ERR_TASK_DONE_TOO_OFTEN */
rl_err rl_queue_join(rl_queue *queue, rl_coro **out);
/* Returns what a comparison of a priority queue raised. */
rl_exc *rl_queue_shutdown(rl_queue *queue, bool immediate);
/* repr; without the address, str (QUEUE-11). */
size_t rl_queue_repr(const rl_queue *queue, bool address, char *buffer, size_t size);

/* ---- Other threads ---------------------------------- spec: THR, FUT-23 */

rl_concurrent *rl_concurrent_ref(rl_concurrent *future); /* any thread, as all of these */
void rl_concurrent_unref(rl_concurrent *future);
bool rl_concurrent_done(rl_concurrent *future);
bool rl_concurrent_cancelled(rl_concurrent *future);
bool rl_concurrent_cancel(rl_concurrent *future);
/* Call call->run(arg) when it is done, on the thread that completes it; now, if it
 * is done.  What it returns is ignored. */
rl_err rl_concurrent_add_done_callback(rl_concurrent *future, const rl_call *call, void *arg);
/* Wait at most timeout_s (NaN: for ever) for its result (new owner) or
 * exception.  RL_ERR_CONCURRENT_TIMEOUT; RL_ERR_CONCURRENT_CANCELLED, which is
 * not asyncio's CancelledError (THR-13, FUT-24). */
rl_exc *rl_concurrent_result(rl_concurrent *future, double timeout_s, rl_value *out);
/* `coro` is taken.  Any thread.  THR-12, THR-13 */
rl_err rl_run_coroutine_threadsafe(rl_coro *coro, rl_loop *loop, rl_concurrent **out);
/* A future of `loop` that follows `future`, and is followed by it when it is
 * cancelled.  FUT-23.  CPython: futures.wrap_future */
rl_err rl_wrap_future(rl_concurrent *future, rl_loop *loop, rl_future **out);
/* Run job(arg) in the default executor, in a copy of the context current at the
 * first step.  CTX-10, THR-16.  CPython: threads.to_thread */
rl_err rl_to_thread(rl_job job, void *arg, void (*drop)(void *arg), rl_coro **out);
/* NaN: no time limit.  THR-10, THR-11.  CPython: shutdown_default_executor */
rl_err rl_loop_shutdown_default_executor(rl_loop *loop, double timeout_s, rl_coro **out);
/* There are no asynchronous generators: a coroutine that does nothing. */
rl_err rl_loop_shutdown_asyncgens(rl_loop *loop, rl_coro **out);

#endif
