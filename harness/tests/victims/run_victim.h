/*
 * run_victim.h - building victim programs, running them under timewarp, and
 * what came of it.  Included by the check_timewarp programs.
 */
#ifndef RUN_VICTIM_H
#define RUN_VICTIM_H

#include "../../timewarp/page.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define VICTIM_SOURCES "harness/tests/victims/"
#define VICTIM_OUTPUT_BYTES 32768

struct run {
    int status; /* exit status; 128 and more: the signal that ended it */
    char output[VICTIM_OUTPUT_BYTES];
    char errors[VICTIM_OUTPUT_BYTES];
    double seconds; /* of real time */
    struct timewarp_page page; /* as the victim left it, where it had one */
};

struct how {
    bool with_page;
    const char *environment; /* one NAME=VALUE more, or NULL */
};

static inline const char *victim_build(void)
{
    const char *build = getenv("AIOSPEC_BUILD");
    return build && *build ? build : "build";
}

static inline void victim_timewarp(char *path, size_t size)
{
    char *whole = realpath(victim_build(), NULL);
    if (!whole) {
        fprintf(stderr, "%s: %s; run this from the top of the project, after make\n",
                victim_build(), strerror(errno));
        exit(2);
    }
    snprintf(path, size, "%s/libtimewarp.so", whole);
    free(whole);
    if (access(path, R_OK) != 0) {
        fprintf(stderr, "%s: not there; run make first\n", path);
        exit(2);
    }
}

/* Compiles SOURCE to BUILD/victims/NAME. Returns false when the compiler refuses. */
static inline bool victim_compile(const char *name, const char *libraries)
{
    char command[2048];
    const char *cc = getenv("CC");
    snprintf(command, sizeof command,
             "mkdir -p %s/victims && %s -std=gnu11 -D_GNU_SOURCE -O1 -g -Wall -pthread "
             "-o %s/victims/%s "
             VICTIM_SOURCES "%s.c %s",
             victim_build(), cc && *cc ? cc : "cc", victim_build(), name, name, libraries);
    return system(command) == 0;
}

static inline void read_whole(const char *path, char *text)
{
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    size_t length = fread(text, 1, VICTIM_OUTPUT_BYTES - 1, file);
    text[length] = '\0';
    fclose(file);
}

static inline double real_seconds(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static inline void become(char *const arguments[], struct how how, const char *folder)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/out", folder);
    if (dup2(open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600), 1) < 0)
        _exit(99);
    snprintf(path, sizeof path, "%s/err", folder);
    if (dup2(open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600), 2) < 0)
        _exit(99);
    unsetenv("TIMEWARP_PAGE");
    unsetenv("TIMEWARP_SPIN");
    if (how.with_page) {
        snprintf(path, sizeof path, "%s/page", folder);
        setenv("TIMEWARP_PAGE", path, 1);
    }
    if (how.environment)
        putenv((char *)(size_t)how.environment);
    victim_timewarp(path, sizeof path);
    setenv("LD_PRELOAD", path, 1);
    alarm(60); /* of real time: timewarp comes with the new program only */
    execvp(arguments[0], arguments);
    _exit(99);
}

static inline void read_page(const char *path, struct timewarp_page *page)
{
    int fd = open(path, O_RDONLY);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq((int)read(fd, page, sizeof *page), (int)sizeof *page);
    close(fd);
}

/* The caller frees nothing: results stand in static memory until the next run. */
static inline const struct run *run_program(char *const arguments[], struct how how)
{
    static struct run run;
    char folder[] = "/tmp/timewarp-check-XXXXXX";
    char path[128];
    memset(&run, 0, sizeof run);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    if (how.with_page) {
        snprintf(path, sizeof path, "%s/page", folder);
        int fd = open(path, O_RDWR | O_CREAT, 0600);
        ck_assert_int_eq(ftruncate(fd, TIMEWARP_PAGE_SIZE), 0);
        close(fd);
    }
    double began = real_seconds();
    pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0)
        become(arguments, how, folder);
    int status;
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    run.seconds = real_seconds() - began;
    run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    snprintf(path, sizeof path, "%s/out", folder);
    read_whole(path, run.output);
    unlink(path);
    snprintf(path, sizeof path, "%s/err", folder);
    read_whole(path, run.errors);
    unlink(path);
    if (how.with_page) {
        snprintf(path, sizeof path, "%s/page", folder);
        read_page(path, &run.page);
        unlink(path);
    }
    rmdir(folder);
    return &run;
}

static inline const struct run *run_act(const char *victim, const char *act, struct how how)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/victims/%s", victim_build(), victim);
    char *arguments[] = {path, (char *)(size_t)act, NULL};
    return run_program(arguments, how);
}

/* The whole output of an act that ends well. */
static inline void expect_output(const char *victim, const char *act, const char *expected)
{
    const struct run *run = run_act(victim, act, (struct how){0});
    ck_assert_msg(run->status == 0, "%s %s: status %d\n%s%s", victim, act, run->status, run->output,
                  run->errors);
    ck_assert_str_eq(run->output, expected);
}

#endif
