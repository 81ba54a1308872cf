/*
 * check_vm.c - vm_play on programs written by hand: the records at a program's
 * end, what it leaves behind, and programs that are broken.
 */
#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../vm/vm.h"

static char error[512];
static char trace[4096];

/* Play a program given as JSON; its trace is in `trace` afterwards. */
static int play(const char *json)
{
    char program[] = "/tmp/check_vm_program_XXXXXX", output[] = "/tmp/check_vm_trace_XXXXXX";
    int fd = mkstemp(program), out = mkstemp(output);
    ck_assert_int_eq(write(fd, json, strlen(json)), (ssize_t)strlen(json));
    close(fd);
    error[0] = '\0';
    int status = vm_play(program, &rl_reference_ops, out, error, sizeof error);
    ssize_t size = pread(out, trace, sizeof trace - 1, 0);
    trace[size < 0 ? 0 : size] = '\0';
    close(out);
    unlink(program);
    unlink(output);
    return status;
}

/* A module body with those constants and instructions. */
static const char *module(const char *consts, const char *instructions)
{
    static char json[4096];
    snprintf(json, sizeof json,
             "{\"format\": 1, \"file\": \"t.py\", \"codes\": [{\"name\": \"<module>\","
             "\"qualname\": \"<module>\", \"line\": 1, \"args\": [], \"posonly\": 0,"
             "\"kwonly\": [], \"varargs\": null, \"varkw\": null, \"locals\": [], \"cells\": [],"
             "\"free\": [], \"generator\": false, \"class\": false, \"consts\": [%s],"
             "\"code\": [%s], \"lines\": [[0, 1]]}]}",
             consts, instructions);
    return json;
}

/* Is there a record that begins so?  `times` in records are skipped as '*'. */
static bool has_record(const char *kind, const char *rest)
{
    char copy[sizeof trace], *next = NULL;
    strcpy(copy, trace);
    for (char *line = strtok_r(copy, "\n", &next); line != NULL;
         line = strtok_r(NULL, "\n", &next)) {
        size_t size = strlen(kind);
        if (strncmp(line, kind, size) != 0)
            continue;
        const char *behind_time = strchr(line + size, '\t');
        if (*rest == '\0' || (behind_time != NULL && strcmp(behind_time + 1, rest) == 0))
            return true;
    }
    return false;
}

/* ---- The end -------------------------------------------------------------- */

START_TEST(a_program_ends_with_an_E_record)
{
    ck_assert_int_eq(play(module("null", "\"LOAD_CONST 0\", \"RETURN\"")), 0);
    ck_assert(has_record("E\t", ""));
    ck_assert(!has_record("C\t", ""));
}
END_TEST

START_TEST(an_exception_ends_it_with_an_X_record)
{
    ck_assert_int_eq(play(module("\"two\\nlines\"", "\"LOAD_GLOBAL ValueError\","
                                                    "\"LOAD_CONST 0\", \"CALL 1\", \"RAISE 1\"")),
                     0);
    ck_assert_msg(has_record("X\t", "ValueError\ttwo\\nlines"), "%s", trace);
    ck_assert(!has_record("E\t", ""));
}
END_TEST

START_TEST(texts_are_escaped)
{
    ck_assert_int_eq(play(module("\"a\\tb\\n\\\\\", null",
                                 "\"IMPORT scenario\", \"LOAD_ATTR log\", \"LOAD_CONST 0\","
                                 "\"CALL 1\", \"RETURN\"")),
                     0);
    ck_assert_msg(has_record("L\t", "\ta\\tb\\n\\\\"), "%s", trace);
}
END_TEST

START_TEST(a_loop_never_closed_is_counted)
{
    ck_assert_int_eq(play(module("null", "\"IMPORT asyncio\", \"LOAD_ATTR new_event_loop\","
                                         "\"CALL 0\", \"STORE_GLOBAL loop\", \"LOAD_CONST 0\","
                                         "\"RETURN\"")),
                     0);
    ck_assert_msg(strstr(trace, "C\tloops\t1\n") != NULL, "%s", trace);
    ck_assert(strstr(trace, "C\tdescriptors") == NULL);
}
END_TEST

START_TEST(a_second_program_finds_a_fresh_machine)
{
    ck_assert_int_eq(play(module("1, null", "\"LOAD_CONST 0\", \"STORE_GLOBAL x\","
                                            "\"LOAD_CONST 1\", \"RETURN\"")),
                     0);
    ck_assert_int_eq(play(module("null", "\"LOAD_GLOBAL x\", \"RETURN\"")), 0);
    ck_assert_msg(has_record("X\t", "NameError\tname 'x' is not defined"), "%s", trace);
}
END_TEST

START_TEST(integers_that_grow_too_large_say_so)
{
    ck_assert_int_eq(play(module("9223372036854775807, 1",
                                 "\"LOAD_CONST 0\", \"LOAD_CONST 1\", \"BINARY +\", \"RETURN\"")),
                     0);
    ck_assert_msg(has_record("X\t", "OverflowError\tintegers of Scenario Python have 64 bits"),
                  "%s", trace);
}
END_TEST

/* ---- Broken programs ------------------------------------------------------ */

static const struct {
    const char *consts, *code, *complaint;
} broken[] = {
    { "", "\"FLY 1\"", "unknown instruction \"FLY 1\"" },
    { "", "\"LOAD_CONST\"", "\"LOAD_CONST\" lacks an operand" },
    { "", "\"POP 1\"", "\"POP 1\" has too many operands" },
    { "", "\"LOAD_CONST 0\"", "the operand 0 is out of range" },
    { "null", "\"LOAD_CONST -1\"", "the operand -1 is out of range" },
    { "null", "\"LOAD_CONST x\"", "the operand x is out of range" },
    { "", "\"JUMP 7\"", "the operand 7 is out of range" },
    { "", "\"LOAD_LOCAL x\"", "an instruction names x, which the code does not have" },
    { "", "\"POP\"", "instruction 0: takes more than there is" },
    { "null", "\"LOAD_CONST 0\"", "instruction 0: runs off the end" },
    { "null", "\"LOAD_CONST 0\", \"JUMP 0\"",
      "instruction 1: paths with different stacks meet here" },
    { "", "\"POP_TRY\"", "instruction 0: closes a block that is not open" },
    { "null", "\"LOAD_NAME x\", \"RETURN\"", "instruction 0: belongs into a class body" },
    { "null", "\"LOAD_CONST 0\", \"MAKE_FUNCTION 0\", \"RETURN\"",
      "instruction 1: MAKE_FUNCTION without code" },
    { "{\"code\": 9}", "\"LOAD_CONST 0\", \"RETURN\"", "a constant of unknown kind" },
    { "{\"what\": 1}", "\"LOAD_CONST 0\", \"RETURN\"", "a constant of unknown kind" },
    { "{\"bytes\": \"zz\"}", "\"LOAD_CONST 0\", \"RETURN\"", "bytes that are not hexadecimal" },
    { "", "5", "an instruction that is not a string" },
    { "null", "\"LOAD_CONST 0\", \"BINARY @\", \"RETURN\"", "unknown operator @" },
    { "", "", "instruction 0: runs off the end" },
};

START_TEST(broken_code_is_refused)
{
    ck_assert_int_eq(play(module(broken[_i].consts, broken[_i].code)), -1);
    ck_assert_msg(strstr(error, broken[_i].complaint) != NULL, "said \"%s\"", error);
    ck_assert_msg(strstr(error, "broken program in <module>: ") != NULL, "said \"%s\"", error);
    ck_assert_msg(strchr(error, '\n') == NULL, "more than one line");
    ck_assert_str_eq(trace, "");
}
END_TEST

static const struct {
    const char *json, *complaint;
} no_program[] = {
    { "", ":1: not a program: " },
    { "{", ":1: not a program: " },
    { "[]", "its format is not 1 or 2" },
    { "{\"format\": 3, \"codes\": []}", "its format is not 1 or 2" },
    { "{\"format\": 1}", "it has no code" },
    { "{\"format\": 1, \"codes\": []}", "it has no code" },
    { "{\"format\": 1, \"codes\": [{}]}", "\"name\" is not a string" },
    { "{\"format\": 1, \"codes\": [5]}", "\"name\" is not a string" },
};

START_TEST(what_is_no_program_is_refused)
{
    ck_assert_int_eq(play(no_program[_i].json), -1);
    ck_assert_msg(strstr(error, no_program[_i].complaint) != NULL, "said \"%s\"", error);
}
END_TEST

START_TEST(a_missing_file_is_named)
{
    int status = vm_play("/nonexistent/p.json", &rl_reference_ops, 1, error, sizeof error);
    ck_assert_int_eq(status, -1);
    ck_assert_msg(strstr(error, "/nonexistent/p.json: cannot be read") != NULL, "%s", error);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("vm");
    TCase *end = tcase_create("end");
    tcase_add_test(end, a_program_ends_with_an_E_record);
    tcase_add_test(end, an_exception_ends_it_with_an_X_record);
    tcase_add_test(end, texts_are_escaped);
    tcase_add_test(end, a_loop_never_closed_is_counted);
    tcase_add_test(end, a_second_program_finds_a_fresh_machine);
    tcase_add_test(end, integers_that_grow_too_large_say_so);
    suite_add_tcase(suite, end);
    TCase *bad = tcase_create("broken");
    tcase_add_loop_test(bad, broken_code_is_refused, 0, sizeof broken / sizeof *broken);
    tcase_add_loop_test(bad, what_is_no_program_is_refused, 0,
                        sizeof no_program / sizeof *no_program);
    tcase_add_test(bad, a_missing_file_is_named);
    suite_add_tcase(suite, bad);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
