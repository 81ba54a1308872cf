/*
 * pipe.c - see pipe.h.
 *
 * While the driver runs its loop it speaks first (a callback), and is answered when that
 * has ended; at all other times it only answers.
 */
#include "pipe.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../adapters/adapter.h"
#include "pipe_talk.h"

typedef struct pipe_loop {
    rl_adapter_loop kit; /* first */
    json_int_t number;
    bool leaving; /* an exception leaves the run */
} pipe_loop;

static const char *command;
static char driver_name[64];

/* Handles by their numbers; those that have run or were dropped are NULL. */
static rl_adapter_handle **handles;
static size_t handle_count;
static json_int_t loop_count;
static const char *queue_op; /* what the handle that is being made was made by */

static pipe_loop *of(rl_loop *loop)
{
    return (pipe_loop *)loop;
}

/* The error code that an answer stands for; it is taken. */
static rl_err code_of(json_t *answer)
{
    const char *error = json_string_value(json_object_get(answer, "error"));
    rl_err err = RL_OK;
    if (error != NULL && strcmp(error, "closed") == 0)
        err = RL_ERR_LOOP_CLOSED;
    else if (error != NULL && strcmp(error, "unsupported") == 0)
        err = RL_ERR_UNSUPPORTED;
    else if (error != NULL)
        pipe_broken("an error that is neither closed nor unsupported: %s", error);
    else if (!json_is_true(json_object_get(answer, "ok")))
        pipe_broken("an answer that has neither ok nor error");
    json_decref(answer);
    return err;
}

static json_int_t number_of(rl_loop *loop)
{
    return of(loop)->number;
}

static rl_err tell(rl_loop *loop, const char *op)
{
    return code_of(pipe_ask(json_pack("{s:s, s:I}", "op", op, "loop", number_of(loop))));
}

/* ---- Callbacks: to the kit all of them are timers, which the driver has ---- */

static json_int_t number_handle(rl_adapter_handle *handle)
{
    handles = realloc(handles, (handle_count + 1) * sizeof *handles);
    if (handles == NULL)
        abort();
    handles[handle_count] = handle;
    handle->native = (void *)(uintptr_t)(handle_count + 1);
    return (json_int_t)handle_count++;
}

static rl_err start(rl_adapter_handle *handle)
{
    json_t *request = json_pack("{s:s, s:I, s:I}", "op", queue_op, "loop",
                                number_of(handle->base.loop), "id", number_handle(handle));
    if (strcmp(queue_op, "call_at") == 0)
        json_object_set_new(request, "when",
                            isfinite(handle->when_s) ? json_real(handle->when_s) : json_null());
    rl_err err = code_of(pipe_ask(request));
    if (err != RL_OK)
        handles[handle_count - 1] = NULL;
    return err;
}

/* It is about to run (then it has no number any more), or it is cancelled. */
static void forget(rl_adapter_handle *handle)
{
    size_t id = (uintptr_t)handle->native - 1;
    if (handles[id] != handle)
        return;
    handles[id] = NULL;
    code_of(pipe_ask(json_pack("{s:s, s:I, s:I}", "op", "cancel", "loop",
                               number_of(handle->base.loop), "id", (json_int_t)id)));
}

static rl_err call_soon(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                        rl_handle **out)
{
    queue_op = "call_soon";
    return rl_adapter_call_at(loop, NAN, call, arg, context, out);
}

static rl_err call_at(rl_loop *loop, double when_s, const rl_call *call, void *arg,
                      rl_context *context, rl_handle **out)
{
    queue_op = "call_at";
    return rl_adapter_call_at(loop, when_s, call, arg, context, out);
}

/* ---- The loop ---- */

static void queued(rl_loop *loop)
{
    (void)loop; /* the driver has the queue */
}

static void leave(rl_loop *loop)
{
    of(loop)->leaving = true;
}

static void run_callback(rl_loop *loop, const json_t *id)
{
    json_int_t number = json_integer_value(id);
    rl_adapter_handle *handle = NULL;
    if (!json_is_integer(id) || number < 0 || (size_t)number >= handle_count)
        pipe_broken("a callback whose number nobody gave out");
    else
        handle = handles[number];
    if (handle == NULL || handle->base.loop != loop)
        pipe_broken("callback %lld, which has run, was cancelled, or is another loop's",
                    (long long)number);
    handles[number] = NULL;
    rl_adapter_fire(handle);
    pipe_say(json_pack("{s:b, s:b}", "return", 1, "leave", of(loop)->leaving));
}

static rl_err run(rl_loop *loop)
{
    of(loop)->leaving = false;
    pipe_say(json_pack("{s:s, s:I}", "op", "run", "loop", number_of(loop)));
    json_t *message;
    while ((message = pipe_hear()) != NULL && json_object_get(message, "callback") != NULL) {
        run_callback(loop, json_object_get(message, "callback"));
        json_decref(message);
    }
    code_of(message);
    return RL_OK;
}

static void close_native(rl_loop *loop)
{
    tell(loop, "close");
}

static const rl_adapter_native native = {
    .queued = queued,
    .leave = leave,
    .run = run,
    .start_timer = start,
    .stop_timer = forget,
    .close = close_native,
};

static rl_err new_loop(rl_loop **out)
{
    pipe_loop *self = rl_adapter_new(sizeof *self, &native);
    if (self == NULL)
        return RL_ERR_NO_MEMORY;
    self->number = ++loop_count;
    *out = &self->kit.base;
    rl_err err = tell(*out, "new_loop");
    if (err != RL_OK)
        rl_adapter_free(*out);
    return err;
}

static double time_s(rl_loop *loop)
{
    json_t *answer =
        pipe_ask(json_pack("{s:s, s:I}", "op", "time", "loop", number_of(loop)));
    const json_t *value = json_object_get(answer, "value");
    double seconds = json_number_value(value);
    if (!json_is_number(value))
        pipe_broken("an answer to time that has no number under value");
    json_decref(answer);
    return seconds;
}

static void stop(rl_loop *loop)
{
    tell(loop, "stop");
}

static const rl_loop_ops pipe_ops = {
    .version = RL_LOOP_OPS_VERSION,
    .size = sizeof(rl_loop_ops),
    .name = driver_name,
    .new_loop = new_loop,
    .free_loop = rl_adapter_free,
    .time = time_s,
    .is_running = rl_adapter_is_running,
    .is_closed = rl_adapter_is_closed,
    .call_soon = call_soon,
    .call_at = call_at,
    .handle_ref = rl_adapter_handle_ref,
    .handle_unref = rl_adapter_handle_unref,
    .handle_cancel = rl_adapter_handle_cancel,
    .handle_cancelled = rl_adapter_handle_cancelled,
    .run_forever = rl_adapter_run_forever,
    .stop = stop,
    .close = rl_adapter_close,
    .handle_when = rl_adapter_handle_when,
    .set_exception_handler = rl_adapter_set_exception_handler,
    .call_exception_handler = rl_adapter_call_exception_handler,
    .default_exception_handler = exception_handler_default,
    .handle_get_context = rl_adapter_handle_get_context,
    .census = rl_adapter_census,
};

/* ---- Meeting the driver ---- */

static void greet(void)
{
    json_t *answer = pipe_ask(json_pack("{s:i}", "hello", PIPE_PROTOCOL));
    const json_t *version = json_object_get(answer, "hello");
    const char *name = json_string_value(json_object_get(answer, "name"));
    if (answer != NULL && !json_is_integer(version))
        pipe_broken("the first answer has no number under hello");
    else if (answer != NULL && json_integer_value(version) != PIPE_PROTOCOL)
        pipe_broken("the driver speaks version %lld of the protocol, this command version %d",
               (long long)json_integer_value(version), PIPE_PROTOCOL);
    snprintf(driver_name, sizeof driver_name, "%s", name != NULL ? name : "pipe");
    json_decref(answer);
}

/* A driver that says yes to everything would seem to pass what it never did. */
static void probe_honesty(void)
{
    json_t *answer = pipe_ask(json_pack("{s:s, s:i}", "op", "aiospec_made_this_up", "loop", 0));
    const char *error = json_string_value(json_object_get(answer, "error"));
    if (answer != NULL && (error == NULL || strcmp(error, "unsupported") != 0))
        pipe_broken("a made-up operation was not answered by the error unsupported");
    json_decref(answer);
}

const rl_loop_ops *pipe_find(const char *wanted, char *error, size_t size)
{
    command = wanted;
    if (!pipe_open(wanted)) {
        snprintf(error, size, "%s: %s", wanted, strerror(errno));
        return NULL;
    }
    pipe_complain_to(error, size);
    greet();
    if (*error == '\0')
        probe_honesty();
    if (*error == '\0')
        pipe_say(json_pack("{s:b}", "bye", 1));
    pipe_close();
    pipe_complain_to(NULL, 0);
    return *error == '\0' ? &pipe_ops : NULL;
}

void pipe_start(void)
{
    if (command == NULL)
        return;
    if (!pipe_open(command))
        pipe_broken("%s: %s", command, strerror(errno));
    greet();
}
