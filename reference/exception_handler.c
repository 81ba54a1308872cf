/*
 * exception_handler.c - reporting what nobody caught.
 *
 * CPython: BaseEventLoop.call_exception_handler, default_exception_handler.
 *
 * A report never stops the loop (EXC-20), but for SystemExit and
 * KeyboardInterrupt out of the handler, which are returned (EXC-8).
 */
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "loop.h"
#include "reftask.h"

static rl_exc *call_in_context(reference_loop *loop, const rl_exc_context *context);
static void add_keys(log_text *text, const rl_exc_context *context);
static void add_dict(log_text *text, const rl_exc_context *context);

rl_exc *exception_handler_call(reference_loop *loop, const rl_exc_context *context)
{
    if (loop->exception_handler == NULL)
        return exception_handler_default(&loop->home.base, context);
    rl_exc *exc = call_in_context(loop, context);
    if (exc == NULL || rl_exc_is_fatal(exc))
        return exc;
    exception_handler_failed(&loop->home.base, context, exc);
    rl_exc_unref(exc);
    return NULL;
}

/* EXC-5.  The message, then the other keys sorted by name. */
rl_exc *exception_handler_default(rl_loop *base, const rl_exc_context *context)
{
    (void)base;
    bool has_message = context->message != NULL && *context->message != '\0';
    const char *message = has_message ? context->message : "Unhandled exception in event loop";
    log_text text;

    log_text_init(&text);
    log_text_add(&text, message);
    add_keys(&text, context);
    /* Where there was no memory for any text, the message alone. */
    log_write(RL_LOG_ERROR, text.len > 0 ? text.at : message, context->exception);
    log_text_fini(&text);
    return NULL;
}

/* The context of the task named.  NULL: it is no task. */
static rl_context *context_of_task(rl_future *future)
{
    rl_task *task = future == NULL ? NULL : rl_future_task(future);
    return task == NULL ? NULL : rl_task_get_context(task);
}

static rl_exc *call_in_task_context(reference_loop *loop, const rl_exc_context *context,
                                    rl_context *task_context)
{
    rl_err err = rl_context_enter(task_context);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_exc *exc = loop->exception_handler(&loop->home.base, context, loop->exception_handler_arg);
    rl_context_exit(task_context);
    return exc;
}

/* EXC-10: the handler runs in the context of the task or future named, else of
 * the handle.  CPython: a plain future has no context, and then the handle is
 * not looked at either. */
static rl_exc *call_in_context(reference_loop *loop, const rl_exc_context *context)
{
    rl_exception_handler fn = loop->exception_handler;
    void *arg = loop->exception_handler_arg;
    rl_loop *base = &loop->home.base;
    rl_future *named = context->task != NULL ? context->task : context->future;
    handle *thing = named == NULL ? (handle *)context->handle : NULL;
    rl_context *of_task = context_of_task(named);

    if (of_task != NULL)
        return call_in_task_context(loop, context, of_task);
    if (thing == NULL || thing->base.loop->ops != base->ops)
        return fn(base, context, arg);
    context_scope scope;
    rl_err err = handle_enter_context(thing, &scope);
    if (err != RL_OK)
        return rl_exc_from_err(err);
    rl_exc *exc = fn(base, context, arg);
    handle_leave_context(thing, &scope);
    return exc;
}

/* EXC-7. */
void exception_handler_failed(rl_loop *base, const rl_exc_context *context, rl_exc *exc)
{
    log_text told;
    log_text_init(&told);
    add_dict(&told, context);
    rl_exc_context_item key = {"context", told.at};
    rl_exc_context report = {
        .message = "Unhandled error in exception handler",
        .exception = exc,
        .extra = &key,
        .extra_count = 1,
        .payload = context->payload,
    };
    exception_handler_default(base, &report);
    log_text_fini(&told);
}

/* ---- Texts ---------------------------------------------------------------- */

void exception_handler_handle_repr(const rl_handle *base, char *text, size_t size)
{
    double when_s = rl_handle_when(base);
    const char *cancelled = rl_handle_cancelled(base) ? " cancelled" : "";
    if (when_s == when_s)
        snprintf(text, size, "<TimerHandle%s when=%.17g>", cancelled, when_s);
    else
        snprintf(text, size, "<Handle%s>", cancelled);
}

void exception_handler_future_repr(rl_future *future, char *text, size_t size)
{
    rl_task *task = rl_future_task(future);
    if (task == NULL)
        snprintf(text, size, "<Future>");
    else
        snprintf(text, size, "<Task name='%s'>", rl_task_get_name(task));
}

static void add_item(log_text *text, const char *key, const char *repr)
{
    log_text_add(text, "\n");
    log_text_add(text, key);
    log_text_add(text, ": ");
    log_text_add(text, repr);
}

/* The smallest key greater than `after` (NULL: the smallest of all), with its
 * repr.  Reports have a handful of keys: no sorting needs to be set up. */
static const char *next_key(const rl_exc_context *context, const char *after, const char **repr,
                            char *buffer, size_t size)
{
    const char *best = NULL;
    for (size_t i = 0; i < context->extra_count; i++) {
        const char *key = context->extra[i].key;
        if ((after == NULL || strcmp(key, after) > 0) && (best == NULL || strcmp(key, best) < 0)) {
            best = key;
            *repr = context->extra[i].repr;
        }
    }
    const char *own[3] = {context->future == NULL ? NULL : "future",
                          context->handle == NULL ? NULL : "handle",
                          context->task == NULL ? NULL : "task"};
    for (int i = 0; i < 3; i++) {
        if (own[i] == NULL || (after != NULL && strcmp(own[i], after) <= 0) ||
            (best != NULL && strcmp(own[i], best) >= 0))
            continue;
        best = own[i];
        *repr = buffer;
        if (i == 1)
            exception_handler_handle_repr(context->handle, buffer, size);
        else
            exception_handler_future_repr(i == 0 ? context->future : context->task, buffer, size);
    }
    return best;
}

static void add_keys(log_text *text, const rl_exc_context *context)
{
    char buffer[80];
    const char *repr = "";
    const char *key = NULL;
    while ((key = next_key(context, key, &repr, buffer, sizeof buffer)) != NULL)
        add_item(text, key, repr);
}

static void add_dict_item(log_text *text, const char *key, const char *open, const char *repr,
                          const char *close)
{
    log_text_add(text, text->len == 1 ? "'" : ", '");
    log_text_add(text, key);
    log_text_add(text, "': ");
    log_text_add(text, open);
    log_text_add(text, repr);
    log_text_add(text, close);
}

/* What a report holds, as Python shows a dict. */
static void add_dict(log_text *text, const rl_exc_context *context)
{
    char buffer[80];
    const char *repr = "";
    const char *key = NULL;

    log_text_add(text, "{");
    if (context->message != NULL)
        add_dict_item(text, "message", "'", context->message, "'");
    if (context->exception != NULL)
        add_dict_item(text, "exception", "", rl_exc_class(context->exception), "()");
    while ((key = next_key(context, key, &repr, buffer, sizeof buffer)) != NULL)
        add_dict_item(text, key, "", repr, "");
    log_text_add(text, "}");
}
