/* waiters.c - who waits at a primitive.  See waiters.h. */
#include "waiters.h"

#include <stdio.h>

#include "assert.h"
#include "exc.h"

/* LOCK-8, QUEUE-12: the first that waits binds; another loop is refused.  CPython:
 * _LoopBoundMixin._get_loop.  Without a running loop it gives None, and the caller fails
 * to make a future. */
static rl_exc *get_loop(loop_binding *binding, waiters_repr repr, const void *primitive,
                        rl_loop **out)
{
    rl_loop *loop = rl_get_running_loop();

    if (binding->loop == NULL && loop != NULL)
        binding->loop = rl_loop_ref(loop);
    if (binding->loop != loop) {
        char text[512];
        size_t len = repr(primitive, text, 400);
        if (len > 399)
            len = 399;
        snprintf(text + len, sizeof text - len, " is bound to a different event loop");
        return rl_exc_new(RL_EXC_EXCEPTION, "RuntimeError", text, value_none());
    }
    if (loop == NULL)
        return rl_exc_from_err(RL_ERR_NO_LOOP_TO_WAIT_ON);
    *out = loop;
    return NULL;
}

rl_exc *waiters_prepare(waiter *w, loop_binding *binding, waiters_repr repr,
                        const void *primitive)
{
    rl_loop *loop;

    RL_ASSERT(w->future == NULL);
    rl_exc *exc = get_loop(binding, repr, primitive, &loop);
    if (exc != NULL)
        return exc;
    rl_err err = rl_future_new(loop, &w->future);
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

void waiters_append(waiters *list, waiter *w)
{
    RL_ASSERT(w->list == NULL);
    w->list = list;
    w->prev = list->last;
    w->next = NULL;
    *(list->last == NULL ? &list->first : &list->last->next) = w;
    list->last = w;
    list->count++;
}

void waiters_unlink(waiter *w)
{
    waiters *list = w->list;

    if (list == NULL)
        return;
    *(w->prev == NULL ? &list->first : &w->prev->next) = w->next;
    *(w->next == NULL ? &list->last : &w->next->prev) = w->prev;
    list->count--;
    w->list = NULL;
}

void waiters_remove(waiter *w)
{
    rl_future *future = w->future;

    waiters_unlink(w);
    w->future = NULL;
    rl_future_unref(future);
}

rl_err waiters_wake(waiter *w)
{
    return rl_future_set_result(w->future, value_none());
}

bool waiters_all_cancelled(const waiters *list)
{
    for (const waiter *w = list->first; w != NULL; w = w->next)
        if (!rl_future_cancelled(w->future))
            return false;
    return true;
}

void waiters_unbind(loop_binding *binding)
{
    rl_loop_unref(binding->loop);
}

size_t waiters_format(char *buffer, size_t size, const char *class_name, const void *primitive,
                      const char *state, const waiters *list)
{
    char count[32] = "";

    if (list->count > 0)
        snprintf(count, sizeof count, ", waiters:%zu", list->count);
    int len = snprintf(buffer, size, "<asyncio.locks.%s object at %p [%s%s]>", class_name,
                       primitive, state, count);
    return len < 0 ? 0 : (size_t)len;
}
