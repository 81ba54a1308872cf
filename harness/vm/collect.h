/*
 * collect.h - finds reference cycles.
 */
#ifndef VM_COLLECT_H
#define VM_COLLECT_H

/* Destroy what only refers to itself; finalizers run first.  What a loop
 * refers to counts as referred to. */
void vm_collect(void);

#endif
