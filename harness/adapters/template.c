/*
 * template.c - the smallest adapter there is: callbacks, timers, run, stop, close.
 *
 * Copy it, put your loop in the place of the list of timers and of poll, and add the
 * groups that your loop has (refloop.h, struct rl_loop_ops).  What is left out here is
 * declared missing: its scenarios are UNSUPPORTED, and none fails for it.
 *
 *     cc -fPIC -shared -o mine.so mine.c -lmine && aiospec run lib:./mine.so READY TIMER STOP
 */
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>

#include "adapter.h"

typedef struct my_loop {
    rl_adapter_loop kit;       /* first */
    rl_adapter_queue ready;    /* what call_soon was given */
    rl_adapter_handle *timers; /* by deadline, and by age where that is equal */
    bool stopping;
} my_loop;

static my_loop *of(rl_loop *loop)
{
    return (my_loop *)loop;
}

static double now_s(rl_loop *loop)
{
    struct timespec now;
    (void)loop;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static rl_err call_soon(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                        rl_handle **out)
{
    rl_adapter_handle *handle;
    rl_err err = rl_adapter_handle_new(loop, call, arg, context, NAN, out, &handle);
    if (err == RL_OK)
        rl_adapter_push(&of(loop)->ready, handle);
    return err;
}

static void remove_timer(rl_adapter_handle *handle) /* it was cancelled */
{
    rl_adapter_handle **at = &of(handle->base.loop)->timers;
    while (*at != handle)
        at = &(*at)->next;
    *at = handle->next;
    handle->on_cancel = NULL;
    rl_adapter_drop(handle);
}

static rl_err call_at(rl_loop *loop, double when_s, const rl_call *call, void *arg,
                      rl_context *context, rl_handle **out)
{
    rl_adapter_handle *handle;
    rl_err err = rl_adapter_handle_new(loop, call, arg, context, when_s, out, &handle);
    if (err != RL_OK)
        return err;
    rl_adapter_handle **at = &of(loop)->timers;
    while (*at != NULL && (*at)->when_s <= when_s)
        at = &(*at)->next;
    handle->next = *at;
    handle->on_cancel = remove_timer;
    *at = handle;
    return RL_OK;
}

static void wait_for_work(my_loop *self)
{
    double timeout_ms = -1;
    if (self->ready.count > 0 || self->stopping)
        timeout_ms = 0;
    else if (self->timers != NULL)
        timeout_ms = fmin(fmax(ceil((self->timers->when_s - now_s(&self->kit.base)) * 1e3), 0), 1e9);
    poll(NULL, 0, (int)timeout_ms);
}

static void queue_due_timers(my_loop *self)
{
    double end_s = now_s(&self->kit.base) + 1e-9; /* a tick of grace */
    while (self->timers != NULL && self->timers->when_s < end_s) {
        rl_adapter_handle *handle = self->timers;
        self->timers = handle->next;
        handle->on_cancel = NULL;
        rl_adapter_push(&self->ready, handle);
    }
}

static rl_exc *run_forever(rl_loop *loop)
{
    my_loop *self = of(loop);
    rl_exc *refused = rl_adapter_begin(loop);
    if (refused != NULL)
        return refused;
    do {
        wait_for_work(self);
        queue_due_timers(self);
    } while (rl_adapter_run_batch(&self->ready) && !self->stopping);
    self->stopping = false;
    return rl_adapter_end(loop);
}

static void stop(rl_loop *loop)
{
    of(loop)->stopping = true;
}

static rl_err close_loop(rl_loop *loop)
{
    bool go_on;
    rl_err err = rl_adapter_close(loop, &go_on);
    while (go_on && of(loop)->timers != NULL)
        remove_timer(of(loop)->timers);
    rl_adapter_drop_all(&of(loop)->ready);
    return err;
}

static rl_err new_loop(rl_loop **out)
{
    my_loop *self = calloc(1, sizeof *self);
    *out = (rl_loop *)self;
    return self == NULL ? RL_ERR_NO_MEMORY : RL_OK;
}

static void free_loop(rl_loop *loop)
{
    free(loop);
}

const rl_loop_ops rl_adapter_ops = {
    RL_ADAPTER_OPS("template"),
    .new_loop = new_loop,
    .free_loop = free_loop,
    .time = now_s,
    .call_soon = call_soon,
    .call_at = call_at,
    .run_forever = run_forever,
    .stop = stop,
    .close = close_loop,
};
