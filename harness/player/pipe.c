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
    rl_adapter_loop kit;
    json_int_t number;
} pipe_loop;

static const char *command;
static char driver_name[64];

/* Handles by their numbers; those that have run or were dropped are NULL. */
static rl_adapter_handle **handles;
static size_t handle_count;
static json_int_t loop_count;

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
    return ((pipe_loop *)loop)->number;
}

static rl_err tell(rl_loop *loop, const char *op)
{
    return code_of(pipe_ask(json_pack("{s:s, s:I}", "op", op, "loop", number_of(loop))));
}

/* ---- Handles ---- */

static json_int_t number_handle(rl_adapter_handle *handle)
{
    handles = realloc(handles, (handle_count + 1) * sizeof *handles);
    if (handles == NULL)
        abort();
    handles[handle_count] = handle;
    handle->native = (void *)(uintptr_t)(handle_count + 1);
    return (json_int_t)handle_count++;
}

static json_int_t id_of(const rl_adapter_handle *handle)
{
    return (json_int_t)((uintptr_t)handle->native - 1);
}

static void forget(rl_adapter_handle *handle)
{
    handles[id_of(handle)] = NULL;
    handle->on_cancel = NULL;
}

static void on_cancel(rl_adapter_handle *handle)
{
    rl_loop *loop = handle->base.loop;
    json_int_t id = id_of(handle);
    forget(handle);
    code_of(pipe_ask(json_pack("{s:s, s:I, s:I}", "op", "cancel", "loop", number_of(loop), "id", id)));
    rl_adapter_drop(handle);
}

static rl_err queue(rl_loop *loop, const char *op, const rl_call *call, void *arg,
                    rl_context *context, double when_s, rl_handle **out)
{
    rl_adapter_handle *handle;
    rl_err err = rl_adapter_handle_new(loop, call, arg, context, when_s, out, &handle);
    if (err != RL_OK)
        return err;
    json_t *request = json_pack("{s:s, s:I, s:I}", "op", op, "loop", number_of(loop), "id",
                                number_handle(handle));
    if (!isnan(when_s) || strcmp(op, "call_at") == 0)
        json_object_set_new(request, "when", isfinite(when_s) ? json_real(when_s) : json_null());
    err = code_of(pipe_ask(request));
    if (err == RL_OK) {
        handle->on_cancel = on_cancel;
        return RL_OK;
    }
    forget(handle);
    handle->has_arg = false; /* it stays the caller's */
    if (out != NULL)
        rl_adapter_handle_unref(*out);
    rl_adapter_drop(handle);
    return err;
}

static rl_err call_soon(rl_loop *loop, const rl_call *call, void *arg, rl_context *context,
                        rl_handle **out)
{
    return queue(loop, "call_soon", call, arg, context, NAN, out);
}

static rl_err call_at(rl_loop *loop, double when_s, const rl_call *call, void *arg,
                      rl_context *context, rl_handle **out)
{
    return queue(loop, "call_at", call, arg, context, when_s, out);
}

/* ---- The loop ---- */

static rl_err new_loop(rl_loop **out)
{
    pipe_loop *self = calloc(1, sizeof *self);
    if (self == NULL)
        return RL_ERR_NO_MEMORY;
    self->number = ++loop_count;
    *out = &self->kit.base;
    return tell(*out, "new_loop");
}

static void free_loop(rl_loop *loop)
{
    free(loop);
}

static double time_s(rl_loop *loop)
{
    json_t *answer = pipe_ask(json_pack("{s:s, s:I}", "op", "time", "loop", number_of(loop)));
    const json_t *value = json_object_get(answer, "value");
    double seconds = json_number_value(value);
    if (!json_is_number(value))
        pipe_broken("an answer to time that has no number under value");
    json_decref(answer);
    return seconds;
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
        pipe_broken("callback %lld, which has run, was cancelled, or is another loop's", (long long)number);
    forget(handle);
    bool go_on = rl_adapter_run(handle);
    pipe_say(json_pack("{s:b, s:b}", "return", 1, "leave", !go_on));
}

static rl_exc *run_forever(rl_loop *loop)
{
    rl_exc *refused = rl_adapter_begin(loop);
    if (refused != NULL)
        return refused;
    pipe_say(json_pack("{s:s, s:I}", "op", "run", "loop", number_of(loop)));
    json_t *message;
    while ((message = pipe_hear()) != NULL && json_object_get(message, "callback") != NULL) {
        run_callback(loop, json_object_get(message, "callback"));
        json_decref(message);
    }
    code_of(message);
    return rl_adapter_end(loop);
}

static void stop(rl_loop *loop)
{
    tell(loop, "stop");
}

static rl_err close_loop(rl_loop *loop)
{
    bool go_on;
    rl_err err = rl_adapter_close(loop, &go_on);
    if (!go_on)
        return err;
    err = tell(loop, "close");
    for (size_t i = 0; i < handle_count; i++) {
        rl_adapter_handle *handle = handles[i];
        if (handle != NULL && handle->base.loop == loop) {
            forget(handle);
            rl_adapter_drop(handle);
        }
    }
    return err;
}

static rl_loop_ops pipe_ops = {
    RL_ADAPTER_OPS(driver_name),
    .new_loop = new_loop,
    .free_loop = free_loop,
    .time = time_s,
    .call_soon = call_soon,
    .call_at = call_at,
    .run_forever = run_forever,
    .stop = stop,
    .close = close_loop,
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
