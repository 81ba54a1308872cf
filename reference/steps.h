/*
 * steps.h - coroutines of the library that wait in several places.
 *
 * CPython: async def functions.  coro.h is below; here the waiting is done for the
 * coroutine, so that its function reads like the Python one in pieces:
 *
 *     async def acquire(self):       static void run(steps *self, rl_exc *raised)
 *         ...                            state 0:  ... steps_await(self, fut, WOKEN);
 *         await fut
 *         ...                            state WOKEN: `raised`, or self->value
 *         return True                              steps_return(self, rl_number(1));
 *
 * `run` is called to begin (state 0), and then after each wait with what the wait
 * raised (taken; NULL: nothing, and self->value is its result).  Each call ends
 * with exactly one of steps_return, _raise, _end, _await and _await_coro.
 */
#ifndef RL_STEPS_H
#define RL_STEPS_H

#include "coro.h"

typedef struct steps steps;

/* `coro` is {sizeof the struct, steps_run, steps_fini, Python's __qualname__}. */
typedef struct steps_type {
    coro_type coro;
    void (*run)(steps *self, rl_exc *raised);
    void (*drop)(steps *self); /* let go of what the struct holds; once */
} steps_type;

enum steps_next { STEPS_OVER, STEPS_FUTURE, STEPS_CORO };

/* The start of each such coroutine; made with coro_new. */
struct steps {
    coro_frame coro; /* its state: where it goes on; 0: at its beginning */
    rl_value value;  /* what the wait gave; whoever takes it leaves value_none() */
    /* steps.c's own: */
    enum steps_next next; /* what the last call of `run` came to */
    rl_value result;      /* STEPS_OVER */
    rl_exc *exc;
    coro_wait wait;       /* STEPS_FUTURE */
    rl_coro *inner;       /* STEPS_CORO */
    rl_exc *handled;      /* what an except or finally block handles */
};

void steps_run(coro_frame *base, rl_exc *thrown, rl_step *out);
void steps_fini(coro_frame *base);

void steps_return(steps *self, rl_value value); /* taken */
void steps_raise(steps *self, rl_exc *exc);     /* taken */
/* Raise `exc` if there is one, else return `value`; both are taken. */
void steps_end(steps *self, rl_exc *exc, rl_value value);
/* Wait for `future` (borrowed) and go on at `state`. */
void steps_await(steps *self, rl_future *future, int state);
/* Wait for `coro` (taken), which begins now.  `err`: if it could not be made, that
 * is what the wait raises. */
void steps_await_coro(steps *self, rl_err err, rl_coro *coro, int state);

/* From here on `exc` is being handled (borrowed; NULL: nothing), as in an except
 * or finally block: it becomes the context of what waits raise. */
void steps_handle(steps *self, rl_exc *exc);
/* What is raised if, while `exc` (taken, may be NULL) is, `err` comes up as well:
 * the exception of `err`, with `exc` as its context; `exc` if that is RL_OK. */
rl_exc *steps_chain(rl_exc *exc, rl_err err);

#endif
