/* concurrent.c - futures that any thread may use.  See concurrent.h. */
#include "concurrent.h"

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "assert.h"
#include "exc.h"
#include "mem.h"

enum concurrent_state { PENDING, RUNNING, CANCELLED, FINISHED };

struct rl_concurrent {
    atomic_uint ref_count;
    pthread_mutex_t lock;
    pthread_cond_t done;
    /* With the lock: */
    enum concurrent_state state;
    concurrent_callback *first;
    concurrent_callback **last;
    /* Written before it is done, never after: */
    rl_value result;
    rl_exc *exception;
};

static bool is_done(const rl_concurrent *future);
static void complete(rl_concurrent *future);
static bool wait_until_done(rl_concurrent *future, double timeout_s);

/* ---- Life ----------------------------------------------------------------- */

rl_err concurrent_new(rl_concurrent **out)
{
    pthread_condattr_t monotonic;
    rl_concurrent *future = mem_alloc(sizeof *future);
    if (future == NULL)
        return RL_ERR_NO_MEMORY;
    *future = (rl_concurrent){.state = PENDING};
    atomic_init(&future->ref_count, 1);
    pthread_mutex_init(&future->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&future->done, &monotonic);
    pthread_condattr_destroy(&monotonic);
    future->last = &future->first;
    *out = future;
    return RL_OK;
}

rl_concurrent *rl_concurrent_ref(rl_concurrent *future)
{
    atomic_fetch_add_explicit(&future->ref_count, 1, memory_order_relaxed);
    return future;
}

void rl_concurrent_unref(rl_concurrent *future)
{
    if (future == NULL)
        return;
    if (atomic_fetch_sub_explicit(&future->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    while (future->first != NULL) {
        concurrent_callback *callback = future->first;
        future->first = callback->next;
        callback->drop(callback);
    }
    value_unref(future->result);
    rl_exc_unref(future->exception);
    pthread_cond_destroy(&future->done);
    pthread_mutex_destroy(&future->lock);
    mem_free(future);
}

/* ---- Completing ----------------------------------------------------------- */

bool concurrent_begin(rl_concurrent *future)
{
    pthread_mutex_lock(&future->lock);
    bool pending = future->state == PENDING;
    if (pending)
        future->state = RUNNING;
    pthread_mutex_unlock(&future->lock);
    return pending;
}

void concurrent_finish(rl_concurrent *future, rl_exc *exc, rl_value result)
{
    pthread_mutex_lock(&future->lock);
    RL_ASSERT(future->state == RUNNING);
    future->state = FINISHED;
    future->exception = exc;
    future->result = exc == NULL ? result : value_none();
    complete(future);
    if (exc != NULL)
        value_unref(result);
}

bool rl_concurrent_cancel(rl_concurrent *future)
{
    pthread_mutex_lock(&future->lock);
    if (future->state != PENDING) {
        bool cancelled = future->state == CANCELLED;
        pthread_mutex_unlock(&future->lock);
        return cancelled;
    }
    future->state = CANCELLED;
    complete(future);
    return true;
}

/* With the lock, which it gives back.  CPython: _invoke_callbacks. */
static void complete(rl_concurrent *future)
{
    concurrent_callback *callback = future->first;

    future->first = NULL;
    future->last = &future->first;
    rl_concurrent_ref(future);
    pthread_cond_broadcast(&future->done);
    pthread_mutex_unlock(&future->lock);
    while (callback != NULL) {
        concurrent_callback *next = callback->next;
        callback->run(callback, future);
        callback = next;
    }
    rl_concurrent_unref(future);
}

void concurrent_add_callback(rl_concurrent *future, concurrent_callback *callback)
{
    pthread_mutex_lock(&future->lock);
    bool done = is_done(future);
    if (!done) {
        callback->next = NULL;
        *future->last = callback;
        future->last = &callback->next;
    }
    pthread_mutex_unlock(&future->lock);
    if (done)
        callback->run(callback, future);
}

/* ---- Outcome -------------------------------------------------------------- */

static bool is_done(const rl_concurrent *future)
{
    return future->state == CANCELLED || future->state == FINISHED;
}

static enum concurrent_state state_of(rl_concurrent *future)
{
    pthread_mutex_lock(&future->lock);
    enum concurrent_state state = future->state;
    pthread_mutex_unlock(&future->lock);
    return state;
}

bool rl_concurrent_done(rl_concurrent *future)
{
    enum concurrent_state state = state_of(future);
    return state == CANCELLED || state == FINISHED;
}

bool rl_concurrent_cancelled(rl_concurrent *future)
{
    return state_of(future) == CANCELLED;
}

void concurrent_outcome(rl_concurrent *future, rl_exc **exc, rl_value *result)
{
    enum concurrent_state state = state_of(future);

    RL_ASSERT(state == FINISHED);
    *exc = future->exception;
    *result = future->result;
}

rl_exc *rl_concurrent_result(rl_concurrent *future, double timeout_s, rl_value *out)
{
    if (!wait_until_done(future, timeout_s))
        return rl_exc_from_err(RL_ERR_CONCURRENT_TIMEOUT);
    if (rl_concurrent_cancelled(future))
        return rl_exc_from_err(RL_ERR_CONCURRENT_CANCELLED); /* FUT-24 */
    if (future->exception != NULL)
        return rl_exc_ref(future->exception);
    value_ref(future->result);
    *out = future->result;
    return NULL;
}

#define LONG_TIME_S 1e9

static struct timespec deadline_after(double timeout_s)
{
    struct timespec at;
    double whole;
    double rest = modf(timeout_s, &whole);

    clock_gettime(CLOCK_MONOTONIC, &at);
    at.tv_sec += (time_t)whole;
    at.tv_nsec += (long)(rest * 1e9);
    if (at.tv_nsec >= 1000000000) {
        at.tv_sec++;
        at.tv_nsec -= 1000000000;
    }
    return at;
}

static bool wait_until_done(rl_concurrent *future, double timeout_s)
{
    bool forever = isnan(timeout_s) || timeout_s > LONG_TIME_S;
    struct timespec deadline = {0, 0};
    int failed = 0;

    if (!forever)
        deadline = deadline_after(timeout_s > 0 ? timeout_s : 0);
    pthread_mutex_lock(&future->lock);
    while (!is_done(future) && failed != ETIMEDOUT) {
        if (forever)
            pthread_cond_wait(&future->done, &future->lock);
        else
            failed = pthread_cond_timedwait(&future->done, &future->lock, &deadline);
    }
    bool done = is_done(future);
    pthread_mutex_unlock(&future->lock);
    return done;
}

/* ---- Callbacks of users --------------------------------------------------- */

typedef struct user_callback {
    concurrent_callback base;
    const rl_call *call;
    void *arg;
} user_callback;

static void user_drop(concurrent_callback *base)
{
    user_callback *callback = (user_callback *)base;

    if (callback->call->drop != NULL)
        callback->call->drop(callback->arg);
    mem_free(callback);
}

/* CPython: what it raises is logged by concurrent.futures, and ignored. */
static void user_run(concurrent_callback *base, rl_concurrent *future)
{
    user_callback *callback = (user_callback *)base;

    (void)future;
    rl_exc_unref(callback->call->run(callback->arg));
    user_drop(base);
}

rl_err rl_concurrent_add_done_callback(rl_concurrent *future, const rl_call *call, void *arg)
{
    user_callback *callback = mem_alloc(sizeof *callback);
    if (callback == NULL)
        return RL_ERR_NO_MEMORY;
    *callback = (user_callback){.base = {user_run, user_drop, NULL}, .call = call, .arg = arg};
    concurrent_add_callback(future, &callback->base);
    return RL_OK;
}
