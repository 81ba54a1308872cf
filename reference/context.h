/*
 * context.h - contexts: what contextvars has, and the parts that loops use.
 *
 * CPython: Python/context.c.
 *
 * A context is a cell that holds a map from variables to values.  Copies share
 * the map; the one that changes it first makes its own (unless nobody shares
 * it any more, then it is changed in place).  The empty map is NULL, so a
 * program without context variables pays nothing.
 *
 * Every thread has a stack of scopes, one for each context being run.  A
 * scope without `object` is one that nobody has asked to see: a handle that
 * captured a copy keeps only the map, and the rl_context is made when somebody
 * asks for it (a token, Handle.get_context).
 *
 *     context_top -> scope of the running handle -> ... -> the thread's own
 *
 * A map is a plain array searched from its start: programs have few variables.
 */
#ifndef RL_CONTEXT_H
#define RL_CONTEXT_H

#include <stdatomic.h>

#include "refloop.h"

typedef struct context_map context_map;
typedef struct context_scope context_scope;

struct context_scope {
    context_scope *back;
    rl_context *object;  /* owned; NULL: not asked for yet, `map` is the truth */
    context_map *map;    /* owned; unused once there is an object */
    const void *owner;   /* whose scope it is (a handle), for context_scope_find */
};

struct rl_context {
    atomic_uint ref_count;
    atomic_bool entered;
    context_map *map;
    context_scope scope; /* a context is entered at most once at a time */
};

/* This thread's innermost scope; NULL while it runs no context and has never
 * changed its own. */
extern _Thread_local context_scope *context_top;

context_map *context_map_ref(context_map *map); /* NULL: the empty map */
void context_map_unref(context_map *map);

/* What a copy of the current context would hold.  New reference. */
static inline context_map *context_capture(void)
{
    context_scope *scope = context_top;
    if (scope == NULL)
        return NULL;
    context_map *map = scope->object != NULL ? scope->object->map : scope->map;
    return map == NULL ? NULL : context_map_ref(map);
}

/* Release what this thread's own context holds; also done when a thread ends. */
void context_thread_clear(void);

/* A new context with that map (taken, also on failure). */
rl_err context_new(context_map *map, rl_context **out);

/* Run in a context that has no object.  The scope is the caller's memory and
 * takes the map; leaving gives back what is in it by then: map or object. */
static inline void context_scope_enter(context_scope *scope, context_map *map, const void *owner)
{
    *scope = (context_scope){.back = context_top, .map = map, .owner = owner};
    context_top = scope;
}
void context_scope_leave(context_scope *scope);
/* This thread's scope of that owner, which must have one. */
context_scope *context_scope_find(const void *owner);
/* The scope's context object, made if it has none.  Borrowed. */
rl_err context_scope_object(context_scope *scope, rl_context **out);

#endif
