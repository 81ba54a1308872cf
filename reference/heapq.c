/* heapq.c - the port of CPython's heapq.  See heapq.h. */
#include "heapq.h"

#include "assert.h"
#include "mem.h"

static void siftdown(heapq_entry *heap, size_t startpos, size_t pos);
static void siftup(heapq *heap, size_t pos);

void heapq_fini(heapq *heap)
{
    mem_free(heap->at);
    *heap = (heapq){0};
}

bool heapq_reserve(heapq *heap)
{
    if (heap->len < heap->capacity)
        return true;
    size_t capacity = heap->capacity == 0 ? 16 : 2 * heap->capacity;
    heapq_entry *at = mem_realloc(heap->at, capacity * sizeof *at);
    if (at == NULL)
        return false;
    heap->at = at;
    heap->capacity = capacity;
    return true;
}

/* CPython: heappush. */
void heapq_push(heapq *heap, double when_s, void *item)
{
    RL_ASSERT(heap->len < heap->capacity);
    heap->at[heap->len++] = (heapq_entry){when_s, item};
    siftdown(heap->at, 0, heap->len - 1);
}

/* CPython: heappop. */
void *heapq_pop(heapq *heap)
{
    RL_ASSERT(heap->len > 0);
    heapq_entry last = heap->at[--heap->len];
    if (heap->len == 0)
        return last.item;
    void *item = heap->at[0].item;
    heap->at[0] = last;
    siftup(heap, 0);
    return item;
}

/* CPython: heapify.  From the last parent to the root. */
void heapq_heapify(heapq *heap)
{
    for (size_t pos = heap->len / 2; pos > 0; pos--)
        siftup(heap, pos - 1);
}

bool heapq_is_heap(const heapq *heap)
{
    for (size_t pos = 1; pos < heap->len; pos++)
        if (!(heap->at[(pos - 1) / 2].when_s <= heap->at[pos].when_s))
            return false;
    return true;
}

/* Move the entry at `pos` towards the root until its parent is not greater.
 * CPython: _siftdown. */
static void siftdown(heapq_entry *heap, size_t startpos, size_t pos)
{
    heapq_entry newitem = heap[pos];

    while (pos > startpos) {
        size_t parentpos = (pos - 1) / 2;
        if (!(newitem.when_s < heap[parentpos].when_s))
            break;
        heap[pos] = heap[parentpos];
        pos = parentpos;
    }
    heap[pos] = newitem;
}

/* Move the smaller child up until a leaf is reached, then let the entry rise
 * from there.  CPython: _siftup, which explains why it goes to the bottom
 * first.  The right child wins a tie. */
static void siftup(heapq *heap, size_t pos)
{
    heapq_entry *at = heap->at;
    size_t endpos = heap->len;
    size_t startpos = pos;
    heapq_entry newitem = at[pos];

    for (size_t childpos = 2 * pos + 1; childpos < endpos; childpos = 2 * pos + 1) {
        size_t rightpos = childpos + 1;
        if (rightpos < endpos && !(at[childpos].when_s < at[rightpos].when_s))
            childpos = rightpos;
        at[pos] = at[childpos];
        pos = childpos;
    }
    at[pos] = newitem;
    siftdown(at, startpos, pos);
}
