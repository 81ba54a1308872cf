/* Unit tests of task groups. */
#include "actors.h"

static rl_task_group *group;
static rl_event *event;
static rl_future *children[8];
static int child_count;

static void up(void)
{
    world_up();
    child_count = 0;
    ASSERT_OK(rl_task_group_new(&group));
    ASSERT_OK(rl_event_new(&event));
}

static void down(void)
{
    set_last_raised(NULL);
    for (int i = 0; i < child_count; i++)
        forget(children[i]);
    rl_task_group_unref(group);
    rl_event_unref(event);
    world_down();
}

static rl_exc *event_wait(rl_coro **out)
{
    return exc_of(rl_event_wait(event, out));
}

static rl_exc *raise_error(rl_coro **out)
{
    (void)out;
    return rl_exc_new(RL_EXC_EXCEPTION, "ValueError", "bad", value_none());
}

static rl_exc *interrupt(rl_coro **out)
{
    (void)out;
    return rl_exc_from_err(RL_ERR_KEYBOARD_INTERRUPT);
}

static rl_exc *leave_generator(rl_coro **out)
{
    (void)out;
    return rl_exc_from_err(RL_ERR_GENERATOR_EXIT);
}

static rl_exc *enter(rl_coro **out)
{
    (void)out;
    return rl_task_group_enter(group);
}

static rl_exc *leave(rl_coro **out)
{
    rl_exc *exc = last_raised;
    last_raised = NULL;
    rl_err err = rl_task_group_exit(group, exc, out);
    rl_exc_unref(exc);
    return exc_of(err);
}

static rl_exc *cancel_group(rl_coro **out)
{
    (void)out;
    return rl_task_group_cancel(group);
}

static const act waits[] = {{"event", event_wait, false}, {NULL, NULL, false}};
static const act fails[] = {{"fail", raise_error, false}, {NULL, NULL, false}};
static const act interrupts[] = {{"int", interrupt, false}, {NULL, NULL, false}};
static const act waits_and_fails[] = {
    {"event", event_wait, true}, {"fail", raise_error, false}, {NULL, NULL, false}};
static const act waits_twice[] = {
    {"event", event_wait, true}, {"event", event_wait, false}, {NULL, NULL, false}};

static rl_exc *spawn_acts(const act *acts)
{
    rl_coro *coro;
    char name[2] = {(char)('a' + child_count), '\0'};
    static char names[8][2];

    memcpy(names[child_count], name, 2);
    rl_err err = actor_new(names[child_count], acts, &coro);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_exc *exc = rl_task_group_create_task(group, coro, NULL, &children[child_count]);
    child_count += exc == NULL ? 1 : 0;
    return exc;
}

static rl_exc *spawn_waiter(rl_coro **out)
{
    (void)out;
    return spawn_acts(waits);
}

static rl_exc *spawn_failure(rl_coro **out)
{
    (void)out;
    return spawn_acts(fails);
}

static rl_exc *spawn_interrupt(rl_coro **out)
{
    (void)out;
    return spawn_acts(interrupts);
}

static rl_exc *spawn_late_failure(rl_coro **out)
{
    (void)out;
    return spawn_acts(waits_and_fails);
}

static rl_exc *spawn_stubborn(rl_coro **out)
{
    (void)out;
    return spawn_acts(waits_twice);
}

/* A parent that goes through these and then leaves the block. */
#define ENTER {"enter", enter, false}
#define LEAVE {"leave", leave, false}
#define END {NULL, NULL, false}

/* TG-1, TG-11, TG-12, TG-13. */
START_TEST(a_group_waits_for_its_children)
{
    static const act acts[] = {ENTER, {"spawn", spawn_waiter, false}, LEAVE, END};
    static const act again[] = {ENTER, END};
    rl_exc *exc = spawn_acts(waits);
    ck_assert_str_eq(rl_exc_message(exc), "TaskGroup <TaskGroup> has not been entered");
    rl_exc_unref(exc);
    rl_future *p = start_actor("p", acts);
    passes(3);
    ck_assert_str_eq(take_trace(), "p:enter p:spawn ");
    ASSERT_OK(rl_event_set(event));
    passes(1);
    ck_assert_str_eq(take_trace(), "a:event ");
    passes(1);
    ck_assert_str_eq(take_trace(), "");
    passes(1);
    ck_assert_str_eq(take_trace(), "p:leave ");
    exc = spawn_acts(waits);
    ck_assert_str_eq(rl_exc_message(exc), "TaskGroup <TaskGroup entered> is finished");
    rl_exc_unref(exc);
    rl_future *q = start_actor("q", again);
    passes(1);
    ck_assert_str_eq(take_trace(), "q:enter!RuntimeError ");
    forget(p);
    forget(q);
}
END_TEST

/* TG-2, TG-10. */
START_TEST(a_failing_child_cancels_the_others_and_the_body)
{
    static const act acts[] = {ENTER,
                               {"spawn", spawn_failure, false},
                               {"spawn", spawn_waiter, false},
                               {"body", event_wait, true},
                               LEAVE,
                               END};
    rl_future *p = start_actor("p", acts);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "p:enter p:spawn p:spawn a:fail!ValueError "
                                   "b:event!CancelledError p:body!CancelledError "
                                   "p:leave!ExceptionGroup ");
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(p)), 0);
    rl_exc *exc;
    ck_assert_ptr_null(rl_future_exception(p, &exc));
    ck_assert_uint_eq(rl_exc_group_count(exc), 1);
    ck_assert_str_eq(rl_exc_message(exc), "unhandled errors in a TaskGroup");
    forget(p);
}
END_TEST

/* TG-3, TG-5. */
START_TEST(all_errors_are_in_the_group_that_is_raised)
{
    static const act acts[] = {ENTER,
                               {"spawn", spawn_late_failure, false},
                               {"spawn", spawn_late_failure, false},
                               {"body", raise_error, true},
                               LEAVE,
                               END};
    rl_future *p = start_actor("p", acts);
    run_until_idle();
    set_last_raised(NULL);
    rl_exc *exc;
    ck_assert_ptr_null(rl_future_exception(p, &exc));
    /* The children never began: they were cancelled and are ignored. */
    ck_assert_uint_eq(rl_exc_group_count(exc), 1);
    ck_assert_str_eq(take_trace(), "p:enter p:spawn p:spawn p:body!ValueError "
                                   "p:leave!ExceptionGroup ");
    forget(p);
}
END_TEST

/* TG-6. */
START_TEST(a_keyboard_interrupt_of_a_child_is_raised_bare)
{
    static const act acts[] = {ENTER,
                               {"spawn", spawn_interrupt, false},
                               {"body", event_wait, true},
                               LEAVE,
                               END};
    rl_future *p = start_actor("p", acts);
    rl_exc *exc = pass();
    ck_assert_ptr_null(exc);
    exc = pass();
    ck_assert_str_eq(rl_exc_class(exc), "KeyboardInterrupt");
    rl_exc_unref(exc);
    exc = rl_loop_run_forever(world.loop);
    ck_assert_str_eq(rl_exc_class(exc), "KeyboardInterrupt");
    rl_exc_unref(exc);
    ck_assert_str_eq(take_trace(), "p:enter p:spawn a:int!KeyboardInterrupt "
                                   "p:body!CancelledError p:leave!KeyboardInterrupt ");
    forget(p);
}
END_TEST

/* TG-7. */
START_TEST(a_cancelled_parent_cancels_its_children_and_stays_cancelled)
{
    static const act acts[] = {ENTER, {"spawn", spawn_stubborn, false}, LEAVE, END};
    rl_future *p = start_actor("p", acts);
    passes(2);
    cancel(p);
    passes(3);
    ck_assert(!rl_future_done(p));
    cancel(p); /* again, while it waits for a child that goes on */
    passes(3);
    ck_assert(!rl_future_done(p));
    ck_assert_str_eq(take_trace(), "p:enter p:spawn a:event!CancelledError ");
    ASSERT_OK(rl_event_set(event));
    passes(3);
    ck_assert_str_eq(take_trace(), "a:event p:leave!CancelledError ");
    ck_assert(rl_future_cancelled(p));
    forget(p);
}
END_TEST

/* TG-8. */
START_TEST(an_error_beats_the_cancel_of_the_parent_which_is_not_lost)
{
    static const act acts[] = {ENTER,
                               {"spawn", spawn_late_failure, false},
                               {"leave", leave, true},
                               {"after", event_wait, true},
                               END};
    rl_future *p = start_actor("p", acts);
    passes(2);
    cancel(p);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "p:enter p:spawn a:event!CancelledError a:fail!ValueError "
                                   "p:leave!ExceptionGroup p:after!CancelledError ");
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(p)), 1);
    forget(p);
}
END_TEST

/* TG-16. */
START_TEST(a_cancelled_group_ends_quietly)
{
    static const act acts[] = {ENTER,
                               {"spawn", spawn_waiter, false},
                               {"cancel", cancel_group, false},
                               {"body", event_wait, true},
                               LEAVE,
                               {"cancel", cancel_group, false},
                               END};
    static const act early[] = {{"cancel", cancel_group, false},
                                ENTER,
                                {"body", event_wait, true},
                                LEAVE,
                                END};
    rl_future *p = start_actor("p", acts);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "p:enter p:spawn p:cancel p:body!CancelledError p:leave "
                                   "p:cancel ");
    forget(p);
    rl_task_group_unref(group);
    ASSERT_OK(rl_task_group_new(&group));
    rl_future *q = start_actor("q", early);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "q:cancel q:enter q:body!CancelledError q:leave ");
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(q)), 0);
    forget(q);
}
END_TEST

/* TG-17. */
START_TEST(a_lone_generator_exit_is_raised_bare)
{
    static const act acts[] = {ENTER, {"body", leave_generator, true}, LEAVE, END};
    rl_future *p = start_actor("p", acts);
    rl_exc_unref(pass());
    ck_assert_str_eq(take_trace(), "p:enter p:body!GeneratorExit p:leave!GeneratorExit ");
    forget(p);
}
END_TEST

static void quiet(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)level, (void)text, (void)exc, (void)arg;
}

START_TEST(every_allocation_may_fail)
{
    static const act acts[] = {ENTER,
                               {"spawn", spawn_late_failure, true},
                               {"spawn", spawn_waiter, true},
                               {"spawn", spawn_failure, true},
                               {"body", event_wait, true},
                               LEAVE,
                               END};
    rl_set_log(quiet, NULL);
    for (size_t n = 1;; n++) {
        world_up();
        child_count = 0;
        mem_fail_nth(n);
        if (rl_task_group_new(&group) == RL_OK) {
            if (rl_event_new(&event) == RL_OK) {
                rl_future *p = try_act("p", acts);
                for (int i = 0; i < 8; i++)
                    rl_exc_unref(pass());
                forget(p);
                rl_event_unref(event);
            }
            for (int i = 0; i < child_count; i++)
                forget(children[i]);
            for (int i = 0; i < 3; i++)
                rl_exc_unref(pass());
            rl_task_group_unref(group);
        }
        set_last_raised(NULL);
        int failed = mem_has_failed();
        mem_fail_nth(0);
        world_down();
        if (!failed)
            break;
    }
    rl_set_log(NULL, NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("task_group");
    TCase *tcase = tcase_create("task_group");
    tcase_add_checked_fixture(tcase, up, down);
    tcase_add_test(tcase, a_group_waits_for_its_children);
    tcase_add_test(tcase, a_failing_child_cancels_the_others_and_the_body);
    tcase_add_test(tcase, all_errors_are_in_the_group_that_is_raised);
    tcase_add_test(tcase, a_keyboard_interrupt_of_a_child_is_raised_bare);
    tcase_add_test(tcase, a_cancelled_parent_cancels_its_children_and_stays_cancelled);
    tcase_add_test(tcase, an_error_beats_the_cancel_of_the_parent_which_is_not_lost);
    tcase_add_test(tcase, a_cancelled_group_ends_quietly);
    tcase_add_test(tcase, a_lone_generator_exit_is_raised_bare);
    suite_add_tcase(suite, tcase);
    TCase *memory = tcase_create("memory");
    tcase_add_test(memory, every_allocation_may_fail);
    suite_add_tcase(suite, memory);
    return run_suite(suite);
}
