/* loop_ops.c: what a loop lacks, and what it must have. */
#include <signal.h>

#include "tiny_loop.h"

static rl_loop *tiny;

static void up(void)
{
    memset(&world, 0, sizeof world);
    ASSERT_OK(rl_loop_new(&tiny_ops, &tiny));
    world.loop = tiny;
}

static void down(void)
{
    ASSERT_OK(rl_loop_close(tiny));
    rl_loop_unref(tiny);
    rl_set_log(NULL, NULL);
}

START_TEST(the_required_part_works)
{
    rl_handle *h;
    ck_assert_str_eq(tiny->ops->name, "tiny");
    ck_assert_double_eq(rl_loop_time(tiny), 5.0);
    ASSERT_OK(rl_loop_call_soon(tiny, &say_call, (void *)"a", NULL, NULL));
    ASSERT_OK(rl_loop_call_later(tiny, 1, &say_call, (void *)"b", NULL, &h));
    ck_assert_ptr_eq(h->loop, tiny);
    rl_handle_unref(rl_handle_ref(h));
    rl_handle_cancel(h);
    ck_assert(rl_handle_cancelled(h));
    rl_handle_unref(h);
    ck_assert_ptr_null(rl_loop_run_forever(tiny));
    ck_assert_str_eq(take_trace(), "a ");
    ck_assert(!rl_loop_is_running(tiny));
}
END_TEST

static rl_exc *never_called(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)context;
    (void)arg;
    ck_abort();
}

START_TEST(what_lies_behind_its_size_is_unsupported)
{
    rl_handle *h;
    rl_context *context;
    rl_loop_census census;
    rl_exc_context report = {.message = "m"};
    bool removed;
    ck_assert_int_eq(rl_loop_call_soon_threadsafe(tiny, &say_call, NULL, NULL, NULL),
                     RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_add_reader(tiny, 0, &say_call, NULL), RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_add_writer(tiny, 0, &say_call, NULL), RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_remove_reader(tiny, 0, &removed), RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_remove_writer(tiny, 0, &removed), RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_add_signal_handler(tiny, SIGUSR1, &say_call, NULL),
                     RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_remove_signal_handler(tiny, SIGUSR1, &removed), RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_get_census(tiny, &census), RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_exc_err(rl_loop_call_exception_handler(tiny, &report)),
                     RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_exc_err(rl_loop_default_exception_handler(tiny, &report)),
                     RL_ERR_UNSUPPORTED);
    rl_loop_set_exception_handler(tiny, never_called, NULL);
    ASSERT_OK(rl_loop_call_soon(tiny, &say_call, NULL, NULL, &h));
    ck_assert(isnan(rl_handle_when(h)));
    ck_assert_int_eq(rl_handle_get_context(h, &context), RL_ERR_UNSUPPORTED);
    rl_handle_unref(h);
    ck_assert_int_eq(world.dropped, 0);
}
END_TEST

START_TEST(a_null_member_is_unsupported)
{
    rl_loop_ops bare = rl_reference_ops;
    rl_loop *loop;
    bool removed;
    bare.add_reader = NULL;
    bare.remove_writer = NULL;
    bare.call_soon_threadsafe = NULL;
    bare.handle_when = NULL;
    bare.remove_signal_handler = NULL;
    ASSERT_OK(rl_loop_new(&bare, &loop));
    ck_assert_int_eq(rl_loop_add_reader(loop, 0, &say_call, NULL), RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_remove_writer(loop, 0, &removed), RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_call_soon_threadsafe(loop, &say_call, NULL, NULL, NULL),
                     RL_ERR_UNSUPPORTED);
    ck_assert_int_eq(rl_loop_remove_signal_handler(loop, SIGUSR1, &removed), RL_ERR_UNSUPPORTED);
    rl_handle *timer;
    ASSERT_OK(rl_loop_call_at(loop, 1, &say_call, NULL, NULL, &timer));
    ck_assert(isnan(rl_handle_when(timer)));
    rl_handle_unref(timer);
    ASSERT_OK(rl_loop_close(loop));
    rl_loop_unref(loop);
}
END_TEST

START_TEST(another_version_or_too_small_a_table_is_refused)
{
    rl_loop_ops ops = tiny_ops;
    rl_loop *loop = NULL;
    ops.version = RL_LOOP_OPS_VERSION + 1;
    ck_assert_int_eq(rl_loop_new(&ops, &loop), RL_ERR_UNSUPPORTED);
    ops = tiny_ops;
    ops.size = 16;
    ck_assert_int_eq(rl_loop_new(&ops, &loop), RL_ERR_UNSUPPORTED);
    ops = tiny_ops;
    ops.new_loop = NULL;
    ck_assert_int_eq(rl_loop_new(&ops, &loop), RL_ERR_UNSUPPORTED);
    ck_assert_ptr_null(loop);
}
END_TEST

static int warnings;
static void count_warnings(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)exc;
    (void)arg;
    ck_assert_int_eq(level, RL_LOG_RESOURCE_WARNING);
    ck_assert_str_eq(text, "unclosed event loop <tiny>");
    warnings++;
}

START_TEST(any_unclosed_loop_warns_and_is_closed)
{
    rl_loop *loop;
    rl_set_log(count_warnings, NULL);
    ASSERT_OK(rl_loop_new(&tiny_ops, &loop));
    ASSERT_OK(rl_loop_call_soon(loop, &say_call, NULL, NULL, NULL));
    rl_loop_unref(rl_loop_ref(loop));
    ck_assert_int_eq(warnings, 0);
    rl_loop_unref(loop);
    ck_assert_int_eq(warnings, 1);
    ck_assert_int_eq(world.dropped, 1);
    rl_loop_unref(NULL);
}
END_TEST

START_TEST(no_running_loop_outside_a_run)
{
    ck_assert_ptr_null(rl_get_running_loop());
    rl_set_running_loop(tiny);
    ck_assert_ptr_eq(rl_get_running_loop(), tiny);
    rl_set_running_loop(NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("loop_ops");
    TCase *tc = tcase_create("STOP");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, the_required_part_works);
    tcase_add_test(tc, what_lies_behind_its_size_is_unsupported);
    tcase_add_test(tc, a_null_member_is_unsupported);
    tcase_add_test(tc, another_version_or_too_small_a_table_is_refused);
    tcase_add_test(tc, any_unclosed_loop_warns_and_is_closed);
    tcase_add_test(tc, no_running_loop_outside_a_run);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
