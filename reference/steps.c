/* steps.c - coroutines of the library that wait in several places.  See steps.h. */
#include "steps.h"

#include "assert.h"
#include "exc.h"

static bool wait_is_over(steps *self, rl_exc *thrown, rl_step *out, rl_exc **raised);
static void set_context(rl_exc *exc, rl_exc *context);

void steps_run(coro_frame *base, rl_exc *thrown, rl_step *out)
{
    steps *self = (steps *)base;
    const steps_type *type = (const steps_type *)base->type;
    rl_exc *raised = thrown;

    /* Not begun: there is nothing to wait for yet. */
    if (self->next != STEPS_OVER && !wait_is_over(self, thrown, out, &raised))
        return;
    for (;;) {
        if (raised != NULL && self->handled != NULL)
            set_context(raised, self->handled);
        self->next = STEPS_OVER;
        type->run(self, raised);
        if (self->next == STEPS_OVER)
            break;
        if (!wait_is_over(self, NULL, out, &raised))
            return;
    }
    rl_exc *exc = self->exc;
    self->exc = NULL;
    if (exc != NULL) {
        coro_raise(out, exc);
        return;
    }
    rl_value result = self->result;
    self->result = value_none();
    coro_return(out, result);
}

/* Go on waiting.  False: *out says for what.  True: *raised, or self->value. */
static bool wait_is_over(steps *self, rl_exc *thrown, rl_step *out, rl_exc **raised)
{
    rl_value value = value_none();

    if (self->exc != NULL) { /* the inner coroutine could not be made */
        *raised = self->exc;
        self->exc = NULL;
        return true;
    }
    if (self->next == STEPS_FUTURE) {
        if (!coro_await_future(&self->wait, thrown, out, raised, &value))
            return false;
        rl_future *future = self->wait.future;
        self->wait.future = NULL;
        rl_future_unref(future);
    } else {
        if (!coro_await_coro(self->inner, thrown, out, raised, &value))
            return false;
        rl_coro *inner = self->inner;
        self->inner = NULL;
        rl_coro_unref(inner);
    }
    rl_value before = self->value;
    self->value = value;
    value_unref(before);
    return true;
}

void steps_fini(coro_frame *base)
{
    steps *self = (steps *)base;

    rl_coro_unref(self->inner);
    self->inner = NULL;
    rl_future_unref(self->wait.future);
    self->wait.future = NULL;
    rl_exc_unref(self->handled);
    self->handled = NULL;
    rl_value value = self->value;
    self->value = value_none();
    value_unref(value);
    ((const steps_type *)base->type)->drop(self);
}

/* ---- What `run` ends with ------------------------------------------------- */

void steps_return(steps *self, rl_value value)
{
    self->next = STEPS_OVER;
    self->result = value;
}

void steps_raise(steps *self, rl_exc *exc)
{
    self->next = STEPS_OVER;
    self->exc = exc;
}

void steps_end(steps *self, rl_exc *exc, rl_value value)
{
    if (exc == NULL) {
        steps_return(self, value);
        return;
    }
    value_unref(value);
    steps_raise(self, exc);
}

void steps_await(steps *self, rl_future *future, int state)
{
    RL_ASSERT(self->wait.future == NULL);
    self->next = STEPS_FUTURE;
    self->wait = (coro_wait){.future = rl_future_ref(future)};
    self->coro.state = state;
}

void steps_await_coro(steps *self, rl_err err, rl_coro *coro, int state)
{
    RL_ASSERT(self->inner == NULL);
    self->next = STEPS_CORO;
    self->coro.state = state;
    if (err == RL_OK)
        self->inner = coro;
    else
        self->exc = rl_exc_from_err(err);
}

/* ---- Exceptions while another one is handled ------------------------------ */

void steps_handle(steps *self, rl_exc *exc)
{
    rl_exc *before = self->handled;

    self->handled = exc == NULL ? NULL : rl_exc_ref(exc);
    rl_exc_unref(before);
}

rl_exc *steps_chain(rl_exc *exc, rl_err err)
{
    if (err == RL_OK)
        return exc;
    rl_exc *raised = rl_exc_from_err(err);
    if (exc != NULL)
        set_context(raised, exc);
    rl_exc_unref(exc);
    return raised;
}

/* CPython: _PyErr_SetObject, which cuts a chain that would become a circle. */
static void set_context(rl_exc *exc, rl_exc *context)
{
    if (exc == context)
        return;
    rl_exc *link = rl_exc_ref(context);
    while (link != NULL && link != exc) {
        rl_exc *next = rl_exc_context_of(link);
        if (next == exc)
            rl_exc_set_context(link, NULL);
        rl_exc_unref(link);
        link = next;
    }
    rl_exc_unref(link);
    rl_exc_set_context(exc, context);
}
