/*
 * coro.h - coroutines that the library writes itself, as state machines.
 *
 * CPython: async def functions.
 *
 * Such a coroutine is a struct that starts with a coro_frame, and a coro_type whose
 * `run` goes on from `state`: a switch whose cases are the places where it may
 * have been left.  What it waits for, it waits for with coro_await_future and
 * coro_await_coro: they say false and have filled in the step when it has to be
 * left, and true when the awaited thing is over.
 *
 *     case WAITING:
 *         if (!coro_await_future(&self->wait, thrown, out, &exc, &value))
 *             return;
 *
 * `thrown` is taken by whichever of the two it is given to.
 */
#ifndef RL_CORO_H
#define RL_CORO_H

#include "reftask.h"

struct coro_frame;

typedef struct coro_type {
    size_t size;
    void (*run)(struct coro_frame *self, rl_exc *thrown, rl_step *out);
    /* Release what the struct owns: at its end, or when it is dropped before. */
    void (*fini)(struct coro_frame *self);
    const char *name;
} coro_type;

typedef struct coro_frame {
    rl_coro base;
    const coro_type *type;
    int state; /* 0: not begun */
    bool begun;
    bool running;
    bool ended;
} coro_frame;

/* A future being awaited. */
typedef struct coro_wait {
    rl_future *future; /* owned by whoever put it here */
    bool waits;        /* the coroutine has been left for it */
} coro_wait;

/* Zeroed memory of type->size.  *out receives the struct. */
rl_err coro_new(const coro_type *type, void *out);

/* *exc: new reference, what awaiting it raised; or *value: new owner, its result. */
bool coro_await_future(coro_wait *wait, rl_exc *thrown, rl_step *out, rl_exc **exc,
                       rl_value *value);
bool coro_await_coro(rl_coro *inner, rl_exc *thrown, rl_step *out, rl_exc **exc, rl_value *value);

/* The last step.  Taken. */
void coro_return(rl_step *out, rl_value value);
void coro_raise(rl_step *out, rl_exc *exc);

#endif
