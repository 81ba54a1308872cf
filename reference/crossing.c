/* crossing.c - how other threads reach a loop that may be closed meanwhile.  See
 * crossing.h. */
#include "crossing.h"

#include <pthread.h>
#include <string.h>

#include "assert.h"
#include "loop_ops.h"
#include "mem.h"

struct crossing_bridge {
    atomic_uint ref_count;
    pthread_mutex_t lock;
    rl_loop *loop; /* NULL: closed */
    crossing *open_crossings;
    crossing_shared shared; /* of the loop's thread */
};

static rl_err get_bridge(rl_loop *loop, crossing_bridge **out);
static void bridge_unref(crossing_bridge *bridge);
static rl_exc *arrive(void *crossing);
static void arrive_over(void *crossing);

static const rl_call arrive_call = {arrive, arrive_over};

rl_err crossing_init(crossing *c, const crossing_type *type, rl_loop *loop)
{
    rl_handle *handle = NULL;
    crossing_bridge *bridge;

    rl_err err = get_bridge(loop, &bridge);
    if (err == RL_OK && loop_ops_can_reserve(loop))
        err = loop->ops->reserve_call(loop, &arrive_call, c, NULL, RL_CALL_THREADSAFE, &handle);
    if (err != RL_OK)
        return err;
    c->type = type;
    c->bridge = bridge;
    atomic_fetch_add_explicit(&bridge->ref_count, 1, memory_order_relaxed);
    /* The caller, the bridge's list, and the handle. */
    atomic_init(&c->ref_count, handle == NULL ? 2 : 3);
    c->posted = false;
    c->handle = handle;
    c->prev = NULL;
    pthread_mutex_lock(&bridge->lock);
    c->open = true;
    c->next = bridge->open_crossings;
    if (c->next != NULL)
        c->next->prev = c;
    bridge->open_crossings = c;
    pthread_mutex_unlock(&bridge->lock);
    return RL_OK;
}

crossing *crossing_ref(crossing *c)
{
    atomic_fetch_add_explicit(&c->ref_count, 1, memory_order_relaxed);
    return c;
}

void crossing_unref(crossing *c)
{
    if (atomic_fetch_sub_explicit(&c->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    RL_ASSERT(!c->open);
    bridge_unref(c->bridge);
    c->type->free(c);
}

bool crossing_is_here(crossing *c)
{
    rl_loop *running = rl_get_running_loop();

    if (running == NULL)
        return false;
    pthread_mutex_lock(&c->bridge->lock);
    bool here = c->bridge->loop == running;
    pthread_mutex_unlock(&c->bridge->lock);
    return here;
}

void crossing_post(crossing *c)
{
    crossing_bridge *bridge = c->bridge;

    pthread_mutex_lock(&bridge->lock);
    if (bridge->loop != NULL && c->open && !c->posted) {
        rl_err err;
        if (c->handle != NULL) {
            err = bridge->loop->ops->call_reserved(bridge->loop, c->handle);
        } else {
            crossing_ref(c);
            err = rl_loop_call_soon_threadsafe(bridge->loop, &arrive_call, c, NULL, NULL);
            if (err != RL_OK)
                crossing_unref(c); /* not the last: the list has one */
        }
        c->posted = err == RL_OK;
    }
    pthread_mutex_unlock(&bridge->lock);
}

static rl_exc *arrive(void *arg)
{
    crossing *c = arg;
    return c->open ? c->type->arrive(c) : NULL;
}

/* The call has run, or will not. */
static void arrive_over(void *arg)
{
    crossing_close(arg);
    crossing_unref(arg);
}

void crossing_close(crossing *c)
{
    crossing_bridge *bridge = c->bridge;

    pthread_mutex_lock(&bridge->lock);
    bool was_open = c->open;
    rl_handle *handle = c->posted ? NULL : c->handle;
    c->posted = true;
    if (was_open) {
        c->open = false;
        *(c->prev == NULL ? &bridge->open_crossings : &c->prev->next) = c->next;
        if (c->next != NULL)
            c->next->prev = c->prev;
    }
    pthread_mutex_unlock(&bridge->lock);
    if (!was_open)
        return;
    c->type->let_go(c);
    if (handle != NULL)
        rl_handle_unref(handle); /* never queued: drops the reference it has */
    crossing_unref(c);
}

/* ---- Bridges -------------------------------------------------------------- */

/* CPython: the executor part of BaseEventLoop.close. */
static void at_close(rl_loop *loop)
{
    crossing_bridge *bridge = loop->executor;
    rl_executor *executor = bridge->shared.default_executor;

    loop->executor = NULL;
    pthread_mutex_lock(&bridge->lock);
    bridge->loop = NULL;
    pthread_mutex_unlock(&bridge->lock);
    bridge->shared.default_executor = NULL;
    if (executor != NULL)
        rl_executor_shutdown(executor, false);
    rl_executor_unref(executor);
    /* Only this thread takes crossings off the list. */
    while (bridge->open_crossings != NULL)
        crossing_close(bridge->open_crossings);
    bridge_unref(bridge);
}

static rl_err get_bridge(rl_loop *loop, crossing_bridge **out)
{
    if (loop->executor == NULL) {
        crossing_bridge *bridge = mem_alloc(sizeof *bridge);
        if (bridge == NULL)
            return RL_ERR_NO_MEMORY;
        memset(bridge, 0, sizeof *bridge);
        atomic_init(&bridge->ref_count, 1);
        pthread_mutex_init(&bridge->lock, NULL);
        bridge->loop = loop;
        loop->executor = bridge;
        loop->at_close = at_close;
    }
    *out = loop->executor;
    return RL_OK;
}

static void bridge_unref(crossing_bridge *bridge)
{
    if (atomic_fetch_sub_explicit(&bridge->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    pthread_mutex_destroy(&bridge->lock);
    mem_free(bridge);
}

rl_err crossing_get_shared(rl_loop *loop, crossing_shared **out)
{
    crossing_bridge *bridge;
    rl_err err = get_bridge(loop, &bridge);
    if (err == RL_OK)
        *out = &bridge->shared;
    return err;
}
