/*
 * executor.c - pools of threads, and a loop's default one.
 *
 * CPython: concurrent.futures.thread.ThreadPoolExecutor,
 * BaseEventLoop.run_in_executor.
 *
 *     loop's thread                          a worker
 *     -------------                          --------
 *     run_in_executor: job ------queue-----> job runs
 *     the loop's future <---wrap_future----- its concurrent future is done
 *
 * A job is counted by the queue or the worker that has it, and by its callback at
 * the concurrent future, which drops the argument of a job that is cancelled
 * before it begins (THR-7).
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "assert.h"
#include "concurrent.h"
#include "context.h"
#include "crossing.h"
#include "exc.h"
#include "executor.h"
#include "mem.h"
#include "wrap_future.h"

typedef struct job {
    atomic_uint ref_count;
    rl_concurrent *future;
    concurrent_callback on_done;
    rl_job run;
    void *arg;
    void (*drop)(void *arg);
    struct job *next; /* in an executor's queue */
} job;

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

static void run_job(job *j)
{
    if (concurrent_begin(j->future)) {
        rl_value result = value_none();
        rl_exc *exc = j->run(j->arg, &result);
        if (j->drop != NULL)
            j->drop(j->arg);
        concurrent_finish(j->future, exc, result);
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

static void job_unref(job *j)
{
    if (atomic_fetch_sub_explicit(&j->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    rl_concurrent_unref(j->future);
    mem_free(j);
}

static job *job_of(concurrent_callback *callback)
{
    return (job *)((char *)callback - offsetof(job, on_done));
}

static void on_done(concurrent_callback *callback, rl_concurrent *future)
{
    job *j = job_of(callback);

    if (rl_concurrent_cancelled(future) && j->drop != NULL)
        j->drop(j->arg);
    job_unref(j);
}

static void future_is_gone(concurrent_callback *callback)
{
    job_unref(job_of(callback));
}

static rl_err job_new(rl_job run, void *arg, job **out)
{
    job *j = mem_alloc(sizeof *j);
    if (j == NULL)
        return RL_ERR_NO_MEMORY;
    *j = (job){.run = run, .arg = arg, .on_done = {on_done, future_is_gone, NULL}};
    rl_err err = concurrent_new(&j->future);
    if (err != RL_OK) {
        mem_free(j);
        return err;
    }
    atomic_init(&j->ref_count, 1);
    *out = j;
    return RL_OK;
}

/* ---- A loop's executor ---------------------------------------------------- */

rl_err rl_loop_set_default_executor(rl_loop *loop, rl_executor *executor)
{
    crossing_shared *shared;
    rl_err err = crossing_get_shared(loop, &shared);
    if (err != RL_OK)
        return err;
    rl_executor *old = shared->default_executor;
    shared->default_executor = rl_executor_ref(executor);
    rl_executor_unref(old);
    return RL_OK;
}

rl_err executor_retire_default(rl_loop *loop, rl_executor **out)
{
    crossing_shared *shared;
    rl_err err = crossing_get_shared(loop, &shared);
    if (err != RL_OK)
        return err;
    shared->executor_shutdown_called = true;
    *out = shared->default_executor == NULL ? NULL : rl_executor_ref(shared->default_executor);
    return RL_OK;
}

/* THR-5. */
static rl_err choose_executor(rl_loop *loop, rl_executor **executor)
{
    crossing_shared *shared;

    if (*executor != NULL)
        return RL_OK;
    rl_err err = crossing_get_shared(loop, &shared);
    if (err != RL_OK)
        return err;
    if (shared->executor_shutdown_called)
        return RL_ERR_DEFAULT_EXECUTOR_SHUTDOWN; /* THR-10 */
    if (shared->default_executor == NULL) {
        err = rl_executor_new(0, "asyncio", &shared->default_executor); /* THR-20 */
        if (err != RL_OK)
            return err;
    }
    *executor = shared->default_executor;
    return RL_OK;
}

rl_err rl_loop_run_in_executor(rl_loop *loop, rl_executor *executor, rl_job run, void *arg,
                               void (*drop)(void *arg), rl_future **out)
{
    wrapping *link;
    rl_future *future;
    job *j;

    if (rl_loop_is_closed(loop))
        return RL_ERR_LOOP_CLOSED;
    rl_err err = choose_executor(loop, &executor);
    if (err == RL_OK)
        err = job_new(run, arg, &j);
    if (err != RL_OK)
        return err;
    /* The future is wrapped before the job is queued, so that nothing can fail
     * once it is. */
    err = wrap_future(j->future, loop, &future, &link);
    if (err == RL_OK) {
        j->drop = drop;
        atomic_fetch_add_explicit(&j->ref_count, 1, memory_order_relaxed);
        concurrent_add_callback(j->future, &j->on_done);
        err = submit(executor, j);
        if (err != RL_OK) {
            j->drop = NULL; /* it stays the caller's */
            wrap_future_undo(link);
            rl_concurrent_cancel(j->future); /* its callback lets go of the job */
            rl_future_unref(future);
        }
    }
    if (err == RL_OK)
        *out = future;
    job_unref(j);
    return err;
}
