/*
 * interp.h - what running instructions needs of the program being played.
 */
#ifndef VM_INTERP_H
#define VM_INTERP_H

#include "function.h"

table *vm_globals(void);
table *vm_builtins(void);
/* The program's code object with that number. */
const code *vm_code(size_t i);

#endif
