/* ready.c: the ring keeps its order through growth, and its slots. */
#include "../ready.h"
#include "world.h"

static rl_handle *number(size_t n)
{
    return (rl_handle *)(n + 1);
}

START_TEST(first_in_first_out_while_it_wraps_and_grows)
{
    ready queue;
    size_t in = 0;
    size_t out = 0;

    ck_assert(ready_init(&queue));
    /* Each round leaves more behind, so it grows with its head anywhere. */
    for (size_t round = 1; round < 60; round++) {
        for (size_t i = 0; i < 3 * round; i++) {
            ck_assert(ready_make_room(&queue));
            ready_append(&queue, number(in++));
        }
        for (size_t i = 0; i < 2 * round; i++)
            ck_assert_ptr_eq(ready_popleft(&queue), number(out++));
    }
    ck_assert_ptr_eq(ready_peek(&queue, 0), number(out));
    ck_assert_ptr_eq(ready_peek(&queue, queue.len - 1), number(in - 1));
    while (out < in)
        ck_assert_ptr_eq(ready_popleft(&queue), number(out++));
    ck_assert_uint_eq(queue.len, 0);
    ready_fini(&queue);
}
END_TEST

START_TEST(reserved_slots_are_there_without_memory)
{
    ready queue;
    ck_assert(ready_init(&queue));
    for (size_t i = 0; i < 1000; i++) {
        ck_assert(ready_make_room(&queue));
        ready_reserve(&queue);
    }
    mem_fail_nth(1);
    for (size_t i = 0; i < 1000; i++) {
        ready_unreserve(&queue);
        ready_append(&queue, number(i));
    }
    for (size_t i = 0; i < READY_SPARE; i++) {
        ck_assert(ready_make_spare_room(&queue));
        ready_append(&queue, number(i));
    }
    mem_fail_nth(0);
    ready_fini(&queue);
}
END_TEST

START_TEST(a_full_ring_without_memory_stays_as_it_is)
{
    ready queue;
    ck_assert(ready_init(&queue));
    size_t in = 0;
    while (queue.len + READY_SPARE < queue.capacity)
        ready_append(&queue, number(in++));
    mem_fail_nth(1);
    ck_assert(!ready_make_room(&queue));
    for (size_t out = 0; out < in; out++)
        ck_assert_ptr_eq(ready_popleft(&queue), number(out));
    ready_fini(&queue);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ready");
    TCase *tc = tcase_create("READY");
    tcase_add_test(tc, first_in_first_out_while_it_wraps_and_grows);
    tcase_add_test(tc, reserved_slots_are_there_without_memory);
    tcase_add_test(tc, a_full_ring_without_memory_stays_as_it_is);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
