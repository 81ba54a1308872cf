/*
 * to_thread.c - run a job in the default executor, in the caller's context.
 *
 * CPython: threads.to_thread.
 */
#include "exc.h"
#include "mem.h"
#include "steps.h"

/* The job as the executor gets it. */
typedef struct call {
    rl_job job;
    void *arg;
    void (*drop)(void *arg);
    rl_context *context;
} call;

typedef struct to_thread {
    steps frame;
    call *call; /* NULL: the executor has it */
} to_thread;

enum { WAITING = 1 };

static const steps_type to_thread_type;

rl_err rl_to_thread(rl_job job, void *arg, void (*drop)(void *arg), rl_coro **out)
{
    to_thread *self;
    call *made = mem_alloc(sizeof *made);
    if (made == NULL)
        return RL_ERR_NO_MEMORY;
    rl_err err = coro_new(&to_thread_type.coro, &self);
    if (err != RL_OK) {
        mem_free(made);
        return err;
    }
    *made = (call){.job = job, .arg = arg, .drop = drop};
    self->call = made;
    *out = &self->frame.coro.base;
    return RL_OK;
}

/* CPython: Context.run. */
static rl_exc *call_run(void *arg, rl_value *result)
{
    call *c = arg;
    rl_err err = rl_context_enter(c->context);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_exc *exc = c->job(c->arg, result);
    err = rl_context_exit(c->context);
    return exc == NULL && err != RL_OK ? rl_exc_from_err(err) : exc;
}

static void call_drop(void *arg)
{
    call *c = arg;

    if (c->drop != NULL)
        c->drop(c->arg);
    rl_context_unref(c->context);
    mem_free(c);
}

static void to_thread_run(steps *frame, rl_exc *raised)
{
    to_thread *self = (to_thread *)frame;
    rl_future *future = NULL;

    if (frame->coro.state == WAITING) {
        rl_value result = frame->value;
        frame->value = value_none();
        steps_end(frame, raised, result);
        return;
    }
    rl_loop *loop = rl_get_running_loop();
    rl_err err = loop == NULL ? RL_ERR_NO_RUNNING_LOOP : RL_OK;
    if (err == RL_OK)
        err = rl_context_copy_current(&self->call->context); /* CTX-10 */
    if (err == RL_OK)
        err = rl_loop_run_in_executor(loop, NULL, call_run, self->call, call_drop, &future);
    if (err != RL_OK) {
        steps_raise(frame, rl_exc_from_err(err));
        return;
    }
    self->call = NULL;
    steps_await(frame, future, WAITING);
    rl_future_unref(future);
}

static void to_thread_drop(steps *frame)
{
    to_thread *self = (to_thread *)frame;

    if (self->call != NULL)
        call_drop(self->call);
}

static const steps_type to_thread_type = {
    {sizeof(to_thread), steps_run, steps_fini, "to_thread"}, to_thread_run, to_thread_drop};
