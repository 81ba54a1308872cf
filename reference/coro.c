/* coro.c - coroutine objects, and the library's own.  See coro.h. */
#include "coro.h"

#include <string.h>

#include "exc.h"
#include "mem.h"

/* ---- Any coroutine -------------------------------------------------------- */

rl_coro *rl_coro_ref(rl_coro *coro)
{
    coro->ref_count++;
    return coro;
}

void rl_coro_unref(rl_coro *coro)
{
    if (coro != NULL && --coro->ref_count == 0)
        coro->ops->free(coro);
}

void rl_coro_resume(rl_coro *coro, rl_exc *thrown, rl_step *out)
{
    *out = (rl_step){0};
    coro->ops->resume(coro, thrown, out);
}

rl_exc *rl_coro_close(rl_coro *coro)
{
    return coro->ops->close(coro);
}

/* ---- The library's own ---------------------------------------------------- */

void coro_return(rl_step *out, rl_value value)
{
    *out = (rl_step){.kind = RL_STEP_RETURN, .value = value};
}

void coro_raise(rl_step *out, rl_exc *exc)
{
    *out = (rl_step){.kind = RL_STEP_RAISE, .exc = exc};
}

static void end(coro_frame *self)
{
    if (self->ended)
        return;
    self->ended = true;
    if (self->type->fini != NULL)
        self->type->fini(self);
}

static void resume(rl_coro *base, rl_exc *thrown, rl_step *out)
{
    coro_frame *self = (coro_frame *)base;

    if (self->ended || self->running) { /* TASK-39 */
        rl_exc_unref(thrown);
        coro_raise(out, rl_exc_from_err(self->ended ? RL_ERR_CORO_REUSED : RL_ERR_CORO_RUNNING));
        return;
    }
    if (!self->begun && thrown != NULL) {
        end(self);
        coro_raise(out, thrown);
        return;
    }
    rl_coro_ref(base);
    self->begun = self->running = true;
    self->type->run(self, thrown, out);
    self->running = false;
    if (out->kind == RL_STEP_RETURN || out->kind == RL_STEP_RAISE)
        end(self);
    rl_coro_unref(base);
}

static void step_drop(rl_step *step)
{
    value_unref(step->value);
    rl_exc_unref(step->exc);
    rl_future_unref(step->future);
}

static rl_exc *close_it(rl_coro *base)
{
    coro_frame *self = (coro_frame *)base;
    rl_step step = {0};

    if (self->running)
        return rl_exc_from_err(RL_ERR_CORO_RUNNING);
    if (!self->begun || self->ended) {
        end(self);
        return NULL;
    }
    resume(base, rl_exc_from_err(RL_ERR_GENERATOR_EXIT), &step);
    rl_exc *raised = step.kind == RL_STEP_RAISE ? rl_exc_ref(step.exc) : NULL;
    bool left = step.kind == RL_STEP_RETURN || step.kind == RL_STEP_RAISE;
    step_drop(&step);
    if (!left)
        return rl_exc_from_err(RL_ERR_CORO_IGNORED_EXIT);
    if (raised == NULL || rl_exc_get_kind(raised) != RL_EXC_GENERATOR_EXIT)
        return raised;
    rl_exc_unref(raised);
    return NULL;
}

/* TASK-47: one that waits is closed first, as a Python coroutine is. */
static void free_it(rl_coro *base)
{
    coro_frame *self = (coro_frame *)base;

    base->ref_count = 1;
    if (self->begun && !self->ended)
        rl_exc_unref(close_it(base));
    end(self);
    mem_free(self);
}

static size_t repr(rl_coro *base, char *buffer, size_t size)
{
    const char *name = ((coro_frame *)base)->type->name;
    size_t length = strlen(name);
    if (size > 0) {
        size_t kept = length < size ? length : size - 1;
        memcpy(buffer, name, kept);
        buffer[kept] = '\0';
    }
    return length;
}

static const rl_coro_ops ops = {.resume = resume, .close = close_it, .free = free_it, .repr = repr};

rl_err coro_new(const coro_type *type, void *out)
{
    coro_frame *self = mem_alloc(type->size);
    if (self == NULL)
        return RL_ERR_NO_MEMORY;
    memset(self, 0, type->size);
    self->base = (rl_coro){.ops = &ops, .ref_count = 1};
    self->type = type;
    *(coro_frame **)out = self;
    return RL_OK;
}

/* ---- Awaiting ------------------------------------------------------------- */

/* FUT-13, TASK-4: what is done does not leave the step.  FUT-14.  CPython: Future.__await__. */
bool coro_await_future(coro_wait *wait, rl_exc *thrown, rl_step *out, rl_exc **exc,
                       rl_value *value)
{
    *exc = NULL;
    if (wait->waits) {
        wait->waits = false;
        if (thrown != NULL) {
            *exc = thrown;
            return true;
        }
        if (!rl_future_done(wait->future)) {
            *exc = rl_exc_from_err(RL_ERR_AWAIT_NOT_USED);
            return true;
        }
    } else if (!rl_future_done(wait->future)) {
        wait->waits = true;
        *out = (rl_step){.kind = RL_STEP_AWAIT, .future = rl_future_ref(wait->future)};
        return false;
    }
    rl_value result;
    *exc = rl_future_result(wait->future, &result);
    if (*exc == NULL) {
        value_ref(result);
        *value = result;
    }
    return true;
}

/* TASK-6: the inner one is resumed from here, and the loop has no part in it. */
bool coro_await_coro(rl_coro *inner, rl_exc *thrown, rl_step *out, rl_exc **exc, rl_value *value)
{
    *exc = NULL;
    /* A GeneratorExit is not passed on: the inner one is closed by itself. */
    if (thrown != NULL && rl_exc_get_kind(thrown) == RL_EXC_GENERATOR_EXIT) {
        *exc = rl_coro_close(inner);
        if (*exc == NULL)
            *exc = thrown;
        else
            rl_exc_unref(thrown);
        return true;
    }
    rl_coro_resume(inner, thrown, out);
    if (out->kind == RL_STEP_RETURN) {
        *value = out->value;
        return true;
    }
    if (out->kind == RL_STEP_RAISE) {
        *exc = out->exc;
        return true;
    }
    return false;
}

typedef struct await_future {
    coro_frame coro;
    coro_wait wait;
} await_future;

static void run_await_future(coro_frame *base, rl_exc *thrown, rl_step *out)
{
    await_future *self = (await_future *)base;
    rl_exc *exc;
    rl_value value;

    if (!coro_await_future(&self->wait, thrown, out, &exc, &value))
        return;
    if (exc != NULL)
        coro_raise(out, exc);
    else
        coro_return(out, value);
}

static void fini_await_future(coro_frame *base)
{
    rl_future_unref(((await_future *)base)->wait.future);
}

rl_err rl_coro_await_future(rl_future *future, rl_coro **out)
{
    static const coro_type type = {sizeof(await_future), run_await_future, fini_await_future,
                                   "await_future"};
    await_future *self;
    rl_err err = coro_new(&type, &self);
    if (err != RL_OK)
        return err;
    self->wait.future = rl_future_ref(future);
    *out = &self->coro.base;
    return RL_OK;
}
