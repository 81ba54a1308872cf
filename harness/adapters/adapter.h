/*
 * adapter.h - what every adapter of a C loop needs and nobody should write twice.
 *
 * An adapter is a shared object that exports one table:
 *
 *     const rl_loop_ops rl_adapter_ops = { RL_ADAPTER_OPS("name", ...), .new_loop = ... };
 *
 * and is graded with `aiospec run lib:./adapter.so`.  The functions below are the
 * command's own; the shared object is linked with nothing but the loop it adapts.
 * They keep handles, contexts and exceptions, which native loops do not have, and
 * decide nothing about order: when a handle runs is up to the adapter.
 *
 * Threads: the loop's thread only, but for what says otherwise.
 */
#ifndef RL_ADAPTER_H
#define RL_ADAPTER_H

#include <stdatomic.h>

#include "../../reference/refloop.h"

/* First in the adapter's own loop. */
typedef struct rl_adapter_loop {
    rl_loop base;
    bool running;
    bool closed;
    rl_exc *left; /* SystemExit or KeyboardInterrupt: leaves the run as soon as possible */
    rl_exception_handler handler; /* NULL: the default one */
    void *handler_arg;
    atomic_size_t handles; /* alive */
    size_t descriptors;    /* the adapter counts what is registered */
} rl_adapter_loop;

/*
 * One callback.  Whoever has it queued owns one reference, which rl_adapter_run or
 * rl_adapter_drop takes.
 */
typedef struct rl_adapter_handle {
    rl_handle base;
    atomic_uint ref_count; /* any thread */
    bool cancelled;
    bool running;
    bool repeats; /* rl_adapter_run leaves the reference and the argument: readers */
    bool has_arg;
    const rl_call *call;
    void *arg;
    rl_context *context;
    double when_s; /* NaN: no timer */
    void *native;  /* the adapter's: its timer, its watcher */
    void (*on_cancel)(struct rl_adapter_handle *handle); /* the same; NULL: nothing to do */
    struct rl_adapter_handle *next;                      /* in an rl_adapter_queue */
} rl_adapter_handle;

/*
 * A handle with one reference, in a copy of the current context (`context` NULL) or in
 * that one.
 *
 * when_s   the deadline of a timer, NaN for anything else
 * out      what the caller of call_soon or call_at gets: a second reference, unless NULL
 * errors   RL_ERR_LOOP_CLOSED, RL_ERR_NO_MEMORY; `arg` stays the caller's then
 */
rl_err rl_adapter_handle_new(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                             double when_s, rl_handle **out, rl_adapter_handle **made);

/*
 * Run it in its context unless it is cancelled, report what it raises, and drop what it
 * owned.  False when the run has to end: the loop's `left` is set.
 * CPython: Handle._run
 */
bool rl_adapter_run(rl_adapter_handle *handle);
/* It will not run: it is removed, or the loop is closed. */
void rl_adapter_drop(rl_adapter_handle *handle);

/* First in, first out. */
typedef struct rl_adapter_queue {
    rl_adapter_handle *first;
    rl_adapter_handle *last;
    size_t count;
} rl_adapter_queue;
void rl_adapter_push(rl_adapter_queue *queue, rl_adapter_handle *handle); /* takes it */
rl_adapter_handle *rl_adapter_pop(rl_adapter_queue *queue);               /* NULL: empty */
/* Run as many as are queued now; false when the run has to end. */
bool rl_adapter_run_batch(rl_adapter_queue *queue);
void rl_adapter_drop_all(rl_adapter_queue *queue);

/* Around a run.  begin: NULL, or why it is refused, and then nothing else may be done.
 * end: what leaves the run, or NULL. */
rl_exc *rl_adapter_begin(rl_loop *loop);
rl_exc *rl_adapter_end(rl_loop *loop);
/* At the top of close: RL_OK, and *go_on says whether there is anything to close. */
rl_err rl_adapter_close(rl_loop *loop, bool *go_on);

/* Members of the table that are the same for all. */
bool rl_adapter_is_running(rl_loop *loop);
bool rl_adapter_is_closed(rl_loop *loop);
rl_handle *rl_adapter_handle_ref(rl_handle *handle);
void rl_adapter_handle_unref(rl_handle *handle);
void rl_adapter_handle_cancel(rl_handle *handle);
bool rl_adapter_handle_cancelled(const rl_handle *handle);
double rl_adapter_handle_when(const rl_handle *handle);
rl_err rl_adapter_handle_get_context(rl_handle *handle, rl_context **out);
void rl_adapter_set_exception_handler(rl_loop *loop, rl_exception_handler fn, void *arg);
rl_exc *rl_adapter_call_exception_handler(rl_loop *loop, const rl_exc_context *context);
rl_exc *exception_handler_default(rl_loop *loop, const rl_exc_context *context);
void rl_adapter_census(rl_loop *loop, rl_loop_census *out);

#define RL_ADAPTER_OPS(NAME)                                                                       \
    .version = RL_LOOP_OPS_VERSION, .size = sizeof(rl_loop_ops), .name = (NAME),                   \
    .is_running = rl_adapter_is_running, .is_closed = rl_adapter_is_closed,                        \
    .handle_ref = rl_adapter_handle_ref, .handle_unref = rl_adapter_handle_unref,                  \
    .handle_cancel = rl_adapter_handle_cancel, .handle_cancelled = rl_adapter_handle_cancelled,    \
    .handle_when = rl_adapter_handle_when, .handle_get_context = rl_adapter_handle_get_context,    \
    .set_exception_handler = rl_adapter_set_exception_handler,                                     \
    .call_exception_handler = rl_adapter_call_exception_handler,                                   \
    .default_exception_handler = exception_handler_default,                             \
    .census = rl_adapter_census

/* The one symbol that the command looks for. */
extern const rl_loop_ops rl_adapter_ops;

#endif
