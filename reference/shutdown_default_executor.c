/*
 * shutdown_default_executor.c - the coroutines that end a loop's life: wait for
 * its default executor, close its asynchronous generators.
 *
 * CPython: BaseEventLoop.shutdown_default_executor, _do_shutdown,
 * shutdown_asyncgens.
 *
 * Waiting for threads blocks, so another thread does it: the only one of an
 * executor of its own, which so completes a future of this loop.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "exc.h"
#include "executor.h"
#include "log.h"
#include "steps.h"

typedef struct shutdown {
    steps frame;
    rl_loop *loop;
    double timeout_s;
    rl_executor *executor; /* the default one */
    rl_executor *joiner;
    rl_timeout *timeout;
} shutdown;

enum { WAITING = 1 };

static rl_exc *start(shutdown *self, rl_future **out);
static void joined(shutdown *self, rl_exc *raised);
static const steps_type shutdown_type;

rl_err rl_loop_shutdown_default_executor(rl_loop *loop, double timeout_s, rl_coro **out)
{
    shutdown *self;
    rl_err err = coro_new(&shutdown_type.coro, &self);
    if (err != RL_OK)
        return err;
    self->loop = rl_loop_ref(loop);
    self->timeout_s = timeout_s;
    *out = &self->frame.coro.base;
    return RL_OK;
}

static void shutdown_run(steps *frame, rl_exc *raised)
{
    shutdown *self = (shutdown *)frame;
    rl_future *future = NULL;

    if (frame->coro.state == WAITING) {
        joined(self, raised);
        return;
    }
    rl_err err = executor_retire_default(self->loop, &self->executor);
    if (err != RL_OK || self->executor == NULL) {
        steps_end(frame, err == RL_OK ? NULL : rl_exc_from_err(err), value_none());
        return;
    }
    rl_exc *exc = start(self, &future);
    if (exc != NULL) {
        steps_raise(frame, exc);
        return;
    }
    steps_await(frame, future, WAITING);
    rl_future_unref(future);
}

static rl_exc *join_executor(void *executor, rl_value *result)
{
    rl_executor_shutdown(executor, true);
    *result = value_none();
    return NULL;
}

static void drop_executor(void *executor)
{
    rl_executor_unref(executor);
}

static rl_err start_joiner(shutdown *self, rl_future **out)
{
    rl_err err = rl_executor_new(1, "shutdown", &self->joiner);
    if (err != RL_OK)
        return err;
    rl_executor_ref(self->executor);
    err = rl_loop_run_in_executor(self->loop, self->joiner, join_executor, self->executor,
                                  drop_executor, out);
    if (err != RL_OK)
        rl_executor_unref(self->executor);
    return err;
}

/* The timeout begins when the thread has started. */
static rl_exc *start(shutdown *self, rl_future **out)
{
    rl_future *future;

    rl_err err = start_joiner(self, &future);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    double when_s = isnan(self->timeout_s) ? NAN : rl_loop_time(self->loop) + self->timeout_s;
    err = rl_timeout_new(when_s, &self->timeout);
    rl_exc *exc = err != RL_OK ? rl_exc_from_err(err) : rl_timeout_enter(self->timeout);
    if (exc != NULL) {
        rl_future_unref(future);
        return exc;
    }
    *out = future;
    return NULL;
}

/* THR-11. */
static void joined(shutdown *self, rl_exc *raised)
{
    char text[120];
    rl_exc *instead = rl_timeout_exit(self->timeout, raised);

    if (instead != NULL) {
        rl_exc_unref(raised);
        raised = instead;
    }
    /* CPython joins the thread here.  It is about to end, and needs nothing of
     * ours; who holds a lock that other threads need to end must not wait. */
    if (raised == NULL) {
        steps_return(&self->frame, value_none());
        return;
    }
    if (strcmp(rl_exc_class(raised), "TimeoutError") != 0) {
        steps_raise(&self->frame, raised);
        return;
    }
    rl_exc_unref(raised);
    snprintf(text, sizeof text, "The executor did not finishing joining its threads within %.17g "
                                "seconds.",
             self->timeout_s);
    log_write(RL_LOG_RUNTIME_WARNING, text, NULL);
    rl_executor_shutdown(self->executor, false);
    steps_return(&self->frame, value_none());
}

static void shutdown_drop(steps *frame)
{
    shutdown *self = (shutdown *)frame;

    if (self->timeout != NULL)
        rl_timeout_unref(self->timeout);
    rl_executor_unref(self->joiner);
    rl_executor_unref(self->executor);
    rl_loop_unref(self->loop);
}

static const steps_type shutdown_type = {
    {sizeof(shutdown), steps_run, steps_fini, "BaseEventLoop.shutdown_default_executor"},
    shutdown_run,
    shutdown_drop};

/* ---- Asynchronous generators: there are none ------------------------------ */

static void asyncgens_run(steps *frame, rl_exc *raised)
{
    steps_end(frame, raised, value_none());
}

static void asyncgens_drop(steps *frame)
{
    (void)frame;
}

rl_err rl_loop_shutdown_asyncgens(rl_loop *loop, rl_coro **out)
{
    static const steps_type type = {
        {sizeof(steps), steps_run, steps_fini, "BaseEventLoop.shutdown_asyncgens"},
        asyncgens_run,
        asyncgens_drop};
    steps *self;

    (void)loop;
    rl_err err = coro_new(&type.coro, &self);
    if (err == RL_OK)
        *out = &self->coro.base;
    return err;
}
