/* task.c: TASK-1 .. TASK-37, EAGER-1 .. EAGER-11, EXC-13, STOP-13; on the
 * reference, and where it differs on a loop that cannot reserve calls. */
#include "routines.h"
#include "tiny_loop.h"

static rl_future *fut;

static void up(void)
{
    routines_up();
    fut = future_new();
}

static void down(void)
{
    rl_future_unref(fut);
    routines_down();
}

/* Something to yield that steps.h does not know. */
typedef struct yielder {
    coro_frame coro;
    rl_step step;
} yielder;

static void yielder_run(coro_frame *base, rl_exc *thrown, rl_step *out)
{
    yielder *self = (yielder *)base;
    if (base->state++ == 0) {
        *out = self->step;
        if (out->future != NULL)
            rl_future_ref(out->future);
    } else if (thrown != NULL) {
        trace(rl_exc_message(thrown));
        rl_exc_unref(thrown);
        coro_return(out, text_value("caught"));
    } else {
        coro_return(out, text_value("resumed"));
    }
}

static rl_coro *yielder_new(rl_step step)
{
    static const coro_type type = {sizeof(yielder), yielder_run, NULL, "yielder"};
    yielder *made;
    ASSERT_OK(coro_new(&type, &made));
    made->step = step;
    return &made->coro.base;
}

static size_t task_repr(void *ptr, char *buffer, size_t size)
{
    return (size_t)snprintf(buffer, size, "%s", (const char *)ptr);
}

static const rl_value_type shown = {.repr = task_repr};

/* ---- Steps ---------------------------------------------------------------- */

/* TASK-1, TASK-5 */
START_TEST(the_first_step_is_queued)
{
    soon("before");
    rl_future *task = spawn(return_arg, "a", (void *)"r");
    soon("after");
    ck_assert_str_eq(take_trace(), "");
    ck_assert_ptr_null(pass());
    ck_assert_str_eq(take_trace(), "before a:runs after ");
    end_with(task, "= r");
}
END_TEST

START_TEST(what_it_raises_is_its_exception)
{
    rl_future *task = spawn(raise_value_error, "a", NULL);
    passes(1);
    end_with(task, "ValueError: text");
    task = spawn(raise_value_error, "a", NULL);
    passes(1);
    rl_future_unref(task);
    expect_reports("[Task exception was never retrieved ValueError future]");
}
END_TEST

/* TASK-5, FUT-9, FUT-11 */
START_TEST(waiters_resume_one_hop_later_in_their_order)
{
    rl_future *a = spawn(await_arg, "a", fut);
    rl_future *b = spawn(await_arg, "b", fut);
    passes(1);
    ASSERT_OK(rl_future_add_done_callback(fut, &say_call, (void *)"callback", NULL));
    rl_future *c = spawn(await_arg, "c", a);
    passes(1);
    take_trace();
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    ck_assert_str_eq(take_trace(), "");
    passes(1);
    ck_assert_str_eq(take_trace(), "a:resumes b:resumes callback ");
    expect_outcome(c, "pending");
    passes(1);
    ck_assert_str_eq(take_trace(), "c:resumes ");
    end_with(a, "= r");
    end_with(b, "= r");
    end_with(c, "= r");
}
END_TEST

/* TASK-4 */
START_TEST(a_done_future_does_not_end_the_step)
{
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    rl_future *task = spawn(await_arg, "a", fut);
    passes(1);
    ck_assert_str_eq(take_trace(), "a:begins a:resumes ");
    end_with(task, "= r");
}
END_TEST

/* TASK-3 */
START_TEST(a_bare_yield_is_one_hop)
{
    rl_future *task = spawn_coro(yielder_new((rl_step){.kind = RL_STEP_PASS}));
    passes(1);
    soon("first");
    expect_outcome(task, "pending");
    passes(1);
    ck_assert_str_eq(take_trace(), "first ");
    end_with(task, "= resumed");
}
END_TEST

/* TASK-8, TASK-9: one hop later, and the coroutine may go on. */
START_TEST(what_no_task_can_wait_for_is_thrown_back)
{
    rl_step steps_of[] = {
        {.kind = RL_STEP_YIELD, .value = {(void *)"'x'", &shown}},
        {.kind = RL_STEP_YIELD, .value = {(void *)"'x'", NULL}},
        {.kind = RL_STEP_YIELD_FUTURE, .future = fut},
        {.kind = RL_STEP_YIELD_GENERATOR, .value = {(void *)"<generator>", &shown}},
    };
    static const char *const texts[] = {
        "Task got bad yield: 'x' ", "Task got bad yield: ",
        "yield was used instead of yield from in task ",
        "yield was used instead of yield from for generator in task "};
    rl_future *task = spawn_coro(yielder_new(steps_of[_i]));
    passes(1);
    ck_assert_str_eq(take_trace(), "");
    passes(1);
    ck_assert_int_eq(strncmp(take_trace(), texts[_i], strlen(texts[_i])), 0);
    end_with(task, "= caught");
}
END_TEST

static void awaits_itself(steps *self, rl_exc *raised)
{
    rl_future **task = routine_of(self)->arg;
    if (self->coro.state == 0)
        steps_await(self, *task, 1);
    else
        steps_raise(self, raised);
}

/* TASK-10 */
START_TEST(it_cannot_wait_for_itself)
{
    rl_future *task;
    rl_task_options options = {.name = "me"};
    task = spawn_with(&options, awaits_itself, "a", &task);
    passes(2);
    ck_assert_int_eq(strncmp(outcome_of(task), "RuntimeError: Task cannot await on itself: ", 43),
                     0);
    rl_future_unref(task);
}
END_TEST

/* TASK-11 */
START_TEST(nor_for_a_future_of_another_loop)
{
    rl_loop *other;
    rl_future *foreign;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &other));
    ASSERT_OK(rl_future_new(other, &foreign));
    rl_future *task = spawn(await_arg, "a", foreign);
    passes(2);
    ck_assert_ptr_nonnull(strstr(outcome_of(task), "attached to a different loop"));
    rl_future_unref(task);
    rl_future_unref(foreign);
    ASSERT_OK(rl_loop_close(other));
    rl_loop_unref(other);
    take_trace();
}
END_TEST

/* TASK-12 */
START_TEST(its_outcome_cannot_be_set)
{
    rl_future *task = spawn(return_arg, "a", (void *)"r");
    ck_assert_int_eq(rl_future_set_result(task, text_value("x")), RL_ERR_TASK_SET_RESULT);
    ck_assert_int_eq(rl_future_set_exception(task, value_error()), RL_ERR_TASK_SET_EXCEPTION);
    passes(1);
    ck_assert_int_eq(rl_future_set_result(task, text_value("x")), RL_ERR_TASK_SET_RESULT);
    end_with(task, "= r");
    take_trace();
}
END_TEST

static void raises_arg(steps *self, rl_exc *raised)
{
    (void)raised;
    steps_raise(self, rl_exc_ref(routine_of(self)->arg));
}

START_TEST(an_exit_is_stored_and_leaves_the_run)
{
    rl_exc *exit_exc = rl_exc_new(RL_EXC_SYSTEM_EXIT, "SystemExit", "3", value_none());
    rl_future *task = spawn(raises_arg, "a", exit_exc);
    soon("left");
    rl_exc *exc = pass();
    ck_assert_ptr_eq(exc, exit_exc);
    rl_exc_unref(exc);
    ck_assert_str_eq(take_trace(), "");
    end_with(task, "SystemExit: 3");
    passes(1);
    ck_assert_str_eq(take_trace(), "left ");
    rl_exc_unref(exit_exc);
}
END_TEST

/* ---- Cancelling ----------------------------------------------------------- */

/* TASK-17 */
START_TEST(cancelled_before_its_first_step_it_never_runs)
{
    rl_future *task = spawn(return_arg, "a", NULL);
    ck_assert(cancel_it(task));
    ck_assert(cancel_it(task)); /* TASK-22 */
    expect_outcome(task, "pending");
    passes(1);
    ck_assert_str_eq(take_trace(), "");
    ck_assert(!cancel_it(task));
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(task)), 2);
    end_with(task, "cancelled");
}
END_TEST

/* TASK-18 */
START_TEST(a_cancel_reaches_the_end_of_the_chain_at_once)
{
    rl_future *a = spawn(await_arg, "a", fut);
    rl_future *b = spawn(await_arg, "b", a);
    rl_future *c = spawn(await_arg, "c", b);
    passes(1);
    take_trace();
    ck_assert(cancel_it(c));
    ck_assert(rl_future_cancelled(fut));
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(a)), 1);
    expect_outcome(a, "pending");
    passes(1);
    expect_outcome(a, "cancelled");
    expect_outcome(b, "pending");
    passes(2);
    ck_assert_str_eq(take_trace(), "a:resumes!CancelledError b:resumes!CancelledError "
                                   "c:resumes!CancelledError ");
    end_with(a, "cancelled");
    end_with(b, "cancelled");
    end_with(c, "cancelled");
}
END_TEST

/* TASK-19 */
START_TEST(cancelled_between_completion_and_step_the_result_is_lost)
{
    rl_future *task = spawn(await_arg, "a", fut);
    passes(1);
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    ck_assert(cancel_it(task));
    passes(1);
    ck_assert_str_eq(take_trace(), "a:begins a:resumes!CancelledError ");
    end_with(task, "cancelled");
}
END_TEST

static void cancels_itself(steps *self, rl_exc *raised)
{
    rl_task *task = rl_current_task(world.loop);
    if (self->coro.state == 1) {
        tell(self, "resumes", raised);
        steps_raise(self, raised);
        return;
    }
    ck_assert(cancel_it(rl_task_future(task)));
    const char *then = routine_of(self)->arg;
    if (strcmp(then, "await") == 0)
        steps_await(self, fut, 1);
    else if (strcmp(then, "raise") == 0)
        steps_raise(self, value_error());
    else if (strcmp(then, "uncancel") == 0 && rl_task_uncancel(task) == 0)
        steps_await(self, fut, 1);
    else
        steps_return(self, text_value("lost"));
}

/* TASK-20, TASK-21, TASK-31 */
START_TEST(cancelled_in_its_own_step)
{
    static const char *const thens[] = {"await", "raise", "return", "uncancel"};
    static const char *const outcomes[] = {"cancelled", "ValueError: text", "cancelled",
                                           "pending"};
    rl_future *task = spawn(cancels_itself, "a", (void *)thens[_i]);
    passes(1);
    ck_assert(rl_future_cancelled(fut) == (_i == 0));
    passes(1);
    expect_outcome(task, outcomes[_i]);
    if (_i == 3) {
        ASSERT_OK(rl_future_set_exception(fut, value_error()));
        passes(1);
        expect_outcome(task, "ValueError: text");
    }
    rl_future_unref(task);
    take_trace();
}
END_TEST

/* TASK-24, TASK-25 */
START_TEST(it_may_swallow_the_cancel)
{
    rl_future *inner = spawn(stubborn, "inner", fut);
    rl_future *outer = spawn(await_arg, "outer", inner);
    passes(1);
    ck_assert(cancel_it(outer));
    passes(2);
    ck_assert_str_eq(take_trace(), "outer:begins inner:resumes!CancelledError outer:resumes ");
    ck_assert_uint_eq(rl_task_cancelling(rl_future_task(outer)), 1);
    end_with(inner, "= swallowed");
    end_with(outer, "= swallowed");
}
END_TEST

/* TASK-28, TASK-29 */
START_TEST(the_error_it_ended_with_is_handed_out_once)
{
    rl_exc *own = rl_exc_new(RL_EXC_CANCELLED, "CancelledError", "own", value_none());
    rl_future *task = spawn(raises_arg, "a", own); /* TASK-26 */
    rl_value value;
    passes(1);
    ck_assert(rl_future_cancelled(task));
    rl_exc *exc = rl_future_result(task, &value);
    ck_assert_ptr_eq(exc, own);
    rl_exc_unref(exc);
    exc = rl_future_result(task, &value);
    ck_assert_ptr_ne(exc, own);
    ck_assert_int_eq(rl_exc_get_kind(exc), RL_EXC_CANCELLED);
    rl_exc_unref(exc);
    rl_exc_unref(own);
    rl_future_unref(task);
}
END_TEST

/* TASK-23, TASK-27 */
START_TEST(the_message_comes_with_the_error)
{
    rl_future *task = spawn(await_arg, "a", fut);
    rl_value value;
    if (_i == 1)
        passes(1);
    ck_assert(rl_future_cancel(task, text_value("first")));
    ck_assert(rl_future_cancel(task, text_value("second")));
    passes(2);
    rl_exc *exc = rl_future_result(task, &value);
    ck_assert_str_eq(rl_exc_payload(exc).ptr, _i == 1 ? "first" : "second");
    rl_exc_unref(exc);
    rl_future_unref(task);
    take_trace();
}
END_TEST

/* TASK-30 */
START_TEST(requests_are_counted_down_to_zero)
{
    rl_future *future = spawn(return_arg, "a", (void *)"r");
    rl_task *task = rl_future_task(future);
    ck_assert_uint_eq(rl_task_uncancel(task), 0);
    cancel_it(future);
    cancel_it(future);
    ck_assert_uint_eq(rl_task_uncancel(task), 1);
    ck_assert_uint_eq(rl_task_uncancel(task), 0);
    passes(1);
    ck_assert_str_eq(take_trace(), "a:runs ");
    end_with(future, "= r");
}
END_TEST

/* ---- Names, who is current, who is there ---------------------------------- */

START_TEST(names_come_from_one_counter)
{
    unsigned first, second;
    rl_task_options options = {.name = "given"};
    rl_future *a = spawn(return_arg, "a", NULL);
    rl_future *b = spawn_with(&options, return_arg, "b", NULL);
    rl_future *c = spawn(return_arg, "c", NULL);
    ck_assert_int_eq(sscanf(rl_task_get_name(rl_future_task(a)), "Task-%u", &first), 1);
    ck_assert_str_eq(rl_task_get_name(rl_future_task(b)), "given");
    ck_assert_int_eq(sscanf(rl_task_get_name(rl_future_task(c)), "Task-%u", &second), 1);
    ck_assert_uint_eq(second, first + 1);
    ASSERT_OK(rl_task_set_name(rl_future_task(a), "anew"));
    ASSERT_OK(rl_task_set_name(rl_future_task(a), "again"));
    ck_assert_str_eq(rl_task_get_name(rl_future_task(a)), "again");
    passes(1);
    rl_future_unref(a);
    rl_future_unref(b);
    rl_future_unref(c);
    take_trace();
}
END_TEST

static void is_current(steps *self, rl_exc *raised)
{
    (void)raised;
    rl_task *task = rl_current_task(world.loop);
    ck_assert_ptr_eq(rl_task_get_coro(task), &self->coro.base);
    ck_assert_int_eq(rl_enter_task(world.loop, task), RL_ERR_TASK_ENTERED);
    ASSERT_OK(rl_leave_task(world.loop, task));
    ck_assert_int_eq(rl_leave_task(world.loop, task), RL_ERR_TASK_NOT_CURRENT);
    ASSERT_OK(rl_enter_task(world.loop, task));
    steps_return(self, value_none());
}

/* TASK-32, TASK-36 */
START_TEST(the_task_in_its_step_is_current)
{
    rl_future *task = spawn(is_current, "a", NULL);
    ck_assert_ptr_null(rl_current_task(world.loop));
    passes(1);
    ck_assert_ptr_null(rl_current_task(world.loop));
    end_with(task, "= None");
    task = spawn(return_arg, "b", (void *)"r");
    ASSERT_OK(rl_enter_task(world.loop, rl_future_task(task)));
    passes(1);
    expect_reports("[Exception in callback RuntimeError]");
    ASSERT_OK(rl_leave_task(world.loop, rl_future_task(task)));
    rl_task_abandon(rl_future_task(task));
    rl_future_unref(task);
}
END_TEST

static void note_name(rl_task *task, void *arg)
{
    (void)arg;
    trace(rl_task_get_name(task));
}

/* TASK-33, TASK-34 */
START_TEST(all_that_are_not_done_are_known)
{
    rl_task_options a_is = {.name = "a"}, b_is = {.name = "b"}, c_is = {.name = "c"};
    rl_future *a = spawn_with(&a_is, await_arg, "a", fut);
    rl_future *b = spawn_with(&b_is, return_arg, "b", NULL);
    rl_future *c = spawn_with(&c_is, await_arg, "c", fut);
    rl_all_tasks(world.loop, note_name, NULL);
    ck_assert_str_eq(take_trace(), "a b c ");
    passes(1);
    take_trace();
    rl_all_tasks(world.loop, note_name, NULL);
    ck_assert_str_eq(take_trace(), "a c ");
    ASSERT_OK(rl_future_set_result(fut, value_none()));
    passes(1);
    take_trace();
    rl_all_tasks(world.loop, note_name, NULL);
    ck_assert_str_eq(take_trace(), "");
    rl_future_unref(a);
    rl_future_unref(b);
    rl_future_unref(c);
}
END_TEST

/* ---- The end of a task ---------------------------------------------------- */

/* Its step is queued, and the queue's is the last reference to it. */
static rl_future *spawn_woken(void)
{
    rl_future *task = spawn(await_arg, "a", fut);
    passes(1);
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    return task;
}

/* EXC-13, TASK-35 */
START_TEST(destroyed_while_pending_it_is_reported)
{
    rl_future *task = spawn_woken();
    if (_i == 1)
        rl_task_set_log_destroy_pending(rl_future_task(task), false);
    rl_future_unref(task);
    expect_reports("");
    ASSERT_OK(rl_loop_close(world.loop));
    expect_reports(_i == 1 ? "" : "[Task was destroyed but it is pending! task]");
    ck_assert_str_eq(take_trace(), "a:begins a:resumes!GeneratorExit ");
}
END_TEST

static rl_future *kept;
static rl_exc *keep_task(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    (void)loop;
    (void)arg;
    kept = rl_future_ref(context->task);
    return NULL;
}

START_TEST(a_handler_may_keep_it)
{
    rl_future_unref(spawn_woken());
    rl_loop_set_exception_handler(world.loop, keep_task, NULL);
    ASSERT_OK(rl_loop_close(world.loop));
    rl_loop_set_exception_handler(world.loop, note_report, NULL);
    ck_assert(!rl_future_done(kept));
    rl_future_unref(kept); /* it is not reported again */
    take_trace();
}
END_TEST

START_TEST(abandoned_it_lets_go_of_everything)
{
    rl_future *task = spawn(await_arg, "a", fut);
    if (_i > 0)
        passes(1);
    if (_i > 1)
        ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    rl_task_abandon(rl_future_task(task));
    ck_assert_str_eq(take_trace(), _i == 0 ? "" : "a:begins a:resumes!GeneratorExit ");
    passes(1);
    ck_assert_str_eq(take_trace(), "");
    ck_assert_ptr_null(rl_task_get_coro(rl_future_task(task)));
    end_with(task, "pending");
}
END_TEST

START_TEST(a_closed_loop_takes_no_task)
{
    rl_future *task = NULL, *waiting = spawn(await_arg, "a", fut);
    passes(1);
    take_trace();
    rl_future *queued = spawn(return_arg, "b", NULL);
    rl_future *before = rl_future_ref(queued);
    ASSERT_OK(rl_loop_close(world.loop));
    rl_exc *exc = _i == 0 ? rl_task_new(world.loop, routine_new(return_arg, "c", NULL), NULL, &task)
                          : rl_loop_create_task(world.loop, routine_new(return_arg, "c", NULL),
                                                NULL, &task);
    expect_error(exc, RL_ERR_LOOP_CLOSED);
    bool cancelled; /* its step cannot be queued any more */
    ck_assert_int_eq(rl_future_try_cancel(waiting, value_none(), &cancelled), RL_ERR_LOOP_CLOSED);
    rl_future_unref(waiting);
    rl_future_unref(queued);
    reports[0] = '\0';
    rl_future_unref(before);
    expect_reports("[Task was destroyed but it is pending! task]");
    take_trace();
}
END_TEST

static char logged[200];
static void note_log(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)arg;
    (void)exc;
    ck_assert_int_eq(level, RL_LOG_ERROR);
    snprintf(logged, sizeof logged, "%s", text);
}

START_TEST(the_default_report_names_it)
{
    rl_task_options options = {.name = "me"};
    rl_loop_set_exception_handler(world.loop, NULL, NULL);
    rl_set_log(note_log, NULL);
    rl_future *task = spawn_with(&options, raise_value_error, "a", NULL);
    passes(1);
    rl_future_unref(task);
    ck_assert_str_eq(logged, "Task exception was never retrieved\nfuture: <Task name='me'>");
    rl_future_unref(spawn_with(&options, return_arg, "a", NULL));
    ASSERT_OK(rl_loop_close(world.loop));
    ck_assert_str_eq(logged, "Task was destroyed but it is pending!\ntask: <Task name='me'>");
    rl_set_log(NULL, NULL);
    take_trace();
}
END_TEST

/* ---- Contexts ------------------------------------------------------------- */

static rl_contextvar *var;

static void tell_var(steps *self, const char *then)
{
    rl_value value;
    tell(self, rl_contextvar_get(var, &value) == RL_OK ? value.ptr : "none", NULL);
    ASSERT_OK(rl_contextvar_set(var, text_value(then), NULL));
}

static void reads_var(steps *self, rl_exc *raised)
{
    rl_exc_unref(raised);
    tell_var(self, self->coro.state == 0 ? "own" : "end");
    if (self->coro.state == 0)
        steps_await(self, fut, 1);
    else
        steps_return(self, value_none());
}

/* CTX-6, CTX-7 */
START_TEST(its_steps_share_one_context)
{
    rl_context *given;
    ASSERT_OK(rl_contextvar_new("var", false, value_none(), &var));
    ASSERT_OK(rl_context_new(&given));
    ASSERT_OK(rl_contextvar_set(var, text_value("maker"), NULL));
    rl_task_options options = {.context = given};
    rl_future *a = spawn(reads_var, "a", NULL);
    rl_future *b = spawn_with(&options, reads_var, "b", NULL);
    ck_assert_ptr_eq(rl_task_get_context(rl_future_task(b)), given);
    ASSERT_OK(rl_contextvar_set(var, text_value("later"), NULL));
    passes(1);
    ASSERT_OK(rl_future_set_result(fut, value_none()));
    passes(1);
    ck_assert_str_eq(take_trace(), "a:maker b:none a:own b:own ");
    rl_value value;
    ASSERT_OK(rl_context_get(given, var, &value));
    ck_assert_str_eq(value.ptr, "end");
    rl_future_unref(a);
    rl_future_unref(b);
    rl_context_unref(given);
    rl_contextvar_unref(var);
    context_thread_clear();
}
END_TEST

static rl_exc *report_var(rl_loop *loop, const rl_exc_context *context, void *arg)
{
    rl_value value;
    (void)loop;
    (void)arg;
    trace(context->task != NULL ? "task" : "future");
    trace(rl_contextvar_get(var, &value) == RL_OK ? value.ptr : "none");
    return NULL;
}

/* EXC-10 */
START_TEST(reports_about_it_are_made_in_its_context)
{
    rl_context *given;
    ASSERT_OK(rl_contextvar_new("var", false, value_none(), &var));
    ASSERT_OK(rl_context_new(&given));
    ASSERT_OK(rl_contextvar_set(var, text_value("outside"), NULL));
    rl_task_options options = {.context = given};
    rl_loop_set_exception_handler(world.loop, report_var, NULL);
    rl_future *task = spawn_with(&options, raise_value_error, "a", NULL);
    passes(1);
    take_trace();
    rl_future_unref(task);
    ck_assert_str_eq(take_trace(), "future none ");
    rl_future_unref(spawn(return_arg, "b", NULL));
    ASSERT_OK(rl_loop_close(world.loop));
    ck_assert_str_eq(take_trace(), "task outside ");
    rl_context_unref(given);
    rl_contextvar_unref(var);
    context_thread_clear();
}
END_TEST

/* ---- Eager tasks ---------------------------------------------------------- */

static const rl_task_options eagerly = {.eager_start = true};
static rl_future *child;

static void makes_eager(steps *self, rl_exc *raised)
{
    rl_task *creator = rl_current_task(world.loop);
    void (*body)(steps *, rl_exc *) = *(void (**)(steps *, rl_exc *))routine_of(self)->arg;
    (void)raised;
    child = spawn_with(&eagerly, body, "child", fut);
    tell(self, "goes on", NULL);
    ck_assert_ptr_eq(rl_current_task(world.loop), creator);
    steps_return(self, value_none());
}

static void done_at_once(steps *self, rl_exc *raised)
{
    (void)raised;
    ck_assert_ptr_eq(rl_task_get_coro(rl_current_task(world.loop)), &self->coro.base);
    rl_all_tasks(world.loop, note_name, NULL);
    take_trace();
    tell(self, "runs", NULL);
    steps_return(self, text_value("r"));
}

/* EAGER-1, EAGER-2, EAGER-4, EAGER-8 */
START_TEST(an_eager_task_may_be_done_when_it_is_made)
{
    void (*body)(steps *, rl_exc *) = done_at_once;
    rl_future *maker = spawn(makes_eager, "maker", &body);
    rl_loop_stop(world.loop);
    passes(1);
    ck_assert_str_eq(take_trace(), "child:runs maker:goes on ");
    ck_assert_ptr_null(rl_task_get_coro(rl_future_task(child)));
    rl_loop_census census;
    ASSERT_OK(rl_loop_get_census(world.loop, &census));
    ck_assert_uint_eq(census.ready, 0);
    end_with(child, "= r");
    rl_future_unref(maker);
}
END_TEST

/* EAGER-3 */
START_TEST(one_that_waits_goes_on_as_any_task)
{
    void (*body)(steps *, rl_exc *) = await_arg;
    rl_future *maker = spawn(makes_eager, "maker", &body);
    passes(1);
    ck_assert_str_eq(take_trace(), "child:begins maker:goes on ");
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    passes(1);
    ck_assert_str_eq(take_trace(), "child:resumes ");
    ck_assert_ptr_nonnull(rl_task_get_coro(rl_future_task(child)));
    end_with(child, "= r");
    rl_future_unref(maker);
}
END_TEST

static rl_exc *make_eager_exit(void *arg)
{
    rl_future *task = NULL;
    rl_exc *exit_exc = arg;
    rl_exc *exc = rl_task_new(world.loop, routine_new(raises_arg, "a", exit_exc), &eagerly, &task);
    ck_assert_ptr_eq(exc, exit_exc);
    rl_exc_unref(exc);
    ck_assert_ptr_null(rl_current_task(world.loop));
    trace("escaped");
    return NULL;
}

/* EAGER-6 */
START_TEST(an_exit_escapes_from_making_it)
{
    static const rl_call call = {make_eager_exit, NULL};
    rl_exc *exit_exc = rl_exc_new(RL_EXC_SYSTEM_EXIT, "SystemExit", "3", value_none());
    soon_call(&call, exit_exc);
    passes(1);
    ck_assert_str_eq(take_trace(), "escaped ");
    expect_reports("[Task exception was never retrieved SystemExit future]");
    rl_exc_unref(exit_exc);
}
END_TEST

static rl_exc *make_in_entered(void *arg)
{
    rl_context *context = arg;
    rl_task_options options = {.eager_start = true, .context = context};
    rl_future *task = NULL;
    expect_error(rl_task_new(world.loop, routine_new(return_arg, "a", NULL), &options, &task),
                 RL_ERR_CONTEXT_ENTERED);
    return NULL;
}

START_TEST(its_context_must_not_be_entered)
{
    static const rl_call call = {make_in_entered, NULL};
    rl_context *context;
    ASSERT_OK(rl_context_new(&context));
    ASSERT_OK(rl_loop_call_soon(world.loop, &call, context, context, NULL));
    passes(1);
    ck_assert_str_eq(take_trace(), "");
    rl_context_unref(context);
}
END_TEST

/* EAGER-10 */
START_TEST(without_a_running_loop_it_is_queued)
{
    rl_future *task = spawn_with(&eagerly, return_arg, "a", (void *)"r");
    ck_assert_str_eq(take_trace(), "");
    passes(1);
    ck_assert_str_eq(take_trace(), "a:runs ");
    end_with(task, "= r");
}
END_TEST

/* ---- Factories, ensure_future, run_until_complete ------------------------- */

static rl_exc *my_factory(rl_loop *loop, rl_coro *coro, const rl_task_options *options, void *arg,
                          rl_future **out)
{
    trace(arg);
    return rl_task_new(loop, coro, options, out);
}

/* TASK-15, TASK-37 */
START_TEST(a_factory_makes_the_tasks)
{
    rl_future *task = NULL;
    rl_loop_set_task_factory(world.loop, my_factory, (void *)"factory");
    rl_awaitable awaitable = {.coro = routine_new(return_arg, "a", NULL)};
    ck_assert_ptr_null(rl_ensure_future(awaitable, world.loop, &task));
    ck_assert_str_eq(take_trace(), "factory ");
    passes(1);
    rl_future_unref(task);
    rl_loop_set_task_factory(world.loop, rl_eager_task_factory, NULL);
    ck_assert_ptr_null(rl_loop_create_task(world.loop, routine_new(return_arg, "a", NULL), NULL,
                                           &task));
    rl_loop_set_task_factory(world.loop, NULL, NULL);
    passes(1);
    rl_future_unref(task);
    take_trace();
}
END_TEST

START_TEST(ensure_future_gives_a_future_back)
{
    rl_future *same = NULL;
    ck_assert_ptr_null(rl_ensure_future((rl_awaitable){.future = fut}, NULL, &same));
    ck_assert_ptr_eq(same, fut);
    ck_assert_ptr_null(rl_future_task(same));
    rl_future_unref(same);
    rl_awaitable awaitable = {.coro = routine_new(return_arg, "a", NULL)};
    expect_error(rl_ensure_future(awaitable, NULL, &same), RL_ERR_NO_RUNNING_LOOP);
    rl_loop *other;
    ASSERT_OK(rl_loop_new(&rl_reference_ops, &other));
    expect_error(rl_ensure_future((rl_awaitable){.future = fut}, other, &same),
                 RL_ERR_FOREIGN_FUTURE);
    ASSERT_OK(rl_loop_close(other));
    awaitable.coro = routine_new(return_arg, "a", NULL);
    expect_error(rl_ensure_future(awaitable, other, &same), RL_ERR_LOOP_CLOSED);
    rl_loop_unref(other);
}
END_TEST

/* STOP-13 */
START_TEST(run_until_complete_takes_a_coroutine)
{
    rl_value value;
    rl_exc *exc = rl_run_until_complete_coro(world.loop, routine_new(return_arg, "a", (void *)"r"),
                                             &value);
    ck_assert_ptr_null(exc);
    ck_assert_str_eq(value.ptr, "r");
    exc = rl_run_until_complete_coro(world.loop, routine_new(raise_value_error, "b", NULL), &value);
    ck_assert_str_eq(rl_exc_class(exc), "ValueError");
    rl_exc_unref(exc);
    exc = rl_exc_new(RL_EXC_SYSTEM_EXIT, "SystemExit", "3", value_none());
    rl_exc *left = rl_run_until_complete_coro(world.loop, routine_new(raises_arg, "c", exc), &value);
    ck_assert_ptr_eq(left, exc); /* and is not reported as unretrieved */
    rl_exc_unref(left);
    rl_exc_unref(exc);
    soon_call(&stop_call, NULL);
    expect_error(rl_run_until_complete_coro(world.loop, routine_new(await_arg, "d", fut), &value),
                 RL_ERR_STOPPED_EARLY);
    ASSERT_OK(rl_future_set_result(fut, text_value("r")));
    ASSERT_OK(rl_loop_close(world.loop));
    expect_error(rl_run_until_complete_coro(world.loop, routine_new(return_arg, "e", NULL), &value),
                 RL_ERR_LOOP_CLOSED);
    take_trace();
}
END_TEST

/* ---- Memory, other loops -------------------------------------------------- */

/* A task that waits, is woken, passes and ends takes none after it was made. */
START_TEST(a_life_needs_no_memory)
{
    rl_future *a = spawn(await_arg, "a", fut);
    rl_future *b = spawn(await_arg, "b", a);
    rl_future *c = spawn_coro(yielder_new((rl_step){.kind = RL_STEP_PASS}));
    rl_future *d = spawn(await_arg, "d", c);
    rl_future *e = spawn(await_arg, "e", fut);
    mem_fail_nth(1);
    passes(2);
    ck_assert(cancel_it(e));
    passes(3);
    ck_assert(!mem_has_failed());
    mem_fail_nth(0);
    end_with(a, "cancelled");
    end_with(b, "cancelled");
    end_with(c, "= resumed");
    end_with(d, "= resumed");
    end_with(e, "cancelled");
    take_trace();
}
END_TEST

START_TEST(making_one_fails_for_memory_alone)
{
    rl_task_options options = {.name = "name", .eager_start = _i == 1};
    for (size_t n = 1;; n++) {
        rl_future *task = NULL;
        rl_coro *coro = routine_new(return_arg, "a", (void *)"r");
        mem_fail_nth(n);
        rl_exc *exc = rl_task_new(world.loop, coro, &options, &task);
        bool failed = mem_has_failed();
        mem_fail_nth(0);
        if (failed) {
            expect_error(exc, RL_ERR_NO_MEMORY);
            continue;
        }
        ck_assert_uint_gt(n, 2);
        passes(1);
        end_with(task, "= r");
        break;
    }
    take_trace();
}
END_TEST

START_TEST(on_a_loop_that_cannot_reserve)
{
    rl_loop *tiny;
    rl_future *f, *task = NULL;
    rl_value value;
    ASSERT_OK(rl_loop_new(&tiny_ops, &tiny));
    ASSERT_OK(rl_future_new(tiny, &f));
    ck_assert_ptr_null(rl_task_new(tiny, routine_new(await_arg, "a", f), NULL, &task));
    ck_assert_ptr_null(rl_loop_run_forever(tiny));
    ASSERT_OK(rl_future_set_result(f, text_value("r")));
    ck_assert_ptr_null(rl_loop_run_forever(tiny));
    end_with(task, "= r");
    rl_coro *coro = yielder_new((rl_step){.kind = RL_STEP_YIELD_FUTURE, .future = f});
    ck_assert_ptr_null(rl_run_until_complete_coro(tiny, coro, &value));
    ck_assert_str_eq(value.ptr, "caught");
    take_trace();
    rl_future_unref(f);

    ASSERT_OK(rl_future_new(tiny, &f)); /* one that waits, and one that is queued */
    rl_future *queued = NULL;
    ck_assert_ptr_null(rl_task_new(tiny, routine_new(await_arg, "a", f), NULL, &task));
    ck_assert_ptr_null(rl_loop_run_forever(tiny));
    ck_assert_ptr_null(rl_task_new(tiny, routine_new(return_arg, "b", NULL), NULL, &queued));
    rl_task_set_log_destroy_pending(rl_future_task(task), false);
    rl_task_set_log_destroy_pending(rl_future_task(queued), false);
    ASSERT_OK(rl_loop_close(tiny));
    rl_future_unref(queued);
    rl_task_abandon(rl_future_task(task));
    rl_future_unref(task);
    rl_future_unref(f);
    rl_loop_unref(tiny);
    take_trace();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("task");
    TCase *tc = tcase_create("TASK");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, the_first_step_is_queued);
    tcase_add_test(tc, what_it_raises_is_its_exception);
    tcase_add_test(tc, waiters_resume_one_hop_later_in_their_order);
    tcase_add_test(tc, a_done_future_does_not_end_the_step);
    tcase_add_test(tc, a_bare_yield_is_one_hop);
    tcase_add_loop_test(tc, what_no_task_can_wait_for_is_thrown_back, 0, 4);
    tcase_add_test(tc, it_cannot_wait_for_itself);
    tcase_add_test(tc, nor_for_a_future_of_another_loop);
    tcase_add_test(tc, its_outcome_cannot_be_set);
    tcase_add_test(tc, an_exit_is_stored_and_leaves_the_run);
    tcase_add_test(tc, cancelled_before_its_first_step_it_never_runs);
    tcase_add_test(tc, a_cancel_reaches_the_end_of_the_chain_at_once);
    tcase_add_test(tc, cancelled_between_completion_and_step_the_result_is_lost);
    tcase_add_loop_test(tc, cancelled_in_its_own_step, 0, 4);
    tcase_add_test(tc, it_may_swallow_the_cancel);
    tcase_add_test(tc, the_error_it_ended_with_is_handed_out_once);
    tcase_add_loop_test(tc, the_message_comes_with_the_error, 0, 2);
    tcase_add_test(tc, requests_are_counted_down_to_zero);
    tcase_add_test(tc, names_come_from_one_counter);
    tcase_add_test(tc, the_task_in_its_step_is_current);
    tcase_add_test(tc, all_that_are_not_done_are_known);
    tcase_add_loop_test(tc, destroyed_while_pending_it_is_reported, 0, 2);
    tcase_add_test(tc, a_handler_may_keep_it);
    tcase_add_loop_test(tc, abandoned_it_lets_go_of_everything, 0, 3);
    tcase_add_loop_test(tc, a_closed_loop_takes_no_task, 0, 2);
    tcase_add_test(tc, the_default_report_names_it);
    tcase_add_test(tc, its_steps_share_one_context);
    tcase_add_test(tc, reports_about_it_are_made_in_its_context);
    tcase_add_test(tc, a_factory_makes_the_tasks);
    tcase_add_test(tc, ensure_future_gives_a_future_back);
    tcase_add_test(tc, run_until_complete_takes_a_coroutine);
    tcase_add_test(tc, a_life_needs_no_memory);
    tcase_add_loop_test(tc, making_one_fails_for_memory_alone, 0, 2);
    tcase_add_test(tc, on_a_loop_that_cannot_reserve);
    suite_add_tcase(suite, tc);

    tc = tcase_create("EAGER");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, an_eager_task_may_be_done_when_it_is_made);
    tcase_add_test(tc, one_that_waits_goes_on_as_any_task);
    tcase_add_test(tc, an_exit_escapes_from_making_it);
    tcase_add_test(tc, its_context_must_not_be_entered);
    tcase_add_test(tc, without_a_running_loop_it_is_queued);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
