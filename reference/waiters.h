/*
 * waiters.h - who waits at a primitive, and the loop that it belongs to.
 *
 * CPython: the deque of futures in each class of locks.py and queues.py, and
 * mixins._LoopBoundMixin.
 *
 * A waiter stands in the coroutine that waits: a future, made when it starts to
 * wait, and its place in a list.  Waking and leaving allocate nothing.
 */
#ifndef RL_WAITERS_H
#define RL_WAITERS_H

#include "refloop.h"

typedef struct waiters waiters;

typedef struct waiter {
    rl_future *future; /* owned; NULL: is not waiting */
    waiters *list;     /* NULL: in none (a queue takes out whom it wakes) */
    struct waiter *prev;
    struct waiter *next;
} waiter;

/* Zeroed memory is an empty list that is bound to no loop. */
struct waiters {
    waiter *first; /* who came first */
    waiter *last;
    size_t count;
};

/* The loop of a primitive: chosen at its first wait (LOCK-8). */
typedef struct loop_binding {
    rl_loop *loop; /* owned; NULL: none yet */
} loop_binding;

/* What describes a primitive in an error: Python's repr, as snprintf writes. */
typedef size_t (*waiters_repr)(const void *primitive, char *buffer, size_t size);

/* A fresh future of the running loop for `w`, which is in no list yet.  NULL, or
 * the exception: the primitive belongs to another loop, or memory is out. */
rl_exc *waiters_prepare(waiter *w, loop_binding *binding, waiters_repr repr,
                        const void *primitive);
/* To the end of the list. */
void waiters_append(waiters *list, waiter *w);
/* Out of its list, if it is in one; the future stays. */
void waiters_unlink(waiter *w);
/* Out of its list, and the future goes. */
void waiters_remove(waiter *w);
/* Set the future's result: the waiter's task goes on in the next pass. */
rl_err waiters_wake(waiter *w);
/* Have all of them been cancelled?  True for an empty list. */
bool waiters_all_cancelled(const waiters *list);
void waiters_unbind(loop_binding *binding);

/* "<asyncio.locks.NAME object at 0x... [STATE, waiters:N]>" */
size_t waiters_format(char *buffer, size_t size, const char *class_name, const void *primitive,
                      const char *state, const waiters *list);

#endif
