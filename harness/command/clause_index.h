/*
 * clause_index.h - all there is about each clause: its text, scenarios and code.
 *
 * oracle/traceability.py makes it anew from spec/, the suite and the sources whenever it
 * is asked for (spec/formats.md, "Clause index"), so it is never old.
 */
#ifndef COMMAND_CLAUSE_INDEX_H
#define COMMAND_CLAUSE_INDEX_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "project.h"

typedef struct clause_index {
    json_t *all; /* objects, in reading order */
    bool broken; /* some clauses or scenarios could not be read; it was said which */
} clause_index;

/*
 * suite    the folder of the scenarios; NULL: the project's
 * returns  0, or an exit status with one line on standard error
 */
int clause_index_load(const project *from, const char *suite, clause_index *out);
void clause_index_free(clause_index *of);

/*
 * Which clauses the patterns name: an id, an area, or a glob on ids.  No pattern names all.
 *
 * chosen   room for json_array_size(in->all)
 * returns  0, or 2 with one line on standard error for a pattern that matches nothing
 */
int clause_index_choose(const clause_index *in, char *const *patterns, size_t count, bool *chosen);

/* A string of a clause; "" where it has none. */
const char *clause_string(const json_t *clause, const char *key);

#endif
