/*
 * except_star.c - the stack of a `try` with except* clauses; what becomes of the
 * groups is exception_group.c's.
 */
#include "exception_group.h"
#include "instructions.h"

/* exception -> exception, a list, the exception: what is left of it */
void vm_star_begin(frame *f)
{
    push(f, vm_obj(vm_list_new(0)));
    push(f, vm_keep(*top(f, 1)));
}

/* original, raised, rest, class -> original, raised, rest[, matching part].
 * 1: there is one, and it is what is handled now; 0: none; -1. */
int vm_star_match(frame *f)
{
    value against = pop(f), match = NULL_VALUE, rest = NULL_VALUE;
    int found = vm_group_match(*top(f, 0), against, &match, &rest);
    vm_drop(against);
    if (found < 0)
        return found;
    if (!vm_is_null(rest))
        store(top(f, 0), rest);
    if (found == 0)
        return 0;
    push(f, match);
    block *b = &f->blocks[f->block_count - 1];
    exception *old = b->handled;
    b->handled = vm_ref(match.as.o);
    vm_unref(old);
    return 1;
}

/* original, raised, rest -> nothing; false: what was raised, and the rest, is pending */
bool vm_star_end(frame *f)
{
    exception *e = vm_group_reraise((exception *)top(f, 2)->as.o, (list *)top(f, 1)->as.o,
                                    *top(f, 0));
    pop_drop(f, 3);
    if (e != NULL) {
        vm_reraise(e);
        return false;
    }
    pop_block(f);
    return true;
}
