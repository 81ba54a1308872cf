/* loop_threads.c and shared handles: THR-1 .. THR-4, READY-10. */
#include <pthread.h>
#include <sched.h>
#include <time.h>

#include "world.h"

static void in_thread(void *(*fn)(void *), void *arg)
{
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, fn, arg), 0);
    pthread_join(thread, NULL);
}

static void *queue_from_thread(void *text)
{
    ASSERT_OK(rl_loop_call_soon_threadsafe(world.loop, &say_call, text, NULL, NULL));
    return NULL;
}

START_TEST(one_order_with_call_soon)
{
    soon("A");
    in_thread(queue_from_thread, (void *)"B");
    in_thread(queue_from_thread, (void *)"C");
    soon("D");
    in_thread(queue_from_thread, (void *)"E");
    later(-1, "timer");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "A B C D E timer ");
}
END_TEST

static rl_exc *mix(void *arg)
{
    trace(arg);
    soon("1");
    in_thread(queue_from_thread, (void *)"2");
    soon("3");
    return NULL;
}

START_TEST(queued_in_a_batch_it_waits_for_the_next)
{
    static const rl_call call = {mix, NULL};
    soon_call(&call, "mix");
    soon("rest");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "mix rest ");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "1 2 3 ");
}
END_TEST

static void queue_during_poll(void)
{
    in_thread(queue_from_thread, (void *)"thread");
}

START_TEST(queued_during_the_poll_it_runs_before_the_io)
{
    selector_event readable = {3, SELECTOR_READ};
    ASSERT_OK(rl_loop_add_reader(world.loop, 3, &say_call, (void *)"io"));
    plan(1, &readable)->during = queue_during_poll;
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "thread io ");
}
END_TEST

START_TEST(without_memory_the_rest_waits_in_order)
{
    reference_loop *loop = loop_of(world.loop);
    /* Fill `ready` to its spare slots. */
    size_t fill = loop->home.ready.capacity - loop->home.ready.reserved - READY_SPARE;
    for (size_t i = 0; i < fill; i++)
        soon(".");
    char names[3 * READY_SPARE][12];
    for (int i = 0; i < 3 * READY_SPARE; i++) {
        snprintf(names[i], sizeof names[i], "%d", i);
        in_thread(queue_from_thread, names[i]);
    }
    mem_fail_nth(1);
    loop_threads_drain(loop);
    ck_assert(mem_has_failed());
    ck_assert_uint_eq(loop->home.ready.len, fill + READY_SPARE);
    ck_assert_ptr_nonnull(loop->backlog);
    mem_fail_nth(1);
    ck_assert_int_eq(rl_loop_call_soon(world.loop, &say_call, NULL, NULL, NULL), RL_ERR_NO_MEMORY);
    rl_loop_census census;
    mem_fail_nth(1);
    ASSERT_OK(rl_loop_get_census(world.loop, &census));
    ck_assert_uint_eq(census.handles, fill + 3 * READY_SPARE);
    mem_fail_nth(0);
    for (int i = 0; i < 3; i++)
        ck_assert_ptr_null(pass());
    char expected[512] = "";
    for (size_t i = 0; i < fill; i++)
        strcat(expected, ". ");
    for (int i = 0; i < 3 * READY_SPARE; i++)
        sprintf(expected + strlen(expected), "%d ", i);
    ck_assert_str_eq(take_trace(), expected);
}
END_TEST

/* ---- On a real loop ------------------------------------------------------- */

enum { THREADS = 4, EACH = 500 };

static int last[THREADS];
static rl_loop *loop;
static size_t blocks;
static atomic_int runs, drops, accepted, refused;

static void loop_up(void)
{
    blocks = mem_block_count();
    world.trace[0] = '\0';
    world.dropped = 0;
    memset(last, 0, sizeof last);
    atomic_store(&runs, 0);
    atomic_store(&drops, 0);
    atomic_store(&accepted, 0);
    atomic_store(&refused, 0);
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &loop));
    world.loop = loop;
}

static void loop_down(void)
{
    ASSERT_OK(rl_loop_close(loop));
    rl_loop_unref(loop);
    ck_assert_uint_eq(mem_block_count(), blocks);
}

static void pause_ms(long ms)
{
    struct timespec t = {0, ms * 1000000};
    nanosleep(&t, NULL);
}

static void *stop_soon(void *unused)
{
    pause_ms(20);
    ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &stop_call, NULL, NULL, NULL));
    return unused;
}

START_TEST(wakes_a_loop_that_waits_for_ever)
{
    for (int i = 0; i < 3; i++) {
        pthread_t thread;
        pthread_create(&thread, NULL, stop_soon, NULL);
        ck_assert_ptr_null(rl_loop_run_forever(loop));
        pthread_join(thread, NULL);
    }
}
END_TEST

static atomic_bool plain_ran;
static bool plain_ran_unasked;

static rl_exc *note_plain(void *unused)
{
    (void)unused;
    atomic_store(&plain_ran, true);
    return NULL;
}

static const rl_call plain_call = {note_plain, NULL};

/* Queue while the loop waits, see that nothing happens, then let it end. */
static void *queue_plain(void *unused)
{
    while (!rl_loop_is_running(loop))
        pause_ms(1);
    pause_ms(50);
    ASSERT_OK(rl_loop_call_soon(loop, &plain_call, NULL, NULL, NULL));
    pause_ms(20);
    plain_ran_unasked = atomic_load(&plain_ran);
    ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &stop_call, NULL, NULL, NULL));
    return unused;
}

/* THR-2: it is queued, and does not wake. */
START_TEST(plain_call_soon_from_a_thread_does_not_wake)
{
    pthread_t thread;
    atomic_store(&plain_ran, false);
    pthread_create(&thread, NULL, queue_plain, NULL);
    ck_assert_ptr_null(rl_loop_run_forever(loop));
    pthread_join(thread, NULL);
    ck_assert(!plain_ran_unasked);
    ck_assert(atomic_load(&plain_ran));
}
END_TEST

static size_t ran;

static rl_exc *in_order(void *arg)
{
    int number = (int)(intptr_t)arg;
    ck_assert_int_eq(last[number / EACH], number % EACH);
    last[number / EACH]++;
    if (++ran == THREADS * EACH)
        rl_loop_stop(loop);
    return NULL;
}

static void *queue_many(void *arg)
{
    static const rl_call call = {in_order, count_drop};
    for (intptr_t i = 0; i < EACH; i++)
        ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &call, (void *)((intptr_t)arg * EACH + i),
                                               NULL, NULL));
    return NULL;
}

START_TEST(many_threads_each_in_its_own_order)
{
    pthread_t threads[THREADS];
    ran = 0;
    for (intptr_t i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, queue_many, (void *)i);
    ck_assert_ptr_null(rl_loop_run_forever(loop));
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    ck_assert_uint_eq(ran, THREADS * EACH);
    ck_assert_int_eq(world.dropped, THREADS * EACH);
}
END_TEST

/* ---- Cancelling from another thread --------------------------------------- */

static rl_handle *shared;
static atomic_int phase;

static rl_exc *slow(void *arg)
{
    atomic_store(&phase, 1);
    pause_ms(30);
    atomic_store(&phase, 2);
    rl_loop_stop(loop);
    (void)arg;
    return NULL;
}

static void *cancel_while_it_runs(void *unused)
{
    while (atomic_load(&phase) == 0)
        sched_yield();
    rl_handle_cancel(shared);
    ck_assert_int_eq(atomic_load(&phase), 2); /* it has waited */
    return unused;
}

START_TEST(cancel_waits_for_a_running_callback)
{
    static const rl_call call = {slow, count_drop};
    pthread_t thread;
    atomic_store(&phase, 0);
    ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &call, NULL, NULL, &shared));
    pthread_create(&thread, NULL, cancel_while_it_runs, NULL);
    ck_assert_ptr_null(rl_loop_run_forever(loop));
    pthread_join(thread, NULL);
    ck_assert(rl_handle_cancelled(shared));
    ck_assert_int_eq(world.dropped, 1);
    rl_handle_unref(shared);
}
END_TEST

static rl_exc *cancel_myself(void *arg)
{
    trace(arg);
    rl_handle_cancel(shared);
    ck_assert(rl_handle_cancelled(shared));
    ck_assert_int_eq(world.dropped, 0);
    rl_loop_stop(loop);
    return NULL;
}

START_TEST(a_shared_callback_may_cancel_itself)
{
    static const rl_call call = {cancel_myself, count_drop};
    ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &call, (void *)"ran", NULL, &shared));
    ck_assert_ptr_null(rl_loop_run_forever(loop));
    ck_assert_int_eq(world.dropped, 1);
    rl_handle_unref(shared);
    ck_assert_str_eq(take_trace(), "ran ");
}
END_TEST

static rl_exc *count_run(void *arg)
{
    (void)arg;
    atomic_fetch_add(&runs, 1);
    return NULL;
}

static void count_atomic_drop(void *arg)
{
    (void)arg;
    atomic_fetch_add(&drops, 1);
}

static void *queue_and_cancel(void *unused)
{
    static const rl_call call = {count_run, count_atomic_drop};
    for (int i = 0; i < EACH; i++) {
        rl_handle *h;
        ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &call, NULL, NULL, &h));
        if (i % 3 == 0)
            sched_yield();
        rl_handle_cancel(h);
        ck_assert(rl_handle_cancelled(h));
        rl_handle_unref(h);
    }
    return unused;
}

static void *queue_and_cancel_then_stop(void *unused)
{
    queue_and_cancel(unused);
    ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &stop_call, NULL, NULL, NULL));
    return unused;
}

/* Every argument is dropped once, whoever comes first. */
START_TEST(cancel_races_with_the_run)
{
    pthread_t one, two;
    pthread_create(&one, NULL, queue_and_cancel, NULL);
    pthread_create(&two, NULL, queue_and_cancel_then_stop, NULL);
    ck_assert_ptr_null(rl_loop_run_forever(loop));
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    ASSERT_OK(rl_loop_close(loop));
    ck_assert_int_eq(atomic_load(&drops), 2 * EACH);
    ck_assert_int_le(atomic_load(&runs), 2 * EACH);
}
END_TEST

static void *queue_until_closed(void *unused)
{
    static const rl_call call = {count_run, count_atomic_drop};
    for (;;) {
        rl_err err = rl_loop_call_soon_threadsafe(loop, &call, NULL, NULL, NULL);
        if (err != RL_OK) {
            ck_assert_int_eq(err, RL_ERR_LOOP_CLOSED);
            atomic_fetch_add(&refused, 1);
            return unused;
        }
        atomic_fetch_add(&accepted, 1);
    }
}

/* THR-3: what was accepted is dropped, the rest is refused. */
START_TEST(close_races_with_threads_that_queue)
{
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, queue_until_closed, NULL);
    pause_ms(5);
    ASSERT_OK(rl_loop_close(loop));
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    ck_assert_int_eq(atomic_load(&refused), THREADS);
    ck_assert_int_eq(atomic_load(&drops), atomic_load(&accepted));
    ck_assert_int_eq(atomic_load(&runs), 0);
}
END_TEST

static void *release_shared(void *handle_)
{
    pause_ms(5);
    rl_handle_cancel(handle_);
    rl_handle_unref(handle_);
    return NULL;
}

START_TEST(a_shared_handle_may_be_the_last_of_its_loop)
{
    rl_loop *own;
    pthread_t thread;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &own));
    ASSERT_OK(rl_loop_call_soon_threadsafe(own, &say_call, NULL, NULL, &shared));
    pthread_create(&thread, NULL, release_shared, shared);
    ASSERT_OK(rl_loop_close(own));
    rl_loop_unref(own);
    pthread_join(thread, NULL);
    ck_assert_int_eq(world.dropped, 1);
}
END_TEST

static void *stop_from_thread(void *unused)
{
    pause_ms(10);
    rl_loop_stop(loop);
    return unused;
}

/* STOP-6 */
START_TEST(stop_from_a_thread_does_not_wake)
{
    pthread_t thread;
    ASSERT_OK(rl_loop_call_later(loop, 0.04, &say_call, (void *)"timer", NULL, NULL));
    pthread_create(&thread, NULL, stop_from_thread, NULL);
    ck_assert_ptr_null(rl_loop_run_forever(loop));
    pthread_join(thread, NULL);
    ck_assert_str_eq(take_trace(), "timer ");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("loop_threads");
    TCase *tc = tcase_create("READY");
    tcase_add_checked_fixture(tc, world_up, world_down);
    tcase_add_test(tc, one_order_with_call_soon);
    tcase_add_test(tc, queued_in_a_batch_it_waits_for_the_next);
    tcase_add_test(tc, queued_during_the_poll_it_runs_before_the_io);
    tcase_add_test(tc, without_memory_the_rest_waits_in_order);
    suite_add_tcase(suite, tc);

    tc = tcase_create("THR");
    tcase_add_checked_fixture(tc, loop_up, loop_down);
    tcase_add_test(tc, wakes_a_loop_that_waits_for_ever);
    tcase_add_test(tc, plain_call_soon_from_a_thread_does_not_wake);
    tcase_add_test(tc, many_threads_each_in_its_own_order);
    tcase_add_test(tc, cancel_waits_for_a_running_callback);
    tcase_add_test(tc, a_shared_callback_may_cancel_itself);
    tcase_add_test(tc, cancel_races_with_the_run);
    tcase_add_test(tc, close_races_with_threads_that_queue);
    tcase_add_test(tc, a_shared_handle_may_be_the_last_of_its_loop);
    tcase_add_test(tc, stop_from_a_thread_does_not_wake);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
