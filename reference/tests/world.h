/*
 * world.h - what the reference's unit tests share: a loop on a scripted
 * selector and clock, and a trace of what happened.
 *
 * A poll takes its events from `polls`, in turn; with none left it lets the
 * time pass that the loop asked for, and where that is for ever it fails with
 * EDEADLK, which ends the run.  Every test ends with the world going down,
 * which closes the loop and asserts that nothing is left.
 */
#ifndef TESTS_WORLD_H
#define TESTS_WORLD_H

#include <check.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../loop.h"
#include "../mem.h"
#include "../selector_scripted.h"

#define ASSERT_OK(call) ck_assert_int_eq((call), RL_OK)

enum { WORLD_POLLS = 16 };

typedef struct world_poll {
    selector_event events[8];
    int count;
    void (*during)(void); /* what another thread does meanwhile */
} world_poll;

static struct {
    selector_script script;
    rl_loop *loop;
    char trace[4096];
    double timeouts[64]; /* what each poll was asked for */
    int poll_count;
    world_poll polls[WORLD_POLLS];
    int planned;
    int dropped;
    size_t blocks_before;
} world;

static inline void trace(const char *text)
{
    ck_assert_uint_lt(strlen(world.trace) + strlen(text) + 2, sizeof world.trace);
    strcat(world.trace, text);
    strcat(world.trace, " ");
}

static inline const char *take_trace(void)
{
    static char taken[sizeof world.trace];
    strcpy(taken, world.trace);
    world.trace[0] = '\0';
    return taken;
}

static inline int world_poll_now(selector_script *script, double timeout_s, selector_event *events)
{
    int number = world.poll_count;
    ck_assert_int_lt(number, 64);
    world.timeouts[world.poll_count++] = timeout_s;
    if (number < world.planned) {
        world_poll *poll = &world.polls[number];
        if (poll->during != NULL)
            poll->during();
        memcpy(events, poll->events, (size_t)poll->count * sizeof *events);
        return poll->count;
    }
    if (isinf(timeout_s))
        return -EDEADLK;
    script->now_s += timeout_s;
    return 0;
}

/* The next poll not yet planned finds these. */
static inline world_poll *plan(int count, const selector_event *events)
{
    ck_assert_int_lt(world.planned, WORLD_POLLS);
    world_poll *poll = &world.polls[world.planned++];
    poll->count = count;
    if (count > 0)
        memcpy(poll->events, events, (size_t)count * sizeof *events);
    return poll;
}

static inline void world_up(void)
{
    memset(&world, 0, sizeof world);
    world.blocks_before = mem_block_count();
    world.script.poll = world_poll_now;
    world.script.now_s = 1000.0;
    selector *sel;
    ASSERT_OK(selector_scripted_open(&world.script, &sel));
    ASSERT_OK(loop_new_on(&world.script.clock, sel, &world.loop));
}

static inline void world_down(void)
{
    ASSERT_OK(rl_loop_close(world.loop));
    rl_loop_census census;
    ASSERT_OK(rl_loop_get_census(world.loop, &census));
    ck_assert_uint_eq(census.scheduled, 0);
    ck_assert_uint_eq(census.ready, 0);
    ck_assert_uint_eq(census.descriptors, 0);
    ck_assert_uint_eq(census.handles, 0);
    rl_loop_unref(world.loop);
    ck_assert_uint_eq(mem_block_count(), world.blocks_before);
}

/* ---- Callbacks: the argument is a text, which goes into the trace. -------- */

static inline rl_exc *say(void *arg)
{
    trace(arg);
    return NULL;
}

static inline void count_drop(void *arg)
{
    (void)arg;
    world.dropped++;
}

static const rl_call say_call = {say, count_drop};

static inline rl_exc *stop_now(void *arg)
{
    (void)arg;
    rl_loop_stop(world.loop);
    return NULL;
}

static const rl_call stop_call = {stop_now, NULL};

static inline void soon(const char *text)
{
    ASSERT_OK(rl_loop_call_soon(world.loop, &say_call, (void *)text, NULL, NULL));
}

static inline void soon_call(const rl_call *call, void *arg)
{
    ASSERT_OK(rl_loop_call_soon(world.loop, call, arg, NULL, NULL));
}

/* A timer; new reference. */
static inline rl_handle *at(double when_s, const char *text)
{
    rl_handle *timer;
    ASSERT_OK(rl_loop_call_at(world.loop, when_s, &say_call, (void *)text, NULL, &timer));
    return timer;
}

static inline void later(double delay_s, const char *text)
{
    rl_handle_unref(at(world.script.now_s + delay_s, text));
}

/* Run until a stop; anything else that ends the run fails the test. */
static inline void run(void)
{
    rl_exc *exc = rl_loop_run_forever(world.loop);
    if (exc != NULL)
        ck_abort_msg("the run was left by %s: %s", rl_exc_class(exc), rl_exc_message(exc));
}

/* Run until nothing is left to wait for. */
static inline void run_until_idle(void)
{
    rl_exc *exc = rl_loop_run_forever(world.loop);
    ck_assert_ptr_nonnull(exc);
    ck_assert_int_eq(rl_exc_err(exc), -EDEADLK);
    rl_exc_unref(exc);
}

/* One pass. */
static inline rl_exc *pass(void)
{
    rl_loop_stop(world.loop);
    return rl_loop_run_forever(world.loop);
}

static inline int run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
