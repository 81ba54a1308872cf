/*
 * command_tests.h - what the tests of the built command share: where it is, what its last run
 * did, and how to look at that.  For one file of tests at a time, which is a program.
 *
 * Run from the project's folder.  $AIOSPEC_BUILD names the folder of the built command
 * (default: build), $PYTHON the interpreter (default: python3).
 */
#ifndef COMMAND_TESTS_H
#define COMMAND_TESTS_H

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../command/files.h"
#include "../command/process.h"
#include "../command/text.h"

#define SUITE "harness/tests/runner/suite"

static char *command;
static char *python;
static char *folder;  /* of this test */
static char *results; /* a file in it */

/* What the last run of the command did. */
static char *out, *err;
static int status; /* 128 + N for signal N */

static void set_up_command(void)
{
    const char *build = getenv("AIOSPEC_BUILD");
    command = text_format("%s/aiospec", build != NULL ? build : "build");
    ck_assert_msg(files_exists(command) && files_exists(SUITE),
                  "%s or %s is not here: build it, and run this from the project's folder", command,
                  SUITE);
    folder = files_temporary_folder();
    results = text_format("%s/results.ndjson", folder);
    setenv("PYTHONPATH", "harness/tests/runner", 1);
    unsetenv("AIOSPEC_PYTHON");
}

static void tear_down_command(void)
{
    files_remove_tree(folder);
    free(out);
    free(err);
    free(folder);
    free(results);
    free(command);
}

/* The interpreter itself, where $PYTHON or python3 is a script that looks for it. */
static void find_python(void)
{
    const char *wanted = getenv("PYTHON");
    char *arguments[] = {(char *)(wanted != NULL && *wanted != '\0' ? wanted : "python3"), "-c",
                         "import sys; print(sys.executable, end='')", NULL};
    int how = process_run(arguments, &python);
    if (how == 0)
        return;
    fprintf(stderr, "%s: status %d\n%s\n", arguments[0], how, python);
    exit(1);
}

#define assert_status(wanted) \
    ck_assert_msg(status == (wanted), "status %d\n%s\n%s", status, out, err)
#define assert_says(text, part) \
    ck_assert_msg(strstr(text, part) != NULL, "no '%s' in:\n%s\n%s", part, out, err)

static size_t count_lines(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += *text == '\n';
    return count;
}

/* The last line of standard output, without its newline. */
static const char *last_line(void)
{
    static char line[200];
    size_t length = strlen(out);
    ck_assert_msg(length > 0 && out[length - 1] == '\n', "no last line");
    const char *start = out + length - 1;
    while (start > out && start[-1] != '\n')
        start--;
    snprintf(line, sizeof line, "%.*s", (int)(out + length - 1 - start), start);
    return line;
}

static const char *field(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value != NULL ? value : "";
}

/* What main is for: run all, and say by the status whether one failed. */
static int run_tests(Suite *all)
{
    SRunner *runner = srunner_create(all);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    free(python);
    return failures > 0;
}

#endif
