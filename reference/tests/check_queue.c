/* Unit tests of queues. */
#include "actors.h"

static rl_queue *queue;
static intptr_t next_item;
static rl_err less_fails;

static rl_exc *less(rl_value a, rl_value b, bool *is_less)
{
    *is_less = (intptr_t)a.ptr / 10 < (intptr_t)b.ptr / 10; /* tens count, ones do not */
    return exc_of(less_fails);
}

static void use(rl_queue_kind kind, int64_t max_size)
{
    rl_queue_unref(queue);
    ASSERT_OK(rl_queue_new(kind, max_size, less, &queue));
}

static void up(void)
{
    world_up();
    queue = NULL;
    next_item = 0;
    less_fails = RL_OK;
    use(RL_QUEUE_FIFO, 2);
}

static void down(void)
{
    rl_queue_unref(queue);
    world_down();
}

static rl_exc *put(rl_coro **out)
{
    return exc_of(rl_queue_put(queue, rl_number(++next_item), out));
}

static rl_exc *get(rl_coro **out)
{
    return exc_of(rl_queue_get(queue, out));
}

static rl_exc *join(rl_coro **out)
{
    return exc_of(rl_queue_join(queue, out));
}

#define END {NULL, NULL, false}

static const act puts_one[] = {{"put", put, false}, END};
static const act puts_twice[] = {{"put", put, false}, {"put", put, false}, END};
static const act gets[] = {{"get", get, false}, END};
static const act joins[] = {{"join", join, false}, END};

static void put_now(intptr_t item)
{
    ck_assert_ptr_null(rl_queue_put_nowait(queue, rl_number(item)));
}

static intptr_t get_now(void)
{
    rl_value item;
    ck_assert_ptr_null(rl_queue_get_nowait(queue, &item));
    return (intptr_t)item.ptr;
}

static rl_err refused(rl_exc *exc)
{
    ck_assert_ptr_nonnull(exc);
    return rl_exc_err(exc);
}

/* ---- Items ---------------------------------------------------------------- */

/* QUEUE-1, QUEUE-2, QUEUE-3. */
START_TEST(items_leave_in_the_order_of_the_queues_kind)
{
    rl_value item;
    put_now(1);
    put_now(2);
    ck_assert_int_eq(refused(rl_queue_put_nowait(queue, rl_number(3))), RL_ERR_QUEUE_FULL);
    ck_assert_int_eq(get_now(), 1);
    put_now(3);
    ck_assert_int_eq(get_now(), 2);
    ck_assert_int_eq(get_now(), 3);
    ck_assert_int_eq(refused(rl_queue_get_nowait(queue, &item)), RL_ERR_QUEUE_EMPTY);
    use(RL_QUEUE_LIFO, 0);
    for (intptr_t i = 0; i < 20; i++)
        put_now(i);
    for (intptr_t i = 19; i >= 0; i--)
        ck_assert_int_eq(get_now(), i);
}
END_TEST

/* The order of heapq.heappush and heappop, which is not the order of putting. */
START_TEST(equal_priorities_leave_in_the_order_of_heapq)
{
    static const intptr_t given[] = {20, 21, 22, 11, 23, 12, 24};
    static const intptr_t order[] = {11, 12, 22, 24, 23, 20, 21}; /* from CPython */
    use(RL_QUEUE_PRIORITY, 0);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        put_now(given[i]);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        ck_assert_int_eq(get_now(), order[i]);
}
END_TEST

START_TEST(a_comparison_that_raises_leaves_the_item_in_the_heap)
{
    use(RL_QUEUE_PRIORITY, 0);
    put_now(10);
    less_fails = RL_ERR_UNSUPPORTED;
    ck_assert_int_eq(refused(rl_queue_put_nowait(queue, rl_number(5))), RL_ERR_UNSUPPORTED);
    ck_assert_uint_eq(rl_queue_qsize(queue), 2);
    less_fails = RL_OK;
    ASSERT_OK(rl_queue_task_done(queue));
    ck_assert_int_eq(rl_queue_task_done(queue), RL_ERR_TASK_DONE_TOO_OFTEN);
}
END_TEST

/* ---- Waiting -------------------------------------------------------------- */

/* QUEUE-4, QUEUE-5. */
START_TEST(who_is_woken_owns_nothing_yet)
{
    rl_future *a = start_actor("a", gets);
    rl_future *b = start_actor("b", gets);
    passes(1);
    put_now(1);
    ck_assert_int_eq(get_now(), 1); /* before a runs: it waits again, behind b */
    passes(1);
    put_now(2);
    passes(1);
    ck_assert_str_eq(take_trace(), "b:get ");
    put_now(3);
    passes(1);
    ck_assert_str_eq(take_trace(), "a:get ");
    forget(a);
    forget(b);
}
END_TEST

/* QUEUE-6. */
START_TEST(a_woken_getter_that_is_cancelled_wakes_the_next)
{
    rl_future *a = start_actor("a", gets);
    rl_future *b = start_actor("b", gets);
    passes(1);
    put_now(1);
    cancel(a);
    passes(2);
    ck_assert_str_eq(take_trace(), "a:get!CancelledError b:get ");
    forget(a);
    forget(b);
}
END_TEST

START_TEST(a_woken_putter_that_is_cancelled_wakes_the_next)
{
    use(RL_QUEUE_FIFO, 1);
    put_now(9);
    rl_future *a = start_actor("a", puts_one);
    rl_future *b = start_actor("b", puts_one);
    rl_future *c = start_actor("c", puts_one);
    passes(1);
    cancel(c); /* still waiting: only leaves */
    ck_assert_int_eq(get_now(), 9);
    cancel(a);
    passes(2);
    ck_assert_str_eq(take_trace(), "c:put!CancelledError a:put!CancelledError b:put ");
    ck_assert_int_eq(get_now(), 2);
    forget(a);
    forget(b);
    forget(c);
}
END_TEST

/* QUEUE-7. */
START_TEST(join_ends_when_every_item_is_done)
{
    rl_future *early = start_actor("early", joins);
    passes(1);
    ck_assert_str_eq(take_trace(), "early:join ");
    put_now(1);
    put_now(2);
    rl_future *j = start_actor("j", joins);
    passes(1);
    ASSERT_OK(rl_queue_task_done(queue));
    passes(2);
    ck_assert_str_eq(take_trace(), "");
    ASSERT_OK(rl_queue_task_done(queue));
    put_now(get_now()); /* it is unfinished again, but the moment was there */
    passes(1);
    ck_assert_str_eq(take_trace(), "j:join ");
    forget(early);
    forget(j);
}
END_TEST

/* QUEUE-9, QUEUE-10. */
START_TEST(a_queue_that_is_shut_down_lets_nobody_wait)
{
    char text[200];
    rl_value item;
    rl_future *a = start_actor("a", puts_twice);
    rl_future *b = start_actor("b", puts_twice);
    passes(1);
    ck_assert_ptr_null(rl_queue_shutdown(queue, false));
    rl_queue_repr(queue, false, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "<Queue maxsize=2 _queue=["));
    ck_assert_ptr_nonnull(strstr(text, "] tasks=2 shutdown>"));
    passes(1);
    ck_assert_str_eq(take_trace(), "a:put a:put b:put!QueueShutDown ");
    ck_assert_int_eq(get_now(), 1);
    rl_future *j = start_actor("j", joins);
    passes(1);
    ck_assert_ptr_null(rl_queue_shutdown(queue, true));
    ck_assert_int_eq(refused(rl_queue_get_nowait(queue, &item)), RL_ERR_QUEUE_SHUT_DOWN);
    passes(1);
    ck_assert_str_eq(take_trace(), ""); /* one was taken and is not done */
    ASSERT_OK(rl_queue_task_done(queue));
    passes(1);
    ck_assert_str_eq(take_trace(), "j:join ");
    rl_future *g = start_actor("g", gets);
    passes(1);
    ck_assert_str_eq(take_trace(), "g:get!QueueShutDown ");
    forget(a);
    forget(b);
    forget(g);
    forget(j);
}
END_TEST

/* A getter that outlives its loop cannot give up in order. */
START_TEST(closing_a_getter_after_its_loop_raises_what_cpython_does)
{
    rl_coro *coro;
    rl_step step;
    ASSERT_OK(rl_queue_get(queue, &coro));
    rl_set_running_loop(world.loop);
    rl_coro_resume(coro, NULL, &step);
    rl_set_running_loop(NULL);
    ck_assert_int_eq(step.kind, RL_STEP_AWAIT);
    ASSERT_OK(rl_future_add_done_callback(step.future, &say_call, "never", NULL));
    ASSERT_OK(rl_loop_close(world.loop));
    rl_exc *exc = rl_coro_close(coro);
    ck_assert_int_eq(refused(exc), RL_ERR_LOOP_CLOSED);
    rl_coro_unref(coro);
    rl_future_unref(step.future);
}
END_TEST

/* ---- Memory --------------------------------------------------------------- */

static void quiet(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)level, (void)text, (void)exc, (void)arg;
}

static void everything(rl_queue_kind kind)
{
    const act *const acts[] = {puts_twice, puts_twice, gets, gets, joins, puts_one};
    enum { COUNT = sizeof acts / sizeof *acts };
    rl_future *tasks[COUNT];

    if (rl_queue_new(kind, 2, less, &queue) != RL_OK)
        return;
    for (size_t i = 0; i < COUNT; i++)
        tasks[i] = try_act("t", acts[i]);
    for (int i = 0; i < 5; i++)
        rl_exc_unref(pass());
    rl_exc_unref(rl_queue_shutdown(queue, true));
    for (int i = 0; i < 2; i++)
        rl_exc_unref(pass());
    for (size_t i = 0; i < COUNT; i++)
        forget(tasks[i]);
    rl_exc_unref(pass());
    rl_queue_unref(queue);
}

START_TEST(every_allocation_may_fail)
{
    rl_set_log(quiet, NULL);
    less_fails = RL_OK;
    for (size_t n = 1;; n++) {
        world_up();
        mem_fail_nth(n);
        everything(_i == 0 ? RL_QUEUE_FIFO : RL_QUEUE_PRIORITY);
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
    Suite *suite = suite_create("queue");
    TCase *tcase = tcase_create("queue");
    tcase_add_checked_fixture(tcase, up, down);
    tcase_add_test(tcase, items_leave_in_the_order_of_the_queues_kind);
    tcase_add_test(tcase, equal_priorities_leave_in_the_order_of_heapq);
    tcase_add_test(tcase, a_comparison_that_raises_leaves_the_item_in_the_heap);
    tcase_add_test(tcase, who_is_woken_owns_nothing_yet);
    tcase_add_test(tcase, a_woken_getter_that_is_cancelled_wakes_the_next);
    tcase_add_test(tcase, a_woken_putter_that_is_cancelled_wakes_the_next);
    tcase_add_test(tcase, join_ends_when_every_item_is_done);
    tcase_add_test(tcase, a_queue_that_is_shut_down_lets_nobody_wait);
    tcase_add_test(tcase, closing_a_getter_after_its_loop_raises_what_cpython_does);
    suite_add_tcase(suite, tcase);
    TCase *memory = tcase_create("memory");
    tcase_add_loop_test(memory, every_allocation_may_fail, 0, 2);
    suite_add_tcase(suite, memory);
    return run_suite(suite);
}
