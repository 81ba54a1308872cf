/*
 * loop_signals.c - callbacks of signals.
 *
 * CPython: unix_events._UnixSelectorEventLoop.add_signal_handler,
 * remove_signal_handler, _handle_signal, _process_self_data.
 *
 * A signal makes two hops (SIG-1).  The handler in C (signals.c) puts its number
 * into the loop's inbox and wakes the poll; the callback of the wake-up, which is
 * an I/O callback like others, reads the number and queues the handle, and the next
 * pass runs it.
 *
 * The handles are those of descriptors (HANDLE_WATCH): each has a slot in `ready`
 * for the time that it is not queued.  A signal that comes again before its handle
 * has run needs another slot.  Where memory for one is out, the number is kept and
 * the rest left in the inbox, and the next pass goes on: nothing is lost.
 */
#include <string.h>

#include "assert.h"
#include "loop.h"
#include "mem.h"
#include "signals.h"

struct loop_signals {
    signals_inbox inbox;
    int held;                      /* read, and not queued yet; 0: none */
    size_t count;                  /* of handles */
    handle *handles[SIGNALS_END];  /* by number; NULL: none */
};

/* Memory and descriptors are taken for the first handler, and kept until close. */
static rl_err open_inbox(reference_loop *loop)
{
    if (loop->signals != NULL)
        return RL_OK;
    loop_signals *signals = mem_alloc(sizeof *signals);
    if (signals == NULL)
        return RL_ERR_NO_MEMORY;
    memset(signals, 0, sizeof *signals);
    rl_err err = signals_inbox_open(&signals->inbox, &loop->wake);
    if (err != RL_OK) {
        mem_free(signals);
        return err;
    }
    loop->signals = signals;
    return RL_OK;
}

/* SIG-10: the process's wake-up goes with the last handler, even if it is another
 * loop's by now. */
static void tell_nobody_after_the_last(const loop_signals *signals)
{
    if (signals->count == 0)
        signals_tell(NULL);
}

/* An earlier handle stays queued if it is, and runs (SIG-11).  What its argument
 * holds is released last: that is other people's code. */
static rl_err put(loop_signals *signals, int number, handle *h)
{
    signals_tell(&signals->inbox); /* SIG-15 */
    rl_err err = signals_catch(number); /* SIG-21 */
    if (err != RL_OK) {
        tell_nobody_after_the_last(signals);
        return err;
    }
    handle *old = signals->handles[number];
    signals->handles[number] = h;
    if (old == NULL)
        signals->count++;
    else
        handle_unref(old); /* SIG-7 */
    return RL_OK;
}

/* SIG-16: the order of the checks. */
rl_err loop_signals_add(rl_loop *base, int number, const rl_call *call, void *arg)
{
    reference_loop *loop = loop_of(base);
    handle *h;

    if (!signals_is_valid(number))
        return RL_ERR_SIGNAL_INVALID; /* SIG-5 */
    if (loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED;
    if (!signals_is_main_thread())
        return RL_ERR_SIGNAL_ADD_THREAD; /* SIG-4 */
    rl_err err = open_inbox(loop);
    if (err == RL_OK)
        err = readers_handle_new(loop, 0, call, arg, &h);
    if (err != RL_OK)
        return err;
    err = put(loop->signals, number, h);
    if (err != RL_OK) {
        handle_disarm(h);
        handle_unref(h);
    }
    return err;
}

/* SIG-18: the handler is forgotten before it shows that this thread may not change
 * what the signal does; the signal is then caught for nothing. */
static rl_err take_away(loop_signals *signals, int number)
{
    handle *h = signals->handles[number];
    rl_err err = RL_OK;

    signals->handles[number] = NULL;
    signals->count--;
    if (signals_is_main_thread()) {
        signals_release(number); /* SIG-22 */
        tell_nobody_after_the_last(signals);
    } else {
        err = RL_ERR_SIGNAL_REMOVE_THREAD;
    }
    handle_unref(h);
    return err;
}

rl_err loop_signals_remove(rl_loop *base, int number, bool *removed)
{
    loop_signals *signals = loop_of(base)->signals;

    *removed = false;
    if (!signals_is_valid(number))
        return RL_ERR_SIGNAL_INVALID;
    if (signals == NULL || signals->handles[number] == NULL)
        return RL_OK;
    rl_err err = take_away(signals, number);
    *removed = err == RL_OK;
    return err; /* SIG-8 */
}

/* SIG-11: who has the signal now is called, if anybody.  SIG-13: a handle that was
 * cancelled by other means is removed.  False where there is no slot for it. */
static bool queue_handler(reference_loop *loop, int number)
{
    handle *h = loop->signals->handles[number];
    if (h == NULL)
        return true;
    if (h->flags & HANDLE_CANCELLED) {
        take_away(loop->signals, number);
        return true;
    }
    return readers_queue(loop, h);
}

/* SIG-3. */
void loop_signals_process(reference_loop *loop)
{
    loop_signals *signals = loop->signals;
    if (signals == NULL)
        return;
    for (;;) {
        int number = signals->held != 0 ? signals->held : signals_inbox_read(&signals->inbox);
        signals->held = 0;
        if (number == 0)
            return;
        if (!queue_handler(loop, number)) {
            signals->held = number;
            wakeup_write(&loop->wake);
            return;
        }
    }
}

/* SIG-9, SIG-20.  The loop is marked closed already.  On whichever thread: in CPython the
 * removal fails on others than the main one and leaves the signals caught. */
void loop_signals_close(reference_loop *loop)
{
    loop_signals *signals = loop->signals;
    if (signals == NULL)
        return;
    loop->signals = NULL; /* what is dropped below may call back */
    for (int number = 1; number < SIGNALS_END; number++)
        if (signals->handles[number] != NULL)
            signals_release(number);
    if (signals->count > 0)
        signals_tell(NULL);
    signals_inbox_close(&signals->inbox);
    for (int number = 1; number < SIGNALS_END; number++) {
        handle *h = signals->handles[number];
        if (h == NULL)
            continue;
        handle_forget(h);
        handle_unref(h);
    }
    mem_free(signals);
}

void loop_signals_check(const reference_loop *loop)
{
    const loop_signals *signals = loop->signals;
    size_t count = 0;

    if (signals == NULL)
        return;
    for (int number = 1; number < SIGNALS_END; number++) {
        const handle *h = signals->handles[number];
        if (h == NULL)
            continue;
        RL_ASSERT(h->kind == HANDLE_WATCH);
        RL_ASSERT(atomic_load_explicit(&h->ref_count, memory_order_relaxed) > 0);
        count++;
    }
    RL_ASSERT(count == signals->count);
    RL_ASSERT(signals->handles[0] == NULL);
    RL_ASSERT(signals->inbox.wake == &loop->wake);
    (void)count;
}
