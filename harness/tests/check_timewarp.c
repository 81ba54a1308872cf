/*
 * check_timewarp.c - the virtual clock, seen from inside small C programs
 * that know nothing of it (harness/tests/victims).
 */
#include "victims/run_victim.h"

#include <ctype.h>

/* ---- clocks ---- */

START_TEST(clocks_agree_and_move_together)
{
    const struct run *run = run_act("waits", "clocks", (struct how){0});
    ck_assert_int_eq(run->status, 0);
    ck_assert_str_eq(run->output, "MONOTONIC 4096000000000 step 1\n"
                                  "MONOTONIC_RAW 4096000000000 step 1\n"
                                  "MONOTONIC_COARSE 4096000000000 step 1\n"
                                  "BOOTTIME 4096000000000 step 1\n"
                                  "REALTIME 1750000000000000000 step 1\n"
                                  "REALTIME_COARSE 1750000000000000000 step 1\n"
                                  "TAI 1750000000000000000 step 1\n"
                                  "gettimeofday 1750000000.000000\n"
                                  "time 1750000000\n"
                                  "timespec_get 1750000000.000000000\n"
                                  "syscall 4096.000000000\n"
                                  "MONOTONIC 4097500000007 step 1\n"
                                  "MONOTONIC_RAW 4097500000007 step 1\n"
                                  "MONOTONIC_COARSE 4097500000007 step 1\n"
                                  "BOOTTIME 4097500000007 step 1\n"
                                  "REALTIME 1750000001500000007 step 1\n"
                                  "REALTIME_COARSE 1750000001500000007 step 1\n"
                                  "TAI 1750000001500000007 step 1\n"
                                  "gettimeofday 1750000001.500000\n"
                                  "time 1750000001\n"
                                  "timespec_get 1750000001.500000007\n"
                                  "syscall 4097.500000007\n");
}
END_TEST

START_TEST(processor_time_stays_real)
{
    expect_output("waits", "cpu-clock", "computed, and 0 passed\n");
}
END_TEST

/* Sixty waits of a minute. A second is a thousand times what they take. */
START_TEST(an_hour_takes_no_time)
{
    const struct run *run = run_act("waits", "hour", (struct how){0});
    ck_assert_str_eq(run->output, "3600\n");
    ck_assert_double_lt(run->seconds, 1.0);
}
END_TEST

/* ---- every kind of wait ---- */

#define DESCRIPTORS(ready, ms, us, ns)         \
    "epoll_wait: " ready " after " ms "\n"     \
    "epoll_pwait: " ready " after " ms "\n"    \
    "epoll_pwait2: " ready " after " ns "\n"   \
    "poll: " ready " after " ms "\n"           \
    "poll of many: " ready " after " ms "\n"   \
    "ppoll: " ready " after " ns "\n"          \
    "select: " ready " after " us "\n"         \
    "pselect: " ready " after " ns "\n"        \
    "syscall(epoll_pwait): " ready " after " ms "\n" \
    "syscall(ppoll): " ready " after " ns "\n" \
    "syscall(pselect6): " ready " after " ns "\n"

#define EMPTY DESCRIPTORS("0", "250000000", "250001000", "250000001")
#define READY DESCRIPTORS("1", "0", "0", "0")

#define SLEEPS                                                 \
    "nanosleep: 0 after 250000001\n"                           \
    "clock_nanosleep: 0 after 250000001\n"                     \
    "clock_nanosleep until, monotonic: 0 after 250000001\n"    \
    "clock_nanosleep until, realtime: 0 after 250000001\n"     \
    "clock_nanosleep until the past: 0 after 0\n"              \
    "usleep: 0 after 250001000\n"                              \
    "sleep: 0 after 2000000000\n"                              \
    "thrd_sleep: 0 after 250000001\n"                          \
    "poll of none: 0 after 250000000\n"                        \
    "select of none: 0 after 250001000\n"                      \
    "syscall(nanosleep): 0 after 250000001\n"                  \
    "syscall(clock_nanosleep): 0 after 250000001\n"            \
    "sigtimedwait: -11 after 250000001\n"

#define LOCKS                                                  \
    "pthread_cond_timedwait: 110 after 250000001\n"            \
    "pthread_cond_timedwait, monotonic: 110 after 250000001\n" \
    "pthread_cond_clockwait: 110 after 250000001\n"            \
    "cnd_timedwait: 110 after 250000001\n"                     \
    "sem_timedwait: 110 after 250000001\n"                     \
    "sem_clockwait: 110 after 250000001\n"                     \
    "pthread_mutex_timedlock: 110 after 250000001\n"           \
    "pthread_mutex_clocklock: 110 after 250000001\n"           \
    "mtx_timedlock: 110 after 250000001\n"                     \
    "pthread_rwlock_timedwrlock: 110 after 250000001\n"        \
    "pthread_rwlock_clockwrlock: 110 after 250000001\n"        \
    "futex wait: -110 after 250000001\n"                       \
    "futex wait until: -110 after 250000001\n"                 \
    "futex of another value: -11 after 0\n"

START_TEST(empty_waits_last_exactly_as_long_as_asked)
{
    expect_output("waits", "descriptors-without-data", EMPTY);
}
END_TEST

START_TEST(ready_waits_take_no_time)
{
    expect_output("waits", "descriptors-with-data", READY);
}
END_TEST

START_TEST(sleeps_last_exactly_as_long_as_asked)
{
    expect_output("waits", "sleeping", SLEEPS);
}
END_TEST

START_TEST(timed_locks_last_exactly_as_long_as_asked)
{
    expect_output("waits", "locks", LOCKS);
}
END_TEST

START_TEST(a_second_thread_changes_no_time)
{
    expect_output("waits", "all-beside-a-thread", EMPTY SLEEPS LOCKS);
}
END_TEST

START_TEST(bad_arguments_fail_as_the_kernel_says)
{
    expect_output("waits", "errors", "epoll_wait of no descriptor: -9\n"
                                     "epoll_wait for no events: -22\n"
                                     "ppoll: -22\n"
                                     "select of -1: -22\n"
                                     "select until before: -22\n"
                                     "nanosleep: -22\n"
                                     "clock_nanosleep: 22\n"
                                     "clock_gettime: -22\n"
                                     "passed: 0\n");
}
END_TEST

/* ---- acts whose whole output is known ---- */

struct expectation {
    const char *victim;
    const char *act;
    const char *output;
    int repeat; /* runs that must be the same */
};

static const struct expectation expectations[] = {
    {"threads", "wakes-poll",
     "0 begin\n250 thread writes\n250 poll returns\n1250 poll returns empty\n1250 joined\n", 100},
    {"threads", "wakes-epoll",
     "0 begin\n250 thread writes\n250 epoll_wait returns\n"
     "1250 epoll_wait returns empty: the edge is taken\n", 100},
    {"threads", "wakes-select",
     "0 begin\n250 thread writes\n250 select returns\n750000 us left\n375 joined\n", 100},
    {"threads", "all-kinds",
     "0 begin\n250 posts\n250 has the semaphore\n500 signals\n500 has the condition\n"
     "750 wakes the futex\n750 has the futex\n1250 unlocks\n1250 has the mutex\n1500 ends\n"
     "1500 joined\n", 100},
    {"threads", "interleaved",
     "0 begin\n100 sleeper of 100\n130 sleeper of 130\n170 sleeper of 170\n200 sleeper of 100\n"
     "260 sleeper of 130\n300 sleeper of 100\n340 sleeper of 170\n390 sleeper of 130\n"
     "510 sleeper of 170\n1000 sleeper of 1000\n2000 sleeper of 1000\n3000 sleeper of 1000\n"
     "3000 joined\n", 100},
    {"threads", "order-of-waking",
     "0 begin\n1000 1 is woken\n1250 2 is woken\n1500 3 is woken\n1750 4 is woken\n2000 joined\n",
     20},
    {"threads", "contention", "0 begin\n0 some waits timed out\n", 3},
    {"threads", "blocking-read", "0 begin\n1000 slept\n1000 read\n1000 joined\n", 3},
    {"threads", "held-mutex", "0 begin\n1000 has the mutex\n", 3},
    {"threads", "spinning-beside-a-sleeper", "0 begin\n250 ended\n", 3},
    {"threads", "ends",
     "0 begin\n250 joined one that exited\n250 waits\n"
     "500 joined one cancelled in pthread_cond_wait\n750 joined one cancelled\n"
     "1000 joined one cancelled\n2000 did not join one that sleeps\n", 20},
    {"threads", "c11", "0 begin\n250 woken\n500 joined\n", 20},
    {"threads", "ping-pong", "0 begin\n200 200 throws\n", 20},
    {"timers", "once", "0 begin\n250 readable 1\n350 not readable again\n", 20},
    {"timers", "absolute",
     "0 begin\n0 past 3\n250 monotonic 1\n500 realtime 1\n500 past, going on 3\n", 20},
    {"timers", "interval", "0 begin\n100 read 1\n350 read 1\n600 read 1\n1600 after a sleep 4\n",
     20},
    {"timers", "edges",
     "0 begin\n100 an edge, and nothing read\n200 an edge, and nothing read\n"
     "300 an edge, and nothing read\n300 read 3\n", 20},
    {"timers", "changed", "0 begin\n200 set again: the old expiry is forgotten\n1300 disarmed\n",
     20},
    {"timers", "closed", "0 begin\n100 a copy 1\n100 pipe\n1100 the last copy is gone\n", 20},
    {"timers", "alarms",
     "0 begin\n1500 pause is interrupted\n1625 poll is interrupted\n1875 nanosleep is interrupted\n"
     "2125 epoll_wait is interrupted\n7125 no more alarms\n7126 sleep is interrupted\n", 20},
    {"timers", "restarting-handler", "0 begin\n1000 select is interrupted all the same\n", 20},
    {"timers", "pending",
     "0 begin\n250 blocked: poll is not interrupted\n250 ppoll lets it in\n"
     "250 epoll_pwait lets it in\n"
     "250 pselect lets it in\n250 sigsuspend lets it in\n250 sigwait takes it\n", 20},
    {"timers", "between-threads",
     "0 begin\n250 poll is interrupted\n500 nanosleep is interrupted\n"
     "750 epoll_wait is interrupted\n",
     100},
    {"timers", "waiting-handler",
     "0 begin\n1250 poll is interrupted after the handler's sleep\n", 20},
    {"processes", "copied-clock",
     "0 begin\n1000 child begins\n3000 child ends\n1000 the parent's clock stood still\n"
     "1250 parent ends\n", 3},
    {"processes", "child-at-work", "0 begin\n0 the child's message came before any time passed\n",
     3},
    {"processes", "child-asleep", "0 begin\n60000000 the child slept, so time went on\n", 3},
    {"processes", "child-ends", "0 begin\n0 SIGCHLD interrupts\n", 20},
    {"processes", "zombie", "0 begin\n1000000 no waiting for it\n", 3},
    {"processes", "shared-semaphore", "0 begin\n0 there and back\n", 20},
    {"processes", "child-with-threads",
     "0 begin\n260 child's thread wakes\n260 child joined it\n1260 child ends\n", 20},
    {"processes", "show-instant", "4096000\n", 1},
    {"verdicts", "no-spin", "done\n", 1},
    {"verdicts", "io_uring", "ENOSYS\n", 1},
    {"verdicts", "untimed", "done\n", 1},
};

START_TEST(the_act_gives_the_same_times_in_every_run)
{
    const struct expectation *expected = &expectations[_i];
    for (int i = 0; i < expected->repeat; i++)
        expect_output(expected->victim, expected->act, expected->output);
}
END_TEST

START_TEST(a_hundred_threads_wake_in_the_order_of_their_deadlines)
{
    char expected[4096];
    size_t length = 0;
    length += (size_t)snprintf(expected, sizeof expected, "0 begin\n");
    for (int i = 1; i <= 100; i++)
        length += (size_t)snprintf(expected + length, sizeof expected - length, "%d %d\n", 10 * i,
                                   i);
    snprintf(expected + length, sizeof expected - length, "1000 joined\n");
    for (int i = 0; i < 5; i++)
        expect_output("threads", "many", expected);
}
END_TEST

/* ---- the page ---- */

static const struct how paged = {.with_page = true};

START_TEST(the_page_counts_waits_and_jumps)
{
    const struct run *run = run_act("waits", "hour", paged);
    ck_assert_int_eq(run->status, 0);
    ck_assert_uint_eq(run->page.magic, TIMEWARP_MAGIC);
    ck_assert_uint_eq(run->page.verdict, TIMEWARP_NONE);
    ck_assert_int_gt(run->page.owner, 0);
    ck_assert_uint_eq(run->page.waits, 60);
    ck_assert_uint_eq(run->page.waits_empty, 60);
    ck_assert_uint_eq(run->page.waits_zero, 0);
    ck_assert_uint_eq(run->page.waits_forever, 0);
    ck_assert_uint_eq(run->page.jumps, 60);
    ck_assert_uint_eq(run->page.jumped_ns, 3600000000000u);
}
END_TEST

START_TEST(the_page_tells_kinds_of_waits_apart)
{
    const struct run *run = run_act("threads", "wakes-epoll", paged);
    ck_assert_int_eq(run->status, 0);
    ck_assert_uint_eq(run->page.waits_forever, 1);
    run = run_act("verdicts", "no-spin", paged);
    ck_assert_uint_eq(run->page.waits_zero, 300 * 90 + 150);
    ck_assert_uint_eq(run->page.waits_empty, 300 * 90 + 150);
    ck_assert_uint_eq(run->page.waits, 300 * 90 + 300);
    ck_assert_uint_eq(run->page.jumps, 150);
}
END_TEST

START_TEST(an_executed_program_goes_on_at_the_owners_instant)
{
    const struct run *run = run_act("processes", "executes", paged);
    ck_assert_str_eq(run->output, "4097500\n");
}
END_TEST

START_TEST(the_child_of_an_owner_gets_no_verdict)
{
    const struct run *run = run_act("processes", "child-waits-for-ever", paged);
    ck_assert_int_eq(run->status, 0);
    ck_assert_uint_eq(run->page.verdict, TIMEWARP_NONE);
    ck_assert_str_eq(run->output, "0 begin\n10 child is woken\n1010 parent ends\n");
}
END_TEST

START_TEST(a_page_that_cannot_be_used_ends_the_program)
{
    const struct run *run = run_act("waits", "hour",
                                    (struct how){.environment = "TIMEWARP_PAGE=/nonexistent/page"});
    ck_assert_int_eq(run->status, TIMEWARP_EXIT);
    ck_assert_str_eq(run->errors,
                     "timewarp: TIMEWARP_PAGE=/nonexistent/page: cannot be opened for reading and "
                                  "writing; make it a file of 4096 bytes\n");
    run = run_act("waits", "hour", (struct how){.environment = "TIMEWARP_PAGE=/dev/null"});
    ck_assert_int_eq(run->status, TIMEWARP_EXIT);
    ck_assert_str_eq(run->errors,
                     "timewarp: TIMEWARP_PAGE=/dev/null: shorter than a page; make it a file of "
                                  "4096 bytes\n");
}
END_TEST

/* ---- verdicts ---- */

struct sentence {
    const char *act;
    enum timewarp_verdict verdict;
    const char *text;
};

#define DEAD " without an end, and nothing is left that could wake it, at "
#define SPUN "20000 waits in a row without a timeout to sleep through found nothing: "
#define REFUSED ": no virtual clock can stand in for this; use real time, at 4096.000 s"

static const struct sentence sentences[] = {
    {"dead-poll", TIMEWARP_DEADLOCK, "poll" DEAD "4096.250 s"},
    {"dead-epoll", TIMEWARP_DEADLOCK, "epoll_wait" DEAD "4096.000 s"},
    {"dead-select", TIMEWARP_DEADLOCK, "select" DEAD "4096.000 s"},
    {"dead-cond", TIMEWARP_DEADLOCK, "pthread_cond_wait" DEAD "4096.000 s"},
    {"dead-sem", TIMEWARP_DEADLOCK, "sem_wait" DEAD "4096.000 s"},
    {"dead-futex", TIMEWARP_DEADLOCK, "futex" DEAD "4096.000 s"},
    {"dead-threads", TIMEWARP_DEADLOCK, "pthread_join" DEAD "4096.000 s"},
    {"dead-after-a-thread", TIMEWARP_DEADLOCK, "poll" DEAD "4096.250 s"},
    {"spin-poll", TIMEWARP_SPIN, SPUN "poll, at 4096.000 s"},
    {"spin-epoll", TIMEWARP_SPIN, SPUN "epoll_wait, at 4096.000 s"},
    {"spin-select", TIMEWARP_SPIN, SPUN "select, at 4096.000 s"},
    {"spin-sleep", TIMEWARP_SPIN, SPUN "clock_nanosleep, at 4096.000 s"},
    {"timer_create", TIMEWARP_REFUSED, "timer_create" REFUSED},
    {"timer_create-by-number", TIMEWARP_REFUSED, "timer_create" REFUSED},
    {"clock_settime", TIMEWARP_REFUSED, "clock_settime" REFUSED},
    {"settimeofday", TIMEWARP_REFUSED, "settimeofday" REFUSED},
    {"adjtimex", TIMEWARP_REFUSED, "adjtimex" REFUSED},
    {"recvmmsg", TIMEWARP_REFUSED, "recvmmsg with a timeout" REFUSED},
    {"semtimedop", TIMEWARP_REFUSED, "semtimedop with a timeout" REFUSED},
    {"mq_timedreceive", TIMEWARP_REFUSED, "mq_timedreceive" REFUSED},
    {"aio_suspend", TIMEWARP_REFUSED, "aio_suspend" REFUSED},
    {"pshared", TIMEWARP_REFUSED, "pthread_condattr_setpshared(PTHREAD_PROCESS_SHARED)" REFUSED},
    {"futex_waitv", TIMEWARP_REFUSED, "futex_waitv" REFUSED},
};

START_TEST(the_verdict_is_on_the_page)
{
    const struct run *run = run_act("verdicts", sentences[_i].act, paged);
    ck_assert_int_eq(run->status, TIMEWARP_EXIT);
    ck_assert_uint_eq(run->page.verdict, sentences[_i].verdict);
    ck_assert_str_eq(run->page.text, sentences[_i].text);
}
END_TEST

START_TEST(without_a_page_the_verdict_is_one_line)
{
    static const char *const names[] = {"", "SPIN", "DEADLOCK", "REFUSED"};
    const struct run *run = run_act("verdicts", sentences[_i].act, (struct how){0});
    char expected[512];
    snprintf(expected, sizeof expected, "timewarp: %s: %s\n", names[sentences[_i].verdict],
             sentences[_i].text);
    ck_assert_int_eq(run->status, TIMEWARP_EXIT);
    ck_assert_str_eq(run->errors, expected);
}
END_TEST

START_TEST(the_limit_for_spinning_can_be_set)
{
    const struct run *run = run_act("verdicts", "spin-poll",
                                    (struct how){.environment = "TIMEWARP_SPIN=7"});
    ck_assert_int_eq(run->status, TIMEWARP_EXIT);
    ck_assert_ptr_nonnull(strstr(run->errors, "timewarp: SPIN: 7 waits in a row"));
    run = run_act("verdicts", "no-spin", (struct how){.environment = "TIMEWARP_SPIN=100"});
    ck_assert_int_eq(run->status, 0);
    run = run_act("verdicts", "no-spin", (struct how){.environment = "TIMEWARP_SPIN=80"});
    ck_assert_int_eq(run->status, TIMEWARP_EXIT);
    run = run_act("verdicts", "no-spin", (struct how){.environment = "TIMEWARP_SPIN=many"});
    ck_assert_int_eq(run->status, TIMEWARP_EXIT);
    ck_assert_str_eq(run->errors,
                     "timewarp: TIMEWARP_SPIN=many: not a count of waits; give a whole number "
                     "above 0\n");
}
END_TEST

/* ---- the object itself ---- */

/* Loads beside glibc 2.31 and later: no younger symbol version is bound. */
START_TEST(no_symbol_version_is_younger_than_glibc_2_31)
{
    char command[4200];
    char path[4096];
    char line[512];
    int versions = 0;
    victim_timewarp(path, sizeof path);
    snprintf(command, sizeof command, "objdump -T '%s'", path);
    FILE *table = popen(command, "r");
    ck_assert_ptr_nonnull(table);
    while (fgets(line, sizeof line, table)) {
        const char *version = strstr(line, "GLIBC_2.");
        if (!version)
            continue;
        versions++;
        ck_assert_msg(atoi(version + strlen("GLIBC_2.")) <= 31, "%s", line);
        ck_assert_msg(isdigit((unsigned char)version[strlen("GLIBC_2.")]), "%s", line);
    }
    ck_assert_int_eq(pclose(table), 0);
    ck_assert_int_gt(versions, 5);
}
END_TEST

/* Whatever the object puts itself in front of stands in the document's table. */
START_TEST(every_intercepted_call_is_documented)
{
    static char document[65536];
    FILE *file = fopen("spec/timewarp.md", "r");
    ck_assert_ptr_nonnull(file);
    document[fread(document, 1, sizeof document - 1, file)] = '\0';
    fclose(file);
    char command[4200];
    char path[4096];
    char name[256];
    int names = 0;
    victim_timewarp(path, sizeof path);
    snprintf(command, sizeof command, "nm -D --defined-only '%s' | awk '{print $3}'", path);
    FILE *table = popen(command, "r");
    ck_assert_ptr_nonnull(table);
    while (fscanf(table, "%255s", name) == 1) {
        char quoted[260];
        char called[260];
        snprintf(quoted, sizeof quoted, "`%s`", name);
        snprintf(called, sizeof called, "`%s(", name);
        ck_assert_msg(strstr(document, quoted) || strstr(document, called),
                      "spec/timewarp.md does not name %s", name);
        names++;
    }
    ck_assert_int_eq(pclose(table), 0);
    ck_assert_int_gt(names, 80);
}
END_TEST

static void compile_victims(void)
{
    static const char *const names[] = {"waits", "threads", "timers", "processes", "verdicts"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (!victim_compile(names[i], "")) {
            fprintf(stderr, "check_timewarp: cannot compile " VICTIM_SOURCES "%s.c\n", names[i]);
            exit(2);
        }
}

#define COUNT(table) ((int)(sizeof(table) / sizeof(table)[0]))

int main(void)
{
    compile_victims();
    Suite *suite = suite_create("timewarp");
    TCase *tcase = tcase_create("clocks and waits");
    tcase_add_test(tcase, clocks_agree_and_move_together);
    tcase_add_test(tcase, processor_time_stays_real);
    tcase_add_test(tcase, an_hour_takes_no_time);
    tcase_add_test(tcase, empty_waits_last_exactly_as_long_as_asked);
    tcase_add_test(tcase, ready_waits_take_no_time);
    tcase_add_test(tcase, sleeps_last_exactly_as_long_as_asked);
    tcase_add_test(tcase, timed_locks_last_exactly_as_long_as_asked);
    tcase_add_test(tcase, a_second_thread_changes_no_time);
    tcase_add_test(tcase, bad_arguments_fail_as_the_kernel_says);
    suite_add_tcase(suite, tcase);

    tcase = tcase_create("threads, timers, signals, processes");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, the_act_gives_the_same_times_in_every_run, 0, COUNT(expectations));
    tcase_add_test(tcase, a_hundred_threads_wake_in_the_order_of_their_deadlines);
    suite_add_tcase(suite, tcase);

    tcase = tcase_create("page and verdicts");
    tcase_add_test(tcase, the_page_counts_waits_and_jumps);
    tcase_add_test(tcase, the_page_tells_kinds_of_waits_apart);
    tcase_add_test(tcase, an_executed_program_goes_on_at_the_owners_instant);
    tcase_add_test(tcase, the_child_of_an_owner_gets_no_verdict);
    tcase_add_test(tcase, a_page_that_cannot_be_used_ends_the_program);
    tcase_add_loop_test(tcase, the_verdict_is_on_the_page, 0, COUNT(sentences));
    tcase_add_loop_test(tcase, without_a_page_the_verdict_is_one_line, 0, COUNT(sentences));
    tcase_add_test(tcase, the_limit_for_spinning_can_be_set);
    suite_add_tcase(suite, tcase);

    tcase = tcase_create("the object");
    tcase_add_test(tcase, no_symbol_version_is_younger_than_glibc_2_31);
    tcase_add_test(tcase, every_intercepted_call_is_documented);
    suite_add_tcase(suite, tcase);

    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
