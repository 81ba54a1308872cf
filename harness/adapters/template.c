/*
 * template.c - the smallest adapter there is: callbacks, timers, run, stop, close.
 *
 * Copy it, put your loop in the place of the list of timers and of poll, and add the
 * groups that your loop has (spec/adapters.md says how).  What is left out here, threads
 * and descriptors, is declared missing: its scenarios are UNSUPPORTED, and none fails
 * for it.
 *
 *     cc -fPIC -shared -o mine.so mine.c -lmine && aiospec run lib:./mine.so READY TIMER STOP
 */
#include <math.h>
#include <poll.h>
#include <stdlib.h>

#include "adapter.h"

/* What a native loop would have: a timer, */
typedef struct my_timer {
    rl_adapter_handle *handle;
    struct my_timer *next;
} my_timer;

/* and itself. */
typedef struct my_loop {
    rl_adapter_loop kit; /* first */
    my_timer *timers;    /* by deadline, and by age where that is equal */
    bool over;
} my_loop;

static my_loop *of(rl_loop *loop)
{
    return (my_loop *)loop;
}

/* ---- What adapter.h asks for ---- */

static void queued(rl_loop *loop)
{
    (void)loop; /* wait_for_work looks at the queue itself */
}

static void leave(rl_loop *loop)
{
    of(loop)->over = true;
}

static rl_err start_timer(rl_adapter_handle *handle)
{
    my_timer *timer = malloc(sizeof *timer);
    if (timer == NULL)
        return RL_ERR_NO_MEMORY;
    my_timer **at = &of(handle->base.loop)->timers;
    while (*at != NULL && (*at)->handle->when_s <= handle->when_s)
        at = &(*at)->next;
    *timer = (my_timer){.handle = handle, .next = *at};
    *at = timer;
    handle->native = timer;
    return RL_OK;
}

static void stop_timer(rl_adapter_handle *handle)
{
    my_timer **at = &of(handle->base.loop)->timers;
    while (*at != handle->native)
        at = &(*at)->next;
    *at = (*at)->next;
    free(handle->native);
}

static void close_native(rl_loop *loop)
{
    (void)loop; /* nothing is left to release */
}

/* ---- The loop ---- */

static void wait_for_work(my_loop *self)
{
    double timeout_ms = -1;
    if (rl_adapter_has_queued(&self->kit.base) || self->kit.stopping)
        timeout_ms = 0;
    else if (self->timers != NULL)
        timeout_ms = (self->timers->handle->when_s - rl_adapter_time(&self->kit.base)) * 1e3;
    if (self->timers != NULL) /* a negative timeout would wait for ever */
        timeout_ms = fmin(fmax(ceil(timeout_ms), 0), 1e9);
    poll(NULL, 0, (int)timeout_ms);
}

static void queue_due_timers(my_loop *self)
{
    double end_s = rl_adapter_time(&self->kit.base) + 1e-9; /* a tick of grace */
    while (self->timers != NULL && self->timers->handle->when_s < end_s)
        rl_adapter_queue_timer(self->timers->handle);
}

static rl_err run(rl_loop *loop)
{
    my_loop *self = of(loop);
    for (self->over = false; !self->over;) {
        wait_for_work(self);
        queue_due_timers(self);
        rl_adapter_run_queued(loop);
    }
    return RL_OK;
}

static const rl_adapter_native native = {
    .queued = queued,
    .leave = leave,
    .run = run,
    .start_timer = start_timer,
    .stop_timer = stop_timer,
    .close = close_native,
};

static rl_err new_loop(rl_loop **out)
{
    my_loop *self = rl_adapter_new(sizeof *self, &native);
    *out = (rl_loop *)self;
    return self == NULL ? RL_ERR_NO_MEMORY : RL_OK;
}

const rl_loop_ops rl_adapter_ops = {
    RL_ADAPTER_OPS("template"),
    .new_loop = new_loop,
    .time = rl_adapter_time,
};
