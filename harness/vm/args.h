/*
 * args.h - keyword arguments of functions written in C.
 */
#ifndef VM_ARGS_H
#define VM_ARGS_H

#include "value.h"

/* Sort keyword arguments into `out` (borrowed; VM_NULL where not given) in the
 * order of `names`, which ends with NULL.  False: TypeError for any other. */
bool vm_keywords(const args *a, const char *function, const char *const names[], value out[]);

#endif
