/* Unit tests of signal handlers: loop_signals.c, and the process-wide part in signals.c. */
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "../signals.h"
#include "world.h"

/* Loops that really poll; `two` is made by those who need it. */
static rl_loop *one, *two;
static size_t blocks_before;

static rl_loop *new_loop(void)
{
    rl_loop *loop;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &loop));
    return loop;
}

static void end(rl_loop *loop)
{
    rl_loop_census census;
    ASSERT_OK(rl_loop_close(loop));
    ASSERT_OK(rl_loop_get_census(loop, &census));
    ck_assert_uint_eq(census.handles, 0);
    rl_loop_unref(loop);
}

static void up(void)
{
    memset(&world, 0, sizeof world);
    signal(SIGINT, SIG_DFL); /* Check has handlers of its own */
    signal(SIGTERM, SIG_DFL);
    blocks_before = mem_block_count();
    one = new_loop();
    two = NULL;
}

static void down(void)
{
    end(one);
    if (two != NULL)
        end(two);
    ck_assert_uint_eq(mem_block_count(), blocks_before);
}

static void add(rl_loop *loop, int number, const char *text)
{
    ASSERT_OK(rl_loop_add_signal_handler(loop, number, &say_call, (void *)text));
}

static bool remove_handler(rl_loop *loop, int number)
{
    bool removed;
    ASSERT_OK(rl_loop_remove_signal_handler(loop, number, &removed));
    return removed;
}

static void passes(rl_loop *loop, int count)
{
    for (int i = 0; i < count; i++) {
        rl_loop_stop(loop);
        ck_assert_ptr_null(rl_loop_run_forever(loop));
    }
}

static bool is_default(int number)
{
    struct sigaction action;
    ck_assert_int_eq(sigaction(number, NULL, &action), 0);
    return action.sa_handler == SIG_DFL;
}

/* SIG-1. */
START_TEST(the_pass_of_the_poll_queues_and_the_next_one_calls)
{
    add(one, SIGUSR1, "usr1");
    raise(SIGUSR1);
    ck_assert_str_eq(take_trace(), "");
    passes(one, 1);
    ck_assert_str_eq(take_trace(), "");
    passes(one, 1);
    ck_assert_str_eq(take_trace(), "usr1 ");
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "");
}
END_TEST

/* SIG-3. */
START_TEST(signals_come_in_their_order_and_as_often_as_they_were_raised)
{
    add(one, SIGUSR1, "1");
    add(one, SIGUSR2, "2");
    raise(SIGUSR2);
    raise(SIGUSR1);
    raise(SIGUSR2);
    raise(SIGUSR2);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "2 1 2 2 ");
}
END_TEST

static void *raise_soon(void *arg)
{
    usleep(20000);
    kill(getpid(), SIGUSR1);
    return arg;
}

static rl_exc *stop_one(void *arg)
{
    rl_loop_stop(one);
    return say(arg);
}

START_TEST(a_signal_ends_a_poll)
{
    static const rl_call stop_one_call = {stop_one, count_drop};
    pthread_t thread;
    ASSERT_OK(rl_loop_add_signal_handler(one, SIGUSR1, &stop_one_call, (void *)"usr1"));
    ck_assert_int_eq(pthread_create(&thread, NULL, raise_soon, NULL), 0);
    ck_assert_ptr_null(rl_loop_run_forever(one));
    pthread_join(thread, NULL);
    ck_assert_str_eq(take_trace(), "usr1 ");
}
END_TEST

/* SIG-5, SIG-21. */
START_TEST(what_is_no_signal_or_cannot_be_caught_is_refused)
{
    static const int invalid[] = {0, -1, 32, 33, 65, 1000, 1 << 30};
    bool removed = true;
    for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++) {
        ck_assert_int_eq(rl_loop_add_signal_handler(one, invalid[i], &say_call, NULL),
                         RL_ERR_SIGNAL_INVALID);
        ck_assert_int_eq(rl_loop_remove_signal_handler(one, invalid[i], &removed),
                         RL_ERR_SIGNAL_INVALID);
        ck_assert(!removed);
    }
    ck_assert_int_eq(rl_loop_add_signal_handler(one, SIGKILL, &say_call, NULL),
                     RL_ERR_SIGNAL_UNCATCHABLE);
    ck_assert(signals_is_told(NULL));
    add(one, SIGUSR1, "usr1");
    ck_assert_int_eq(rl_loop_add_signal_handler(one, SIGSTOP, &say_call, NULL),
                     RL_ERR_SIGNAL_UNCATCHABLE);
    ck_assert(!remove_handler(one, SIGSTOP));
    ck_assert_int_eq(world.dropped, 0);
    add(one, 63, "63");
    raise(63);
    raise(SIGUSR1);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "63 usr1 ");
}
END_TEST

/* SIG-7, SIG-20. */
START_TEST(adding_again_replaces_and_drops)
{
    add(one, SIGUSR1, "old");
    ck_assert_int_eq(world.dropped, 0);
    add(one, SIGUSR1, "new");
    ck_assert_int_eq(world.dropped, 1);
    raise(SIGUSR1);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "new ");
    ck_assert_int_eq(world.dropped, 1);
    ck_assert(remove_handler(one, SIGUSR1));
    ck_assert_int_eq(world.dropped, 2);
    ck_assert(!remove_handler(one, SIGUSR1));
}
END_TEST

/* SIG-8, SIG-22. */
START_TEST(removing_gives_the_default_action_back)
{
    add(one, SIGUSR1, "usr1");
    add(one, SIGINT, "int");
    ck_assert(!is_default(SIGUSR1));
    ck_assert(remove_handler(one, SIGUSR1));
    ck_assert(is_default(SIGUSR1));
    ck_assert(!is_default(SIGINT));
    ck_assert(remove_handler(one, SIGINT));
    ck_assert(is_default(SIGINT));
}
END_TEST

/* SIG-9, SIG-20. */
START_TEST(closing_removes_all_and_drops_what_was_not_called)
{
    add(one, SIGUSR1, "queued");
    add(one, SIGUSR2, "arrived");
    raise(SIGUSR1);
    passes(one, 1);
    raise(SIGUSR2);
    ASSERT_OK(rl_loop_close(one));
    ck_assert(is_default(SIGUSR1));
    ck_assert(is_default(SIGUSR2));
    ck_assert_int_eq(world.dropped, 2);
    ck_assert_str_eq(take_trace(), "");
    ck_assert(signals_is_told(NULL));
    ck_assert_int_eq(rl_loop_add_signal_handler(one, SIGUSR1, &say_call, NULL),
                     RL_ERR_LOOP_CLOSED);
    ck_assert_int_eq(rl_loop_add_signal_handler(one, 0, &say_call, NULL), RL_ERR_SIGNAL_INVALID);
    ck_assert(!remove_handler(one, SIGUSR1));
}
END_TEST

/* What is dropped at the close calls back. */
static void remove_again(void *arg)
{
    (void)arg;
    world.dropped++;
    ck_assert(!remove_handler(one, SIGUSR2));
    ck_assert_int_eq(rl_loop_add_signal_handler(one, SIGUSR1, &say_call, NULL),
                     RL_ERR_LOOP_CLOSED);
}

START_TEST(a_drop_during_close_may_call_back)
{
    static const rl_call calls_back = {say, remove_again};
    ASSERT_OK(rl_loop_add_signal_handler(one, SIGUSR1, &calls_back, (void *)"1"));
    ASSERT_OK(rl_loop_add_signal_handler(one, SIGUSR2, &calls_back, (void *)"2"));
    ASSERT_OK(rl_loop_close(one));
    ck_assert_int_eq(world.dropped, 2);
}
END_TEST

/* SIG-11. */
START_TEST(who_has_the_signal_when_it_is_read_is_called)
{
    add(one, SIGWINCH, "removed");
    raise(SIGWINCH);
    remove_handler(one, SIGWINCH);
    add(one, SIGUSR1, "old");
    raise(SIGUSR1);
    add(one, SIGUSR1, "new");
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "new ");
}
END_TEST

START_TEST(what_is_queued_runs_after_its_removal_and_is_dropped_then)
{
    add(one, SIGUSR1, "usr1");
    raise(SIGUSR1);
    raise(SIGUSR1);
    passes(one, 1);
    ck_assert(remove_handler(one, SIGUSR1));
    ck_assert_int_eq(world.dropped, 0);
    passes(one, 1);
    ck_assert_str_eq(take_trace(), "usr1 usr1 ");
    ck_assert_int_eq(world.dropped, 1);
}
END_TEST

/* SIG-2, SIG-13. */
static rl_exc *raise_error(void *arg)
{
    trace(arg);
    return rl_exc_new(RL_EXC_EXCEPTION, "ValueError", "of a handler", (rl_value){NULL, NULL});
}

static rl_exc *cancel_the_handle(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)arg;
    trace(rl_exc_class(context->exception));
    rl_handle_cancel(context->handle);
    return NULL;
}

START_TEST(a_handle_cancelled_by_other_means_is_removed_at_the_next_signal)
{
    static const rl_call fail_call = {raise_error, count_drop};
    rl_loop_set_exception_handler(one, cancel_the_handle, NULL);
    ASSERT_OK(rl_loop_add_signal_handler(one, SIGWINCH, &fail_call, (void *)"called"));
    raise(SIGWINCH);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "called ValueError ");
    ck_assert_int_eq(world.dropped, 1);
    ck_assert(!is_default(SIGWINCH));
    raise(SIGWINCH);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "");
    ck_assert(is_default(SIGWINCH));
    ck_assert(!remove_handler(one, SIGWINCH));
}
END_TEST

/* SIG-10, SIG-15. */
START_TEST(one_loop_is_told)
{
    two = new_loop();
    add(one, SIGUSR1, "one");
    add(two, SIGUSR2, "two");
    raise(SIGUSR1);
    raise(SIGUSR2);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "");
    passes(two, 2);
    ck_assert_str_eq(take_trace(), "two ");
    remove_handler(two, SIGUSR2);
    ck_assert(signals_is_told(NULL));
    raise(SIGUSR1);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "");
    add(one, SIGUSR1, "again");
    raise(SIGUSR1);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "again ");
}
END_TEST

START_TEST(a_loop_that_is_told_may_be_closed_after_its_last_handler)
{
    two = new_loop();
    add(one, SIGUSR1, "one");
    remove_handler(one, SIGUSR1);
    add(two, SIGUSR2, "two");
    ASSERT_OK(rl_loop_close(one));
    raise(SIGUSR2);
    passes(two, 2);
    ck_assert_str_eq(take_trace(), "two ");
}
END_TEST

/* SIG-4, SIG-17, SIG-18. */
static void *use_from_thread(void *arg)
{
    bool removed = true;
    ck_assert_int_eq(rl_loop_add_signal_handler(one, SIGUSR2, &say_call, NULL),
                     RL_ERR_SIGNAL_ADD_THREAD);
    ck_assert_ptr_null(rl_loop_run_forever(one));
    ck_assert_int_eq(rl_loop_remove_signal_handler(one, SIGUSR1, &removed),
                     RL_ERR_SIGNAL_REMOVE_THREAD);
    ck_assert(!removed);
    ASSERT_OK(rl_loop_remove_signal_handler(one, SIGUSR1, &removed));
    ck_assert(!removed);
    return arg;
}

START_TEST(another_thread_may_run_the_loop_and_nothing_else)
{
    static const rl_call stop_one_call = {stop_one, count_drop};
    pthread_t thread;
    ASSERT_OK(rl_loop_add_signal_handler(one, SIGUSR1, &stop_one_call, (void *)"usr1"));
    raise(SIGUSR1);
    ck_assert_int_eq(pthread_create(&thread, NULL, use_from_thread, NULL), 0);
    pthread_join(thread, NULL);
    ck_assert_str_eq(take_trace(), "usr1 ");
    ck_assert_int_eq(world.dropped, 1);
    ck_assert(!is_default(SIGUSR1));
    raise(SIGUSR1);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "");
    signal(SIGUSR1, SIG_DFL);
}
END_TEST

static void *close_from_thread(void *arg)
{
    ASSERT_OK(rl_loop_close(one));
    return arg;
}

START_TEST(another_thread_may_close_the_loop)
{
    pthread_t thread;
    add(one, SIGUSR1, "usr1");
    ck_assert_int_eq(pthread_create(&thread, NULL, close_from_thread, NULL), 0);
    pthread_join(thread, NULL);
    ck_assert(is_default(SIGUSR1));
    ck_assert_int_eq(world.dropped, 1);
}
END_TEST

/* Signals rain on all threads while loops come and go: none is written into a
 * descriptor that is closed, or somebody else's by now. */
static atomic_bool raining;

static void *rain(void *arg)
{
    while (atomic_load(&raining))
        kill(getpid(), SIGWINCH);
    return arg;
}

START_TEST(closing_waits_for_handlers_on_other_threads)
{
    enum { THREADS = 2, ROUNDS = 300 };
    pthread_t threads[THREADS];
    atomic_store(&raining, true);
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, rain, NULL), 0);
    for (int i = 0; i < ROUNDS; i++) {
        int pair[2];
        char byte;
        two = new_loop();
        add(two, SIGWINCH, "");
        passes(two, 1);
        end(two);
        world.trace[0] = '\0';
        ck_assert_int_eq(pipe2(pair, O_NONBLOCK), 0); /* the numbers that are free again */
        ck_assert_int_eq(read(pair[0], &byte, 1), -1);
        close(pair[0]);
        close(pair[1]);
    }
    two = NULL;
    atomic_store(&raining, false);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
}
END_TEST

/* ---- What can fail -------------------------------------------------------- */

static int count_calls;

static rl_exc *count_call(void *arg)
{
    (void)arg;
    count_calls++;
    return NULL;
}

/* The queue has room for 64 to begin with. */
START_TEST(without_memory_for_slots_the_rest_waits_for_the_next_passes)
{
    static const rl_call counts = {count_call, NULL};
    enum { SIGNALS = 200 };
    count_calls = 0;
    ASSERT_OK(rl_loop_add_signal_handler(one, SIGUSR1, &counts, NULL));
    for (int i = 0; i < SIGNALS; i++)
        raise(SIGUSR1);
    mem_fail_nth(1);
    passes(one, 1);
    ck_assert(mem_has_failed());
    passes(one, 1);
    ck_assert_int_gt(count_calls, 8);
    ck_assert_int_lt(count_calls, SIGNALS);
    passes(one, 4);
    ck_assert_int_eq(count_calls, SIGNALS);
}
END_TEST

START_TEST(a_full_inbox_loses_what_comes_and_nothing_that_came)
{
    static const rl_call counts = {count_call, NULL};
    enum { ROOM = 4096, SIGNALS = 70000 };
    count_calls = 0;
    ASSERT_OK(rl_loop_add_signal_handler(one, SIGUSR1, &counts, NULL));
    for (int i = 0; i < SIGNALS; i++)
        raise(SIGUSR1);
    passes(one, 2);
    ck_assert_int_ge(count_calls, ROOM);
    ck_assert_int_lt(count_calls, SIGNALS);
    int before = count_calls;
    raise(SIGUSR1);
    passes(one, 2);
    ck_assert_int_eq(count_calls, before + 1);
}
END_TEST

START_TEST(without_descriptors_adding_is_refused)
{
    struct rlimit limit;
    ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    struct rlimit none = {0, limit.rlim_max};
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
    ck_assert_int_eq(rl_loop_add_signal_handler(one, SIGUSR1, &say_call, NULL), -EMFILE);
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
    ck_assert(is_default(SIGUSR1));
    ck_assert_int_eq(world.dropped, 0);
    add(one, SIGUSR1, "usr1");
}
END_TEST

START_TEST(each_failing_allocation_leaves_nothing_behind)
{
    rl_err err;
    size_t n = 0;
    do {
        end(one); /* the memory of the first handler is taken anew */
        one = new_loop();
        world.dropped = 0;
        mem_fail_nth(++n);
        err = rl_loop_add_signal_handler(one, SIGUSR1, &say_call, (void *)"usr1");
        ck_assert_int_eq(err, mem_has_failed() ? RL_ERR_NO_MEMORY : RL_OK);
        ck_assert_int_eq(is_default(SIGUSR1), mem_has_failed());
        ck_assert_int_eq(world.dropped, 0);
    } while (mem_has_failed());
    mem_fail_nth(0);
    ck_assert_uint_ge(n, 2);
    raise(SIGUSR1);
    passes(one, 2);
    ck_assert_str_eq(take_trace(), "usr1 ");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("signals");
    TCase *tc = tcase_create("handlers");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, the_pass_of_the_poll_queues_and_the_next_one_calls);
    tcase_add_test(tc, signals_come_in_their_order_and_as_often_as_they_were_raised);
    tcase_add_test(tc, a_signal_ends_a_poll);
    tcase_add_test(tc, what_is_no_signal_or_cannot_be_caught_is_refused);
    tcase_add_test(tc, adding_again_replaces_and_drops);
    tcase_add_test(tc, removing_gives_the_default_action_back);
    tcase_add_test(tc, closing_removes_all_and_drops_what_was_not_called);
    tcase_add_test(tc, a_drop_during_close_may_call_back);
    tcase_add_test(tc, who_has_the_signal_when_it_is_read_is_called);
    tcase_add_test(tc, what_is_queued_runs_after_its_removal_and_is_dropped_then);
    tcase_add_test(tc, a_handle_cancelled_by_other_means_is_removed_at_the_next_signal);
    tcase_add_test(tc, one_loop_is_told);
    tcase_add_test(tc, a_loop_that_is_told_may_be_closed_after_its_last_handler);
    suite_add_tcase(suite, tc);
    tc = tcase_create("threads");
    tcase_add_checked_fixture(tc, up, down);
    tcase_set_timeout(tc, 30);
    tcase_add_test(tc, another_thread_may_run_the_loop_and_nothing_else);
    tcase_add_test(tc, another_thread_may_close_the_loop);
    tcase_add_test(tc, closing_waits_for_handlers_on_other_threads);
    suite_add_tcase(suite, tc);
    tc = tcase_create("failures");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, without_memory_for_slots_the_rest_waits_for_the_next_passes);
    tcase_add_test(tc, a_full_inbox_loses_what_comes_and_nothing_that_came);
    tcase_add_test(tc, without_descriptors_adding_is_refused);
    tcase_add_test(tc, each_failing_allocation_leaves_nothing_behind);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
