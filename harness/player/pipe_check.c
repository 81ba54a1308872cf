/*
 * pipe_check.c - `aiospec check-protocol`: does a driver speak the protocol?
 *
 * It says nothing of what a loop should do, only whether aiospec and the driver can talk:
 * each step is one exchange, and the first that fails ends the check.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pipe.h"
#include "pipe_talk.h"

static char complaint[400];

/* An answer's `ok` member; complains where it has none. */
static bool is_ok(json_t *answer)
{
    bool ok = json_is_true(json_object_get(answer, "ok"));
    if (answer != NULL && !ok)
        pipe_broken("answered %s", json_dumps(answer, JSON_COMPACT));
    json_decref(answer);
    return ok;
}

static bool has_error(json_t *answer, const char *error)
{
    const char *said = json_string_value(json_object_get(answer, "error"));
    bool has = said != NULL && strcmp(said, error) == 0;
    if (answer != NULL && !has)
        pipe_broken("expected the error %s", error);
    json_decref(answer);
    return has;
}

static bool tell(const char *op)
{
    return is_ok(pipe_ask(json_pack("{s:s, s:i}", "op", op, "loop", 1)));
}

static bool queue(int id)
{
    return is_ok(pipe_ask(json_pack("{s:s, s:i, s:i}", "op", "call_soon", "loop", 1, "id", id)));
}

static double time_s(void)
{
    json_t *answer = pipe_ask(json_pack("{s:s, s:i}", "op", "time", "loop", 1));
    const json_t *value = json_object_get(answer, "value");
    if (answer != NULL && !json_is_number(value))
        pipe_broken("no number under value");
    double seconds = json_number_value(value);
    json_decref(answer);
    return seconds;
}

static bool expect_callback(int id)
{
    json_t *message = pipe_hear();
    const json_t *said = json_object_get(message, "callback");
    bool right = json_is_integer(said) && json_integer_value(said) == id;
    if (message != NULL && !right)
        pipe_broken("expected callback %d, got %s", id, json_dumps(message, JSON_COMPACT));
    json_decref(message);
    return right;
}

static bool end_callback(bool leave)
{
    return pipe_say(json_pack("{s:b, s:b}", "return", 1, "leave", leave));
}

static bool run(void)
{
    return pipe_say(json_pack("{s:s, s:i}", "op", "run", "loop", 1));
}

/* ---- The steps ---- */

static bool hello(void)
{
    json_t *answer = pipe_ask(json_pack("{s:i}", "hello", PIPE_PROTOCOL));
    json_int_t version = json_integer_value(json_object_get(answer, "hello"));
    if (answer != NULL && version != PIPE_PROTOCOL)
        pipe_broken("expected hello %d", PIPE_PROTOCOL);
    json_decref(answer);
    return version == PIPE_PROTOCOL;
}

static bool honest(void)
{
    return has_error(pipe_ask(json_pack("{s:s, s:i}", "op", "aiospec_made_this_up", "loop", 0)),
                     "unsupported");
}

static bool new_loop(void)
{
    return tell("new_loop");
}

static bool clock_goes_on(void)
{
    double first = time_s(), second = time_s();
    if (second < first)
        pipe_broken("time went back from %f to %f", first, second);
    return second >= first;
}

static bool runs_callbacks(void)
{
    return queue(0) && queue(1) && queue(2) &&
           is_ok(pipe_ask(
               json_pack("{s:s, s:i, s:i}", "op", "cancel", "loop", 1, "id", 1))) &&
           run() && expect_callback(0) && queue(3) && end_callback(false) && expect_callback(2) &&
           tell("stop") && end_callback(false) && is_ok(pipe_hear());
}

static bool keeps_what_is_queued(void)
{
    return tell("stop") && run() && expect_callback(3) && end_callback(false) && is_ok(pipe_hear());
}

static bool runs_a_timer(void)
{
    double when_s = time_s() + 0.03;
    bool said = is_ok(pipe_ask(json_pack("{s:s, s:i, s:i, s:f}", "op", "call_at", "loop", 1, "id", 4,
                                         "when", when_s))) &&
                is_ok(pipe_ask(json_pack("{s:s, s:i, s:i, s:n}", "op", "call_at", "loop", 1, "id",
                                         5, "when"))) &&
                run() && expect_callback(4);
    if (!said)
        return false;
    double now_s = time_s();
    if (now_s < when_s - 1e-6)
        pipe_broken("the timer came %f s early", when_s - now_s);
    return tell("stop") && end_callback(false) && is_ok(pipe_hear());
}

static bool leaves_for_an_exception(void)
{
    return queue(6) && run() && expect_callback(6) && end_callback(true) && is_ok(pipe_hear());
}

static bool closes(void)
{
    return tell("close") && has_error(pipe_ask(json_pack("{s:s, s:i, s:i}", "op", "call_soon",
                                                         "loop", 1, "id", 7)),
                                      "closed");
}

static bool says_goodbye(void)
{
    if (!pipe_say(json_pack("{s:b}", "bye", 1)))
        return false;
    if (!pipe_wait_for_end(5000))
        pipe_broken("did not end with status 0 within 5 seconds");
    return *complaint == '\0';
}

int pipe_check(const char *command)
{
    static const struct {
        const char *what;
        bool (*works)(void);
    } steps[] = {
        {"greets, in version 1", hello},
        {"says so where it does not know an operation", honest},
        {"makes a loop", new_loop},
        {"tells the time", clock_goes_on},
        {"runs callbacks in order, not the cancelled one, and stops", runs_callbacks},
        {"keeps what is queued for the next run, and stops after one pass", keeps_what_is_queued},
        {"runs a timer, not early, and none that is never due", runs_a_timer},
        {"ends a run that an exception leaves", leaves_for_an_exception},
        {"closes the loop, and refuses what comes after", closes},
        {"ends when it is told", says_goodbye},
    };
    size_t passed = 0, count = sizeof steps / sizeof *steps;
    if (!pipe_open(command)) {
        perror("aiospec: the driver cannot be started");
        return 3;
    }
    pipe_complain_to(complaint, sizeof complaint);
    for (; passed < count; passed++) {
        bool works = steps[passed].works() && *complaint == '\0';
        printf("%-6s  %s\n", works ? "ok" : "FAILED", steps[passed].what);
        if (!works)
            break;
    }
    if (passed < count) {
        printf("\n  %s\n", *complaint != '\0' ? complaint : "no answer that fits");
        pipe_close();
    }
    printf("\n%zu passed, %d failed\n", passed, passed < count ? 1 : 0);
    return passed < count ? 1 : 0;
}
