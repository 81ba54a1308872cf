/*
 * actors.h - tasks for the unit tests of what tasks wait at.
 *
 * An actor goes through a list of acts, one after the other, and says in the
 * trace how each ended: "a:lock", or "a:lock!CancelledError", which also ends
 * the actor unless the act is stubborn.
 */
#ifndef TESTS_ACTORS_H
#define TESTS_ACTORS_H

#include "../exc.h"
#include "../steps.h"
#include "world.h"

/* Starts something: *out receives what to wait for, or stays NULL. */
typedef struct act {
    const char *label; /* NULL: the last */
    rl_exc *(*start)(rl_coro **out);
    bool stubborn;
} act;

typedef struct actor {
    steps frame;
    const char *name;
    const act *next;
} actor;

static inline rl_exc *exc_of(rl_err err)
{
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

/* What the last stubborn act raised; NULL: nothing. */
static rl_exc *last_raised;

static inline void set_last_raised(rl_exc *exc)
{
    rl_exc_unref(last_raised);
    last_raised = exc;
}

static inline void actor_say(const actor *a, const act *done, const rl_exc *exc)
{
    char text[100];
    snprintf(text, sizeof text, "%s:%s%s%s", a->name, done->label, exc == NULL ? "" : "!",
             exc == NULL ? "" : rl_exc_class(exc));
    trace(text);
}

static inline void actor_run(steps *frame, rl_exc *raised)
{
    actor *a = (actor *)frame;
    bool waited = frame->coro.state != 0;

    for (;;) {
        if (waited) {
            const act *done = a->next++;
            actor_say(a, done, raised);
            if (raised != NULL && !done->stubborn) {
                steps_raise(frame, raised);
                return;
            }
            if (done->stubborn)
                set_last_raised(raised);
        }
        if (a->next->label == NULL) {
            steps_return(frame, rl_number(7));
            return;
        }
        rl_coro *inner = NULL;
        raised = a->next->start(&inner);
        if (inner != NULL) {
            steps_await_coro(frame, RL_OK, inner, 1);
            return;
        }
        waited = true;
    }
}

static inline void actor_drop(steps *frame)
{
    (void)frame;
}

static inline rl_err actor_new(const char *name, const act *acts, rl_coro **out)
{
    static const steps_type type = {{sizeof(actor), steps_run, steps_fini, "actor"},
                                    actor_run,
                                    actor_drop};
    actor *a;
    rl_err err = coro_new(&type.coro, &a);
    if (err != RL_OK)
        return err;
    a->name = name;
    a->next = acts;
    *out = &a->frame.coro.base;
    return RL_OK;
}

/* A task; new reference.  NULL: no memory. */
static inline rl_future *try_act(const char *name, const act *acts)
{
    rl_coro *coro;
    rl_future *task;

    if (actor_new(name, acts, &coro) != RL_OK)
        return NULL;
    rl_exc *exc = rl_task_new(world.loop, coro, NULL, &task);
    rl_exc_unref(exc);
    return exc == NULL ? task : NULL;
}

static inline rl_future *start_actor(const char *name, const act *acts)
{
    rl_future *task = try_act(name, acts);
    ck_assert_ptr_nonnull(task);
    return task;
}

/* Release a task whatever became of it. */
static inline void forget(rl_future *task)
{
    rl_exc *exc = NULL;

    if (task == NULL)
        return;
    if (!rl_future_done(task))
        rl_task_abandon(rl_future_task(task));
    else if (!rl_future_cancelled(task))
        ck_assert_ptr_null(rl_future_exception(task, &exc));
    rl_task_set_log_destroy_pending(rl_future_task(task), false);
    rl_future_unref(task);
}

static inline void cancel(rl_future *task)
{
    ck_assert(rl_future_cancel(task, value_none()));
}

/* `count` passes. */
static inline void passes(int count)
{
    while (count-- > 0)
        ck_assert_ptr_null(pass());
}

#endif
