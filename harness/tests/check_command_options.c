/*
 * check_command_options.c - command lines, and the text that reports are made of.
 */
#include <check.h>
#include <string.h>

#include "../command/options.h"
#include "../command/text.h"

static options read_options;
static char *words[16];

/* Parse "COMMAND WORD..."; blanks separate. */
static int parse(const char *line)
{
    static char copy[256];
    int count = 0;
    strncpy(copy, line, sizeof copy - 1);
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " "))
        words[count++] = word;
    words[count] = NULL;
    return options_parse(words[0], count, words, &read_options);
}

START_TEST(defaults_are_as_documented)
{
    ck_assert_int_eq(parse("run python"), 0);
    ck_assert_uint_eq(read_options.word_count, 1);
    ck_assert_str_eq(read_options.words[0], "python");
    ck_assert_int_eq(read_options.level, SUITE_DEFACTO);
    ck_assert(!read_options.level_chosen);
    ck_assert_int_ge(read_options.jobs, 1);
    ck_assert(read_options.limit_s > 9.9 && read_options.limit_s < 10.1);
    ck_assert_int_eq(read_options.floor, 1);
    ck_assert_ptr_null(read_options.results);
    ck_assert(!read_options.realtime && !read_options.quiet && !read_options.help);
}
END_TEST

START_TEST(options_may_stand_anywhere)
{
    ck_assert_int_eq(parse("run --jobs 3 python --level=documented READY --realtime IO/x "
                           "--limit 2.5 --floor 7 --semantics 3.12"), 0);
    ck_assert_int_eq(read_options.jobs, 3);
    ck_assert_int_eq(read_options.level, SUITE_DOCUMENTED);
    ck_assert(read_options.realtime);
    ck_assert_int_eq(read_options.floor, 7);
    ck_assert_str_eq(read_options.semantics, "3.12");
    ck_assert_uint_eq(read_options.word_count, 3);
    ck_assert_str_eq(read_options.words[0], "python");
    ck_assert_str_eq(read_options.words[1], "READY");
    ck_assert_str_eq(read_options.words[2], "IO/x");
}
END_TEST

START_TEST(each_command_has_its_own)
{
    ck_assert_int_eq(parse("list --json"), 0);
    ck_assert(read_options.json);
    ck_assert_int_eq(parse("run x --json"), 2);
    ck_assert_int_eq(parse("fingerprint x --json --python p --jobs 2 --limit 1"), 0);
    ck_assert(read_options.json);
    ck_assert_int_eq(parse("fingerprint x --level detail"), 2);
    ck_assert_int_eq(parse("list --jobs 2"), 2);
    ck_assert_int_eq(parse("run x --shard 2/3 --report tap:a --report junit:b:c --deviations d"), 0);
    ck_assert_uint_eq(read_options.shard.index, 2);
    ck_assert_uint_eq(read_options.shard.count, 3);
    ck_assert_uint_eq(read_options.report_count, 2);
    ck_assert_str_eq(read_options.deviations, "d");
    ck_assert_int_eq(parse("merge a b -o c --floor 3"), 0);
    ck_assert_str_eq(read_options.output, "c");
    ck_assert(read_options.floor_chosen);
    ck_assert_int_eq(parse("run x -o c"), 2);
    ck_assert_int_eq(parse("report a --suite d"), 2);
    ck_assert_int_eq(parse("compare a b --shard 1/2"), 2);
    ck_assert_int_eq(parse("doctor --python p"), 0);
    ck_assert_int_eq(parse("show --suite d ID"), 0);
    ck_assert_int_eq(parse("show -h"), 0);
    ck_assert(read_options.help);
}
END_TEST

static const char *const refused[] = {
    "run --frob",        "run -x",          "run --jobs",        "run --jobs 0",
    "run --jobs 2x",     "run --jobs -1",   "run --level hard",  "run --limit 0",
    "run --limit -2",    "run --limit nan", "run --limit inf",   "run --limit",
    "run --floor many",  "run --quiet=yes", "run --semantics x", "run --semantics 3",
    "run --jobs 99999999999999999999",
    "run --shard 3/2",   "run --shard 0/2", "run --report x:y", "report --format x",
};

START_TEST(others_are_refused)
{
    ck_assert_int_eq(parse(refused[_i]), 2);
}
END_TEST

START_TEST(text_is_wrapped)
{
    text_buffer out = {0};
    text_add_wrapped(&out, "one two  three four", 2, 9);
    ck_assert_str_eq(out.data, "one two\n  three\n  four");
    text_clear(&out);
    text_add_wrapped(&out, "unbreakable word", 0, 4);
    ck_assert_str_eq(out.data, "unbreakable\nword");
    text_free(&out);
}
END_TEST

START_TEST(columns_are_characters)
{
    text_buffer out = {0};
    text_add_columns(&out, "a\xc3\xa9z", 5, true);
    ck_assert_str_eq(out.data, "a\xc3\xa9z  ");
    text_clear(&out);
    text_add_columns(&out, "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", 5, true);
    ck_assert_str_eq(out.data, "\xc3\xa9\xc3\xa9...");
    text_clear(&out);
    text_add_columns(&out, "abc", 3, false);
    ck_assert_str_eq(out.data, "abc");
    text_free(&out);
}
END_TEST

START_TEST(words_are_quoted_for_the_shell)
{
    text_buffer out = {0};
    text_add_shell_word(&out, "python:uvloop:new_event_loop");
    text_add(&out, " ");
    text_add_shell_word(&out, "a b'c");
    text_add(&out, " ");
    text_add_shell_word(&out, "");
    ck_assert_str_eq(out.data, "python:uvloop:new_event_loop 'a b'\\''c' ''");
    text_free(&out);
}
END_TEST

int main(void)
{
    Suite *all = suite_create("command: options and text");
    TCase *tc = tcase_create("options");
    tcase_add_test(tc, defaults_are_as_documented);
    tcase_add_test(tc, options_may_stand_anywhere);
    tcase_add_test(tc, each_command_has_its_own);
    tcase_add_loop_test(tc, others_are_refused, 0, (int)(sizeof refused / sizeof *refused));
    tcase_add_test(tc, text_is_wrapped);
    tcase_add_test(tc, columns_are_characters);
    tcase_add_test(tc, words_are_quoted_for_the_shell);
    suite_add_tcase(all, tc);
    SRunner *runner = srunner_create(all);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures > 0;
}
