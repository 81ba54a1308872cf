/* Unit tests of locks, events, conditions, semaphores and barriers. */
#include "actors.h"

static rl_lock *lock;
static rl_event *event;
static rl_condition *cond;
static rl_semaphore *semaphore;
static rl_barrier *barrier;

static void up(void)
{
    world_up();
    ASSERT_OK(rl_lock_new(&lock));
    ASSERT_OK(rl_event_new(&event));
    ASSERT_OK(rl_condition_new(NULL, &cond));
    ASSERT_OK(rl_semaphore_new(1, true, &semaphore));
    ASSERT_OK(rl_barrier_new(3, &barrier));
}

static void down(void)
{
    rl_lock_unref(lock);
    rl_event_unref(event);
    rl_condition_unref(cond);
    rl_semaphore_unref(semaphore);
    rl_barrier_unref(barrier);
    world_down();
}

static rl_exc *lock_acquire(rl_coro **out)
{
    return exc_of(rl_lock_acquire(lock, out));
}

static rl_exc *lock_release(rl_coro **out)
{
    (void)out;
    return exc_of(rl_lock_release(lock));
}

static rl_exc *event_wait(rl_coro **out)
{
    return exc_of(rl_event_wait(event, out));
}

static rl_exc *event_pulse(rl_coro **out)
{
    (void)out;
    rl_err err = rl_event_set(event);
    rl_event_clear(event);
    return exc_of(err);
}

static rl_exc *cond_acquire(rl_coro **out)
{
    return exc_of(rl_lock_acquire(rl_condition_lock(cond), out));
}

static rl_exc *cond_release(rl_coro **out)
{
    (void)out;
    return exc_of(rl_lock_release(rl_condition_lock(cond)));
}

static rl_exc *cond_wait(rl_coro **out)
{
    return exc_of(rl_condition_wait(cond, out));
}

static rl_exc *cond_notify(rl_coro **out)
{
    (void)out;
    return exc_of(rl_condition_notify(cond, 1));
}

static rl_exc *cond_notify_all(rl_coro **out)
{
    (void)out;
    return exc_of(rl_condition_notify_all(cond));
}

static rl_exc *semaphore_acquire(rl_coro **out)
{
    return exc_of(rl_semaphore_acquire(semaphore, out));
}

static rl_exc *semaphore_release(rl_coro **out)
{
    (void)out;
    return exc_of(rl_semaphore_release(semaphore));
}

static rl_exc *barrier_wait(rl_coro **out)
{
    return exc_of(rl_barrier_wait(barrier, out));
}

static rl_exc *barrier_reset(rl_coro **out)
{
    return exc_of(rl_barrier_reset(barrier, out));
}

static rl_exc *barrier_abort(rl_coro **out)
{
    return exc_of(rl_barrier_abort(barrier, out));
}

static const act hold[] = {{"lock", lock_acquire, false}, {NULL, NULL, false}};
static const act hold_and_release[] = {
    {"lock", lock_acquire, false}, {"free", lock_release, false}, {NULL, NULL, false}};
static const act wait_event[] = {{"event", event_wait, false}, {NULL, NULL, false}};
static const act pulse[] = {{"pulse", event_pulse, false}, {NULL, NULL, false}};
static const act wait_cond[] = {{"enter", cond_acquire, false},
                                {"wait", cond_wait, true},
                                {"leave", cond_release, false},
                                {NULL, NULL, false}};
static const act enter_cond[] = {{"enter", cond_acquire, false}, {NULL, NULL, false}};
static const act notify_cond[] = {{"enter", cond_acquire, false},
                                  {"notify", cond_notify, false},
                                  {"leave", cond_release, false},
                                  {NULL, NULL, false}};
static const act notify_all_cond[] = {{"enter", cond_acquire, false},
                                      {"notify", cond_notify_all, false},
                                      {"leave", cond_release, false},
                                      {NULL, NULL, false}};
static const act permit[] = {{"permit", semaphore_acquire, false}, {NULL, NULL, false}};
static const act meet[] = {{"meet", barrier_wait, false}, {NULL, NULL, false}};
static const act reset[] = {{"reset", barrier_reset, false}, {NULL, NULL, false}};
static const act broken[] = {{"abort", barrier_abort, false}, {NULL, NULL, false}};

/* ---- Locks ---------------------------------------------------------------- */

START_TEST(a_free_lock_is_taken_without_waiting)
{
    rl_future *a = start_actor("a", hold);
    passes(1);
    ck_assert_str_eq(take_trace(), "a:lock ");
    ck_assert(rl_lock_locked(lock));
    ASSERT_OK(rl_lock_release(lock));
    ck_assert_int_eq(rl_lock_release(lock), RL_ERR_LOCK_FREE);
    forget(a);
}
END_TEST

START_TEST(a_lock_goes_to_its_waiters_in_the_order_they_came)
{
    rl_future *tasks[] = {start_actor("a", hold_and_release), start_actor("b", hold_and_release),
                          start_actor("c", hold_and_release)};
    rl_future *holder = start_actor("h", hold);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "a:lock a:free b:lock b:free c:lock c:free h:lock ");
    for (int i = 0; i < 3; i++)
        forget(tasks[i]);
    forget(holder);
}
END_TEST

/* LOCK-3, LOCK-4. */
START_TEST(a_lock_between_its_owners_is_free_but_not_to_be_had)
{
    rl_future *a = start_actor("a", hold);
    passes(1);
    rl_future *b = start_actor("b", hold);
    passes(1);
    ASSERT_OK(rl_lock_release(lock));
    ck_assert(!rl_lock_locked(lock));
    rl_future *c = start_actor("c", hold);
    passes(2);
    ck_assert_str_eq(take_trace(), "a:lock b:lock ");
    char text[200];
    rl_lock_repr(lock, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, " [locked, waiters:1]>"));
    ASSERT_OK(rl_lock_release(lock));
    passes(1);
    ck_assert_str_eq(take_trace(), "c:lock ");
    forget(a);
    forget(b);
    forget(c);
}
END_TEST

/* LOCK-5. */
START_TEST(a_woken_waiter_that_is_cancelled_wakes_the_next)
{
    rl_future *a = start_actor("a", hold);
    rl_future *b = start_actor("b", hold);
    rl_future *c = start_actor("c", hold);
    passes(1);
    ASSERT_OK(rl_lock_release(lock));
    cancel(b);
    passes(3);
    ck_assert_str_eq(take_trace(), "a:lock b:lock!CancelledError c:lock ");
    ck_assert(rl_future_cancelled(b));
    forget(a);
    forget(b);
    forget(c);
}
END_TEST

START_TEST(cancelled_waiters_are_passed_over)
{
    rl_future *a = start_actor("a", hold);
    rl_future *b = start_actor("b", hold);
    passes(1);
    cancel(b);
    ASSERT_OK(rl_lock_release(lock));
    rl_future *c = start_actor("c", hold);
    passes(1);
    ck_assert_str_eq(take_trace(), "a:lock b:lock!CancelledError c:lock ");
    forget(a);
    forget(b);
    forget(c);
}
END_TEST

/* LOCK-8. */
START_TEST(a_lock_belongs_to_the_loop_of_its_first_wait)
{
    rl_future *a = start_actor("a", hold);
    rl_future *b = start_actor("b", hold);
    passes(1);
    rl_loop *other;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &other));
    rl_coro *coro;
    rl_value result;
    ASSERT_OK(rl_lock_acquire(lock, &coro));
    rl_exc *exc = rl_run_until_complete_coro(other, coro, &result);
    ck_assert_str_eq(rl_exc_class(exc), "RuntimeError");
    ck_assert_ptr_nonnull(strstr(rl_exc_message(exc), "> is bound to a different event loop"));
    rl_exc_unref(exc);
    ASSERT_OK(rl_loop_close(other));
    rl_loop_unref(other);
    forget(a);
    forget(b);
}
END_TEST

/* ---- Events --------------------------------------------------------------- */

/* EVT-2, EVT-3. */
START_TEST(an_event_set_and_cleared_wakes_all_who_wait)
{
    rl_future *a = start_actor("a", wait_event);
    rl_future *b = start_actor("b", wait_event);
    rl_future *p = start_actor("p", pulse);
    rl_future *c = start_actor("c", wait_event);
    passes(3);
    ck_assert_str_eq(take_trace(), "p:pulse a:event b:event ");
    cancel(c);
    passes(2);
    ck_assert_str_eq(take_trace(), "c:event!CancelledError ");
    forget(a);
    forget(b);
    forget(c);
    forget(p);
}
END_TEST

/* ---- Conditions ----------------------------------------------------------- */

/* COND-2. */
START_TEST(notified_waiters_come_back_one_after_the_other)
{
    rl_future *a = start_actor("a", wait_cond);
    rl_future *b = start_actor("b", wait_cond);
    rl_future *n = start_actor("n", notify_all_cond);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "a:enter b:enter n:enter n:notify n:leave a:wait a:leave "
                                   "b:wait b:leave ");
    ck_assert_int_eq(rl_condition_notify(cond, 1), RL_ERR_NOTIFY_UNLOCKED);
    forget(a);
    forget(b);
    forget(n);
}
END_TEST

/* COND-5. */
START_TEST(a_notification_of_a_cancelled_waiter_goes_to_another)
{
    rl_future *a = start_actor("a", wait_cond);
    rl_future *b = start_actor("b", wait_cond);
    passes(3);
    rl_future *n = start_actor("n", notify_cond);
    passes(1);
    cancel(a);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "a:enter b:enter n:enter n:notify n:leave "
                                   "a:wait!CancelledError a:leave b:wait b:leave ");
    forget(a);
    forget(b);
    forget(n);
}
END_TEST

/* COND-4, COND-6. */
START_TEST(a_wait_cancelled_again_and_again_keeps_trying_for_the_lock)
{
    rl_future *a = start_actor("a", wait_cond);
    passes(1);
    rl_future *h = start_actor("h", enter_cond);
    passes(2);
    for (int i = 0; i < 3; i++) {
        cancel(a);
        passes(2);
        ck_assert(!rl_future_done(a));
    }
    ck_assert_str_eq(take_trace(), "a:enter h:enter ");
    ASSERT_OK(rl_lock_release(rl_condition_lock(cond)));
    run_until_idle();
    ck_assert_str_eq(take_trace(), "a:wait!CancelledError a:leave ");
    forget(a);
    forget(h);
}
END_TEST

static int looks;

static rl_exc *third_look(void *arg, bool *truth, rl_value *value)
{
    (void)arg;
    *truth = ++looks == 3;
    *value = rl_number(looks);
    return NULL;
}

static rl_exc *cond_wait_for(rl_coro **out)
{
    return exc_of(rl_condition_wait_for(cond, third_look, NULL, NULL, out));
}

/* COND-7. */
START_TEST(wait_for_looks_again_after_each_notification)
{
    static const act acts[] = {{"enter", cond_acquire, false},
                               {"wait_for", cond_wait_for, false},
                               {"leave", cond_release, false},
                               {NULL, NULL, false}};
    looks = 0;
    rl_future *a = start_actor("a", acts);
    passes(1);
    for (int i = 1; i < 3; i++) {
        ck_assert_int_eq(looks, i);
        rl_future *n = start_actor("n", notify_cond);
        run_until_idle();
        forget(n);
    }
    ck_assert_str_eq(take_trace(), "a:enter n:enter n:notify n:leave n:enter n:notify n:leave "
                                   "a:wait_for a:leave ");
    forget(a);
}
END_TEST

/* ---- Semaphores ----------------------------------------------------------- */

/* SEM-3, SEM-5, SEM-7. */
START_TEST(a_permit_of_a_cancelled_waiter_goes_to_the_next)
{
    rl_future *a = start_actor("a", permit);
    rl_future *b = start_actor("b", permit);
    rl_future *c = start_actor("c", permit);
    passes(1);
    ASSERT_OK(rl_semaphore_release(semaphore));
    ck_assert(rl_semaphore_locked(semaphore));
    cancel(b);
    passes(3);
    ck_assert_str_eq(take_trace(), "a:permit b:permit!CancelledError c:permit ");
    ASSERT_OK(rl_semaphore_release(semaphore));
    ck_assert_int_eq(rl_semaphore_release(semaphore), RL_ERR_SEMAPHORE_BOUND);
    forget(a);
    forget(b);
    forget(c);
}
END_TEST

/* SEM-6. */
START_TEST(released_permits_wake_as_many_waiters)
{
    rl_semaphore_unref(semaphore);
    ck_assert_int_eq(rl_semaphore_new(-1, false, &semaphore), RL_ERR_SEMAPHORE_VALUE);
    ASSERT_OK(rl_semaphore_new(0, false, &semaphore));
    rl_future *a = start_actor("a", permit);
    rl_future *b = start_actor("b", permit);
    rl_future *c = start_actor("c", permit);
    passes(1);
    ck_assert_ptr_null(semaphore_release(NULL));
    ck_assert_ptr_null(semaphore_release(NULL));
    cancel(a);
    passes(2);
    ck_assert_str_eq(take_trace(), "a:permit!CancelledError b:permit c:permit ");
    forget(a);
    forget(b);
    forget(c);
}
END_TEST

/* ---- Barriers ------------------------------------------------------------- */

/* BAR-2. */
START_TEST(the_last_at_a_barrier_goes_on_first)
{
    rl_future *a = start_actor("a", meet);
    rl_future *b = start_actor("b", meet);
    passes(1);
    ck_assert_uint_eq(rl_barrier_n_waiting(barrier), 2);
    rl_future *c = start_actor("c", meet);
    rl_future *d = start_actor("d", meet);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "c:meet a:meet b:meet ");
    ck_assert_uint_eq(rl_barrier_n_waiting(barrier), 1);
    forget(a);
    forget(b);
    forget(c);
    forget(d);
}
END_TEST

/* BAR-4, BAR-5. */
START_TEST(a_barrier_is_reset_and_broken)
{
    rl_future *a = start_actor("a", meet);
    rl_future *b = start_actor("b", meet);
    passes(1);
    cancel(a);
    passes(2);
    ck_assert_uint_eq(rl_barrier_n_waiting(barrier), 1);
    rl_future *r = start_actor("r", reset);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "a:meet!CancelledError r:reset b:meet!BrokenBarrierError ");
    rl_future *x = start_actor("x", broken);
    rl_future *c = start_actor("c", meet);
    run_until_idle();
    ck_assert_str_eq(take_trace(), "x:abort c:meet!BrokenBarrierError ");
    ck_assert(rl_barrier_broken(barrier));
    rl_future *all[] = {a, b, r, x, c};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        forget(all[i]);
}
END_TEST

/* ---- Memory --------------------------------------------------------------- */

static void everything(void)
{
    const act *const acts[] = {hold_and_release, hold,      wait_event, pulse, wait_cond,
                               wait_cond,        notify_cond, permit,   permit, meet,
                               meet,             meet,      reset};
    enum { COUNT = sizeof acts / sizeof *acts };
    rl_future *tasks[COUNT];

    for (size_t i = 0; i < COUNT; i++)
        tasks[i] = try_act("t", acts[i]);
    for (int i = 0; i < 6; i++) {
        rl_exc_unref(pass());
        if (i == 2 && tasks[4] != NULL)
            rl_future_cancel(tasks[4], value_none());
    }
    for (size_t i = 0; i < COUNT; i++)
        forget(tasks[i]);
    rl_exc_unref(pass());
}

static void quiet(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)level, (void)text, (void)exc, (void)arg;
}

START_TEST(every_allocation_may_fail)
{
    rl_set_log(quiet, NULL);
    for (size_t n = 1;; n++) {
        world_up();
        lock = NULL;
        mem_fail_nth(n);
        rl_err err = rl_lock_new(&lock);
        if (err == RL_OK && (err = rl_event_new(&event)) == RL_OK) {
            if ((err = rl_condition_new(NULL, &cond)) == RL_OK) {
                if ((err = rl_semaphore_new(1, false, &semaphore)) == RL_OK) {
                    if ((err = rl_barrier_new(3, &barrier)) == RL_OK) {
                        everything();
                        rl_barrier_unref(barrier);
                    }
                    rl_semaphore_unref(semaphore);
                }
                rl_condition_unref(cond);
            }
            rl_event_unref(event);
        }
        rl_lock_unref(lock);
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
    Suite *suite = suite_create("locks");
    TCase *tcase = tcase_create("locks");
    tcase_add_checked_fixture(tcase, up, down);
    tcase_add_test(tcase, a_free_lock_is_taken_without_waiting);
    tcase_add_test(tcase, a_lock_goes_to_its_waiters_in_the_order_they_came);
    tcase_add_test(tcase, a_lock_between_its_owners_is_free_but_not_to_be_had);
    tcase_add_test(tcase, a_woken_waiter_that_is_cancelled_wakes_the_next);
    tcase_add_test(tcase, cancelled_waiters_are_passed_over);
    tcase_add_test(tcase, a_lock_belongs_to_the_loop_of_its_first_wait);
    tcase_add_test(tcase, an_event_set_and_cleared_wakes_all_who_wait);
    tcase_add_test(tcase, notified_waiters_come_back_one_after_the_other);
    tcase_add_test(tcase, a_notification_of_a_cancelled_waiter_goes_to_another);
    tcase_add_test(tcase, a_wait_cancelled_again_and_again_keeps_trying_for_the_lock);
    tcase_add_test(tcase, wait_for_looks_again_after_each_notification);
    tcase_add_test(tcase, a_permit_of_a_cancelled_waiter_goes_to_the_next);
    tcase_add_test(tcase, released_permits_wake_as_many_waiters);
    tcase_add_test(tcase, the_last_at_a_barrier_goes_on_first);
    tcase_add_test(tcase, a_barrier_is_reset_and_broken);
    suite_add_tcase(suite, tcase);
    TCase *memory = tcase_create("memory");
    tcase_add_test(memory, every_allocation_may_fail);
    tcase_set_timeout(memory, 60);
    suite_add_tcase(suite, memory);
    return run_suite(suite);
}
