/*
 * list.h - lists of values that the library makes.
 *
 * CPython: list, as gather's result.
 */
#ifndef RL_LIST_H
#define RL_LIST_H

#include "reftask.h"

typedef struct list list;

/* `count` empty places, to be filled with list_set, each once. */
list *list_new(size_t count); /* NULL: no memory */
void list_set(list *l, size_t i, rl_value value); /* taken */
/* As a value; the reference moves into it. */
rl_value list_value(list *l);
void list_unref(list *l);

/* An exception or a future as a value.  Taken. */
static inline rl_value exc_value(rl_exc *exc)
{
    return (rl_value){exc, &rl_exc_type};
}

static inline rl_value future_value(rl_future *future)
{
    return (rl_value){future, &rl_future_type};
}

#endif
