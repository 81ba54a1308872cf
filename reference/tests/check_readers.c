/* readers.c: IO on a scripted selector. */
#include "world.h"

static bool remove_reader(int fd)
{
    bool removed;
    ASSERT_OK(rl_loop_remove_reader(world.loop, fd, &removed));
    return removed;
}

static bool remove_writer(int fd)
{
    bool removed;
    ASSERT_OK(rl_loop_remove_writer(world.loop, fd, &removed));
    return removed;
}

static void reader(int fd, const char *text)
{
    ASSERT_OK(rl_loop_add_reader(world.loop, fd, &say_call, (void *)text));
}

static void writer(int fd, const char *text)
{
    ASSERT_OK(rl_loop_add_writer(world.loop, fd, &say_call, (void *)text));
}

static void found(int fd, int events)
{
    selector_event event = {fd, events};
    plan(1, &event);
}

static const char *pass_trace(void)
{
    ck_assert_ptr_null(pass());
    return take_trace();
}

enum { BOTH = SELECTOR_READ | SELECTOR_WRITE };

START_TEST(read_before_write_of_one_descriptor)
{
    writer(3, "w3");
    reader(3, "r3");
    found(3, BOTH);
    ck_assert_str_eq(pass_trace(), "r3 w3 ");
}
END_TEST

START_TEST(descriptors_in_the_selectors_order)
{
    selector_event events[] = {{9, SELECTOR_READ}, {3, BOTH}, {5, SELECTOR_WRITE}};
    reader(3, "r3");
    writer(3, "w3");
    writer(5, "w5");
    reader(9, "r9");
    plan(3, events);
    ck_assert_str_eq(pass_trace(), "r9 r3 w3 w5 ");
}
END_TEST

START_TEST(only_the_directions_that_are_watched)
{
    reader(3, "r3");
    writer(4, "w4");
    selector_event events[] = {{3, BOTH}, {4, BOTH}, {500, BOTH}};
    plan(3, events);
    ck_assert_str_eq(pass_trace(), "r3 w4 ");
}
END_TEST

START_TEST(again_in_every_pass)
{
    reader(3, "r3");
    for (int i = 0; i < 3; i++) {
        found(3, SELECTOR_READ);
        ck_assert_str_eq(pass_trace(), "r3 ");
    }
    ck_assert_int_eq(world.dropped, 0);
}
END_TEST

START_TEST(remove_says_whether_there_was_one)
{
    ck_assert(!remove_reader(3));
    reader(3, "r3");
    ck_assert(!remove_writer(3));
    writer(3, "w3");
    ck_assert(remove_reader(3));
    ck_assert(!remove_reader(3));
    ck_assert_int_eq(world.dropped, 1);
    found(3, BOTH);
    ck_assert_str_eq(pass_trace(), "w3 ");
    ck_assert(remove_writer(3));
    ck_assert(!remove_writer(3));
    ck_assert_int_eq(world.dropped, 2);
}
END_TEST

START_TEST(adding_again_replaces_and_drops)
{
    reader(3, "old");
    reader(3, "new");
    ck_assert_int_eq(world.dropped, 1);
    found(3, SELECTOR_READ);
    ck_assert_str_eq(pass_trace(), "new ");
}
END_TEST

static rl_exc *act(void *arg)
{
    trace("act");
    ((void (*)(void))arg)();
    return NULL;
}
static const rl_call act_call = {act, NULL};

static void remove_3(void)
{
    ck_assert(remove_reader(3));
}

static void replace_3(void)
{
    reader(3, "new");
}

/* IO-7 */
START_TEST(removed_in_its_batch_it_does_not_run)
{
    reader(3, "r3");
    soon_call(&act_call, (void *)remove_3);
    found(3, SELECTOR_READ);
    ck_assert_str_eq(pass_trace(), "act ");
    ck_assert_int_eq(world.dropped, 1);
}
END_TEST

/* IO-8 */
START_TEST(replaced_in_its_batch_the_new_one_waits_for_a_poll)
{
    reader(3, "old");
    soon_call(&act_call, (void *)replace_3);
    found(3, SELECTOR_READ);
    ck_assert_str_eq(pass_trace(), "act ");
    found(3, SELECTOR_READ);
    ck_assert_str_eq(pass_trace(), "new ");
}
END_TEST

static rl_exc *remove_itself(void *arg)
{
    ck_assert(remove_reader(3));
    ck_assert_int_eq(world.dropped, 0); /* its argument is in use */
    trace(arg);
    return NULL;
}

START_TEST(a_reader_may_remove_itself)
{
    static const rl_call call = {remove_itself, count_drop};
    ASSERT_OK(rl_loop_add_reader(world.loop, 3, &call, (void *)"itself"));
    found(3, SELECTOR_READ);
    ck_assert_str_eq(pass_trace(), "itself ");
    ck_assert_int_eq(world.dropped, 1);
}
END_TEST

static rl_exc *raise_error(void *arg)
{
    (void)arg;
    return rl_exc_new(RL_EXC_EXCEPTION, "ValueError", NULL, (rl_value){NULL, NULL});
}

static rl_exc *cancel_reported(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)arg;
    rl_handle_cancel(context->handle);
    return NULL;
}

/* IO-9: the exception handler is how a program gets hold of a reader's handle. */
START_TEST(cancelled_by_other_means_it_is_unregistered)
{
    static const rl_call call = {raise_error, count_drop};
    rl_loop_set_exception_handler(world.loop, cancel_reported, NULL);
    ASSERT_OK(rl_loop_add_reader(world.loop, 3, &call, NULL));
    found(3, SELECTOR_READ);
    found(3, SELECTOR_READ);
    ck_assert_ptr_null(pass());
    ck_assert_int_eq(world.dropped, 1);
    ck_assert_ptr_nonnull(selector_lookup(loop_of(world.loop)->selector, 3));
    ck_assert_ptr_null(pass());
    ck_assert_ptr_null(selector_lookup(loop_of(world.loop)->selector, 3));
    ck_assert(!remove_reader(3));
}
END_TEST

static rl_handle *reported;

static rl_exc *keep_reported(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)arg;
    reported = rl_handle_ref(context->handle);
    return NULL;
}

static rl_exc *remove_then_fail(void *arg)
{
    ck_assert(remove_reader(3));
    return raise_error(arg);
}

START_TEST(removed_while_it_runs_its_argument_goes_with_the_run)
{
    static const rl_call call = {remove_then_fail, count_drop};
    rl_loop_set_exception_handler(world.loop, keep_reported, NULL);
    ASSERT_OK(rl_loop_add_reader(world.loop, 3, &call, NULL));
    found(3, SELECTOR_READ);
    ck_assert_ptr_null(pass());
    ck_assert_int_eq(world.dropped, 1);
    rl_handle_unref(reported);
}
END_TEST

START_TEST(a_failed_add_leaves_the_argument_to_its_owner)
{
    world.script.fail_add = -EPERM;
    ck_assert_int_eq(rl_loop_add_reader(world.loop, 3, &say_call, NULL), -EPERM);
    ck_assert_int_eq(rl_loop_add_reader(world.loop, -1, &say_call, NULL), RL_ERR_INVALID_FD);
    ck_assert_int_eq(rl_loop_add_writer(world.loop, -5, &say_call, NULL), RL_ERR_INVALID_FD);
    bool removed;
    ck_assert_int_eq(rl_loop_remove_reader(world.loop, -1, &removed), RL_ERR_INVALID_FD);
    ck_assert_int_eq(world.dropped, 0);
    ck_assert(!remove_reader(3));
}
END_TEST

/* CPython: selectors.modify has forgotten the descriptor when it fails. */
START_TEST(a_failed_change_forgets_the_descriptor)
{
    reader(3, "r3");
    world.script.fail_change = -EBADF;
    ck_assert_int_eq(rl_loop_add_writer(world.loop, 3, &say_call, NULL), -EBADF);
    ck_assert_int_eq(world.dropped, 1); /* the reader's */
    ck_assert(!remove_reader(3));
    reader(3, "r3");
    found(3, BOTH);
    ck_assert_str_eq(pass_trace(), "r3 ");
}
END_TEST

static void break_changes(void)
{
    writer(3, "w3");
    world.script.fail_change = -EBADF;
    bool removed = true;
    ck_assert_int_eq(rl_loop_remove_reader(world.loop, 3, &removed), -EBADF);
    ck_assert(!removed);
}

/* It was queued before it was forgotten, and it is not cancelled. */
START_TEST(a_forgotten_reader_that_is_queued_still_runs)
{
    reader(3, "r3");
    soon_call(&act_call, (void *)break_changes);
    found(3, SELECTOR_READ);
    ck_assert_str_eq(pass_trace(), "act r3 ");
    ck_assert_int_eq(world.dropped, 2);
}
END_TEST

static void remove_and_add_many(void)
{
    remove_reader(3);
    for (int fd = 100; fd < 400; fd++)
        reader(fd, "new");
}

START_TEST(the_map_may_grow_within_a_batch)
{
    reader(3, "r3");
    writer(3, "w3");
    soon_call(&act_call, (void *)remove_and_add_many);
    found(3, BOTH);
    ck_assert_str_eq(pass_trace(), "act w3 ");
    rl_loop_census census;
    ASSERT_OK(rl_loop_get_census(world.loop, &census));
    ck_assert_uint_eq(census.descriptors, 301);
    ck_assert_uint_eq(census.handles, 301);
}
END_TEST

START_TEST(an_event_without_memory_comes_back_later)
{
    /* A reader queued twice needs a slot that nobody reserved: with the spare
     * slots in use and no memory the event is left out. */
    reader(3, "r3");
    reference_loop *loop = loop_of(world.loop);
    handle *h = (handle *)selector_lookup(loop->selector, 3)->reader;
    loop->selector->ready[0] = (selector_event){3, SELECTOR_READ};
    size_t queued = 0;
    mem_fail_nth(1);
    while (!mem_has_failed()) {
        ASSERT_OK(readers_process_events(loop, 1));
        queued++;
        ck_assert_uint_lt(queued, 1000);
    }
    ck_assert_uint_eq(loop->home.ready.len, queued - 1);
    ck_assert_uint_eq(atomic_load(&h->ref_count), queued);
    ck_assert_ptr_null(pass());
    ck_assert_uint_eq(strlen(take_trace()), 3 * (queued - 1));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("readers");
    TCase *tc = tcase_create("IO");
    tcase_add_checked_fixture(tc, world_up, world_down);
    tcase_add_test(tc, read_before_write_of_one_descriptor);
    tcase_add_test(tc, descriptors_in_the_selectors_order);
    tcase_add_test(tc, only_the_directions_that_are_watched);
    tcase_add_test(tc, again_in_every_pass);
    tcase_add_test(tc, remove_says_whether_there_was_one);
    tcase_add_test(tc, adding_again_replaces_and_drops);
    tcase_add_test(tc, removed_in_its_batch_it_does_not_run);
    tcase_add_test(tc, replaced_in_its_batch_the_new_one_waits_for_a_poll);
    tcase_add_test(tc, a_reader_may_remove_itself);
    tcase_add_test(tc, cancelled_by_other_means_it_is_unregistered);
    tcase_add_test(tc, removed_while_it_runs_its_argument_goes_with_the_run);
    tcase_add_test(tc, a_failed_add_leaves_the_argument_to_its_owner);
    tcase_add_test(tc, a_failed_change_forgets_the_descriptor);
    tcase_add_test(tc, a_forgotten_reader_that_is_queued_still_runs);
    tcase_add_test(tc, the_map_may_grow_within_a_batch);
    tcase_add_test(tc, an_event_without_memory_comes_back_later);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
