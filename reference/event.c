/*
 * event.c - a flag that tasks wait for.
 *
 * CPython: locks.Event.
 */
#include "mem.h"
#include "steps.h"
#include "waiters.h"

struct rl_event {
    uint32_t ref_count;
    bool value;
    waiters waiters;
    loop_binding binding;
};

typedef struct wait {
    steps frame;
    rl_event *event;
    waiter waiter;
} wait;

static const steps_type wait_type;

rl_err rl_event_new(rl_event **out)
{
    rl_event *event = mem_alloc(sizeof *event);
    if (event == NULL)
        return RL_ERR_NO_MEMORY;
    *event = (rl_event){.ref_count = 1};
    *out = event;
    return RL_OK;
}

rl_event *rl_event_ref(rl_event *event)
{
    event->ref_count++;
    return event;
}

void rl_event_unref(rl_event *event)
{
    if (event == NULL || --event->ref_count > 0)
        return;
    waiters_unbind(&event->binding);
    mem_free(event);
}

bool rl_event_is_set(const rl_event *event)
{
    return event->value;
}

size_t rl_event_repr(const rl_event *event, char *buffer, size_t size)
{
    return waiters_format(buffer, size, "Event", event, event->value ? "set" : "unset",
                          &event->waiters);
}

static size_t repr(const void *event, char *buffer, size_t size)
{
    return rl_event_repr(event, buffer, size);
}

/* EVT-2, EVT-3: they are woken now, whatever becomes of the flag.  EVT-4: nobody waits at
 * an event that is set.  EVT-5: who is done already stays as it is.  EVT-6: all go on in
 * the next pass. */
rl_err rl_event_set(rl_event *event)
{
    rl_err err = RL_OK;

    if (event->value)
        return RL_OK;
    event->value = true;
    for (waiter *w = event->waiters.first; w != NULL && err == RL_OK; w = w->next)
        if (!rl_future_done(w->future))
            err = waiters_wake(w);
    return err;
}

void rl_event_clear(rl_event *event)
{
    event->value = false;
}

/* ---- Waiting -------------------------------------------------------------- */

enum { WAITING = 1 };

rl_err rl_event_wait(rl_event *event, rl_coro **out)
{
    wait *self;
    rl_err err = coro_new(&wait_type.coro, &self);
    if (err != RL_OK)
        return err;
    self->event = rl_event_ref(event);
    *out = &self->frame.coro.base;
    return RL_OK;
}

static void wait_run(steps *frame, rl_exc *raised)
{
    wait *self = (wait *)frame;
    rl_event *event = self->event;

    if (frame->coro.state == WAITING) {
        waiters_remove(&self->waiter);
        steps_end(frame, raised, rl_number(1));
        return;
    }
    if (event->value) { /* EVT-1 */
        steps_return(frame, rl_number(1));
        return;
    }
    rl_exc *exc = waiters_prepare(&self->waiter, &event->binding, repr, event);
    if (exc != NULL) {
        steps_raise(frame, exc);
        return;
    }
    waiters_append(&event->waiters, &self->waiter);
    steps_await(frame, self->waiter.future, WAITING);
}

static void wait_drop(steps *frame)
{
    wait *self = (wait *)frame;

    waiters_remove(&self->waiter);
    rl_event_unref(self->event);
}

static const steps_type wait_type = {{sizeof(wait), steps_run, steps_fini, "Event.wait"},
    wait_run, wait_drop};
