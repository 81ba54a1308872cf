/*
 * loop.c - the loop: queueing, one pass, run, stop, close.
 *
 * CPython: base_events.BaseEventLoop, with the close and the selector of
 * selector_events.BaseSelectorEventLoop.
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
 * Memory is taken where something is created: a handle, its slot in `ready`,
 * a timer's place in `scheduled`.  No step of a pass can fail for it.
 */
#include "loop.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "assert.h"
#include "loop_ops.h"
#include "mem.h"
#include "signals.h"

static void drop_cancelled_timers(reference_loop *loop);
static double poll_timeout_s(reference_loop *loop);
static rl_exc *poll_selector(reference_loop *loop, double timeout_s);
static void queue_due_timers(reference_loop *loop);
static rl_exc *run_ready(reference_loop *loop);

/* ---- One pass ------------------------------------------------------------- */

/*
 * READY-1.  This is the only function that runs callbacks, so they come one at a
 * time (READY-12); everything else just appends to `ready`, so each step stands
 * behind those before it (READY-3).  The five calls are the five steps, one poll
 * among them (READY-20), and their definitions follow in the same order.
 *
 * CPython: BaseEventLoop._run_once.
 */
rl_exc *loop_run_once(reference_loop *loop)
{
    loop_check(loop);
    drop_cancelled_timers(loop);
    double timeout_s = poll_timeout_s(loop);
    rl_exc *exc = poll_selector(loop, timeout_s);
    if (exc != NULL)
        return exc;
    queue_due_timers(loop);
    exc = run_ready(loop);
    loop_check(loop);
    return exc;
}

/* The timer has left the heap; its slot in `ready` is free to be used. */
static void unschedule(reference_loop *loop, handle *timer)
{
    timer->flags &= (uint16_t) ~(HANDLE_SCHEDULED | HANDLE_SLOT);
    ready_unreserve(&loop->home.ready);
}

static bool too_many_cancelled(const reference_loop *loop)
{
    size_t sched_count = loop->scheduled.len;
    return sched_count > MIN_SCHEDULED_TIMER_HANDLES &&
           (double)loop->timer_cancelled_count / (double)sched_count >
               MIN_CANCELLED_TIMER_HANDLES_FRACTION;
}

/* Rebuild the heap without the cancelled timers.  Releasing one may run other
 * people's code (what its context holds), so they wait in a chain, through
 * `arg`, until the heap is whole again. */
static void purge_cancelled(reference_loop *loop)
{
    heapq *scheduled = &loop->scheduled;
    handle *gone = NULL;
    size_t kept = 0;

    for (size_t i = 0; i < scheduled->len; i++) {
        handle *timer = scheduled->at[i].item;
        if (timer->flags & HANDLE_CANCELLED) {
            unschedule(loop, timer);
            timer->arg = gone;
            gone = timer;
        } else {
            scheduled->at[kept++] = scheduled->at[i];
        }
    }
    scheduled->len = kept;
    heapq_heapify(scheduled);
    loop->timer_cancelled_count = 0;
    while (gone != NULL) {
        handle *timer = gone;
        gone = timer->arg;
        handle_unref(timer);
    }
}

/* [1]  TIMER-10.  Two ways to forget cancelled timers: rebuild the heap when
 * they are many, else pop them off the top.  A rebuild can reorder equal
 * deadlines (TIMER-7). */
static void drop_cancelled_timers(reference_loop *loop)
{
    heapq *scheduled = &loop->scheduled;

    if (too_many_cancelled(loop)) {
        purge_cancelled(loop);
        return;
    }
    while (scheduled->len > 0 && ((handle *)scheduled->at[0].item)->flags & HANDLE_CANCELLED) {
        handle *timer = heapq_pop(scheduled);
        loop->timer_cancelled_count--;
        unschedule(loop, timer);
        handle_unref(timer);
    }
}

/* [2]  READY-8.  INFINITY: wait for ever.  The clock is read only if a timer
 * decides (READY-9), and this timeout is all that a timer has to wake the loop
 * (TIMER-21).  NaN comes through, as it does in CPython (TIMER-16). */
static double poll_timeout_s(reference_loop *loop)
{
    if (loop_threads_pending(loop))
        loop_threads_drain(loop);
    if (loop->home.ready.len > 0 ||
        atomic_load_explicit(&loop->stopping, memory_order_relaxed))
        return 0;
    if (loop->scheduled.len == 0)
        return INFINITY;
    double timeout_s = loop->scheduled.at[0].when_s - clock_time_s(loop->clock);
    if (timeout_s > MAXIMUM_SELECT_TIMEOUT_S)
        return MAXIMUM_SELECT_TIMEOUT_S; /* TIMER-17 */
    return timeout_s < 0 ? 0 : timeout_s; /* TIMER-26 */
}

/* [3]  What other threads queued during the poll comes before the pass's I/O
 * (READY-10). */
static rl_exc *poll_selector(reference_loop *loop, double timeout_s)
{
    size_t count;
    rl_err err = selector_select(loop->selector, timeout_s, &count);
    if (loop_threads_pending(loop))
        loop_threads_drain(loop);
    /* CPython: inside select(). */
    rl_exc *exc = rl_check_signals();
    if (exc != NULL)
        return exc;
    if (err == RL_OK)
        err = readers_process_events(loop, count);
    return err == RL_OK ? NULL : rl_exc_from_err(err); /* READY-17 */
}

/* [4]  TIMER-2, TIMER-3, TIMER-24.  The clock is read once.  A deadline closer than one
 * tick counts as due: waiting again could not be told apart from now.  Where
 * the clock is so large that a tick is less than its last digit, that digit
 * is the margin.  Cancelled timers are queued too and take up a turn. */
static void queue_due_timers(reference_loop *loop)
{
    double now_s = clock_time_s(loop->clock);
    double end_time_s = now_s + fmax(loop->clock->resolution_s, nextafter(now_s, INFINITY) - now_s);
    heapq *scheduled = &loop->scheduled;

    /* CPython: `when >= end_time` ends the loop, so NaN does not. */
    while (scheduled->len > 0 && !(scheduled->at[0].when_s >= end_time_s)) {
        handle *timer = heapq_pop(scheduled);
        unschedule(loop, timer);
        ready_append(&loop->home.ready, &timer->base);
    }
}

/* EXC-1.  The report comes before the argument is dropped. */
rl_exc *loop_callback_failed(reference_loop *loop, handle *h, rl_exc *exc)
{
    if (rl_exc_is_fatal(exc))
        return exc;
    rl_exc_context context = {
        .message = "Exception in callback", .exception = exc, .handle = &h->base};
    rl_exc *fatal = exception_handler_call(loop, &context);
    rl_exc_unref(exc);
    return fatal;
}

/* A watch handle that leaves the queue leaves its slot to its next time. */
static void take_slot_back(reference_loop *loop, handle *h)
{
    if (h->flags & HANDLE_SLOT)
        return;
    ready_reserve(&loop->home.ready);
    h->flags |= HANDLE_SLOT;
}

/* [5]  READY-4.  Only what is queued on entry runs; what is queued from here
 * on waits for the next pass, so neither I/O nor timers starve (READY-11).  A
 * timer that is made from here on comes too late for step [4] (TIMER-8).
 * SystemExit and KeyboardInterrupt leave the rest where it is (EXC-4).
 *
 * Debug mode runs handles with another function, loop_debug_run, and may come and
 * go within a batch.  Outside it that costs a batch no branch, only that
 * handle_run is called through a pointer. */
static rl_exc *run_ready(reference_loop *loop)
{
    rl_exc *fatal = NULL;

    for (size_t todo = loop->home.ready.len; todo > 0 && fatal == NULL; todo--) {
        handle *h = (handle *)ready_popleft(&loop->home.ready);
        if (h->kind & (HANDLE_WATCH | HANDLE_REPEATED))
            take_slot_back(loop, h);
        rl_exc *exc = atomic_load_explicit(&loop->run_handle, memory_order_relaxed)(h);
        if (exc != NULL)
            fatal = loop_callback_failed(loop, h, exc);
        handle_end(h);
        handle_unref(h);
    }
    return fatal;
}

/* ---- Run and stop --------------------------------------------------------- */

/* CPython: BaseEventLoop.run_forever, _check_running. */
static rl_exc *run_forever(rl_loop *base)
{
    reference_loop *loop = loop_of(base);

    if (loop_is_closed(loop))
        return rl_exc_from_err(RL_ERR_LOOP_CLOSED);
    if (atomic_load_explicit(&loop->running, memory_order_relaxed))
        return rl_exc_from_err(RL_ERR_LOOP_RUNNING); /* STOP-14, STOP-15 */
    if (rl_get_running_loop() != NULL)
        return rl_exc_from_err(RL_ERR_OTHER_LOOP_RUNNING);

    rl_loop_ref(base); /* a callback may release the loop */
    atomic_store_explicit(&loop->running, true, memory_order_relaxed);
    rl_set_running_loop(base);
    rl_exc *exc;
    /* READY-7, READY-13: one pass at least, and then until somebody stops it.  A
     * stop made before counts (STOP-2), and none cuts a pass short (STOP-4). */
    do
        exc = loop_run_once(loop);
    while (exc == NULL && !atomic_load_explicit(&loop->stopping, memory_order_relaxed));
    atomic_store_explicit(&loop->stopping, false, memory_order_relaxed); /* STOP-5 */
    atomic_store_explicit(&loop->running, false, memory_order_relaxed);
    rl_set_running_loop(NULL);
    rl_loop_unref(base);
    return exc;
}

/* STOP-1, STOP-6. */
static void stop(rl_loop *base)
{
    atomic_store_explicit(&loop_of(base)->stopping, true, memory_order_relaxed);
}

static bool is_running(rl_loop *base)
{
    return atomic_load_explicit(&loop_of(base)->running, memory_order_relaxed);
}

static bool is_closed(rl_loop *base)
{
    return loop_is_closed(loop_of(base));
}

static double loop_time(rl_loop *base)
{
    return clock_time_s(loop_of(base)->clock);
}

/* ---- Queueing ------------------------------------------------------------- */

/* THR-2: plain call_soon on another thread than the one that runs the loop is
 * not allowed, but it queues, and does not wake.  CPython's lock makes that
 * safe; here such a handle takes the way of other threads. */
static bool is_other_thread(reference_loop *loop)
{
    return atomic_load_explicit(&loop->running, memory_order_relaxed) &&
           loop_ops_running != &loop->home.base;
}

/* DBG-2.  Its one branch is all that the mode costs those who call. */
static bool is_refused(reference_loop *loop)
{
    return loop_in_debug(loop) && is_other_thread(loop);
}

static rl_err queue_from_thread(reference_loop *loop, bool wake, const rl_call *call, void *arg,
                                rl_context *context, rl_handle **out)
{
    handle *h;
    rl_err err = handle_new(&loop->home, HANDLE_SHARED, call, arg, context, &h);
    if (err != RL_OK)
        return err;
    handle_ref(h); /* it may have run and gone before this returns */
    err = loop_threads_queue(loop, h, wake);
    if (err != RL_OK) {
        handle_disarm(h);
        handle_unref(h);
        handle_unref(h);
        return err;
    }
    if (out != NULL)
        *out = &h->base;
    else
        handle_unref(h);
    return RL_OK;
}

static rl_err call_soon(rl_loop *base, const rl_call *call, void *arg, rl_context *context,
                        rl_handle **out)
{
    reference_loop *loop = loop_of(base);

    if (loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED;
    if (is_other_thread(loop))
        return loop_in_debug(loop) ? (rl_err)RL_ERR_OTHER_THREAD
                                   : queue_from_thread(loop, false, call, arg, context, out);
    if (loop_threads_pending(loop))
        loop_threads_drain(loop);
    if (loop->backlog != NULL || !ready_make_room(&loop->home.ready))
        return RL_ERR_NO_MEMORY;
    handle *h;
    rl_err err = handle_new(&loop->home, 0, call, arg, context, &h);
    if (err != RL_OK)
        return err;
    ready_append(&loop->home.ready, &h->base);
    if (out != NULL)
        *out = &handle_ref(h)->base;
    return RL_OK;
}

static rl_err call_soon_threadsafe(rl_loop *base, const rl_call *call, void *arg,
                                   rl_context *context, rl_handle **out)
{
    reference_loop *loop = loop_of(base);
    if (loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED; /* THR-3 */
    return queue_from_thread(loop, true, call, arg, context, out);
}

/* Its slot in `ready` is reserved as well, so that it can become due.  TIMER-23:
 * the deadline is kept as it is, so that infinity is one like any other. */
static rl_err call_at(rl_loop *base, double when_s, const rl_call *call, void *arg,
                      rl_context *context, rl_handle **out)
{
    reference_loop *loop = loop_of(base);

    if (loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED;
    if (is_refused(loop))
        return RL_ERR_OTHER_THREAD;
    if (!heapq_reserve(&loop->scheduled) || !ready_make_room(&loop->home.ready))
        return RL_ERR_NO_MEMORY;
    handle *timer;
    rl_err err = handle_new(&loop->home, HANDLE_TIMER, call, arg, context, &timer);
    if (err != RL_OK)
        return err;
    timer->u.when_s = when_s;
    timer->flags |= HANDLE_SCHEDULED | HANDLE_SLOT;
    ready_reserve(&loop->home.ready);
    heapq_push(&loop->scheduled, when_s, timer);
    if (out != NULL)
        *out = &handle_ref(timer)->base;
    return RL_OK;
}

/* ---- Calls reserved for later --------------------------------------------- */

/* The handle exists, and its slot; it is queued when call_reserved says so. */
static rl_err reserve_call(rl_loop *base, const rl_call *call, void *arg, rl_context *context,
                           unsigned flags, rl_handle **out)
{
    reference_loop *loop = loop_of(base);
    bool threadsafe = flags & RL_CALL_THREADSAFE;
    uint16_t kind = threadsafe ? HANDLE_SHARED : flags & RL_CALL_REPEATED ? HANDLE_REPEATED : 0;
    handle *h;

    if (!threadsafe && !ready_make_room(&loop->home.ready))
        return RL_ERR_NO_MEMORY;
    rl_err err = handle_new(&loop->home, kind, call, arg, context, &h);
    if (err != RL_OK)
        return err;
    if (!threadsafe) {
        ready_reserve(&loop->home.ready);
        h->flags |= HANDLE_SLOT;
    }
    if (flags & RL_CALL_REPEATED)
        handle_disarm(h);
    *out = &h->base;
    return RL_OK;
}

static rl_err call_reserved(rl_loop *base, rl_handle *handle_)
{
    reference_loop *loop = loop_of(base);
    handle *h = (handle *)handle_;

    if (loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED;
    if (h->kind & HANDLE_SHARED)
        return loop_threads_queue(loop, h, true);
    if (is_refused(loop))
        return RL_ERR_OTHER_THREAD;
    if (loop_threads_pending(loop))
        loop_threads_drain(loop);
    if (h->kind & HANDLE_REPEATED)
        handle_rearm(h);
    h->flags &= (uint16_t)~HANDLE_SLOT;
    ready_unreserve(&loop->home.ready);
    ready_append(&loop->home.ready, handle_);
    return RL_OK;
}

/* ---- Handles -------------------------------------------------------------- */

static rl_handle *op_handle_ref(rl_handle *base)
{
    return &handle_ref((handle *)base)->base;
}

static void op_handle_unref(rl_handle *base)
{
    handle_unref((handle *)base);
}

/* CPython: TimerHandle.cancel, BaseEventLoop._timer_handle_cancelled.  Only a
 * timer that is still in the heap counts (TIMER-11). */
static void op_handle_cancel(rl_handle *base)
{
    handle *h = (handle *)base;
    bool counts = h->kind & HANDLE_TIMER && !(h->flags & HANDLE_CANCELLED) &&
                  h->flags & HANDLE_SCHEDULED;
    if (counts)
        loop_of(h->base.loop)->timer_cancelled_count++;
    handle_cancel(h);
}

static bool op_handle_cancelled(const rl_handle *base)
{
    return handle_cancelled((handle *)base);
}

static double handle_when(const rl_handle *base)
{
    const handle *h = (const handle *)base;
    return h->kind & HANDLE_TIMER ? h->u.when_s : NAN;
}

static rl_err op_handle_get_context(rl_handle *base, rl_context **out)
{
    return handle_get_context((handle *)base, out);
}

/* ---- Descriptors ---------------------------------------------------------- */

static rl_err add_watch(rl_loop *base, int fd, int direction, const rl_call *call, void *arg)
{
    reference_loop *loop = loop_of(base);

    if (loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED;
    if (fd < 0)
        return RL_ERR_INVALID_FD; /* IO-11 */
    handle *h;
    rl_err err = readers_handle_new(loop, 0, call, arg, &h);
    if (err != RL_OK)
        return err;
    err = readers_add(loop, fd, direction, h);
    if (err != RL_OK) {
        handle_disarm(h);
        handle_unref(h);
    }
    return err;
}

static rl_err remove_watch(rl_loop *base, int fd, int direction, bool *removed)
{
    reference_loop *loop = loop_of(base);

    *removed = false;
    if (loop_is_closed(loop))
        return RL_OK; /* IO-12 */
    if (fd < 0)
        return RL_ERR_INVALID_FD; /* IO-11 */
    return readers_remove(loop, fd, direction, removed);
}

static rl_err add_reader(rl_loop *base, int fd, const rl_call *call, void *arg)
{
    return add_watch(base, fd, SELECTOR_READ, call, arg);
}

static rl_err add_writer(rl_loop *base, int fd, const rl_call *call, void *arg)
{
    return add_watch(base, fd, SELECTOR_WRITE, call, arg);
}

static rl_err remove_reader(rl_loop *base, int fd, bool *removed)
{
    return remove_watch(base, fd, SELECTOR_READ, removed);
}

static rl_err remove_writer(rl_loop *base, int fd, bool *removed)
{
    return remove_watch(base, fd, SELECTOR_WRITE, removed);
}

/* ---- Exceptions, census --------------------------------------------------- */

static void set_exception_handler(rl_loop *base, rl_exception_handler fn, void *arg)
{
    loop_of(base)->exception_handler = fn;
    loop_of(base)->exception_handler_arg = arg;
}

static rl_exc *call_exception_handler(rl_loop *base, const rl_exc_context *context)
{
    return exception_handler_call(loop_of(base), context);
}

/* The wake-up descriptor and its handle are the loop's own, until it closes. */
static void census(rl_loop *base, rl_loop_census *out)
{
    reference_loop *loop = loop_of(base);
    size_t own = loop_is_closed(loop) ? 0 : 1;

    if (loop_threads_pending(loop))
        loop_threads_drain(loop);
    out->handles = loop->home.alive - own +
                   atomic_load_explicit(&loop->home.shared_alive, memory_order_relaxed);
    out->scheduled = loop->scheduled.len;
    out->ready = 0;
    for (size_t i = 0; i < loop->home.ready.len; i++)
        if (!(((handle *)ready_peek(&loop->home.ready, i))->kind & HANDLE_INTERNAL))
            out->ready++;
    out->descriptors = loop->selector == NULL ? 0 : loop->selector->key_count - own;
}

/* ---- Life ----------------------------------------------------------------- */

/* CPython: BaseSelectorEventLoop._read_from_self. */
static rl_exc *read_from_self(void *arg)
{
    reference_loop *loop = arg;

    wakeup_read(&loop->wake);
    loop_signals_process(loop);
    return NULL;
}

/* CPython: BaseSelectorEventLoop._make_self_pipe.  IO-17. */
static rl_err make_self_pipe(reference_loop *loop)
{
    static const rl_call read_call = {read_from_self, NULL};
    rl_err err = wakeup_open(&loop->wake);
    if (err != RL_OK)
        return err;
    handle *h;
    err = readers_handle_new(loop, HANDLE_INTERNAL, &read_call, loop, &h);
    if (err == RL_OK) {
        err = readers_add(loop, loop->wake.read_fd, SELECTOR_READ, h);
        if (err != RL_OK)
            handle_unref(h);
    }
    if (err != RL_OK)
        wakeup_close(&loop->wake);
    return err;
}

rl_err loop_new_on(const clock_source *clock, selector *sel, rl_loop **out)
{
    reference_loop *loop = mem_alloc(sizeof *loop);
    if (loop == NULL) {
        selector_close(sel);
        return RL_ERR_NO_MEMORY;
    }
    memset(loop, 0, sizeof *loop);
    loop->home.base.ops = &rl_reference_ops; /* rl_loop_new does it again */
    loop->home.base.ref_count = 1;
    atomic_init(&loop->stopping, false);
    atomic_init(&loop->running, false);
    atomic_init(&loop->closed, false);
    atomic_init(&loop->foreign, NULL);
    atomic_init(&loop->waking, 0);
    atomic_init(&loop->run_handle, handle_run);
    loop->slow_callback_duration_s = SLOW_CALLBACK_DURATION_S;
    loop->monotonic = clock_monotonic();
    loop->clock = clock == NULL ? &loop->monotonic : clock;
    loop->selector = sel;
    rl_err err = handle_home_init(&loop->home);
    if (err == RL_OK)
        err = make_self_pipe(loop);
    if (err != RL_OK) {
        selector_close(sel);
        handle_home_release(&loop->home);
        return err;
    }
    *out = &loop->home.base;
    return RL_OK;
}

rl_err rl_reference_new_with(const char *selector_name, rl_loop **out)
{
    selector *sel;
    rl_err err = selector_open(selector_name, &sel);
    return err != RL_OK ? err : loop_new_on(NULL, sel, out);
}

static rl_err new_loop(rl_loop **out)
{
    const char *name = getenv("RL_SELECTOR");
    return rl_reference_new_with(name == NULL || *name == '\0' ? "epoll" : name, out);
}

/* A handle that will not run any more; the queue's reference goes. */
static void forget(handle *h)
{
    handle_forget(h);
    handle_unref(h);
}

/* STOP-17.  The loop is marked closed first: what is dropped below may be
 * other people's code that calls back. */
static rl_err close_loop(rl_loop *base)
{
    reference_loop *loop = loop_of(base);

    if (is_running(base))
        return RL_ERR_CLOSE_RUNNING;
    if (loop_is_closed(loop))
        return RL_OK;
    bool removed;
    readers_remove(loop, loop->wake.read_fd, SELECTOR_READ, &removed);
    atomic_store_explicit(&loop->closed, true, memory_order_relaxed);
    loop_threads_close(loop);
    loop_signals_close(loop);
    wakeup_close(&loop->wake);
    while (loop->home.ready.len > 0)
        forget((handle *)ready_popleft(&loop->home.ready));
    while (loop->scheduled.len > 0) {
        handle *timer = loop->scheduled.at[--loop->scheduled.len].item;
        unschedule(loop, timer);
        forget(timer);
    }
    readers_clear(loop);
    selector_close(loop->selector);
    loop->selector = NULL;
    loop_check(loop);
    return RL_OK;
}

/* The last reference to a closed loop is gone; the memory stays until the last
 * handle is, too. */
static void free_loop(rl_loop *base)
{
    heapq_fini(&loop_of(base)->scheduled);
    handle_home_release(&loop_of(base)->home);
}

const rl_loop_ops rl_reference_ops = {
    .version = RL_LOOP_OPS_VERSION,
    .size = sizeof(rl_loop_ops),
    .name = "reference",
    .new_loop = new_loop,
    .free_loop = free_loop,
    .time = loop_time,
    .is_running = is_running,
    .is_closed = is_closed,
    .call_soon = call_soon,
    .call_at = call_at,
    .handle_ref = op_handle_ref,
    .handle_unref = op_handle_unref,
    .handle_cancel = op_handle_cancel,
    .handle_cancelled = op_handle_cancelled,
    .run_forever = run_forever,
    .stop = stop,
    .close = close_loop,
    .handle_when = handle_when,
    .call_soon_threadsafe = call_soon_threadsafe,
    .add_reader = add_reader,
    .add_writer = add_writer,
    .remove_reader = remove_reader,
    .remove_writer = remove_writer,
    .set_exception_handler = set_exception_handler,
    .call_exception_handler = call_exception_handler,
    .default_exception_handler = exception_handler_default,
    .handle_get_context = op_handle_get_context,
    .census = census,
    .reserve_call = reserve_call,
    .call_reserved = call_reserved,
    .set_debug = loop_debug_set,
    .get_debug = loop_debug_get,
    .set_slow_callback_duration = loop_debug_set_duration,
    .get_slow_callback_duration = loop_debug_get_duration,
    .add_signal_handler = loop_signals_add,
    .remove_signal_handler = loop_signals_remove,
};
