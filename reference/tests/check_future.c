/* future.c and run_until_complete.c: FUT-1 .. FUT-8, FUT-15, FUT-17, EXC-11,
 * EXC-12, CTX-5, STOP-7 .. STOP-12, STOP-20; on the reference, and the parts
 * that differ on a loop that cannot reserve calls. */
#include "tiny_loop.h"

static rl_future *fut;
static char reported[200];
static int report_count;

static rl_exc *on_report(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)arg;
    report_count++;
    snprintf(reported, sizeof reported, "%s %s %s", context->message,
             rl_exc_class(context->exception), context->future == NULL ? "-" : "future");
    return NULL;
}

static void up(void)
{
    world_up();
    report_count = 0;
    rl_loop_set_exception_handler(world.loop, on_report, NULL);
    ASSERT_OK(rl_future_new(world.loop, &fut));
}

static void down(void)
{
    rl_future_unref(fut);
    world_down();
}

static rl_value text_value(const char *text)
{
    return (rl_value){(void *)text, NULL};
}

static rl_exc *value_error(void)
{
    return rl_exc_new(RL_EXC_EXCEPTION, "ValueError", "text", (rl_value){NULL, NULL});
}

static void add(const char *text)
{
    ASSERT_OK(rl_future_add_done_callback(fut, &say_call, (void *)text, NULL));
}

static void expect_error(rl_exc *exc, rl_err err)
{
    ck_assert_ptr_nonnull(exc);
    ck_assert_int_eq(rl_exc_err(exc), err);
    rl_exc_unref(exc);
}

START_TEST(pending_then_a_result_for_good)
{
    rl_value value;
    rl_exc *exc;
    ck_assert(!rl_future_done(fut));
    ck_assert_ptr_eq(rl_future_get_loop(fut), world.loop);
    expect_error(rl_future_result(fut, &value), RL_ERR_RESULT_NOT_SET);
    expect_error(rl_future_exception(fut, &exc), RL_ERR_EXCEPTION_NOT_SET);
    ASSERT_OK(rl_future_set_result(fut, text_value("result")));
    ck_assert(rl_future_done(fut));
    ck_assert(!rl_future_cancelled(fut));
    ck_assert_ptr_null(rl_future_result(fut, &value));
    ck_assert_str_eq(value.ptr, "result");
    ck_assert_ptr_null(rl_future_exception(fut, &exc));
    ck_assert_ptr_null(exc);
    ck_assert_int_eq(rl_future_set_result(fut, value), RL_ERR_INVALID_STATE);
    ck_assert_int_eq(rl_future_set_exception(fut, value_error()), RL_ERR_INVALID_STATE);
    ck_assert(!rl_future_cancel(fut, text_value(NULL)));
    ck_assert(!rl_future_cancelled(fut));
}
END_TEST

START_TEST(an_exception_is_returned_each_time)
{
    rl_value value;
    rl_exc *one, *two;
    ASSERT_OK(rl_future_set_exception(fut, value_error()));
    one = rl_future_result(fut, &value);
    ck_assert_str_eq(rl_exc_class(one), "ValueError");
    ck_assert_ptr_null(rl_future_exception(fut, &two));
    ck_assert_ptr_eq(one, two);
    rl_exc_unref(one);
}
END_TEST

START_TEST(cancelled_with_and_without_message)
{
    rl_value value;
    rl_exc *exc;
    ck_assert(rl_future_cancel(fut, text_value(_i == 0 ? NULL : "why")));
    ck_assert(!rl_future_cancel(fut, text_value("again")));
    ck_assert(rl_future_cancelled(fut));
    for (int i = 0; i < 2; i++) {
        rl_exc *cancelled = i == 0 ? rl_future_result(fut, &value) : rl_future_exception(fut, &exc);
        ck_assert_int_eq(rl_exc_get_kind(cancelled), RL_EXC_CANCELLED);
        if (_i == 0)
            ck_assert_ptr_null(rl_exc_payload(cancelled).ptr);
        else
            ck_assert_str_eq(rl_exc_payload(cancelled).ptr, "why");
        rl_exc_unref(cancelled);
    }
    ck_assert_int_eq(rl_future_set_result(fut, text_value(NULL)), RL_ERR_INVALID_STATE);
}
END_TEST

START_TEST(callbacks_are_queued_in_order_not_run)
{
    add("1");
    add("2");
    add("1");
    ASSERT_OK(rl_future_set_result(fut, text_value(NULL)));
    soon("later");
    ck_assert_str_eq(take_trace(), "");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "1 2 1 later ");
    ck_assert_int_eq(world.dropped, 4);
    add("done already");
    ck_assert_str_eq(take_trace(), "");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "done already ");
}
END_TEST

START_TEST(cancelling_queues_them_too)
{
    add("1");
    ck_assert(rl_future_cancel(fut, text_value(NULL)));
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "1 ");
}
END_TEST

static bool same_text(void *arg, void *with)
{
    return strcmp(arg, with) == 0;
}

START_TEST(remove_takes_all_that_are_equal)
{
    static const rl_call another = {stop_now, NULL};
    add("a");
    add("b");
    add("a");
    ck_assert_uint_eq(rl_future_remove_done_callback(fut, &another, same_text, (void *)"a"), 0);
    ck_assert_uint_eq(rl_future_remove_done_callback(fut, &say_call, same_text, (void *)"a"), 2);
    ck_assert_int_eq(world.dropped, 2);
    ASSERT_OK(rl_future_set_result(fut, text_value(NULL)));
    ck_assert_uint_eq(rl_future_remove_done_callback(fut, &say_call, same_text, (void *)"b"), 0);
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "b ");
}
END_TEST

START_TEST(released_while_pending_it_drops_its_callbacks)
{
    add("a");
    add("b");
    rl_future_unref(fut);
    ck_assert_int_eq(world.dropped, 2);
    ck_assert_int_eq(report_count, 0);
    ASSERT_OK(rl_future_new(world.loop, &fut));
}
END_TEST

START_TEST(stop_iteration_becomes_a_runtime_error)
{
    rl_exc *exc;
    ASSERT_OK(rl_future_set_exception(
        fut, rl_exc_new(RL_EXC_STOP_ITERATION, "StopIteration", "7", text_value(NULL))));
    ck_assert_ptr_null(rl_future_exception(fut, &exc));
    ck_assert_str_eq(rl_exc_class(exc), "RuntimeError");
    ck_assert_str_eq(rl_exc_message(exc), "StopIteration interacts badly with generators and "
                                          "cannot be raised into a Future");
    rl_exc *cause = rl_exc_cause(exc);
    ck_assert_str_eq(rl_exc_class(cause), "StopIteration");
    rl_exc_unref(cause);
}
END_TEST

/* ---- EXC-11, EXC-12 ------------------------------------------------------- */

static void release_fut(void)
{
    rl_future_unref(fut);
    fut = NULL;
}

START_TEST(an_exception_nobody_asked_for_is_reported_at_the_end)
{
    ASSERT_OK(rl_future_set_exception(fut, value_error()));
    rl_future_unref(rl_future_ref(fut));
    ck_assert_int_eq(report_count, 0);
    release_fut();
    ck_assert_int_eq(report_count, 1);
    ck_assert_str_eq(reported, "Future exception was never retrieved ValueError future");
}
END_TEST

START_TEST(also_when_the_loop_is_closed)
{
    ASSERT_OK(rl_future_set_exception(fut, value_error()));
    ASSERT_OK(rl_loop_close(world.loop));
    release_fut();
    ck_assert_int_eq(report_count, 1);
}
END_TEST

START_TEST(asking_or_cancelling_silences_it)
{
    rl_value value;
    rl_exc *exc;
    ASSERT_OK(rl_future_set_exception(fut, value_error()));
    if (_i == 0)
        rl_exc_unref(rl_future_result(fut, &value));
    else if (_i == 1)
        ck_assert_ptr_null(rl_future_exception(fut, &exc));
    else
        ck_assert(!rl_future_cancel(fut, text_value(NULL)));
    release_fut();
    ck_assert_int_eq(report_count, 0);
}
END_TEST

static rl_future *saved;

static rl_exc *save_future(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)arg;
    report_count++;
    saved = rl_future_ref(context->future);
    return rl_exc_new(RL_EXC_SYSTEM_EXIT, "SystemExit", NULL, text_value(NULL));
}

static int log_count;
static void on_log(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)level;
    (void)text;
    (void)arg;
    ck_assert_str_eq(rl_exc_class(exc), "SystemExit");
    log_count++;
}

START_TEST(the_handler_may_keep_the_future)
{
    rl_set_log(on_log, NULL);
    rl_loop_set_exception_handler(world.loop, save_future, NULL);
    ASSERT_OK(rl_future_set_exception(fut, value_error()));
    release_fut();
    ck_assert_int_eq(report_count, 1);
    ck_assert_int_eq(log_count, 1); /* an exit raised where nobody is */
    ck_assert(rl_future_done(saved));
    rl_future_unref(saved);
    ck_assert_int_eq(report_count, 1);
    rl_set_log(NULL, NULL);
}
END_TEST

/* ---- Closed loops, contexts, memory --------------------------------------- */

START_TEST(completing_after_close_says_so)
{
    rl_value value;
    bool cancelled;
    rl_future *second;
    ASSERT_OK(rl_future_new(world.loop, &second));
    add("never");
    ASSERT_OK(rl_future_add_done_callback(second, &say_call, (void *)"never", NULL));
    ASSERT_OK(rl_loop_close(world.loop));
    ck_assert_int_eq(rl_future_set_result(fut, text_value("r")), RL_ERR_LOOP_CLOSED);
    ck_assert_ptr_null(rl_future_result(fut, &value));
    ck_assert_str_eq(value.ptr, "r");
    ck_assert_int_eq(rl_future_try_cancel(second, value, &cancelled), RL_ERR_LOOP_CLOSED);
    ck_assert(cancelled);
    ck_assert_int_eq(world.dropped, 2);
    rl_future_unref(second);
    rl_future *third; /* CPython: nor is its exception reported then */
    ASSERT_OK(rl_future_new(world.loop, &third));
    ASSERT_OK(rl_future_add_done_callback(third, &say_call, (void *)"never", NULL));
    ck_assert_int_eq(rl_future_set_exception(third, value_error()), RL_ERR_LOOP_CLOSED);
    rl_future_unref(third);
    ck_assert_int_eq(report_count, 0);
    ASSERT_OK(rl_future_new(world.loop, &second)); /* STOP-18 */
    ASSERT_OK(rl_future_set_exception(second, value_error()));
    rl_future_unref(second);
    ck_assert_int_eq(report_count, 1);
}
END_TEST

START_TEST(completing_needs_no_memory)
{
    for (int i = 0; i < 200; i++)
        add(".");
    mem_fail_nth(1);
    ASSERT_OK(rl_future_set_result(fut, text_value(NULL)));
    ck_assert(!mem_has_failed());
    ck_assert_ptr_null(pass());
    ck_assert(!mem_has_failed());
    ck_assert_uint_eq(strlen(take_trace()), 400);
    mem_fail_nth(0);
}
END_TEST

static rl_contextvar *var;
static rl_exc *say_var(void *arg)
{
    rl_value value;
    (void)arg;
    trace(rl_contextvar_get(var, &value) == RL_OK ? value.ptr : "none");
    return NULL;
}
static const rl_call say_var_call = {say_var, NULL};

START_TEST(the_context_is_the_one_of_adding)
{
    rl_context *given;
    ASSERT_OK(rl_contextvar_new("var", false, text_value(NULL), &var));
    ASSERT_OK(rl_context_new(&given));
    ASSERT_OK(rl_context_enter(given));
    ASSERT_OK(rl_contextvar_set(var, text_value("given"), NULL));
    ASSERT_OK(rl_context_exit(given));
    ASSERT_OK(rl_contextvar_set(var, text_value("adding"), NULL));
    ASSERT_OK(rl_future_add_done_callback(fut, &say_var_call, NULL, NULL));
    ASSERT_OK(rl_future_add_done_callback(fut, &say_var_call, NULL, given));
    ASSERT_OK(rl_contextvar_set(var, text_value("completing"), NULL));
    ASSERT_OK(rl_future_set_result(fut, text_value(NULL)));
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "adding given ");
    rl_context_unref(given);
    rl_contextvar_unref(var);
    context_thread_clear();
}
END_TEST

START_TEST(on_a_loop_that_cannot_reserve)
{
    rl_loop *tiny;
    rl_future *f;
    ASSERT_OK(rl_loop_new(&tiny_ops, &tiny));
    ASSERT_OK(rl_future_new(tiny, &f));
    ASSERT_OK(rl_future_add_done_callback(f, &say_call, (void *)"1", NULL));
    ASSERT_OK(rl_future_add_done_callback(f, &say_call, (void *)"2", NULL));
    ASSERT_OK(rl_future_add_done_callback(f, &say_call, (void *)"3", NULL));
    ck_assert_uint_eq(rl_future_remove_done_callback(f, &say_call, same_text, (void *)"2"), 1);
    ASSERT_OK(rl_future_set_result(f, text_value(NULL)));
    ck_assert_ptr_null(rl_loop_run_forever(tiny));
    ck_assert_str_eq(take_trace(), "1 3 ");
    rl_future_unref(f);

    ASSERT_OK(rl_future_new(tiny, &f));
    ASSERT_OK(rl_future_add_done_callback(f, &say_call, (void *)"never", NULL));
    ck_assert_int_eq(rl_exc_err(rl_run_until_complete(tiny, f)), RL_ERR_STOPPED_EARLY);
    ASSERT_OK(rl_loop_close(tiny));
    ck_assert_int_eq(rl_future_set_result(f, text_value(NULL)), RL_ERR_LOOP_CLOSED);
    ck_assert_int_eq(world.dropped, 4);
    rl_future_unref(f);
    rl_loop_unref(tiny);
}
END_TEST

/* ---- run_until_complete --------------------------------------------------- */

static rl_exc *complete(void *arg)
{
    trace("complete");
    ASSERT_OK(rl_future_set_result(fut, text_value(arg)));
    soon("queued with the stop");
    return NULL;
}
static const rl_call complete_call = {complete, NULL};

/* STOP-8 */
START_TEST(stops_one_hop_after_completion)
{
    rl_value value;
    soon_call(&complete_call, "result");
    ck_assert_ptr_null(rl_run_until_complete(world.loop, fut));
    ck_assert_ptr_null(rl_future_result(fut, &value));
    ck_assert_str_eq(value.ptr, "result");
    ck_assert_str_eq(take_trace(), "complete queued with the stop ");
    ck_assert_int_eq(world.poll_count, 2);
}
END_TEST

/* STOP-10 */
START_TEST(a_done_future_takes_one_pass)
{
    ASSERT_OK(rl_future_set_result(fut, text_value(NULL)));
    soon("same pass");
    ck_assert_ptr_null(rl_run_until_complete(world.loop, fut));
    ck_assert_str_eq(take_trace(), "same pass ");
    ck_assert_int_eq(world.poll_count, 1);
}
END_TEST

/* STOP-11: no stop is left over on the future. */
START_TEST(stopped_early_it_leaves_nothing_behind)
{
    soon_call(&stop_call, NULL);
    expect_error(rl_run_until_complete(world.loop, fut), RL_ERR_STOPPED_EARLY);
    ck_assert(!rl_future_done(fut));
    ASSERT_OK(rl_future_set_result(fut, text_value(NULL)));
    soon("a");
    run_until_idle();
    ck_assert_str_eq(take_trace(), "a ");
}
END_TEST

static rl_exc *exit_with(void *arg)
{
    rl_exc *exc = rl_exc_new(RL_EXC_SYSTEM_EXIT, "SystemExit", NULL, text_value(NULL));
    if (arg != NULL)
        ASSERT_OK(rl_future_set_exception(fut, rl_exc_ref(exc)));
    return exc;
}

/* A future that holds the exit which left the run stops no later run. */
START_TEST(an_exit_in_the_future_leaves_no_stop)
{
    static const rl_call call = {exit_with, NULL};
    soon_call(&call, "store it");
    rl_exc *exc = rl_run_until_complete(world.loop, fut);
    ck_assert_int_eq(rl_exc_get_kind(exc), RL_EXC_SYSTEM_EXIT);
    rl_exc_unref(exc);
    soon("a");
    run_until_idle();
    ck_assert_str_eq(take_trace(), "a ");
    ck_assert_int_eq(report_count, 0);
}
END_TEST

static rl_exc *run_inside(void *arg)
{
    (void)arg;
    expect_error(rl_run_until_complete(world.loop, fut), RL_ERR_LOOP_RUNNING);
    rl_loop *other;
    rl_future *others;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &other));
    ASSERT_OK(rl_future_new(other, &others));
    expect_error(rl_run_until_complete(other, others), RL_ERR_OTHER_LOOP_RUNNING);
    ASSERT_OK(rl_loop_close(other));
    expect_error(rl_run_until_complete(other, others), RL_ERR_LOOP_CLOSED);
    rl_future_unref(others);
    rl_loop_unref(other);
    return NULL;
}

START_TEST(misuse_is_refused)
{
    static const rl_call call = {run_inside, NULL};
    soon_call(&call, NULL);
    ck_assert_ptr_null(pass());
    rl_loop *other;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &other));
    expect_error(rl_run_until_complete(other, fut), RL_ERR_FOREIGN_FUTURE);
    ASSERT_OK(rl_loop_close(other));
    rl_loop_unref(other);
    mem_fail_nth(1);
    expect_error(rl_run_until_complete(world.loop, fut), RL_ERR_NO_MEMORY);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("future");
    TCase *tc = tcase_create("FUT");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, pending_then_a_result_for_good);
    tcase_add_test(tc, an_exception_is_returned_each_time);
    tcase_add_loop_test(tc, cancelled_with_and_without_message, 0, 2);
    tcase_add_test(tc, callbacks_are_queued_in_order_not_run);
    tcase_add_test(tc, cancelling_queues_them_too);
    tcase_add_test(tc, remove_takes_all_that_are_equal);
    tcase_add_test(tc, released_while_pending_it_drops_its_callbacks);
    tcase_add_test(tc, stop_iteration_becomes_a_runtime_error);
    tcase_add_test(tc, an_exception_nobody_asked_for_is_reported_at_the_end);
    tcase_add_test(tc, also_when_the_loop_is_closed);
    tcase_add_loop_test(tc, asking_or_cancelling_silences_it, 0, 3);
    tcase_add_test(tc, the_handler_may_keep_the_future);
    tcase_add_test(tc, completing_after_close_says_so);
    tcase_add_test(tc, completing_needs_no_memory);
    tcase_add_test(tc, the_context_is_the_one_of_adding);
    tcase_add_test(tc, on_a_loop_that_cannot_reserve);
    suite_add_tcase(suite, tc);

    tc = tcase_create("STOP");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, stops_one_hop_after_completion);
    tcase_add_test(tc, a_done_future_takes_one_pass);
    tcase_add_test(tc, stopped_early_it_leaves_nothing_behind);
    tcase_add_test(tc, an_exit_in_the_future_leaves_no_stop);
    tcase_add_test(tc, misuse_is_refused);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
