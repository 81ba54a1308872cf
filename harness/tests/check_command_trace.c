/*
 * check_command_trace.c - reading trace files, and comparing traces with groups.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../command/trace.h"

static trace_record record;

static const trace_record *parse(const char *bytes)
{
    trace_record_free(&record);
    trace_parse(text_copy(bytes), &record);
    return &record;
}

static void forget(void)
{
    trace_record_free(&record);
}

/* A trace in short: lines "MS[~GROUP] TEXT" separated by '|'. */
static trace lines(const char *brief)
{
    trace made = {.bytes = text_copy(brief)};
    for (char *line = strtok(made.bytes, "|"); line != NULL; line = strtok(NULL, "|")) {
        char *text = strchr(line, ' ');
        *text++ = '\0';
        char *group = strchr(line, '~');
        if (group != NULL)
            *group++ = '\0';
        trace_append(&made, line, group != NULL ? group : "", text);
    }
    return made;
}

/* Compare two brief traces: the first row that differs, -1 where they are equal. */
static int first_difference(const char *expected, const char *actual, bool times)
{
    trace left = lines(expected), right = lines(actual);
    trace_comparison comparison;
    trace_compare(&left, &right, times, &comparison);
    int first = comparison.equal ? -1 : (int)comparison.first;
    ck_assert(comparison.equal == (comparison.first == comparison.count));
    trace_comparison_free(&comparison);
    trace_free(&left);
    trace_free(&right);
    return first;
}

START_TEST(a_whole_file_is_read)
{
    const trace_record *read = parse("L\t0\t\tfirst\nL\t250\ttie\ta\\tb\nE\t250\nC\thandles\t2\n");
    ck_assert_uint_eq(read->trace.count, 2);
    ck_assert_str_eq(read->trace.lines[0].text, "first");
    ck_assert_str_eq(read->trace.lines[0].group, "");
    ck_assert_str_eq(read->trace.lines[1].ms, "250");
    ck_assert_str_eq(read->trace.lines[1].group, "tie");
    ck_assert_str_eq(read->trace.lines[1].text, "a\\tb");
    ck_assert(read->ended);
    ck_assert_ptr_null(read->raised);
    ck_assert_uint_eq(read->left_count, 1);
    ck_assert_str_eq(read->left[0].name, "handles");
    ck_assert_str_eq(read->left[0].count, "2");
    ck_assert_uint_eq(read->broken_line, 0);
}
END_TEST

START_TEST(an_exception_ends_it)
{
    const trace_record *read = parse("X\t3\tValueError\tno: such\tthing\n");
    ck_assert(read->ended);
    ck_assert_str_eq(read->raised, "ValueError");
    ck_assert_str_eq(read->raised_text, "no: such\tthing");
}
END_TEST

START_TEST(a_cut_file_has_no_end)
{
    ck_assert(!parse("")->ended);
    ck_assert(!parse("L\t0\t\tfirst\n")->ended);
    const trace_record *read = parse("L\t0\t\tfirst\nE\t12");
    ck_assert(!read->ended);
    ck_assert_uint_eq(read->broken_line, 0);
}
END_TEST

START_TEST(lines_after_the_end_do_not_count)
{
    ck_assert_uint_eq(parse("L\t0\t\tone\nE\t0\nL\t0\t\tlate\n")->trace.count, 1);
}
END_TEST

START_TEST(what_is_no_record_is_found)
{
    ck_assert_uint_eq(parse("L\t0\t\tone\nhello\nE\t0\n")->broken_line, 2);
    ck_assert_uint_eq(parse("L\t0\tone\nE\t0\n")->broken_line, 1);
    ck_assert_uint_eq(parse("L\tsoon\t\tone\nE\t0\n")->broken_line, 1);
    ck_assert_uint_eq(parse("Lx\t0\t\tone\n")->broken_line, 1);
    ck_assert_uint_eq(parse("E\n")->broken_line, 1);
    ck_assert_uint_eq(parse("\n")->broken_line, 1);
}
END_TEST

START_TEST(many_leaks_do_not_overflow)
{
    text_buffer many = {0};
    text_add(&many, "E\t0\n");
    for (int i = 0; i < 100; i++)
        text_addf(&many, "C\tthing%d\t1\n", i);
    ck_assert_uint_eq(parse(many.data)->left_count, 16);
    text_free(&many);
}
END_TEST

/* expected, actual, with times, the first difference (-1: equal) */
static const struct {
    const char *expected, *actual;
    bool times;
    int first;
} comparisons[] = {
    {"", "", true, -1},
    {"0 a|1 b", "0 a|1 b", true, -1},
    {"0 a|1 b", "0 a|1 c", true, 1},
    {"0 a|1 b", "0 a|2 b", true, 1},
    {"0 a|1 b", "0 a|2 b", false, -1},
    {"0 a|1 b", "0 b|1 a", false, 0},
    {"0.125 a", "0.125 a", true, -1},
    {"0 a", "0.0 a", true, -1},
    {"0 a", "0.001 a", true, 0},
    /* missing and unexpected lines */
    {"0 a|1 b", "0 a", true, 1},
    {"0 a", "0 a|1 b", true, 1},
    {"", "0 a", true, 0},
    {"0 a", "", true, 0},
    /* one group: any order */
    {"0~g a|0~g b|0~g c", "0~g c|0~g a|0~g b", true, -1},
    {"0~g a|0~g b", "0 b|0 a", true, -1},
    {"0~g a|0~g b", "0~g b|0~g b", true, 0},
    {"0~g a|0~g a", "0~g a|0~g b", true, 1},
    {"0~g a|1~g b", "1~g b|0~g a", true, -1},
    {"0~g a|1~g b", "0~g b|1~g a", true, 0},
    {"0~g a|1~g b", "0~g b|1~g a", false, -1},
    {"0~g a|0~g b", "0~g b", true, 0},
    {"0~g a|0~g b", "0~g a", true, 1},
    {"0~g a|0~g b", "0~g b|0~g a|0~g a", true, 2},
    /* another group, or a line of none, ends it */
    {"0~g a|0~h b", "0 b|0 a", true, 0},
    {"0~g a|0 x|0~g b", "0 b|0 x|0 a", true, 0},
    {"0 x|0~g a|0~g b|0 y", "0 x|0 b|0 a|0 y", true, -1},
};

START_TEST(traces_are_compared)
{
    ck_assert_int_eq(first_difference(comparisons[_i].expected, comparisons[_i].actual,
                                      comparisons[_i].times),
                     comparisons[_i].first);
}
END_TEST

START_TEST(a_line_is_written_as_in_goldens)
{
    text_buffer out = {0};
    trace_write_line(&out, &(trace_line){.ms = "250", .group = "tie", .text = "x y"});
    ck_assert_str_eq(out.data, "   250 ~tie  x y");
    text_clear(&out);
    trace_write_line(&out, &(trace_line){.ms = "3600000", .group = "", .text = "x"});
    ck_assert_str_eq(out.data, "3600000  x");
    text_free(&out);
}
END_TEST

int main(void)
{
    Suite *all = suite_create("command: traces");
    TCase *tc = tcase_create("trace");
    tcase_add_checked_fixture(tc, NULL, forget);
    tcase_add_test(tc, a_whole_file_is_read);
    tcase_add_test(tc, an_exception_ends_it);
    tcase_add_test(tc, a_cut_file_has_no_end);
    tcase_add_test(tc, lines_after_the_end_do_not_count);
    tcase_add_test(tc, what_is_no_record_is_found);
    tcase_add_test(tc, many_leaks_do_not_overflow);
    tcase_add_loop_test(tc, traces_are_compared, 0,
                        (int)(sizeof comparisons / sizeof *comparisons));
    tcase_add_test(tc, a_line_is_written_as_in_goldens);
    suite_add_tcase(all, tc);
    SRunner *runner = srunner_create(all);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures > 0;
}
