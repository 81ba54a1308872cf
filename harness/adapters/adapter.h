/*
 * adapter.h - what every adapter of a C loop needs and nobody should write twice.
 *
 * An adapter is a shared object that exports one table:
 *
 *     const rl_loop_ops rl_adapter_ops = { RL_ADAPTER_OPS("name"), .new_loop = ... };
 *
 * and is graded with `aiospec run lib:./adapter.so` (spec/adapters.md).  The functions
 * below are the command's own; the shared object is linked with nothing but the loop it
 * adapts.  They keep handles, contexts and exceptions, which native loops do not have,
 * and ask the native loop through an rl_adapter_native.  They decide nothing about
 * order: when a handle runs is up to the adapter.
 *
 * Threads: the loop's thread only, but for what says otherwise.
 */
#ifndef RL_ADAPTER_H
#define RL_ADAPTER_H

#include <pthread.h>
#include <stdatomic.h>

#include "../../reference/refloop.h"

/*
 * One callback.  Whoever has it (the queue, a timer, a watcher) owns one reference,
 * which rl_adapter_run takes, unless it is a reader's or a writer's.
 */
typedef struct rl_adapter_handle {
    rl_handle base;
    atomic_uint ref_count; /* any thread */
    bool cancelled, running, has_arg;
    bool repeats;         /* a reader or a writer: may run again */
    bool scheduled;       /* a timer that is neither due nor cancelled */
    bool shared;          /* made by call_soon_threadsafe: `lock` is for the first three */
    pthread_mutex_t lock; /* recursive; held while it runs */
    const rl_call *call;
    void *arg;
    rl_context *context;
    double when_s; /* NaN: no timer */
    void *native;  /* the adapter's own timer */
    struct rl_adapter_handle *next, *previous;
} rl_adapter_handle;

/* One descriptor. */
typedef struct rl_adapter_watcher {
    rl_loop *loop;
    int fd;
    rl_adapter_handle *reader, *writer; /* NULL: not wanted */
    void *native;                       /* the adapter's own watcher */
    bool busy;                          /* being run: it is freed after that */
    struct rl_adapter_watcher *next;
} rl_adapter_watcher;

/* What an adapter does with its native loop. */
typedef struct rl_adapter_native {
    /* Something is queued, or a stop is asked for: do not wait in the next poll, and call
     * rl_adapter_run_queued once after it.  May come again before that. */
    void (*queued)(rl_loop *loop);
    /* End the run as soon as possible: called within one of its callbacks. */
    void (*leave)(rl_loop *loop);
    /* Run the native loop until `leave`; it must not end because nothing is left to do.
     * An error of the native loop leaves the run as the exception that it stands for. */
    rl_err (*run)(rl_loop *loop);
    /* Call rl_adapter_fire at timer->when_s (or soon, if that is over). */
    rl_err (*start_timer)(rl_adapter_handle *timer);
    /* It is about to run, or it is cancelled: release timer->native. */
    void (*stop_timer)(rl_adapter_handle *timer);
    /* Release the native loop.  No timer and no watcher is left. */
    void (*close)(rl_loop *loop);
    /* Watch the descriptor for what is wanted now and nothing else, and call
     * rl_adapter_run_watcher; if nothing is wanted, release watcher->native.  Only with
     * RL_ADAPTER_READERS. */
    rl_err (*watch)(rl_adapter_watcher *watcher);
    /* Any thread: something is queued, end the poll; then do as `queued` says.  Only with
     * RL_ADAPTER_THREADS. */
    void (*wake)(rl_loop *loop);
} rl_adapter_native;

/* First in the adapter's own loop. */
typedef struct rl_adapter_loop {
    rl_loop base;
    const rl_adapter_native *native;
    bool running;
    atomic_bool stopping; /* any thread */
    rl_exc *left; /* SystemExit or KeyboardInterrupt: leaves the run as soon as possible */
    rl_exception_handler handler; /* NULL: the default one */
    void *handler_arg;
    rl_adapter_handle *timers; /* scheduled, in no order */
    rl_adapter_watcher *watchers;
    size_t descriptors;    /* registered */
    atomic_size_t handles; /* alive */
    pthread_mutex_t lock;  /* of what follows */
    bool closed;
    rl_adapter_handle *first, *last; /* queued */
    size_t queued;
} rl_adapter_loop;

/* `size` bytes of zeros that begin with an rl_adapter_loop.  NULL: no memory. */
void *rl_adapter_new(size_t size, const rl_adapter_native *native);
/* The member free_loop, and for new_loop that fails half way. */
void rl_adapter_free(rl_loop *loop);

/* Run as many as are queued now; ask native->leave after that if a stop is asked for, or
 * at once at SystemExit and KeyboardInterrupt.  A SIGINT that the runner waits for is
 * found here too. */
void rl_adapter_run_queued(rl_loop *loop);
bool rl_adapter_has_queued(rl_loop *loop); /* any thread */
/* A timer is due: run it, or queue it. */
void rl_adapter_fire(rl_adapter_handle *timer);
void rl_adapter_queue_timer(rl_adapter_handle *timer);
/* The poll found this: run the reader, then the writer.  An error of the descriptor is
 * both, since each has to meet it in its own read or write.  The watcher may be gone
 * after that. */
void rl_adapter_run_watcher(rl_adapter_watcher *watcher, bool readable, bool writable);

/* Members of the table that are the same for all. */
bool rl_adapter_is_running(rl_loop *loop);
bool rl_adapter_is_closed(rl_loop *loop);
double rl_adapter_time(rl_loop *loop); /* CLOCK_MONOTONIC, in seconds */
rl_err rl_adapter_call_soon(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                            rl_handle **out);
rl_err rl_adapter_call_soon_threadsafe(rl_loop *loop, const rl_call *call, void *arg,
                                       rl_context *context, rl_handle **out);
rl_err rl_adapter_call_at(rl_loop *loop, double when_s, const rl_call *call, void *arg,
                          rl_context *context, rl_handle **out);
void rl_adapter_stop(rl_loop *loop);
rl_exc *rl_adapter_run_forever(rl_loop *loop);
rl_err rl_adapter_close(rl_loop *loop);
rl_err rl_adapter_add_reader(rl_loop *loop, int fd, const rl_call *call, void *arg);
rl_err rl_adapter_add_writer(rl_loop *loop, int fd, const rl_call *call, void *arg);
rl_err rl_adapter_remove_reader(rl_loop *loop, int fd, bool *removed);
rl_err rl_adapter_remove_writer(rl_loop *loop, int fd, bool *removed);
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

/* All but new_loop and time. */
#define RL_ADAPTER_OPS(NAME)                                                                       \
    .version = RL_LOOP_OPS_VERSION, .size = sizeof(rl_loop_ops), .name = (NAME),                   \
    .free_loop = rl_adapter_free, .is_running = rl_adapter_is_running,                             \
    .is_closed = rl_adapter_is_closed, .call_soon = rl_adapter_call_soon,                          \
    .call_at = rl_adapter_call_at, .run_forever = rl_adapter_run_forever,                          \
    .stop = rl_adapter_stop, .close = rl_adapter_close,                                            \
    .handle_ref = rl_adapter_handle_ref, .handle_unref = rl_adapter_handle_unref,                  \
    .handle_cancel = rl_adapter_handle_cancel, .handle_cancelled = rl_adapter_handle_cancelled,    \
    .handle_when = rl_adapter_handle_when, .handle_get_context = rl_adapter_handle_get_context,    \
    .set_exception_handler = rl_adapter_set_exception_handler,                                     \
    .call_exception_handler = rl_adapter_call_exception_handler,                                   \
    .default_exception_handler = exception_handler_default, .census = rl_adapter_census
/* And where native->wake and native->watch are there: */
#define RL_ADAPTER_THREADS .call_soon_threadsafe = rl_adapter_call_soon_threadsafe
#define RL_ADAPTER_READERS                                                                         \
    .add_reader = rl_adapter_add_reader, .add_writer = rl_adapter_add_writer,                      \
    .remove_reader = rl_adapter_remove_reader, .remove_writer = rl_adapter_remove_writer

/* The one symbol that the command looks for. */
extern const rl_loop_ops rl_adapter_ops;

#endif
