/* executor.c: THR-5 .. THR-7, THR-15. */
#include <pthread.h>
#include <time.h>

#include "tiny_loop.h"

static rl_loop *loop;
static size_t blocks;
static atomic_int started, ended, dropped;
static atomic_bool released;

static void up(void)
{
    memset(&world, 0, sizeof world);
    atomic_store(&started, 0);
    atomic_store(&ended, 0);
    atomic_store(&dropped, 0);
    atomic_store(&released, false);
    blocks = mem_block_count();
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &loop));
    world.loop = loop;
}

static void down(void)
{
    ASSERT_OK(rl_loop_close(loop));
    rl_executors_join();
    rl_loop_census census;
    ASSERT_OK(rl_loop_get_census(loop, &census));
    ck_assert_uint_eq(census.handles, 0);
    rl_loop_unref(loop);
    ck_assert_uint_eq(mem_block_count(), blocks);
}

static void pause_ms(long ms)
{
    struct timespec t = {0, ms * 1000000};
    nanosleep(&t, NULL);
}

static void drop_arg(void *arg)
{
    (void)arg;
    atomic_fetch_add(&dropped, 1);
}

static rl_exc *echo(void *arg, rl_value *result)
{
    atomic_fetch_add(&started, 1);
    *result = (rl_value){arg, NULL};
    return NULL;
}

static rl_exc *wait_for_release(void *arg, rl_value *result)
{
    atomic_fetch_add(&started, 1);
    while (!atomic_load(&released))
        pause_ms(1);
    *result = (rl_value){arg, NULL};
    atomic_fetch_add(&ended, 1);
    return NULL;
}

static rl_exc *fail_job(void *arg, rl_value *result)
{
    (void)arg;
    (void)result;
    return rl_exc_new(RL_EXC_EXCEPTION, "ValueError", "in the worker", (rl_value){NULL, NULL});
}

static char name[16];
static pthread_t worker_thread;

static rl_exc *tell_name(void *arg, rl_value *result)
{
    (void)arg;
    (void)result;
    pthread_getname_np(pthread_self(), name, sizeof name);
    worker_thread = pthread_self();
    return NULL;
}

static rl_future *submit(rl_executor *executor, rl_job job, const char *arg)
{
    rl_future *future;
    ASSERT_OK(rl_loop_run_in_executor(loop, executor, job, (void *)arg, drop_arg, &future));
    return future;
}

static const char *result_of(rl_future *future)
{
    rl_value value;
    ck_assert_ptr_null(rl_run_until_complete(loop, future));
    ck_assert_ptr_null(rl_future_result(future, &value));
    rl_future_unref(future);
    return value.ptr;
}

START_TEST(the_result_arrives_on_the_loop)
{
    rl_future *future = submit(NULL, echo, "result");
    while (atomic_load(&dropped) == 0)
        pause_ms(1);
    ck_assert(!rl_future_done(future)); /* THR-6: not before the loop runs */
    ck_assert_str_eq(result_of(future), "result");
    ck_assert_int_eq(atomic_load(&dropped), 1);
}
END_TEST

START_TEST(an_exception_arrives_too)
{
    rl_value value;
    rl_future *future = submit(NULL, fail_job, NULL);
    ck_assert_ptr_null(rl_run_until_complete(loop, future));
    rl_exc *exc = rl_future_result(future, &value);
    ck_assert_str_eq(rl_exc_message(exc), "in the worker");
    rl_exc_unref(exc);
    rl_future_unref(future);
}
END_TEST

/* THR-5 */
START_TEST(workers_are_named_and_idle_ones_reused)
{
    for (int i = 0; i < 3; i++) {
        result_of(submit(NULL, tell_name, NULL));
        ck_assert_str_eq(name, "asyncio_0");
        ck_assert(!pthread_equal(worker_thread, pthread_self()));
        pause_ms(5); /* it finds nothing to do, and counts as idle */
    }
    /* One is idle: the first of two takes it, the second needs another. */
    rl_future *both[2] = {submit(NULL, wait_for_release, "1"), submit(NULL, wait_for_release, "2")};
    for (int i = 0; i < 2000 && atomic_load(&started) < 2; i++)
        pause_ms(1);
    ck_assert_int_eq(atomic_load(&started), 2);
    atomic_store(&released, true);
    ck_assert_str_eq(result_of(both[0]), "1");
    ck_assert_str_eq(result_of(both[1]), "2");
    rl_executor *own;
    ASSERT_OK(rl_executor_new(1, "a-prefix-that-is-longer", &own));
    result_of(submit(own, tell_name, NULL));
    ck_assert_str_eq(name, "a-prefix-that-i");
    rl_executor_unref(own);
}
END_TEST

START_TEST(no_more_workers_than_allowed)
{
    rl_executor *two;
    rl_future *futures[5];
    ASSERT_OK(rl_executor_new(2, "two", &two));
    for (int i = 0; i < 5; i++)
        futures[i] = submit(two, wait_for_release, "r");
    pause_ms(20);
    ck_assert_int_eq(atomic_load(&started), 2);
    atomic_store(&released, true);
    for (int i = 0; i < 5; i++)
        ck_assert_str_eq(result_of(futures[i]), "r");
    rl_executor_shutdown(two, true);
    ck_assert_int_eq(atomic_load(&ended), 5);
    rl_executor_unref(two);
}
END_TEST

/* THR-7: the queued one never runs; the running one goes on. */
START_TEST(cancelling_reaches_what_has_not_begun)
{
    rl_executor *one;
    rl_value none = {NULL, NULL};
    ASSERT_OK(rl_executor_new(1, "one", &one));
    rl_future *running = submit(one, wait_for_release, "running");
    while (atomic_load(&started) == 0)
        pause_ms(1);
    rl_future *queued = submit(one, wait_for_release, "queued");
    ck_assert(rl_future_cancel(running, none));
    ck_assert(rl_future_cancel(queued, none));
    ASSERT_OK(rl_loop_call_later(loop, 0.01, &stop_call, NULL, NULL, NULL));
    ck_assert_ptr_null(rl_loop_run_forever(loop));
    ck_assert_int_eq(atomic_load(&dropped), 1); /* the queued one's argument */
    atomic_store(&released, true);
    ck_assert_str_eq(result_of(submit(one, echo, "last")), "last");
    ck_assert_int_eq(atomic_load(&started), 2);
    ck_assert_int_eq(atomic_load(&ended), 1);
    ck_assert_int_eq(atomic_load(&dropped), 3);
    rl_future_unref(running);
    rl_future_unref(queued);
    rl_executor_unref(one);
}
END_TEST

/* THR-15 */
START_TEST(a_worker_that_ends_after_the_close_is_dropped_silently)
{
    rl_future *future = submit(NULL, wait_for_release, "late");
    rl_future *queued[40];
    for (int i = 0; i < 40; i++)
        queued[i] = submit(NULL, wait_for_release, "late");
    ASSERT_OK(rl_loop_close(loop)); /* does not wait */
    ck_assert_int_eq(atomic_load(&ended), 0);
    atomic_store(&released, true);
    rl_executors_join();
    ck_assert_int_eq(atomic_load(&ended), 41); /* what was queued still ran */
    ck_assert_int_eq(atomic_load(&dropped), 41);
    ck_assert(!rl_future_done(future));
    rl_future_unref(future);
    for (int i = 0; i < 40; i++)
        rl_future_unref(queued[i]);
}
END_TEST

START_TEST(a_result_nobody_took_is_released)
{
    rl_future *future = submit(NULL, echo, "r");
    while (atomic_load(&dropped) == 0)
        pause_ms(1);
    rl_future_unref(future);
    /* The completion is queued, and the loop closes over it. */
}
END_TEST

START_TEST(after_shutdown_new_jobs_are_refused)
{
    rl_executor *executor;
    rl_future *future = NULL;
    ASSERT_OK(rl_executor_new(0, "x", &executor));
    rl_executor_shutdown(rl_executor_ref(executor), true);
    ck_assert_int_eq(rl_loop_run_in_executor(loop, executor, echo, NULL, drop_arg, &future),
                     RL_ERR_EXECUTOR_SHUTDOWN);
    ASSERT_OK(rl_loop_set_default_executor(loop, executor));
    ck_assert_int_eq(rl_loop_run_in_executor(loop, NULL, echo, NULL, drop_arg, &future),
                     RL_ERR_EXECUTOR_SHUTDOWN);
    rl_executor_unref(executor);
    rl_executor_unref(executor);
    ASSERT_OK(rl_loop_close(loop));
    ck_assert_int_eq(rl_loop_run_in_executor(loop, NULL, echo, NULL, drop_arg, &future),
                     RL_ERR_LOOP_CLOSED);
    ck_assert_ptr_null(future);
    ck_assert_int_eq(atomic_load(&dropped), 0);
}
END_TEST

START_TEST(a_default_executor_may_be_set)
{
    rl_executor *first, *second;
    ASSERT_OK(rl_executor_new(1, "first", &first));
    ASSERT_OK(rl_executor_new(1, "second", &second));
    ASSERT_OK(rl_loop_set_default_executor(loop, first));
    rl_executor_unref(first);
    result_of(submit(NULL, tell_name, NULL));
    ck_assert_str_eq(name, "first_0");
    ASSERT_OK(rl_loop_set_default_executor(loop, second));
    rl_executor_unref(second);
    result_of(submit(NULL, tell_name, NULL));
    ck_assert_str_eq(name, "second_0");
}
END_TEST

static rl_contextvar *var;
static rl_exc *look(void *arg, rl_value *result)
{
    rl_value value;
    *result = (rl_value){NULL, NULL};
    trace(rl_contextvar_get(var, &value) == RL_OK ? value.ptr : "none");
    ASSERT_OK(rl_contextvar_set(var, (rl_value){arg, NULL}, NULL));
    return NULL;
}

/* CTX-10: the worker has a context of its own, which it keeps. */
START_TEST(the_context_does_not_travel)
{
    ASSERT_OK(rl_contextvar_new("var", false, (rl_value){NULL, NULL}, &var));
    ASSERT_OK(rl_contextvar_set(var, (rl_value){"outside", NULL}, NULL));
    rl_executor *one;
    ASSERT_OK(rl_executor_new(1, "one", &one));
    result_of(submit(one, look, "worker's"));
    result_of(submit(one, look, "worker's"));
    ck_assert_str_eq(take_trace(), "none worker's ");
    rl_executor_shutdown(one, true);
    rl_executor_unref(one);
    context_thread_clear();
    rl_contextvar_unref(var);
}
END_TEST

START_TEST(many_jobs_many_workers)
{
    enum { COUNT = 300 };
    rl_future *futures[COUNT];
    char texts[COUNT][16];
    for (int i = 0; i < COUNT; i++) {
        snprintf(texts[i], sizeof texts[i], "%d", i);
        futures[i] = submit(NULL, echo, texts[i]);
    }
    for (int i = 0; i < COUNT; i++)
        ck_assert_str_eq(result_of(futures[i]), texts[i]);
    ck_assert_int_eq(atomic_load(&dropped), COUNT);
}
END_TEST

/* Whichever allocation fails, the submit is refused whole or goes through. */
START_TEST(every_allocation_may_fail)
{
    rl_executor *one;
    ASSERT_OK(rl_executor_new(1, "one", &one));
    int refused = 0;
    for (size_t n = 1; atomic_load(&started) == 0; n++) {
        rl_future *future = NULL;
        mem_fail_nth(n);
        rl_err err = rl_loop_run_in_executor(loop, n % 2 == 0 ? NULL : one, echo, NULL, drop_arg,
                                             &future);
        mem_fail_nth(0);
        if (err == RL_OK) {
            result_of(future);
            continue;
        }
        ck_assert_int_eq(err, RL_ERR_NO_MEMORY);
        ck_assert_ptr_null(future);
        ck_assert_int_eq(atomic_load(&dropped), 0);
        refused++;
    }
    ck_assert_int_ge(refused, 5);
    rl_executor_unref(one);
}
END_TEST

/* An adapter without reserve_call, but with call_soon_threadsafe. */
static rl_loop_ops no_reserve;
START_TEST(on_a_loop_that_cannot_reserve)
{
    rl_loop *reference = loop;
    no_reserve = rl_reference_ops;
    no_reserve.reserve_call = NULL;
    ASSERT_OK(rl_loop_new(&no_reserve, &loop));
    world.loop = loop;
    ck_assert_str_eq(result_of(submit(NULL, echo, "result")), "result");
    rl_future_unref(submit(NULL, echo, "never taken"));
    ASSERT_OK(rl_loop_close(loop));
    rl_executors_join();
    rl_loop_unref(loop);
    ck_assert_int_eq(atomic_load(&dropped), 2);
    loop = reference;
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("executor");
    TCase *tc = tcase_create("THR");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, the_result_arrives_on_the_loop);
    tcase_add_test(tc, an_exception_arrives_too);
    tcase_add_test(tc, workers_are_named_and_idle_ones_reused);
    tcase_add_test(tc, no_more_workers_than_allowed);
    tcase_add_test(tc, cancelling_reaches_what_has_not_begun);
    tcase_add_test(tc, a_worker_that_ends_after_the_close_is_dropped_silently);
    tcase_add_test(tc, a_result_nobody_took_is_released);
    tcase_add_test(tc, after_shutdown_new_jobs_are_refused);
    tcase_add_test(tc, a_default_executor_may_be_set);
    tcase_add_test(tc, the_context_does_not_travel);
    tcase_add_test(tc, many_jobs_many_workers);
    tcase_add_test(tc, every_allocation_may_fail);
    tcase_add_test(tc, on_a_loop_that_cannot_reserve);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
