/* selector.c and its backends on real descriptors, and wakeup.c: IO, TIMER-18. */
#include "syscalls.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "../wakeup.h"
#include "world.h"

static const char *backends[] = {"epoll", "poll", "select"};
static selector *sel;
static int left, right;
static size_t blocks;

/* Which backend, from the loop test's _i. */
static void begin(int backend)
{
    blocks = mem_block_count();
    ASSERT_OK(selector_open(backends[backend], &sel));
    ck_assert_str_eq(sel->ops->name, backends[backend]);
    int pair[2];
    ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    left = pair[0];
    right = pair[1];
}

static void end(void)
{
    selector_close(sel);
    ck_assert_uint_eq(mem_block_count(), blocks);
    close(left);
    close(right);
}

static rl_handle *label(int n)
{
    static rl_handle handles[8];
    return &handles[n];
}

static size_t select_now(double timeout_s)
{
    size_t count;
    ASSERT_OK(selector_select(sel, timeout_s, &count));
    return count;
}

enum { BOTH = SELECTOR_READ | SELECTOR_WRITE };

START_TEST(registers_modifies_unregisters)
{
    begin(_i);
    ck_assert_ptr_null(selector_lookup(sel, left));
    ASSERT_OK(selector_register(sel, left, SELECTOR_READ, label(0), NULL));
    ck_assert_uint_eq(sel->key_count, 1);
    ck_assert_ptr_eq(selector_lookup(sel, left)->reader, label(0));
    ck_assert_uint_eq(select_now(0), 0);
    ASSERT_OK(selector_modify(sel, left, BOTH, label(0), label(1)));
    ck_assert_uint_eq(select_now(0), 1);
    ck_assert_int_eq(sel->ready[0].fd, left);
    ck_assert_int_eq(sel->ready[0].events & BOTH, SELECTOR_WRITE);
    ck_assert_int_eq(write(right, "x", 1), 1);
    ck_assert_uint_eq(select_now(INFINITY), 1);
    ck_assert_int_eq(sel->ready[0].events, BOTH);
    ASSERT_OK(selector_modify(sel, left, SELECTOR_READ, label(0), NULL));
    ck_assert_uint_eq(select_now(1), 1);
    ck_assert_int_eq(sel->ready[0].events & BOTH, SELECTOR_READ);
    selector_unregister(sel, left);
    ck_assert_ptr_null(selector_lookup(sel, left));
    ck_assert_uint_eq(select_now(0), 0);
    end();
}
END_TEST

START_TEST(a_hang_up_is_readable)
{
    begin(_i);
    ASSERT_OK(selector_register(sel, left, SELECTOR_READ, label(0), NULL));
    close(right);
    ck_assert_uint_eq(select_now(1), 1);
    ck_assert(sel->ready[0].events & SELECTOR_READ);
    right = dup(left);
    end();
}
END_TEST

/* IO-13: an error reaches the writer although there is no room to write. */
START_TEST(an_error_is_writable)
{
    int ends[2];
    char bytes[4096] = {0};
    begin(_i);
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
    while (write(ends[1], bytes, sizeof bytes) > 0)
        continue;
    ASSERT_OK(selector_register(sel, ends[1], SELECTOR_WRITE, NULL, label(0)));
    close(ends[0]);
    ck_assert_uint_eq(select_now(1), 1);
    ck_assert(sel->ready[0].events & SELECTOR_WRITE);
    selector_unregister(sel, ends[1]);
    close(ends[1]);
    end();
}
END_TEST

START_TEST(more_descriptors_than_the_arrays_begin_with)
{
    enum { COUNT = 60 };
    int pairs[COUNT][2];
    begin(_i);
    for (int i = 0; i < COUNT; i++) {
        ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, pairs[i]), 0);
        ASSERT_OK(selector_register(sel, pairs[i][0], SELECTOR_READ, label(0), NULL));
        ck_assert_int_eq(write(pairs[i][1], "x", 1), 1);
    }
    ck_assert_uint_eq(select_now(0), COUNT);
    for (int i = 0; i < COUNT; i++)
        ck_assert_int_eq(sel->ready[i].fd, pairs[i][0]); /* IO-4, as it happens here */
    for (int i = 0; i < COUNT; i += 2)
        selector_unregister(sel, pairs[i][0]);
    ck_assert_uint_eq(select_now(0), COUNT / 2);
    for (int i = 0; i < COUNT; i++) {
        close(pairs[i][0]);
        close(pairs[i][1]);
    }
    end();
}
END_TEST

/* IO-4: epoll reports in the order in which descriptors became ready, poll in
 * that of registration, select in that of numbers. */
START_TEST(order_of_events)
{
    int a[2], b[2];
    begin(_i);
    ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, a), 0);
    ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, b), 0);
    ASSERT_OK(selector_register(sel, right, SELECTOR_READ, label(3), NULL));
    ASSERT_OK(selector_register(sel, b[0], SELECTOR_READ, label(0), NULL));
    ASSERT_OK(selector_register(sel, left, SELECTOR_READ, label(1), NULL));
    ASSERT_OK(selector_register(sel, a[0], SELECTOR_READ, label(2), NULL));
    selector_unregister(sel, right);
    ck_assert_int_eq(write(a[1], "x", 1), 1);
    ck_assert_int_eq(write(b[1], "x", 1), 1);
    ck_assert_int_eq(write(right, "x", 1), 1);
    ck_assert_uint_eq(select_now(0), 3);
    int orders[3][3] = {{a[0], b[0], left}, {b[0], left, a[0]}, {left, a[0], b[0]}};
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(sel->ready[i].fd, orders[_i][i]);
    for (int i = 0; i < 2; i++) {
        close(a[i]);
        close(b[i]);
    }
    end();
}
END_TEST

START_TEST(numbers_that_are_no_descriptors_are_refused)
{
    begin(_i);
    int gone = dup(left);
    close(gone);
    ck_assert_int_eq(selector_register(sel, gone, SELECTOR_READ, label(0), NULL), -EBADF);
    int huge = selector_register(sel, 2000000000, SELECTOR_READ, label(0), NULL);
    ck_assert(huge == -EBADF || huge == -EINVAL);
    ck_assert_uint_eq(sel->key_count, 0);
    end();
}
END_TEST

START_TEST(epoll_refuses_a_regular_file)
{
    begin(_i);
    int file = open("/proc/self/exe", O_RDONLY);
    ck_assert_int_ge(file, 0);
    rl_err err = selector_register(sel, file, SELECTOR_READ, label(0), NULL);
    ck_assert_int_eq(err, _i == 0 ? -EPERM : RL_OK);
    ck_assert_uint_eq(select_now(0), _i == 0 ? 0 : 1);
    end();
    close(file);
}
END_TEST

START_TEST(a_closed_descriptor_can_still_be_unregistered)
{
    begin(_i);
    int gone = dup(left);
    ASSERT_OK(selector_register(sel, gone, SELECTOR_READ, label(0), NULL));
    close(gone);
    selector_unregister(sel, gone);
    ck_assert_uint_eq(select_now(0), 0);
    end();
}
END_TEST

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

START_TEST(waits_at_least_as_long_as_asked)
{
    begin(_i);
    double start = now_s();
    ck_assert_uint_eq(select_now(0.0121), 0);
    ck_assert_double_ge(now_s() - start, _i == 2 ? 0.0121 : 0.013);
    end();
}
END_TEST

/* PEP 475: a signal does not end a wait. */
START_TEST(an_interrupted_wait_goes_on)
{
    begin(_i);
    fail_wait = (failing){2, EINTR};
    double start = now_s();
    ck_assert_uint_eq(select_now(0.02), 0);
    ck_assert_double_ge(now_s() - start, 0.02);
    ck_assert_int_eq(fail_wait.count, 0);
    ASSERT_OK(selector_register(sel, left, SELECTOR_WRITE, NULL, label(0)));
    fail_wait = (failing){1, EINTR};
    ck_assert_uint_eq(select_now(INFINITY), 1);
    end();
}
END_TEST

START_TEST(a_failing_wait_is_reported)
{
    begin(_i);
    size_t count = 7;
    fail_wait = (failing){1, ENOMEM};
    ck_assert_int_eq(selector_select(sel, 0, &count), -ENOMEM);
    ck_assert_int_eq(selector_select(sel, NAN, &count), RL_ERR_WHEN_NAN);
    ck_assert_uint_eq(count, 7);
    end();
}
END_TEST

START_TEST(seconds_become_whole_milliseconds_rounded_up)
{
    ck_assert_int_eq(selector_timeout_ms(0), 0);
    ck_assert_int_eq(selector_timeout_ms(-3), 0);
    ck_assert_int_eq(selector_timeout_ms(1e-9), 1);
    ck_assert_int_eq(selector_timeout_ms(0.001), 1);
    ck_assert_int_eq(selector_timeout_ms(0.0011), 2);
    ck_assert_int_eq(selector_timeout_ms(0.25), 250);
    ck_assert_int_eq(selector_timeout_ms(86400), 86400000);
    ck_assert_int_eq(selector_timeout_ms(INFINITY), -1);
}
END_TEST

START_TEST(failures_while_a_loop_is_made)
{
    rl_loop *loop = NULL;
    blocks = mem_block_count();
    int free_fd = dup(0);
    close(free_fd);

    fail_epoll_create1 = (failing){1, EMFILE};
    ck_assert_int_eq(rl_loop_new(&rl_reference_ops, &loop), -EMFILE);
    fail_eventfd = (failing){1, ENFILE};
    ck_assert_int_eq(rl_loop_new(&rl_reference_ops, &loop), -ENFILE);
    fail_eventfd = (failing){1, ENOSYS};
    fail_socketpair = (failing){1, EMFILE};
    ck_assert_int_eq(rl_loop_new(&rl_reference_ops, &loop), -EMFILE);
    fail_epoll_ctl = (failing){1, ENOSPC};
    ck_assert_int_eq(rl_loop_new(&rl_reference_ops, &loop), -ENOSPC);
    ck_assert_int_eq(rl_reference_new_with("kqueue", &loop), RL_ERR_UNSUPPORTED);
    setenv("RL_SELECTOR", "nonsense", 1);
    ck_assert_int_eq(rl_loop_new(&rl_reference_ops, &loop), RL_ERR_UNSUPPORTED);
    setenv("RL_SELECTOR", "", 1);

    ck_assert_ptr_null(loop);
    ck_assert_uint_eq(mem_block_count(), blocks);
    int still_free = dup(0);
    ck_assert_int_eq(still_free, free_fd); /* no descriptor was left open */
    close(still_free);
}
END_TEST

START_TEST(loops_on_every_backend)
{
    rl_loop *loop;
    memset(&world, 0, sizeof world);
    setenv("RL_SELECTOR", backends[_i], 1);
    if (_i == 1) /* and with a pair of sockets to wake it */
        fail_eventfd = (failing){1, ENOSYS};
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &loop));
    ck_assert_str_eq(loop_of(loop)->selector->ops->name, backends[_i]);
    world.loop = loop;
    ASSERT_OK(rl_loop_call_soon_threadsafe(loop, &say_call, (void *)"woken", NULL, NULL));
    ASSERT_OK(rl_loop_call_later(loop, 0.01, &stop_call, NULL, NULL, NULL));
    ck_assert_ptr_null(rl_loop_run_forever(loop));
    ck_assert_str_eq(take_trace(), "woken ");
    ASSERT_OK(rl_loop_close(loop));
    rl_loop_unref(loop);
}
END_TEST

START_TEST(a_wakeup_is_readable_until_it_is_read)
{
    wakeup wake;
    struct pollfd fd = {.events = POLLIN};
    ASSERT_OK(_i == 0 ? wakeup_open_eventfd(&wake) : wakeup_open_sockets(&wake));
    fd.fd = wake.read_fd;
    ck_assert_int_eq(poll(&fd, 1, 0), 0);
    wakeup_read(&wake); /* nothing there: does not block */
    for (int i = 0; i < 100000; i++)
        wakeup_write(&wake); /* full: does not block either */
    ck_assert_int_eq(poll(&fd, 1, 0), 1);
    wakeup_read(&wake);
    ck_assert_int_eq(poll(&fd, 1, 0), 0);
    errno = 77;
    wakeup_write(&wake);
    ck_assert_int_eq(errno, 77);
    wakeup_close(&wake);
    ck_assert_int_eq(wake.read_fd, -1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("selector");
    TCase *tc = tcase_create("IO");
    tcase_add_loop_test(tc, registers_modifies_unregisters, 0, 3);
    tcase_add_loop_test(tc, a_hang_up_is_readable, 0, 3);
    tcase_add_loop_test(tc, an_error_is_writable, 0, 3);
    tcase_add_loop_test(tc, more_descriptors_than_the_arrays_begin_with, 0, 3);
    tcase_add_loop_test(tc, order_of_events, 0, 3);
    tcase_add_loop_test(tc, numbers_that_are_no_descriptors_are_refused, 0, 3);
    tcase_add_loop_test(tc, epoll_refuses_a_regular_file, 0, 3);
    tcase_add_loop_test(tc, a_closed_descriptor_can_still_be_unregistered, 0, 3);
    tcase_add_loop_test(tc, waits_at_least_as_long_as_asked, 0, 3);
    tcase_add_loop_test(tc, an_interrupted_wait_goes_on, 0, 3);
    tcase_add_loop_test(tc, a_failing_wait_is_reported, 0, 3);
    tcase_add_test(tc, seconds_become_whole_milliseconds_rounded_up);
    tcase_add_test(tc, failures_while_a_loop_is_made);
    tcase_add_loop_test(tc, loops_on_every_backend, 0, 3);
    tcase_add_loop_test(tc, a_wakeup_is_readable_until_it_is_read, 0, 2);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
