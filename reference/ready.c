/* ready.c - the part of the ring that takes memory.  See ready.h. */
#include "ready.h"

#include <string.h>

#include "mem.h"

enum { FIRST_CAPACITY = 64 };

bool ready_init(ready *queue)
{
    *queue = (ready){.capacity = FIRST_CAPACITY};
    queue->at = mem_alloc(FIRST_CAPACITY * sizeof(rl_handle *));
    return queue->at != NULL;
}

void ready_fini(ready *queue)
{
    mem_free(queue->at);
    *queue = (ready){0};
}

/* Twice as long.  What had wrapped around to the front is put where the ring
 * goes on now: behind the old end. */
bool ready_grow(ready *queue)
{
    size_t old = queue->capacity;
    rl_handle **at = mem_realloc(queue->at, 2 * old * sizeof *at);
    if (at == NULL)
        return false;
    if (queue->head + queue->len > old)
        memcpy(at + old, at, (queue->head + queue->len - old) * sizeof *at);
    queue->at = at;
    queue->capacity = 2 * old;
    return true;
}
