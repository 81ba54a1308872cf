/*
 * check_command_gate.c - what a build gates on: deviations files, reports, comparisons of two
 * results, shards and their merger; with the built command, the wrong loops of
 * runner/wrong_loops.py and the scenarios of runner/suite.
 *
 * Run from the project's folder.  $AIOSPEC_BUILD names the folder of the built command
 * (default: build), $PYTHON the interpreter (default: python3).
 */
#include <check.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../command/deviations.h"
#include "../command/shard.h"
#include "command_tests.h"

static char *recorded; /* a deviations file in the folder */

static void set_up(void)
{
    set_up_command();
    recorded = text_format("%s/deviations.txt", folder);
}

static void tear_down(void)
{
    tear_down_command();
    free(recorded);
}

/* ---- Running ---- */

static char *in_folder(const char *name)
{
    return text_format("%s/%s", folder, name);
}

static char *read_file(const char *path)
{
    char *text = files_read(path, 0, NULL);
    ck_assert_msg(text != NULL, "no file %s", path);
    return text;
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

/* Run a line in a shell; `out`, `err` and `status` are what became of it. */
static void shell(const char *line)
{
    char *whole = text_format("( %s ) >%s/out 2>%s/err </dev/null", line, folder, folder);
    int how = system(whole);
    status = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
    free(out);
    free(err);
    char *out_path = in_folder("out"), *err_path = in_folder("err");
    out = read_file(out_path);
    err = read_file(err_path);
    free(out_path);
    free(err_path);
    free(whole);
}

/* `$A` stands for the command, `$R` for the results, `$D` for the deviations, `$F` for the folder. */
static void aiospec(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void aiospec(const char *format, ...)
{
    char line[2000];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    setenv("A", command, 1);
    setenv("R", results, 1);
    setenv("D", recorded, 1);
    setenv("F", folder, 1);
    shell(line);
}

/* Grade wrong_loops.LOOP on the suite of this test. */
static void grade(const char *loop, const char *more)
{
    aiospec("$A run python:wrong_loops:%s --python %s --suite " SUITE " --limit 2 %s", loop, python, more);
}

/* The object of a scenario in the results; borrowed until the next call. */
static const json_t *result_of(const char *id)
{
    static json_t *kept;
    char *text = read_file(results);
    const json_t *found = NULL;
    json_decref(kept);
    kept = json_array();
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        json_t *object = json_loads(line, 0, NULL);
        ck_assert_ptr_nonnull(object);
        json_array_append_new(kept, object);
        const char *name = json_string_value(json_object_get(object, *id != '\0' ? "id" : "footer"));
        bool is_footer = *id == '\0' && json_is_true(json_object_get(object, "footer"));
        if (is_footer || (name != NULL && strcmp(name, id) == 0))
            found = object;
    }
    free(text);
    ck_assert_msg(found != NULL, "no result of %s", id);
    return found;
}

/* ---- Deviations: lines ---- */

static deviations parsed;

START_TEST(lines_are_read)
{
    static const char text[] = "# Comment\n"
                               "\n"
                               "READY/fifo  FAIL:0123abcd  # a reason; https://x/1; until 2031-02-28\r\n"
                               "  TIMER DEADLOCK#no blank\n"
                               "IO/* SKIP\n"
                               "STOP-1 LEAK # until 2031-01-01";
    ck_assert_int_eq(deviations_parse("d", text, &parsed), 0);
    ck_assert_uint_eq(parsed.count, 4);
    const deviation *entry = parsed.entries;
    ck_assert_str_eq(entry->pattern, "READY/fifo");
    ck_assert_int_eq(entry->kind, VERDICT_FAIL);
    ck_assert_str_eq(entry->hash, "0123abcd");
    ck_assert_str_eq(entry->reason, "a reason");
    ck_assert_str_eq(entry->comment, "a reason; https://x/1; until 2031-02-28");
    ck_assert_str_eq(entry->until, "2031-02-28");
    ck_assert_str_eq(entry->place, "d:3");
    ck_assert_str_eq(entry[1].pattern, "TIMER");
    ck_assert_int_eq(entry[1].kind, VERDICT_DEADLOCK);
    ck_assert_str_eq(entry[1].reason, "no blank");
    ck_assert_str_eq(entry[1].hash, "");
    ck_assert_int_eq(entry[2].kind, VERDICT_SKIP);
    ck_assert_str_eq(entry[2].reason, "");
    ck_assert_str_eq(entry[3].reason, "");
    ck_assert_str_eq(entry[3].until, "2031-01-01");
    deviations_free(&parsed);
}
END_TEST

static const struct {
    const char *line, *says;
} malformed[] = {
    {"RUN/fifo", "no kind of deviation"},
    {"RUN/fifo # why", "no kind of deviation"},
    {"RUN/fifo fail # why", "no kind of deviation (FAIL, DEADLOCK, SKIP, ...; FAIL:HASH) 'fail'"},
    {"RUN/fifo PASS # why", "'PASS'"},
    {"RUN/fifo FAIL:12 # why", "'FAIL:12'"},
    {"RUN/fifo FAIL why", "expected a '#' and the reason in the place of 'why'"},
    {"RUN/fifo FAIL # why; until tomorrow", "not a date (YYYY-MM-DD) 'tomorrow'"},
    {"RUN/fifo FAIL # why; until 2031-06-31", "not a date (YYYY-MM-DD) '2031-06-31'"},
};

START_TEST(a_malformed_line_is_told_and_nothing_is_played)
{
    char *text = text_format("# One\n%s\n", malformed[_i].line);
    write_file(recorded, text);
    free(text);
    grade("Right", "--deviations $D --results $R");
    assert_status(2);
    assert_says(err, malformed[_i].says);
    assert_says(err, "deviations.txt:2: ");
    ck_assert_uint_eq(count_lines(err), 1);
    ck_assert_str_eq(out, "");
    ck_assert(!files_exists(results));
}
END_TEST

START_TEST(a_file_that_is_not_there_is_told)
{
    grade("Right", "--deviations $D");
    assert_status(2);
    assert_says(err, "--write-deviations makes the file");
    grade("Right", "--write-deviations");
    assert_status(2);
    assert_says(err, "--write-deviations needs --deviations FILE");
}
END_TEST

/* ---- Deviations: gating ---- */

/* LifoQueue fails RUN/fifo and RUN/timer, and nothing else. */
#define FIFO "RUN/fifo FAIL # a stack\n"
#define TIMER "RUN/timer FAIL # a stack\n"

START_TEST(what_fails_as_recorded_is_expected)
{
    write_file(recorded, FIFO TIMER);
    grade("LifoQueue", "--deviations $D --results $R --verbose");
    assert_status(0);
    ck_assert_str_eq(err, "");
    assert_says(out, "XFAIL       RUN/fifo  line 1: expected 'first'");
    const json_t *result = result_of("RUN/fifo");
    ck_assert_str_eq(field(result, "verdict"), "XFAIL");
    ck_assert_str_eq(field(result, "outcome"), "FAIL");
    ck_assert_msg(strstr(field(result, "deviation"), "deviations.txt:1: a stack") != NULL, "%s",
                  field(result, "deviation"));
    ck_assert_int_eq((int)json_integer_value(json_object_get(result_of(""), "expected")), 2);
    ck_assert_str_eq(last_line(), "3 passed, 0 failed, 2 expected, 1 skipped");
}
END_TEST

static const struct {
    const char *lines, *says, *last;
} stale[] = {
    {FIFO, NULL, "3 passed, 1 failed, 1 expected, 1 skipped"},
    {FIFO TIMER "RUN/stop_first FAIL # no\n",
     "deviations.txt:3: RUN/stop_first is recorded as FAIL and passes now: remove the line\n",
     "2 passed, 1 failed, 2 expected, 1 skipped"},
    {"RUN FAIL # all\n",
     "deviations.txt:1: RUN/stop_first is recorded as FAIL and passes now: remove the line, or name only",
     "1 passed, 2 failed, 2 expected, 1 skipped"},
    {"RUN/fifo DEADLOCK # no\n" TIMER,
     "deviations.txt:1: RUN/fifo is recorded as DEADLOCK and fails now as FAIL: look why",
     "3 passed, 1 failed, 1 expected, 1 skipped"},
    {"RUN/fifo FAIL:00000000 # no\n" TIMER,
     "deviations.txt:1: RUN/fifo is recorded as FAIL:00000000 and fails now as FAIL:",
     "3 passed, 1 failed, 1 expected, 1 skipped"},
    {FIFO TIMER "GONE/* FAIL # no\n",
     "deviations.txt:3: 'GONE/*' matches no scenario that can fail: remove the line",
     "3 passed, 0 failed, 2 expected, 1 skipped"},
    {FIFO TIMER "RUN/ties FAIL # never\n",
     "deviations.txt:3: 'RUN/ties' matches no scenario that can fail",
     "3 passed, 0 failed, 2 expected, 1 skipped"},
    {FIFO TIMER "RUN/from_the_future FAIL # no\n",
     "deviations.txt:3: nothing that 'RUN/from_the_future' matches was played (needs 3.99)",
     "3 passed, 0 failed, 2 expected, 1 skipped"},
    {FIFO TIMER FIFO, "deviations.txt:3: all that 'RUN/fifo' names is named by lines above",
     "3 passed, 0 failed, 2 expected, 1 skipped"},
    {"RUN/fifo FAIL\n" TIMER, "deviations.txt:1: no reason is given for 'RUN/fifo': write one",
     "3 passed, 0 failed, 2 expected, 1 skipped"},
    {"RUN/fifo FAIL # ; link\n" TIMER, "deviations.txt:1: no reason is given",
     "3 passed, 0 failed, 2 expected, 1 skipped"},
    {"RUN/fifo FAIL # TODO: say why\n" TIMER,
     "deviations.txt:1: the reason for 'RUN/fifo' is still to be written",
     "3 passed, 0 failed, 2 expected, 1 skipped"},
    {"RUN/fifo FAIL # a stack; until 2020-02-29\n" TIMER,
     "deviations.txt:1: the date of 'RUN/fifo', 2020-02-29, has passed",
     "3 passed, 0 failed, 2 expected, 1 skipped"},
};

START_TEST(what_is_no_longer_so_fails_the_run)
{
    write_file(recorded, stale[_i].lines);
    grade("LifoQueue", "--summary --deviations $D --results $R");
    assert_status(1);
    if (stale[_i].says != NULL)
        assert_says(err, stale[_i].says);
    ck_assert_uint_eq(json_array_size(json_object_get(result_of(""), "complaints")), count_lines(err));
    ck_assert_uint_le(count_lines(err), 2);
    ck_assert_str_eq(last_line(), stale[_i].last);
}
END_TEST

START_TEST(a_date_to_come_and_the_right_trace_are_fine)
{
    grade("LifoQueue", "RUN/fifo --results $R");
    char *text = text_format("RUN/fifo FAIL:%s # a stack; until 9999-12-31\n" TIMER,
                             field(result_of("RUN/fifo"), "hash"));
    write_file(recorded, text);
    free(text);
    grade("LifoQueue", "--deviations $D");
    assert_status(0);
    /* In real time no trace is like another, and RUN/timer takes too long. */
    write_file(recorded, "RUN/fifo FAIL:00000000 # a stack\n" TIMER);
    grade("LifoQueue", "--deviations $D --realtime");
    assert_status(0);
}
END_TEST

START_TEST(lines_about_what_was_not_asked_for_rest)
{
    write_file(recorded, FIFO TIMER "RUN/stop_first FAIL # no\nRUN/from_the_future FAIL # no\n");
    grade("LifoQueue", "RUN/fifo RUN/reader --deviations $D");
    assert_status(0);
    ck_assert_str_eq(last_line(), "1 passed, 0 failed, 1 expected");
}
END_TEST

START_TEST(what_must_not_be_played_is_not)
{
    write_file(recorded, "RUN/* SKIP # kills the player\n");
    grade("KillsItsPlayer", "--deviations $D --results $R --floor 0");
    assert_status(0);
    ck_assert_str_eq(last_line(), "0 passed, 0 failed, 6 skipped");
    ck_assert(json_is_null(json_object_get(result_of("RUN/fifo"), "actual")));
    assert_says(field(result_of("RUN/fifo"), "reason"), "deviations.txt:1: kills the player");
    /* Without --floor, a run that measured nothing does not pass. */
    grade("KillsItsPlayer", "--deviations $D");
    assert_status(4);
    write_file(recorded, "RUN/* SKIP #\n");
    grade("KillsItsPlayer", "--deviations $D --floor 0");
    assert_status(1);
    assert_says(err, "deviations.txt:1: no reason is given");
}
END_TEST

/* ---- Deviations: writing ---- */

START_TEST(the_file_is_made_and_then_wants_reasons)
{
    grade("LifoQueue", "--summary --deviations $D --write-deviations");
    assert_status(0);
    assert_says(err, ": 2 added, 0 changed, 0 removed\n");
    char *text = read_file(recorded);
    assert_says(text, "# Where python:wrong_loops:LifoQueue is unlike asyncio");
    assert_says(text, "\nRUN/fifo                                  FAIL:");
    assert_says(text, "  # TODO: say why\nRUN/timer ");
    free(text);
    grade("LifoQueue", "--deviations $D");
    assert_status(1);
    ck_assert_uint_eq(count_lines(err), 2);
    ck_assert_str_eq(last_line(), "3 passed, 0 failed, 2 expected, 1 skipped");
    aiospec("sed -i 's/TODO: say why/a stack/' $D");
    grade("LifoQueue", "--deviations $D");
    assert_status(0);
}
END_TEST

static const struct {
    const char *before, *options, *after; /* `*` in `after`: eight digits */
} updates[] = {
    /* Comments, order and reasons stay; so do lines without a hash. */
    {"# Above\nRUN/timer  FAIL#why \n\n # Between\nRUN/fifo FAIL # two; until 2020-01-01\n# Below", "",
     "# Above\nRUN/timer  FAIL#why \n\n # Between\nRUN/fifo FAIL # two; until 2020-01-01\n# Below\n"},
    /* What passes goes, what matches nothing goes, what is new comes last. */
    {"RUN/stop_first FAIL # no\n# Kept\nGONE FAIL # no\nRUN/from_the_future FAIL # no\n" TIMER, "",
     "# Kept\n" TIMER "RUN/fifo                                  FAIL:********      # TODO: say why\n"},
    /* Another kind or trace is written anew, and asks to be looked at. */
    {"RUN/fifo DEADLOCK # why; link\nRUN/timer FAIL:00000000 # TODO: it was SPIN, look again; why\n", "",
     "RUN/fifo                                  FAIL:********      # TODO: it was DEADLOCK, look again; "
     "why; link\n"
     "RUN/timer                                 FAIL:********      # TODO: it was FAIL:00000000, look "
     "again; why\n"},
    /* A pattern that no longer holds as a whole becomes a line for each that it named. */
    {"# All\nRUN FAIL # a stack\n", "",
     "# All\n"
     "RUN/fifo                                  FAIL               # a stack\n"
     "RUN/timer                                 FAIL               # a stack\n"},
    {"READY-2 FAIL # a stack\n" TIMER, "", "READY-2 FAIL # a stack\n" TIMER},
    /* A line that goes does not hand what it named to a line below. */
    {"RUN/stop_first FAIL # no\nRUN/[sft]* FAIL # some\n", "",
     "RUN/fifo                                  FAIL               # some\n"
     "RUN/timer                                 FAIL               # some\n"},
    /* What was not asked for is not touched. */
    {"RUN/stop_first FAIL # no\n" TIMER, "RUN/fifo",
     "RUN/stop_first FAIL # no\n" TIMER "RUN/fifo                                  FAIL:********      # TODO: say why\n"},
    /* What must not be played stays, as long as it is there. */
    {"RUN/fifo SKIP # no\nGONE SKIP # no\n" TIMER, "", "RUN/fifo SKIP # no\n" TIMER},
};

START_TEST(the_file_is_updated_in_place)
{
    write_file(recorded, updates[_i].before);
    chmod(recorded, 0640);
    char *options = text_format("--summary --deviations $D --write-deviations %s", updates[_i].options);
    grade("LifoQueue", options);
    assert_status(0);
    char *text = read_file(recorded);
    size_t length = strlen(updates[_i].after);
    bool same = strlen(text) == length;
    for (size_t i = 0; same && i < length; i++)
        same = text[i] == updates[_i].after[i] ||
               (updates[_i].after[i] == '*' && strchr("0123456789abcdef", text[i]) != NULL);
    ck_assert_msg(same, "got:\n%swanted:\n%s", text, updates[_i].after);
    free(text);
    /* Once more changes nothing. */
    char *first = read_file(recorded);
    grade("LifoQueue", options);
    assert_says(err, ": 0 added, 0 changed, 0 removed\n");
    text = read_file(recorded);
    ck_assert_str_eq(text, first);
    struct stat now;
    ck_assert_int_eq(stat(recorded, &now), 0);
    ck_assert_int_eq(now.st_mode & 0777, 0640);
    free(first);
    free(text);
    free(options);
}
END_TEST

START_TEST(a_run_that_measured_too_little_writes_nothing)
{
    write_file(recorded, FIFO);
    grade("LifoQueue", "--deviations $D --write-deviations --floor 100");
    assert_status(4);
    assert_says(err, "deviations.txt is left as it was");
    char *text = read_file(recorded);
    ck_assert_str_eq(text, FIFO);
    free(text);
    grade("raises", "--deviations $D --write-deviations");
    assert_status(3);
    text = read_file(recorded);
    ck_assert_str_eq(text, FIFO);
    free(text);
}
END_TEST

/* ---- Reports ---- */

static const char *const formats[] = {"tap", "tap13", "junit", "markdown", "json", "html"};

/* Report what LOOP did in all formats, from the run and from its results. */
static void report_all(const char *loop, const char *more)
{
    text_buffer options = {0};
    text_addf(&options, "--results $R %s", more);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        text_addf(&options, " --report %s:$F/%s", formats[i], formats[i]);
    grade(loop, options.data);
    text_free(&options);
}

/* harness/tests/reports.py reads them with parsers of others. */
static void check_reports(const char *numbers)
{
    aiospec("%s -B harness/tests/reports.py $R $F %s", python, numbers);
    assert_status(0);
}

START_TEST(reports_are_of_their_formats)
{
    report_all("LifoQueue", "");
    assert_status(1);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        aiospec("$A report $R --format %s | cmp - $F/%s && $A report $R --format %s -o $F/again && "
                "cmp $F/again $F/%s", formats[i], formats[i], formats[i], formats[i]);
        assert_status(0);
    }
    check_reports("tests=6 failures=2 errors=0 skipped=1 faults=0");
}
END_TEST

START_TEST(what_is_expected_is_no_failure_in_a_report)
{
    write_file(recorded, FIFO TIMER);
    report_all("LifoQueue", "--deviations $D");
    assert_status(0);
    check_reports("tests=6 failures=0 errors=0 skipped=3 faults=0");
    /* A line that is no longer so is a fault, though no scenario failed. */
    write_file(recorded, FIFO TIMER "GONE FAIL # no\n");
    report_all("LifoQueue", "--deviations $D");
    assert_status(1);
    check_reports("tests=6 failures=0 errors=0 skipped=3 faults=1");
    report_all("Right", "--floor 100");
    assert_status(4);
    check_reports("tests=6 failures=0 errors=0 skipped=1 faults=1");
}
END_TEST

START_TEST(what_a_scenario_wrote_breaks_no_report)
{
    report_all("RaisesNoise", "RUN/fifo RUN/ties");
    assert_status(1);
    check_reports("tests=2 failures=1 errors=0 skipped=1 faults=0");
    report_all("Aborts", "RUN/fifo");
    check_reports("tests=1 failures=0 errors=1 skipped=0 faults=0");
}
END_TEST

/* A killed run left its results without a footer, its last line cut. */
START_TEST(a_run_that_was_cut_short_reports_what_it_graded)
{
    grade("Right", "--results $R");
    aiospec("head -n -1 $R | head -c -20 >$F/cut && mv $F/cut $R && for f in tap tap13 junit markdown "
            "json html; do $A report $R --format $f -o $F/$f || exit 1; done");
    assert_status(0);
    check_reports("tests=5 failures=0 errors=0 skipped=1 faults=1");
}
END_TEST

static const struct {
    const char *line, *says;
} bad_reports[] = {
    {"$A report", "which results?"},
    {"$A report a b --format tap", "which results?"},
    {"$A report $F/none", "which format?"},
    {"$A report $F/none --format tap", "none: No such file"},
    {"$A report $F/none --format pdf", "the format is tap, "},
    {"$A report $F/none --format tap -o", "-o needs a value"},
    {"$A report Makefile --format tap", "Makefile:1: no JSON object"},
    {"echo '{\"format\": 1}' >$F/x; $A report $F/x --format tap", "no results of `aiospec run --results`"},
    {"echo '{\"aiospec\": 99}' >$F/x; $A report $F/x --format tap", "of version 99, and this command reads version 1"},
    {"printf '{\"aiospec\": 1}\\nno\\n' >$F/x; $A report $F/x --format tap", "x:2: no JSON object"},
    {"$A run reference --report tap", "expected FORMAT:FILE"},
    {"$A run reference --report tap:", "expected FORMAT:FILE"},
    {"$A run reference --report pdf:x", "expected FORMAT:FILE"},
    {"$A run reference --suite " SUITE " --report tap:/nonexistent/x", "cannot write the report to /nonexistent/x"},
};

START_TEST(a_report_that_cannot_be_made_is_told_in_one_line)
{
    aiospec("%s", bad_reports[_i].line);
    assert_status(2);
    assert_says(err, bad_reports[_i].says);
    ck_assert_uint_eq(count_lines(err), 1);
    ck_assert_str_eq(out, "");
}
END_TEST

/* ---- Comparisons ---- */

/* Results of two runs, in $F/old and $F/new, made by hand: `ID VERDICT TRACE` each, joined by ';'. */
static void write_results(const char *name, const char *scenarios)
{
    text_buffer text = {0};
    text_add(&text, "{\"aiospec\": 1, \"target\": \"t\", \"clock\": \"virtual\", \"scenarios\": 0}\n");
    char *copy = text_copy(scenarios);
    for (char *one = strtok(copy, ";"); one != NULL; one = strtok(NULL, ";")) {
        char id[32], given[32], line[32];
        ck_assert_int_eq(sscanf(one, "%31s %31s %31s", id, given, line), 3);
        text_addf(&text, "{\"id\": \"%s\", \"verdict\": \"%s\", \"actual\": [\"0  %s\"]%s}\n", id, given, line,
                  strcmp(given, "XFAIL") == 0 ? ", \"outcome\": \"FAIL\"" : "");
    }
    text_add(&text, "{\"footer\": true, \"complete\": true, \"status\": 0}\n");
    char *path = in_folder(name);
    write_file(path, text.data);
    free(path);
    free(copy);
    text_free(&text);
}

static const struct {
    const char *old, *new, *counts;
    int status;
} compared[] = {
    {"A/a PASS x;A/b FAIL x", "A/a PASS x;A/b FAIL x", "0 regressed, 0 lost, 0 fixed, 0 changed, 0 new, 2 as before", 0},
    {"A/a PASS x", "A/a FAIL y", "1 regressed, 0 lost, 0 fixed, 0 changed, 0 new, 0 as before", 1},
    {"A/a PASS x", "A/a UNHEARD_OF y", "1 regressed, 0 lost, 0 fixed, 0 changed, 0 new, 0 as before", 1},
    /* What was expected does not count. */
    {"A/a PASS x", "A/a XFAIL y", "1 regressed, 0 lost, 0 fixed, 0 changed, 0 new, 0 as before", 1},
    {"A/a FAIL x", "A/a XFAIL x", "0 regressed, 0 lost, 0 fixed, 0 changed, 0 new, 1 as before", 0},
    {"A/a FAIL x", "A/a PASS y", "0 regressed, 0 lost, 1 fixed, 0 changed, 0 new, 0 as before", 0},
    {"A/a DIFFERS x", "A/a PASS y", "0 regressed, 0 lost, 1 fixed, 0 changed, 0 new, 0 as before", 0},
    {"A/a FAIL x", "A/a FAIL y", "0 regressed, 0 lost, 0 fixed, 1 changed, 0 new, 0 as before", 0},
    {"A/a FAIL x", "A/a DEADLOCK x", "0 regressed, 0 lost, 0 fixed, 1 changed, 0 new, 0 as before", 0},
    {"A/a PASS x", "A/a DIFFERS y", "0 regressed, 0 lost, 0 fixed, 1 changed, 0 new, 0 as before", 0},
    {"A/a PASS x;A/b PASS x", "A/b PASS x", "0 regressed, 1 lost, 0 fixed, 0 changed, 0 new, 1 as before", 1},
    {"A/a FAIL x;A/b PASS x", "A/a SKIP x;A/b PASS x", "0 regressed, 1 lost, 0 fixed, 0 changed, 0 new, 1 as before", 1},
    {"A/b PASS x", "A/a FAIL x;A/b PASS x;A/c PASS y", "0 regressed, 0 lost, 0 fixed, 0 changed, 2 new, 1 as before", 0},
    {"A/a SKIP x;A/b SKIP x", "A/a PASS x;A/b SKIP x", "0 regressed, 0 lost, 0 fixed, 0 changed, 1 new, 1 as before", 4},
};

START_TEST(two_runs_are_compared)
{
    write_results("old", compared[_i].old);
    write_results("new", compared[_i].new);
    aiospec("$A compare $F/old $F/new");
    assert_status(compared[_i].status);
    ck_assert_str_eq(last_line(), compared[_i].counts);
    aiospec("$A compare --quiet $F/old $F/new");
    ck_assert_uint_eq(count_lines(out), 1);
}
END_TEST

START_TEST(a_comparison_names_what_changed)
{
    grade("Right", "--results $F/old");
    grade("LifoQueue", "--results $F/new");
    aiospec("$A compare $F/old $F/new");
    assert_status(1);
    assert_says(out, "\nRegressed: passed, and fails now\n  FAIL        RUN/fifo  (was PASS)  line 1: expected ");
    assert_says(out, "old  python:wrong_loops:Right: wrong_loops.Right on CPython ");
    ck_assert_ptr_null(strstr(out, "RUN/reader"));
    ck_assert_str_eq(last_line(), "2 regressed, 0 lost, 0 fixed, 0 changed, 0 new, 4 as before");
    aiospec("$A compare $F/new $F/old --floor 5");
    assert_status(0);
    aiospec("$A compare $F/new $F/old --floor 6");
    assert_status(4);
    assert_says(err, "5 scenarios were graded in both, fewer than the floor of 6");
    aiospec("$A compare $F/new");
    assert_status(2);
    assert_says(err, "OLD and NEW");
    aiospec("$A compare $F/new $F/none");
    assert_status(2);
    ck_assert_uint_eq(count_lines(err), 1);
}
END_TEST

/* ---- Shards ---- */

START_TEST(shards_are_read)
{
    static const char *const good[] = {"1/1", "2/2", "10000/10000"};
    static const char *const bad[] = {"0/1", "2/1", "1", "1/", "/1", "1/0", "-1/2", "1/2x", "1/10001", " 1/2",
                                      "4294967297/4294967297"};
    shard one;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        ck_assert_msg(shard_parse(good[i], &one), "%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!shard_parse(bad[i], &one), "%s", bad[i]);
}
END_TEST

/* FNV-1a's published values; a shard must hold the same scenarios in all versions to come. */
START_TEST(the_hash_is_the_one_documented)
{
    ck_assert_uint_eq(fnv_add(FNV_START, "", 0), 0x811c9dc5u);
    ck_assert_uint_eq(fnv_add(FNV_START, "a", 1), 0xe40c292cu);
    ck_assert_uint_eq(fnv_add(FNV_START, "foobar", 6), 0xbf9cf968u);
    ck_assert(shard_holds((shard){.index = 0xbf9cf968u % 7 + 1, .count = 7}, "foobar"));
    ck_assert(shard_holds((shard){0}, "foobar"));
}
END_TEST

#define SHARDS 3

/* All shards of what LOOP does; results in $F/1, $F/2, ... */
static void grade_shards(const char *loop, const char *more)
{
    for (int i = 1; i <= SHARDS; i++) {
        char *options = text_format("--shard %d/%d --results $F/%d %s", i, SHARDS, i, more);
        grade(loop, options);
        free(options);
    }
}

START_TEST(shards_make_up_the_whole)
{
    grade("LifoQueue", "--results $F/whole");
    grade_shards("LifoQueue", "");
    aiospec("$A merge $F/3 $F/1 $F/2 -o $R");
    assert_status(1);
    ck_assert_str_eq(out, "3 passed, 2 failed, 1 skipped\n");
    aiospec("$A compare $F/whole $R");
    assert_status(0);
    ck_assert_str_eq(last_line(), "0 regressed, 0 lost, 0 fixed, 0 changed, 0 new, 6 as before");
    const json_t *footer = result_of("");
    ck_assert_int_eq((int)json_integer_value(json_object_get(footer, "failed")), 2);
    ck_assert_int_eq((int)json_integer_value(json_object_get(footer, "status")), 1);
    ck_assert_int_eq((int)json_integer_value(json_object_get(json_object_get(footer, "verdicts"), "FAIL")), 2);
    aiospec("for f in tap tap13 junit markdown json html; do $A report $R --format $f -o $F/$f; done");
    check_reports("tests=6 failures=2 errors=0 skipped=1 faults=0");
}
END_TEST

START_TEST(what_is_wrong_in_the_deviations_is_told_once)
{
    write_file(recorded, FIFO TIMER "GONE FAIL # no\n");
    grade_shards("LifoQueue", "--deviations $D");
    aiospec("$A merge $F/1 $F/2 $F/3 -o $R");
    assert_status(1);
    ck_assert_uint_eq(count_lines(err), 1);
    assert_says(err, "deviations.txt:3: 'GONE' matches no scenario that can fail");
    ck_assert_str_eq(out, "3 passed, 0 failed, 2 expected, 1 skipped\n");
    write_file(recorded, FIFO TIMER);
    grade_shards("LifoQueue", "--deviations $D");
    assert_status(0);
    aiospec("$A merge $F/1 $F/2 $F/3 -o $R");
    assert_status(0);
    aiospec("$A merge $F/1 $F/2 $F/3 -o $R --floor 6");
    assert_status(4);
    assert_says(err, "status 4: fewer scenarios were graded");
}
END_TEST

static const struct {
    const char *prepare, *files, *says;
} refused[] = {
    {"true", "$F/1 $F/3", "shard 2/3 is missing"},
    {"true", "$F/1 $F/2 $F/3 $F/2", "are both shard 2/3"},
    {"cp $F/1 $F/2", "$F/1 $F/2 $F/3", "are both shard 1/3"},
    {"head -n -1 $F/2 >$F/x", "$F/1 $F/x $F/3", "x was cut short: run that shard again"},
    {"sed 2d $F/2 >$F/x", "$F/1 $F/x $F/3", "run that shard again"},
    {"sed 's/wrong_loops:Right/other:Loop/' $F/2 >$F/x", "$F/1 $F/x $F/3",
     "target is \"python:wrong_loops:Right\" and \"python:other:Loop\""},
    {"sed 's/\"suite\":\"/&0/' $F/2 >$F/x", "$F/1 $F/x $F/3", "are of different runs: suite is "},
    {"sed 's/\"hash\":\"/&0/' $F/2 >$F/x", "$F/1 $F/x $F/3", "are of different runs: chosen is "},
    {"sed 's,2/3,2/4,' $F/2 >$F/x", "$F/1 $F/x $F/3", "is one of 3 shards, and "},
    {"sed 's,\"shard\",\"other\",' $F/2 >$F/x", "$F/1 $F/x $F/3", "x is no shard"},
    {"sed 's,RUN/[a-z_]*,RUN/fifo,' $F/2 >$F/x && sed 's,RUN/[a-z_]*,RUN/fifo,' $F/3 >$F/y", "$F/1 $F/x $F/y",
     "RUN/fifo is in two of the files"},
    {"true", "$F/1 $F/2 $F/none", "none: No such file"},
    {"true", "", "FILE... -o OUT"},
};

START_TEST(what_is_not_one_run_is_not_merged)
{
    grade_shards("Right", "");
    write_file(results, "kept\n");
    aiospec("%s; $A merge %s -o $R", refused[_i].prepare, refused[_i].files);
    assert_status(2);
    assert_says(err, refused[_i].says);
    ck_assert_uint_eq(count_lines(err), 1);
    ck_assert_str_eq(out, "");
    char *kept = read_file(results);
    ck_assert_str_eq(kept, "kept\n");
    free(kept);
}
END_TEST

/* The shards of one scenario: all but one are empty, and that is no failure. */
START_TEST(an_empty_shard_passes)
{
    grade_shards("Right", "RUN/fifo");
    int graded = 0;
    for (int i = 1; i <= SHARDS; i++) {
        char *options = text_format("RUN/fifo --shard %d/%d", i, SHARDS);
        grade("Right", options);
        assert_status(0);
        graded += strcmp(last_line(), "1 passed, 0 failed") == 0;
        free(options);
    }
    ck_assert_int_eq(graded, 1);
    aiospec("$A merge $F/1 $F/2 $F/3 -o $R");
    assert_status(0);
    grade("Right", "RUN/from_the_future --shard 1/1");
    assert_status(4);
}
END_TEST

START_TEST(the_variables_of_bazel_are_obeyed)
{
    int graded = 0;
    char *touched = in_folder("touched");
    setenv("TEST_TOTAL_SHARDS", "2", 1);
    setenv("TEST_SHARD_STATUS_FILE", touched, 1);
    for (int i = 0; i < 2; i++) {
        setenv("TEST_SHARD_INDEX", i == 0 ? "0" : "1", 1);
        unlink(touched);
        grade("Right", "--results $R");
        assert_status(0);
        ck_assert(files_exists(touched));
        aiospec("head -1 $R | grep -o '\"shard\":\"[^\"]*'");
        ck_assert_str_eq(out, i == 0 ? "\"shard\":\"1/2\n" : "\"shard\":\"2/2\n");
        aiospec("grep -c '\"id\"' $R");
        graded += atoi(out);
    }
    ck_assert_int_eq(graded, 6);
    /* The option is stronger. */
    grade("Right", "--shard 1/1 --quiet");
    ck_assert_str_eq(out, "5 passed, 0 failed, 1 skipped\n");
    setenv("TEST_SHARD_INDEX", "2", 1);
    grade("Right", "");
    assert_status(2);
    assert_says(err, "TEST_TOTAL_SHARDS is '2' and TEST_SHARD_INDEX '2'");
    unsetenv("TEST_TOTAL_SHARDS");
    unsetenv("TEST_SHARD_INDEX");
    unsetenv("TEST_SHARD_STATUS_FILE");
    grade("Right", "--deviations $D --write-deviations --shard 1/2");
    assert_status(2);
    assert_says(err, "not for a shard");
    free(touched);
}
END_TEST

/* ---- All of them ---- */

#define COUNT(of) (int)(sizeof of / sizeof *of)

static TCase *group(Suite *all, const char *name)
{
    TCase *tc = tcase_create(name);
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_set_timeout(tc, 60);
    suite_add_tcase(all, tc);
    return tc;
}

static void add_groups(Suite *all)
{
    TCase *tc = group(all, "deviations");
    tcase_add_test(tc, lines_are_read);
    tcase_add_loop_test(tc, a_malformed_line_is_told_and_nothing_is_played, 0, COUNT(malformed));
    tcase_add_test(tc, a_file_that_is_not_there_is_told);
    tcase_add_test(tc, what_fails_as_recorded_is_expected);
    tcase_add_loop_test(tc, what_is_no_longer_so_fails_the_run, 0, COUNT(stale));
    tcase_add_test(tc, a_date_to_come_and_the_right_trace_are_fine);
    tcase_add_test(tc, lines_about_what_was_not_asked_for_rest);
    tcase_add_test(tc, what_must_not_be_played_is_not);
    tcase_add_test(tc, the_file_is_made_and_then_wants_reasons);
    tcase_add_loop_test(tc, the_file_is_updated_in_place, 0, COUNT(updates));
    tcase_add_test(tc, a_run_that_measured_too_little_writes_nothing);

    tc = group(all, "reports");
    tcase_add_test(tc, reports_are_of_their_formats);
    tcase_add_test(tc, what_is_expected_is_no_failure_in_a_report);
    tcase_add_test(tc, what_a_scenario_wrote_breaks_no_report);
    tcase_add_test(tc, a_run_that_was_cut_short_reports_what_it_graded);
    tcase_add_loop_test(tc, a_report_that_cannot_be_made_is_told_in_one_line, 0, COUNT(bad_reports));

    tc = group(all, "comparisons");
    tcase_add_loop_test(tc, two_runs_are_compared, 0, COUNT(compared));
    tcase_add_test(tc, a_comparison_names_what_changed);

    tc = group(all, "shards");
    tcase_add_test(tc, shards_are_read);
    tcase_add_test(tc, the_hash_is_the_one_documented);
    tcase_add_test(tc, shards_make_up_the_whole);
    tcase_add_test(tc, what_is_wrong_in_the_deviations_is_told_once);
    tcase_add_loop_test(tc, what_is_not_one_run_is_not_merged, 0, COUNT(refused));
    tcase_add_test(tc, an_empty_shard_passes);
    tcase_add_test(tc, the_variables_of_bazel_are_obeyed);
}

int main(void)
{
    Suite *all = suite_create("command: gates");
    find_python();
    add_groups(all);
    return run_tests(all);
}
