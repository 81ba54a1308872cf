/*
 * handle.h - one callback that is to run, and the pool that handles come from.
 *
 * CPython: events.Handle, events.TimerHandle, events._ThreadSafeHandle.
 *
 * Kinds:
 *
 *   none             call_soon: runs once, then its argument is dropped
 *   HANDLE_TIMER     call_at: the same, with a deadline
 *   HANDLE_WATCH     add_reader, add_writer: runs as often as it is queued;
 *                    dropped when it is cancelled or forgotten
 *   HANDLE_REPEATED  reserve_call with RL_CALL_REPEATED, a task's steps: queued
 *                    again and again, one at a time; each time it is queued
 *                    it owns its argument anew, and drops it after that run
 *   HANDLE_SHARED    call_soon_threadsafe: may be cancelled and released on
 *                    any thread; has a lock, which is held while it runs, so
 *                    that cancel is atomic against execution and waits for it
 *
 * Ownership: `ready`, `scheduled` and the selector's keys own one reference
 * for each place that a handle stands in; the user owns what _ref gave.
 *
 * Invariants
 *   - HANDLE_ARG: `arg` is not dropped yet.  Cleared before drop is called, so
 *     it happens exactly once.  A repeated handle has it while it is queued, and
 *     hands it to HANDLE_USE for the run, so that it can be queued meanwhile.
 *   - HANDLE_SLOT: the handle has a reserved slot in `ready`: a timer while it
 *     is scheduled, a watch or repeated handle while it is not queued.
 *
 * Memory: handles that are not shared are cut from slabs, which a loop keeps
 * until its memory goes; nothing is malloc'ed once a loop is warm.  A slab has
 * a free list of its own, and one that becomes empty starts afresh: after a
 * burst of timers that ended in any order, new handles lie side by side again.
 * A loop's memory lives until its last handle is gone, so a handle may always
 * look at it.  Built with RL_CHECK each handle is a block of its own, and a
 * use after the end is seen by AddressSanitizer.
 */
#ifndef RL_HANDLE_H
#define RL_HANDLE_H

#include <pthread.h>
#include <stdatomic.h>

#include "context.h"
#include "ready.h"
#include "refloop.h"

/* Kind: never changes. */
enum {
    HANDLE_TIMER = 1 << 0,
    HANDLE_WATCH = 1 << 1,
    HANDLE_SHARED = 1 << 2,
    HANDLE_INTERNAL = 1 << 3, /* the loop's own; not counted in a census */
    HANDLE_REPEATED = 1 << 4
};

/* Flags; of a shared handle, read and written with its lock held. */
enum {
    HANDLE_CANCELLED = 1 << 0,
    HANDLE_SCHEDULED = 1 << 1, /* in the heap */
    HANDLE_RUNNING = 1 << 2,
    HANDLE_ARG = 1 << 3,
    HANDLE_SLOT = 1 << 4,
    HANDLE_OBJECT = 1 << 5, /* `context` is an rl_context, else a context_map */
    HANDLE_ENTERED = 1 << 6, /* the map is in a scope of this thread meanwhile */
    HANDLE_USE = 1 << 7      /* HANDLE_REPEATED: this run has the argument to drop */
};

typedef struct handle {
    rl_handle base;
    atomic_uint ref_count; /* unshared: loaded and stored, never locked */
    uint16_t kind;
    uint16_t flags;
    const rl_call *call;
    void *arg;
    void *context; /* rl_context or context_map, owned; the empty map is NULL */
    union {
        double when_s;            /* HANDLE_TIMER */
        struct handle *next_free; /* in its slab's free list */
    } u;
} handle;

typedef struct shared_handle {
    handle base;
    pthread_mutex_t lock;       /* recursive: a callback may cancel itself */
    struct shared_handle *next; /* in the queue of other threads' handles */
} shared_handle;

typedef struct handle_slab handle_slab;

/* The part of a loop that its handles know: it comes first in the loop. */
typedef struct handle_home {
    rl_loop base;
    ready ready;
    handle_slab *slab;          /* handles are cut from this one; NULL: none yet */
    handle_slab *roomy;         /* others that have room */
    handle_slab *slabs;         /* all */
    size_t alive;               /* handles in use that are not shared */
    atomic_size_t shared_alive;
    atomic_size_t owners;       /* of the memory: the loop, and each shared handle */
    bool loop_is_gone;          /* the memory waits for its last handle */
} handle_home;

/* Zeroed memory becomes a home. */
rl_err handle_home_init(handle_home *home);
/* The loop is gone.  The memory follows with the last handle, maybe now. */
void handle_home_release(handle_home *home);

/*
 * A handle with one reference.  `context` NULL: captures a copy of the current
 * one.  On failure nothing is kept.
 */
rl_err handle_new(handle_home *home, uint16_t kind, const rl_call *call, void *arg,
                  rl_context *context, handle **out);
void handle_free(handle *h);

static inline handle *handle_ref(handle *h)
{
    if (h->kind & HANDLE_SHARED)
        atomic_fetch_add_explicit(&h->ref_count, 1, memory_order_relaxed);
    else
        atomic_store_explicit(&h->ref_count,
                              atomic_load_explicit(&h->ref_count, memory_order_relaxed) + 1,
                              memory_order_relaxed);
    return h;
}

static inline void handle_unref(handle *h)
{
    if (h->kind & HANDLE_SHARED) {
        if (atomic_fetch_sub_explicit(&h->ref_count, 1, memory_order_acq_rel) == 1)
            handle_free(h);
        return;
    }
    unsigned count = atomic_load_explicit(&h->ref_count, memory_order_relaxed) - 1;
    atomic_store_explicit(&h->ref_count, count, memory_order_relaxed);
    if (count == 0)
        handle_free(h);
}

/* Handle.cancel, without what a timer adds (loop.c).  True if it was not
 * cancelled before. */
bool handle_cancel(handle *h);
bool handle_cancelled(handle *h);
/* Drop the argument of a handle that will not run any more (close). */
void handle_forget(handle *h);
/* The same handle is queued once more, with an argument it owns again.  Whoever
 * cancelled it had seen the time before. */
static inline void handle_rearm(handle *h)
{
    h->flags = (uint16_t)((h->flags | HANDLE_ARG) & ~HANDLE_CANCELLED);
}
/* Give the argument back: the call that made the handle failed, and what it was
 * given stays the caller's. */
void handle_disarm(handle *h);
/* New reference. */
rl_err handle_get_context(handle *h, rl_context **out);

/*
 * Handle._run in two steps, because the exception handler comes between them.
 * handle_run calls the callback unless the handle is cancelled; handle_end
 * must follow.  The caller has a reference.
 */
rl_exc *handle_run(handle *h);
void handle_end(handle *h);

/* Enter and leave a handle's context; `scope` is the caller's memory.
 * RL_ERR_CONTEXT_ENTERED if it is being run already (CTX-3). */
rl_err handle_enter_context(handle *h, context_scope *scope);
void handle_leave_context(handle *h, context_scope *scope);

#endif
