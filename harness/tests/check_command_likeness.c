/*
 * check_command_likeness.c - which wrong loop a run is like, by results made up here.
 */
#include <check.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../command/files.h"
#include "../command/likeness.h"
#include "../command/text.h"

/* The scenarios of a suite, by id, one letter each. */
#define COUNT 6
static suite_scenario scenarios[COUNT] = {{.id = "A"}, {.id = "B"}, {.id = "C"},
                                          {.id = "D"}, {.id = "E"}, {.id = "F"}};
static char *folder;
static likeness found;

static void set_up(void)
{
    folder = files_temporary_folder();
    found = (likeness){0};
}

static void tear_down(void)
{
    likeness_free(&found);
    files_remove_tree(folder);
    free(folder);
}

static void write_file(const char *text)
{
    char *path = text_format("%s/wrong_loops.txt", folder);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
    free(path);
}

/* A letter for each scenario: passed, failed, spun, expected, differs, unplayed. */
static verdict verdict_of(char letter)
{
    switch (letter) {
    case 'p': return VERDICT_PASS;
    case 'f': return VERDICT_FAIL;
    case 's': return VERDICT_SPIN;
    case 'x': return VERDICT_XFAIL;
    case 'X': return VERDICT_XPASS;
    case 'd': return VERDICT_DIFFERS;
    default: return VERDICT_SKIP;
    }
}

static void assert_like(const char *verdicts, const char *loop, size_t shared, size_t its,
                        size_t others)
{
    verdict_result results[COUNT] = {0};
    suite in = {.folder = folder};
    for (size_t i = 0; i < COUNT; i++) {
        results[i].scenario = &scenarios[i];
        results[i].verdict = verdict_of(verdicts[i]);
    }
    likeness_free(&found);
    found = likeness_find(&in, results, COUNT);
    if (loop == NULL) {
        ck_assert_msg(found.loop == NULL, "%s is like %s", verdicts, found.loop);
        return;
    }
    ck_assert_msg(found.loop != NULL, "%s is like none", verdicts);
    ck_assert_str_eq(found.loop, loop);
    ck_assert_uint_eq(found.shared, shared);
    ck_assert_uint_eq(found.its, its);
    ck_assert_uint_eq(found.others, others);
}

static const char THREE[] = "# What they fail.\n"
                            "\n"
                            "large: It is: large.\n    A\n    B\n    C\n    D\n"
                            "\n"
                            "small: It is small.\n    A\n    B\n"
                            "\n"
                            "other: It is other.\n    E\n";

START_TEST(the_most_similar_one_is_named)
{
    write_file(THREE);
    assert_like("ffffpp", "large", 4, 4, 0);
    assert_like("ffpppp", "small", 2, 2, 0);
    assert_like("ppppfp", "other", 1, 1, 0);
    assert_like("fffppp", "large", 3, 4, 0);
    ck_assert_str_eq(found.what, "It is: large.");
    assert_like("ffppfp", "small", 2, 2, 1);
}
END_TEST

START_TEST(half_is_enough_and_less_is_not)
{
    write_file(THREE);
    assert_like("fppppp", "small", 1, 2, 0);
    assert_like("ppffpp", "large", 2, 4, 0);
    assert_like("ppfppp", NULL, 0, 0, 0);
    assert_like("pppppp", NULL, 0, 0, 0);
    assert_like("ppffff", NULL, 0, 0, 0);
}
END_TEST

START_TEST(what_fails_no_wrong_loop_does_not_count)
{
    write_file(THREE);
    assert_like("ffpppf", "small", 2, 2, 0);
    assert_like("pppppf", NULL, 0, 0, 0);
}
END_TEST

START_TEST(only_what_was_graded_counts)
{
    write_file(THREE);
    assert_like("ff--pp", "large", 2, 2, 0); /* as like as the small one, and before it */
    assert_like("ffdppp", "small", 2, 2, 0);
    assert_like("f---pp", "small", 1, 1, 0); /* too little is known of the large one */
    assert_like("sxpppp", "small", 2, 2, 0);
    assert_like("XXpppp", NULL, 0, 0, 0);
}
END_TEST

START_TEST(without_a_file_it_is_like_none)
{
    assert_like("ffpppp", NULL, 0, 0, 0);
    ck_assert(json_is_null(likeness_json(&found)));
    write_file("    A\nno loop\n    B\n");
    assert_like("ffpppp", NULL, 0, 0, 0);
}
END_TEST

START_TEST(it_is_told_in_words)
{
    text_buffer out = {0};
    write_file(THREE);
    assert_like("fffppp", "large", 3, 4, 0);
    likeness_add(&found, 80, &out);
    ck_assert_str_eq(out.data, "\nBehaves like a loop that is wrong on purpose\n"
                               "  large: It is: large.\n"
                               "  3 of its 4 failures are here; harness/tests/wrong_loops/large.py\n");
    text_clear(&out);
    assert_like("ffppfp", "small", 2, 2, 1);
    likeness_add(&found, 80, &out);
    ck_assert_ptr_nonnull(strstr(out.data, "failures are here, and 1 other; "));
    text_free(&out);
}
END_TEST

int main(void)
{
    Suite *all = suite_create("likeness");
    TCase *cases = tcase_create("likeness");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, the_most_similar_one_is_named);
    tcase_add_test(cases, half_is_enough_and_less_is_not);
    tcase_add_test(cases, what_fails_no_wrong_loop_does_not_count);
    tcase_add_test(cases, only_what_was_graded_counts);
    tcase_add_test(cases, without_a_file_it_is_like_none);
    tcase_add_test(cases, it_is_told_in_words);
    suite_add_tcase(all, cases);
    SRunner *runner = srunner_create(all);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
