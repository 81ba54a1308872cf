/* coro.c: coroutines resumed by hand: FUT-13, FUT-14, TASK-39, TASK-43. */
#include "routines.h"

static rl_future *fut;

static void up(void)
{
    routines_up();
    fut = future_new();
}

static void down(void)
{
    rl_future_unref(fut);
    routines_down();
}

static rl_step resume(rl_coro *coro, rl_exc *thrown)
{
    rl_step step;
    rl_coro_resume(coro, thrown, &step);
    return step;
}

static void expect_await(rl_step step, rl_future *future)
{
    ck_assert_int_eq(step.kind, RL_STEP_AWAIT);
    ck_assert_ptr_eq(step.future, future);
    rl_future_unref(step.future);
}

static void expect_raise(rl_step step, const char *class_name)
{
    ck_assert_int_eq(step.kind, RL_STEP_RAISE);
    ck_assert_str_eq(rl_exc_class(step.exc), class_name);
    rl_exc_unref(step.exc);
}

START_TEST(waits_for_a_future_and_returns_its_result)
{
    rl_coro *coro;
    ASSERT_OK(rl_coro_await_future(fut, &coro));
    expect_await(resume(coro, NULL), fut);
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    rl_step step = resume(coro, NULL);
    ck_assert_int_eq(step.kind, RL_STEP_RETURN);
    ck_assert_str_eq(step.value.ptr, "r");
    expect_error(resume(coro, NULL).exc, RL_ERR_CORO_REUSED);
    expect_raise(resume(coro, value_error()), "RuntimeError");
    rl_coro_unref(coro);
}
END_TEST

/* FUT-13 */
START_TEST(a_done_future_is_not_waited_for)
{
    rl_coro *coro;
    if (_i == 0)
        ASSERT_OK(rl_future_set_exception(fut, value_error()));
    else
        ck_assert(cancel_it(fut));
    ASSERT_OK(rl_coro_await_future(fut, &coro));
    expect_raise(resume(coro, NULL), _i == 0 ? "ValueError" : "CancelledError");
    rl_coro_unref(coro);
}
END_TEST

/* FUT-14 */
START_TEST(resumed_too_early_it_says_so)
{
    rl_coro *coro;
    ASSERT_OK(rl_coro_await_future(fut, &coro));
    expect_await(resume(coro, NULL), fut);
    expect_error(resume(coro, NULL).exc, RL_ERR_AWAIT_NOT_USED);
    rl_coro_unref(coro);
}
END_TEST

START_TEST(thrown_into_it_ends_where_it_waits)
{
    rl_coro *coro;
    ASSERT_OK(rl_coro_await_future(fut, &coro));
    if (_i == 1)
        expect_await(resume(coro, NULL), fut);
    expect_raise(resume(coro, value_error()), "ValueError");
    expect_error(resume(coro, NULL).exc, RL_ERR_CORO_REUSED);
    rl_coro_unref(coro);
}
END_TEST

START_TEST(closing_one_that_does_not_wait_is_nothing)
{
    rl_coro *coro = routine_new(return_arg, "a", NULL);
    ck_assert_ptr_null(rl_coro_close(coro));
    ck_assert_ptr_null(rl_coro_close(coro));
    expect_error(resume(coro, NULL).exc, RL_ERR_CORO_REUSED);
    rl_coro_unref(coro);
    ck_assert_str_eq(take_trace(), "");
}
END_TEST

static void waits_again(steps *self, rl_exc *raised)
{
    if (raised != NULL)
        tell(self, "handles", raised);
    rl_exc_unref(raised);
    if (self->coro.state < 2)
        steps_await(self, fut, self->coro.state + 1);
    else
        steps_return(self, value_none());
}

START_TEST(closing_raises_generator_exit_where_it_waits)
{
    static void (*const bodies[])(steps *, rl_exc *) = {await_arg, stubborn, waits_again};
    static const char *const traces[] = {"a:begins a:resumes!GeneratorExit ",
                                         "a:resumes!GeneratorExit ", "a:handles!GeneratorExit "};
    rl_coro *coro = routine_new(bodies[_i], "a", fut);
    expect_await(resume(coro, NULL), fut);
    rl_exc *exc = rl_coro_close(coro);
    if (_i < 2)
        ck_assert_ptr_null(exc);
    else
        expect_error(exc, RL_ERR_CORO_IGNORED_EXIT);
    ck_assert_str_eq(take_trace(), traces[_i]);
    if (_i == 2)
        ck_assert_ptr_null(rl_coro_close(coro));
    rl_coro_unref(coro);
    take_trace();
}
END_TEST

static void raises_at_exit(steps *self, rl_exc *raised)
{
    if (self->coro.state == 0) {
        steps_await(self, fut, 1);
        return;
    }
    rl_exc_unref(raised);
    steps_raise(self, value_error());
}

START_TEST(what_it_raises_at_the_close_is_returned)
{
    rl_coro *coro = routine_new(raises_at_exit, "a", NULL);
    expect_await(resume(coro, NULL), fut);
    rl_exc *exc = rl_coro_close(coro);
    ck_assert_str_eq(rl_exc_class(exc), "ValueError");
    rl_exc_unref(exc);
    rl_coro_unref(coro);
}
END_TEST

START_TEST(the_last_reference_closes_it)
{
    rl_coro *coro = routine_new(await_arg, "a", fut);
    expect_await(resume(coro, NULL), fut);
    rl_coro_unref(rl_coro_ref(coro));
    ck_assert_str_eq(take_trace(), "a:begins ");
    rl_coro_unref(coro);
    ck_assert_str_eq(take_trace(), "a:resumes!GeneratorExit ");
    rl_coro_unref(routine_new(await_arg, "b", fut)); /* never begun: nothing runs */
    ck_assert_str_eq(take_trace(), "");
}
END_TEST

static void outer_body(steps *self, rl_exc *raised)
{
    if (self->coro.state == 0) {
        steps_await_coro(self, RL_OK, routine_new(await_arg, "inner", fut), 1);
        return;
    }
    tell(self, "resumes", raised);
    rl_value value = self->value;
    self->value = value_none();
    steps_end(self, raised, value);
}

START_TEST(an_inner_coroutine_waits_through_the_outer_one)
{
    rl_coro *coro = routine_new(outer_body, "outer", NULL);
    expect_await(resume(coro, NULL), fut);
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    rl_step step = resume(coro, _i == 0 ? NULL : value_error());
    ck_assert_int_eq(step.kind, _i == 0 ? RL_STEP_RETURN : RL_STEP_RAISE);
    ck_assert_str_eq(take_trace(), _i == 0 ? "inner:begins inner:resumes outer:resumes "
                                           : "inner:begins inner:resumes!ValueError "
                                             "outer:resumes!ValueError ");
    rl_exc_unref(step.exc);
    rl_coro_unref(coro);
}
END_TEST

START_TEST(closing_begins_with_the_inner_one)
{
    rl_coro *coro = routine_new(outer_body, "outer", NULL);
    expect_await(resume(coro, NULL), fut);
    ck_assert_ptr_null(rl_coro_close(coro));
    ck_assert_str_eq(take_trace(), "inner:begins inner:resumes!GeneratorExit "
                                   "outer:resumes!GeneratorExit ");
    rl_coro_unref(coro);
}
END_TEST

static void resumes_itself(steps *self, rl_exc *raised)
{
    (void)raised;
    expect_error(resume(&self->coro.base, NULL).exc, RL_ERR_CORO_RUNNING);
    expect_error(rl_coro_close(&self->coro.base), RL_ERR_CORO_RUNNING);
    steps_return(self, text_value("r"));
}

START_TEST(one_that_runs_cannot_be_resumed)
{
    rl_coro *coro = routine_new(resumes_itself, "a", NULL);
    ck_assert_int_eq(resume(coro, NULL).kind, RL_STEP_RETURN);
    rl_coro_unref(coro);
}
END_TEST

START_TEST(it_has_its_functions_name)
{
    rl_coro *coro;
    char text[8];
    ASSERT_OK(rl_coro_await_future(fut, &coro));
    ck_assert_uint_eq(coro->ops->repr(coro, text, sizeof text), strlen("await_future"));
    ck_assert_str_eq(text, "await_f");
    rl_coro_unref(coro);
    mem_fail_nth(1);
    ck_assert_int_eq(rl_coro_await_future(fut, &coro), RL_ERR_NO_MEMORY);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("coro");
    TCase *tc = tcase_create("coro");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, waits_for_a_future_and_returns_its_result);
    tcase_add_loop_test(tc, a_done_future_is_not_waited_for, 0, 2);
    tcase_add_test(tc, resumed_too_early_it_says_so);
    tcase_add_loop_test(tc, thrown_into_it_ends_where_it_waits, 0, 2);
    tcase_add_test(tc, closing_one_that_does_not_wait_is_nothing);
    tcase_add_loop_test(tc, closing_raises_generator_exit_where_it_waits, 0, 3);
    tcase_add_test(tc, what_it_raises_at_the_close_is_returned);
    tcase_add_test(tc, the_last_reference_closes_it);
    tcase_add_loop_test(tc, an_inner_coroutine_waits_through_the_outer_one, 0, 2);
    tcase_add_test(tc, closing_begins_with_the_inner_one);
    tcase_add_test(tc, one_that_runs_cannot_be_resumed);
    tcase_add_test(tc, it_has_its_functions_name);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
