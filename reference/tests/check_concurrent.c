/* Unit tests of futures that any thread may use, and of the ways between them and
 * a loop. */
#include <pthread.h>

#include "../concurrent.h"
#include "actors.h"

static rl_loop *loop;
static rl_event *event;

static void up(void)
{
    world_up();
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &loop));
    ASSERT_OK(rl_event_new(&event));
}

static void down(void)
{
    ASSERT_OK(rl_loop_close(loop));
    rl_loop_unref(loop);
    rl_event_unref(event);
    rl_executors_join();
    world_down();
}

static rl_exc *event_wait(rl_coro **out)
{
    return exc_of(rl_event_wait(event, out));
}

static rl_exc *pass_once(rl_coro **out)
{
    return exc_of(rl_sleep(0, value_none(), out));
}

static rl_exc *raise_error(rl_coro **out)
{
    (void)out;
    return rl_exc_new(RL_EXC_EXCEPTION, "ValueError", "bad", value_none());
}

static rl_exc *stop_loop(rl_coro **out)
{
    (void)out;
    rl_loop_stop(loop);
    return NULL;
}

#define END {NULL, NULL, false}

static const act passes_once[] = {{"pass", pass_once, false}, END};
static const act fails[] = {{"fail", raise_error, false}, END};
static const act waits[] = {{"wait", event_wait, false}, END};
static const act waits_then_stops[] = {
    {"wait", event_wait, true}, {"stop", stop_loop, false}, END};

static rl_concurrent *submit(const act *acts)
{
    rl_coro *coro = NULL;
    rl_concurrent *future = NULL;
    ASSERT_OK(actor_new("t", acts, &coro));
    ASSERT_OK(rl_run_coroutine_threadsafe(coro, loop, &future));
    return future;
}

static rl_exc *loop_pass(void)
{
    rl_loop_stop(loop);
    return rl_loop_run_forever(loop);
}

/* ---- Between threads ------------------------------------------------------ */

static void *stay(void *arg)
{
    rl_exc *exc = rl_loop_run_forever(arg);
    return exc;
}

static rl_exc *stop_it(void *arg)
{
    rl_loop_stop(arg);
    return NULL;
}

static const rl_call stop_it_call = {stop_it, NULL};

static pthread_t start_loop(void)
{
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, stay, loop), 0);
    return thread;
}

static void end_loop(pthread_t thread)
{
    void *exc;
    ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &stop_it_call, loop, NULL, NULL));
    pthread_join(thread, &exc);
    ck_assert_ptr_null(exc);
}

/* THR-12. */
START_TEST(a_coroutine_runs_on_the_loop_of_another_thread)
{
    pthread_t thread = start_loop();
    rl_value value;
    rl_concurrent *good = submit(passes_once);
    ck_assert_ptr_null(rl_concurrent_result(good, NAN, &value));
    ck_assert_int_eq((intptr_t)value.ptr, 7);
    rl_concurrent *bad = submit(fails);
    rl_exc *exc = rl_concurrent_result(bad, 10, &value);
    ck_assert_str_eq(rl_exc_class(exc), "ValueError");
    rl_exc_unref(exc);
    end_loop(thread);
    ck_assert(rl_concurrent_done(good) && !rl_concurrent_cancelled(good));
    ck_assert(!rl_concurrent_cancel(good));
    ck_assert_str_eq(take_trace(), "t:pass t:fail!ValueError ");
    rl_concurrent_unref(good);
    rl_concurrent_unref(bad);
}
END_TEST

/* THR-13. */
START_TEST(cancelling_from_another_thread_cancels_the_task)
{
    pthread_t thread = start_loop();
    rl_value value;
    rl_concurrent *future = submit(waits_then_stops);
    rl_exc *exc = rl_concurrent_result(future, 0.01, &value);
    ck_assert_int_eq(rl_exc_err(exc), RL_ERR_CONCURRENT_TIMEOUT);
    ck_assert(rl_concurrent_cancel(future));
    ck_assert(rl_concurrent_cancel(future));
    exc = rl_concurrent_result(future, NAN, &value);
    ck_assert_int_eq(rl_exc_err(exc), RL_ERR_CONCURRENT_CANCELLED);
    void *left;
    pthread_join(thread, &left);
    ck_assert_ptr_null(left);
    ck_assert_str_eq(take_trace(), "t:wait!CancelledError t:stop ");
    rl_concurrent_unref(future);
}
END_TEST

START_TEST(a_future_cancelled_before_its_task_begins_cancels_it_at_once)
{
    rl_concurrent *future = submit(waits);
    ck_assert(rl_concurrent_cancel(future));
    for (int i = 0; i < 4; i++)
        ck_assert_ptr_null(loop_pass());
    ck_assert_str_eq(take_trace(), ""); /* it never began */
    rl_concurrent_unref(future);
}
END_TEST

static rl_future *left[2];
static int left_count;

static void keep(rl_task *task, void *arg)
{
    (void)arg;
    left[left_count++] = rl_future_ref(rl_task_future(task));
}

START_TEST(a_closed_loop_takes_no_coroutine_and_completes_none)
{
    rl_concurrent *future = submit(waits);
    rl_concurrent *other = submit(waits);
    rl_coro *coro = NULL;
    ck_assert_ptr_null(loop_pass());
    ck_assert_ptr_null(loop_pass());
    left_count = 0;
    rl_all_tasks(loop, keep, NULL);
    ck_assert_int_eq(left_count, 2);
    ASSERT_OK(rl_loop_close(loop));
    for (int i = 0; i < left_count; i++)
        forget(left[i]); /* what a collector of cycles would find */
    ck_assert(!rl_concurrent_done(future));
    ck_assert(rl_concurrent_cancel(future));
    ASSERT_OK(actor_new("t", waits, &coro));
    rl_concurrent *refused;
    ck_assert_int_eq(rl_run_coroutine_threadsafe(coro, loop, &refused), RL_ERR_LOOP_CLOSED);
    rl_concurrent_unref(future);
    rl_concurrent_unref(other);
}
END_TEST

/* ---- wrap_future ---------------------------------------------------------- */

static char told[100];

static rl_exc *tell(void *arg)
{
    strcat(told, arg);
    return NULL;
}

static const rl_call tell_call = {tell, NULL};

/* FUT-23. */
START_TEST(a_wrapped_future_follows_and_is_followed)
{
    rl_concurrent *first, *second, *third;
    rl_future *follows, *leads, *late;
    rl_value value;
    told[0] = '\0';
    ASSERT_OK(concurrent_new(&first));
    ASSERT_OK(concurrent_new(&second));
    ASSERT_OK(concurrent_new(&third));
    ASSERT_OK(rl_concurrent_add_done_callback(first, &tell_call, "first "));
    ASSERT_OK(rl_concurrent_add_done_callback(third, &tell_call, "never "));
    ASSERT_OK(rl_wrap_future(first, loop, &follows));
    ASSERT_OK(rl_wrap_future(second, loop, &leads));
    ASSERT_OK(rl_wrap_future(third, loop, &late));
    ck_assert(concurrent_begin(first));
    concurrent_finish(first, NULL, rl_number(3));
    ck_assert_str_eq(told, "first ");
    ck_assert(!rl_future_done(follows)); /* one hop later */
    ck_assert(rl_future_cancel(leads, value_none()));
    ck_assert(!rl_concurrent_done(second));
    ck_assert_ptr_null(loop_pass());
    ck_assert_ptr_null(rl_future_result(follows, &value));
    ck_assert_int_eq((intptr_t)value.ptr, 3);
    ck_assert(rl_concurrent_cancelled(second));
    rl_future *again;
    ASSERT_OK(rl_wrap_future(second, loop, &again));
    ck_assert_ptr_null(loop_pass());
    ck_assert(rl_future_cancelled(again));
    rl_concurrent_unref(first);
    rl_concurrent_unref(second);
    rl_concurrent_unref(third);
    rl_future_unref(follows);
    rl_future_unref(leads);
    rl_future_unref(again);
    rl_future_unref(late);
}
END_TEST

/* ---- Races ---------------------------------------------------------------- */

static rl_exc *count_job(void *arg, rl_value *result)
{
    *result = rl_number((intptr_t)arg);
    return NULL;
}

static void *cancel_it(void *future)
{
    rl_concurrent_cancel(future);
    return NULL;
}

/* For ThreadSanitizer. */
START_TEST(cancelling_and_completing_race)
{
    rl_executor *executor;
    ASSERT_OK(rl_executor_new(2, "race", &executor));
    for (int i = 0; i < 100; i++) {
        pthread_t thread;
        rl_future *job;
        rl_concurrent *future = submit(passes_once);
        ASSERT_OK(rl_loop_run_in_executor(loop, executor, count_job, NULL, NULL, &job));
        ck_assert_int_eq(pthread_create(&thread, NULL, cancel_it, future), 0);
        for (int passes_left = 4; passes_left > 0; passes_left--)
            ck_assert_ptr_null(loop_pass());
        pthread_join(thread, NULL);
        rl_future_cancel(job, value_none());
        rl_future_unref(job);
        rl_concurrent_unref(future);
        world.trace[0] = '\0';
    }
    ck_assert_ptr_null(loop_pass());
    rl_executor_shutdown(executor, true);
    rl_executor_unref(executor);
}
END_TEST

/* ---- Memory --------------------------------------------------------------- */

static void quiet(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)level, (void)text, (void)exc, (void)arg;
}

START_TEST(every_allocation_may_fail)
{
    rl_set_log(quiet, NULL);
    for (size_t n = 1;; n++) {
        up();
        mem_fail_nth(n);
        rl_coro *coro;
        rl_concurrent *future = NULL;
        rl_future *wrapped = NULL, *job = NULL;
        rl_err err = actor_new("t", passes_once, &coro);
        if (err == RL_OK)
            err = rl_run_coroutine_threadsafe(coro, loop, &future);
        if (err == RL_OK && rl_wrap_future(future, loop, &wrapped) != RL_OK)
            wrapped = NULL;
        if (rl_loop_run_in_executor(loop, NULL, count_job, NULL, NULL, &job) != RL_OK)
            job = NULL;
        for (int i = 0; i < 4; i++)
            rl_exc_unref(loop_pass());
        rl_exc *exc;
        if (wrapped != NULL && rl_future_done(wrapped))
            ck_assert_ptr_null(rl_future_exception(wrapped, &exc));
        rl_future_unref(wrapped);
        rl_future_unref(job);
        rl_concurrent_unref(future);
        int failed = mem_has_failed();
        mem_fail_nth(0);
        down();
        if (!failed)
            break;
    }
    rl_set_log(NULL, NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("concurrent");
    TCase *tcase = tcase_create("concurrent");
    tcase_add_checked_fixture(tcase, up, down);
    tcase_add_test(tcase, a_coroutine_runs_on_the_loop_of_another_thread);
    tcase_add_test(tcase, cancelling_from_another_thread_cancels_the_task);
    tcase_add_test(tcase, a_future_cancelled_before_its_task_begins_cancels_it_at_once);
    tcase_add_test(tcase, a_closed_loop_takes_no_coroutine_and_completes_none);
    tcase_add_test(tcase, a_wrapped_future_follows_and_is_followed);
    tcase_add_test(tcase, cancelling_and_completing_race);
    suite_add_tcase(suite, tcase);
    TCase *memory = tcase_create("memory");
    tcase_add_test(memory, every_allocation_may_fail);
    tcase_set_timeout(memory, 60);
    suite_add_tcase(suite, memory);
    return run_suite(suite);
}
