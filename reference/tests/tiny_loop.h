/*
 * tiny_loop.h - the smallest loop that the interface allows: what an adapter
 * without any optional operation is to the modules above.  A queue of one
 * batch, and timers that are never due.
 */
#ifndef TESTS_TINY_LOOP_H
#define TESTS_TINY_LOOP_H

#include "world.h"

typedef struct tiny_handle {
    rl_handle base;
    int refs;
    bool cancelled;
    const rl_call *call;
    void *arg;
    rl_context *context;
} tiny_handle;

typedef struct tiny_loop {
    rl_loop base;
    tiny_handle *queue[16];
    int len;
    bool running, stopping, closed;
} tiny_loop;

static inline tiny_loop *tiny_of(rl_loop *loop)
{
    return (tiny_loop *)loop;
}

static inline rl_err tiny_new(rl_loop **out)
{
    *out = calloc(1, sizeof(tiny_loop));
    return RL_OK;
}

static inline void tiny_free(rl_loop *loop)
{
    free(loop);
}

static inline double tiny_time(rl_loop *loop)
{
    (void)loop;
    return 5.0;
}

static inline bool tiny_is_running(rl_loop *loop)
{
    return tiny_of(loop)->running;
}

static inline bool tiny_is_closed(rl_loop *loop)
{
    return tiny_of(loop)->closed;
}

static inline void tiny_unref(rl_handle *base)
{
    tiny_handle *h = (tiny_handle *)base;
    if (--h->refs > 0)
        return;
    rl_context_unref(h->context);
    free(h);
}

static inline rl_err tiny_call_soon(rl_loop *loop, const rl_call *call, void *arg,
                                    rl_context *context, rl_handle **out)
{
    tiny_loop *t = tiny_of(loop);
    if (t->closed)
        return RL_ERR_LOOP_CLOSED;
    tiny_handle *h = calloc(1, sizeof *h);
    *h = (tiny_handle){.base = {loop}, .refs = out == NULL ? 1 : 2, .call = call, .arg = arg};
    if (context != NULL)
        h->context = rl_context_ref(context);
    else
        ASSERT_OK(rl_context_copy_current(&h->context));
    t->queue[t->len++] = h;
    if (out != NULL)
        *out = &h->base;
    return RL_OK;
}

static inline rl_err tiny_call_at(rl_loop *loop, double when_s, const rl_call *call, void *arg,
                                  rl_context *context, rl_handle **out)
{
    (void)when_s;
    return tiny_call_soon(loop, call, arg, context, out);
}

static inline rl_handle *tiny_ref(rl_handle *base)
{
    ((tiny_handle *)base)->refs++;
    return base;
}

static inline void tiny_forget(tiny_handle *h)
{
    if (h->call != NULL && h->call->drop != NULL)
        h->call->drop(h->arg);
    h->call = NULL;
}

static inline void tiny_cancel(rl_handle *base)
{
    ((tiny_handle *)base)->cancelled = true;
    tiny_forget((tiny_handle *)base);
}

static inline bool tiny_cancelled(const rl_handle *base)
{
    return ((const tiny_handle *)base)->cancelled;
}

/* One batch after another until stop. */
static inline rl_exc *tiny_run(rl_loop *loop)
{
    tiny_loop *t = tiny_of(loop);
    rl_exc *exc = NULL;
    t->running = true;
    rl_set_running_loop(loop);
    while (!t->stopping && exc == NULL && t->len > 0) {
        tiny_handle *h = t->queue[0];
        memmove(t->queue, t->queue + 1, (size_t)--t->len * sizeof h);
        if (!h->cancelled) {
            ASSERT_OK(rl_context_enter(h->context));
            exc = h->call->run(h->arg);
            ASSERT_OK(rl_context_exit(h->context));
            tiny_forget(h);
        }
        tiny_unref(&h->base);
    }
    t->running = t->stopping = false;
    rl_set_running_loop(NULL);
    return exc;
}

static inline void tiny_stop(rl_loop *loop)
{
    tiny_of(loop)->stopping = true;
}

static inline rl_err tiny_close(rl_loop *loop)
{
    tiny_loop *t = tiny_of(loop);
    t->closed = true;
    while (t->len > 0) {
        tiny_handle *h = t->queue[--t->len];
        tiny_forget(h);
        tiny_unref(&h->base);
    }
    return RL_OK;
}

static const rl_loop_ops tiny_ops = {
    .version = RL_LOOP_OPS_VERSION,
    .size = offsetof(rl_loop_ops, handle_when), /* the required part alone */
    .name = "tiny",
    .new_loop = tiny_new,
    .free_loop = tiny_free,
    .time = tiny_time,
    .is_running = tiny_is_running,
    .is_closed = tiny_is_closed,
    .call_soon = tiny_call_soon,
    .call_at = tiny_call_at,
    .handle_ref = tiny_ref,
    .handle_unref = tiny_unref,
    .handle_cancel = tiny_cancel,
    .handle_cancelled = tiny_cancelled,
    .run_forever = tiny_run,
    .stop = tiny_stop,
    .close = tiny_close,
};

#endif
