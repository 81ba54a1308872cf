/*
 * check_command_versions.c - reading versions, and which recorded build grades which.
 */
#include <check.h>

#include "../command/versions.h"

static version of(const char *string)
{
    version read;
    ck_assert_msg(versions_parse(string, &read), "%s is a version", string);
    return read;
}

START_TEST(versions_are_read)
{
    version read = of("3.12.1");
    ck_assert_int_eq(read.major, 3);
    ck_assert_int_eq(read.minor, 12);
    ck_assert_int_eq(read.patch, 1);
    ck_assert_int_eq(of("3.12").patch, VERSIONS_ANY_PATCH);
    ck_assert_int_eq(of("3.15.0a7").patch, 0);
    ck_assert_int_eq(of("3.15.0rc2+").patch, 0);
    ck_assert_int_eq(of("3.14.0+").minor, 14);
}
END_TEST

static const char *const no_versions[] = {"", "3", "3.", ".3", "3.x", "3.12.", "3.12.1.4", "x",
                                          "3.12-1", "-3.12", "3.1234567", "3 .12"};

START_TEST(others_are_refused)
{
    version untouched = {1, 2, 3};
    ck_assert_msg(!versions_parse(no_versions[_i], &untouched), "'%s'", no_versions[_i]);
    ck_assert_int_eq(untouched.patch, 3);
}
END_TEST

START_TEST(order_is_by_number)
{
    ck_assert_int_lt(versions_compare(of("3.9.18"), of("3.10.0")), 0);
    ck_assert_int_gt(versions_compare(of("3.10.13"), of("3.10.2")), 0);
    ck_assert_int_eq(versions_compare(of("3.10.13"), of("3.10.13")), 0);
    ck_assert_int_gt(versions_compare(of("3.10"), of("3.10.99")), 0);
    ck_assert_int_lt(versions_compare(of("2.7.18"), of("3.0.0")), 0);
}
END_TEST

/* The builds, and for each version the indices of those that grade it (-1: none). */
static const char *const recorded[] = {"3.8.18", "3.11.2", "3.11.7", "3.13.0", "3.13.18"};
#define RECORDED (sizeof recorded / sizeof *recorded)

static const struct {
    const char *target;
    int first, second;
} graders[] = {
    {"3.8.18", 0, -1},  {"3.11.2", 1, -1},  {"3.13.18", 4, -1},
    {"3.8.17", 0, -1},  /* only a neighbour above */
    {"3.8.20", 0, -1},  /* only one below */
    {"3.11.4", 1, 2},   /* between two */
    {"3.11.0", 1, -1},  {"3.11.9", 2, -1},  {"3.13.5", 3, 4},
    {"3.9.2", 0, -1},   /* the series was not recorded: the newest below */
    {"3.12.1", 2, -1},  {"3.14.0", 4, -1},  {"4.0.0", 4, -1},
    {"3.13", 4, -1},    /* its newest patch */
    {"3.7.16", -1, -1}, {"2.7.18", -1, -1},
};

START_TEST(builds_grade_their_neighbours)
{
    version builds[RECORDED];
    size_t found[2] = {99, 99};
    for (size_t i = 0; i < RECORDED; i++)
        builds[i] = of(recorded[i]);
    size_t wanted = graders[_i].first < 0 ? 0 : graders[_i].second < 0 ? 1 : 2;
    ck_assert_uint_eq(versions_graders(of(graders[_i].target), builds, RECORDED, found), wanted);
    if (wanted > 0)
        ck_assert_uint_eq(found[0], (size_t)graders[_i].first);
    if (wanted > 1)
        ck_assert_uint_eq(found[1], (size_t)graders[_i].second);
}
END_TEST

START_TEST(nothing_recorded_grades_nothing)
{
    size_t found[2];
    ck_assert_uint_eq(versions_graders(of("3.11.7"), NULL, 0, found), 0);
}
END_TEST

int main(void)
{
    Suite *all = suite_create("command: versions");
    TCase *tc = tcase_create("versions");
    tcase_add_test(tc, versions_are_read);
    tcase_add_loop_test(tc, others_are_refused, 0, (int)(sizeof no_versions / sizeof *no_versions));
    tcase_add_test(tc, order_is_by_number);
    tcase_add_loop_test(tc, builds_grade_their_neighbours, 0,
                        (int)(sizeof graders / sizeof *graders));
    tcase_add_test(tc, nothing_recorded_grades_nothing);
    suite_add_tcase(all, tc);
    SRunner *runner = srunner_create(all);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures > 0;
}
