/*
 * Every allocation fails once: a workload over the whole interface is repeated
 * with the n-th allocation failing, n = 1, 2, ... until one round goes through
 * untouched.  A round may be refused anywhere; it must leave nothing behind,
 * drop each argument that was accepted exactly once, and run what was accepted.
 */
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "world.h"

static int accepted, dropped, ran;
static rl_loop *loop;

static rl_exc *count_run(void *arg)
{
    (void)arg;
    ran++;
    return NULL;
}

static void count_dropped(void *arg)
{
    (void)arg;
    dropped++;
}

static const rl_call call = {count_run, count_dropped};

/* Accepted, or refused for memory and nothing else. */
static bool ok(rl_err err)
{
    if (err == RL_OK)
        return true;
    ck_assert_int_eq(err, RL_ERR_NO_MEMORY);
    return false;
}

static bool took(rl_err err)
{
    bool yes = ok(err);
    accepted += yes ? 1 : 0;
    return yes;
}

static void *queue_from_thread(void *unused)
{
    took(rl_loop_call_soon_threadsafe(loop, &call, NULL, NULL, NULL));
    return unused;
}

static void run_passes(int count)
{
    for (int i = 0; i < count; i++) {
        rl_loop_stop(loop);
        rl_exc *exc = rl_loop_run_forever(loop);
        ck_assert_msg(exc == NULL, "%s", exc == NULL ? "" : rl_exc_class(exc));
    }
}

static void callbacks(void)
{
    rl_handle *h = NULL;
    for (int i = 0; i < 300; i++)
        took(rl_loop_call_soon(loop, &call, NULL, NULL, NULL));
    if (took(rl_loop_call_soon(loop, &call, NULL, NULL, &h))) {
        rl_handle_cancel(h);
        rl_handle_unref(h);
    }
    for (int i = 0; i < 150; i++) {
        double when_s = rl_loop_time(loop) + (i % 2 == 0 ? -1.0 : 1000.0);
        if (took(rl_loop_call_at(loop, when_s, &call, NULL, NULL, &h))) {
            if (i % 3 == 0)
                rl_handle_cancel(h);
            rl_handle_unref(h);
        }
    }
    pthread_t thread;
    pthread_create(&thread, NULL, queue_from_thread, NULL);
    pthread_join(thread, NULL);
}

static void descriptors(void)
{
    /* Real sockets, so that epoll accepts them; more than the arrays begin with. */
    enum { PAIRS = 12 };
    static int pairs[PAIRS][2];
    for (int i = 0; i < PAIRS; i++) {
        ck_assert_int_eq(pipe(pairs[i]), 0);
        took(rl_loop_add_reader(loop, pairs[i][0], &call, NULL));
        took(rl_loop_add_writer(loop, pairs[i][1], &call, NULL));
        took(rl_loop_add_writer(loop, pairs[i][1], &call, NULL));
    }
    run_passes(2);
    for (int i = 0; i < PAIRS; i++) {
        bool removed;
        ASSERT_OK(rl_loop_remove_reader(loop, pairs[i][0], &removed));
        ASSERT_OK(rl_loop_remove_writer(loop, pairs[i][1], &removed));
        close(pairs[i][0]);
        close(pairs[i][1]);
    }
}

static void signals(void)
{
    bool removed;
    took(rl_loop_add_signal_handler(loop, SIGUSR1, &call, NULL));
    took(rl_loop_add_signal_handler(loop, SIGUSR1, &call, NULL));
    took(rl_loop_add_signal_handler(loop, SIGWINCH, &call, NULL));
    took(rl_loop_add_signal_handler(loop, SIGUSR2, &call, NULL));
    for (int i = 0; i < 200; i++) /* more than the queue has room for */
        raise(SIGWINCH);
    run_passes(3);
    ASSERT_OK(rl_loop_remove_signal_handler(loop, SIGWINCH, &removed));
    raise(SIGWINCH);
}

static void contexts(void)
{
    rl_contextvar *var = NULL;
    rl_context *context = NULL;
    rl_token *token = NULL;
    rl_value value = {"v", NULL};
    if (!ok(rl_contextvar_new("var", false, value, &var)))
        return;
    if (ok(rl_contextvar_set(var, value, &token))) {
        took(rl_loop_call_soon(loop, &call, NULL, NULL, NULL));
        if (ok(rl_context_copy_current(&context))) {
            rl_handle *h;
            if (took(rl_loop_call_soon(loop, &call, NULL, context, &h))) {
                rl_context *same;
                ASSERT_OK(rl_handle_get_context(h, &same));
                ck_assert_ptr_eq(same, context);
                rl_context_unref(same);
                rl_handle_unref(h);
            }
            rl_context_unref(context);
        }
        ok(rl_contextvar_reset(var, token));
        rl_token_unref(token);
    }
    run_passes(1);
    rl_contextvar_unref(var);
    context_thread_clear();
}

static void futures(void)
{
    rl_future *future = NULL;
    if (!ok(rl_future_new(loop, &future)))
        return;
    for (int i = 0; i < 5; i++)
        took(rl_future_add_done_callback(future, &call, NULL, NULL));
    ASSERT_OK(rl_future_set_exception(
        future, rl_exc_new(RL_EXC_STOP_ITERATION, "StopIteration", "", (rl_value){NULL, NULL})));
    rl_exc *exc = rl_run_until_complete(loop, future);
    ck_assert(exc == NULL || rl_exc_err(exc) == RL_ERR_NO_MEMORY);
    rl_exc *stored;
    ck_assert_ptr_null(rl_future_exception(future, &stored));
    rl_future_unref(future);
    if (ok(rl_future_new(loop, &future))) {
        took(rl_future_add_done_callback(future, &call, NULL, NULL));
        rl_future_unref(future);
    }
}

/* Every callback is slow: what is said of them takes no memory. */
static void debug_mode(void)
{
    ASSERT_OK(rl_loop_set_slow_callback_duration(loop, 0));
    ASSERT_OK(rl_loop_set_debug(loop, true));
    callbacks();
    run_passes(2);
    ASSERT_OK(rl_loop_set_debug(loop, false));
}

static rl_exc *job(void *arg, rl_value *result)
{
    (void)arg;
    (void)result;
    return NULL;
}

static void executors(void)
{
    rl_future *future = NULL;
    /* `arg` is not counted: it is dropped on the worker. */
    if (!ok(rl_loop_run_in_executor(loop, NULL, job, NULL, NULL, &future)))
        return;
    rl_exc *exc = rl_run_until_complete(loop, future);
    ck_assert(exc == NULL || rl_exc_err(exc) == RL_ERR_NO_MEMORY);
    rl_future_unref(future);
}

static size_t slow_callbacks;

static void no_log(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)text;
    slow_callbacks += level == RL_LOG_WARNING ? 1 : 0;
    (void)exc;
    (void)arg;
}

static void round_of(const char *selector_name)
{
    if (!ok(rl_reference_new_with(selector_name, &loop)))
        return;
    callbacks();
    run_passes(2);
    descriptors();
    signals();
    contexts();
    futures();
    executors();
    debug_mode();
    ASSERT_OK(rl_loop_close(loop));
    rl_loop_census census;
    ASSERT_OK(rl_loop_get_census(loop, &census));
    ck_assert_uint_eq(census.handles, 0);
    rl_loop_unref(loop);
}

static const char *selectors[] = {"epoll", "poll", "select"};

START_TEST(every_allocation_fails_once)
{
    rl_set_log(no_log, NULL);
    size_t before = mem_block_count();
    size_t n = 0;
    do {
        accepted = dropped = ran = 0;
        slow_callbacks = 0;
        mem_fail_nth(++n);
        round_of(selectors[_i]);
        rl_executors_join();
        ck_assert_msg(dropped == accepted, "n = %zu: %d accepted, %d dropped", n, accepted,
                      dropped);
        ck_assert_msg(mem_block_count() == before, "n = %zu: %zu blocks left", n,
                      mem_block_count() - before);
    } while (mem_has_failed());
    mem_fail_nth(0);
    ck_assert_uint_gt(n, 30);
    ck_assert_int_gt(ran, 600);
    ck_assert_uint_gt(slow_callbacks, 300);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("memory");
    TCase *tc = tcase_create("creation");
    tcase_set_timeout(tc, 60);
    tcase_add_loop_test(tc, every_allocation_fails_once, 0, 3);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
