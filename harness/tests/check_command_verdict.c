/*
 * check_command_verdict.c - every verdict from what a supervisor may see, and the
 * order of precedence among them; patterns; why a scenario is not played.
 */
#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "../command/suite.h"
#include "../command/verdict.h"

/* Two versions of one scenario, one that is open, one for the future, one in Python only. */
static const char index_text[] =
    "{'format': 1, 'suite': '/suite', 'builds': ['3.8.18', '3.11.2', '3.11.7', '3.13.0'],"
    " 'scenarios': ["
    "  {'id': 'IO/plain', 'file': 'IO/plain.py', 'doc': 'Plain.', 'clauses': ['IO-1', 'READY-4'],"
    "   'level': 'documented', 'needs': '3.8', 'ops': ['readers'], 'program': 'IO/plain.json',"
    "   'blocks': [{'versions': '3.8..3.11.2', 'builds': ['3.8.18', '3.11.2'],"
    "               'lines': [{'ms': '0', 'group': '', 'text': 'old'}]},"
    "              {'versions': '3.11.7..', 'builds': ['3.11.7', '3.13.0'],"
    "               'lines': [{'ms': '0', 'group': '', 'text': 'new'},"
    "                         {'ms': '250', 'group': '', 'text': 'more'}]}]},"
    "  {'id': 'READY/future', 'file': 'READY/future.py', 'doc': 'Later.', 'clauses': ['READY-4'],"
    "   'level': 'detail', 'needs': '3.12', 'ops': [], 'program': 'READY/future.json',"
    "   'blocks': [{'versions': '3.13..', 'builds': ['3.13.0'],"
    "               'lines': [{'ms': '20000', 'group': '', 'text': 'late'}]}]},"
    "  {'id': 'READY/open', 'file': 'READY/open.py', 'doc': 'Open.', 'clauses': ['READY-14'],"
    "   'level': 'undefined', 'needs': '3.8', 'ops': [], 'program': null,"
    "   'blocks': [{'versions': '3.8..', 'builds': ['3.8.18', '3.11.2', '3.11.7', '3.13.0'],"
    "               'lines': []}]}],"
    " 'clauses': {'READY-4': {'text': 'Four.', 'level': 'detail', 'versions': '3.8..',"
    "                         'file': '02-ready.md', 'line': 9}},"
    " 'broken': [{'id': 'TIMER/bad', 'error': '/suite/TIMER/bad.py:3: bad'}]}";

static suite loaded;
static verdict_target target;
static verdict_result result;

static json_t *index_json(const char *single_quoted)
{
    char *json = text_copy(single_quoted);
    for (char *at = json; *at != '\0'; at++) {
        if (*at == '\'')
            *at = '"';
    }
    json_error_t error;
    json_t *index = json_loads(json, 0, &error);
    ck_assert_msg(index != NULL, "%s", error.text);
    free(json);
    return index;
}

static void load(void)
{
    ck_assert_int_eq(suite_parse(index_json(index_text), "/programs", &loaded), 0);
    target = (verdict_target){
        .level = SUITE_DETAIL, .semantics = {3, 13, 0}, .semantics_name = "3.13.0", .is_virtual = true, .limit_s = 10};
}

static void unload(void)
{
    verdict_free(&result);
    suite_free(&loaded);
}

static void be(const char *semantics)
{
    target.semantics_name = semantics;
    ck_assert(versions_parse(semantics, &target.semantics));
}

/* Grade one play of `id` that left `trace`; the rest as in `seen`. */
static verdict grade(const char *id, const char *trace_text, verdict_play seen)
{
    const suite_scenario *scenario = suite_find(&loaded, id);
    ck_assert_ptr_nonnull(scenario);
    seen.played = true;
    seen.is_virtual = target.is_virtual;
    seen.limit_s = target.limit_s;
    seen.output_limit = 1000;
    seen.trace_bytes = trace_text != NULL ? text_copy(trace_text) : NULL;
    verdict_free(&result);
    verdict_after(&loaded, scenario, &target, &seen, &result);
    ck_assert((result.reason == NULL) == (result.verdict == VERDICT_PASS));
    return result.verdict;
}

#define RIGHT "L\t0\t\tnew\nL\t250\t\tmore\nE\t250\n"
#define assert_reason(part) \
    ck_assert_msg(result.reason != NULL && strstr(result.reason, part) != NULL, "%s", result.reason)

static verdict_play page(uint32_t verdict_word, const char *text)
{
    verdict_play seen = {.wait_status = TIMEWARP_EXIT << 8, .page.verdict = verdict_word};
    strncpy(seen.page.text, text, sizeof seen.page.text - 1);
    return seen;
}

START_TEST(right_is_pass)
{
    ck_assert_int_eq(grade("IO/plain", RIGHT, (verdict_play){0}), VERDICT_PASS);
    ck_assert_ptr_eq(result.expected, &loaded.scenarios[0].goldens[1]);
}
END_TEST

START_TEST(a_different_line_is_fail)
{
    ck_assert_int_eq(grade("IO/plain", "L\t0\t\tnew\nL\t260\t\tmore\nE\t260\n", (verdict_play){0}),
                     VERDICT_FAIL);
    ck_assert_str_eq(result.reason, "line 2: expected 'more' at 250 ms, got 'more' at 260 ms");
    grade("IO/plain", "L\t0\t\tnew\nE\t0\n", (verdict_play){0});
    ck_assert_str_eq(result.reason, "line 2: expected 'more' at 250 ms, got nothing more");
    grade("IO/plain", "L\t0\t\tnew\nL\t250\t\tmore\nL\t250\t\tx\nE\t250\n", (verdict_play){0});
    ck_assert_str_eq(result.reason, "line 3: nothing more was expected, got 'x' at 250 ms");
}
END_TEST

START_TEST(times_count_only_under_the_virtual_clock)
{
    target.is_virtual = false;
    ck_assert_int_eq(grade("IO/plain", "L\t3.5\t\tnew\nL\t261.25\t\tmore\nE\t262\n",
                           (verdict_play){0}), VERDICT_PASS);
    ck_assert_int_eq(grade("IO/plain", "L\t0\t\tmore\nL\t0\t\tnew\nE\t0\n", (verdict_play){0}),
                     VERDICT_FAIL);
    ck_assert_str_eq(result.reason, "line 1: expected 'new', got 'more'");
}
END_TEST

START_TEST(an_exception_is_fail)
{
    ck_assert_int_eq(grade("IO/plain", "L\t0\t\tnew\nL\t250\t\tmore\nX\t250\tKeyError\t'k'\n",
                           (verdict_play){0}), VERDICT_FAIL);
    ck_assert_str_eq(result.reason, "KeyError ended the program: 'k'");
    grade("IO/plain", "X\t0\tMyError\t\n", (verdict_play){0});
    ck_assert_str_eq(result.reason, "MyError ended the program");
}
END_TEST

START_TEST(a_broken_trace_file_is_fail)
{
    ck_assert_int_eq(grade("IO/plain", "L\t0\t\tnew\nL\t250\t\tmore\nrubbish\nE\t250\n",
                           (verdict_play){0}), VERDICT_FAIL);
    assert_reason("line 3 of its trace file");
}
END_TEST

START_TEST(what_the_clock_saw_is_the_verdict)
{
    ck_assert_int_eq(grade("IO/plain", "L\t0\t\tnew\n", page(TIMEWARP_SPIN, "20000 polls")),
                     VERDICT_SPIN);
    ck_assert_str_eq(result.reason, "20000 polls");
    ck_assert_int_eq(grade("IO/plain", NULL, page(TIMEWARP_DEADLOCK, "")), VERDICT_DEADLOCK);
    assert_reason("for ever");
    ck_assert_int_eq(grade("IO/plain", RIGHT, page(TIMEWARP_REFUSED, "mq_timedsend\n\033[1m")),
                     VERDICT_REFUSED);
    ck_assert_str_eq(result.reason, "mq_timedsend  [1m");
}
END_TEST

START_TEST(a_scribbled_page_is_no_verdict)
{
    ck_assert_int_eq(grade("IO/plain", RIGHT, (verdict_play){.page.verdict = 77}), VERDICT_PASS);
    target.is_virtual = false; /* then the page is nobody's */
    ck_assert_int_eq(grade("IO/plain", RIGHT, (verdict_play){.page.verdict = TIMEWARP_SPIN}),
                     VERDICT_PASS);
}
END_TEST

START_TEST(too_long_is_hang)
{
    verdict_play seen = {.timed_out = true, .wait_status = SIGKILL};
    ck_assert_int_eq(grade("IO/plain", RIGHT, seen), VERDICT_HANG);
    ck_assert_str_eq(result.reason, "still running after 10 s of real time");
}
END_TEST

START_TEST(a_dead_process_is_crash)
{
    ck_assert_int_eq(grade("IO/plain", RIGHT, (verdict_play){.wait_status = SIGABRT}), VERDICT_CRASH);
    assert_reason("signal 6");
    grade("IO/plain", "", (verdict_play){.wait_status = SIGXFSZ});
    ck_assert_int_eq(result.verdict, VERDICT_CRASH);
    ck_assert_str_eq(result.reason, "wrote more than 1000 bytes");
    grade("IO/plain", RIGHT, (verdict_play){.wait_status = 5 << 8});
    ck_assert_int_eq(result.verdict, VERDICT_CRASH);
    assert_reason("status 5");
    ck_assert_int_eq(grade("IO/plain", RIGHT, (verdict_play){.player_died = true}), VERDICT_CRASH);
    assert_reason("the player with it");
}
END_TEST

START_TEST(no_end_in_the_trace_is_crash)
{
    ck_assert_int_eq(grade("IO/plain", "L\t0\t\tnew\nL\t250\t\tmore\n", (verdict_play){0}),
                     VERDICT_CRASH);
    ck_assert_str_eq(result.reason, "its process ended before the program did");
    ck_assert_int_eq(grade("IO/plain", NULL, (verdict_play){0}), VERDICT_CRASH);
}
END_TEST

START_TEST(left_over_things_are_leak_only_where_the_trace_is_right)
{
    ck_assert_int_eq(grade("IO/plain", RIGHT "C\tloops\t1\nC\tdescriptors\t3\n", (verdict_play){0}),
                     VERDICT_LEAK);
    ck_assert_str_eq(result.reason, "left behind: 1 loops, 3 descriptors");
    ck_assert_int_eq(grade("IO/plain", "E\t0\nC\tloops\t1\n", (verdict_play){0}), VERDICT_FAIL);
}
END_TEST

START_TEST(the_open_is_never_failed)
{
    ck_assert_int_eq(grade("READY/open", "E\t0\n", (verdict_play){0}), VERDICT_PASS);
    ck_assert_int_eq(grade("READY/open", "L\t0\t\tx\nE\t0\n", (verdict_play){0}), VERDICT_DIFFERS);
    assert_reason("line 1: nothing more was expected");
    ck_assert_int_eq(grade("READY/open", NULL, page(TIMEWARP_SPIN, "polls")), VERDICT_DIFFERS);
    ck_assert_str_eq(result.reason, "SPIN: polls");
    ck_assert_int_eq(verdict_kind_of(VERDICT_DIFFERS), KIND_OPEN);
}
END_TEST

START_TEST(what_is_weaker_than_the_level_is_never_failed)
{
    target.level = SUITE_DETAIL;
    ck_assert_int_eq(grade("READY/future", "E\t0\n", (verdict_play){0}), VERDICT_FAIL);
    target.level = SUITE_DEFACTO;
    ck_assert_int_eq(grade("READY/future", "E\t0\n", (verdict_play){0}), VERDICT_DIFFERS);
    target.level = SUITE_DOCUMENTED;
    ck_assert_int_eq(grade("IO/plain", "E\t0\n", (verdict_play){0}), VERDICT_FAIL);
}
END_TEST

START_TEST(either_neighbour_satisfies)
{
    be("3.11.4"); /* between 3.11.2 and 3.11.7, which differ */
    ck_assert_int_eq(grade("IO/plain", "L\t0\t\told\nE\t0\n", (verdict_play){0}), VERDICT_PASS);
    ck_assert_int_eq(grade("IO/plain", RIGHT, (verdict_play){0}), VERDICT_PASS);
    ck_assert_int_eq(grade("IO/plain", "L\t0\t\tnew\nE\t0\n", (verdict_play){0}), VERDICT_FAIL);
    /* Shown is the one that it follows longer. */
    ck_assert_ptr_eq(result.expected, &loaded.scenarios[0].goldens[1]);
    be("3.11.2");
    ck_assert_int_eq(grade("IO/plain", RIGHT, (verdict_play){0}), VERDICT_FAIL);
}
END_TEST

static bool before(const char *id)
{
    verdict_free(&result);
    return verdict_before(&loaded, suite_find(&loaded, id), &target, &result);
}

START_TEST(what_can_be_played_is_played)
{
    ck_assert(!before("IO/plain"));
    ck_assert(!before("READY/future"));
    target.runs_programs = true;
    ck_assert(!before("IO/plain"));
}
END_TEST

START_TEST(what_cannot_be_played_is_told)
{
    static const char *const lacks[] = {"threads", "readers"};
    target.lacks = lacks;
    target.lack_count = 1;
    ck_assert(!before("IO/plain"));
    target.lack_count = 2;
    ck_assert(before("IO/plain"));
    ck_assert_int_eq(result.verdict, VERDICT_UNSUPPORTED);
    assert_reason("readers");

    target.lack_count = 0;
    be("3.11.7");
    ck_assert(before("READY/future"));
    ck_assert_int_eq(result.verdict, VERDICT_SKIP);
    ck_assert_str_eq(result.reason, "needs 3.12");
    be("3.12.0"); /* old enough, but neither it nor what is below was recorded */
    ck_assert(before("READY/future"));
    ck_assert_str_eq(result.reason, "no golden trace for 3.12.0");

    be("3.13.0");
    target.runs_programs = true;
    ck_assert(before("READY/open"));
    ck_assert_str_eq(result.reason, "not compiled for C loops");
    target.runs_programs = false;
    target.is_virtual = false;
    ck_assert(before("READY/future"));
    ck_assert_str_eq(result.reason, "takes 20 s of real time, too long for a limit of 10 s");
    target.limit_s = 60;
    ck_assert(!before("READY/future"));
}
END_TEST

/* pattern, and which of the three scenarios it names ("" : refused) */
static const struct {
    const char *pattern, *chosen;
} patterns[] = {
    {"IO/plain", "x.."},   {"READY/*", ".xx"},       {"READY", ".xx"},  {"READY-4", "xx."},
    {"READY-14", "..x"},   {"*", "xxx"},             {"*/o*", "..x"},   {"IO-*", "x.."},
    {"a/b/READY/open.py", "..x"}, {"READY/open.py", "..x"}, {"TIMER/bad", "..."}, {"TIMER", "..."},
    {"REA", ""},           {"ready", ""},            {"IO/plainer", ""}, {"READY-1", ""},
};

START_TEST(patterns_name_scenarios)
{
    char *given[] = {(char *)patterns[_i].pattern};
    bool chosen[3];
    bool refused = patterns[_i].chosen[0] == '\0';
    ck_assert_int_eq(suite_choose(&loaded, given, 1, chosen), refused ? 2 : 0);
    for (size_t i = 0; i < 3 && !refused; i++)
        ck_assert_msg(chosen[i] == (patterns[_i].chosen[i] == 'x'), "%s, scenario %zu", given[0], i);
}
END_TEST

START_TEST(the_index_is_read_whole)
{
    ck_assert_uint_eq(loaded.count, 3);
    ck_assert_uint_eq(loaded.area_count, 2);
    ck_assert_ptr_eq(loaded.scenarios[1].area, loaded.scenarios[2].area);
    ck_assert_str_eq(loaded.scenarios[0].file, "/suite/IO/plain.py");
    ck_assert_str_eq(loaded.scenarios[0].program, "/programs/IO/plain.json");
    ck_assert_ptr_null(loaded.scenarios[2].program);
    ck_assert_str_eq(suite_find_clause(&loaded, "READY-4")->text, "Four.");
    ck_assert_ptr_null(suite_find_clause(&loaded, "READY-5"));
    ck_assert_str_eq(loaded.broken[0].id, "TIMER/bad");
}
END_TEST

static const char *const damaged[] = {
    "{'format': 2}",
    "{'format': 1}",
    "{'format': 1, 'suite': '/s', 'builds': ['x'], 'scenarios': []}",
    "{'format': 1, 'suite': '/s', 'builds': [], 'scenarios': [{'id': 'A/b'}]}",
    "{'format': 1, 'suite': '/s', 'builds': [], 'scenarios': [{'id': 'A/b', 'file': 'f', 'doc': '',"
    " 'level': 'hard'}]}",
    "{'format': 1, 'suite': '/s', 'builds': [], 'scenarios': [{'id': 'A/b', 'file': 'f', 'doc': '',"
    " 'level': 'detail', 'blocks': [{'versions': '3.8', 'lines': [{'ms': 0}]}]}]}",
};

START_TEST(a_damaged_index_is_refused)
{
    suite other;
    ck_assert_int_eq(suite_parse(index_json(damaged[_i]), "/programs", &other), 2);
    suite_free(&other);
}
END_TEST

int main(void)
{
    Suite *all = suite_create("command: verdicts");
    TCase *tc = tcase_create("verdict");
    tcase_add_checked_fixture(tc, load, unload);
    tcase_add_test(tc, right_is_pass);
    tcase_add_test(tc, a_different_line_is_fail);
    tcase_add_test(tc, times_count_only_under_the_virtual_clock);
    tcase_add_test(tc, an_exception_is_fail);
    tcase_add_test(tc, a_broken_trace_file_is_fail);
    tcase_add_test(tc, what_the_clock_saw_is_the_verdict);
    tcase_add_test(tc, a_scribbled_page_is_no_verdict);
    tcase_add_test(tc, too_long_is_hang);
    tcase_add_test(tc, a_dead_process_is_crash);
    tcase_add_test(tc, no_end_in_the_trace_is_crash);
    tcase_add_test(tc, left_over_things_are_leak_only_where_the_trace_is_right);
    tcase_add_test(tc, the_open_is_never_failed);
    tcase_add_test(tc, what_is_weaker_than_the_level_is_never_failed);
    tcase_add_test(tc, either_neighbour_satisfies);
    tcase_add_test(tc, what_can_be_played_is_played);
    tcase_add_test(tc, what_cannot_be_played_is_told);
    tcase_add_loop_test(tc, patterns_name_scenarios, 0, (int)(sizeof patterns / sizeof *patterns));
    tcase_add_test(tc, the_index_is_read_whole);
    tcase_add_loop_test(tc, a_damaged_index_is_refused, 0, (int)(sizeof damaged / sizeof *damaged));
    suite_add_tcase(all, tc);
    SRunner *runner = srunner_create(all);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures > 0;
}
