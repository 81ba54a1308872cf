/*
 * exception_group.h - BaseExceptionGroup and ExceptionGroup, and what except*
 * does with them.
 */
#ifndef VM_EXCEPTION_GROUP_H
#define VM_EXCEPTION_GROUP_H

#include "classes.h"
#include "containers.h"
#include "exception.h"

bool vm_is_group(const exception *e);
/* The class that calling `cls` with these arguments makes; NULL: TypeError or
 * ValueError is pending. */
class *vm_group_check(class *cls, const args *a);
/* Text and members of a new group, from its checked arguments. */
void vm_group_fill(exception *e);
value vm_group_str(const exception *e);
value vm_group_repr(const exception *e);
/* A new group of that text: of Exceptions only, an ExceptionGroup.  `members` borrowed. */
exception *vm_group_new(const char *message, const list *members);
/* What `except* against` takes of e, and what it leaves (None: nothing).  1; 0: it takes
 * nothing, and leaves a copy of a group, or VM_NULL: e itself; -1. */
int vm_group_match(value e, value against, value *match, value *rest);
/* What goes on after all clauses: NULL for nothing. */
exception *vm_group_reraise(exception *original, const list *raised, value rest);
extern const builtin_def vm_group_methods[];

#endif
