/* loop.c: READY, TIMER and STOP on a scripted selector. */
#include "../loop_ops.h"
#include "world.h"

/* ---- READY ---------------------------------------------------------------- */

static rl_exc *say_and_queue(void *arg)
{
    trace(arg);
    soon("queued");
    return NULL;
}
static const rl_call say_and_queue_call = {say_and_queue, NULL};

START_TEST(batch_is_what_was_queued_before_it)
{
    soon_call(&say_and_queue_call, "a");
    soon("b");
    soon_call(&stop_call, NULL);
    run();
    ck_assert_str_eq(take_trace(), "a b ");
    ck_assert_int_eq(world.poll_count, 1);
    ck_assert_double_eq(world.timeouts[0], 0);
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "queued ");
}
END_TEST

static void thread_queues(void)
{
    ASSERT_OK(rl_loop_call_soon_threadsafe(world.loop, &say_call, (void *)"thread", NULL, NULL));
}

START_TEST(queued_then_threads_then_io_then_timers)
{
    ASSERT_OK(rl_loop_add_reader(world.loop, 100, &say_call, (void *)"io"));
    soon("queued");
    later(0, "timer");
    selector_event readable = {100, SELECTOR_READ};
    plan(1, &readable)->during = thread_queues;
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "queued thread io timer ");
}
END_TEST

static rl_handle *kept;

static rl_exc *cancel_kept(void *arg)
{
    trace(arg);
    rl_handle_cancel(kept);
    return NULL;
}
static const rl_call cancel_call = {cancel_kept, NULL};

START_TEST(cancel_in_the_same_batch_drops_at_once)
{
    soon_call(&cancel_call, "cancel");
    ASSERT_OK(rl_loop_call_soon(world.loop, &say_call, (void *)"never", NULL, &kept));
    soon("next");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "cancel next ");
    ck_assert(rl_handle_cancelled(kept));
    ck_assert_int_eq(world.dropped, 2);
    rl_handle_unref(kept);
}
END_TEST

START_TEST(cancel_after_the_run_is_harmless)
{
    ASSERT_OK(rl_loop_call_soon(world.loop, &say_call, (void *)"once", NULL, &kept));
    ck_assert_ptr_null(pass());
    ck_assert_int_eq(world.dropped, 1);
    ck_assert(!rl_handle_cancelled(kept));
    rl_handle_cancel(kept);
    rl_handle_cancel(kept);
    ck_assert(rl_handle_cancelled(kept));
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "once ");
    ck_assert_int_eq(world.dropped, 1);
    ck_assert(isnan(rl_handle_when(kept)));
    rl_handle_unref(kept);
}
END_TEST

static bool arg_is_alive;
static void arg_dies(void *arg)
{
    (void)arg;
    arg_is_alive = false;
}
static rl_exc *cancel_itself(void *arg)
{
    rl_handle_cancel(kept);
    rl_handle_unref(kept);
    ck_assert(arg_is_alive);
    trace(arg);
    return NULL;
}

START_TEST(a_running_callback_keeps_its_argument)
{
    static const rl_call call = {cancel_itself, arg_dies};
    arg_is_alive = true;
    ASSERT_OK(rl_loop_call_soon(world.loop, &call, (void *)"ran", NULL, &kept));
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "ran ");
    ck_assert(!arg_is_alive);
}
END_TEST

static rl_exc *requeue(void *arg)
{
    trace(arg);
    static const rl_call call = {requeue, NULL};
    soon_call(&call, arg);
    return NULL;
}

START_TEST(requeueing_starves_neither_io_nor_timers)
{
    static const rl_call call = {requeue, NULL};
    soon_call(&call, ".");
    ASSERT_OK(rl_loop_add_reader(world.loop, 5, &say_call, (void *)"io"));
    selector_event readable = {5, SELECTOR_READ};
    plan(0, NULL);
    plan(1, &readable);
    later(-1, "timer");
    for (int i = 0; i < 3; i++)
        ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), ". timer . io . ");
}
END_TEST

START_TEST(clock_reads_per_pass)
{
    ck_assert_ptr_null(pass());
    ck_assert_int_eq(world.script.reads, 1);
    rl_handle_unref(at(world.script.now_s + 1, "t"));
    world.script.reads = 0;
    ck_assert_ptr_null(pass()); /* a stop is pending: no timeout to compute */
    ck_assert_int_eq(world.script.reads, 1);
    world.script.reads = 0;
    run_until_idle(); /* the pass of the timer, and the one that finds nothing */
    ck_assert_int_eq(world.script.reads, 2);
}
END_TEST

START_TEST(a_failing_selector_leaves_the_run)
{
    soon("first");
    run_until_idle();
    ck_assert(!rl_loop_is_running(world.loop));
    ck_assert_ptr_null(rl_get_running_loop());
    soon("second");
    run_until_idle();
    ck_assert_str_eq(take_trace(), "first second ");
}
END_TEST

static rl_exc *raise_fatal(void *arg)
{
    trace(arg);
    return rl_exc_new(RL_EXC_SYSTEM_EXIT, "SystemExit", NULL, (rl_value){NULL, NULL});
}
static const rl_call fatal_call = {raise_fatal, NULL};

static void expect_exit(void)
{
    rl_exc *exc = rl_loop_run_forever(world.loop);
    ck_assert_ptr_nonnull(exc);
    ck_assert_int_eq(rl_exc_get_kind(exc), RL_EXC_SYSTEM_EXIT);
    rl_exc_unref(exc);
}

/* EXC-4 */
START_TEST(system_exit_leaves_the_rest_queued_in_order)
{
    soon("a");
    soon_call(&fatal_call, "exit");
    soon("b");
    soon("c");
    expect_exit();
    ck_assert_str_eq(take_trace(), "a exit ");
    soon("d");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "b c d ");
}
END_TEST

/* CPython queues a reader again that is still queued: it runs twice. */
START_TEST(a_reader_left_in_the_queue_is_queued_again)
{
    selector_event readable = {7, SELECTOR_READ};
    ASSERT_OK(rl_loop_add_reader(world.loop, 7, &say_call, (void *)"io"));
    soon_call(&fatal_call, "exit1");
    soon_call(&fatal_call, "exit2");
    for (int i = 0; i < 4; i++)
        plan(1, &readable);
    expect_exit();
    expect_exit();
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "exit1 exit2 io io io ");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "io ");
}
END_TEST

START_TEST(a_reader_queued_twice_and_removed_runs_not_at_all)
{
    selector_event readable = {7, SELECTOR_READ};
    bool removed;
    ASSERT_OK(rl_loop_add_reader(world.loop, 7, &say_call, (void *)"io"));
    soon_call(&fatal_call, "exit1");
    soon_call(&fatal_call, "exit2");
    plan(1, &readable);
    plan(1, &readable);
    expect_exit();
    expect_exit();
    ASSERT_OK(rl_loop_remove_reader(world.loop, 7, &removed));
    ck_assert(removed);
    ck_assert_int_eq(world.dropped, 1);
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "exit1 exit2 ");
}
END_TEST

/* ---- TIMER ---------------------------------------------------------------- */

START_TEST(equal_deadlines_run_in_heapq_order)
{
    static const char *names[] = {"0", "1", "2", "3", "4", "5"};
    for (int i = 0; i < 6; i++)
        rl_handle_unref(at(2000.0, names[i]));
    run_until_idle();
    ck_assert_str_eq(take_trace(), "0 2 5 4 1 3 ");
    ck_assert_double_eq(world.timeouts[0], 1000.0);
}
END_TEST

START_TEST(earlier_deadlines_first_also_when_all_are_late)
{
    later(-1, "b");
    later(0, "c");
    later(-5, "a");
    soon("queued");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "queued a b c ");
}
END_TEST

/* TIMER-2: strictly less than now plus one tick. */
START_TEST(due_within_a_tick_but_not_at_a_tick)
{
    world.script.now_s = 1.0;
    rl_handle_unref(at(1.0 + 0.5e-9, "half a tick"));
    rl_handle *whole = at(1.0 + 1e-9, "a whole tick");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "half a tick ");
    ck_assert_double_eq(rl_handle_when(whole), 1.0 + 1e-9);
    rl_handle_unref(whole);
}
END_TEST

/* TIMER-3 */
START_TEST(the_margin_is_one_ulp_of_a_large_clock)
{
    world.script.now_s = 1e9;
    ck_assert(1e9 + 1e-9 <= 1e9); /* a tick changes nothing */
    rl_handle_unref(at(1e9, "now"));
    rl_handle_unref(at(nextafter(1e9, INFINITY), "one ulp later"));
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "now ");
}
END_TEST

static rl_exc *arm_overdue(void *arg)
{
    trace(arg);
    later(-10, "overdue");
    return NULL;
}

START_TEST(a_timer_made_in_a_batch_waits_for_the_next_pass)
{
    static const rl_call call = {arm_overdue, NULL};
    soon_call(&call, "arm");
    soon("b");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "arm b ");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "overdue ");
}
END_TEST

static size_t scheduled_count(void)
{
    rl_loop_census census;
    ASSERT_OK(rl_loop_get_census(world.loop, &census));
    return census.scheduled;
}

static const struct purge_case {
    int count, cancelled;
    size_t left;
} purges[] = {
    {100, 70, 100}, {102, 51, 102}, {101, 51, 50}, {101, 50, 101}, {300, 299, 1},
};

/* TIMER-10; the live one at the top keeps the others from being popped. */
START_TEST(cancelled_timers_are_purged_when_they_are_many)
{
    struct purge_case c = purges[_i];
    for (int i = 0; i < c.count; i++) {
        rl_handle *timer = at(2000.0 + i, "t");
        if (i >= c.count - c.cancelled)
            rl_handle_cancel(timer);
        rl_handle_unref(timer);
    }
    ck_assert_int_eq(world.dropped, c.cancelled);
    ck_assert_ptr_null(pass());
    ck_assert_uint_eq(scheduled_count(), c.left);
}
END_TEST

static rl_exc *in_deadline_order(void *arg)
{
    static size_t last;
    ck_assert_uint_gt((size_t)arg, last);
    last = (size_t)arg;
    trace(".");
    return NULL;
}

START_TEST(a_purge_keeps_the_heap_and_forgets_its_count)
{
    static const rl_call call = {in_deadline_order, NULL};
    enum { COUNT = 301, STEP = 97 }; /* no common divisor: every deadline once, in disorder */
    for (size_t i = 0; i < COUNT; i++) {
        size_t rank = i * STEP % COUNT + 1;
        rl_handle *timer;
        ASSERT_OK(rl_loop_call_at(world.loop, 2000.0 + (double)rank, &call, (void *)rank, NULL,
                                  &timer));
        if (rank % 3 != 0)
            rl_handle_cancel(timer);
        rl_handle_unref(timer);
    }
    ck_assert_ptr_null(pass());
    ck_assert_uint_eq(scheduled_count(), COUNT / 3);
    ck_assert_uint_eq(loop_of(world.loop)->timer_cancelled_count, 0);
    world.script.now_s = 3000.0;
    ck_assert_ptr_null(pass());
    ck_assert_uint_eq(strlen(take_trace()), 2 * (COUNT / 3));
}
END_TEST

START_TEST(cancelled_timers_at_the_top_are_popped)
{
    rl_handle *first = at(2000.0, "1");
    rl_handle *second = at(2001.0, "2");
    rl_handle *third = at(2002.0, "3");
    rl_handle_cancel(third);
    rl_handle_cancel(first);
    ck_assert_uint_eq(scheduled_count(), 3);
    ck_assert_ptr_null(pass());
    ck_assert_uint_eq(scheduled_count(), 2);
    rl_handle_unref(first);
    rl_handle_unref(second);
    rl_handle_unref(third);
}
END_TEST

START_TEST(popped_ones_no_longer_count)
{
    for (int i = 0; i < 60; i++) {
        rl_handle *timer = at(2000.0 + i, "c");
        rl_handle_cancel(timer);
        rl_handle_unref(timer);
    }
    ck_assert_ptr_null(pass());
    ck_assert_uint_eq(scheduled_count(), 0);
    for (int i = 0; i < 101; i++)
        rl_handle_unref(at(3000.0 + i, "t"));
    rl_handle *last = at(4000.0, "last");
    rl_handle_cancel(last);
    rl_handle_unref(last);
    ck_assert_ptr_null(pass());
    ck_assert_uint_eq(scheduled_count(), 102);
}
END_TEST

/* CPython: a cancelled timer that becomes due behind a live one is not taken
 * off the count, which then makes a purge come early. */
START_TEST(the_cancelled_count_drifts)
{
    rl_handle *handles[51];
    rl_handle_unref(at(900.0, "live"));
    for (int i = 0; i < 51; i++) {
        handles[i] = at(901.0 + i, "c");
        rl_handle_cancel(handles[i]);
        rl_handle_unref(handles[i]);
    }
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "live ");
    ck_assert_uint_eq(scheduled_count(), 0);
    for (int i = 0; i < 101; i++)
        rl_handle_unref(at(3000.0 + i, "t"));
    rl_handle *last = at(4000.0, "last"); /* 102 timers: 52 of them count as cancelled */
    rl_handle_cancel(last);
    ck_assert_ptr_null(pass());
    ck_assert_uint_eq(scheduled_count(), 101);
    rl_handle_unref(last);
}
END_TEST

START_TEST(cancelling_a_timer_after_it_ran_does_not_count)
{
    rl_handle *handles[60];
    for (int i = 0; i < 60; i++)
        handles[i] = at(999.0, "t");
    ck_assert_ptr_null(pass());
    for (int i = 0; i < 60; i++) {
        rl_handle_cancel(handles[i]);
        rl_handle_unref(handles[i]);
    }
    ck_assert_uint_eq(loop_of(world.loop)->timer_cancelled_count, 0);
}
END_TEST

START_TEST(a_due_timer_cancelled_in_its_batch_does_not_run)
{
    kept = at(999.0, "never");
    soon_call(&cancel_call, "cancel");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "cancel ");
    rl_handle_unref(kept);
}
END_TEST

START_TEST(an_overdue_timer_is_not_waited_for)
{
    later(-5, "overdue");
    run_until_idle();
    ck_assert_str_eq(take_trace(), "overdue ");
    ck_assert_double_eq(world.timeouts[0], 0);
}
END_TEST

static rl_exc *say_and_stop(void *arg)
{
    trace(arg);
    rl_loop_stop(world.loop);
    return NULL;
}

/* TIMER-17 */
START_TEST(waits_are_split_into_days)
{
    static const rl_call call = {say_and_stop, NULL};
    ASSERT_OK(rl_loop_call_at(world.loop, 1000.0 + 2 * 86400.0 + 60.0, &call, (void *)"late", NULL,
                              NULL));
    rl_handle_unref(at(INFINITY, "never"));
    run();
    ck_assert_str_eq(take_trace(), "late ");
    ck_assert_int_eq(world.poll_count, 3);
    ck_assert_double_eq(world.timeouts[0], 86400.0);
    ck_assert_double_eq(world.timeouts[1], 86400.0);
    ck_assert_double_eq(world.timeouts[2], 60.0);
}
END_TEST

START_TEST(nan_ends_the_run_that_would_wait_for_it)
{
    rl_handle_unref(at(NAN, "nan"));
    rl_exc *exc = rl_loop_run_forever(world.loop);
    ck_assert_int_eq(rl_exc_err(exc), RL_ERR_WHEN_NAN);
    ck_assert_int_eq(world.poll_count, 0);
    soon("queued");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "queued nan ");
}
END_TEST

START_TEST(call_later_is_call_at)
{
    rl_handle *timer;
    ASSERT_OK(rl_loop_call_later(world.loop, 2.5, &say_call, (void *)"t", NULL, &timer));
    ck_assert_double_eq(rl_handle_when(timer), 1002.5);
    rl_handle_cancel(timer);
    rl_handle_unref(timer);
}
END_TEST

/* ---- STOP ----------------------------------------------------------------- */

START_TEST(stop_before_a_run_gives_one_pass)
{
    rl_loop_stop(world.loop);
    soon_call(&say_and_queue_call, "a");
    later(0, "due");
    run();
    ck_assert_str_eq(take_trace(), "a due ");
    ck_assert_int_eq(world.poll_count, 1);
    ck_assert_double_eq(world.timeouts[0], 0);
}
END_TEST

START_TEST(stop_is_forgotten_when_the_run_ends)
{
    soon_call(&stop_call, NULL);
    soon_call(&stop_call, NULL);
    soon_call(&fatal_call, "exit");
    expect_exit();
    soon("a");
    run_until_idle();
    ck_assert_str_eq(take_trace(), "exit a ");
}
END_TEST

static rl_exc *run_again(void *arg)
{
    (void)arg;
    rl_exc *exc = rl_loop_run_forever(world.loop);
    ck_assert_int_eq(rl_exc_err(exc), RL_ERR_LOOP_RUNNING);
    ck_assert_int_eq(rl_loop_close(world.loop), RL_ERR_CLOSE_RUNNING);
    ck_assert(rl_loop_is_running(world.loop));
    ck_assert_ptr_eq(rl_get_running_loop(), world.loop);

    rl_loop *other;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &other));
    exc = rl_loop_run_forever(other);
    ck_assert_int_eq(rl_exc_err(exc), RL_ERR_OTHER_LOOP_RUNNING);
    ASSERT_OK(rl_loop_close(other));
    exc = rl_loop_run_forever(other);
    ck_assert_int_eq(rl_exc_err(exc), RL_ERR_LOOP_CLOSED);
    rl_loop_unref(other);
    trace("refused");
    return NULL;
}

START_TEST(reentry_is_refused_and_changes_nothing)
{
    static const rl_call call = {run_again, NULL};
    soon_call(&call, NULL);
    soon("next");
    soon_call(&stop_call, NULL);
    run();
    ck_assert_str_eq(take_trace(), "refused next ");
    ck_assert(!rl_loop_is_running(world.loop));
}
END_TEST

static void drop_calls_back(void *arg)
{
    trace(arg);
    ck_assert_int_eq(rl_loop_call_soon(world.loop, &say_call, NULL, NULL, NULL),
                     RL_ERR_LOOP_CLOSED);
    ASSERT_OK(rl_loop_close(world.loop));
}

START_TEST(close_drops_what_is_queued_and_scheduled)
{
    static const rl_call call = {say, drop_calls_back};
    rl_handle *queued, *timer;
    ASSERT_OK(rl_loop_call_soon(world.loop, &call, (void *)"q", NULL, &queued));
    ASSERT_OK(rl_loop_call_at(world.loop, 2000, &call, (void *)"t1", NULL, NULL));
    ASSERT_OK(rl_loop_call_at(world.loop, 2001, &call, (void *)"t2", NULL, &timer));
    ASSERT_OK(rl_loop_call_soon_threadsafe(world.loop, &call, (void *)"s", NULL, NULL));
    ASSERT_OK(rl_loop_add_reader(world.loop, 3, &call, (void *)"r"));
    ASSERT_OK(rl_loop_add_writer(world.loop, 3, &call, (void *)"w"));
    ASSERT_OK(rl_loop_close(world.loop));
    ck_assert_str_eq(take_trace(), "s q t2 t1 r w ");
    ck_assert(!rl_handle_cancelled(queued));
    rl_handle_cancel(timer); /* TIMER-22 */
    ck_assert(rl_handle_cancelled(timer));
    ck_assert_str_eq(take_trace(), "");
    rl_handle_unref(queued);
    rl_handle_unref(timer);
}
END_TEST

START_TEST(a_closed_loop_refuses)
{
    bool removed = true;
    ASSERT_OK(rl_loop_close(world.loop));
    ASSERT_OK(rl_loop_close(world.loop));
    ck_assert(rl_loop_is_closed(world.loop));
    rl_loop_stop(world.loop);
    ck_assert_int_eq(rl_loop_call_soon(world.loop, &say_call, NULL, NULL, NULL),
                     RL_ERR_LOOP_CLOSED);
    ck_assert_int_eq(rl_loop_call_soon_threadsafe(world.loop, &say_call, NULL, NULL, NULL),
                     RL_ERR_LOOP_CLOSED);
    ck_assert_int_eq(rl_loop_call_at(world.loop, 1, &say_call, NULL, NULL, NULL),
                     RL_ERR_LOOP_CLOSED);
    ck_assert_int_eq(rl_loop_call_later(world.loop, 1, &say_call, NULL, NULL, NULL),
                     RL_ERR_LOOP_CLOSED);
    ck_assert_int_eq(rl_loop_add_reader(world.loop, 1, &say_call, NULL), RL_ERR_LOOP_CLOSED);
    ck_assert_int_eq(rl_loop_add_writer(world.loop, -1, &say_call, NULL), RL_ERR_LOOP_CLOSED);
    ASSERT_OK(rl_loop_remove_reader(world.loop, 1, &removed));
    ck_assert(!removed);
    ASSERT_OK(rl_loop_remove_writer(world.loop, -1, &removed));
    ck_assert_int_eq(world.dropped, 0);
}
END_TEST

static int warnings;
static void count_warnings(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)exc;
    (void)arg;
    ck_assert_int_eq(level, RL_LOG_RESOURCE_WARNING);
    ck_assert_str_eq(text, "unclosed event loop <reference>");
    warnings++;
}

START_TEST(an_unclosed_loop_warns_and_is_closed)
{
    rl_loop *loop;
    warnings = 0;
    rl_set_log(count_warnings, NULL);
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &loop));
    ASSERT_OK(rl_loop_call_soon(loop, &say_call, NULL, NULL, NULL));
    rl_loop_unref(loop);
    ck_assert_int_eq(warnings, 1);
    ck_assert_int_eq(world.dropped, 1);
    rl_set_log(NULL, NULL);
}
END_TEST

static rl_loop *short_lived;
static rl_exc *release_the_loop(void *arg)
{
    trace(arg);
    rl_loop_stop(short_lived);
    rl_loop_unref(short_lived);
    return NULL;
}

START_TEST(a_loop_released_by_its_callback_lives_until_the_run_ends)
{
    static const rl_call call = {release_the_loop, NULL};
    warnings = 0;
    rl_set_log(count_warnings, NULL);
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &short_lived));
    ASSERT_OK(rl_loop_call_soon(short_lived, &call, (void *)"ran", NULL, NULL));
    ck_assert_ptr_null(rl_loop_run_forever(short_lived));
    ck_assert_str_eq(take_trace(), "ran ");
    ck_assert_int_eq(warnings, 1);
    rl_set_log(NULL, NULL);
}
END_TEST

START_TEST(handles_may_outlive_their_loop)
{
    rl_loop *loop;
    rl_handle *queued, *timer, *shared;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &loop));
    ASSERT_OK(rl_loop_call_soon(loop, &say_call, NULL, NULL, &queued));
    ASSERT_OK(rl_loop_call_at(loop, 5.0, &say_call, NULL, NULL, &timer));
    ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &say_call, NULL, NULL, &shared));
    ASSERT_OK(rl_loop_close(loop));
    rl_loop_unref(loop);
    ck_assert_int_eq(world.dropped, 3);
    rl_handle_cancel(timer);
    ck_assert_double_eq(rl_handle_when(timer), 5.0);
    rl_handle_cancel(shared);
    ck_assert(rl_handle_cancelled(shared));
    rl_handle_unref(timer);
    rl_handle_unref(shared);
    ck_assert(!rl_handle_cancelled(queued));
    rl_handle_unref(queued);
}
END_TEST

/* ---- CTX ------------------------------------------------------------------ */

static rl_contextvar *var;
static rl_context *asked;

static rl_exc *say_and_set(void *arg)
{
    rl_value value;
    trace(rl_contextvar_get(var, &value) == RL_OK ? value.ptr : "none");
    ASSERT_OK(rl_contextvar_set(var, (rl_value){arg, NULL}, NULL));
    return NULL;
}
static const rl_call set_call = {say_and_set, NULL};

static rl_exc *ask_for_context(void *arg)
{
    (void)arg;
    ASSERT_OK(rl_handle_get_context(kept, &asked));
    ck_assert_int_eq(rl_context_enter(asked), RL_ERR_CONTEXT_ENTERED);
    ASSERT_OK(rl_contextvar_set(var, (rl_value){"after", NULL}, NULL));
    return NULL;
}

START_TEST(callbacks_run_in_a_copy_taken_when_they_were_queued)
{
    rl_context *given;
    rl_value value;
    ASSERT_OK(rl_contextvar_new("var", false, (rl_value){NULL, NULL}, &var));
    ASSERT_OK(rl_context_new(&given));
    soon_call(&set_call, "x");
    ASSERT_OK(rl_contextvar_set(var, (rl_value){"outside", NULL}, NULL));
    soon_call(&set_call, "x");
    ASSERT_OK(rl_loop_call_soon(world.loop, &set_call, (void *)"given", given, NULL));
    ASSERT_OK(rl_loop_call_soon(world.loop, &set_call, (void *)"again", given, NULL));
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "none outside none given ");
    ASSERT_OK(rl_context_get(given, var, &value));
    ck_assert_str_eq(value.ptr, "again");
    ASSERT_OK(rl_contextvar_get(var, &value));
    ck_assert_str_eq(value.ptr, "outside");
    rl_context_unref(given);

    static const rl_call ask_call = {ask_for_context, NULL};
    ASSERT_OK(rl_loop_call_soon(world.loop, &ask_call, NULL, NULL, &kept));
    ck_assert_ptr_null(pass());
    rl_context *now;
    ASSERT_OK(rl_handle_get_context(kept, &now));
    ck_assert_ptr_eq(now, asked);
    ASSERT_OK(rl_context_get(now, var, &value));
    ck_assert_str_eq(value.ptr, "after");
    rl_context_unref(now);
    rl_context_unref(asked);
    rl_handle_unref(kept);

    ASSERT_OK(rl_loop_call_soon(world.loop, &set_call, NULL, NULL, &kept));
    ASSERT_OK(rl_handle_get_context(kept, &now));
    ASSERT_OK(rl_context_get(now, var, &value));
    ck_assert_str_eq(value.ptr, "outside");
    rl_handle_cancel(kept);
    rl_handle_unref(kept);
    rl_context_unref(now);
    rl_contextvar_unref(var);
    context_thread_clear();
}
END_TEST

START_TEST(a_readers_context_keeps_what_it_changed)
{
    selector_event readable = {4, SELECTOR_READ};
    ASSERT_OK(rl_contextvar_new("var", false, (rl_value){NULL, NULL}, &var));
    ASSERT_OK(rl_loop_add_reader(world.loop, 4, &set_call, (void *)"kept"));
    plan(1, &readable);
    plan(1, &readable);
    ck_assert_ptr_null(pass());
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "none kept ");
    rl_contextvar_unref(var);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("loop");
    TCase *tc = tcase_create("READY");
    tcase_add_checked_fixture(tc, world_up, world_down);
    tcase_add_test(tc, batch_is_what_was_queued_before_it);
    tcase_add_test(tc, queued_then_threads_then_io_then_timers);
    tcase_add_test(tc, cancel_in_the_same_batch_drops_at_once);
    tcase_add_test(tc, cancel_after_the_run_is_harmless);
    tcase_add_test(tc, a_running_callback_keeps_its_argument);
    tcase_add_test(tc, requeueing_starves_neither_io_nor_timers);
    tcase_add_test(tc, clock_reads_per_pass);
    tcase_add_test(tc, a_failing_selector_leaves_the_run);
    tcase_add_test(tc, system_exit_leaves_the_rest_queued_in_order);
    tcase_add_test(tc, a_reader_left_in_the_queue_is_queued_again);
    tcase_add_test(tc, a_reader_queued_twice_and_removed_runs_not_at_all);
    suite_add_tcase(suite, tc);

    tc = tcase_create("TIMER");
    tcase_add_checked_fixture(tc, world_up, world_down);
    tcase_add_test(tc, equal_deadlines_run_in_heapq_order);
    tcase_add_test(tc, earlier_deadlines_first_also_when_all_are_late);
    tcase_add_test(tc, due_within_a_tick_but_not_at_a_tick);
    tcase_add_test(tc, the_margin_is_one_ulp_of_a_large_clock);
    tcase_add_test(tc, a_timer_made_in_a_batch_waits_for_the_next_pass);
    tcase_add_loop_test(tc, cancelled_timers_are_purged_when_they_are_many, 0,
                        (int)(sizeof purges / sizeof purges[0]));
    tcase_add_test(tc, a_purge_keeps_the_heap_and_forgets_its_count);
    tcase_add_test(tc, cancelled_timers_at_the_top_are_popped);
    tcase_add_test(tc, popped_ones_no_longer_count);
    tcase_add_test(tc, the_cancelled_count_drifts);
    tcase_add_test(tc, an_overdue_timer_is_not_waited_for);
    tcase_add_test(tc, cancelling_a_timer_after_it_ran_does_not_count);
    tcase_add_test(tc, a_due_timer_cancelled_in_its_batch_does_not_run);
    tcase_add_test(tc, waits_are_split_into_days);
    tcase_add_test(tc, nan_ends_the_run_that_would_wait_for_it);
    tcase_add_test(tc, call_later_is_call_at);
    suite_add_tcase(suite, tc);

    tc = tcase_create("STOP");
    tcase_add_checked_fixture(tc, world_up, world_down);
    tcase_add_test(tc, stop_before_a_run_gives_one_pass);
    tcase_add_test(tc, stop_is_forgotten_when_the_run_ends);
    tcase_add_test(tc, reentry_is_refused_and_changes_nothing);
    tcase_add_test(tc, close_drops_what_is_queued_and_scheduled);
    tcase_add_test(tc, a_closed_loop_refuses);
    tcase_add_test(tc, an_unclosed_loop_warns_and_is_closed);
    tcase_add_test(tc, a_loop_released_by_its_callback_lives_until_the_run_ends);
    tcase_add_test(tc, handles_may_outlive_their_loop);
    suite_add_tcase(suite, tc);

    tc = tcase_create("CTX");
    tcase_add_checked_fixture(tc, world_up, world_down);
    tcase_add_test(tc, callbacks_run_in_a_copy_taken_when_they_were_queued);
    tcase_add_test(tc, a_readers_context_keeps_what_it_changed);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
