/* exception_handler.c: EXC-1 .. EXC-10, EXC-20. */
#include "world.h"

static char logged[1024];
static char logged_class[40];

static void on_log(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)arg;
    ck_assert_int_eq(level, RL_LOG_ERROR);
    ck_assert_str_eq(logged, "");
    strcpy(logged, text);
    strcpy(logged_class, exc == NULL ? "" : rl_exc_class(exc));
}

static void up(void)
{
    world_up();
    logged[0] = '\0';
    rl_set_log(on_log, NULL);
}

static void down(void)
{
    world_down();
    rl_set_log(NULL, NULL);
}

static rl_exc *raise_kind(void *arg)
{
    return rl_exc_new(*(rl_exc_kind *)arg, "Raised", "text", (rl_value){NULL, NULL});
}
static const rl_call raise_call = {raise_kind, NULL};

static rl_exc_kind kinds[] = {RL_EXC_EXCEPTION, RL_EXC_BASE_EXCEPTION, RL_EXC_GENERATOR_EXIT,
                              RL_EXC_CANCELLED, RL_EXC_STOP_ITERATION};

START_TEST(the_default_handler_logs_and_the_batch_goes_on)
{
    soon_call(&raise_call, &kinds[_i]);
    soon("next");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "next ");
    ck_assert_str_eq(logged, "Exception in callback\nhandle: <Handle>");
    ck_assert_str_eq(logged_class, "Raised");
}
END_TEST

START_TEST(the_other_keys_are_sorted_by_name)
{
    rl_handle *timer = at(2000.5, "t");
    rl_exc_context_item extra[] = {{"zebra", "'z'"}, {"aardvark", "[1]"}, {"gnu", "None"}};
    rl_exc_context context = {
        .message = "the message", .handle = timer, .extra = extra, .extra_count = 3};
    ck_assert_ptr_null(rl_loop_call_exception_handler(world.loop, &context));
    ck_assert_str_eq(logged, "the message\naardvark: [1]\ngnu: None\n"
                             "handle: <TimerHandle when=2000.5>\nzebra: 'z'");
    ck_assert_str_eq(logged_class, "");
    rl_handle_unref(timer);
}
END_TEST

START_TEST(without_message_it_has_one)
{
    rl_exc_context context = {0};
    ck_assert_ptr_null(rl_loop_default_exception_handler(world.loop, &context));
    ck_assert_str_eq(logged, "Unhandled exception in event loop");
}
END_TEST

START_TEST(without_memory_the_message_alone)
{
    rl_exc_context_item extra = {"key", "value"};
    rl_exc_context context = {.message = "the message", .extra = &extra, .extra_count = 1};
    for (size_t n = 1; n <= 4; n++) {
        logged[0] = '\0';
        mem_fail_nth(n);
        ck_assert_ptr_null(rl_loop_default_exception_handler(world.loop, &context));
        ck_assert(strncmp(logged, "the message", 11) == 0);
    }
    mem_fail_nth(0);
}
END_TEST

static rl_exc_kind raised_by_handler;

static rl_exc *handler(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    ck_assert_ptr_eq(loop, world.loop);
    ck_assert_str_eq(arg, "arg");
    trace(context->message);
    trace(context->exception == NULL ? "-" : rl_exc_class(context->exception));
    if (raised_by_handler == RL_EXC_EXCEPTION)
        return NULL;
    return rl_exc_new(raised_by_handler, "FromHandler", NULL, (rl_value){NULL, NULL});
}

static void set_handler(rl_exc_kind raises)
{
    raised_by_handler = raises;
    rl_loop_set_exception_handler(world.loop, handler, (void *)"arg");
}

START_TEST(a_handler_replaces_the_default_until_null)
{
    set_handler(RL_EXC_EXCEPTION);
    soon_call(&raise_call, &kinds[0]);
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "Exception in callback Raised ");
    ck_assert_str_eq(logged, "");
    rl_loop_set_exception_handler(world.loop, NULL, NULL);
    soon_call(&raise_call, &kinds[0]);
    ck_assert_ptr_null(pass());
    ck_assert_str_ne(logged, "");
}
END_TEST

START_TEST(a_failing_handler_is_reported_by_the_default)
{
    set_handler(RL_EXC_CANCELLED);
    rl_exc *exc = rl_exc_from_err(RL_ERR_INVALID_STATE);
    rl_exc_context context = {.message = "told", .exception = exc};
    ck_assert_ptr_null(rl_loop_call_exception_handler(world.loop, &context));
    ck_assert_str_eq(logged, "Unhandled error in exception handler\n"
                             "context: {'message': 'told', 'exception': InvalidStateError()}");
    ck_assert_str_eq(logged_class, "FromHandler");
}
END_TEST

static const rl_exc_kind fatal[] = {RL_EXC_SYSTEM_EXIT, RL_EXC_KEYBOARD_INTERRUPT};

START_TEST(exits_of_the_handler_leave_the_run)
{
    set_handler(fatal[_i]);
    soon_call(&raise_call, &kinds[0]);
    soon("rest");
    rl_exc *exc = rl_loop_run_forever(world.loop);
    ck_assert_int_eq(rl_exc_get_kind(exc), fatal[_i]);
    rl_exc_unref(exc);
    ck_assert_str_eq(take_trace(), "Exception in callback Raised ");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "rest ");
}
END_TEST

static rl_contextvar *var;

static rl_exc *set_and_raise(void *arg)
{
    ASSERT_OK(rl_contextvar_set(var, (rl_value){arg, NULL}, NULL));
    return raise_kind(&kinds[0]);
}

static rl_exc *look(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)arg;
    rl_value value;
    trace(rl_contextvar_get(var, &value) == RL_OK ? value.ptr : "none");
    if (context->handle != NULL) {
        rl_context *object;
        ASSERT_OK(rl_handle_get_context(context->handle, &object));
        ck_assert_int_eq(rl_context_enter(object), RL_ERR_CONTEXT_ENTERED);
        rl_context_unref(object);
    }
    return NULL;
}

static rl_exc *look_only(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)context;
    (void)arg;
    rl_value value;
    trace(rl_contextvar_get(var, &value) == RL_OK ? value.ptr : "none");
    return NULL;
}

/* EXC-10 */
START_TEST(the_handler_runs_in_the_handles_context)
{
    static const rl_call call = {set_and_raise, NULL};
    ASSERT_OK(rl_contextvar_new("var", false, (rl_value){NULL, NULL}, &var));
    rl_loop_set_exception_handler(world.loop, look, NULL);
    soon_call(&call, "inside");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "inside ");
    rl_exc_context context = {.message = "outside"};
    ck_assert_ptr_null(rl_loop_call_exception_handler(world.loop, &context));
    ck_assert_str_eq(take_trace(), "none ");

    rl_context *given;
    rl_future *future;
    rl_handle *timer;
    ASSERT_OK(rl_context_new(&given));
    ASSERT_OK(rl_context_enter(given));
    ASSERT_OK(rl_contextvar_set(var, (rl_value){"given", NULL}, NULL));
    ASSERT_OK(rl_context_exit(given));
    ASSERT_OK(rl_loop_call_at(world.loop, 2000, &say_call, NULL, given, &timer));
    ASSERT_OK(rl_future_new(world.loop, &future));
    context.handle = timer;
    ck_assert_ptr_null(rl_loop_call_exception_handler(world.loop, &context));
    ck_assert_str_eq(take_trace(), "given ");
    /* A future comes before the handle, and has no context. */
    context.future = future;
    rl_loop_set_exception_handler(world.loop, look_only, NULL);
    ck_assert_ptr_null(rl_loop_call_exception_handler(world.loop, &context));
    ck_assert_str_eq(take_trace(), "none ");
    rl_handle_cancel(timer);
    rl_handle_unref(timer);
    rl_future_unref(future);
    rl_context_unref(given);
    rl_contextvar_unref(var);
}
END_TEST

static rl_handle *running;

static rl_exc *report_itself(void *arg)
{
    (void)arg;
    rl_exc_context context = {.message = "itself", .handle = running};
    ck_assert_ptr_null(rl_loop_call_exception_handler(world.loop, &context));
    return NULL;
}

/* CPython: the handler cannot enter a context that is being run. */
START_TEST(reporting_the_running_handle_fails_the_handler)
{
    static const rl_call call = {report_itself, NULL};
    set_handler(RL_EXC_EXCEPTION);
    ASSERT_OK(rl_loop_call_soon(world.loop, &call, NULL, NULL, &running));
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "");
    ck_assert(strstr(logged, "Unhandled error in exception handler") == logged);
    ck_assert_str_eq(logged_class, "RuntimeError");
    rl_handle_unref(running);
}
END_TEST

/* CTX-3 in _run: the context given is being run already. */
static rl_exc *run_once_more(void *context)
{
    ASSERT_OK(rl_loop_call_soon(world.loop, &say_call, (void *)"never", context, NULL));
    return NULL;
}

START_TEST(a_context_that_is_entered_is_a_callback_error)
{
    static const rl_call call = {run_once_more, NULL};
    rl_context *context;
    ASSERT_OK(rl_context_new(&context));
    ASSERT_OK(rl_loop_call_soon(world.loop, &call, context, context, NULL));
    ck_assert_ptr_null(pass());
    ASSERT_OK(rl_context_enter(context));
    ck_assert_ptr_null(pass());
    ASSERT_OK(rl_context_exit(context));
    ck_assert_str_eq(take_trace(), "");
    ck_assert_str_eq(logged_class, "RuntimeError");
    ck_assert_int_eq(world.dropped, 1);
    rl_context_unref(context);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("exception_handler");
    TCase *tc = tcase_create("EXC");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_loop_test(tc, the_default_handler_logs_and_the_batch_goes_on, 0,
                        (int)(sizeof kinds / sizeof kinds[0]));
    tcase_add_test(tc, the_other_keys_are_sorted_by_name);
    tcase_add_test(tc, without_message_it_has_one);
    tcase_add_test(tc, without_memory_the_message_alone);
    tcase_add_test(tc, a_handler_replaces_the_default_until_null);
    tcase_add_test(tc, a_failing_handler_is_reported_by_the_default);
    tcase_add_loop_test(tc, exits_of_the_handler_leave_the_run, 0, 2);
    tcase_add_test(tc, the_handler_runs_in_the_handles_context);
    tcase_add_test(tc, reporting_the_running_handle_fails_the_handler);
    tcase_add_test(tc, a_context_that_is_entered_is_a_callback_error);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
