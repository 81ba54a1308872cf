/*
 * refloop.h - asyncio's event loop, in C: the one public header.
 *
 * Model.  A loop runs callbacks, one at a time, on the thread that called
 * rl_loop_run_forever.  Each pass polls the descriptors, then queues what is
 * ready and what is due, then runs what was queued when the last step began:
 *
 *        +--------------------------------------------------------------+
 *        v                                                              |
 *  [1] drop cancelled timers     scheduled: heap by when (ties: heapq)  |
 *  [2] choose timeout            0 | until first deadline | forever     |
 *  [3] select, queue I/O         ready: FIFO                            |
 *  [4] queue due timers          clock read once; one tick of grace     |
 *  [5] run what is ready         only as many as were there at [5]      |
 *        +---- stop requested? -> leave after this pass ----------------+
 *
 * One interface, many loops.  An rl_loop starts with a pointer to its
 * rl_loop_ops; the rl_loop_* functions below only dispatch through it.  The
 * reference loop (rl_reference_ops) is the first implementation; an adapter
 * for another loop fills in the same struct and nothing else.
 *
 * Ownership words.  "borrowed": valid for the call, keep it only after _ref.
 * "new reference": the receiver must _unref it.  "taken": the callee owns it
 * from here on, also when it fails.  "caller's memory": never freed by us.
 *
 * Errors.  An rl_err is 0, a positive code that stands for one Python
 * exception (class and message), or a negated errno that stands for OSError.
 * When a function that takes a callback fails, the callback never runs and
 * its argument is not dropped: it stays the caller's.  Functions that run
 * other people's code return an exception object (NULL: none) instead.
 *
 * Memory.  Only functions that create something can fail for memory
 * (RL_ERR_NO_MEMORY).  Running, cancelling, closing and freeing never
 * allocate.
 *
 * Threads.  A loop and everything made from it belong to one thread, except
 * where a comment says "any thread".
 *
 * Names follow CPython: rl_loop_call_soon is BaseEventLoop.call_soon.  The
 * ids in the comments (READY-2) are the clauses in spec/.
 */
#ifndef RL_REFLOOP_H
#define RL_REFLOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Types ------------------------------------------------------------ */

typedef struct rl_loop rl_loop;             /* reference counted */
typedef struct rl_handle rl_handle;         /* reference counted */
typedef struct rl_exc rl_exc;               /* reference counted, any thread */
typedef struct rl_context rl_context;       /* reference counted */
typedef struct rl_contextvar rl_contextvar; /* reference counted */
typedef struct rl_token rl_token;           /* reference counted */
typedef struct rl_future rl_future;         /* reference counted */
typedef struct rl_executor rl_executor;     /* reference counted */
typedef int rl_err;

/*
 * A value the library stores for its user and never looks into: the result of
 * a future, the value of a context variable.  `type` may be NULL for plain
 * data (an integer cast to a pointer, a static object).
 */
typedef struct rl_value_type {
    void (*ref)(void *ptr);   /* one more owner */
    void (*unref)(void *ptr); /* one owner less */
    /* Python's repr, as snprintf writes; NULL: none. */
    size_t (*repr)(void *ptr, char *buffer, size_t size);
    const struct rl_exc_links *links; /* of exception objects; NULL: none */
} rl_value_type;

typedef struct rl_value {
    void *ptr;
    const rl_value_type *type;
} rl_value;

/*
 * What to call: a static description, and separately one argument for it.
 *
 * run    runs on the loop's thread.  Returning an exception (new reference,
 *        taken by the loop) is the C spelling of raising it; NULL is no
 *        exception.
 * drop   is called exactly once when the loop forgets `arg`: after the last
 *        run, on cancel, or on close.  NULL: nothing to release.
 */
typedef struct rl_call {
    rl_exc *(*run)(void *arg);
    void (*drop)(void *arg);
} rl_call;

/* ---- Errors and exceptions -------------------------- spec: EXC -------- */

/* One enumerator per (Python class, message).  The table is in error.c. */
enum {
    RL_OK = 0,
    RL_ERR_NO_MEMORY,           /* MemoryError */
    RL_ERR_LOOP_CLOSED,         /* RuntimeError: Event loop is closed */
    RL_ERR_LOOP_RUNNING,        /* RuntimeError: This event loop is already running */
    RL_ERR_OTHER_LOOP_RUNNING,  /* RuntimeError: Cannot run the event loop while another loop is running */
    RL_ERR_CLOSE_RUNNING,       /* RuntimeError: Cannot close a running event loop */
    RL_ERR_STOPPED_EARLY,       /* RuntimeError: Event loop stopped before Future completed. */
    RL_ERR_NO_RUNNING_LOOP,     /* RuntimeError: no running event loop */
    RL_ERR_INVALID_FD,          /* ValueError: Invalid file descriptor */
    RL_ERR_FD_IS_TRANSPORT,     /* RuntimeError: File descriptor is used by transport */
    RL_ERR_WHEN_NAN,            /* ValueError: cannot convert float NaN to integer */
    RL_ERR_FOREIGN_FUTURE,      /* ValueError: The future belongs to a different loop ... */
    RL_ERR_INVALID_STATE,       /* InvalidStateError: invalid state */
    RL_ERR_RESULT_NOT_SET,      /* InvalidStateError: Result is not set. */
    RL_ERR_EXCEPTION_NOT_SET,   /* InvalidStateError: Exception is not set. */
    RL_ERR_CANCELLED,           /* CancelledError */
    RL_ERR_CONTEXT_ENTERED,     /* RuntimeError: cannot enter context: already entered */
    RL_ERR_CONTEXT_NOT_CURRENT, /* RuntimeError: cannot exit context: not the current context */
    RL_ERR_NO_VALUE,            /* LookupError: the variable has no value here */
    RL_ERR_TOKEN_USED,          /* RuntimeError: token has already been used once */
    RL_ERR_TOKEN_OTHER_VAR,     /* ValueError: token was created by a different ContextVar */
    RL_ERR_TOKEN_OTHER_CONTEXT, /* ValueError: token was created in a different Context */
    RL_ERR_EXECUTOR_SHUTDOWN,   /* RuntimeError: cannot schedule new futures after shutdown */
    RL_ERR_DEFAULT_EXECUTOR_SHUTDOWN, /* RuntimeError: Executor shutdown has been called */
    RL_ERR_UNSUPPORTED,         /* NotImplementedError: this loop lacks the operation */
    RL_ERR_GENERATOR_EXIT,      /* GeneratorExit */
    RL_ERR_CANCEL_TOO_DEEP,     /* RecursionError: maximum recursion depth exceeded */
    RL_ERR_TIMEOUT,             /* TimeoutError */
    RL_ERR_CORO_REUSED,         /* RuntimeError: cannot reuse already awaited coroutine */
    RL_ERR_CORO_RUNNING,        /* ValueError: coroutine already executing */
    RL_ERR_CORO_IGNORED_EXIT,   /* RuntimeError: coroutine ignored GeneratorExit */
    RL_ERR_AWAIT_NOT_USED,      /* RuntimeError: await wasn't used with future */
    RL_ERR_TASK_SET_RESULT,     /* RuntimeError: Task does not support set_result operation */
    RL_ERR_TASK_SET_EXCEPTION,  /* RuntimeError: Task does not support set_exception operation */
    RL_ERR_TASK_STEP_DONE,      /* InvalidStateError: __step(): already done */
    RL_ERR_TASK_ENTERED,        /* RuntimeError: Cannot enter into task while another task is being executed. */
    RL_ERR_TASK_NOT_CURRENT,    /* RuntimeError: Leaving task does not match the current task. */
    RL_ERR_NAN_DELAY,           /* ValueError: Invalid delay: NaN (not a number) */
    RL_ERR_WAIT_EMPTY,          /* ValueError: Set of Tasks/Futures is empty. */
    RL_ERR_TIMEOUT_NOT_ENTERED, /* RuntimeError: Timeout has not been entered */
    RL_ERR_TIMEOUT_ENTERED,     /* RuntimeError: Timeout has already been entered */
    RL_ERR_TIMEOUT_NO_TASK,     /* RuntimeError: Timeout should be used inside a task */
    RL_ERR_TIMEOUT_EXPIRING,    /* RuntimeError: Cannot change state of expiring Timeout */
    RL_ERR_TIMEOUT_EXPIRED,     /* RuntimeError: Cannot change state of expired Timeout */
    RL_ERR_TIMEOUT_FINISHED,    /* RuntimeError: Cannot change state of finished Timeout */
    /* Locks, queues */
    RL_ERR_NO_LOOP_TO_WAIT_ON, /* AttributeError: 'NoneType' object has no attribute 'create_future' */
    RL_ERR_LOCK_FREE, /* RuntimeError: Lock is not acquired. */
    RL_ERR_WAIT_UNLOCKED, /* RuntimeError: cannot wait on un-acquired lock */
    RL_ERR_NOTIFY_UNLOCKED, /* RuntimeError: cannot notify on un-acquired lock */
    RL_ERR_SEMAPHORE_VALUE, /* ValueError: Semaphore initial value must be >= 0 */
    RL_ERR_SEMAPHORE_BOUND, /* ValueError: BoundedSemaphore released too many times */
    RL_ERR_BARRIER_PARTIES, /* ValueError: parties must be >= 1 */
    RL_ERR_BARRIER_ABORTED, /* BrokenBarrierError: Barrier aborted */
    RL_ERR_BARRIER_RESET, /* BrokenBarrierError: Abort or reset of barrier */
    RL_ERR_QUEUE_FULL, /* QueueFull */
    RL_ERR_QUEUE_EMPTY, /* QueueEmpty */
    RL_ERR_QUEUE_SHUT_DOWN, /* QueueShutDown */
    RL_ERR_TASK_DONE_TOO_OFTEN, /* ValueError: task_done() called too many times */
    RL_ERR_HEAP_CHANGED, /* RuntimeError: list changed size during iteration */
    /* Runner, threads */
    RL_ERR_RUNNER_RUNNING, /* RuntimeError: Runner.run() cannot be called from a running event loop */
    RL_ERR_RUNNER_CLOSED, /* RuntimeError: Runner is closed */
    RL_ERR_KEYBOARD_INTERRUPT, /* KeyboardInterrupt */
    RL_ERR_TASK_GROUP_OVER, /* AttributeError: 'NoneType' object has no attribute 'append' */
    RL_ERR_CONCURRENT_TIMEOUT, /* TimeoutError */
    RL_ERR_CONCURRENT_CANCELLED, /* concurrent.futures.CancelledError */
    RL_ERR_OTHER_THREAD, /* RuntimeError: Non-thread-safe operation invoked on an event loop other than the current one */
    /* Signals */
    RL_ERR_SIGNAL_INVALID, /* ValueError: invalid signal number */
    RL_ERR_SIGNAL_UNCATCHABLE, /* RuntimeError: sig cannot be caught */
    RL_ERR_SIGNAL_ADD_THREAD, /* RuntimeError: set_wakeup_fd only works in main thread of the main interpreter */
    RL_ERR_SIGNAL_REMOVE_THREAD, /* ValueError: signal only works in main thread of the main interpreter */
    RL_ERR_COUNT
};

/* Python's class and text for an error.  Static strings ("" where there is no
 * text); for a negated errno "OSError" (or CPython's subclass) and strerror. */
const char *rl_err_class(rl_err err);
const char *rl_err_message(rl_err err);

/*
 * What a raiser's own exception object (the payload) knows better than its
 * rl_exc, because its program can change it.  References given out are new.
 */
typedef struct rl_exc_links {
    rl_exc *(*cause)(void *payload);   /* __cause__; NULL: none */
    rl_exc *(*context)(void *payload); /* __context__ */
    void (*set_cause)(void *payload, rl_exc *cause); /* borrowed; NULL: none */
    void (*set_context)(void *payload, rl_exc *context);
    size_t (*group_count)(void *payload); /* 0: no group */
    rl_exc *(*group_at)(void *payload, size_t i);
} rl_exc_links;

/* The exception classes a loop can tell apart.  Everything else (user-defined
 * classes included) is known by the nearest of these. */
typedef enum rl_exc_kind {
    RL_EXC_EXCEPTION,          /* Exception and any subclass not listed */
    RL_EXC_BASE_EXCEPTION,     /* a direct child of BaseException not listed */
    RL_EXC_SYSTEM_EXIT,        /* leaves the run (EXC-4) */
    RL_EXC_KEYBOARD_INTERRUPT, /* leaves the run (EXC-4) */
    RL_EXC_GENERATOR_EXIT,
    RL_EXC_CANCELLED,
    RL_EXC_STOP_ITERATION
} rl_exc_kind;

/* The exception object for an error.  Immortal for positive codes (never
 * fails); for an errno, a new object, or the MemoryError one. */
rl_exc *rl_exc_from_err(rl_err err);

/*
 * Make an exception of any class.
 *
 * kind, class_name, message   copied; message may be NULL
 * payload   the raiser's own object (a virtual machine's exception), taken
 *           even on failure; ptr NULL where there is none
 * returns   new reference; the immortal MemoryError when memory is out
 */
rl_exc *rl_exc_new(rl_exc_kind kind, const char *class_name, const char *message, rl_value payload);
rl_exc *rl_exc_ref(rl_exc *exc);  /* any thread */
void rl_exc_unref(rl_exc *exc);   /* any thread; NULL is ignored */
rl_exc_kind rl_exc_get_kind(const rl_exc *exc);
rl_err rl_exc_err(const rl_exc *exc); /* the code it was made from, else RL_OK */
const char *rl_exc_class(const rl_exc *exc);
const char *rl_exc_message(const rl_exc *exc);
rl_value rl_exc_payload(const rl_exc *exc); /* borrowed */
/* Python's __cause__ and __context__; new references, NULL for none. */
rl_exc *rl_exc_cause(const rl_exc *exc);
rl_exc *rl_exc_context_of(const rl_exc *exc);
/* Change them; borrowed.  Immortal exceptions take none. */
void rl_exc_set_cause(rl_exc *exc, rl_exc *cause);
void rl_exc_set_context(rl_exc *exc, rl_exc *context);
/* A BaseExceptionGroup, or an ExceptionGroup if all of them are Exceptions
 * (borrowed); the immortal MemoryError when memory is out. */
rl_exc *rl_exc_new_group(const char *message, rl_exc *const *excs, size_t count);
size_t rl_exc_group_count(const rl_exc *exc); /* 0: no group */
rl_exc *rl_exc_group_at(const rl_exc *exc, size_t i); /* new reference */
/* Keep this object (taken) as the payload of an exception that the library made:
 * what a machine made of it, so that it is met again as the same. */
void rl_exc_set_payload(rl_exc *exc, rl_value payload);
/* SystemExit or KeyboardInterrupt?  These leave the run (EXC-4). */
bool rl_exc_is_fatal(const rl_exc *exc);

/* Told of each exception that the library raises where a program may be handling
 * another one: takes it, and gives it back with its __context__ set.  NULL: none.
 * Process-wide; for machines whose programs catch exceptions. */
typedef rl_exc *(*rl_raise_hook)(rl_exc *exc);
void rl_set_raise_hook(rl_raise_hook hook);

/* Where warnings and errors that nobody catches are written: logger "asyncio"
 * in CPython.  Process-wide; set it before the first loop.  Default: stderr. */
typedef enum rl_log_level {
    RL_LOG_WARNING,
    RL_LOG_ERROR,
    RL_LOG_RESOURCE_WARNING,
    RL_LOG_RUNTIME_WARNING
} rl_log_level;
typedef void (*rl_log_fn)(rl_log_level level, const char *text, const rl_exc *exc, void *arg);
void rl_set_log(rl_log_fn fn, void *arg);

/* ---- Contexts --------------------------------------- spec: CTX -------- */

/* A new variable.  `name` is copied.  default_value: `has_default` false means
 * none; the value is taken. */
rl_err rl_contextvar_new(const char *name, bool has_default, rl_value default_value, rl_contextvar **out);
rl_contextvar *rl_contextvar_ref(rl_contextvar *var);
void rl_contextvar_unref(rl_contextvar *var);
const char *rl_contextvar_name(const rl_contextvar *var);
/* The value in this thread's current context, else the default, else
 * RL_ERR_NO_VALUE.  *out is borrowed until the variable is next set. */
rl_err rl_contextvar_get(rl_contextvar *var, rl_value *out);
/* Set it in this thread's current context.  `value` is taken.  `token` (may
 * be NULL) receives a new reference for rl_contextvar_reset. */
rl_err rl_contextvar_set(rl_contextvar *var, rl_value value, rl_token **token);
rl_err rl_contextvar_reset(rl_contextvar *var, rl_token *token);
void rl_token_unref(rl_token *token);

/* contextvars.copy_context(): a new context equal to the current one.  O(1). */
rl_err rl_context_copy_current(rl_context **out);
rl_err rl_context_new(rl_context **out);                             /* contextvars.Context() */
rl_err rl_context_copy(const rl_context *context, rl_context **out); /* Context.copy(); O(1) */
rl_context *rl_context_ref(rl_context *context);
void rl_context_unref(rl_context *context);
/* Context.run is enter, call, exit.  Entering one that is being run anywhere
 * is RL_ERR_CONTEXT_ENTERED (CTX-3). */
rl_err rl_context_enter(rl_context *context);
rl_err rl_context_exit(rl_context *context);
/* The value of `var` in that context; RL_ERR_NO_VALUE if it was never set. */
rl_err rl_context_get(const rl_context *context, const rl_contextvar *var, rl_value *out);

/* ---- The exception handler -------------------------- spec: EXC -------- */

/*
 * What call_exception_handler is told.  Pointers are borrowed and NULL where
 * the Python dict would lack the key.  `extra` are further keys, by name;
 * values are their Python repr.  `payload` is whatever the reporter wants to
 * meet again in its own handler.
 */
typedef struct rl_exc_context_item {
    const char *key;
    const char *repr;
} rl_exc_context_item;

typedef struct rl_exc_context {
    const char *message;
    rl_exc *exception;
    rl_handle *handle;
    rl_future *future;
    rl_future *task; /* the key `task`: EXC-13 */
    const rl_exc_context_item *extra;
    size_t extra_count;
    rl_value payload;
} rl_exc_context;

/* Returning an exception is raising it (EXC-7, EXC-8). */
typedef rl_exc *(*rl_exception_handler)(rl_loop *loop, const rl_exc_context *context, void *arg);

/* ---- The loop interface: the whole adapter API -------------------------- */

#define RL_LOOP_OPS_VERSION 1

/* Flags of reserve_call. */
enum { RL_CALL_THREADSAFE = 1 << 0, RL_CALL_REPEATED = 1 << 1 };

/* Live objects of one loop, for the leak check after a scenario. */
typedef struct rl_loop_census {
    size_t handles;     /* handles alive, timers included */
    size_t scheduled;   /* timers in the heap */
    size_t ready;       /* handles queued */
    size_t descriptors; /* descriptors registered by the user */
} rl_loop_census;

/*
 * AbstractEventLoop as a table.  `version` is RL_LOOP_OPS_VERSION and `size`
 * is sizeof(rl_loop_ops) as the implementation was compiled.  A NULL member
 * declares the operation missing: its caller gets RL_ERR_UNSUPPORTED, and
 * scenarios that need it are UNSUPPORTED, not failed.  Required: those up to
 * and including `close`.  Contracts stand at the rl_loop_* functions below.
 */
typedef struct rl_loop_ops {
    uint32_t version;
    uint32_t size;
    const char *name;

    rl_err (*new_loop)(rl_loop **out);
    void (*free_loop)(rl_loop *loop); /* the last reference is gone */
    double (*time)(rl_loop *loop);
    bool (*is_running)(rl_loop *loop);
    bool (*is_closed)(rl_loop *loop);
    rl_err (*call_soon)(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                        rl_handle **out);
    rl_err (*call_at)(rl_loop *loop, double when_s, const rl_call *call, void *arg,
                      rl_context *context, rl_handle **out);
    rl_handle *(*handle_ref)(rl_handle *handle);
    void (*handle_unref)(rl_handle *handle);
    void (*handle_cancel)(rl_handle *handle);
    bool (*handle_cancelled)(const rl_handle *handle);
    rl_exc *(*run_forever)(rl_loop *loop);
    void (*stop)(rl_loop *loop);
    rl_err (*close)(rl_loop *loop);

    /* timers */
    double (*handle_when)(const rl_handle *handle);
    /* threads */
    rl_err (*call_soon_threadsafe)(rl_loop *loop, const rl_call *call, void *arg,
                                   rl_context *context, rl_handle **out);
    /* descriptors */
    rl_err (*add_reader)(rl_loop *loop, int fd, const rl_call *call, void *arg);
    rl_err (*add_writer)(rl_loop *loop, int fd, const rl_call *call, void *arg);
    rl_err (*remove_reader)(rl_loop *loop, int fd, bool *removed);
    rl_err (*remove_writer)(rl_loop *loop, int fd, bool *removed);
    /* exceptions */
    void (*set_exception_handler)(rl_loop *loop, rl_exception_handler fn, void *arg);
    rl_exc *(*call_exception_handler)(rl_loop *loop, const rl_exc_context *context);
    rl_exc *(*default_exception_handler)(rl_loop *loop, const rl_exc_context *context);
    /* contexts */
    rl_err (*handle_get_context)(rl_handle *handle, rl_context **out);
    /* leak check */
    void (*census)(rl_loop *loop, rl_loop_census *out);
    /* Calls whose memory is taken long before they are queued.  Where these two
     * are missing, a future queues its callbacks with call_soon when it is done;
     * one for which there is no memory then is lost, and set_result says so.
     * reserve_call   makes a handle that is not queued yet; *out: new reference
     * call_reserved  queues it, as call_soon does or, if RL_CALL_THREADSAFE was
     *                given, as call_soon_threadsafe.  Takes the reference, unless
     *                it fails, with RL_ERR_LOOP_CLOSED or, in debug mode,
     *                RL_ERR_OTHER_THREAD and nothing else.  Once, or,
     *                with RL_CALL_REPEATED, whenever it is not queued: its
     *                argument then lives as long as the handle. */
    rl_err (*reserve_call)(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                           unsigned flags, rl_handle **out);
    rl_err (*call_reserved)(rl_loop *loop, rl_handle *handle);
    /* debug mode */
    void (*set_debug)(rl_loop *loop, bool enabled);
    bool (*get_debug)(rl_loop *loop);
    void (*set_slow_callback_duration)(rl_loop *loop, double seconds);
    double (*get_slow_callback_duration)(rl_loop *loop);
    /* signals */
    rl_err (*add_signal_handler)(rl_loop *loop, int number, const rl_call *call, void *arg);
    rl_err (*remove_signal_handler)(rl_loop *loop, int number, bool *removed);
} rl_loop_ops;

/* The start of every loop object, and of every handle.  An implementation
 * puts it first in its own struct and lets rl_loop_new fill it in. */
struct rl_loop {
    const rl_loop_ops *ops;
    uint32_t ref_count;
    void (*at_close)(rl_loop *loop); /* set by the executor module */
    void *executor;                  /* its state */
    struct rl_task *current_task;    /* the task module's: whose step is running, */
    struct rl_task *first_task;      /* all that are alive, oldest first, */
    struct rl_task *last_task;
    struct rl_future *first_future;  /* all that are alive, tasks too */
    void (*task_factory)(void);      /* and who makes them (an rl_task_factory) */
    void *task_factory_arg;
};

struct rl_handle {
    rl_loop *loop; /* borrowed */
};

/* ---- The reference's own constructor ------------------------------------ */

/* rl_loop_new(&rl_reference_ops) waits with epoll, or with the backend that the
 * environment variable RL_SELECTOR names. */
extern const rl_loop_ops rl_reference_ops;
/* A reference loop that waits with "epoll", "poll" or "select" (RL_ERR_UNSUPPORTED
 * for any other name).  *out: new reference. */
rl_err rl_reference_new_with(const char *selector_name, rl_loop **out);

/* ---- Loops: life, run, stop ------------------------- spec: STOP ------- */

/* A new loop of that kind.  *out: new reference.  CPython: new_event_loop. */
rl_err rl_loop_new(const rl_loop_ops *ops, rl_loop **out);
rl_loop *rl_loop_ref(rl_loop *loop);
/* The last _unref of a loop that was never closed logs a ResourceWarning and,
 * unless it is running, closes it (STOP-19). */
void rl_loop_unref(rl_loop *loop);

/*
 * Run passes until stop.
 *
 * returns   NULL after a stop; else the exception that left the run: misuse
 *           (RL_ERR_LOOP_CLOSED, _LOOP_RUNNING, _OTHER_LOOP_RUNNING: nothing
 *           happened), SystemExit or KeyboardInterrupt out of a callback or of
 *           the exception handler (EXC-4, EXC-8), or the selector's failure
 *           (READY-17).  What was queued stays queued.  New reference.
 * CPython   BaseEventLoop.run_forever
 * spec      STOP-1, STOP-2, STOP-3, STOP-5, STOP-14, STOP-16
 */
rl_exc *rl_loop_run_forever(rl_loop *loop);

/* Ask the run to end after the current pass; before a run: after its first.
 * Never fails, not even on a closed loop.  From another thread it does not
 * wake the poll (STOP-6).  CPython: BaseEventLoop.stop.  STOP-1, STOP-2. */
void rl_loop_stop(rl_loop *loop);

/* Drop what is queued and scheduled without running it, shut the default
 * executor down without waiting, give the signals back (SIG-9), close the selector.
 * Closing twice is no error.  errors: RL_ERR_CLOSE_RUNNING.  CPython: BaseSelectorEventLoop.close.
 * STOP-17. */
rl_err rl_loop_close(rl_loop *loop);
bool rl_loop_is_running(rl_loop *loop);
bool rl_loop_is_closed(rl_loop *loop);

/* The loop running on this thread, borrowed; NULL if none (STOP-16).  A loop
 * implementation sets it around its run.  CPython: events._get_running_loop */
rl_loop *rl_get_running_loop(void);
void rl_set_running_loop(rl_loop *loop);

/* ---- Callbacks and timers --------------------------- spec: READY, TIMER */

/*
 * Queue call->run(arg) for the next pass (or the first pass of the next run).
 *
 * context  run it in this context (changed in place); NULL: in a copy of the
 *          current one, taken now (CTX-1, CTX-2).  Borrowed.
 * out      new reference; NULL if you will not cancel
 * errors   RL_ERR_LOOP_CLOSED, RL_ERR_NO_MEMORY, RL_ERR_OTHER_THREAD (DBG-2)
 * threads  loop thread only; see rl_loop_call_soon_threadsafe
 * order    first in, first out (READY-2)
 * CPython  BaseEventLoop.call_soon
 */
rl_err rl_loop_call_soon(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                         rl_handle **out);

/* The same from any thread, and wakes the poll (THR-1, READY-10).  The handle
 * it returns may be cancelled and released on any thread (THR-4). */
rl_err rl_loop_call_soon_threadsafe(rl_loop *loop, const rl_call *call, void *arg,
                                    rl_context *context, rl_handle **out);

/*
 * Run call->run(arg) once, at loop time when_s or later.
 *
 * when_s   seconds on the loop's clock (rl_loop_time).  The past is allowed:
 *          due in the next pass, after what is queued and after I/O (TIMER-4).
 *          Infinity never fires.
 * errors   RL_ERR_LOOP_CLOSED, RL_ERR_NO_MEMORY, RL_ERR_OTHER_THREAD (DBG-2)
 * order    earlier deadlines first (TIMER-5); equal deadlines in heapq's pop
 *          order, which is not call order (TIMER-6)
 * CPython  BaseEventLoop.call_at
 */
rl_err rl_loop_call_at(rl_loop *loop, double when_s, const rl_call *call, void *arg,
                       rl_context *context, rl_handle **out);
/* call_at(time() + delay_s).  TIMER-1.  CPython: BaseEventLoop.call_later */
rl_err rl_loop_call_later(rl_loop *loop, double delay_s, const rl_call *call, void *arg,
                          rl_context *context, rl_handle **out);
/* Seconds on a monotonic clock whose epoch means nothing (TIMER-19). */
double rl_loop_time(rl_loop *loop);

rl_handle *rl_handle_ref(rl_handle *handle);
void rl_handle_unref(rl_handle *handle);
/* The callback will not run; its argument is dropped now (READY-5, TIMER-9).
 * Harmless after it ran (READY-6), and on a closed loop (TIMER-22). */
void rl_handle_cancel(rl_handle *handle);
bool rl_handle_cancelled(const rl_handle *handle);
/* A timer's deadline in loop seconds; NaN for a handle that is no timer. */
double rl_handle_when(const rl_handle *handle);
/* The context it runs in.  New reference.  CTX-12. */
rl_err rl_handle_get_context(rl_handle *handle, rl_context **out);

/* ---- Descriptors ------------------------------------ spec: IO --------- */

/*
 * Queue call->run(arg) in every pass whose poll finds `fd` readable.
 *
 * Replaces the callback of that descriptor and direction and cancels it
 * (IO-2, IO-8).  Runs in a copy of the context current now (CTX-4).
 * errors   RL_ERR_LOOP_CLOSED, RL_ERR_INVALID_FD, RL_ERR_NO_MEMORY, -errno of
 *          the backend (-EPERM: epoll refuses regular files)
 * order    within one poll as the backend reports; for one descriptor the
 *          reader before the writer (IO-3, IO-4)
 * CPython  BaseSelectorEventLoop.add_reader
 */
rl_err rl_loop_add_reader(rl_loop *loop, int fd, const rl_call *call, void *arg);
rl_err rl_loop_add_writer(rl_loop *loop, int fd, const rl_call *call, void *arg);
/* *removed: was there one?  Cancels a handle already queued for it (IO-7).
 * On a closed loop false, no error (IO-12).  errors: RL_ERR_INVALID_FD. */
rl_err rl_loop_remove_reader(rl_loop *loop, int fd, bool *removed);
rl_err rl_loop_remove_writer(rl_loop *loop, int fd, bool *removed);

/* ---- Signals ---------------------------------------- spec: SIG -------- */

/*
 * Queue call->run(arg) each time the process is delivered signal `number`.
 *
 * Replaces the loop's handler of that signal; where the old one is queued already it
 * still runs, and is dropped then (SIG-7, SIG-11).  Runs in a copy of the context
 * current now (CTX-4), as an ordinary handle: what it raises is reported (SIG-2).
 * From here on the process acts upon the signal in no other way, for SIGINT neither
 * by its own handler nor by a runner's (SIG-12).
 *
 * number   1 .. 64, of <signal.h>
 * arg      the loop's when this succeeds: dropped once, when the handler is replaced
 *          or removed, or the loop closed, and no call is queued any more (SIG-20)
 * errors   in this order (SIG-16): RL_ERR_SIGNAL_INVALID (SIG-5), RL_ERR_LOOP_CLOSED,
 *          RL_ERR_SIGNAL_ADD_THREAD (SIG-4), RL_ERR_NO_MEMORY, -errno (no
 *          descriptors left), RL_ERR_SIGNAL_UNCATCHABLE (SIGKILL, SIGSTOP: SIG-21).
 *          They leave an earlier handler in place
 * threads  the process's main thread only, whichever thread runs the loop
 * order    signals in the order of their arrival, one call each (SIG-3).  The pass
 *          whose poll is woken queues the call, the next one makes it (SIG-1).  What
 *          arrives while the loop does not run waits for the next run (SIG-14)
 * process  one loop hears of all signals: that which added a handler last (SIG-15)
 * fork     remove the handlers in the child: it shares the wake-up with its parent
 * CPython  unix_events._UnixSelectorEventLoop.add_signal_handler; a coroutine
 *          function, which it refuses (SIG-6), is nothing that an rl_call could be
 */
rl_err rl_loop_add_signal_handler(rl_loop *loop, int number, const rl_call *call, void *arg);
/*
 * Forget the handler and give the signal its default action back, whatever it had
 * before (SIG-22).  A call that is queued already is still made (SIG-11).  With the
 * last one the process tells no loop of signals any more (SIG-10).
 *
 * removed  was there one (SIG-8)?  False, and no error, on a closed loop: closing has removed
 *          all (SIG-9)
 * errors   RL_ERR_SIGNAL_INVALID; RL_ERR_SIGNAL_REMOVE_THREAD on another thread than
 *          the main one, if there is a handler: it is forgotten, and the signal
 *          stays caught and does nothing (SIG-18)
 * threads  the process's main thread only
 * CPython  unix_events._UnixSelectorEventLoop.remove_signal_handler
 */
rl_err rl_loop_remove_signal_handler(rl_loop *loop, int number, bool *removed);

/* ---- Exceptions of callbacks ------------------------ spec: EXC -------- */

/* NULL restores the default one (EXC-6). */
void rl_loop_set_exception_handler(rl_loop *loop, rl_exception_handler fn, void *arg);
/* Report.  Returns SystemExit or KeyboardInterrupt if the handler raised one
 * (EXC-8); everything else it raises is logged (EXC-7, EXC-9). */
rl_exc *rl_loop_call_exception_handler(rl_loop *loop, const rl_exc_context *context);
rl_exc *rl_loop_default_exception_handler(rl_loop *loop, const rl_exc_context *context);
/* RL_ERR_UNSUPPORTED where the loop has no census. */
rl_err rl_loop_get_census(rl_loop *loop, rl_loop_census *out);

/* ---- Debug mode ------------------------------------- spec: DBG -------- */

/*
 * In debug mode a loop that runs refuses calls from other threads with
 * RL_ERR_OTHER_THREAD where it can tell (rl_loop_call_soon, rl_loop_call_at and
 * what is built on them, DBG-2), and logs a warning for each callback that takes
 * slow_callback_duration or longer, 0.1 s unless it is changed (DBG-5).  Off when
 * a loop is made (DBG-1).
 *
 * What asyncio checks of a callback itself (DBG-3, DBG-4) has no place here: a
 * rl_call is neither a coroutine nor something that cannot be called.
 *
 * errors   RL_ERR_UNSUPPORTED where the loop has no debug mode; it is then never
 *          in it, and its duration is NaN
 * threads  set_debug: any thread; the durations: loop thread only
 * effect   set_debug during a run: from the next callback on, also within a batch
 * CPython  BaseEventLoop.set_debug, get_debug, slow_callback_duration
 */
rl_err rl_loop_set_debug(rl_loop *loop, bool enabled);
bool rl_loop_get_debug(rl_loop *loop);
rl_err rl_loop_set_slow_callback_duration(rl_loop *loop, double seconds);
double rl_loop_get_slow_callback_duration(rl_loop *loop);

/* ---- Futures (on any loop) -------------------------- spec: FUT -------- */

/* A pending future.  Not refused on a closed loop (STOP-18).
 * CPython: BaseEventLoop.create_future */
rl_err rl_future_new(rl_loop *loop, rl_future **out);
rl_future *rl_future_ref(rl_future *future);
/* The last _unref of a future whose exception nobody retrieved reports
 * "Future exception was never retrieved" (EXC-11, EXC-12). */
void rl_future_unref(rl_future *future);
rl_loop *rl_future_get_loop(const rl_future *future); /* borrowed */
bool rl_future_done(const rl_future *future);
bool rl_future_cancelled(const rl_future *future);
/* `value`, `exc`: taken.  errors: RL_ERR_INVALID_STATE unless pending;
 * RL_ERR_LOOP_CLOSED if there are callbacks to queue and the loop is closed, and
 * RL_ERR_OTHER_THREAD if it refuses them (the future is done then, and the
 * callbacks are dropped).  StopIteration is stored as a RuntimeError with it as
 * the cause (FUT-17). */
rl_err rl_future_set_result(rl_future *future, rl_value value);
rl_err rl_future_set_exception(rl_future *future, rl_exc *exc);
/* False, and nothing happens, if it is done already.  `message`: a value for
 * CancelledError's argument, taken; ptr NULL for none.  It becomes the payload
 * of each CancelledError that the future returns. */
bool rl_future_cancel(rl_future *future, rl_value message);
/* The same, and says what rl_future_set_result says of the callbacks. */
rl_err rl_future_try_cancel(rl_future *future, rl_value message, bool *cancelled);
/* Result or exception; raising it is returning it (new reference).  *out:
 * borrowed.  Marks the exception retrieved. */
rl_exc *rl_future_result(rl_future *future, rl_value *out);
/* The same for a future that is done and was not cancelled, without marking the
 * exception retrieved: for showing it.  Both borrowed. */
rl_exc *rl_future_peek(const rl_future *future, rl_value *out);
/* CPython: Future.exception().  *out borrowed, NULL for none; returns misuse
 * or CancelledError. */
rl_exc *rl_future_exception(rl_future *future, rl_exc **out);
/*
 * Queue call->run(arg) with call_soon when the future is done, or now if it is
 * (never inside this call).  `arg` is yours: the future itself is not passed.
 * The callback's memory is reserved here, so completing never fails.
 * order    in the order added; each in the context given, or a copy of the
 *          one current when it was added (CTX-5)
 */
rl_err rl_future_add_done_callback(rl_future *future, const rl_call *call, void *arg,
                                   rl_context *context);
/* Remove every callback whose run function and argument `same` accepts;
 * returns how many.  CPython: Future.remove_done_callback */
size_t rl_future_remove_done_callback(rl_future *future, const rl_call *call,
                                      bool (*same)(void *arg, void *with), void *with);

/* Run the loop until `future` is done; its result or exception is then
 * rl_future_result's.  Returns misuse, RL_ERR_STOPPED_EARLY (STOP-11), or what
 * left the run.  CPython: BaseEventLoop.run_until_complete.  STOP-7 .. 11. */
rl_exc *rl_run_until_complete(rl_loop *loop, rl_future *future);

/* ---- Executors (on any loop) ------------------------ spec: THR -------- */

/* What a job runs, on a worker thread: its result (taken) or its exception. */
typedef rl_exc *(*rl_job)(void *arg, rl_value *result);

/* A pool of at most max_workers threads (0: CPython's default), started as
 * they are needed and named PREFIX_0, PREFIX_1 ... (Linux keeps 15 characters).
 * `prefix` is copied. */
rl_err rl_executor_new(size_t max_workers, const char *prefix, rl_executor **out);
rl_executor *rl_executor_ref(rl_executor *executor);
/* The last _unref shuts it down without waiting. */
void rl_executor_unref(rl_executor *executor);
/* No new jobs; queued ones still run; wait: until all threads have ended. */
void rl_executor_shutdown(rl_executor *executor, bool wait);
/*
 * Run job(arg) on a worker; the future completes through call_soon_threadsafe,
 * at least one wake-up later (THR-6).
 *
 * executor  NULL: the loop's default one, made on first use (THR-5)
 * drop      releases arg when the job is over or was cancelled before it began
 *           (THR-7), on whichever thread that happens; may be NULL
 * errors    RL_ERR_LOOP_CLOSED, RL_ERR_EXECUTOR_SHUTDOWN,
 *           RL_ERR_DEFAULT_EXECUTOR_SHUTDOWN, RL_ERR_NO_MEMORY, -errno
 * CPython   BaseEventLoop.run_in_executor
 */
rl_err rl_loop_run_in_executor(rl_loop *loop, rl_executor *executor, rl_job job, void *arg,
                               void (*drop)(void *arg), rl_future **out);
/* Borrowed; the loop takes a reference of its own.  errors: RL_ERR_NO_MEMORY.
 * CPython: BaseEventLoop.set_default_executor */
rl_err rl_loop_set_default_executor(rl_loop *loop, rl_executor *executor);
/* Wait until the workers of all executors that were shut down have ended.  For
 * the end of a process: a pool shut down without waiting goes on with what is
 * queued.  CPython: concurrent.futures.thread._python_exit. */
void rl_executors_join(void);

#endif
