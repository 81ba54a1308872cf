/* Debug mode: which callbacks are slow, what the clock is read for, and who may call. */
#include <pthread.h>
#include <stdatomic.h>

#include "routines.h"
#include "tiny_loop.h"

static char logged[1024];

static void on_log(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)arg;
    ck_assert_int_eq(level, RL_LOG_WARNING);
    ck_assert_ptr_null(exc);
    ck_assert_uint_lt(strlen(logged) + strlen(text) + 2, sizeof logged);
    strcat(logged, text);
    strcat(logged, "\n");
    trace("logged");
}

static void up(void)
{
    world_up();
    logged[0] = '\0';
    rl_set_log(on_log, NULL);
    ASSERT_OK(rl_loop_set_debug(world.loop, true));
}

static void down(void)
{
    rl_set_log(NULL, NULL);
    world_down();
}

/* Callbacks that take time: the argument points to the seconds. */
static double eighth = 0.125, quarter = 0.25, half = 0.5;

static rl_exc *take_time(void *seconds)
{
    world.script.now_s += *(double *)seconds;
    return NULL;
}
static const rl_call slow_call = {take_time, count_drop};

static rl_exc *fail_slowly(void *seconds)
{
    take_time(seconds);
    trace("fail");
    return value_error();
}
static const rl_call slow_failure_call = {fail_slowly, NULL};

static rl_exc *exit_slowly(void *seconds)
{
    take_time(seconds);
    return rl_exc_new(RL_EXC_SYSTEM_EXIT, "SystemExit", "", value_none());
}
static const rl_call slow_exit_call = {exit_slowly, NULL};

/* ---- The mode ------------------------------------------------------------- */

START_TEST(the_mode_is_off_until_it_is_set)
{
    ASSERT_OK(rl_loop_set_debug(world.loop, false));
    ck_assert(!rl_loop_get_debug(world.loop));
    rl_loop *fresh;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &fresh));
    ck_assert(!rl_loop_get_debug(fresh));
    ck_assert_double_eq(rl_loop_get_slow_callback_duration(fresh), 0.1);
    ASSERT_OK(rl_loop_set_debug(fresh, true));
    ASSERT_OK(rl_loop_set_slow_callback_duration(fresh, 2));
    ck_assert(rl_loop_get_debug(fresh));
    ck_assert_double_eq(rl_loop_get_slow_callback_duration(fresh), 2);
    ck_assert_double_eq(rl_loop_get_slow_callback_duration(world.loop), 0.1);
    ASSERT_OK(rl_loop_close(fresh));
    ck_assert(rl_loop_get_debug(fresh));
    rl_loop_unref(fresh);
}
END_TEST

START_TEST(a_loop_may_lack_it)
{
    rl_loop_ops bare = rl_reference_ops;
    bare.set_debug = NULL;
    bare.get_debug = NULL;
    bare.set_slow_callback_duration = NULL;
    bare.get_slow_callback_duration = NULL;
    const rl_loop_ops *lacking[] = {&tiny_ops, &bare};
    rl_loop *loop;
    ASSERT_OK(rl_loop_new(lacking[_i], &loop));
    ck_assert_int_eq(rl_loop_set_debug(loop, true), RL_ERR_UNSUPPORTED);
    ck_assert(!rl_loop_get_debug(loop));
    ck_assert_int_eq(rl_loop_set_slow_callback_duration(loop, 1), RL_ERR_UNSUPPORTED);
    ck_assert(isnan(rl_loop_get_slow_callback_duration(loop)));
    ASSERT_OK(rl_loop_close(loop));
    rl_loop_unref(loop);
}
END_TEST

/* ---- Slow callbacks ------------------------------------------------------- */

START_TEST(the_bound_is_inclusive)
{
    ASSERT_OK(rl_loop_set_slow_callback_duration(world.loop, 0.25));
    soon_call(&slow_call, &eighth);
    soon_call(&slow_call, &quarter);
    soon_call(&slow_call, &half);
    passes(1);
    ck_assert_str_eq(logged, "Executing <Handle> took 0.250 seconds\n"
                             "Executing <Handle> took 0.500 seconds\n");
    ck_assert_int_eq(world.dropped, 3);
}
END_TEST

START_TEST(nothing_is_said_outside_the_mode)
{
    ASSERT_OK(rl_loop_set_debug(world.loop, false));
    soon_call(&slow_call, &half);
    passes(1);
    ck_assert_str_eq(logged, "");
}
END_TEST

START_TEST(a_timer_shows_its_deadline)
{
    ASSERT_OK(rl_loop_call_at(world.loop, 1000.5, &slow_call, &quarter, NULL, NULL));
    ASSERT_OK(rl_loop_call_at(world.loop, 1001, &stop_call, NULL, NULL, NULL));
    run();
    ck_assert_str_eq(logged, "Executing <TimerHandle when=1000.5> took 0.250 seconds\n");
}
END_TEST

/* Waits for the future that is its argument, slowly before and after. */
static void step_slowly(steps *self, rl_exc *raised)
{
    ck_assert_ptr_null(raised);
    take_time(&quarter);
    if (self->coro.state == 0)
        steps_await(self, routine_of(self)->arg, 1);
    else
        steps_return(self, rl_number(1));
}

static void run_slow_task(const char *name)
{
    rl_task_options options = {.name = name};
    rl_future *future = future_new();
    rl_future *task = spawn_with(&options, step_slowly, "r", future);
    passes(1);
    ASSERT_OK(rl_future_set_result(future, value_none()));
    passes(1);
    rl_future_unref(future);
    end_with(task, "= 1");
}

START_TEST(a_step_shows_its_task)
{
    run_slow_task("slow");
    ck_assert_str_eq(logged, "Executing <Task name='slow'> took 0.250 seconds\n"
                             "Executing <Task name='slow'> took 0.250 seconds\n");
}
END_TEST

START_TEST(a_name_without_end_is_cut_and_the_time_is_told)
{
    char name[300];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    run_slow_task(name);
    ck_assert_ptr_nonnull(strstr(logged, "nnn took 0.250 seconds\n"));
}
END_TEST

/* DBG-5: two reads more for each callback that runs. */
START_TEST(the_clock_is_read_twice_for_each_callback)
{
    for (int debug = 0; debug < 2; debug++) {
        ASSERT_OK(rl_loop_set_debug(world.loop, debug == 1));
        rl_handle *h;
        soon("a");
        soon("b");
        ASSERT_OK(rl_loop_call_soon(world.loop, &say_call, (void *)"c", NULL, &h));
        rl_handle_cancel(h);
        rl_handle_unref(h);
        int before = world.script.reads;
        passes(1);
        ck_assert_int_eq(world.script.reads - before, debug == 1 ? 1 + 2 * 2 : 1);
    }
    ck_assert_str_eq(take_trace(), "a b a b ");
}
END_TEST

static rl_exc *report_slowly(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)context;
    (void)arg;
    take_time(&quarter);
    trace("reported");
    return NULL;
}

START_TEST(a_failure_is_reported_and_then_measured)
{
    rl_loop_set_exception_handler(world.loop, report_slowly, NULL);
    soon_call(&slow_failure_call, &quarter);
    soon("next");
    passes(1);
    ck_assert_str_eq(logged, "Executing <Handle> took 0.500 seconds\n");
    ck_assert_str_eq(take_trace(), "fail reported logged next ");
}
END_TEST

START_TEST(what_leaves_the_run_is_not_measured)
{
    soon_call(&slow_exit_call, &half);
    soon("rest");
    rl_exc *exc = pass();
    ck_assert_ptr_nonnull(exc);
    ck_assert_int_eq(rl_exc_get_kind(exc), RL_EXC_SYSTEM_EXIT);
    rl_exc_unref(exc);
    ck_assert_str_eq(logged, "");
    passes(1);
    ck_assert_str_eq(take_trace(), "rest ");
}
END_TEST

static rl_exc *exit_in_handler(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)context;
    return exit_slowly(arg);
}

START_TEST(an_exit_of_the_handler_leaves_once)
{
    rl_loop_set_exception_handler(world.loop, exit_in_handler, &half);
    soon_call(&slow_failure_call, &quarter);
    rl_exc *exc = pass();
    ck_assert_int_eq(rl_exc_get_kind(exc), RL_EXC_SYSTEM_EXIT);
    rl_exc_unref(exc);
    ck_assert_str_eq(logged, "");
}
END_TEST

static rl_exc *set_mode(void *debug)
{
    ASSERT_OK(rl_loop_set_debug(world.loop, *(bool *)debug));
    return take_time(&eighth);
}
static const rl_call mode_call = {set_mode, NULL};

/* Whether a callback is measured is decided before it begins. */
START_TEST(the_mode_changes_within_a_batch)
{
    static bool on = true, off = false;
    ASSERT_OK(rl_loop_set_debug(world.loop, false));
    soon_call(&mode_call, &on);
    soon_call(&slow_call, &quarter);
    soon_call(&mode_call, &off);
    soon_call(&slow_call, &half);
    passes(1);
    ck_assert_str_eq(logged, "Executing <Handle> took 0.250 seconds\n"
                             "Executing <Handle> took 0.125 seconds\n");
}
END_TEST

static rl_handle *itself;
static rl_exc *cancel_itself(void *arg)
{
    rl_handle_cancel(itself);
    return take_time(arg);
}
static const rl_call self_cancel_call = {cancel_itself, count_drop};

START_TEST(a_callback_that_cancels_itself_is_shown_cancelled)
{
    ASSERT_OK(rl_loop_call_soon_threadsafe(world.loop, &self_cancel_call, &quarter, NULL, &itself));
    passes(1);
    rl_handle_unref(itself);
    ck_assert_str_eq(logged, "Executing <Handle cancelled> took 0.250 seconds\n");
    ck_assert_int_eq(world.dropped, 1);
}
END_TEST

/* ---- Other threads -------------------------------------------------------- */

static struct {
    rl_err soon, at, later, threadsafe, set_result;
    rl_future *future; /* NULL: none to complete */
    rl_loop *loop;
} tried;

static void *try_all(void *unused)
{
    static const rl_call refused_call = {say, count_drop};
    rl_handle *h;
    tried.soon = rl_loop_call_soon(tried.loop, &refused_call, (void *)"soon", NULL, &h);
    if (tried.soon == RL_OK)
        rl_handle_unref(h);
    tried.at = rl_loop_call_at(tried.loop, 1, &refused_call, (void *)"at", NULL, NULL);
    tried.later = rl_loop_call_later(tried.loop, 0, &refused_call, (void *)"later", NULL, NULL);
    tried.threadsafe =
        rl_loop_call_soon_threadsafe(tried.loop, &say_call, (void *)"threadsafe", NULL, NULL);
    if (tried.future != NULL)
        tried.set_result = rl_future_set_result(tried.future, value_none());
    return unused;
}

static void on_thread(void *(*function)(void *))
{
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, function, NULL), 0);
    ck_assert_int_eq(pthread_join(thread, NULL), 0);
}

static rl_exc *try_on_thread(void *arg)
{
    (void)arg;
    on_thread(try_all);
    return NULL;
}
static const rl_call try_call = {try_on_thread, NULL};

START_TEST(other_threads_are_refused_while_the_loop_runs)
{
    tried.loop = world.loop;
    tried.future = future_new();
    ASSERT_OK(rl_future_add_done_callback(tried.future, &say_call, (void *)"done", NULL));
    soon_call(&try_call, NULL);
    passes(1);
    ck_assert_int_eq(tried.soon, RL_ERR_OTHER_THREAD);
    ck_assert_int_eq(tried.at, RL_ERR_OTHER_THREAD);
    ck_assert_int_eq(tried.later, RL_ERR_OTHER_THREAD);
    ck_assert_int_eq(tried.set_result, RL_ERR_OTHER_THREAD);
    ASSERT_OK(tried.threadsafe);
    ck_assert(rl_future_done(tried.future));
    ck_assert_int_eq(world.dropped, 1); /* that of the future; what was refused is the caller's */
    passes(1);
    ck_assert_str_eq(take_trace(), "threadsafe ");
    rl_future_unref(tried.future);
    ck_assert_str_eq(rl_err_class(RL_ERR_OTHER_THREAD), "RuntimeError");
    ck_assert_str_eq(rl_err_message(RL_ERR_OTHER_THREAD),
                     "Non-thread-safe operation invoked on an event loop other than the current "
                     "one");
}
END_TEST

START_TEST(a_loop_that_does_not_run_is_not_checked)
{
    tried.loop = world.loop;
    tried.future = NULL;
    on_thread(try_all);
    ASSERT_OK(tried.soon);
    ASSERT_OK(tried.at);
    ASSERT_OK(tried.later);
    passes(1);
    ck_assert_str_eq(take_trace(), "soon threadsafe at later ");
}
END_TEST

static void *run_another(void *unused)
{
    rl_loop *other;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &other));
    rl_set_running_loop(other);
    try_all(NULL);
    rl_set_running_loop(NULL);
    ASSERT_OK(rl_loop_close(other));
    rl_loop_unref(other);
    return unused;
}

static rl_exc *another_on_thread(void *arg)
{
    (void)arg;
    on_thread(run_another);
    return NULL;
}
static const rl_call another_call = {another_on_thread, NULL};

START_TEST(a_thread_that_runs_another_loop_is_refused)
{
    tried.loop = world.loop;
    tried.future = NULL;
    soon_call(&another_call, NULL);
    passes(1);
    ck_assert_int_eq(tried.soon, RL_ERR_OTHER_THREAD);
    ck_assert_int_eq(tried.at, RL_ERR_OTHER_THREAD);
    passes(1);
    ck_assert_str_eq(take_trace(), "threadsafe ");
}
END_TEST

static atomic_bool switched;

static void *switch_the_mode(void *unused)
{
    for (int i = 0; i < 1000; i++)
        rl_loop_set_debug(tried.loop, i % 2 == 0);
    atomic_store(&switched, true);
    return unused;
}

/* Queues itself again and fails, until the other thread is done. */
static rl_exc *fail_again(void *call)
{
    world.dropped++; /* here: how often it ran */
    if (atomic_load(&switched))
        rl_loop_stop(tried.loop);
    else
        ASSERT_OK(rl_loop_call_soon(tried.loop, call, call, NULL, NULL));
    return value_error();
}
static const rl_call fail_again_call = {fail_again, NULL};

static rl_exc *count_reports(rl_loop *loop, const rl_exc_context *context, void *count)
{
    (void)loop;
    (void)context;
    ++*(int *)count;
    return NULL;
}

/* set_debug may be called on any thread: each failure is reported once, in either mode. */
START_TEST(another_thread_switches_the_mode)
{
    int told = 0;
    pthread_t thread;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &tried.loop));
    ASSERT_OK(rl_loop_set_slow_callback_duration(tried.loop, INFINITY));
    rl_loop_set_exception_handler(tried.loop, count_reports, &told);
    atomic_store(&switched, false);
    ASSERT_OK(rl_loop_call_soon(tried.loop, &fail_again_call, (void *)&fail_again_call, NULL,
                                NULL));
    ck_assert_int_eq(pthread_create(&thread, NULL, switch_the_mode, NULL), 0);
    ck_assert_ptr_null(rl_loop_run_forever(tried.loop));
    pthread_join(thread, NULL);
    ck_assert_int_eq(told, world.dropped);
    ck_assert(!rl_loop_get_debug(tried.loop));
    ASSERT_OK(rl_loop_close(tried.loop));
    rl_loop_unref(tried.loop);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("debug");
    TCase *tc = tcase_create("DBG");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, the_mode_is_off_until_it_is_set);
    tcase_add_loop_test(tc, a_loop_may_lack_it, 0, 2);
    tcase_add_test(tc, the_bound_is_inclusive);
    tcase_add_test(tc, nothing_is_said_outside_the_mode);
    tcase_add_test(tc, a_timer_shows_its_deadline);
    tcase_add_test(tc, a_step_shows_its_task);
    tcase_add_test(tc, a_name_without_end_is_cut_and_the_time_is_told);
    tcase_add_test(tc, the_clock_is_read_twice_for_each_callback);
    tcase_add_test(tc, a_failure_is_reported_and_then_measured);
    tcase_add_test(tc, what_leaves_the_run_is_not_measured);
    tcase_add_test(tc, an_exit_of_the_handler_leaves_once);
    tcase_add_test(tc, the_mode_changes_within_a_batch);
    tcase_add_test(tc, a_callback_that_cancels_itself_is_shown_cancelled);
    tcase_add_test(tc, other_threads_are_refused_while_the_loop_runs);
    tcase_add_test(tc, a_loop_that_does_not_run_is_not_checked);
    tcase_add_test(tc, a_thread_that_runs_another_loop_is_refused);
    tcase_add_test(tc, another_thread_switches_the_mode);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
