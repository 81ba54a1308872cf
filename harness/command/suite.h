/*
 * suite.h - the suite index: scenarios with their goldens, and the clauses.
 *
 * oracle/suite.py makes the index (spec/formats.md, "Suite index"); it is made again
 * here whenever a scenario, a clause or the oracle itself is newer, so that nobody
 * ever runs what he has just changed as it was before.
 */
#ifndef COMMAND_SUITE_H
#define COMMAND_SUITE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "project.h"
#include "trace.h"
#include "versions.h"

/* In order: each level contains those before it. */
typedef enum suite_level {
    SUITE_DOCUMENTED,
    SUITE_DEFACTO,
    SUITE_DETAIL,
    SUITE_UNDEFINED
} suite_level;

const char *suite_level_name(suite_level level);
bool suite_parse_level(const char *name, suite_level *out);

typedef struct suite_clause {
    const char *id;
    const char *text; /* its sentence; NULL where spec/ does not have the clause */
    const char *level;
    const char *look_at; /* where to look when it fails; NULL or "" where it does not say */
    const char *file; /* below spec/ */
    int line;
} suite_clause;

typedef struct suite_golden {
    const char *versions; /* as the block's header has them */
    bool *holds;          /* for each of the suite's builds */
    trace trace;
} suite_golden;

typedef struct suite_scenario {
    const char *id;
    const char *area; /* the id up to its slash */
    char *file;       /* absolute */
    char *program;    /* absolute; NULL where it was not compiled */
    const char *doc;
    suite_level level;
    const char *needs;
    const char **clauses;
    size_t clause_count;
    const char **ops;
    size_t op_count;
    suite_golden *goldens;
    size_t golden_count;
} suite_scenario;

typedef struct suite_broken {
    const char *id;
    const char *error; /* "FILE:LINE: what" */
} suite_broken;

/* All strings are the suite's. */
typedef struct suite {
    json_t *index;
    char *folder; /* absolute: where the scenarios are */
    const char **build_names; /* recorded builds, oldest first */
    version *builds;
    size_t build_count;
    suite_scenario *scenarios; /* by id */
    size_t count;
    suite_clause *clauses; /* by id */
    size_t clause_count;
    suite_broken *broken;
    size_t broken_count;
    char **areas; /* interned */
    size_t area_count;
} suite;

/*
 * Load the index of the suite in `folder` (NULL: the project's), making it first where
 * it is missing or old.
 *
 * returns  0, or an exit status with one line on standard error.  Broken scenarios are
 *          no failure of this function: see `broken`.
 */
int suite_load(const project *from, const char *folder, suite *out);
/* Read an index from memory.  `programs` is the folder of the compiled programs. */
int suite_parse(json_t *index, const char *programs, suite *out); /* `index` is taken */
void suite_free(suite *of);

/* A hash of what is graded: ids, levels and goldens. */
unsigned suite_digest(const suite *of);

/* NULL where there is none. */
const suite_scenario *suite_find(const suite *in, const char *id);
const suite_clause *suite_find_clause(const suite *in, const char *id);

/*
 * Which scenarios the patterns name: a glob on ids or clauses, an id, a clause, an area,
 * or the path of a scenario file.  No pattern names all.
 *
 * chosen   room for in->count
 * returns  0, or 2 with one line on standard error for a pattern that matches nothing
 */
int suite_choose(const suite *in, char *const *patterns, size_t pattern_count, bool *chosen);
/* Does the pattern name the scenario, or a clause that it shows? */
bool suite_matches(const suite_scenario *scenario, const char *pattern);
/* Does the pattern name this id, its area or its file? */
bool suite_matches_id(const char *pattern, const char *id);

#endif
