/*
 * trace_hash.h - eight digits that stand for a trace, where a line has no room for it.
 */
#ifndef COMMAND_TRACE_HASH_H
#define COMMAND_TRACE_HASH_H

#include <stddef.h>

#include "trace.h"

#define TRACE_HASH_SIZE 9 /* with its NUL */

/* FNV-1a, 32 bits, of `length` bytes, going on from `hash` (FNV_START at first). */
#define FNV_START 2166136261u
unsigned fnv_add(unsigned hash, const char *bytes, size_t length);

/*
 * The hash of the lines of a trace and of the class of what ended it (NULL: nothing did).
 * The order of neighbouring lines of one group does not count, as it does not in a comparison.
 */
void trace_hash(const trace *of, const char *raised, char out[TRACE_HASH_SIZE]);

#endif
