/*
 * reversed_ties.c - the template, but of timers with equal deadlines the last one made
 * runs first: TIMER-6 leaves their order open, so nothing may fail for it.
 */
#define rl_adapter_ops template_ops
#include "../../adapters/template.c"
#undef rl_adapter_ops

static rl_err start_timer_first(rl_adapter_handle *handle)
{
    my_timer *timer = malloc(sizeof *timer);
    if (timer == NULL)
        return RL_ERR_NO_MEMORY;
    my_timer **at = &of(handle->base.loop)->timers;
    while (*at != NULL && (*at)->handle->when_s < handle->when_s)
        at = &(*at)->next;
    *timer = (my_timer){.handle = handle, .next = *at};
    *at = timer;
    handle->native = timer;
    return RL_OK;
}

static const rl_adapter_native reversed = {
    .queued = queued,
    .leave = leave,
    .run = run,
    .start_timer = start_timer_first,
    .stop_timer = stop_timer,
    .close = close_native,
};

static rl_err new_reversed_loop(rl_loop **out)
{
    my_loop *self = rl_adapter_new(sizeof *self, &reversed);
    *out = (rl_loop *)self;
    return self == NULL ? RL_ERR_NO_MEMORY : RL_OK;
}

extern const rl_loop_ops rl_adapter_ops;
const rl_loop_ops rl_adapter_ops = {
    RL_ADAPTER_OPS("reversed ties"),
    .new_loop = new_reversed_loop,
    .time = rl_adapter_time,
};
