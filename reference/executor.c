/*
 * executor.c - pools of threads, and how their results reach a loop.
 *
 * CPython: concurrent.futures.thread.ThreadPoolExecutor,
 * BaseEventLoop.run_in_executor, futures.wrap_future and _chain_future.
 *
 *     loop's thread                          a worker
 *     -------------                          --------
 *     run_in_executor: job, future ---queue---> job runs
 *     set_state  <---call_soon_threadsafe------ complete
 *
 * A job is counted by everyone who holds it.  What belongs to the loop's
 * thread (the future, the reserved completion) hangs on the job until the
 * loop's thread lets go of it: when the completion has run, when the job is
 * cancelled, or when the loop closes.
 *
 * The bridge joins a loop and its jobs.  Its lock makes "is the loop still
 * open?" and "queue the completion" one step, so no worker touches a loop that
 * was closed (THR-15).  Nobody's code is called with a lock held.
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "assert.h"
#include "context.h"
#include "exc.h"
#include "executor.h"
#include "loop_ops.h"
#include "mem.h"

enum job_state { JOB_PENDING, JOB_RUNNING, JOB_CANCELLED };

typedef struct bridge bridge;

typedef struct job {
    atomic_uint ref_count;
    atomic_int state;
    rl_job run;
    void *arg;
    void (*drop)(void *arg);
    rl_value result; /* the outcome, until the future takes it */
    rl_exc *exc;
    struct job *next; /* in an executor's queue */

    bridge *bridge;
    /* With the bridge's lock: */
    bool open;             /* in the bridge's list; `future` is still there */
    bool completed;        /* `completion` is queued, or was lost */
    rl_handle *completion; /* reserved; NULL where the loop cannot reserve */
    struct job *prev_open;
    struct job *next_open;
    /* Of the loop's thread: */
    rl_future *future;
} job;

struct bridge {
    atomic_uint ref_count;
    pthread_mutex_t lock;
    rl_loop *loop; /* NULL: closed */
    job *open_jobs;
    rl_executor *default_executor;
    bool shutdown_called; /* CPython: _executor_shutdown_called */
};

typedef struct worker {
    pthread_t thread;
    rl_executor *executor;
    size_t number;
    struct worker *next; /* among those that have ended */
} worker;

struct rl_executor {
    atomic_uint ref_count; /* of users; the last one shuts it down */
    atomic_uint owners;    /* of the memory: the users together, and each worker */
    pthread_mutex_t lock;
    pthread_cond_t changed; /* a job was queued, or shutdown */
    pthread_cond_t ended;   /* a worker has begun or ended */
    job *first;
    job **last;
    size_t max_workers;
    size_t started;
    size_t begun;           /* of these, threads that have come to life */
    size_t running;         /* started and not ended */
    size_t idle;            /* CPython: _idle_semaphore */
    bool shutdown;
    char prefix[];
};

static void job_unref(job *j);

/* ---- Workers that have ended ---------------------------------------------- */

/* Every thread is joined: by a later submit, by a shutdown that waits, or by
 * rl_executors_join. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    size_t running;
    worker *ended;
} workers = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

static void put_on_ended(worker *w)
{
    pthread_mutex_lock(&workers.lock);
    w->next = workers.ended;
    workers.ended = w;
    pthread_mutex_unlock(&workers.lock);
}

/* `wait` false: only those that are gone completely.  A thread may have things
 * of its user's to clean up as it ends, which may need a lock that our caller
 * holds. */
static void join_ended(bool wait)
{
    pthread_mutex_lock(&workers.lock);
    worker *ended = workers.ended;
    workers.ended = NULL;
    pthread_mutex_unlock(&workers.lock);
    while (ended != NULL) {
        worker *w = ended;
        ended = w->next;
        if (wait) {
            pthread_join(w->thread, NULL);
        } else if (pthread_tryjoin_np(w->thread, NULL) != 0) {
            put_on_ended(w);
            continue;
        }
        mem_free(w);
    }
}

void rl_executors_join(void)
{
    pthread_mutex_lock(&workers.lock);
    while (workers.running > 0)
        pthread_cond_wait(&workers.changed, &workers.lock);
    pthread_mutex_unlock(&workers.lock);
    join_ended(true);
}

/* ---- Pools ---------------------------------------------------------------- */

/* CPython: min(32, (os.process_cpu_count() or 1) + 4). */
static size_t default_max_workers(void)
{
    cpu_set_t cpus;
    int count = sched_getaffinity(0, sizeof cpus, &cpus) == 0 ? CPU_COUNT(&cpus) : 1;
    return count + 4 < 32 ? (size_t)count + 4 : 32;
}

rl_err rl_executor_new(size_t max_workers, const char *prefix, rl_executor **out)
{
    size_t size = strlen(prefix) + 1;
    rl_executor *executor = mem_alloc(sizeof *executor + size);
    if (executor == NULL)
        return RL_ERR_NO_MEMORY;
    memset(executor, 0, sizeof *executor);
    memcpy(executor->prefix, prefix, size);
    atomic_init(&executor->ref_count, 1);
    atomic_init(&executor->owners, 1);
    pthread_mutex_init(&executor->lock, NULL);
    pthread_cond_init(&executor->changed, NULL);
    pthread_cond_init(&executor->ended, NULL);
    executor->last = &executor->first;
    executor->max_workers = max_workers == 0 ? default_max_workers() : max_workers;
    *out = executor;
    return RL_OK;
}

static void disown(rl_executor *executor)
{
    if (atomic_fetch_sub_explicit(&executor->owners, 1, memory_order_acq_rel) != 1)
        return;
    RL_ASSERT(executor->first == NULL);
    pthread_mutex_destroy(&executor->lock);
    pthread_cond_destroy(&executor->changed);
    pthread_cond_destroy(&executor->ended);
    mem_free(executor);
}

rl_executor *rl_executor_ref(rl_executor *executor)
{
    atomic_fetch_add_explicit(&executor->ref_count, 1, memory_order_relaxed);
    return executor;
}

void rl_executor_unref(rl_executor *executor)
{
    if (executor == NULL)
        return;
    if (atomic_fetch_sub_explicit(&executor->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    rl_executor_shutdown(executor, false);
    disown(executor);
}

void rl_executor_shutdown(rl_executor *executor, bool wait)
{
    pthread_mutex_lock(&executor->lock);
    executor->shutdown = true;
    pthread_cond_broadcast(&executor->changed);
    while (wait && executor->running > 0)
        pthread_cond_wait(&executor->ended, &executor->lock);
    pthread_mutex_unlock(&executor->lock);
    if (wait)
        join_ended(true);
}

/* The next job; NULL when the pool is shut down and empty.  A worker counts as
 * idle only if it finds nothing to do: the one that begins a job which another
 * submit meant for a new thread stays uncounted, as in CPython. */
static job *take_job(rl_executor *executor)
{
    pthread_mutex_lock(&executor->lock);
    if (executor->first == NULL)
        executor->idle++;
    while (executor->first == NULL && !executor->shutdown)
        pthread_cond_wait(&executor->changed, &executor->lock);
    job *j = executor->first;
    if (j != NULL) {
        executor->first = j->next;
        if (executor->first == NULL)
            executor->last = &executor->first;
    }
    pthread_mutex_unlock(&executor->lock);
    return j;
}

static void complete(job *j);

static void run_job(job *j)
{
    int expected = JOB_PENDING;
    if (atomic_compare_exchange_strong(&j->state, &expected, JOB_RUNNING)) {
        j->exc = j->run(j->arg, &j->result);
        if (j->drop != NULL)
            j->drop(j->arg);
        complete(j);
    }
    job_unref(j);
}

static void *work(void *worker_)
{
    worker *w = worker_;
    rl_executor *executor = w->executor;
    char name[64];
    job *j;

    snprintf(name, sizeof name, "%.40s_%zu", executor->prefix, w->number);
    name[15] = '\0'; /* all that Linux keeps */
    pthread_setname_np(pthread_self(), name);
    pthread_mutex_lock(&executor->lock);
    executor->begun++;
    pthread_cond_broadcast(&executor->ended);
    pthread_mutex_unlock(&executor->lock);
    while ((j = take_job(executor)) != NULL)
        run_job(j);

    context_thread_clear();
    /* On the list of the ended before anybody is told: who waits, joins. */
    put_on_ended(w);
    pthread_mutex_lock(&workers.lock);
    workers.running--;
    pthread_cond_broadcast(&workers.changed);
    pthread_mutex_unlock(&workers.lock);
    pthread_mutex_lock(&executor->lock);
    executor->running--;
    pthread_cond_broadcast(&executor->ended);
    pthread_mutex_unlock(&executor->lock);
    disown(executor);
    return NULL;
}

/* With the executor's lock. */
static rl_err start_worker(rl_executor *executor)
{
    worker *w = mem_alloc(sizeof *w);
    if (w == NULL)
        return RL_ERR_NO_MEMORY;
    *w = (worker){.executor = executor, .number = executor->started};
    pthread_mutex_lock(&workers.lock);
    workers.running++;
    pthread_mutex_unlock(&workers.lock);
    atomic_fetch_add_explicit(&executor->owners, 1, memory_order_relaxed);
    executor->started++;
    executor->running++;
    int failed = pthread_create(&w->thread, NULL, work, w);
    if (failed == 0)
        return RL_OK;
    executor->started--;
    executor->running--;
    atomic_fetch_sub_explicit(&executor->owners, 1, memory_order_relaxed);
    pthread_mutex_lock(&workers.lock);
    workers.running--;
    pthread_mutex_unlock(&workers.lock);
    mem_free(w);
    return -failed;
}

/* CPython: ThreadPoolExecutor.submit, _adjust_thread_count; Thread.start, which
 * waits until the thread has come to life.  A thread that cannot be started is
 * an error only while there is no other. */
static rl_err submit(rl_executor *executor, job *j)
{
    rl_err err = RL_OK;

    join_ended(false);
    pthread_mutex_lock(&executor->lock);
    if (executor->shutdown) {
        err = RL_ERR_EXECUTOR_SHUTDOWN;
    } else if (executor->idle > 0) {
        executor->idle--;
    } else if (executor->started < executor->max_workers) {
        err = start_worker(executor);
        if (err != RL_OK && executor->running > 0)
            err = RL_OK;
    }
    if (err == RL_OK) {
        atomic_fetch_add_explicit(&j->ref_count, 1, memory_order_relaxed);
        *executor->last = j;
        executor->last = &j->next;
        pthread_cond_signal(&executor->changed);
    }
    while (executor->begun < executor->started)
        pthread_cond_wait(&executor->ended, &executor->lock);
    pthread_mutex_unlock(&executor->lock);
    return err;
}

/* ---- Jobs ----------------------------------------------------------------- */

static void bridge_unref(bridge *br)
{
    if (atomic_fetch_sub_explicit(&br->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    pthread_mutex_destroy(&br->lock);
    mem_free(br);
}

static job *job_ref(job *j)
{
    atomic_fetch_add_explicit(&j->ref_count, 1, memory_order_relaxed);
    return j;
}

static void job_unref(job *j)
{
    if (atomic_fetch_sub_explicit(&j->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    RL_ASSERT(j->future == NULL);
    value_unref(j->result);
    rl_exc_unref(j->exc);
    bridge_unref(j->bridge);
    mem_free(j);
}

/* The loop's thread is done with the job: out of the bridge's list, and its
 * share goes.  Once. */
static void let_go(job *j)
{
    bridge *br = j->bridge;

    pthread_mutex_lock(&br->lock);
    bool was_open = j->open;
    rl_handle *completion = j->completed ? NULL : j->completion;
    j->completed = true;
    if (was_open) {
        j->open = false;
        *(j->prev_open == NULL ? &br->open_jobs : &j->prev_open->next_open) = j->next_open;
        if (j->next_open != NULL)
            j->next_open->prev_open = j->prev_open;
    }
    pthread_mutex_unlock(&br->lock);
    if (!was_open)
        return;
    rl_future *future = j->future;
    j->future = NULL;
    rl_handle_unref(completion); /* never queued: drops the share it has */
    rl_future_unref(future);
    job_unref(j);
}

/* CPython: _chain_future's _set_state, _copy_future_state. */
static rl_exc *set_state(void *arg)
{
    job *j = arg;
    rl_err err;

    if (j->future == NULL || rl_future_cancelled(j->future))
        return NULL;
    if (j->exc != NULL) {
        rl_exc *exc = j->exc;
        j->exc = NULL;
        err = rl_future_set_exception(j->future, exc);
    } else {
        rl_value result = j->result;
        j->result = value_none();
        err = rl_future_set_result(j->future, result);
    }
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

static void completion_over(void *arg)
{
    let_go(arg);
    job_unref(arg);
}

static const rl_call set_state_call = {set_state, completion_over};

/* On the worker.  THR-6.  CPython: _chain_future's _call_set_state. */
static void complete(job *j)
{
    bridge *br = j->bridge;

    pthread_mutex_lock(&br->lock);
    if (br->loop != NULL) {
        RL_ASSERT(!j->completed); /* cancelled jobs do not come here */
        rl_err err;
        if (j->completion != NULL) {
            err = br->loop->ops->call_reserved(br->loop, j->completion);
        } else {
            job_ref(j);
            err = rl_loop_call_soon_threadsafe(br->loop, &set_state_call, j, NULL, NULL);
            if (err != RL_OK)
                job_unref(j); /* not the last: run_job has one */
        }
        j->completed = err == RL_OK;
    }
    pthread_mutex_unlock(&br->lock);
}

/* A done callback of the future: its cancelling reaches a job that has not
 * begun (THR-7).  CPython: _chain_future's _call_check_cancel. */
static rl_exc *check_cancel(void *arg)
{
    job *j = arg;
    int expected = JOB_PENDING;

    if (j->future == NULL || !rl_future_cancelled(j->future))
        return NULL;
    if (!atomic_compare_exchange_strong(&j->state, &expected, JOB_CANCELLED))
        return NULL;
    if (j->drop != NULL)
        j->drop(j->arg);
    let_go(j);
    return NULL;
}

static void job_drop(void *arg)
{
    job_unref(arg);
}

static const rl_call check_cancel_call = {check_cancel, job_drop};

/* ---- Bridges: a loop and its jobs ----------------------------------------- */

/* CPython: the executor part of BaseEventLoop.close. */
static void at_close(rl_loop *loop)
{
    bridge *br = loop->executor;
    loop->executor = NULL;
    pthread_mutex_lock(&br->lock);
    br->loop = NULL;
    rl_executor *executor = br->default_executor;
    br->default_executor = NULL;
    pthread_mutex_unlock(&br->lock);
    if (executor != NULL)
        rl_executor_shutdown(executor, false);
    rl_executor_unref(executor);
    /* Only this thread takes jobs off the list. */
    while (br->open_jobs != NULL)
        let_go(br->open_jobs);
    bridge_unref(br);
}

static rl_err get_bridge(rl_loop *loop, bridge **out)
{
    if (loop->executor == NULL) {
        bridge *br = mem_alloc(sizeof *br);
        if (br == NULL)
            return RL_ERR_NO_MEMORY;
        memset(br, 0, sizeof *br);
        atomic_init(&br->ref_count, 1);
        pthread_mutex_init(&br->lock, NULL);
        br->loop = loop;
        loop->executor = br;
        loop->at_close = at_close;
    }
    *out = loop->executor;
    return RL_OK;
}

rl_err rl_loop_set_default_executor(rl_loop *loop, rl_executor *executor)
{
    bridge *br;
    rl_err err = get_bridge(loop, &br);
    if (err != RL_OK)
        return err;
    rl_executor *old = br->default_executor;
    br->default_executor = rl_executor_ref(executor);
    rl_executor_unref(old);
    return RL_OK;
}

rl_err executor_retire_default(rl_loop *loop, rl_executor **out)
{
    bridge *br;
    rl_err err = get_bridge(loop, &br);
    if (err != RL_OK)
        return err;
    br->shutdown_called = true;
    *out = br->default_executor == NULL ? NULL : rl_executor_ref(br->default_executor);
    return RL_OK;
}

/* THR-5. */
static rl_err choose_executor(bridge *br, rl_executor **executor)
{
    if (*executor != NULL)
        return RL_OK;
    if (br->shutdown_called)
        return RL_ERR_DEFAULT_EXECUTOR_SHUTDOWN; /* THR-10 */
    if (br->default_executor == NULL) {
        rl_err err = rl_executor_new(0, "asyncio", &br->default_executor);
        if (err != RL_OK)
            return err;
    }
    *executor = br->default_executor;
    return RL_OK;
}

/* The job with its future and its reserved completion, in the bridge's list.
 * The list has one share of the job, the completion another. */
static rl_err job_new(bridge *br, rl_loop *loop, job **out)
{
    job *j = mem_alloc(sizeof *j);
    if (j == NULL)
        return RL_ERR_NO_MEMORY;
    memset(j, 0, sizeof *j);
    atomic_init(&j->ref_count, 1);
    atomic_init(&j->state, JOB_PENDING);
    j->bridge = br;
    atomic_fetch_add_explicit(&br->ref_count, 1, memory_order_relaxed);
    rl_err err = rl_future_new(loop, &j->future);
    if (err == RL_OK && loop_ops_can_reserve(loop)) {
        err = loop->ops->reserve_call(loop, &set_state_call, j, NULL, RL_CALL_THREADSAFE, &j->completion);
        if (err == RL_OK)
            job_ref(j);
    }
    if (err == RL_OK) {
        err = rl_future_add_done_callback(j->future, &check_cancel_call, j, NULL);
        if (err == RL_OK)
            job_ref(j);
    }
    pthread_mutex_lock(&br->lock);
    j->open = true;
    j->next_open = br->open_jobs;
    if (j->next_open != NULL)
        j->next_open->prev_open = j;
    br->open_jobs = j;
    pthread_mutex_unlock(&br->lock);
    if (err != RL_OK) {
        let_go(j);
        return err;
    }
    *out = j;
    return RL_OK;
}

rl_err rl_loop_run_in_executor(rl_loop *loop, rl_executor *executor, rl_job run, void *arg,
                               void (*drop)(void *arg), rl_future **out)
{
    bridge *br;
    job *j;

    if (rl_loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED;
    rl_err err = get_bridge(loop, &br);
    if (err == RL_OK)
        err = choose_executor(br, &executor);
    if (err == RL_OK)
        err = job_new(br, loop, &j);
    if (err != RL_OK)
        return err;
    j->run = run;
    j->arg = arg;
    j->drop = drop;
    rl_future *future = rl_future_ref(j->future);
    err = submit(executor, j);
    if (err != RL_OK) {
        let_go(j);
        rl_future_unref(future);
        return err;
    }
    *out = future;
    return RL_OK;
}
