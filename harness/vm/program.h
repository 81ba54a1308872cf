/*
 * program.h - a compiled scenario in memory.
 */
#ifndef VM_PROGRAM_H
#define VM_PROGRAM_H

#include <stddef.h>

#include "function.h"

typedef struct program {
    char *file;     /* where the scenario was, for tracebacks */
    size_t count;
    code *codes;    /* the first is the module's body */
} program;

/* Read and check the program in file `path`: NULL and one line in `error` if
 * it is broken.  The class str must exist (vm_classes_start). */
program *vm_program_load(const char *path, char *error, size_t error_size);
/* Drop the constants; they must not outlive the objects. */
void vm_program_clear(program *p);
void vm_program_free(program *p);

/* verify.c: does every path keep to the stack?  Fills in stack_size and
 * block_size.  False: *at is the instruction, *why says what is wrong. */
bool vm_verify(code *c, size_t *at, const char **why);

#endif
