/* Unit tests of the runner, of SIGINT, and of what ends a loop's life. */
#include <signal.h>
#include <unistd.h>

#include "actors.h"

static rl_runner *runner;
static rl_event *event;

static void up(void)
{
    signal(SIGINT, SIG_DFL); /* Check has a handler of its own */
    world_up();
    ASSERT_OK(rl_runner_new(&rl_reference_ops, &runner));
    ASSERT_OK(rl_event_new(&event));
}

static void down(void)
{
    set_last_raised(NULL);
    rl_exc *exc = rl_runner_close(runner);
    ck_assert_ptr_null(exc);
    rl_runner_unref(runner);
    rl_event_unref(event);
    rl_executors_join();
    world_down();
}

static rl_exc *event_wait(rl_coro **out)
{
    return exc_of(rl_event_wait(event, out));
}

static rl_exc *event_set(rl_coro **out)
{
    (void)out;
    return exc_of(rl_event_set(event));
}

static rl_exc *sigint(rl_coro **out)
{
    (void)out;
    raise(SIGINT);
    return rl_check_signals();
}

static rl_exc *sigint_unseen(rl_coro **out)
{
    (void)out;
    raise(SIGINT);
    return NULL;
}

static rl_exc *raise_error(rl_coro **out)
{
    (void)out;
    return rl_exc_new(RL_EXC_EXCEPTION, "ValueError", "bad", value_none());
}

static const act waits_forever[] = {{"wait", event_wait, false}, {NULL, NULL, false}};
static const act waits_and_fails[] = {
    {"wait", event_wait, true}, {"fail", raise_error, false}, {NULL, NULL, false}};

static rl_future *background[4];
static int background_count;

static rl_exc *spawn(const act *acts)
{
    rl_coro *coro;
    rl_err err = actor_new("bg", acts, &coro);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_exc *exc = rl_loop_create_task(rl_get_running_loop(), coro, NULL,
                                      &background[background_count]);
    background_count += exc == NULL ? 1 : 0;
    return exc;
}

static rl_exc *spawn_waiter(rl_coro **out)
{
    (void)out;
    return spawn(waits_forever);
}

static rl_exc *spawn_failure(rl_coro **out)
{
    (void)out;
    return spawn(waits_and_fails);
}

static rl_exc *pass_once(rl_coro **out)
{
    return exc_of(rl_sleep(0, value_none(), out));
}

static rl_exc *run_acts(const act *acts, rl_value *result)
{
    rl_coro *coro;
    rl_err err = actor_new("main", acts, &coro);
    return err != RL_OK ? rl_exc_from_err(err) : rl_runner_run(runner, coro, NULL, result);
}

#define END {NULL, NULL, false}

/* RUN-1, RUN-13. */
START_TEST(a_runner_runs_several_times_on_one_loop)
{
    static const act acts[] = {{"pass", pass_once, false}, END};
    rl_loop *first, *second;
    rl_value result;
    ck_assert_ptr_null(rl_runner_get_loop(runner, &first));
    ck_assert_ptr_null(run_acts(acts, &result));
    ck_assert_int_eq((intptr_t)result.ptr, 7);
    ck_assert_ptr_null(run_acts(acts, &result));
    ck_assert_ptr_null(rl_runner_get_loop(runner, &second));
    ck_assert_ptr_eq(first, second);
    ck_assert_str_eq(take_trace(), "main:pass main:pass ");
    ck_assert_ptr_null(rl_runner_close(runner));
    rl_exc *exc = run_acts(acts, &result);
    ck_assert_str_eq(rl_exc_message(exc), "Runner is closed");
}
END_TEST

static char reports[200];

static rl_exc *report(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop, (void)arg;
    snprintf(reports + strlen(reports), sizeof reports - strlen(reports), "%s: %s%s;",
             context->message, rl_exc_class(context->exception),
             context->task != NULL ? " of a task" : "");
    return NULL;
}

/* RUN-4, RUN-5. */
START_TEST(closing_cancels_what_is_left_and_reports_its_errors)
{
    static const act acts[] = {{"spawn", spawn_waiter, false},
                               {"spawn", spawn_failure, false},
                               {"pass", pass_once, false},
                               END};
    rl_loop *loop;
    rl_value result;
    background_count = 0;
    reports[0] = '\0';
    ck_assert_ptr_null(rl_runner_get_loop(runner, &loop));
    rl_loop_set_exception_handler(loop, report, NULL);
    ck_assert_ptr_null(run_acts(acts, &result));
    ck_assert_ptr_null(rl_runner_close(runner));
    ck_assert_str_eq(take_trace(), "main:spawn main:spawn main:pass bg:wait!CancelledError "
                                   "bg:wait!CancelledError bg:fail!ValueError ");
    ck_assert_str_eq(reports, "unhandled exception during asyncio.run() shutdown: ValueError of "
                              "a task;");
    for (int i = 0; i < background_count; i++)
        rl_future_unref(background[i]);
}
END_TEST

static bool sigint_is_default(void)
{
    struct sigaction action;
    sigaction(SIGINT, NULL, &action);
    return action.sa_handler == SIG_DFL;
}

/* RUN-9, RUN-12. */
START_TEST(a_sigint_cancels_the_main_task_and_comes_out_as_keyboard_interrupt)
{
    static const act acts[] = {{"int", sigint, false}, {"wait", event_wait, false}, END};
    rl_value result;
    rl_exc *exc = run_acts(acts, &result);
    ck_assert_str_eq(rl_exc_class(exc), "KeyboardInterrupt");
    rl_exc *context = rl_exc_context_of(exc);
    ck_assert_str_eq(rl_exc_class(context), "CancelledError");
    rl_exc_unref(context);
    rl_exc_unref(exc);
    ck_assert(sigint_is_default());
    ck_assert_str_eq(take_trace(), "main:int main:wait!CancelledError ");
}
END_TEST

static void *interrupt_soon(void *arg)
{
    usleep(20000);
    kill(getpid(), SIGINT);
    return arg;
}

START_TEST(a_sigint_ends_a_poll)
{
    static const act acts[] = {{"wait", event_wait, false}, END};
    pthread_t thread;
    rl_value result;
    ck_assert_int_eq(pthread_create(&thread, NULL, interrupt_soon, NULL), 0);
    rl_exc *exc = run_acts(acts, &result);
    ck_assert_str_eq(rl_exc_class(exc), "KeyboardInterrupt");
    rl_exc_unref(exc);
    pthread_join(thread, NULL);
}
END_TEST

/* RUN-10: seen at the next poll. */
START_TEST(a_main_task_may_swallow_the_sigint)
{
    static const act acts[] = {{"int", sigint_unseen, false},
                               {"wait", event_wait, true},
                               {"set", event_set, false},
                               {"wait", event_wait, false},
                               END};
    rl_value result;
    ck_assert_ptr_null(run_acts(acts, &result));
    ck_assert_str_eq(take_trace(), "main:int main:wait!CancelledError main:set main:wait ");
}
END_TEST

/* RUN-11. */
START_TEST(a_second_sigint_is_raised_at_once)
{
    static const act acts[] = {{"int", sigint, false},
                               {"wait", event_wait, true},
                               {"int", sigint, false},
                               END};
    rl_value result;
    rl_exc *exc = run_acts(acts, &result);
    ck_assert_str_eq(rl_exc_class(exc), "KeyboardInterrupt");
    rl_exc_unref(exc);
    ck_assert_str_eq(take_trace(), "main:int main:wait!CancelledError main:int!KeyboardInterrupt ");
}
END_TEST

/* ---- Threads -------------------------------------------------------------- */

static int jobs, drops;

static rl_exc *job(void *arg, rl_value *result)
{
    (void)arg;
    jobs++;
    *result = rl_number(jobs);
    return NULL;
}

static void drop(void *arg)
{
    (void)arg;
    drops++;
}

static rl_exc *in_thread(rl_coro **out)
{
    return exc_of(rl_to_thread(job, NULL, drop, out));
}

static rl_exc *shut_down(rl_coro **out)
{
    return exc_of(rl_loop_shutdown_default_executor(rl_get_running_loop(), NAN, out));
}

/* THR-10, THR-16. */
START_TEST(the_default_executor_is_shut_down_for_good)
{
    static const act acts[] = {{"job", in_thread, false},
                               {"down", shut_down, false},
                               {"down", shut_down, false},
                               {"job", in_thread, false},
                               END};
    rl_value result;
    jobs = drops = 0;
    rl_exc *exc = run_acts(acts, &result);
    ck_assert_str_eq(rl_exc_message(exc), "Executor shutdown has been called");
    rl_exc_unref(exc);
    ck_assert_str_eq(take_trace(), "main:job main:down main:down main:job!RuntimeError ");
    ck_assert_int_eq(jobs, 1);
    ck_assert_int_eq(drops, 2);
}
END_TEST

static rl_exc *slow_job(void *arg, rl_value *result)
{
    usleep(100000);
    return job(arg, result);
}

static rl_exc *shut_down_shortly(rl_coro **out)
{
    rl_future *future;
    rl_err err = rl_loop_run_in_executor(rl_get_running_loop(), NULL, slow_job, NULL, NULL,
                                         &future);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_future_unref(future);
    return exc_of(rl_loop_shutdown_default_executor(rl_get_running_loop(), 0.02, out));
}

static char warned[200];

static void on_log(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)exc, (void)arg;
    if (level == RL_LOG_RUNTIME_WARNING)
        snprintf(warned, sizeof warned, "%s", text);
}

/* THR-11. */
START_TEST(a_shutdown_that_takes_too_long_is_given_up)
{
    static const act acts[] = {{"down", shut_down_shortly, false}, END};
    rl_value result;
    rl_set_log(on_log, NULL);
    rl_exc *exc = run_acts(acts, &result);
    ck_assert_msg(exc == NULL, "%s: %s", exc == NULL ? "" : rl_exc_class(exc),
                  exc == NULL ? "" : rl_exc_message(exc));
    rl_set_log(NULL, NULL);
    ck_assert_str_eq(warned, "The executor did not finishing joining its threads within 0.02 "
                             "seconds.");
}
END_TEST

/* ---- Memory --------------------------------------------------------------- */

static void quiet(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)level, (void)text, (void)exc, (void)arg;
}

START_TEST(every_allocation_may_fail)
{
    static const act acts[] = {{"spawn", spawn_waiter, true},
                               {"job", in_thread, true},
                               {"spawn", spawn_failure, true},
                               {"pass", pass_once, true},
                               END};
    rl_set_log(quiet, NULL);
    for (size_t n = 1;; n++) {
        world_up();
        background_count = 0;
        mem_fail_nth(n);
        if (rl_event_new(&event) == RL_OK) {
            if (rl_runner_new(&rl_reference_ops, &runner) == RL_OK) {
                rl_value result;
                rl_exc_unref(run_acts(acts, &result));
                set_last_raised(NULL);
                rl_exc *exc = rl_runner_close(runner);
                if (exc != NULL)
                    ck_assert_int_eq(rl_exc_err(exc), RL_ERR_NO_MEMORY);
                for (int i = 0; i < background_count; i++)
                    forget(background[i]);
                rl_runner_unref(runner);
            }
            rl_event_unref(event);
        }
        rl_executors_join();
        int failed = mem_has_failed();
        mem_fail_nth(0);
        world_down();
        if (!failed)
            break;
    }
    rl_set_log(NULL, NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("runner");
    TCase *tcase = tcase_create("runner");
    tcase_add_checked_fixture(tcase, up, down);
    tcase_add_test(tcase, a_runner_runs_several_times_on_one_loop);
    tcase_add_test(tcase, closing_cancels_what_is_left_and_reports_its_errors);
    tcase_add_test(tcase, a_sigint_cancels_the_main_task_and_comes_out_as_keyboard_interrupt);
    tcase_add_test(tcase, a_sigint_ends_a_poll);
    tcase_add_test(tcase, a_main_task_may_swallow_the_sigint);
    tcase_add_test(tcase, a_second_sigint_is_raised_at_once);
    tcase_add_test(tcase, the_default_executor_is_shut_down_for_good);
    tcase_add_test(tcase, a_shutdown_that_takes_too_long_is_given_up);
    suite_add_tcase(suite, tcase);
    TCase *memory = tcase_create("memory");
    tcase_add_test(memory, every_allocation_may_fail);
    tcase_set_timeout(memory, 60);
    suite_add_tcase(suite, memory);
    return run_suite(suite);
}
