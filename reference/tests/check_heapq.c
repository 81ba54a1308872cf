/* heapq.c against vectors that CPython's heapq made: TIMER-6, TIMER-7. */
#include "../heapq.h"
#include "heapq_vectors.h"
#include "world.h"

enum { POP = -1, HEAPIFY = -2, NAN_KEY = 99 };

static struct vector {
    const char *name;
    const int *steps;
    size_t step_count;
    const int *ids;
    size_t id_count;
} vectors[] = {
#define VECTOR(name)                                                                               \
    {#name, name##_steps, sizeof name##_steps / sizeof(int), name##_ids,                          \
     sizeof name##_ids / sizeof(int)},
    VECTORS(VECTOR)
};

START_TEST(pops_in_cpythons_order)
{
    const struct vector *v = &vectors[_i];
    heapq heap = {0};
    size_t pushed = 0;
    size_t popped = 0;

    for (size_t i = 0; i < v->step_count; i++) {
        int step = v->steps[i];
        if (step == POP) {
            int id = (int)(intptr_t)heapq_pop(&heap);
            ck_assert_msg(id == v->ids[popped], "%s: pop %zu gave %d instead of %d", v->name,
                          popped, id, v->ids[popped]);
            popped++;
        } else if (step == HEAPIFY) {
            heapq_heapify(&heap);
        } else {
            ck_assert(heapq_reserve(&heap));
            heapq_push(&heap, step == NAN_KEY ? (double)NAN : (double)step, (void *)(intptr_t)pushed++);
        }
    }
    ck_assert_uint_eq(popped, v->id_count);
    ck_assert_uint_eq(heap.len, 0);
    heapq_fini(&heap);
}
END_TEST

START_TEST(heapify_gives_cpythons_heap)
{
    size_t count = sizeof heapify_keys / sizeof(int);
    heapq heap = {0};
    for (size_t i = 0; i < count; i++) {
        ck_assert(heapq_reserve(&heap));
        heap.at[heap.len++] = (heapq_entry){heapify_keys[i], (void *)(intptr_t)i};
    }
    heapq_heapify(&heap);
    ck_assert(heapq_is_heap(&heap));
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq((int)(intptr_t)heapq_pop(&heap), heapify_ids[i]);
    heapq_fini(&heap);
}
END_TEST

START_TEST(is_heap_sees_disorder)
{
    heapq_entry at[] = {{1, NULL}, {3, NULL}, {2, NULL}, {2.5, NULL}};
    heapq heap = {at, 3, 4};
    ck_assert(heapq_is_heap(&heap));
    heap.len = 4;
    ck_assert(!heapq_is_heap(&heap));
}
END_TEST

START_TEST(no_memory_leaves_the_heap_alone)
{
    heapq heap = {0};
    mem_fail_nth(1);
    ck_assert(!heapq_reserve(&heap));
    ck_assert_ptr_null(heap.at);
    ck_assert(heapq_reserve(&heap));
    heapq_fini(&heap);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("heapq");
    TCase *tc = tcase_create("TIMER");
    tcase_add_loop_test(tc, pops_in_cpythons_order, 0, (int)(sizeof vectors / sizeof vectors[0]));
    tcase_add_test(tc, heapify_gives_cpythons_heap);
    tcase_add_test(tc, is_heap_sees_disorder);
    tcase_add_test(tc, no_memory_leaves_the_heap_alone);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
