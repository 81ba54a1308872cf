/*
 * mem.h - the one door to the allocator.
 *
 * Every block of the reference comes from here, so a test can make the n-th
 * allocation fail and can count what is still allocated.
 */
#ifndef RL_MEM_H
#define RL_MEM_H

#include <stddef.h>

/* NULL when memory is out.  Any thread. */
void *mem_alloc(size_t size);
void *mem_realloc(void *block, size_t size);
/* Aligned to its size, a power of two. */
void *mem_alloc_aligned(size_t size);
void mem_free(void *block); /* NULL is ignored */
char *mem_strdup(const char *text);

/* For tests: let the n-th allocation from now on, and only that one, fail; 0: none. */
void mem_fail_nth(size_t n);
/* For tests: has the failure that mem_fail_nth asked for happened? */
int mem_has_failed(void);
/* For tests: how many blocks are allocated now. */
size_t mem_block_count(void);

#endif
