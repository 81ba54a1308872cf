/*
 * runner.c - a loop from its making to its closing, and the main task in it.
 *
 * CPython: runners.Runner, runners._cancel_all_tasks.
 *
 *     CREATED --first use--> INITIALIZED --close--> CLOSED
 */
#include "coro.h"
#include "exc.h"
#include "loop.h"
#include "mem.h"
#include "signals.h"

#define THREAD_JOIN_TIMEOUT_S 300.0

enum runner_state { CREATED, INITIALIZED, CLOSED };

struct rl_runner {
    uint32_t ref_count;
    enum runner_state state;
    const rl_loop_ops *ops;
    rl_loop_factory factory; /* NULL: `ops` */
    void *factory_arg;
    rl_loop *loop;
    rl_context *context;
    unsigned interrupt_count;
    rl_future *main_task; /* borrowed; of the run that is going on */
};

static rl_exc *lazy_init(rl_runner *runner);
static rl_exc *on_sigint(void *runner);
static rl_exc *run_main_task(rl_runner *runner, rl_future *task, rl_value *result);
static rl_exc *cancel_all_tasks(rl_loop *loop);
static rl_exc *run_coro(rl_loop *loop, rl_err err, rl_coro *coro);

/* ---- Life ----------------------------------------------------------------- */

rl_err rl_runner_new(const rl_loop_ops *ops, rl_runner **out)
{
    rl_runner *runner = mem_alloc(sizeof *runner);
    if (runner == NULL)
        return RL_ERR_NO_MEMORY;
    *runner = (rl_runner){.ref_count = 1, .state = CREATED, .ops = ops};
    *out = runner;
    return RL_OK;
}

void rl_runner_set_loop_factory(rl_runner *runner, rl_loop_factory factory, void *arg)
{
    runner->factory = factory;
    runner->factory_arg = arg;
}

rl_runner *rl_runner_ref(rl_runner *runner)
{
    runner->ref_count++;
    return runner;
}

/* One that was not closed leaves its loop to whoever else has it, as CPython's
 * does. */
void rl_runner_unref(rl_runner *runner)
{
    if (runner == NULL || --runner->ref_count > 0)
        return;
    rl_context_unref(runner->context);
    rl_loop_unref(runner->loop);
    mem_free(runner);
}

rl_exc *rl_runner_get_loop(rl_runner *runner, rl_loop **out)
{
    rl_exc *exc = lazy_init(runner);
    if (exc == NULL)
        *out = runner->loop;
    return exc;
}

static rl_exc *exc_of(rl_err err)
{
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

static rl_exc *lazy_init(rl_runner *runner)
{
    if (runner->state == CLOSED)
        return rl_exc_from_err(RL_ERR_RUNNER_CLOSED); /* RUN-13 */
    if (runner->state == INITIALIZED)
        return NULL;
    if (runner->loop == NULL) { /* else the context failed last time */
        rl_exc *exc = runner->factory != NULL
                          ? runner->factory(runner->factory_arg, &runner->loop) /* RUN-14 */
                          : exc_of(rl_loop_new(runner->ops, &runner->loop));
        if (exc != NULL)
            return exc;
    }
    rl_err err = rl_context_copy_current(&runner->context); /* CTX-11, RUN-18: of all its runs */
    if (err != RL_OK)
        return rl_exc_from_err(err);
    runner->state = INITIALIZED;
    return NULL;
}

/* ---- Running -------------------------------------------------------------- */

rl_exc *rl_runner_run(rl_runner *runner, rl_coro *coro, rl_context *context, rl_value *result)
{
    rl_exc *exc = NULL;
    rl_future *task;

    if (rl_get_running_loop() != NULL)
        exc = rl_exc_from_err(RL_ERR_RUNNER_RUNNING); /* RUN-2 */
    else
        exc = lazy_init(runner);
    if (exc != NULL) {
        rl_coro_unref(coro);
        return exc;
    }
    rl_runner_ref(runner);
    rl_task_options options = {.context = context != NULL ? context : runner->context};
    exc = rl_loop_create_task(runner->loop, coro, &options, &task);
    if (exc == NULL) {
        exc = run_main_task(runner, task, result);
        rl_future_unref(task);
    }
    rl_runner_unref(runner);
    return exc;
}

/* The running loop's wake-up, where it is one of ours. */
static const wakeup *wakeup_of(rl_loop *loop)
{
    return loop->ops->run_forever == rl_reference_ops.run_forever ? &loop_of(loop)->wake : NULL;
}

/* RUN-7: the end of the task ends the run, and what else there is does not matter. */
static rl_exc *run_until_done(rl_loop *loop, rl_future *task, rl_value *result)
{
    rl_value value;
    rl_exc *exc = rl_run_until_complete(loop, task);
    if (exc == NULL)
        exc = rl_future_result(task, &value);
    if (exc == NULL) {
        value_ref(value);
        *result = value;
    }
    return exc;
}

/* RUN-9: the cancellation that a SIGINT began comes out as KeyboardInterrupt,
 * unless others have asked for it as well (RUN-19).  RUN-10: any other end of the
 * task stands. */
static rl_exc *interrupted(const rl_runner *runner, rl_future *task, rl_exc *exc)
{
    rl_task *main_task = rl_future_task(task);

    if (rl_exc_get_kind(exc) != RL_EXC_CANCELLED || runner->interrupt_count == 0 ||
        main_task == NULL || rl_task_uncancel(main_task) > 0)
        return exc;
    rl_exc *interrupt =
        rl_exc_new(RL_EXC_KEYBOARD_INTERRUPT, "KeyboardInterrupt", NULL, value_none());
    rl_exc_set_context(interrupt, exc);
    rl_exc_unref(exc);
    return interrupt;
}

/* RUN-12.  RUN-20: the handler is gone when the clean-up begins. */
static rl_exc *run_main_task(rl_runner *runner, rl_future *task, rl_value *result)
{
    rl_loop *loop = rl_loop_ref(runner->loop);

    runner->main_task = task;
    bool catches = signals_catch_sigint(on_sigint, runner, wakeup_of(loop));
    runner->interrupt_count = 0;
    rl_exc *exc = run_until_done(loop, task, result);
    if (exc != NULL)
        exc = interrupted(runner, task, exc);
    if (catches)
        signals_release_sigint();
    runner->main_task = NULL;
    rl_loop_unref(loop);
    return exc;
}

static rl_exc *nothing(void *arg)
{
    (void)arg;
    return NULL;
}

/* RUN-9, RUN-11.  The callback keeps the next poll from waiting; if there is no
 * memory for it, what the cancel queued does that. */
static rl_exc *on_sigint(void *arg)
{
    static const rl_call nothing_call = {nothing, NULL};
    rl_runner *runner = arg;
    bool cancelled;

    if (++runner->interrupt_count > 1 || rl_future_done(runner->main_task))
        return rl_exc_from_err(RL_ERR_KEYBOARD_INTERRUPT);
    rl_err err = rl_future_try_cancel(runner->main_task, value_none(), &cancelled);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_loop_call_soon_threadsafe(runner->loop, &nothing_call, NULL, NULL, NULL);
    return NULL;
}

/* ---- Closing -------------------------------------------------------------- */

/* RUN-4. */
rl_exc *rl_runner_close(rl_runner *runner)
{
    if (runner->state != INITIALIZED) /* RUN-21, and a second close */
        return NULL;
    rl_loop *loop = runner->loop;
    rl_coro *coro = NULL;
    rl_exc *exc = cancel_all_tasks(loop);
    if (exc == NULL) {
        rl_err err = rl_loop_shutdown_asyncgens(loop, &coro);
        exc = run_coro(loop, err, coro);
    }
    if (exc == NULL) {
        rl_err err = rl_loop_shutdown_default_executor(loop, THREAD_JOIN_TIMEOUT_S, &coro);
        exc = run_coro(loop, err, coro); /* RUN-8 */
    }
    rl_err err = rl_loop_close(loop);
    if (err != RL_OK) {
        rl_exc_unref(exc);
        return rl_exc_from_err(err);
    }
    runner->loop = NULL;
    runner->state = CLOSED;
    rl_loop_unref(loop);
    return exc;
}

static rl_exc *run_coro(rl_loop *loop, rl_err err, rl_coro *coro)
{
    rl_value result;

    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_exc *exc = rl_run_until_complete_coro(loop, coro, &result);
    if (exc == NULL)
        value_unref(result);
    return exc;
}

/* Every task of a loop, each with a reference. */
typedef struct task_list {
    rl_awaitable *at; /* NULL: only count */
    size_t count;
} task_list;

static void collect(rl_task *task, void *arg)
{
    task_list *tasks = arg;

    if (tasks->at != NULL)
        tasks->at[tasks->count] = (rl_awaitable){.future = rl_future_ref(rl_task_future(task))};
    tasks->count++;
}

static rl_exc *gather_all(rl_loop *loop, const task_list *tasks)
{
    rl_future *all;

    rl_exc *exc = rl_gather(loop, tasks->at, tasks->count, true, &all);
    if (exc != NULL)
        return exc;
    rl_value result;
    exc = run_until_done(loop, all, &result);
    if (exc == NULL)
        value_unref(result);
    rl_future_unref(all);
    return exc;
}

/* RUN-5. */
static rl_exc *report_failures(rl_loop *loop, const task_list *tasks)
{
    for (size_t i = 0; i < tasks->count; i++) {
        rl_future *task = tasks->at[i].future;
        rl_exc *failure = NULL;
        if (rl_future_cancelled(task))
            continue;
        rl_exc *exc = rl_future_exception(task, &failure);
        if (exc == NULL && failure != NULL)
            exc = rl_loop_call_exception_handler(
                loop, &(rl_exc_context){.message = "unhandled exception during asyncio.run() "
                                                   "shutdown",
                                        .exception = failure,
                                        .task = task});
        if (exc != NULL)
            return exc;
    }
    return NULL;
}

static rl_exc *cancel_collected(rl_loop *loop, const task_list *tasks)
{
    for (size_t i = 0; i < tasks->count; i++) {
        bool cancelled;
        rl_err err = rl_future_try_cancel(tasks->at[i].future, value_none(), &cancelled);
        if (err != RL_OK)
            return rl_exc_from_err(err);
    }
    rl_exc *exc = gather_all(loop, tasks);
    return exc != NULL ? exc : report_failures(loop, tasks);
}

/* In the order in which they were created; in CPython it is a set's (RUN-6). */
static rl_exc *cancel_all_tasks(rl_loop *loop)
{
    task_list tasks = {NULL, 0};

    rl_all_tasks(loop, collect, &tasks);
    if (tasks.count == 0)
        return NULL;
    tasks.at = mem_alloc(tasks.count * sizeof *tasks.at);
    if (tasks.at == NULL)
        return rl_exc_from_err(RL_ERR_NO_MEMORY);
    tasks.count = 0;
    rl_all_tasks(loop, collect, &tasks);
    rl_exc *exc = cancel_collected(loop, &tasks);
    for (size_t i = 0; i < tasks.count; i++)
        rl_future_unref(tasks.at[i].future);
    mem_free(tasks.at);
    return exc;
}
