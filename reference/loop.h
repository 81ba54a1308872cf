/*
 * loop.h - the reference loop's own state.
 *
 * CPython: base_events.BaseEventLoop, selector_events.BaseSelectorEventLoop.
 *
 * Threads: everything belongs to the loop's thread, but for what is atomic and
 * `wake`, which call_soon_threadsafe uses between waking++ and waking--.
 */
#ifndef RL_LOOP_H
#define RL_LOOP_H

#include <stdatomic.h>

#include "clock.h"
#include "exception_handler.h"
#include "handle.h"
#include "heapq.h"
#include "refloop.h"
#include "selector.h"
#include "wakeup.h"

#define MAXIMUM_SELECT_TIMEOUT_S (24.0 * 3600.0)
enum { MIN_SCHEDULED_TIMER_HANDLES = 100 };
#define MIN_CANCELLED_TIMER_HANDLES_FRACTION 0.5

#define SLOW_CALLBACK_DURATION_S 0.1

/* Runs one handle of a batch; the exception of its callback, if any. */
typedef rl_exc *(*loop_run_fn)(handle *h);

typedef struct loop_signals loop_signals;

typedef struct reference_loop {
    handle_home home; /* first; holds `ready` */
    heapq scheduled;
    size_t timer_cancelled_count; /* CPython: drifts upwards, see loop_check.c */
    atomic_bool stopping;         /* any thread */
    atomic_bool running;
    atomic_bool closed;
    const clock_source *clock;
    clock_source monotonic;
    selector *selector; /* NULL once closed */

    /* loop_threads.c: handles queued by other threads */
    _Atomic(shared_handle *) foreign; /* newest first */
    shared_handle *backlog;           /* oldest first; taken, not yet in `ready` */
    atomic_uint waking;               /* threads that are using `wake` */
    wakeup wake;

    loop_signals *signals; /* loop_signals.c; NULL: no signal was ever handled, or closed */

    rl_exception_handler exception_handler; /* NULL: the default one */
    void *exception_handler_arg;

    /* loop_debug.c */
    _Atomic(loop_run_fn) run_handle; /* handle_run, or loop_debug_run: debug mode */
    double slow_callback_duration_s;
} reference_loop;

/* A loop on a clock (caller's memory; NULL: CLOCK_MONOTONIC) and a selector
 * (taken, also on failure).  rl_loop_new and rl_reference_new_with come here. */
rl_err loop_new_on(const clock_source *clock, selector *sel, rl_loop **out);

static inline reference_loop *loop_of(rl_loop *base)
{
    return (reference_loop *)base;
}

static inline bool loop_is_closed(const reference_loop *loop)
{
    return atomic_load_explicit(&loop->closed, memory_order_relaxed);
}

/* One pass; the exception that leaves the run, or NULL. */
rl_exc *loop_run_once(reference_loop *loop);
/* Report `exc` (taken) of the handle's callback; what leaves the run, or NULL. */
rl_exc *loop_callback_failed(reference_loop *loop, handle *h, rl_exc *exc);

/* ---- readers.c ------------------------------------------------------------ */

/* Watch `fd` in one direction (SELECTOR_READ or _WRITE); h's reference is taken
 * when it succeeds. */
rl_err readers_add(reference_loop *loop, int fd, int direction, handle *h);
rl_err readers_remove(reference_loop *loop, int fd, int direction, bool *removed);
/* Queue the handles of `count` events in selector->ready.  IO-3, IO-4. */
rl_err readers_process_events(reference_loop *loop, size_t count);
/* A handle that watches, not yet watching. */
rl_err readers_handle_new(reference_loop *loop, uint16_t kind, const rl_call *call, void *arg,
                          handle **out);
/* Queue a handle that watches, maybe while it is queued.  False, and nothing
 * happened, where memory for a second slot is out. */
bool readers_queue(reference_loop *loop, handle *h);
/* Forget all (close). */
void readers_clear(reference_loop *loop);

/* ---- loop_threads.c ------------------------------------------------------- */

/* Queue a shared handle from any thread; its reference is taken on success.
 * RL_ERR_LOOP_CLOSED. */
rl_err loop_threads_queue(reference_loop *loop, handle *h, bool wake);
/* Move what other threads queued into `ready`.  Loop thread. */
void loop_threads_drain(reference_loop *loop);
/* From now on nothing is queued any more; what was is forgotten.  Returns when
 * no other thread uses `wake`. */
void loop_threads_close(reference_loop *loop);

static inline bool loop_threads_pending(reference_loop *loop)
{
    return atomic_load_explicit(&loop->foreign, memory_order_acquire) != NULL ||
           loop->backlog != NULL;
}

/* ---- loop_signals.c ------------------------------------------------------- */

/* Members of rl_loop_ops. */
rl_err loop_signals_add(rl_loop *base, int number, const rl_call *call, void *arg);
rl_err loop_signals_remove(rl_loop *base, int number, bool *removed);
/* Queue the handlers of what has arrived.  For the callback of the wake-up. */
void loop_signals_process(reference_loop *loop);
/* Give all signals back; `wake` is not used any more. */
void loop_signals_close(reference_loop *loop);
/* The invariants, for loop_check. */
void loop_signals_check(const reference_loop *loop);

/* ---- exception_handler.c -------------------------------------------------- */

rl_exc *exception_handler_call(reference_loop *loop, const rl_exc_context *context);
void exception_handler_handle_repr(const rl_handle *handle, char *text, size_t size);
void exception_handler_future_repr(rl_future *future, char *text, size_t size);

/* ---- loop_debug.c --------------------------------------------------------- */

/* handle_run, timed: also reports what the callback raised, since that counts, and
 * returns only what leaves the run. */
rl_exc *loop_debug_run(handle *h);
/* Members of rl_loop_ops. */
void loop_debug_set(rl_loop *base, bool enabled);
bool loop_debug_get(rl_loop *base);
void loop_debug_set_duration(rl_loop *base, double seconds);
double loop_debug_get_duration(rl_loop *base);

static inline bool loop_in_debug(reference_loop *loop)
{
    return atomic_load_explicit(&loop->run_handle, memory_order_relaxed) == loop_debug_run;
}

/* ---- loop_check.c --------------------------------------------------------- */

/* Assert the loop's invariants; does nothing unless built with RL_CHECK. */
void loop_check(reference_loop *loop);

#endif
