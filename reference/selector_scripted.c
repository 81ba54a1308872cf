/* selector_scripted.c - a selector without descriptors.  See selector_scripted.h. */
#include "selector_scripted.h"

#include "mem.h"

typedef struct selector_scripted {
    selector base;
    selector_script *script;
} selector_scripted;

static rl_err once(rl_err *err)
{
    rl_err now = *err;
    *err = RL_OK;
    return now;
}

static rl_err add(selector *base, int fd, int events)
{
    (void)fd;
    (void)events;
    return once(&((selector_scripted *)base)->script->fail_add);
}

static rl_err change(selector *base, int fd, int events)
{
    (void)fd;
    (void)events;
    return once(&((selector_scripted *)base)->script->fail_change);
}

static void remove_fd(selector *base, int fd)
{
    (void)base;
    (void)fd;
}

static int wait_events(selector *base, double timeout_s)
{
    selector_script *script = ((selector_scripted *)base)->script;
    return script->poll(script, timeout_s, base->ready);
}

static const selector_ops scripted_ops = {"scripted", add,         change,
                                          remove_fd,  wait_events, selector_free};

static double scripted_time_s(const clock_source *clock)
{
    /* `clock` is the first member. */
    selector_script *script = (selector_script *)clock;
    script->reads++;
    return script->now_s;
}

rl_err selector_scripted_open(selector_script *script, selector **out)
{
    static const clock_ops ops = {scripted_time_s};
    script->clock = (clock_source){&ops, 1e-9};
    script->reads = 0;

    selector_scripted *sel = mem_alloc(sizeof *sel);
    if (sel == NULL)
        return RL_ERR_NO_MEMORY;
    sel->script = script;
    rl_err err = selector_init(&sel->base, &scripted_ops);
    if (err != RL_OK) {
        selector_free(&sel->base);
        return err;
    }
    *out = &sel->base;
    return RL_OK;
}
