/*
 * coro_bridge.c - a program's coroutine, or awaitable, as the library's rl_coro.
 *
 * CPython: what Task.__step does with coro.send and coro.throw; for an awaitable
 * that is no coroutine, ensure_future's _wrap_awaitable.
 *
 * Everything here runs with the machine's lock, which each function takes.  Live
 * bridges are on lists, so that a coroutine has one at most; another awaitable may
 * be awaited many times, each time by a new one.
 */
#include <stdlib.h>

#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "generator.h"
#include "loops.h"
#include "machine.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

typedef struct bridge {
    rl_coro coro;
    struct bridge *next;
    value object;
    value iterator; /* what is resumed; VM_NULL before the first step */
    bool by_await;
} bridge;

enum { BUCKETS = 256 };
static bridge *live[BUCKETS];

static bridge **bucket_of(const obj *o)
{
    return &live[((uintptr_t)o >> 4) % BUCKETS];
}

static bridge *as_bridge(rl_coro *coro)
{
    return (bridge *)(void *)coro;
}

/* ---- Steps ---------------------------------------------------------------- */

/* `yielded` is taken over into *out. */
static void step_yielded(value yielded, rl_step *out)
{
    if (vm_is_none(yielded)) {
        out->kind = RL_STEP_PASS;
        return;
    }
    if (!vm_is_future(yielded)) {
        bool is_generator = vm_is(yielded, &vm_generator_class);
        out->kind = is_generator ? RL_STEP_YIELD_GENERATOR : RL_STEP_YIELD;
        out->value = vm_to_rl(yielded);
        vm_drop(yielded);
        return;
    }
    future_object *f = (future_object *)yielded.as.o;
    out->kind = f->awaited ? RL_STEP_AWAIT : RL_STEP_YIELD_FUTURE;
    out->future = rl_future_ref(f->future);
    f->awaited = false;
    vm_drop(yielded);
}

static bool start(bridge *b)
{
    if (!vm_is_null(b->iterator))
        return true;
    bool driven = vm_is_any_coroutine(b->object) && !b->by_await;
    b->iterator = driven ? vm_keep(b->object) : vm_get_awaitable(b->object);
    return !vm_is_null(b->iterator);
}

static void bridge_resume(rl_coro *coro, rl_exc *thrown, rl_step *out)
{
    bridge *b = as_bridge(coro);
    bool had = vm_enter();
    value result = NULL_VALUE;
    int more = -1;

    *out = (rl_step){ 0 };
    value object = vm_keep(b->object);
    if (start(b)) {
        value iterator = vm_keep(b->iterator), sent = NONE_VALUE;
        if (thrown != NULL) {
            vm_reraise(vm_exception_of(thrown));
            sent = NULL_VALUE;
        }
        more = vm_resume(iterator, sent, &result);
        vm_drop(iterator);
    }
    rl_exc_unref(thrown);
    if (more == 1) {
        step_yielded(result, out);
    } else if (more == 0) {
        out->kind = RL_STEP_RETURN;
        out->value = vm_to_rl(result);
        vm_drop(result);
    } else {
        out->kind = RL_STEP_RAISE;
        out->exc = vm_to_exc(vm_take_exception());
    }
    vm_drop(object);
    vm_leave(had);
}

/* A coroutine is closed even if it never began: it need not be awaited any more. */
static rl_exc *bridge_close(rl_coro *coro)
{
    bridge *b = as_bridge(coro);
    bool had = vm_enter();
    exception *pending = vm_take_exception();
    rl_exc *exc = NULL;
    value closed = vm_is_null(b->iterator) && vm_is_any_coroutine(b->object)
                       ? vm_keep(b->object) : vm_keep(b->iterator);
    if (!vm_is_null(closed) && !vm_ended() && vm_close(closed) < 0)
        exc = vm_to_exc(vm_take_exception());
    vm_drop(closed);
    if (pending != NULL)
        vm_reraise(pending);
    vm_leave(had);
    return exc;
}

static void bridge_free(rl_coro *coro)
{
    bridge *b = as_bridge(coro);
    bool had = vm_enter();
    for (bridge **at = bucket_of(b->object.as.o); *at != NULL; at = &(*at)->next) {
        if (*at == b) {
            *at = b->next;
            break;
        }
    }
    value object = b->object, iterator = b->iterator;
    free(b);
    vm_drop(iterator);
    vm_drop(object);
    vm_leave(had);
}

static size_t bridge_repr(rl_coro *coro, char *buffer, size_t size)
{
    return vm_repr_into(as_bridge(coro)->object, buffer, size);
}

static const rl_coro_ops bridge_ops = {
    .resume = bridge_resume, .close = bridge_close, .free = bridge_free, .repr = bridge_repr,
};

/* ---- Finding one from the other ------------------------------------------- */

rl_coro *vm_coro_of(value awaitable, bool by_await)
{
    bridge **bucket = bucket_of(awaitable.as.o);
    for (bridge *b = *bucket; b != NULL && vm_is_any_coroutine(awaitable); b = b->next) {
        if (b->object.as.o == awaitable.as.o && b->coro.ref_count > 0)
            return rl_coro_ref(&b->coro);
    }
    bridge *b = vm_alloc(sizeof *b);
    b->coro.ops = &bridge_ops;
    b->coro.ref_count = 1;
    b->object = vm_keep(awaitable);
    b->iterator = NULL_VALUE;
    b->by_await = by_await;
    b->next = *bucket;
    *bucket = b;
    return &b->coro;
}

value vm_coro_object(rl_coro *coro)
{
    if (coro == NULL || coro->ops != &bridge_ops)
        return NONE_VALUE;
    return vm_keep(as_bridge(coro)->object);
}

void vm_coro_visit(rl_coro *coro, visitor visit, void *arg)
{
    if (coro == NULL || coro->ops != &bridge_ops || coro->ref_count != 1)
        return;
    vm_visit_value(as_bridge(coro)->object, visit, arg);
    vm_visit_value(as_bridge(coro)->iterator, visit, arg);
}
