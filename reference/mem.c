/* mem.c - allocation, counted and failing on demand.  See mem.h. */
#include "mem.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static atomic_size_t block_count;
static atomic_size_t fail_countdown; /* 0: no failure is asked for */

static bool must_fail(void)
{
    if (atomic_load_explicit(&fail_countdown, memory_order_relaxed) == 0)
        return false;
    return atomic_fetch_sub_explicit(&fail_countdown, 1, memory_order_relaxed) == 1;
}

void *mem_alloc(size_t size)
{
    void *block = must_fail() ? NULL : malloc(size);
    if (block != NULL)
        atomic_fetch_add_explicit(&block_count, 1, memory_order_relaxed);
    return block;
}

void *mem_alloc_aligned(size_t size)
{
    void *block = must_fail() ? NULL : aligned_alloc(size, size);
    if (block != NULL)
        atomic_fetch_add_explicit(&block_count, 1, memory_order_relaxed);
    return block;
}

void *mem_realloc(void *block, size_t size)
{
    void *moved = must_fail() ? NULL : realloc(block, size);
    if (moved != NULL && block == NULL)
        atomic_fetch_add_explicit(&block_count, 1, memory_order_relaxed);
    return moved;
}

void mem_free(void *block)
{
    if (block == NULL)
        return;
    atomic_fetch_sub_explicit(&block_count, 1, memory_order_relaxed);
    free(block);
}

char *mem_strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = mem_alloc(size);
    return copy == NULL ? NULL : memcpy(copy, text, size);
}

void mem_fail_nth(size_t n)
{
    atomic_store_explicit(&fail_countdown, n, memory_order_relaxed);
}

int mem_has_failed(void)
{
    return atomic_load_explicit(&fail_countdown, memory_order_relaxed) == 0;
}

size_t mem_block_count(void)
{
    return atomic_load_explicit(&block_count, memory_order_relaxed);
}
