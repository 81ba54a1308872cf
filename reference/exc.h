/*
 * exc.h - exception values, for the modules that look into them.
 *
 * Counted with atomic operations: an executor's worker makes an exception that
 * the loop's thread releases.  One object for each positive error code exists
 * from the start and is never freed, so reporting an error needs no memory.
 */
#ifndef RL_EXC_H
#define RL_EXC_H

#include "refloop.h"

static inline rl_value value_none(void)
{
    return (rl_value){NULL, NULL};
}

/* One more owner of a value, and one less. */
static inline void value_ref(rl_value value)
{
    if (value.type != NULL && value.type->ref != NULL)
        value.type->ref(value.ptr);
}

static inline void value_unref(rl_value value)
{
    if (value.type != NULL && value.type->unref != NULL)
        value.type->unref(value.ptr);
}

/* As rl_exc_new, raised from `cause` (borrowed, may be NULL): it is Python's
 * __cause__ and __context__. */
rl_exc *exc_new_from(rl_exc_kind kind, const char *class_name, const char *message,
                     rl_value payload, rl_exc *cause);

/*
 * For what is raised in the middle of a run: where there is no memory for an
 * object of its own, the immortal one of the same class stands in.
 *
 * exc_fresh           an object for a positive code, which can be linked;
 *                     `cause` as above
 * exc_new_cancelled   a CancelledError with that argument (borrowed)
 */
rl_exc *exc_fresh(rl_err err, rl_exc *cause);
rl_exc *exc_new_cancelled(rl_value message);

/* Does one reference keep it alive?  Never of an immortal one. */
bool exc_has_one_owner(const rl_exc *exc);

/* It is raised here, and a program may be handling another (rl_set_raise_hook).  Taken. */
rl_exc *exc_raised(rl_exc *exc);

#endif
