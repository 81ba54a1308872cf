/* sleep.c, gather.c, shield.c, wait.c, as_completed.c: SLEEP-1 .. SLEEP-5,
 * GATHER-1 .. GATHER-14, SHLD-1 .. SHLD-4, WAIT-1 .. WAIT-9, ASC-1 .. ASC-7. */
#include "routines.h"

enum { FUTURES = 4 };
static rl_future *futs[FUTURES];

static void up(void)
{
    routines_up();
    for (int i = 0; i < FUTURES; i++)
        futs[i] = future_new();
}

static void down(void)
{
    for (int i = 0; i < FUTURES; i++)
        rl_future_unref(futs[i]);
    routines_down();
}

static void finish(int i, const char *result)
{
    ASSERT_OK(rl_future_set_result(futs[i], text_value(result)));
}

static void fail_one(int i)
{
    ASSERT_OK(rl_future_set_exception(futs[i], value_error()));
}

/* ---- sleep ---------------------------------------------------------------- */

static rl_future *sleeper(double delay_s)
{
    rl_coro *coro;
    ASSERT_OK(rl_sleep(delay_s, text_value("slept"), &coro));
    return spawn_coro(coro);
}

static rl_loop_census census(void)
{
    rl_loop_census counts;
    ASSERT_OK(rl_loop_get_census(world.loop, &counts));
    return counts;
}

/* SLEEP-1 */
START_TEST(a_sleep_of_nothing_is_one_pass)
{
    rl_future *task = sleeper(_i == 0 ? 0.0 : -3.0);
    passes(1);
    expect_outcome(task, "pending");
    ck_assert_uint_eq(census().scheduled, 0);
    passes(1);
    end_with(task, "= slept"); /* SLEEP-3 */
}
END_TEST

START_TEST(a_sleep_of_nothing_can_be_cancelled)
{
    rl_future *task = sleeper(0);
    passes(1);
    ck_assert(cancel_it(task));
    passes(1);
    end_with(task, "cancelled");
}
END_TEST

/* SLEEP-2 */
START_TEST(a_sleep_ends_two_hops_after_its_timer)
{
    rl_future *task = sleeper(2.5);
    passes(1);
    ck_assert_uint_eq(census().scheduled, 1);
    world.script.now_s += 2.5;
    soon("in the timer's pass");
    passes(1);
    expect_outcome(task, "pending");
    passes(1);
    end_with(task, "= slept");
    take_trace();
}
END_TEST

/* SLEEP-5 */
START_TEST(a_cancelled_sleep_cancels_its_timer)
{
    rl_future *task = sleeper(2.5);
    passes(1);
    ck_assert(cancel_it(task));
    passes(2);
    ck_assert_uint_eq(census().scheduled, 0);
    end_with(task, "cancelled");
}
END_TEST

/* SLEEP-4 */
START_TEST(a_sleep_refuses_nan_at_its_first_step)
{
    rl_future *task = sleeper(NAN);
    passes(1);
    end_with(task, "ValueError: Invalid delay: NaN (not a number)");
}
END_TEST

/* ---- gather --------------------------------------------------------------- */

static rl_future *gather_of(const char *which, bool return_exceptions)
{
    rl_awaitable aws[8];
    size_t count = strlen(which);
    for (size_t i = 0; i < count; i++)
        aws[i] = (rl_awaitable){.future = futs[which[i] - '0']};
    rl_future *outer = NULL;
    ck_assert_ptr_null(rl_gather(NULL, aws, count, return_exceptions, &outer));
    return outer;
}

/* What stands in a list: texts, and exceptions by class, with their text. */
static const char *list_text(rl_value list)
{
    static char text[300];
    text[0] = '\0';
    ck_assert_ptr_eq(list.type, &rl_list_type);
    for (size_t i = 0; i < rl_list_count(list); i++) {
        rl_value value = rl_list_at(list, i);
        const char *shown = value.ptr;
        if (value.type == &rl_exc_type)
            shown = rl_exc_class(value.ptr);
        for (int k = 0; k < FUTURES && value.type == &rl_future_type; k++)
            if (value.ptr == futs[k])
                shown = (const char *[]){"f0", "f1", "f2", "f3"}[k];
        strcat(strcat(text, shown == NULL ? "None" : shown), " ");
    }
    return text;
}

static void expect_list(rl_future *future, const char *expected)
{
    rl_value value = value_none();
    ck_assert(rl_future_done(future));
    ck_assert_ptr_null(rl_future_result(future, &value));
    ck_assert_str_eq(list_text(value), expected);
}

/* GATHER-1, GATHER-3, GATHER-12 */
START_TEST(results_stand_in_argument_order)
{
    rl_future *outer = gather_of("0120", false);
    finish(2, "c");
    finish(0, "a");
    passes(1);
    expect_outcome(outer, "pending");
    finish(1, "b");
    expect_outcome(outer, "pending");
    passes(1);
    expect_list(outer, "a b c a ");
    ck_assert(!cancel_it(outer)); /* GATHER-11 */
    rl_future_unref(outer);
}
END_TEST

/* GATHER-4 */
START_TEST(of_nothing_it_is_done)
{
    rl_future *outer = NULL;
    expect_error(rl_gather(NULL, NULL, 0, false, &outer), RL_ERR_NO_RUNNING_LOOP);
    ck_assert_ptr_null(rl_gather(world.loop, NULL, 0, false, &outer));
    expect_list(outer, "");
    rl_future_unref(outer);
}
END_TEST

/* GATHER-5, GATHER-6 */
START_TEST(the_first_exception_is_its_own)
{
    rl_future *outer = gather_of("012", false);
    fail_one(1);
    fail_one(0);
    passes(1);
    expect_outcome(outer, "ValueError: text");
    expect_outcome(futs[2], "pending");
    fail_one(2);
    passes(1); /* none of them is reported */
    rl_future_unref(outer);
}
END_TEST

/* GATHER-8 */
START_TEST(a_cancelled_child_is_an_exception)
{
    rl_future *outer = gather_of("01", false);
    ck_assert(cancel_it(futs[1]));
    passes(1);
    ck_assert(!rl_future_cancelled(outer));
    expect_outcome(outer, "CancelledError: ");
    expect_outcome(futs[0], "pending");
    ck_assert(!cancel_it(outer));
    finish(0, "a");
    passes(1);
    rl_future_unref(outer);
}
END_TEST

/* GATHER-7, GATHER-9 */
START_TEST(exceptions_may_stand_in_the_list)
{
    rl_future *outer = gather_of("0123", true);
    fail_one(0);
    ck_assert(cancel_it(futs[1]));
    ck_assert(rl_future_cancel(futs[2], text_value("why")));
    passes(1);
    finish(3, "d");
    passes(1);
    expect_list(outer, "ValueError CancelledError CancelledError d ");
    rl_value list;
    ck_assert_ptr_null(rl_future_result(outer, &list));
    rl_value argument = rl_exc_payload(rl_list_at(list, 1).ptr);
    ck_assert_ptr_eq(argument.type, &rl_text_type);
    ck_assert_str_eq(argument.ptr, "");
    ck_assert_str_eq(rl_exc_payload(rl_list_at(list, 2).ptr).ptr, "why");
    rl_future_unref(outer);
}
END_TEST

/* GATHER-10 */
START_TEST(cancelling_it_cancels_the_children)
{
    rl_future *inner = spawn(stubborn, "inner", futs[0]);
    rl_awaitable aws[] = {{.future = inner}, {.future = futs[1]}};
    rl_future *outer = NULL;
    passes(1);
    ck_assert_ptr_null(rl_gather(NULL, aws, 2, _i == 1, &outer));
    ck_assert(cancel_it(outer));
    expect_outcome(outer, "pending");
    ck_assert(rl_future_cancelled(futs[1]));
    passes(1);
    expect_outcome(outer, _i == 1 ? "pending" : "CancelledError: ");
    passes(1);
    expect_outcome(inner, "= swallowed");
    ck_assert(!rl_future_cancelled(outer));
    end_with(outer, "CancelledError: ");
    rl_future_unref(inner);
    take_trace();
}
END_TEST

START_TEST(nobody_cancels_when_nothing_can_be)
{
    rl_future *inner = spawn(return_arg, "a", (void *)"r");
    rl_awaitable aws[] = {{.future = inner}};
    rl_future *outer = NULL;
    ck_assert_ptr_null(rl_gather(NULL, aws, 1, false, &outer));
    passes(1);
    ck_assert(!cancel_it(outer)); /* its child is done, it is not */
    passes(1);
    expect_list(outer, "r ");
    rl_future_unref(outer);
    rl_future_unref(inner);
    take_trace();
}
END_TEST

/* GATHER-13, EAGER-12 */
START_TEST(children_done_already_take_no_hop)
{
    finish(0, "a");
    if (_i == 0)
        finish(1, "b");
    else
        fail_one(1);
    rl_future *outer = gather_of("011", false);
    if (_i == 0)
        expect_list(outer, "a b b ");
    else
        expect_outcome(outer, "ValueError: text");
    rl_future_unref(outer);
}
END_TEST

/* GATHER-2, GATHER-3 */
START_TEST(coroutines_begin_in_argument_order)
{
    rl_coro *twice = routine_new(return_arg, "a", (void *)"a");
    rl_awaitable aws[] = {{.coro = twice},
                          {.coro = routine_new(return_arg, "b", (void *)"b")},
                          {.coro = rl_coro_ref(twice)}};
    rl_future *outer = NULL;
    ck_assert_ptr_null(rl_gather(world.loop, aws, 3, false, &outer));
    passes(2);
    ck_assert_str_eq(take_trace(), "a:runs b:runs ");
    expect_list(outer, "a b a ");
    rl_future_unref(outer);
}
END_TEST

/* GATHER-14: what had begun goes on, quietly. */
START_TEST(it_fails_half_way)
{
    rl_loop *other;
    rl_future *foreign, *outer = NULL;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &other));
    ASSERT_OK(rl_future_new(other, &foreign));
    rl_awaitable aws[] = {{.future = futs[0]},
                          {.coro = routine_new(raise_value_error, "a", NULL)},
                          {.future = foreign},
                          {.coro = routine_new(return_arg, "b", NULL)}};
    expect_error(rl_gather(world.loop, aws, 4, false, &outer), RL_ERR_FOREIGN_FUTURE);
    fail_one(0);
    passes(2);
    ck_assert_str_eq(take_trace(), "a:raises ");
    rl_future_unref(foreign);
    ASSERT_OK(rl_loop_close(other));
    rl_loop_unref(other);
}
END_TEST

START_TEST(an_unseen_exception_of_it_is_reported)
{
    rl_future *outer = gather_of("0", false);
    fail_one(0);
    passes(1);
    rl_future_unref(outer);
    expect_reports("[_GatheringFuture exception was never retrieved ValueError future]");
}
END_TEST

START_TEST(gathering_fails_for_memory_alone)
{
    for (size_t n = 1;; n++) {
        rl_awaitable aws[] = {{.future = futs[0]},
                              {.coro = routine_new(return_arg, "a", (void *)"r")},
                              {.coro = routine_new(return_arg, "b", (void *)"r")}};
        rl_future *outer = NULL;
        mem_fail_nth(n);
        rl_exc *exc = rl_gather(world.loop, aws, 3, false, &outer);
        bool failed = mem_has_failed();
        mem_fail_nth(0);
        passes(2);
        if (!failed) {
            finish(0, "f");
            mem_fail_nth(1);
            passes(1); /* completing needs none */
            ck_assert(!mem_has_failed());
            mem_fail_nth(0);
            expect_list(outer, "f r r ");
            rl_future_unref(outer);
            break;
        }
        expect_error(exc, RL_ERR_NO_MEMORY);
    }
    take_trace();
}
END_TEST

/* ---- shield --------------------------------------------------------------- */

static rl_future *shield_of(rl_future *inner)
{
    rl_future *outer = NULL;
    ck_assert_ptr_null(rl_shield((rl_awaitable){.future = inner}, &outer));
    return outer;
}

START_TEST(a_shield_follows_what_is_inside)
{
    static const char *const outcomes[] = {"= r", "ValueError: text", "cancelled"};
    rl_future *outer = shield_of(futs[0]);
    if (_i == 0)
        finish(0, "r");
    else if (_i == 1)
        fail_one(0);
    else
        cancel_it(futs[0]); /* SHLD-2 */
    expect_outcome(outer, "pending");
    passes(1);
    expect_outcome(outer, outcomes[_i]);
    passes(1);
    rl_future_unref(outer);
}
END_TEST

/* SHLD-1, SHLD-4 */
START_TEST(cancelling_a_shield_goes_no_further)
{
    rl_future *outer = shield_of(futs[0]);
    ck_assert(cancel_it(outer));
    expect_outcome(futs[0], "pending");
    if (_i == 0)
        passes(1);
    fail_one(0);
    passes(2);
    end_with(outer, "cancelled");
    rl_future_unref(futs[0]);
    futs[0] = NULL;
    expect_reports("[Future exception was never retrieved ValueError future]");
}
END_TEST

/* SHLD-3 */
START_TEST(a_shield_of_what_is_done_is_none)
{
    finish(0, "r");
    rl_future *outer = shield_of(futs[0]);
    ck_assert_ptr_eq(outer, futs[0]);
    rl_future_unref(outer);
    rl_awaitable awaitable = {.coro = routine_new(return_arg, "a", NULL)};
    expect_error(rl_shield(awaitable, &outer), RL_ERR_NO_RUNNING_LOOP);
}
END_TEST

START_TEST(shielding_fails_for_memory_alone)
{
    for (size_t n = 1;; n++) {
        rl_future *outer = NULL;
        mem_fail_nth(n);
        rl_exc *exc = rl_shield((rl_awaitable){.future = futs[0]}, &outer);
        bool failed = mem_has_failed();
        mem_fail_nth(0);
        if (!failed) {
            finish(0, "r");
            passes(2);
            end_with(outer, "= r");
            break;
        }
        expect_error(exc, RL_ERR_NO_MEMORY);
    }
}
END_TEST

/* ---- wait ----------------------------------------------------------------- */

static rl_future *waiter(size_t count, double timeout_s, rl_return_when return_when)
{
    rl_coro *coro;
    ASSERT_OK(rl_wait(futs, count, timeout_s, return_when, &coro));
    rl_future *task = spawn_coro(coro);
    passes(1);
    return task;
}

static void expect_halves(rl_future *task, const char *done, const char *pending)
{
    rl_value both;
    ck_assert(rl_future_done(task));
    ck_assert_ptr_null(rl_future_result(task, &both));
    ck_assert_uint_eq(rl_list_count(both), 2);
    ck_assert_str_eq(list_text(rl_list_at(both, 0)), done);
    ck_assert_str_eq(list_text(rl_list_at(both, 1)), pending);
    rl_future_unref(task);
}

/* WAIT-1 */
START_TEST(waiting_for_nothing_is_refused)
{
    end_with(waiter(0, NAN, RL_ALL_COMPLETED), "ValueError: Set of Tasks/Futures is empty.");
}
END_TEST

/* WAIT-5, WAIT-7 */
START_TEST(it_waits_for_one_a_failure_or_all)
{
    rl_future *task = waiter(3, NAN, (rl_return_when)_i);
    ck_assert(cancel_it(futs[1]));
    passes(2);
    if (_i == RL_FIRST_COMPLETED) {
        expect_halves(task, "f1 ", "f0 f2 ");
        return;
    }
    fail_one(2);
    passes(2);
    if (_i == RL_FIRST_EXCEPTION) {
        expect_halves(task, "f1 f2 ", "f0 ");
        return;
    }
    finish(0, "r");
    passes(2);
    expect_halves(task, "f0 f1 f2 ", "");
    rl_value value;
    rl_exc_unref(rl_future_result(futs[2], &value));
}
END_TEST

START_TEST(done_is_who_is_done_when_it_resumes)
{
    rl_future *task = waiter(3, NAN, RL_FIRST_COMPLETED);
    finish(2, "c");
    passes(1);
    finish(0, "a");
    passes(1);
    expect_halves(task, "f0 f2 ", "f1 ");
}
END_TEST

/* WAIT-8 */
START_TEST(waiting_for_what_is_done_takes_two_hops)
{
    finish(0, "a");
    rl_future *task = waiter(1, NAN, RL_ALL_COMPLETED);
    expect_outcome(task, "pending");
    passes(1);
    expect_outcome(task, "pending");
    passes(1);
    expect_halves(task, "f0 ", "");
}
END_TEST

/* WAIT-6 */
START_TEST(a_timeout_cancels_nothing)
{
    rl_future *task = waiter(2, _i == 0 ? 2.0 : -1.0, RL_ALL_COMPLETED);
    finish(1, "b");
    if (_i == 0)
        world.script.now_s += 2.0;
    passes(2);
    expect_halves(task, "f1 ", "f0 ");
    ck_assert(!rl_future_done(futs[0]));
    ck_assert_uint_eq(census().scheduled, 0);
}
END_TEST

/* WAIT-9.  The callback that is queued already runs when nobody waits. */
START_TEST(a_cancelled_wait_leaves_its_futures_alone)
{
    rl_future *task = waiter(2, 5.0, RL_FIRST_EXCEPTION);
    ck_assert(cancel_it(task));
    fail_one(1);
    rl_future_unref(futs[1]);
    futs[1] = NULL;
    passes(2);
    end_with(task, "cancelled");
    ck_assert(!rl_future_done(futs[0]));
    ck_assert_uint_eq(census().handles, 0);
}
END_TEST

/* WAIT-4 */
START_TEST(equal_futures_count_once)
{
    rl_future *twice[] = {futs[1], futs[0], futs[1]};
    rl_coro *coro;
    ASSERT_OK(rl_wait(twice, 3, NAN, RL_ALL_COMPLETED, &coro));
    rl_future *task = spawn_coro(coro);
    passes(1);
    finish(0, "a");
    finish(1, "b");
    passes(2);
    expect_halves(task, "f1 f0 ", "");
}
END_TEST

START_TEST(waiting_fails_for_memory_alone)
{
    for (size_t n = 1;; n++) {
        rl_coro *coro;
        mem_fail_nth(n);
        rl_err err = rl_wait(futs, 2, 3.0, RL_FIRST_COMPLETED, &coro);
        if (err != RL_OK) {
            ck_assert_int_eq(err, RL_ERR_NO_MEMORY);
            continue;
        }
        rl_future *task = NULL;
        rl_exc *exc = rl_task_new(world.loop, coro, NULL, &task);
        if (exc != NULL) {
            expect_error(exc, RL_ERR_NO_MEMORY);
            continue;
        }
        passes(1);
        bool failed = mem_has_failed();
        mem_fail_nth(0);
        if (failed) {
            end_with(task, "MemoryError: ");
            continue;
        }
        world.script.now_s += 3.0;
        passes(2);
        expect_halves(task, "", "f0 f1 ");
        break;
    }
}
END_TEST

/* ---- as_completed --------------------------------------------------------- */

static rl_as_completed *iterator;

static rl_exc *make_iterator(void *arg)
{
    rl_awaitable aws[] = {{.future = futs[0]}, {.future = futs[1]}, {.future = futs[0]}};
    ck_assert_ptr_null(rl_as_completed_new(aws, 3, *(double *)arg, &iterator));
    return NULL;
}

static void iterate(double timeout_s)
{
    static const rl_call call = {make_iterator, NULL};
    soon_call(&call, &timeout_s);
    passes(1);
}

static rl_future *next_one(bool as_future)
{
    rl_coro *coro;
    ASSERT_OK(rl_as_completed_next(iterator, as_future, &coro));
    return coro == NULL ? NULL : spawn_coro(coro);
}

/* ASC-2 */
START_TEST(items_come_as_they_are_done)
{
    iterate(NAN);
    rl_future *one = next_one(false), *two = next_one(false);
    ck_assert_ptr_null(next_one(false));
    passes(1);
    finish(1, "b");
    passes(2);
    end_with(one, "= b");
    fail_one(0);
    passes(1);
    expect_outcome(two, "pending");
    passes(1);
    end_with(two, "ValueError: text");
    rl_as_completed_unref(iterator);
}
END_TEST

/* ASC-3 */
START_TEST(or_as_the_futures_themselves)
{
    iterate(NAN);
    finish(1, "b");
    passes(1);
    rl_future *one = next_one(true);
    passes(1); /* it need not wait */
    rl_value value;
    ck_assert_ptr_null(rl_future_result(one, &value));
    ck_assert_ptr_eq(value.type, &rl_future_type);
    ck_assert_ptr_eq(value.ptr, futs[1]);
    rl_future_unref(one);
    finish(0, "a");
    rl_as_completed_unref(iterator);
}
END_TEST

/* ASC-4 */
START_TEST(at_the_timeout_the_rest_raise)
{
    iterate(2.0);
    finish(1, "b");
    passes(1);
    world.script.now_s += 2.0;
    rl_future *one = next_one(false), *two = next_one(false);
    passes(3);
    end_with(one, "= b");
    end_with(two, "TimeoutError: ");
    ck_assert(!rl_future_done(futs[0]));
    finish(0, "a");
    passes(1);
    rl_as_completed_unref(iterator);
}
END_TEST

/* ASC-7 */
START_TEST(a_cancelled_step_keeps_its_place)
{
    iterate(NAN);
    rl_future *one = next_one(false), *two = next_one(false);
    passes(1);
    if (_i == 1) { /* woken already: the next one is woken instead */
        finish(0, "a");
        passes(1);
    }
    ck_assert(cancel_it(one));
    passes(1);
    end_with(one, "cancelled");
    if (_i == 0)
        finish(0, "a");
    passes(3);
    end_with(two, "= a");
    rl_future *again = next_one(false);
    ck_assert_ptr_nonnull(again);
    finish(1, "b");
    passes(3);
    end_with(again, "= b");
    rl_as_completed_unref(iterator);
}
END_TEST

START_TEST(no_iterator_without_a_running_loop)
{
    rl_awaitable aws[] = {{.coro = routine_new(return_arg, "a", NULL)}};
    expect_error(rl_as_completed_new(aws, 1, NAN, &iterator), RL_ERR_NO_RUNNING_LOOP);
}
END_TEST

static rl_exc *make_with_little_memory(void *arg)
{
    rl_exc **exc = arg;
    rl_awaitable aws[] = {{.future = futs[0]}, {.coro = routine_new(return_arg, "a", NULL)}};
    iterator = NULL;
    mem_fail_nth((size_t)world.dropped);
    *exc = rl_as_completed_new(aws, 2, 5.0, &iterator);
    return NULL;
}

START_TEST(iterating_fails_for_memory_alone)
{
    static const rl_call call = {make_with_little_memory, NULL};
    bool failed = true;
    while (failed) {
        rl_exc *exc = NULL;
        world.dropped++;
        soon_call(&call, &exc);
        passes(1);
        failed = mem_has_failed();
        mem_fail_nth(0);
        passes(2);
        if (failed)
            expect_error(exc, RL_ERR_NO_MEMORY);
    }
    finish(0, "a");
    passes(1);
    rl_as_completed_unref(iterator);
    take_trace();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("combinators");
    TCase *tc = tcase_create("SLEEP");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_loop_test(tc, a_sleep_of_nothing_is_one_pass, 0, 2);
    tcase_add_test(tc, a_sleep_of_nothing_can_be_cancelled);
    tcase_add_test(tc, a_sleep_ends_two_hops_after_its_timer);
    tcase_add_test(tc, a_cancelled_sleep_cancels_its_timer);
    tcase_add_test(tc, a_sleep_refuses_nan_at_its_first_step);
    suite_add_tcase(suite, tc);

    tc = tcase_create("GATHER");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, results_stand_in_argument_order);
    tcase_add_test(tc, of_nothing_it_is_done);
    tcase_add_test(tc, the_first_exception_is_its_own);
    tcase_add_test(tc, a_cancelled_child_is_an_exception);
    tcase_add_test(tc, exceptions_may_stand_in_the_list);
    tcase_add_loop_test(tc, cancelling_it_cancels_the_children, 0, 2);
    tcase_add_test(tc, nobody_cancels_when_nothing_can_be);
    tcase_add_loop_test(tc, children_done_already_take_no_hop, 0, 2);
    tcase_add_test(tc, coroutines_begin_in_argument_order);
    tcase_add_test(tc, it_fails_half_way);
    tcase_add_test(tc, an_unseen_exception_of_it_is_reported);
    tcase_add_test(tc, gathering_fails_for_memory_alone);
    suite_add_tcase(suite, tc);

    tc = tcase_create("SHLD");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_loop_test(tc, a_shield_follows_what_is_inside, 0, 3);
    tcase_add_loop_test(tc, cancelling_a_shield_goes_no_further, 0, 2);
    tcase_add_test(tc, a_shield_of_what_is_done_is_none);
    tcase_add_test(tc, shielding_fails_for_memory_alone);
    suite_add_tcase(suite, tc);

    tc = tcase_create("WAIT");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, waiting_for_nothing_is_refused);
    tcase_add_loop_test(tc, it_waits_for_one_a_failure_or_all, 0, 3);
    tcase_add_test(tc, done_is_who_is_done_when_it_resumes);
    tcase_add_test(tc, waiting_for_what_is_done_takes_two_hops);
    tcase_add_loop_test(tc, a_timeout_cancels_nothing, 0, 2);
    tcase_add_test(tc, a_cancelled_wait_leaves_its_futures_alone);
    tcase_add_test(tc, equal_futures_count_once);
    tcase_add_test(tc, waiting_fails_for_memory_alone);
    suite_add_tcase(suite, tc);

    tc = tcase_create("ASC");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, items_come_as_they_are_done);
    tcase_add_test(tc, or_as_the_futures_themselves);
    tcase_add_test(tc, at_the_timeout_the_rest_raise);
    tcase_add_loop_test(tc, a_cancelled_step_keeps_its_place, 0, 2);
    tcase_add_test(tc, no_iterator_without_a_running_loop);
    tcase_add_test(tc, iterating_fails_for_memory_alone);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
