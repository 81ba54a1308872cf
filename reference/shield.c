/*
 * shield.c - wait for a future without passing cancellation on.
 *
 * CPython: tasks.shield.
 *
 *     who awaits --> outer <--copy state-- inner
 *
 * Each of the two has a callback that knows the other.  Only the inner one's is
 * removed when the outer one is done first.
 */
#include "exc.h"
#include "future.h"
#include "mem.h"
#include "reftask.h"

/* Both callbacks own one; it owns both futures. */
typedef struct shield {
    uint32_t ref_count;
    rl_future *inner;
    rl_future *outer;
} shield;

static void shield_unref(void *arg)
{
    shield *s = arg;
    if (--s->ref_count > 0)
        return;
    rl_future_unref(s->inner);
    rl_future_unref(s->outer);
    mem_free(s);
}

static rl_exc *raise_err(rl_err err)
{
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

/* SHLD-1, SHLD-2, SHLD-4: an exception nobody can see any more stays unretrieved.  SHLD-6:
 * one hop after it.  SHLD-7: asking for its result retrieves the exception. */
static rl_exc *inner_done(void *arg)
{
    shield *s = arg;
    bool cancelled;

    if (rl_future_cancelled(s->outer))
        return NULL;
    if (rl_future_cancelled(s->inner))
        return raise_err(rl_future_try_cancel(s->outer, value_none(), &cancelled));
    rl_value result;
    rl_exc *exc = rl_future_result(s->inner, &result);
    if (exc != NULL)
        return raise_err(rl_future_set_exception(s->outer, exc));
    value_ref(result);
    return raise_err(rl_future_set_result(s->outer, result));
}

static const rl_call inner_call = {inner_done, shield_unref};

static bool same(void *arg, void *with)
{
    return arg == with;
}

static rl_exc *outer_done(void *arg)
{
    shield *s = arg;
    if (!rl_future_done(s->inner))
        rl_future_remove_done_callback(s->inner, &inner_call, same, s);
    return NULL;
}

static const rl_call outer_call = {outer_done, shield_unref};

static rl_err connect(rl_future *inner, rl_future *outer)
{
    shield *s = mem_alloc(sizeof *s);
    if (s == NULL)
        return RL_ERR_NO_MEMORY;
    *s = (shield){
        .ref_count = 2, .inner = rl_future_ref(inner), .outer = rl_future_ref(outer)};
    rl_err err = rl_future_add_done_callback(inner, &inner_call, s, NULL);
    if (err != RL_OK) {
        s->ref_count = 1;
        shield_unref(s);
        return err;
    }
    err = rl_future_add_done_callback(outer, &outer_call, s, NULL);
    if (err != RL_OK) {
        rl_future_remove_done_callback(inner, &inner_call, same, s);
        shield_unref(s);
    }
    return err;
}

rl_exc *rl_shield(rl_awaitable awaitable, rl_future **out)
{
    rl_future *inner, *outer;
    rl_exc *exc = rl_ensure_future(awaitable, NULL, &inner);

    if (exc != NULL)
        return exc;
    if (rl_future_done(inner)) { /* SHLD-3 */
        *out = inner;
        return NULL;
    }
    rl_err err = rl_future_new(rl_future_get_loop(inner), &outer);
    if (err == RL_OK) {
        err = connect(inner, outer);
        if (err != RL_OK)
            rl_future_unref(outer);
    }
    rl_future_unref(inner);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    *out = outer;
    return NULL;
}
