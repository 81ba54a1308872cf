/*
 * check_command_run.c - the built command, end to end, with loops that are wrong in
 * each way (runner/wrong_loops.py) on scenarios that CPython recorded (runner/suite).
 *
 * Run from the project's folder.  $AIOSPEC_BUILD names the folder of the built command
 * (default: build), $PYTHON the interpreter (default: python3).
 */
#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "command_tests.h"

static json_t *lines; /* of the results file */

static void set_up(void)
{
    set_up_command();
    char *temporary = text_format("%s/tmp", folder);
    mkdir(temporary, 0777);
    setenv("TMPDIR", temporary, 1);
    free(temporary);
}

static void tear_down(void)
{
    tear_down_command();
    json_decref(lines);
}

/* ---- Running the command ---- */

/* Start it with the arguments, one string each up to NULL. */
static pid_t start(const char *first, va_list more)
{
    char *arguments[32] = {command, (char *)first};
    for (size_t count = 2; count < 31 && (arguments[count] = va_arg(more, char *)) != NULL;)
        count++;
    char *out_path = text_format("%s/out", folder);
    char *err_path = text_format("%s/err", folder);
    pid_t pid = fork();
    if (pid == 0) {
        /* Check ignores nothing, but whoever started it may have. */
        signal(SIGTERM, SIG_DFL);
        signal(SIGINT, SIG_DFL);
        dup2(open(out_path, O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
        dup2(open(err_path, O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
        execv(arguments[0], arguments);
        perror(arguments[0]);
        _exit(126);
    }
    free(out_path);
    free(err_path);
    return pid;
}

static void load_results(void)
{
    json_decref(lines);
    lines = json_array();
    char *text = files_read(results, 0, NULL);
    for (char *line = text; line != NULL && *line != '\0';) {
        char *end = strchr(line, '\n');
        ck_assert_msg(end != NULL, "the last line of the results is cut");
        *end = '\0';
        json_t *object = json_loads(line, 0, NULL);
        ck_assert_msg(object != NULL, "no JSON: %s", line);
        json_array_append_new(lines, object);
        line = end + 1;
    }
    free(text);
}

static void finish(pid_t pid)
{
    int how;
    while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
        continue;
    status = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
    char *out_path = text_format("%s/out", folder);
    char *err_path = text_format("%s/err", folder);
    free(out);
    free(err);
    out = files_read(out_path, 0, NULL);
    err = files_read(err_path, 0, NULL);
    free(out_path);
    free(err_path);
    load_results();
}

static void aiospec(const char *first, ...)
{
    va_list more;
    va_start(more, first);
    pid_t pid = start(first, more);
    va_end(more);
    finish(pid);
}

/* Grade wrong_loops.LOOP on the scenarios of one pattern, results to the file. */
static void grade(const char *loop, const char *pattern)
{
    char *target = text_format("python:wrong_loops:%s", loop);
    aiospec("run", target, pattern, "--python", python, "--suite", SUITE, "--limit", "2",
            "--results", results, NULL);
    free(target);
}

/* ---- Looking at what it did ---- */

static const json_t *result_of(const char *id)
{
    size_t index;
    json_t *line;
    json_array_foreach(lines, index, line)
    {
        const char *name = json_string_value(json_object_get(line, "id"));
        if (name != NULL && strcmp(name, id) == 0)
            return line;
    }
    ck_abort_msg("no result of %s\n%s\n%s", id, out, err);
    return NULL;
}

static const json_t *footer(void)
{
    const json_t *last = json_array_get(lines, json_array_size(lines) - 1);
    ck_assert_msg(json_is_true(json_object_get(last, "footer")), "no footer");
    return last;
}

/* Nothing of the command's own is left: no temporary files. */
static void assert_tidy(void)
{
    DIR *temporary = opendir(getenv("TMPDIR"));
    ck_assert_ptr_nonnull(temporary);
    for (struct dirent *entry; (entry = readdir(temporary)) != NULL;)
        ck_assert_msg(entry->d_name[0] == '.', "left behind: %s", entry->d_name);
    closedir(temporary);
}

/* Does a process still run whose environment names this test's folder? */
static bool somebody_left(void)
{
    bool found = false;
    DIR *processes = opendir("/proc");
    for (struct dirent *entry; !found && (entry = readdir(processes)) != NULL;) {
        char path[64], environment[16384];
        snprintf(path, sizeof path, "/proc/%.20s/environ", entry->d_name);
        FILE *file = entry->d_name[0] >= '1' && entry->d_name[0] <= '9' ? fopen(path, "r") : NULL;
        if (file == NULL)
            continue;
        size_t size = fread(environment, 1, sizeof environment, file);
        fclose(file);
        found = memmem(environment, size, folder, strlen(folder)) != NULL;
    }
    closedir(processes);
    return found;
}

/* Dying takes a moment. */
static void assert_nobody_left(void)
{
    for (int tries = 0; tries < 300 && somebody_left(); tries++)
        nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
    ck_assert_msg(!somebody_left(), "a process was left behind");
}

static bool has_escapes(const char *text)
{
    return strchr(text, '\033') != NULL;
}

/* ---- Verdicts ---- */

static const struct {
    const char *loop, *id, *verdict, *reason;
    int status;
} wrong[] = {
    {"Right", "RUN/fifo", "PASS", "", 0},
    {"Right", "RUN/timer", "PASS", "", 0},
    {"Right", "RUN/reader", "PASS", "", 0},
    {"Right", "RUN/from_the_future", "SKIP", "needs 3.99", 4},
    {"LifoQueue", "RUN/fifo", "FAIL", "line 1: expected 'first' at 0 ms, got 'second' at 0 ms", 1},
    {"TimersFirst", "RUN/timer", "FAIL", "line 1: expected 'queued'", 1},
    {"LateTimers", "RUN/timer", "FAIL", "line 3: expected 'stopped' at 3600000 ms", 1},
    {"Raises", "RUN/fifo", "FAIL", "RuntimeError ended the program: no reason at all", 1},
    {"StopForgotten", "RUN/stop_first", "DEADLOCK", "", 1},
    {"NeverWoken", "RUN/reader", "DEADLOCK", "", 1},
    {"Spins", "RUN/timer", "SPIN", "", 1},
    {"RefusedCall", "RUN/fifo", "REFUSED", "", 1},
    {"Hangs", "RUN/fifo", "HANG", "still running after 2 s of real time", 1},
    {"Aborts", "RUN/fifo", "CRASH", "signal 6", 1},
    {"Exits", "RUN/fifo", "CRASH", "its process ended before the program did", 1},
    {"Floods", "RUN/fifo", "CRASH", "wrote more than 1000000 bytes", 1},
    {"NeverClosed", "RUN/fifo", "LEAK", "1 loops", 1},
    {"LeaksDescriptors", "RUN/fifo", "LEAK", "3 descriptors", 1},
    {"WithoutReaders", "RUN/reader", "UNSUPPORTED", "readers", 4},
    {"TieBreaker", "RUN/ties", "DIFFERS", "line 1: expected in any order 'one' at 250 ms", 0},
};

START_TEST(a_wrong_loop_gets_its_verdict)
{
    grade(wrong[_i].loop, wrong[_i].id);
    const json_t *result = result_of(wrong[_i].id);
    ck_assert_msg(strcmp(field(result, "verdict"), wrong[_i].verdict) == 0, "%s: %s\n%s",
                  wrong[_i].loop, field(result, "verdict"), field(result, "reason"));
    ck_assert_msg(strstr(field(result, "reason"), wrong[_i].reason) != NULL, "%s",
                  field(result, "reason"));
    ck_assert_msg((*field(result, "reason") == '\0') == (strcmp(wrong[_i].verdict, "PASS") == 0),
                  "a reason for all but PASS");
    assert_status(wrong[_i].status);
    ck_assert_int_eq((int)json_integer_value(json_object_get(footer(), "status")), status);
    assert_tidy();
}
END_TEST

START_TEST(a_right_loop_passes_in_full)
{
    grade("Right", "RUN");
    assert_status(0);
    ck_assert_str_eq(last_line(), "5 passed, 0 failed, 1 skipped");
    ck_assert_str_eq(err, "");
    assert_says(out, "virtual clock");
    assert_tidy();
}
END_TEST

START_TEST(the_run_goes_on_when_players_die)
{
    grade("KillsItsPlayer", "RUN");
    assert_status(1);
    ck_assert_str_eq(field(result_of("RUN/fifo"), "verdict"), "CRASH");
    ck_assert_str_eq(field(result_of("RUN/timer"), "verdict"), "CRASH");
    ck_assert_str_eq(field(result_of("RUN/from_the_future"), "verdict"), "SKIP");
    ck_assert_str_eq(last_line(), "0 passed, 4 failed, 1 skipped");
    assert_tidy();
}
END_TEST

START_TEST(nothing_that_a_scenario_starts_survives_it)
{
    char *path = text_format("%s/children", folder);
    setenv("AIOSPEC_TEST_CHILDREN", path, 1);
    grade("LeavesChildren", "RUN/fifo");
    assert_status(0);
    char *numbers = files_read(path, 0, NULL);
    ck_assert_ptr_nonnull(numbers);
    ck_assert_uint_eq(count_lines(numbers), 2);
    for (char *at = numbers; *at != '\0'; at++) {
        pid_t pid = (pid_t)strtol(at, &at, 10);
        ck_assert_msg(kill(pid, 0) != 0 && errno == ESRCH, "%d is alive", (int)pid);
    }
    free(numbers);
    free(path);
}
END_TEST

/* ---- Targets that cannot be run ---- */

static const struct {
    const char *target, *python, *says;
} not_run[] = {
    {"python:wrong_loops:raises", NULL, "the factory raised OSError: the factory is closed"},
    {"python:wrong_loops:returns_nothing", NULL, "returned no event loop but NoneType"},
    {"python:wrong_loops:exits", NULL, "status 7"},
    {"python:wrong_loops:not_there", NULL, "wrong_loops has no not_there"},
    {"python:not_there_either:new", NULL, "cannot import not_there_either"},
    {"python", "/nonexistent/python3", "no interpreter '/nonexistent/python3'"},
    {"python", "no-such-python-anywhere", "no interpreter 'no-such-python-anywhere'"},
    {"python", "/bin/true", "status 0"},
    {"python", "harness/tests/runner/python_without_asyncio", "this Python has no asyncio"},
    {"lib:/nonexistent.so", NULL, "there is no file '/nonexistent.so'"},
    {"lib:Makefile", NULL, "Makefile: invalid ELF header"},
    {"lib:@/libtimewarp.so", NULL, "exports no rl_adapter_ops"},
    {"lib:@/adapters/old.so", NULL, "has version 99 of rl_loop_ops; this command has "},
    {"pipe:true", NULL, "the driver ended in the middle of a conversation"},
    {"pipe:echo hello", NULL, "no JSON object: hello"},
    {"pipe:echo '{\"hello\": 7}'", NULL, "version 7 of the protocol, this command version 1"},
    {"pipe:python3 harness/tests/victims/driver.py yes", NULL, "a made-up operation"},
    {"lib:@/adapters/small.so", NULL, "lacks an operation that is required"},
};

/* A target in which `@` stands for the build.  Caller frees. */
static char *library(const char *target)
{
    const char *build = getenv("AIOSPEC_BUILD");
    const char *at = strchr(target, '@');
    if (at == NULL)
        return text_copy(target);
    return text_format("%.*s%s%s", (int)(at - target), target, build != NULL ? build : "build", at + 1);
}

START_TEST(a_target_that_cannot_be_run_is_told_in_one_line)
{
    static const char *const commands[] = {"run", "fingerprint"};
    const char *with = not_run[_i].python != NULL ? not_run[_i].python : python;
    char *target = library(not_run[_i].target);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strncmp(target, "python", 6) != 0)
            aiospec(commands[i], target, "--suite", SUITE, NULL);
        else
            aiospec(commands[i], target, "--python", with, "--suite", SUITE, NULL);
        assert_status(3);
        assert_says(err, not_run[_i].says);
        ck_assert_uint_eq(count_lines(err), 1);
        ck_assert_str_eq(out, "");
    }
    free(target);
    assert_tidy();
}
END_TEST

/* ---- Bad command lines ---- */

static const struct {
    const char *arguments[6]; /* the rest is NULL */
    const char *says;
} bad[] = {
    {{"frob"}, "no command 'frob'"},
    {{"--frob"}, "no option '--frob'"},
    {{"run"}, "which target?"},
    {{"run", "ruby"}, "unknown target 'ruby'"},
    {{"run", "pythonic"}, "unknown target 'pythonic'"},
    {{"run", "python:"}, "python:MODULE:FACTORY"},
    {{"run", "python:uvloop"}, "python:MODULE:FACTORY"},
    {{"run", "python", "--frob"}, "unknown option '--frob'"},
    {{"run", "python", "NO/such", "--suite", SUITE}, "no scenario or clause matches 'NO/such'"},
    {{"run", "python", "--suite", SUITE, "RUN/*", "NO-1"}, "matches 'NO-1'"},
    {{"run", "reference", "--python", "p"}, "is none"},
    {{"run", "lib:x.so", "--python", "p"}, "is none"},
    {{"run", "python", "--semantics", "3.12"}, "C targets"},
    {{"run", "python", "--suite", "/nonexistent"}, "no folder of scenarios /nonexistent"},
    {{"run", "python", "--results", "/nonexistent/x", "RUN/fifo", "--suite=" SUITE}, "cannot write the results to /nonexistent/x"},
    {{"show"}, "which scenario?"},
    {{"show", "NO/such", "--suite", SUITE}, "matches 'NO/such'"},
    {{"list", "NO/such", "--suite", SUITE}, "matches 'NO/such'"},
    {{"explain"}, "which clause?"},
    {{"explain", "TIMER-999"}, "no clause matches 'TIMER-999'"},
    {{"check-protocol"}, "one command, quoted"},
    {{"run", "pipe:"}, "the command that starts a driver"},
    {{"clauses", "NO-1"}, "no clause matches 'NO-1'"},
    {{"fingerprint"}, "which target?"},
    {{"fingerprint", "frob"}, "unknown target 'frob'"},
    {{"fingerprint", "reference", "--python", "python3"}, "--python is for Python targets"},
    {{"fingerprint", "python", "--semantics", "3.12"}, "C targets"},
    {{"fingerprint", "reference", "--suite", "harness/tests/victims"}, "no traits are listed"},
    {{"fingerprint", "/nonexistent/card.json"}, "/nonexistent/card.json"},
    {{"help", "frob"}, "no command 'frob'"},
};

START_TEST(a_bad_command_line_is_told_in_one_line)
{
    const char *const *a = bad[_i].arguments;
    aiospec(a[0], a[1], a[2], a[3], a[4], a[5], NULL);
    assert_status(2);
    assert_says(err, bad[_i].says);
    ck_assert_uint_eq(count_lines(err), 1);
    ck_assert_str_eq(out, "");
}
END_TEST

/* ---- Results ---- */

START_TEST(results_hold_all_there_is_to_know)
{
    grade("LateTimers", "RUN");
    const json_t *header = json_array_get(lines, 0);
    ck_assert_int_eq((int)json_integer_value(json_object_get(header, "aiospec")), 1);
    ck_assert_str_eq(field(header, "target"), "python:wrong_loops:LateTimers");
    ck_assert_str_eq(field(header, "clock"), "virtual");
    ck_assert_str_eq(field(header, "loop"), "wrong_loops.LateTimers");
    ck_assert_str_ne(field(header, "semantics"), "");
    ck_assert_uint_eq(strlen(field(header, "started")), strlen("2026-01-01T00:00:00Z"));

    const json_t *timer = result_of("RUN/timer");
    ck_assert_str_eq(field(timer, "verdict"), "FAIL");
    ck_assert_str_eq(field(timer, "level"), "defacto");
    ck_assert_str_eq(json_string_value(json_array_get(json_object_get(timer, "clauses"), 1)),
                     "TIMER-1");
    const json_t *expected = json_object_get(timer, "expected");
    const json_t *actual = json_object_get(timer, "actual");
    ck_assert_uint_eq(json_array_size(expected), 3);
    ck_assert_str_eq(json_string_value(json_array_get(expected, 2)), "3600000  stopped");
    ck_assert_str_eq(json_string_value(json_array_get(actual, 2)), "3600125  stopped");
    ck_assert_int_gt((int)json_integer_value(
                         json_object_get(json_object_get(timer, "waits"), "count")), 0);
    ck_assert(json_real_value(json_object_get(timer, "seconds")) > 0);

    ck_assert_int_eq((int)json_integer_value(json_object_get(footer(), "passed")), 3);
    ck_assert_int_eq((int)json_integer_value(json_object_get(footer(), "failed")), 1);
    ck_assert_int_eq((int)json_integer_value(json_object_get(footer(), "open")), 1);
    ck_assert_int_eq((int)json_integer_value(json_object_get(footer(), "skipped")), 1);
    ck_assert(json_is_true(json_object_get(footer(), "complete")));
}
END_TEST

START_TEST(earlier_results_outlive_a_target_that_cannot_be_run)
{
    grade("Right", "RUN/fifo");
    size_t before = json_array_size(lines);
    grade("raises", "RUN/fifo");
    assert_status(3);
    ck_assert_uint_eq(json_array_size(lines), before);
    unlink(results);
    grade("raises", "RUN/fifo");
    ck_assert_msg(!files_exists(results), "no empty file is left");
}
END_TEST

/* Start grading loops that hang; give the run time to grade what does not. */
static pid_t start_hanging(const char *first, ...)
{
    va_list more;
    va_start(more, first);
    pid_t pid = start(first, more);
    va_end(more);
    for (int tries = 0; tries < 1000; tries++) {
        load_results();
        if (json_array_size(lines) >= 2)
            break;
        nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
    }
    return pid;
}

static const int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};

START_TEST(a_signal_ends_the_run_in_good_order)
{
    pid_t pid = start_hanging("run", "python:wrong_loops:Hangs", "--python", python, "--suite",
                              SUITE, "--results", results, "--limit", "60", NULL);
    kill(pid, ending_signals[_i]);
    finish(pid);
    assert_status(128 + ending_signals[_i]);
    ck_assert(json_is_false(json_object_get(footer(), "complete")));
    ck_assert_str_eq(field(result_of("RUN/from_the_future"), "verdict"), "SKIP");
    ck_assert_str_eq(last_line(), "0 passed, 0 failed, 1 skipped");
    assert_tidy();
}
END_TEST

START_TEST(a_killed_run_keeps_what_it_graded)
{
    pid_t pid = start_hanging("run", "python:wrong_loops:Hangs", "--python", python, "--suite",
                              SUITE, "--results", results, "--limit", "60", NULL);
    kill(pid, SIGKILL);
    finish(pid);
    assert_status(128 + SIGKILL);
    ck_assert_str_eq(field(result_of("RUN/from_the_future"), "verdict"), "SKIP");
    assert_nobody_left();
}
END_TEST

/* ---- What is printed ---- */

START_TEST(a_failure_is_shown_in_full)
{
    grade("LifoQueue", "RUN/fifo");
    assert_says(out, "\nFAIL  RUN/fifo\n  READY-2  ");
    assert_says(out, "  " SUITE "/RUN/fifo.py\n");
    assert_says(out, "      8  loop.call_soon(log, \"first\")\n");
    assert_says(out, "      expected       | got\n"
                     "   >       0  first  |      0  second\n"
                     "           0  second |      0  first\n");
    assert_says(out, "\n  look at the container behind `call_soon`");
    assert_says(out, "\n  again: ");
    assert_says(out, " run python:wrong_loops:LifoQueue --python ");
    assert_says(out, " --suite " SUITE " --limit 2 RUN/fifo\n");
    assert_says(out, "\nFailing clauses\n  READY-2  ");
    ck_assert_msg(strstr(out, "# trace") == NULL, "the golden is not part of the program");
    ck_assert_str_eq(last_line(), "0 passed, 1 failed");
    ck_assert_msg(!has_escapes(out), "no colours where nobody sees them");
}
END_TEST

START_TEST(the_command_that_repeats_a_failure_repeats_it)
{
    grade("LifoQueue", "RUN/fifo");
    char *again = strstr(out, "again: ");
    ck_assert_ptr_nonnull(again);
    char *line = text_copy_n(again + 7, strcspn(again + 7, "\n"));
    char *shell = text_format("%s >%s/again.out", line, folder);
    int how = system(shell);
    ck_assert_msg(WIFEXITED(how) && WEXITSTATUS(how) == 1, "%s", shell);
    char *path = text_format("%s/again.out", folder);
    char *printed = files_read(path, 0, NULL);
    assert_says(printed, "\nFAIL  RUN/fifo\n");
    free(printed);
    free(path);
    free(shell);
    free(line);
}
END_TEST

START_TEST(an_exception_shows_its_output)
{
    grade("Raises", "RUN/fifo");
    assert_says(out, "  its output\n");
    assert_says(out, "RuntimeError: no reason at all\n");
}
END_TEST

START_TEST(the_summary_names_failures_and_does_not_show_them)
{
    aiospec("run", "python:wrong_loops:LifoQueue", "--python", python, "--suite", SUITE, "--summary",
            NULL);
    assert_says(out, "\nFailing clauses\n  READY-2  ");
    ck_assert_msg(strstr(out, "expected") == NULL, "no trace is shown");
    ck_assert_str_eq(last_line(), "3 passed, 2 failed, 1 skipped");
}
END_TEST

START_TEST(quiet_is_one_line)
{
    aiospec("run", "python:wrong_loops:LifoQueue", "--python", python, "--suite", SUITE, "--quiet",
            "RUN/fifo", "RUN/reader", NULL);
    assert_status(1);
    ck_assert_str_eq(out, "1 passed, 1 failed\n");
}
END_TEST

START_TEST(verbose_tells_every_verdict)
{
    aiospec("run", "python:wrong_loops:Right", "--python", python, "--suite", SUITE, "--verbose",
            NULL);
    assert_says(out, "PASS        RUN/fifo\n");
    assert_says(out, "SKIP        RUN/from_the_future  needs 3.99\n");
}
END_TEST

START_TEST(real_time_compares_order_alone)
{
    aiospec("run", "python:wrong_loops:LateTimers", "--python", python, "--suite", SUITE,
            "--realtime", "--results", results, NULL);
    assert_status(0);
    assert_says(out, "real clock");
    ck_assert_str_eq(field(json_array_get(lines, 0), "clock"), "real");
    ck_assert_str_eq(field(result_of("RUN/ties"), "verdict"), "PASS");
    ck_assert_str_eq(field(result_of("RUN/fifo"), "verdict"), "PASS");
    ck_assert(json_is_null(json_object_get(result_of("RUN/fifo"), "waits")));
    ck_assert_str_eq(field(result_of("RUN/timer"), "verdict"), "SKIP");
}
END_TEST

START_TEST(too_few_graded_is_a_failure_of_its_own)
{
    aiospec("run", "python:wrong_loops:Right", "--python", python, "--suite", SUITE, "--floor", "6",
            NULL);
    assert_status(4);
    assert_says(err, "5 scenarios were graded, fewer than the floor of 6");
    aiospec("run", "python:wrong_loops:Right", "--python", python, "--suite", SUITE, "--floor", "5",
            NULL);
    assert_status(0);
}
END_TEST

START_TEST(the_level_chooses)
{
    aiospec("run", "python:wrong_loops:Right", "--python", python, "--suite", SUITE, "--level",
            "documented", NULL);
    ck_assert_str_eq(last_line(), "3 passed, 0 failed, 1 skipped");
    aiospec("run", "python:wrong_loops:Right", "--python", python, "--suite", SUITE, "--level",
            "defacto", NULL);
    ck_assert_str_eq(last_line(), "4 passed, 0 failed, 1 skipped");
}
END_TEST

/* ---- Suites ---- */

/* A suite of the test's own, with one of the recorded scenarios. */
static char *own_suite(void)
{
    char *suite_folder = text_format("%s/suite", folder);
    char *shell = text_format("mkdir -p %s/RUN && cp " SUITE "/builds.txt %s && cp " SUITE
                              "/RUN/fifo.py %s/RUN", suite_folder, suite_folder, suite_folder);
    ck_assert_int_eq(system(shell), 0);
    free(shell);
    return suite_folder;
}

static void edit(const char *suite_folder, const char *script)
{
    char *shell = text_format("cd %s/RUN && %s", suite_folder, script);
    ck_assert_int_eq(system(shell), 0);
    free(shell);
}

START_TEST(an_edited_scenario_is_never_run_as_it_was)
{
    char *mine = own_suite();
    aiospec("run", "python", "--python", python, "--suite", mine, NULL);
    assert_status(0);
    for (int round = 0; round < 3; round++) {
        edit(mine, "sed 's/log, \"first\"/log, \"other\"/' fifo.py >new && mv new fifo.py");
        aiospec("run", "python", "--python", python, "--suite", mine, NULL);
        assert_status(1);
        assert_says(out, "got 'other'");
        edit(mine, "sed 's/log, \"other\"/log, \"first\"/' fifo.py >new && mv new fifo.py");
        aiospec("run", "python", "--python", python, "--suite", mine, NULL);
        assert_status(0);
    }
    edit(mine, "mv fifo.py lifo.py");
    aiospec("list", "--suite", mine, NULL);
    assert_says(out, "RUN/lifo");
    ck_assert_ptr_null(strstr(out, "RUN/fifo"));
    free(mine);
}
END_TEST

START_TEST(broken_scenarios_are_told_and_the_others_run)
{
    char *mine = own_suite();
    edit(mine, "echo 'import asyncio' >broken.py");
    aiospec("run", "python", "--python", python, "--suite", mine, NULL);
    assert_status(2);
    assert_says(err, "RUN/broken.py:1: ");
    ck_assert_uint_eq(count_lines(err), 1);
    ck_assert_str_eq(last_line(), "1 passed, 0 failed");
    /* Again: nothing has changed, and it is still broken. */
    aiospec("run", "python", "--python", python, "--suite", mine, NULL);
    assert_status(2);
    assert_says(err, "RUN/broken.py:1: ");
    /* Who asks for another one does not hear of it. */
    aiospec("run", "python", "--python", python, "--suite", mine, "RUN/fifo", NULL);
    assert_status(0);
    ck_assert_str_eq(err, "");
    aiospec("show", "--suite", mine, "RUN/broken", NULL);
    assert_status(2);
    free(mine);
}
END_TEST

/* ---- The other commands ---- */

START_TEST(list_lists)
{
    aiospec("list", "--suite", SUITE, NULL);
    assert_status(0);
    ck_assert_uint_eq(count_lines(out), 6);
    assert_says(out, "RUN/timer            defacto     TIMER-4  A timer due at once comes after");
    aiospec("list", "--suite", SUITE, "TIMER-1", NULL);
    ck_assert_uint_eq(count_lines(out), 1);
    aiospec("list", "--suite", SUITE, "--json", NULL);
    json_t *all = json_loads(out, 0, NULL);
    ck_assert_uint_eq(json_array_size(all), 6);
    json_decref(all);
}
END_TEST

START_TEST(show_shows)
{
    aiospec("show", "--suite", SUITE, "RUN/ties", NULL);
    assert_status(0);
    assert_says(out, "RUN/ties\n");
    assert_says(out, "  TIMER-6  ");
    assert_says(out, "level undefined, needs CPython 3.8");
    assert_says(out, "     11  loop.call_at(when + 1, loop.stop)\n");
    assert_says(out, "CPython 3.8.. (recorded by 3.8.18, ");
    assert_says(out, "       250 ~tie  one\n");
}
END_TEST

START_TEST(clauses_lists_the_clauses)
{
    aiospec("clauses", "READY-2", "TIMER", NULL);
    assert_status(0);
    assert_says(out, "READY-2    documented ");
    assert_says(out, "\nTIMER-6    undefined ");
    ck_assert_ptr_null(strstr(out, "READY-3"));
    aiospec("clauses", "--json", "TIMER-6", NULL);
    assert_status(0);
    json_t *all = json_loads(out, 0, NULL);
    ck_assert_uint_eq(json_array_size(all), 1);
    const json_t *clause = json_array_get(all, 0);
    ck_assert_str_eq(json_string_value(json_object_get(clause, "id")), "TIMER-6");
    ck_assert_uint_gt(json_array_size(json_object_get(clause, "scenarios")), 0);
    ck_assert_uint_gt(json_array_size(json_object_get(clause, "code")), 0);
    json_decref(all);
}
END_TEST

START_TEST(explain_tells_all)
{
    aiospec("explain", "TIMER-6", NULL);
    assert_status(0);
    assert_says(out, "TIMER-6  undefined, CPython 3.8..  (spec/03-timers.md:");
    assert_says(out, "\n  From TIMER/");
    assert_says(out, " ~tie  ");
    assert_says(out, "  in CPython            `heapq`");
    assert_says(out, "  recorded by CPython   3.8.18, ");
    assert_says(out, "reference/heapq.h:");
    assert_says(out, "\n    TIMER/equal_deadlines_two ");
    aiospec("explain", "STOP-15", NULL);
    assert_says(out, "STOP/refused_rerun_keeps_stop, line 2\n");
    assert_says(out, "      CPython 3.13.0                  250  stopped\n");
    aiospec("explain", "READY-2", "READY-9", NULL);
    assert_says(out, "\n\nREADY-9  detail");
    assert_says(out, "  no scenario           how often");
}
END_TEST

START_TEST(doctor_examines)
{
    aiospec("doctor", "--suite", SUITE, "python:wrong_loops:WithoutReaders", "--python", python,
            NULL);
    assert_status(0);
    assert_says(out, "clock          virtual\n");
    assert_says(out, "lacks          readers\n");
    assert_says(out, "would play     4 of 6 scenarios\n");
    assert_says(out, "1: needs 3.99\n");
    aiospec("doctor", "--suite", SUITE, "python:wrong_loops:raises", "--python", python, NULL);
    assert_status(3);
    assert_says(err, "the factory is closed");
}
END_TEST

/* The status of a trait on the card that the last command printed as JSON. */
static const char *trait_status(const char *name)
{
    static char found[40];
    json_t *file = json_loads(out, 0, NULL);
    ck_assert_msg(json_integer_value(json_object_get(file, "format")) == 1, "no card:\n%s", out);
    const json_t *card = json_array_get(json_object_get(file, "cards"), 0);
    snprintf(found, sizeof found, "(no such trait)");
    size_t index;
    json_t *trait;
    json_array_foreach(json_object_get(card, "traits"), index, trait)
    {
        if (strcmp(field(trait, "trait"), name) == 0)
            snprintf(found, sizeof found, "%s", field(trait, "status"));
    }
    json_decref(file);
    return found;
}

static void fingerprint(const char *loop)
{
    char *target = text_format("python:wrong_loops:%s", loop);
    aiospec("fingerprint", target, "--python", python, "--suite", SUITE, "--limit", "2", "--json",
            NULL);
    free(target);
    assert_status(0); /* whatever the loop does */
    assert_tidy();
}

START_TEST(a_fingerprint_tells_without_a_verdict)
{
    fingerprint("Right");
    ck_assert_str_eq(trait_status("ties.two"), "same");
    ck_assert_str_eq(trait_status("times.timer"), "same");
    ck_assert_str_eq(trait_status("texts.future"), "skip");
    ck_assert_str_eq(trait_status("waits.queue"), "seen");
    fingerprint("LifoQueue");
    ck_assert_str_eq(trait_status("texts.queue"), "differs");
    fingerprint("LateTimers");
    ck_assert_str_eq(trait_status("times.timer"), "differs");
    fingerprint("WithoutReaders");
    ck_assert_str_eq(trait_status("texts.reader"), "unsupported");
    fingerprint("Aborts");
    ck_assert_str_eq(trait_status("texts.queue"), "crash");
    fingerprint("Spins");
    ck_assert_str_eq(trait_status("times.timer"), "spin");
}
END_TEST

START_TEST(a_fingerprint_is_the_same_again)
{
    aiospec("fingerprint", "reference", "--suite", SUITE, "--json", NULL);
    assert_status(0);
    char *before = text_copy(out);
    aiospec("fingerprint", "reference", "--suite", SUITE, "--json", "--jobs", "1", NULL);
    ck_assert_str_eq(out, before);
    free(before);
}
END_TEST

START_TEST(fingerprints_are_compared)
{
    setenv("NO_COLOR", "1", 1);
    aiospec("fingerprint", "reference", "--suite", SUITE, NULL);
    assert_status(0);
    assert_says(out, "reference, virtual clock, beside CPython ");
    assert_says(out, "\nties\n  two                same         one, other\n");
    ck_assert(!has_escapes(out));

    aiospec("fingerprint", "reference", "--suite", SUITE, "--json", NULL);
    char *path = text_format("%s/card.json", folder);
    FILE *file = fopen(path, "w");
    fputs(out, file);
    fclose(file);
    aiospec("fingerprint", path, "python:wrong_loops:LateTimers", "--python", python, "--suite",
            SUITE, NULL);
    assert_status(0);
    assert_says(out, "1  reference, virtual clock");
    assert_says(out, "2  python:wrong_loops:LateTimers: ");
    assert_says(out, "  two                all          one, other\n");
    assert_says(out, "  timer              1            queued at 0 ms; timer at 0 ms; ");
    assert_says(out, "                     2            queued at 0 ms; timer at ");
    free(path);
}
END_TEST

START_TEST(help_is_complete)
{
    static const char *const commands[] = {"run",     "list",   "show",       "clauses",
                                           "explain", "doctor", "fingerprint", "check-protocol",
                                           "report",  "compare", "merge"};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        aiospec(commands[i], "--help", NULL);
        assert_status(0);
        assert_says(out, "Exit status\n");
        char *long_way = text_copy(out);
        aiospec("help", commands[i], NULL);
        ck_assert_str_eq(out, long_way);
        free(long_way);
    }
    aiospec("help", NULL);
    assert_says(out, "aiospec run TARGET");
    aiospec("--version", NULL);
    assert_says(out, "aiospec 0.");
}
END_TEST

/* ---- The reference, adapters, drivers ---- */

#define DRIVER "python3 harness/tests/victims/driver.py"

START_TEST(a_driver_is_checked)
{
    aiospec("check-protocol", DRIVER, NULL);
    assert_status(0);
    assert_says(out, "\n10 passed, 0 failed\n");
    aiospec("check-protocol", DRIVER " swap", NULL);
    assert_status(1);
    assert_says(out, "FAILED  runs callbacks in order");
    assert_says(out, "expected callback 0, got {\"callback\":2}");
    aiospec("check-protocol", DRIVER " yes", NULL);
    assert_says(out, "FAILED  says so where it does not know an operation");
}
END_TEST

START_TEST(a_driver_is_played)
{
    aiospec("run", "pipe:" DRIVER, "READY/fifo", "READY/batch_snapshot_rest_first", "TIMER/deadline_order", NULL);
    assert_says(out, "\n3 passed, 0 failed");
    assert_status(0);
}
END_TEST

/* Each way to break the protocol costs one verdict, and no more. */
static const struct {
    const char *how, *verdict, *says, *limit;
} driver_faults[] = {
    {"dies", "PROTOCOL", "ended in the middle of a conversation", "30"},
    {"twice", "PROTOCOL", "which has run", "30"},
    {"garbage", "PROTOCOL", "no JSON object: what?", "30"},
    {"flood", "PROTOCOL", "a line of more than", "30"},
    {"silent", "HANG", "still running after 2 s", "2"},
    {"swap", "FAIL", "line 1", "30"},
};

START_TEST(a_driver_that_breaks_the_protocol_costs_one_verdict)
{
    char *target = text_format("pipe:" DRIVER " %s", driver_faults[_i].how);
    aiospec("run", target, "READY/fifo", "TIMER/equal_deadlines_one_batch", "--limit",
            driver_faults[_i].limit, "--results", results, NULL);
    assert_status(1);
    load_results();
    bool found = false;
    for (size_t i = 1; i + 1 < json_array_size(lines); i++) {
        const json_t *one = json_array_get(lines, i);
        if (strcmp(json_string_value(json_object_get(one, "id")), "READY/fifo") != 0)
            continue;
        found = true;
        ck_assert_str_eq(json_string_value(json_object_get(one, "verdict")), driver_faults[_i].verdict);
        assert_says(json_string_value(json_object_get(one, "reason")), driver_faults[_i].says);
    }
    ck_assert(found);
    assert_tidy();
    free(target);
}
END_TEST

START_TEST(an_adapter_is_played)
{
    char *target = library("lib:@/adapters/template.so");
    aiospec("run", target, "--level", "documented", "--results", results, "READY",
            "STOP/stop_first_in_batch", "IO", NULL);
    assert_says(out, " passed, 0 failed, ");
    assert_status(0);
    load_results();
    ck_assert_str_eq(json_string_value(json_object_get(json_array_get(lines, 0), "loop")),
                     "template");
    /* What it leaves out it declares, and is not failed for. */
    aiospec("run", target, "IO/reader_is_called", "--floor", "0", NULL);
    assert_says(out, "the target declares that it lacks readers");
    assert_status(0);
    free(target);
}
END_TEST

START_TEST(the_reference_is_played)
{
    aiospec("run", "reference", "--suite", SUITE, "--results", results, NULL);
    assert_status(0);
    ck_assert_str_eq(last_line(), "5 passed, 0 failed, 1 skipped");
    ck_assert_str_eq(field(json_array_get(lines, 0), "clock"), "virtual");
    aiospec("run", "reference", "--suite", SUITE, "--semantics", "3.7", NULL);
    assert_status(4);
    assert_says(out, "5: needs 3.8\n");
}
END_TEST

static void add_groups(Suite *all)
{
    TCase *verdicts = tcase_create("verdicts");
    tcase_add_checked_fixture(verdicts, set_up, tear_down);
    tcase_set_timeout(verdicts, 60);
    tcase_add_loop_test(verdicts, a_wrong_loop_gets_its_verdict, 0,
                        (int)(sizeof wrong / sizeof *wrong));
    tcase_add_test(verdicts, a_right_loop_passes_in_full);
    tcase_add_test(verdicts, the_run_goes_on_when_players_die);
    tcase_add_test(verdicts, nothing_that_a_scenario_starts_survives_it);
    tcase_add_test(verdicts, the_reference_is_played);
    tcase_add_test(verdicts, an_adapter_is_played);
    tcase_add_test(verdicts, a_driver_is_checked);
    tcase_add_test(verdicts, a_driver_is_played);
    tcase_add_loop_test(verdicts, a_driver_that_breaks_the_protocol_costs_one_verdict, 0,
                        sizeof driver_faults / sizeof *driver_faults);
    suite_add_tcase(all, verdicts);

    TCase *input = tcase_create("bad input");
    tcase_add_checked_fixture(input, set_up, tear_down);
    tcase_set_timeout(input, 60);
    tcase_add_loop_test(input, a_target_that_cannot_be_run_is_told_in_one_line, 0,
                        (int)(sizeof not_run / sizeof *not_run));
    tcase_add_loop_test(input, a_bad_command_line_is_told_in_one_line, 0,
                        (int)(sizeof bad / sizeof *bad));
    suite_add_tcase(all, input);

    TCase *files = tcase_create("results and suites");
    tcase_add_checked_fixture(files, set_up, tear_down);
    tcase_set_timeout(files, 60);
    tcase_add_test(files, results_hold_all_there_is_to_know);
    tcase_add_test(files, earlier_results_outlive_a_target_that_cannot_be_run);
    tcase_add_loop_test(files, a_signal_ends_the_run_in_good_order, 0,
                        (int)(sizeof ending_signals / sizeof *ending_signals));
    tcase_add_test(files, a_killed_run_keeps_what_it_graded);
    tcase_add_test(files, an_edited_scenario_is_never_run_as_it_was);
    tcase_add_test(files, broken_scenarios_are_told_and_the_others_run);
    suite_add_tcase(all, files);

    TCase *printed = tcase_create("output");
    tcase_add_checked_fixture(printed, set_up, tear_down);
    tcase_set_timeout(printed, 60);
    tcase_add_test(printed, a_failure_is_shown_in_full);
    tcase_add_test(printed, the_command_that_repeats_a_failure_repeats_it);
    tcase_add_test(printed, an_exception_shows_its_output);
    tcase_add_test(printed, the_summary_names_failures_and_does_not_show_them);
    tcase_add_test(printed, quiet_is_one_line);
    tcase_add_test(printed, verbose_tells_every_verdict);
    tcase_add_test(printed, real_time_compares_order_alone);
    tcase_add_test(printed, too_few_graded_is_a_failure_of_its_own);
    tcase_add_test(printed, the_level_chooses);
    tcase_add_test(printed, list_lists);
    tcase_add_test(printed, show_shows);
    tcase_add_test(printed, clauses_lists_the_clauses);
    tcase_add_test(printed, explain_tells_all);
    tcase_add_test(printed, doctor_examines);
    tcase_add_test(printed, a_fingerprint_tells_without_a_verdict);
    tcase_add_test(printed, a_fingerprint_is_the_same_again);
    tcase_add_test(printed, fingerprints_are_compared);
    tcase_add_test(printed, help_is_complete);
    suite_add_tcase(all, printed);
}

int main(void)
{
    Suite *all = suite_create("command: run");
    find_python();
    add_groups(all);
    return run_tests(all);
}
