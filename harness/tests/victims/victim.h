/*
 * victim.h - what the victim programs of the timewarp tests share.
 *
 * A victim is an ordinary program that knows nothing of timewarp; it prints
 * what it saw of the time, and the test compares all it printed.
 */
#ifndef VICTIM_H
#define VICTIM_H

#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MS INT64_C(1000000)
#define SECOND INT64_C(1000000000)

static inline int64_t clock_of(clockid_t clock)
{
    struct timespec at = {0, 0};
    if (clock_gettime(clock, &at) != 0)
        return -1;
    return (int64_t)at.tv_sec * SECOND + at.tv_nsec;
}

static inline int64_t now(void)
{
    return clock_of(CLOCK_MONOTONIC);
}

static inline struct timespec span(int64_t ns)
{
    return (struct timespec){ns / SECOND, ns % SECOND};
}

/* An instant `ns` from now. */
static inline struct timespec instant(clockid_t clock, int64_t ns)
{
    return span(clock_of(clock) + ns);
}

/* A line with the virtual milliseconds since the first line. */
static inline void say(const char *what)
{
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    static int64_t began = -1;
    pthread_mutex_lock(&one_at_a_time);
    if (began < 0)
        began = now();
    printf("%" PRId64 " %s\n", (now() - began) / MS, what);
    fflush(stdout);
    pthread_mutex_unlock(&one_at_a_time);
}

static inline void sleep_ms(int64_t ms)
{
    struct timespec length = span(ms * MS);
    nanosleep(&length, NULL);
}

static inline void check(int condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "victim: %s: %s\n", what, strerror(errno));
        exit(3);
    }
}

#define CHECK(condition) check(condition, #condition)

/* One entry of a victim's table of acts; `argv[1]` chooses. */
struct act {
    const char *name;
    void (*run)(void);
};

static inline int act_main(int argc, char **argv, const struct act *acts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (argc > 1 && strcmp(argv[1], acts[i].name) == 0) {
            acts[i].run();
            return 0;
        }
    fprintf(stderr, "victim: no act %s\n", argc > 1 ? argv[1] : "given");
    return 2;
}

#define ACT_MAIN(acts)                                                    \
    int main(int argc, char **argv)                                       \
    {                                                                     \
        return act_main(argc, argv, acts, sizeof(acts) / sizeof(acts)[0]); \
    }

#endif
