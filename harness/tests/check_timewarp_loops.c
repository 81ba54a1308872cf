/*
 * check_timewarp_loops.c - real loops under the virtual clock: Python's own,
 * uvloop where it is installed, and the C libraries whose headers are there.
 * Each keeps exact times, the same in every run.
 *
 * AIOSPEC_PYTHONS names other interpreters to try, separated by blanks or
 * colons.  What is missing is named on standard output and skipped.
 */
#include "victims/run_victim.h"

#define PYTHONS_MAX 32

static char *pythons[PYTHONS_MAX];
static int python_count;

static bool starts(char *python, char *code)
{
    char *arguments[] = {python, "-c", code, NULL};
    pid_t pid = fork();
    if (pid == 0) {
        if (dup2(open("/dev/null", O_RDWR), 2) < 0)
            _exit(99);
        execvp(arguments[0], arguments);
        _exit(99);
    }
    int status = -1;
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void find_pythons(void)
{
    const char *named = getenv("AIOSPEC_PYTHONS");
    static char list[8192];
    snprintf(list, sizeof list, "%s", named && *named ? named : "python3");
    char *name = strtok(list, " :\n");
    for (; name && python_count < PYTHONS_MAX; name = strtok(NULL, " :\n"))
        if (starts(name, "import asyncio, threading"))
            pythons[python_count++] = name;
        else
            printf("skipped: %s has no asyncio\n", name);
}

/* ---- Python ---- */

#define PASSED(seconds) seconds " " seconds " " seconds " "

static const char python_log[] =
    PASSED("0.250000") "chain 3\n"
    PASSED("0.500000") "chain 2\n"
    PASSED("0.750000") "chain 1\n"
    PASSED("1.000000") "chain 0\n"
    PASSED("3600.000000") "an hour\n"
    PASSED("0.250000") "from the thread\n"
    PASSED("0.500000") "readable b'x'\n"
    PASSED("0.625000") "from the thread again\n"
    PASSED("3.000000") "executor\n"
    PASSED("3.375000") "executor, three\n"
    PASSED("4.125000") "locks\n"
    "100 of 100 runs alike\n";

static void expect_python_log(char *python, char *expression)
{
    char *arguments[] = {python, "-B", VICTIM_SOURCES "loop.py", "100", expression, NULL};
    const struct run *run = run_program(arguments, (struct how){0});
    ck_assert_msg(run->status == 0, "%s: status %d\n%s", python, run->status, run->errors);
    ck_assert_msg(strcmp(run->output, python_log) == 0, "%s: %s%s", python, run->output,
                  run->errors);
}

START_TEST(asyncio_keeps_exact_times_in_100_runs)
{
    expect_python_log(pythons[_i], "");
}
END_TEST

START_TEST(uvloop_keeps_exact_times_in_100_runs)
{
    if (!starts(pythons[_i], "import uvloop")) {
        printf("skipped: %s has no uvloop\n", pythons[_i]);
        return;
    }
    expect_python_log(pythons[_i], "__import__('uvloop').new_event_loop()");
}
END_TEST

/* ---- C libraries ---- */

struct library {
    const char *name;
    const char *flags; /* for the compiler */
    const char *output;
};

#define CHAIN "0 begin\n250 chain\n500 chain\n750 chain\n1125 from the thread\n"

static const struct library libraries[] = {
    {"libuv", "$(pkg-config --cflags --libs libuv 2>/dev/null)",
     CHAIN "1625 from the pool\n3600000 an hour\n3600000 readable\n3600500 last\n3600500 end\n"},
    {"libev", "$([ -e /usr/include/ev.h ] && echo -lev)",
     CHAIN "10000 at a time of the wall clock\n3600000 an hour\n3600000 readable\n3600000 end\n"},
    {"libevent", "$(pkg-config --cflags --libs libevent 2>/dev/null)",
     CHAIN "3600000 an hour\n3600000 readable\n3600000 end\n"},
    {"glib", "$(pkg-config --cflags --libs glib-2.0 2>/dev/null)",
     CHAIN "1625 a condition timed out\n3600000 an hour\n3600000 readable\n3600000 end\n"},
};

START_TEST(the_library_keeps_exact_times_in_100_runs)
{
    const struct library *library = &libraries[_i];
    for (int i = 0; i < 100; i++) {
        const struct run *run = run_act(library->name, NULL, (struct how){0});
        ck_assert_msg(run->status == 0, "%s: status %d\n%s", library->name, run->status,
                      run->errors);
        if (strncmp(run->output, "skipped", strlen("skipped")) == 0) {
            printf("%s", run->output);
            return;
        }
        ck_assert_str_eq(run->output, library->output);
    }
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof(table)[0]))

int main(void)
{
    find_pythons();
    for (int i = 0; i < COUNT(libraries); i++)
        if (!victim_compile(libraries[i].name, libraries[i].flags)) {
            fprintf(stderr, "check_timewarp_loops: cannot compile " VICTIM_SOURCES "%s.c\n",
                    libraries[i].name);
            return 2;
        }
    Suite *suite = suite_create("timewarp and loops");
    TCase *tcase = tcase_create("loops");
    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, asyncio_keeps_exact_times_in_100_runs, 0, python_count);
    tcase_add_loop_test(tcase, uvloop_keeps_exact_times_in_100_runs, 0, python_count);
    tcase_add_loop_test(tcase, the_library_keeps_exact_times_in_100_runs, 0, COUNT(libraries));
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 && python_count > 0 ? 0 : 1;
}
