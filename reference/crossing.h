/*
 * crossing.h - how other threads reach a loop that may be closed meanwhile.
 *
 * CPython: call_soon_threadsafe, with `if not loop.is_closed()` before it.
 *
 *     loop's thread                          another thread
 *     -------------                          --------------
 *     crossing_init                             ...
 *     arrive  <------call_soon_threadsafe----- crossing_post
 *
 * A crossing is one call into a loop, reserved when it is made.  It is counted by
 * everyone who holds it.  What belongs to the loop's thread hangs on it until
 * that lets go of it: when the call has run, when crossing_close says so, or when
 * the loop closes.
 *
 * All crossings of a loop share a bridge.  Its lock makes "is the loop still
 * open?" and "queue the call" one step, so nobody touches a loop that was closed
 * (THR-15).  Nobody's code is called with the lock held.
 */
#ifndef RL_CROSSING_H
#define RL_CROSSING_H

#include <stdatomic.h>

#include "refloop.h"

typedef struct crossing crossing;
typedef struct crossing_bridge crossing_bridge;

typedef struct crossing_type {
    rl_exc *(*arrive)(crossing *c); /* on the loop's thread */
    void (*let_go)(crossing *c);    /* on the loop's thread, once: release what is its own */
    void (*free)(crossing *c);      /* the last reference is gone; on any thread */
} crossing_type;

/* The start of a struct. */
struct crossing {
    const crossing_type *type;
    atomic_uint ref_count;
    crossing_bridge *bridge;
    /* With the bridge's lock: */
    bool open;         /* in the bridge's list: not let go of yet */
    bool posted;       /* `handle` is queued, or was lost */
    rl_handle *handle; /* reserved; NULL where the loop cannot reserve */
    crossing *prev;
    crossing *next;
};

/* On the loop's thread.  One reference is the caller's.  After an error it is as
 * if nothing had happened, and let_go and free are not called. */
rl_err crossing_init(crossing *c, const crossing_type *type, rl_loop *loop);
crossing *crossing_ref(crossing *c); /* any thread */
void crossing_unref(crossing *c);    /* any thread */
/* Queue the call, unless it was or the loop is closed.  Any thread. */
void crossing_post(crossing *c);
/* On the loop's thread: let go of it, if that has not happened yet. */
void crossing_close(crossing *c);
/* Is the loop running on this very thread?  Any thread. */
bool crossing_is_here(crossing *c);

/* What else belongs to a loop and its other threads.  On the loop's thread. */
typedef struct crossing_shared {
    rl_executor *default_executor; /* owned; shut down without waiting at close */
    bool executor_shutdown_called;
} crossing_shared;
rl_err crossing_get_shared(rl_loop *loop, crossing_shared **out);

#endif
