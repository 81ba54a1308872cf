/*
 * instructions.h - for the files that instructions are made of: the stacks of a
 * running frame, and the instructions that interp.c does not do itself.
 *
 * An instruction that fails leaves an exception pending and returns false, or -1.
 */
#ifndef VM_INSTRUCTIONS_H
#define VM_INSTRUCTIONS_H

#include "function.h"

/* ---- The stacks: verify.c has proved that there is room -------------------- */

static inline void push(frame *f, value v)
{
    f->stack[f->sp++] = v;
}

static inline value pop(frame *f)
{
    return f->stack[--f->sp];
}

static inline value *top(frame *f, size_t below)
{
    return &f->stack[f->sp - 1 - below];
}

/* Pop `count` values and drop them, last one first. */
static inline void pop_drop(frame *f, size_t count)
{
    while (count-- > 0)
        vm_drop(pop(f));
}

/* Replace the `count` topmost values by one; false if that one is VM_NULL. */
static inline bool replace(frame *f, size_t count, value result)
{
    pop_drop(f, count);
    if (vm_is_null(result))
        return false;
    push(f, result);
    return true;
}

/* Put a new value in place, then drop the old one: its destructor may look. */
static inline void store(value *place, value item)
{
    value old = *place;
    *place = item;
    vm_drop(old);
}

static inline void push_block(frame *f, block b)
{
    f->blocks[f->block_count++] = b;
}

static inline void pop_block(frame *f)
{
    exception *handled = f->blocks[--f->block_count].handled;
    f->blocks[f->block_count].handled = NULL;
    vm_unref(handled);
}

/* ---- with_statement.c ------------------------------------------------------ */

/* manager -> its exit method, what its enter method gave */
bool vm_with_enter(frame *f);
bool vm_async_with_enter(frame *f);
/* exit -> */
bool vm_with_exit(frame *f);
/* exit, exception -> exit, exception, whether it is swallowed */
bool vm_with_except(frame *f);
/* exit -> what it gave for a block that ended well, to be awaited */
bool vm_call_exit(frame *f);
/* exit, exception -> exit, exception, what exit gave, to be awaited */
bool vm_call_exit_raised(frame *f);

/* ---- awaiting.c ------------------------------------------------------------ */

/* The exception that was thrown into this frame gets its context here. */
void vm_chain_thrown(const frame *f);
/* object -> what awaiting it resumes; `gave` is the operand of GET_AWAITABLE. */
bool vm_awaitable(frame *f, int32_t gave);
/* iterator, what is sent -> its result (0), or what it yielded, in *out (1). */
int vm_await(frame *f, value *out);
/* object -> its asynchronous iterator */
bool vm_get_aiter(frame *f);
/* iterator -> iterator, what its __anext__ gave */
bool vm_get_anext(frame *f);

/* ---- except_star.c --------------------------------------------------------- */

/* exception -> exception, a list of what is raised, the exception: what is left of it */
void vm_star_begin(frame *f);
/* original, raised, rest, class -> original, raised, rest[, matching part].
 * 1: there is one, and it is what is handled now; 0: none; -1. */
int vm_star_match(frame *f);
/* original, raised, rest -> ; false: what was raised, and the rest, is pending */
bool vm_star_end(frame *f);

#endif
