/*
 * heapq.h - CPython's heapq, for deadlines.
 *
 * A port of the algorithm, not of the idea: entries compare by deadline alone
 * with a strict "less than", so equal deadlines leave the heap in exactly the
 * order in which they leave CPython's (TIMER-6, TIMER-7).  No sequence number
 * breaks ties, and NaN behaves as it does there.  Different deadlines leave it in
 * their order, however close they are (TIMER-5).
 *
 * CPython: Lib/heapq.py, Modules/_heapqmodule.c.
 *
 * The deadline stands in the entry beside the pointer: sifting touches no
 * other memory than the array.
 */
#ifndef RL_HEAPQ_H
#define RL_HEAPQ_H

#include <stdbool.h>
#include <stddef.h>

typedef struct heapq_entry {
    double when_s;
    void *item;
} heapq_entry;

typedef struct heapq {
    heapq_entry *at;
    size_t len;
    size_t capacity;
} heapq;

/* A zeroed heapq is an empty one. */
void heapq_fini(heapq *heap);
/* Make room for one more entry; false when memory is out. */
bool heapq_reserve(heapq *heap);
/* There must be room. */
void heapq_push(heapq *heap, double when_s, void *item);
void *heapq_pop(heapq *heap);
void heapq_heapify(heapq *heap);
/* Is every entry no smaller than its parent?  (False with NaN about.) */
bool heapq_is_heap(const heapq *heap);

#endif
