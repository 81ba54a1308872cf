/* error.c, exc.c: classes and texts as Python has them; exception objects. */
#include <pthread.h>

#include "../exc.h"
#include "world.h"

/* What CPython 3.15 says, collected with try and repr in a Python prompt; a
 * text that goes on with an object or a number there ends before it here. */
static const struct {
    rl_err err;
    const char *class_name;
    const char *message;
} texts[] = {
    {RL_ERR_LOOP_CLOSED, "RuntimeError", "Event loop is closed"},
    {RL_ERR_LOOP_RUNNING, "RuntimeError", "This event loop is already running"},
    {RL_ERR_OTHER_LOOP_RUNNING, "RuntimeError",
     "Cannot run the event loop while another loop is running"},
    {RL_ERR_CLOSE_RUNNING, "RuntimeError", "Cannot close a running event loop"},
    {RL_ERR_STOPPED_EARLY, "RuntimeError", "Event loop stopped before Future completed."},
    {RL_ERR_NO_RUNNING_LOOP, "RuntimeError", "no running event loop"},
    {RL_ERR_INVALID_FD, "ValueError", "Invalid file descriptor"},
    {RL_ERR_WHEN_NAN, "ValueError", "cannot convert float NaN to integer"},
    {RL_ERR_FOREIGN_FUTURE, "ValueError",
     "The future belongs to a different loop than the one specified as the loop argument"},
    {RL_ERR_INVALID_STATE, "InvalidStateError", "invalid state"},
    {RL_ERR_RESULT_NOT_SET, "InvalidStateError", "Result is not set."},
    {RL_ERR_EXCEPTION_NOT_SET, "InvalidStateError", "Exception is not set."},
    {RL_ERR_CANCELLED, "CancelledError", ""},
    {RL_ERR_EXECUTOR_SHUTDOWN, "RuntimeError", "cannot schedule new futures after shutdown"},
    {RL_ERR_DEFAULT_EXECUTOR_SHUTDOWN, "RuntimeError", "Executor shutdown has been called"},
    {-ENOENT, "FileNotFoundError", "No such file or directory"},
    {-EPERM, "PermissionError", "Operation not permitted"},
    {-EAGAIN, "BlockingIOError", "Resource temporarily unavailable"},
    {-EPIPE, "BrokenPipeError", "Broken pipe"},
    {-ECONNRESET, "ConnectionResetError", "Connection reset by peer"},
    {-ECONNREFUSED, "ConnectionRefusedError", "Connection refused"},
    {-ECONNABORTED, "ConnectionAbortedError", "Software caused connection abort"},
    {-EEXIST, "FileExistsError", "File exists"},
    {-EISDIR, "IsADirectoryError", "Is a directory"},
    {-ENOTDIR, "NotADirectoryError", "Not a directory"},
    {-EINTR, "InterruptedError", "Interrupted system call"},
    {-ESRCH, "ProcessLookupError", "No such process"},
    {-ECHILD, "ChildProcessError", "No child processes"},
    {-ETIMEDOUT, "TimeoutError", "Connection timed out"},
    {-EBADF, "OSError", "Bad file descriptor"},
};

START_TEST(class_and_text_are_pythons)
{
    ck_assert_str_eq(rl_err_class(texts[_i].err), texts[_i].class_name);
    ck_assert_str_eq(rl_err_message(texts[_i].err), texts[_i].message);
    rl_exc *exc = rl_exc_from_err(texts[_i].err);
    ck_assert_str_eq(rl_exc_class(exc), texts[_i].class_name);
    ck_assert_str_eq(rl_exc_message(exc), texts[_i].message);
    ck_assert_int_eq(rl_exc_err(exc), texts[_i].err);
    rl_exc_unref(exc);
}
END_TEST

START_TEST(every_code_has_a_class_and_an_immortal)
{
    size_t before = mem_block_count();
    for (rl_err err = 1; err < RL_ERR_COUNT; err++) {
        ck_assert_str_ne(rl_err_class(err), "");
        rl_exc *exc = rl_exc_from_err(err);
        ck_assert_ptr_eq(rl_exc_from_err(err), exc);
        ck_assert_int_eq(rl_exc_err(exc), err);
        rl_exc_unref(exc);
        rl_exc_unref(rl_exc_ref(exc));
        ck_assert_str_eq(rl_exc_class(exc), rl_err_class(err));
    }
    ck_assert_uint_eq(mem_block_count(), before);
}
END_TEST

START_TEST(kinds_and_fatality)
{
    rl_exc *cancelled = rl_exc_from_err(RL_ERR_CANCELLED);
    ck_assert_int_eq(rl_exc_get_kind(cancelled), RL_EXC_CANCELLED);
    ck_assert_int_eq(rl_exc_get_kind(rl_exc_from_err(RL_ERR_LOOP_CLOSED)), RL_EXC_EXCEPTION);
    ck_assert(!rl_exc_is_fatal(cancelled));
    for (rl_exc_kind kind = RL_EXC_EXCEPTION; kind <= RL_EXC_STOP_ITERATION; kind++) {
        rl_exc *exc = rl_exc_new(kind, "X", NULL, value_none());
        ck_assert_int_eq(rl_exc_get_kind(exc), kind);
        ck_assert_str_eq(rl_exc_message(exc), "");
        ck_assert_int_eq(rl_exc_is_fatal(exc),
                         kind == RL_EXC_SYSTEM_EXIT || kind == RL_EXC_KEYBOARD_INTERRUPT);
        ck_assert_int_eq(rl_exc_err(exc), RL_OK);
        rl_exc_unref(exc);
    }
}
END_TEST

static int owners;
static void own(void *ptr)
{
    (void)ptr;
    owners++;
}
static void disown(void *ptr)
{
    (void)ptr;
    owners--;
}
static const rl_value_type counted = {.ref = own, .unref = disown};

START_TEST(payload_and_cause_live_as_long_as_the_exception)
{
    owners = 1;
    rl_value payload = {&owners, &counted};
    rl_exc *cause = rl_exc_new(RL_EXC_STOP_ITERATION, "StopIteration", "7", payload);
    rl_exc *exc = exc_new_from(RL_EXC_EXCEPTION, "RuntimeError", "text", value_none(), cause);
    rl_exc_unref(cause);
    ck_assert_int_eq(owners, 1);
    cause = rl_exc_cause(exc);
    ck_assert_str_eq(rl_exc_message(cause), "7");
    ck_assert_ptr_eq(rl_exc_payload(cause).ptr, &owners);
    rl_exc_unref(cause);
    ck_assert_ptr_null(rl_exc_payload(exc).ptr);
    rl_exc_unref(exc);
    ck_assert_int_eq(owners, 0);
    rl_exc_unref(NULL);
}
END_TEST

START_TEST(without_memory_it_is_a_memory_error)
{
    owners = 1;
    mem_fail_nth(1);
    rl_exc *exc = rl_exc_new(RL_EXC_EXCEPTION, "ValueError", "text", (rl_value){&owners, &counted});
    ck_assert_int_eq(rl_exc_err(exc), RL_ERR_NO_MEMORY);
    ck_assert_int_eq(owners, 0);
    mem_fail_nth(1);
    ck_assert_int_eq(rl_exc_err(rl_exc_from_err(-ENOENT)), RL_ERR_NO_MEMORY);
}
END_TEST

static void *share(void *exc)
{
    for (int i = 0; i < 1000; i++) {
        rl_exc_ref(exc);
        rl_exc_unref(exc);
    }
    rl_exc_unref(exc);
    return NULL;
}

START_TEST(any_thread_may_own_one)
{
    owners = 1;
    rl_exc *exc = rl_exc_new(RL_EXC_EXCEPTION, "X", "", (rl_value){&owners, &counted});
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) {
        rl_exc_ref(exc);
        pthread_create(&threads[i], NULL, share, exc);
    }
    rl_exc_unref(exc);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    ck_assert_int_eq(owners, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("error");
    TCase *tc = tcase_create("EXC");
    tcase_add_loop_test(tc, class_and_text_are_pythons, 0, (int)(sizeof texts / sizeof texts[0]));
    tcase_add_test(tc, every_code_has_a_class_and_an_immortal);
    tcase_add_test(tc, kinds_and_fatality);
    tcase_add_test(tc, payload_and_cause_live_as_long_as_the_exception);
    tcase_add_test(tc, without_memory_it_is_a_memory_error);
    tcase_add_test(tc, any_thread_may_own_one);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
