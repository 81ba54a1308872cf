/* context.c: CTX-1 .. CTX-5, CTX-12, and contextvars' own rules. */
#include <pthread.h>

#include "../context.h"
#include "../exc.h"
#include "world.h"

static rl_contextvar *var;
static rl_contextvar *other;
static size_t blocks;

static void up(void)
{
    blocks = mem_block_count();
    ASSERT_OK(rl_contextvar_new("var", false, value_none(), &var));
    ASSERT_OK(rl_contextvar_new("other", true, (rl_value){"default", NULL}, &other));
}

static void down(void)
{
    rl_contextvar_unref(var);
    rl_contextvar_unref(other);
    context_thread_clear();
    ck_assert_uint_eq(mem_block_count(), blocks);
}

static void set(rl_contextvar *which, const char *text)
{
    ASSERT_OK(rl_contextvar_set(which, (rl_value){(void *)text, NULL}, NULL));
}

static const char *get(rl_contextvar *which)
{
    rl_value value;
    return rl_contextvar_get(which, &value) == RL_OK ? value.ptr : "none";
}

START_TEST(value_default_or_neither)
{
    ck_assert_str_eq(rl_contextvar_name(var), "var");
    ck_assert_str_eq(get(var), "none");
    ck_assert_str_eq(get(other), "default");
    set(other, "set");
    ck_assert_str_eq(get(other), "set");
    ck_assert_str_eq(get(var), "none");
}
END_TEST

START_TEST(copies_do_not_see_each_others_changes)
{
    rl_context *before, *after, *copy;
    set(var, "one");
    ASSERT_OK(rl_context_copy_current(&before));
    set(var, "two");
    ASSERT_OK(rl_context_copy_current(&after));
    ASSERT_OK(rl_context_copy(before, &copy));
    ASSERT_OK(rl_context_enter(before));
    ck_assert_str_eq(get(var), "one");
    set(var, "three");
    ASSERT_OK(rl_context_exit(before));
    ck_assert_str_eq(get(var), "two");
    rl_value value;
    ASSERT_OK(rl_context_get(before, var, &value));
    ck_assert_str_eq(value.ptr, "three");
    ASSERT_OK(rl_context_get(after, var, &value));
    ck_assert_str_eq(value.ptr, "two");
    ASSERT_OK(rl_context_get(copy, var, &value));
    ck_assert_str_eq(value.ptr, "one");
    ck_assert_int_eq(rl_context_get(after, other, &value), RL_ERR_NO_VALUE);
    rl_context_unref(before);
    rl_context_unref(after);
    rl_context_unref(copy);
}
END_TEST

START_TEST(a_copy_is_one_block_and_shares_the_map)
{
    set(var, "one");
    size_t before = mem_block_count();
    rl_context *copies[10];
    for (int i = 0; i < 10; i++)
        ASSERT_OK(rl_context_copy_current(&copies[i]));
    ck_assert_uint_eq(mem_block_count(), before + 10);
    context_map *map = context_capture();
    ck_assert_ptr_eq(map, copies[0]->map);
    context_map_unref(map);
    for (int i = 0; i < 10; i++)
        rl_context_unref(copies[i]);
}
END_TEST

/* CTX-3 */
START_TEST(an_entered_context_is_refused)
{
    rl_context *context, *inner;
    ASSERT_OK(rl_context_new(&context));
    ASSERT_OK(rl_context_new(&inner));
    ASSERT_OK(rl_context_enter(context));
    ck_assert_int_eq(rl_context_enter(context), RL_ERR_CONTEXT_ENTERED);
    ASSERT_OK(rl_context_enter(inner));
    ck_assert_int_eq(rl_context_enter(context), RL_ERR_CONTEXT_ENTERED);
    ck_assert_int_eq(rl_context_exit(context), RL_ERR_CONTEXT_NOT_CURRENT);
    ASSERT_OK(rl_context_exit(inner));
    ASSERT_OK(rl_context_exit(context));
    ck_assert_int_eq(rl_context_exit(context), RL_ERR_CONTEXT_NOT_CURRENT);
    ASSERT_OK(rl_context_enter(context));
    ASSERT_OK(rl_context_exit(context));
    rl_context_unref(inner);
    rl_context_unref(context);
}
END_TEST

START_TEST(tokens_restore_and_are_used_once)
{
    rl_token *first, *second;
    ASSERT_OK(rl_contextvar_set(var, (rl_value){"one", NULL}, &first));
    ASSERT_OK(rl_contextvar_set(var, (rl_value){"two", NULL}, &second));
    ck_assert_int_eq(rl_contextvar_reset(other, second), RL_ERR_TOKEN_OTHER_VAR);
    ASSERT_OK(rl_contextvar_reset(var, second));
    ck_assert_str_eq(get(var), "one");
    ck_assert_int_eq(rl_contextvar_reset(var, second), RL_ERR_TOKEN_USED);
    rl_context *context;
    ASSERT_OK(rl_context_copy_current(&context));
    ASSERT_OK(rl_context_enter(context));
    ck_assert_int_eq(rl_contextvar_reset(var, first), RL_ERR_TOKEN_OTHER_CONTEXT);
    ASSERT_OK(rl_context_exit(context));
    ASSERT_OK(rl_contextvar_reset(var, first));
    ck_assert_str_eq(get(var), "none");
    rl_context_unref(context);
    rl_token_unref(first);
    rl_token_unref(second);
}
END_TEST

START_TEST(a_scope_without_object_gets_one_when_asked)
{
    context_scope scope;
    rl_context *asked, *again;
    context_scope_enter(&scope, context_capture(), &scope);
    set(var, "inside");
    ck_assert_ptr_null(scope.object);
    ck_assert_ptr_eq(context_scope_find(&scope), &scope);
    ASSERT_OK(context_scope_object(&scope, &asked));
    ASSERT_OK(context_scope_object(&scope, &again));
    ck_assert_ptr_eq(asked, again);
    ck_assert_int_eq(rl_context_enter(asked), RL_ERR_CONTEXT_ENTERED);
    set(other, "after");
    context_scope_leave(&scope);
    ck_assert_str_eq(get(var), "none");
    rl_value value;
    ASSERT_OK(rl_context_get(scope.object, var, &value));
    ck_assert_str_eq(value.ptr, "inside");
    ASSERT_OK(rl_context_get(scope.object, other, &value));
    ck_assert_str_eq(value.ptr, "after");
    rl_context_unref(scope.object);
}
END_TEST

START_TEST(many_variables)
{
    enum { COUNT = 100 };
    rl_contextvar *vars[COUNT];
    rl_token *tokens[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        ASSERT_OK(rl_contextvar_new("v", false, value_none(), &vars[i]));
        ASSERT_OK(rl_contextvar_set(vars[i], (rl_value){(void *)(i + 1), NULL}, &tokens[i]));
    }
    for (size_t i = 0; i < COUNT; i += 2)
        ASSERT_OK(rl_contextvar_reset(vars[i], tokens[i]));
    for (size_t i = 0; i < COUNT; i++) {
        rl_value value = {NULL, NULL};
        ck_assert_int_eq(rl_contextvar_get(vars[i], &value), i % 2 == 0 ? RL_ERR_NO_VALUE : RL_OK);
        ck_assert_uint_eq((size_t)value.ptr, i % 2 == 0 ? 0 : i + 1);
        rl_token_unref(tokens[i]);
        rl_contextvar_unref(vars[i]);
    }
}
END_TEST

static void *in_thread(void *context)
{
    ck_assert_str_eq(get(var), "none");
    ASSERT_OK(rl_context_enter(context));
    ck_assert_str_eq(get(var), "main");
    set(var, "thread");
    ASSERT_OK(rl_context_exit(context));
    set(var, "its own");
    return NULL; /* what it set is released as it ends */
}

START_TEST(each_thread_has_its_own_current_context)
{
    rl_context *contexts[3];
    pthread_t threads[3];
    set(var, "main");
    for (int i = 0; i < 3; i++) {
        ASSERT_OK(rl_context_copy_current(&contexts[i]));
        pthread_create(&threads[i], NULL, in_thread, contexts[i]);
    }
    for (int i = 0; i < 3; i++) {
        pthread_join(threads[i], NULL);
        rl_context_unref(contexts[i]);
    }
    ck_assert_str_eq(get(var), "main");
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

START_TEST(values_are_released_once)
{
    static const rl_value_type counted = {.ref = own, .unref = disown};
    rl_context *copy;
    rl_token *token;
    owners = 1;
    ASSERT_OK(rl_contextvar_set(var, (rl_value){NULL, &counted}, NULL));
    ASSERT_OK(rl_context_copy_current(&copy));
    ck_assert_int_eq(owners, 1);
    ASSERT_OK(rl_contextvar_set(var, (rl_value){"x", NULL}, &token));
    ck_assert_int_eq(owners, 2); /* the copy's and the token's */
    rl_context_unref(copy);
    rl_token_unref(token);
    ck_assert_int_eq(owners, 0);
    owners = 1;
    mem_fail_nth(1);
    ck_assert_int_eq(rl_contextvar_set(var, (rl_value){NULL, &counted}, &token), RL_ERR_NO_MEMORY);
    ck_assert_int_eq(owners, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("context");
    TCase *tc = tcase_create("CTX");
    tcase_add_checked_fixture(tc, up, down);
    tcase_add_test(tc, value_default_or_neither);
    tcase_add_test(tc, copies_do_not_see_each_others_changes);
    tcase_add_test(tc, a_copy_is_one_block_and_shares_the_map);
    tcase_add_test(tc, an_entered_context_is_refused);
    tcase_add_test(tc, tokens_restore_and_are_used_once);
    tcase_add_test(tc, a_scope_without_object_gets_one_when_asked);
    tcase_add_test(tc, many_variables);
    tcase_add_test(tc, each_thread_has_its_own_current_context);
    tcase_add_test(tc, values_are_released_once);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
