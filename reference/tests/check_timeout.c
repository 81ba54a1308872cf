/* timeout.c, wait_for.c: TMO-1 .. TMO-11, WFOR-1 .. WFOR-13. */
#include "routines.h"

static rl_future *fut;
static rl_timeout *timeout;

static void up(void)
{
    routines_up();
    fut = future_new();
    ASSERT_OK(rl_timeout_new(world.script.now_s + 2.0, &timeout));
}

static void down(void)
{
    rl_timeout_unref(timeout);
    rl_future_unref(fut);
    routines_down();
}

/* ---- Blocks --------------------------------------------------------------- */

/*
 * async with timeout:
 *     await fut                     arg "": as it comes
 *                                   "swallow": except CancelledError: pass
 *                                   "replace": except CancelledError: raise ValueError
 * The exception that is raised anew has the old one as its context.
 */
static void in_block(steps *self, rl_exc *raised)
{
    const char *how = routine_of(self)->arg;
    if (self->coro.state == 0) {
        rl_exc *exc = rl_timeout_enter(timeout);
        if (exc != NULL)
            steps_raise(self, exc);
        else
            steps_await(self, fut, 1);
        return;
    }
    tell(self, "resumes", raised);
    if (raised != NULL && strcmp(how, "swallow") == 0) {
        rl_exc_unref(raised);
        raised = NULL;
    } else if (raised != NULL && strcmp(how, "replace") == 0) {
        rl_exc *instead = value_error();
        rl_exc_set_context(instead, raised);
        rl_exc_unref(raised);
        raised = instead;
    } else if (raised != NULL && strcmp(how, "group") == 0) {
        rl_exc *instead = value_error();
        rl_exc_set_context(instead, raised);
        rl_exc_unref(raised);
        raised = rl_exc_new_group("several", &instead, 1);
        rl_exc_unref(instead);
    }
    rl_exc *instead = rl_timeout_exit(timeout, raised);
    if (instead != NULL) {
        rl_exc_unref(raised);
        raised = instead;
    }
    steps_end(self, raised, text_value("over"));
}

static rl_future *enter_block(const char *how)
{
    rl_future *task = spawn(in_block, "a", (void *)how);
    ck_assert_str_eq(rl_timeout_state(timeout), "created");
    passes(1);
    ck_assert_str_eq(rl_timeout_state(timeout), "active");
    return task;
}

static void expire(void)
{
    world.script.now_s += 2.0;
    passes(1);
    ck_assert_str_eq(rl_timeout_state(timeout), "expiring");
    ck_assert(rl_timeout_expired(timeout));
}

static rl_exc *exception_of(rl_future *task)
{
    rl_value value;
    ck_assert(rl_future_done(task));
    rl_exc *exc = rl_future_result(task, &value);
    ck_assert_ptr_nonnull(exc);
    return exc;
}

static void expect_link(rl_exc *link, const char *class_name)
{
    ck_assert_ptr_nonnull(link);
    ck_assert_str_eq(rl_exc_class(link), class_name);
    rl_exc_unref(link);
}

static size_t scheduled(void)
{
    rl_loop_census counts;
    ASSERT_OK(rl_loop_get_census(world.loop, &counts));
    return counts.scheduled;
}

START_TEST(left_in_time_it_is_nothing)
{
    rl_future *task = enter_block("");
    ck_assert_uint_eq(scheduled(), 1);
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    passes(2);
    ck_assert_uint_eq(scheduled(), 0);
    ck_assert_str_eq(rl_timeout_state(timeout), "finished");
    ck_assert(!rl_timeout_expired(timeout));
    end_with(task, "= over");
}
END_TEST

/* TMO-1 */
START_TEST(at_the_deadline_cancelled_becomes_timeout)
{
    rl_future *task = enter_block("");
    expire();
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(task)), 1);
    passes(1);
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(task)), 0);
    ck_assert_str_eq(rl_timeout_state(timeout), "expired");
    rl_exc *exc = exception_of(task);
    ck_assert_str_eq(rl_exc_class(exc), "TimeoutError");
    expect_link(rl_exc_cause(exc), "CancelledError");
    expect_link(rl_exc_context_of(exc), "CancelledError");
    rl_exc_unref(exc);
    rl_future_unref(task);
}
END_TEST

/* TMO-3 */
START_TEST(a_swallowed_cancel_leaves_no_request)
{
    rl_future *task = enter_block("swallow");
    expire();
    passes(1);
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(task)), 0);
    ck_assert(rl_timeout_expired(timeout));
    end_with(task, "= over");
}
END_TEST

/* TMO-4 */
START_TEST(a_replaced_cancel_gets_a_timeout_between)
{
    rl_future *task = enter_block(_i == 0 ? "replace" : "group");
    expire();
    passes(1);
    rl_exc *exc = exception_of(task);
    if (_i == 1) {
        rl_exc *group = exc;
        ck_assert_str_eq(rl_exc_class(group), "ExceptionGroup");
        exc = rl_exc_group_at(group, 0);
        rl_exc_unref(group);
    }
    ck_assert_str_eq(rl_exc_class(exc), "ValueError");
    rl_exc *between = rl_exc_context_of(exc);
    ck_assert_str_eq(rl_exc_class(between), "TimeoutError");
    expect_link(rl_exc_cause(between), "CancelledError");
    expect_link(rl_exc_context_of(between), "CancelledError");
    rl_exc_unref(between);
    rl_exc_unref(exc);
    rl_future_unref(task);
}
END_TEST

/* TMO-6 */
START_TEST(another_cancel_wins)
{
    rl_future *task = enter_block("");
    world.script.now_s += 2.0;
    if (_i == 0)
        ck_assert(cancel_it(task));
    passes(1);
    if (_i == 1)
        ck_assert(cancel_it(task));
    passes(2);
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(task)), 1);
    /* The step of a cancel that comes first runs before the timer. */
    ck_assert_str_eq(rl_timeout_state(timeout), _i == 0 ? "finished" : "expired");
    end_with(task, "cancelled");
}
END_TEST

START_TEST(a_cancel_before_the_deadline_is_not_its_own)
{
    rl_future *task = enter_block("");
    ck_assert(cancel_it(task));
    passes(2);
    ck_assert_str_eq(rl_timeout_state(timeout), "finished");
    ck_assert_uint_eq(scheduled(), 0);
    end_with(task, "cancelled");
}
END_TEST

static rl_exc *reschedule(void *arg)
{
    ck_assert_ptr_null(rl_timeout_reschedule(timeout, *(double *)arg));
    return NULL;
}

/* TMO-2, TMO-7 */
START_TEST(the_deadline_can_be_moved)
{
    static const rl_call call = {reschedule, NULL};
    double whens[] = {world.script.now_s + 5.0, NAN, world.script.now_s - 1.0};
    rl_future *task = enter_block("");
    soon_call(&call, &whens[_i]);
    passes(2);
    ck_assert_uint_eq(scheduled(), _i == 0 ? 1 : 0);
    if (_i == 2) {
        ck_assert_str_eq(rl_timeout_state(timeout), "expiring");
        passes(1);
        end_with(task, "TimeoutError: ");
        return;
    }
    ck_assert(isnan(rl_timeout_when(timeout)) == (_i == 1));
    world.script.now_s += 3.0;
    passes(2);
    ck_assert_str_eq(rl_timeout_state(timeout), "active");
    if (_i == 1)
        ASSERT_OK(rl_future_set_result(fut, value_none()));
    world.script.now_s += 2.0;
    passes(2);
    end_with(task, _i == 0 ? "TimeoutError: " : "= over");
}
END_TEST

static rl_exc *misuse(void *arg)
{
    (void)arg;
    expect_error(rl_timeout_reschedule(timeout, 1.0), RL_ERR_TIMEOUT_NOT_ENTERED);
    expect_error(rl_timeout_enter(timeout), RL_ERR_TIMEOUT_NO_TASK);
    return NULL;
}

/* TMO-8 */
START_TEST(misuse_is_refused)
{
    static const rl_call call = {misuse, NULL};
    expect_error(rl_timeout_enter(timeout), RL_ERR_NO_RUNNING_LOOP);
    soon_call(&call, NULL);
    passes(1);
    rl_future *task = enter_block("");
    if (_i == 0) {
        expire();
        expect_error(rl_timeout_reschedule(timeout, 1.0), RL_ERR_TIMEOUT_EXPIRING);
    } else {
        ASSERT_OK(rl_future_set_result(fut, value_none()));
    }
    passes(1);
    expect_error(rl_timeout_reschedule(timeout, 1.0),
                 _i == 0 ? RL_ERR_TIMEOUT_EXPIRED : RL_ERR_TIMEOUT_FINISHED);
    rl_future *again = spawn(in_block, "b", (void *)"");
    passes(1);
    end_with(again, "RuntimeError: Timeout has already been entered");
    ck_assert(rl_future_done(task));
    outcome_of(task);
    rl_future_unref(task);
}
END_TEST

/* ---- wait_for ------------------------------------------------------------- */

static rl_future *wait_for(rl_awaitable awaitable, double timeout_s)
{
    rl_coro *coro;
    ASSERT_OK(rl_wait_for(awaitable, timeout_s, &coro));
    rl_future *task = spawn_coro(coro);
    passes(1);
    return task;
}

static rl_future *wait_for_fut(double timeout_s)
{
    return wait_for((rl_awaitable){.future = fut}, timeout_s);
}

/* WFOR-1, WFOR-3, WFOR-12 */
START_TEST(in_time_it_is_the_awaitables_outcome)
{
    rl_future *task = wait_for_fut(_i == 0 ? 3.0 : NAN);
    ck_assert_uint_eq(scheduled(), _i == 0 ? 1 : 0);
    if (_i == 0)
        ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    else
        ASSERT_OK(rl_future_set_exception(fut, rl_exc_new(RL_EXC_EXCEPTION, "TimeoutError", "own",
                                                          value_none())));
    passes(2);
    ck_assert_uint_eq(scheduled(), 0);
    end_with(task, _i == 0 ? "= r" : "TimeoutError: own");
}
END_TEST

/* WFOR-4 */
START_TEST(a_coroutine_runs_in_the_same_step)
{
    end_with(wait_for((rl_awaitable){.coro = routine_new(return_arg, "a", (void *)"r")}, 3.0),
             "= r");
    ck_assert_str_eq(take_trace(), "a:runs ");
    end_with(wait_for((rl_awaitable){.coro = routine_new(raise_value_error, "a", NULL)}, 3.0),
             "ValueError: text");
    passes(1);
    ck_assert_uint_eq(scheduled(), 0);
    take_trace();
}
END_TEST

static rl_exc *complete(void *arg)
{
    ASSERT_OK(rl_future_set_result(fut, text_value(arg)));
    return NULL;
}

/* WFOR-1, WFOR-5, WFOR-8, WFOR-9 */
START_TEST(too_late_it_is_cancelled)
{
    static const rl_call complete_call = {complete, NULL};
    rl_future *task;
    if (_i == 2)
        task = wait_for((rl_awaitable){.coro = routine_new(stubborn, "a", fut)}, 3.0);
    else
        task = wait_for_fut(3.0);
    world.script.now_s += 3.0;
    if (_i == 1)
        soon_call(&complete_call, (void *)"in the same pass");
    passes(2);
    if (_i == 2) {
        end_with(task, "= swallowed");
        take_trace();
        return;
    }
    rl_exc *exc = exception_of(task);
    ck_assert_str_eq(rl_exc_class(exc), "TimeoutError");
    expect_link(rl_exc_cause(exc), "CancelledError");
    rl_exc_unref(exc);
    rl_future_unref(task);
}
END_TEST

/* WFOR-10, WFOR-11 */
START_TEST(a_cancel_from_elsewhere_is_no_timeout)
{
    rl_future *task = wait_for_fut(3.0);
    ck_assert(cancel_it(_i == 0 ? fut : task));
    ck_assert(rl_future_cancelled(fut));
    passes(2);
    ck_assert_uint_eq(scheduled(), 0);
    end_with(task, "cancelled");
}
END_TEST

/* WFOR-3 */
START_TEST(with_no_time_nothing_begins)
{
    rl_future *task =
        wait_for((rl_awaitable){.coro = routine_new(return_arg, "a", (void *)"r")}, 0);
    passes(3);
    ck_assert_str_eq(take_trace(), "");
    rl_exc *exc = exception_of(task);
    ck_assert_str_eq(rl_exc_class(exc), "TimeoutError");
    expect_link(rl_exc_cause(exc), "CancelledError");
    rl_exc_unref(exc);
    rl_future_unref(task);
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    end_with(wait_for_fut(-1.0), "= r");
}
END_TEST

START_TEST(with_no_time_a_future_is_cancelled_and_waited_for)
{
    rl_future *inner = spawn(stubborn, "inner", fut);
    passes(1);
    rl_future *task = wait_for((rl_awaitable){.future = inner}, 0);
    expect_outcome(inner, "pending");
    if (_i == 1)
        ck_assert(cancel_it(task)); /* the wait can be cancelled by itself */
    passes(3);
    end_with(inner, "= swallowed");
    end_with(task, _i == 1 ? "cancelled" : "= swallowed");
    take_trace();
}
END_TEST

/* A wait that is dropped lets go of its timer. */
START_TEST(abandoned_it_stops_its_timer)
{
    rl_future *task = wait_for((rl_awaitable){.coro = routine_new(await_arg, "a", fut)}, 3.0);
    rl_task_abandon(rl_future_task(task));
    ck_assert_str_eq(take_trace(), "a:begins a:resumes!GeneratorExit ");
    passes(1);
    ck_assert_uint_eq(scheduled(), 0);
    rl_future_unref(task);
}
END_TEST

START_TEST(waiting_fails_for_memory_alone)
{
    double timeout_s = _i == 0 ? 3.0 : 0.0;
    bool failed = true;
    for (size_t n = 1; failed; n++) {
        rl_coro *coro;
        rl_future *task = NULL;
        rl_future *inner = future_new();
        mem_fail_nth(n);
        rl_err err = rl_wait_for((rl_awaitable){.future = inner}, timeout_s, &coro);
        rl_exc *exc = err == RL_OK ? rl_task_new(world.loop, coro, NULL, &task)
                                   : rl_exc_from_err(err);
        if (exc != NULL) {
            expect_error(exc, RL_ERR_NO_MEMORY);
            rl_future_unref(inner);
            continue;
        }
        passes(1);
        world.script.now_s += 3.0;
        passes(3);
        failed = mem_has_failed();
        mem_fail_nth(0);
        /* Where it failed last, a TimeoutError without its cause is as good. */
        if (strcmp(outcome_of(task), "TimeoutError: ") != 0)
            expect_outcome(task, "MemoryError: ");
        rl_future_unref(task);
        rl_future_unref(inner);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("timeout");
    TCase *tc = tcase_create("TMO");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, left_in_time_it_is_nothing);
    tcase_add_test(tc, at_the_deadline_cancelled_becomes_timeout);
    tcase_add_test(tc, a_swallowed_cancel_leaves_no_request);
    tcase_add_loop_test(tc, a_replaced_cancel_gets_a_timeout_between, 0, 2);
    tcase_add_loop_test(tc, another_cancel_wins, 0, 2);
    tcase_add_test(tc, a_cancel_before_the_deadline_is_not_its_own);
    tcase_add_loop_test(tc, the_deadline_can_be_moved, 0, 3);
    tcase_add_loop_test(tc, misuse_is_refused, 0, 2);
    suite_add_tcase(suite, tc);

    tc = tcase_create("WFOR");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_loop_test(tc, in_time_it_is_the_awaitables_outcome, 0, 2);
    tcase_add_test(tc, a_coroutine_runs_in_the_same_step);
    tcase_add_loop_test(tc, too_late_it_is_cancelled, 0, 3);
    tcase_add_loop_test(tc, a_cancel_from_elsewhere_is_no_timeout, 0, 2);
    tcase_add_test(tc, with_no_time_nothing_begins);
    tcase_add_loop_test(tc, with_no_time_a_future_is_cancelled_and_waited_for, 0, 2);
    tcase_add_test(tc, abandoned_it_stops_its_timer);
    tcase_add_loop_test(tc, waiting_fails_for_memory_alone, 0, 2);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
