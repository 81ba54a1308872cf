/*
 * routines.h - coroutines and tasks for the unit tests: a body is a function
 * that is called at the beginning (state 0) and after each wait, as steps.h has
 * it; what it raises and returns the test reads from its task.
 */
#ifndef TESTS_ROUTINES_H
#define TESTS_ROUTINES_H

#include "../exc.h"
#include "../steps.h"
#include "world.h"

typedef struct routine {
    steps frame;
    void (*body)(steps *self, rl_exc *raised);
    const char *name; /* for the trace */
    void *arg;        /* borrowed */
} routine;

static inline routine *routine_of(steps *self)
{
    return (routine *)self;
}

static inline void routine_run(steps *self, rl_exc *raised)
{
    routine_of(self)->body(self, raised);
}

static inline void routine_drop(steps *self)
{
    (void)self;
}

static inline rl_err try_routine(void (*body)(steps *, rl_exc *), const char *name, void *arg,
                                 rl_coro **out)
{
    static const steps_type type = {
        {sizeof(routine), steps_run, steps_fini, "routine"}, routine_run, routine_drop};
    routine *made;
    rl_err err = coro_new(&type.coro, &made);
    if (err != RL_OK)
        return err;
    made->body = body;
    made->name = name;
    made->arg = arg;
    *out = &made->frame.coro.base;
    return RL_OK;
}

static inline rl_coro *routine_new(void (*body)(steps *, rl_exc *), const char *name, void *arg)
{
    rl_coro *coro = NULL;
    ASSERT_OK(try_routine(body, name, arg, &coro));
    return coro;
}

static inline rl_future *spawn_with(const rl_task_options *options,
                                    void (*body)(steps *, rl_exc *), const char *name, void *arg)
{
    rl_future *task = NULL;
    rl_exc *exc = rl_task_new(world.loop, routine_new(body, name, arg), options, &task);
    ck_assert_ptr_null(exc);
    return task;
}

static inline rl_future *spawn(void (*body)(steps *, rl_exc *), const char *name, void *arg)
{
    return spawn_with(NULL, body, name, arg);
}

static inline rl_future *spawn_coro(rl_coro *coro)
{
    rl_future *task = NULL;
    ck_assert_ptr_null(rl_task_new(world.loop, coro, NULL, &task));
    return task;
}

static inline rl_future *future_new(void)
{
    rl_future *future = NULL;
    ASSERT_OK(rl_future_new(world.loop, &future));
    return future;
}

static inline rl_value text_value(const char *text)
{
    return (rl_value){(void *)text, NULL};
}

static inline rl_exc *value_error(void)
{
    return rl_exc_new(RL_EXC_EXCEPTION, "ValueError", "text", value_none());
}

static inline void passes(int count)
{
    while (count-- > 0)
        ck_assert_ptr_null(pass());
}

/* "pending", "cancelled", "CLASS: message" or "= result" of plain text. */
static inline const char *outcome_of(rl_future *future)
{
    static char text[300];
    rl_value value = value_none();
    if (!rl_future_done(future))
        return "pending";
    if (rl_future_cancelled(future))
        return "cancelled";
    rl_exc *exc = rl_future_result(future, &value);
    if (exc != NULL)
        snprintf(text, sizeof text, "%s: %s", rl_exc_class(exc), rl_exc_message(exc));
    else if (value.type == &rl_number_type)
        snprintf(text, sizeof text, "= %d", (int)(intptr_t)value.ptr);
    else
        snprintf(text, sizeof text, "= %s", value.ptr == NULL ? "None" : (const char *)value.ptr);
    rl_exc_unref(exc);
    return text;
}

static inline void expect_outcome(rl_future *future, const char *expected)
{
    ck_assert_str_eq(outcome_of(future), expected);
}

/* The same, and the future is let go of. */
static inline void end_with(rl_future *future, const char *expected)
{
    expect_outcome(future, expected);
    rl_future_unref(future);
}

static inline void expect_error(rl_exc *exc, rl_err err)
{
    ck_assert_ptr_nonnull(exc);
    ck_assert_int_eq(rl_exc_err(exc), err);
    rl_exc_unref(exc);
}

static inline bool cancel_it(rl_future *future)
{
    return rl_future_cancel(future, value_none());
}

/* "name:label", or "name:label!Class". */
static inline void tell(steps *self, const char *label, const rl_exc *exc)
{
    char text[120];
    snprintf(text, sizeof text, "%s:%s%s%s", routine_of(self)->name, label,
             exc == NULL ? "" : "!", exc == NULL ? "" : rl_exc_class(exc));
    trace(text);
}

/* ---- Bodies ---------------------------------------------------------------- */

/* Waits for the future `arg`; returns or raises what that gives. */
static inline void await_arg(steps *self, rl_exc *raised)
{
    if (self->coro.state == 0) {
        tell(self, "begins", NULL);
        steps_await(self, routine_of(self)->arg, 1);
        return;
    }
    tell(self, "resumes", raised);
    rl_value value = self->value;
    self->value = value_none();
    steps_end(self, raised, value);
}

/* The same, but answers an exception with a text. */
static inline void stubborn(steps *self, rl_exc *raised)
{
    if (self->coro.state == 0) {
        steps_await(self, routine_of(self)->arg, 1);
        return;
    }
    tell(self, "resumes", raised);
    rl_exc_unref(raised);
    steps_return(self, text_value("swallowed"));
}

static inline void return_arg(steps *self, rl_exc *raised)
{
    (void)raised;
    tell(self, "runs", NULL);
    steps_return(self, text_value(routine_of(self)->arg));
}

static inline void raise_value_error(steps *self, rl_exc *raised)
{
    (void)raised;
    tell(self, "raises", NULL);
    steps_raise(self, value_error());
}

/* ---- Reports ---------------------------------------------------------------- */

static char reports[1000];

static inline rl_exc *note_report(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)arg;
    size_t len = strlen(reports);
    snprintf(reports + len, sizeof reports - len, "[%s%s%s%s%s]", context->message,
             context->exception == NULL ? "" : " ",
             context->exception == NULL ? "" : rl_exc_class(context->exception),
             context->future == NULL ? "" : " future", context->task == NULL ? "" : " task");
    return NULL;
}

static inline void routines_up(void)
{
    world_up();
    reports[0] = '\0';
    rl_loop_set_exception_handler(world.loop, note_report, NULL);
}

/* Nothing was reported that the test has not looked at. */
static inline void routines_down(void)
{
    ck_assert_str_eq(reports, "");
    world_down();
}

static inline void expect_reports(const char *expected)
{
    ck_assert_str_eq(reports, expected);
    reports[0] = '\0';
}

#endif
