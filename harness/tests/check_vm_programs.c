/*
 * check_vm_programs.c - the virtual machine against CPython itself.
 *
 * Each program in programs/ is run by both; what they log must be the same,
 * line by line.  Times are left out: here they are real ones.
 */
#include <check.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../vm/vm.h"

static glob_t programs;
static char directory[] = "/tmp/check_vm_XXXXXX";

/* NAME of the i-th program, with directory and suffix, in a static buffer. */
static const char *file_of(int i, const char *suffix)
{
    static char path[512];
    const char *name = strrchr(programs.gl_pathv[i], '/') + 1;
    snprintf(path, sizeof path, "%s/%.*s%s", directory, (int)strlen(name) - 3, name, suffix);
    return path;
}

/* The next L record's group and text; false at the end of the file. */
static bool next_logged(FILE *file, char *line, int size)
{
    while (fgets(line, size, file) != NULL) {
        ck_assert_msg(line[0] != 'X', "left by an exception: %s", line);
        ck_assert_msg(line[0] != 'C', "left behind: %s", line);
        if (line[0] != 'L')
            continue;
        const char *text = strchr(strchr(line, '\t') + 1, '\t') + 1;
        memmove(line, text, strlen(text) + 1);
        return true;
    }
    return false;
}

static FILE *open_file(const char *path)
{
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "%s is missing", path);
    return file;
}

START_TEST(logs_what_cpython_logs)
{
    enum { LONGEST = 8192 };
    static char expected[LONGEST], actual[LONGEST];
    char error[256] = "", path[512];
    if (access(file_of(_i, ".json"), F_OK) != 0)
        return; /* it needs a newer Python than this one (programs.py) */
    int fd = open(strcpy(path, file_of(_i, ".vm")), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    int status = vm_play(file_of(_i, ".json"), &rl_reference_ops, fd, error, sizeof error);
    ck_assert_msg(status == 0, "%s", error);
    close(fd);
    FILE *cpython = open_file(file_of(_i, ".trace")), *vm = open_file(path);
    for (int line = 1;; line++) {
        bool more = next_logged(cpython, expected, LONGEST);
        bool also = next_logged(vm, actual, LONGEST);
        ck_assert_msg(more == also, "%s: line %d: %s: %s", programs.gl_pathv[_i], line,
                      more ? "missing" : "too many", more ? expected : actual);
        if (!more)
            break;
        ck_assert_msg(strcmp(expected, actual) == 0, "%s: line %d: expected %s     but got %s",
                      programs.gl_pathv[_i], line, expected, actual);
    }
    fclose(cpython);
    fclose(vm);
}
END_TEST

/* Compile all programs, and have CPython run them. */
static bool prepare(void)
{
    char command[256];
    const char *python = getenv("PYTHON");
    if (mkdtemp(directory) == NULL)
        return false;
    snprintf(command, sizeof command, "%s -B harness/tests/programs.py %s",
             python == NULL ? "python3" : python, directory);
    return glob("harness/tests/programs/*.py", 0, NULL, &programs) == 0
           && system(command) == 0;
}

static void clean_up(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", directory);
    if (system(command) != 0)
        fprintf(stderr, "%s could not be removed\n", directory);
    globfree(&programs);
}

int main(void)
{
    if (!prepare()) {
        fputs("check_vm_programs: the programs could not be prepared; run it in the project's "
              "top folder\n", stderr);
        return EXIT_FAILURE;
    }
    Suite *suite = suite_create("vm_programs");
    TCase *tc = tcase_create("programs");
    tcase_set_timeout(tc, 60);
    tcase_add_loop_test(tc, logs_what_cpython_logs, 0, (int)programs.gl_pathc);
    suite_add_tcase(suite, tc);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    clean_up();
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
