/*
 * concurrent.h - futures that any thread may use, from inside.
 *
 * CPython: concurrent.futures.Future.
 *
 *     PENDING --begin--> RUNNING --finish--> FINISHED
 *        '----cancel--> CANCELLED
 *
 * Invariant: one that is done has no callbacks in its list.  They run on the
 * thread that completed it, with no lock held, or at once if it is done.
 */
#ifndef RL_CONCURRENT_H
#define RL_CONCURRENT_H

#include "reftask.h"

typedef struct concurrent_callback concurrent_callback;

/* Its memory is whoever's who adds it, and stays until one of these is called: */
struct concurrent_callback {
    void (*run)(concurrent_callback *callback, rl_concurrent *future);
    void (*drop)(concurrent_callback *callback); /* the future goes without being done */
    concurrent_callback *next;
};

rl_err concurrent_new(rl_concurrent **out);
void concurrent_add_callback(rl_concurrent *future, concurrent_callback *callback);
/* False: it was cancelled.  CPython: set_running_or_notify_cancel */
bool concurrent_begin(rl_concurrent *future);
/* It must have begun.  The exception, or else the result; both are taken. */
void concurrent_finish(rl_concurrent *future, rl_exc *exc, rl_value result);
/* Of one that is done and was not cancelled; borrowed.  *exc NULL: *result. */
void concurrent_outcome(rl_concurrent *future, rl_exc **exc, rl_value *result);

#endif
