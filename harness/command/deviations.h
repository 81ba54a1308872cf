/*
 * deviations.h - a target's deviations file: what fails, how, and why it may
 * (spec/formats.md, "Deviations").
 *
 * The file excuses nothing for good: what it names still runs and must fail as recorded,
 * and whatever in it is no longer so fails the run, in a line that says what to do.
 */
#ifndef COMMAND_DEVIATIONS_H
#define COMMAND_DEVIATIONS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "suite.h"
#include "trace_hash.h"
#include "verdict.h"

typedef struct deviation {
    char *pattern;
    verdict kind; /* SKIP: must not be played */
    char hash[TRACE_HASH_SIZE]; /* of its trace; "" where any will do */
    char *comment;              /* all that follows '#'; "" for nothing */
    char *reason;               /* its first part; "" for none */
    char until[11];             /* the last day on which it holds; "" for no end */
    char *place;                /* "FILE:LINE" */
    char *said;                 /* "FILE:LINE: REASON" */
    int line;
} deviation;

typedef struct deviations {
    const char *path; /* NULL: there is no file */
    char **raw;       /* its lines */
    size_t raw_count;
    deviation *entries;
    size_t count;
    suite_level level; /* the weakest that can fail in this run */
    bool is_virtual;   /* in real time no trace is like another, and long scenarios are not played */
    struct complaint {
        int line;
        char *text;
    } *complaints;
    size_t complaint_count;
} deviations;

/* What a run asked for, and what became of it. */
typedef struct deviations_run {
    const suite *suite;
    const bool *chosen;            /* for each of its scenarios */
    const verdict_result *results; /* of the chosen ones, in its order */
} deviations_run;

/*
 * Read the file.  `path` NULL: there are none; `may_be_missing`: --write-deviations makes it.
 * returns  0, or 2 with one line on standard error
 */
int deviations_load(const char *path, bool may_be_missing, deviations *out);
/* The same from memory; `text` is borrowed. */
int deviations_parse(const char *path, const char *text, deviations *out);
void deviations_free(deviations *of);

/* The first entry that names the scenario; NULL where none does. */
const deviation *deviations_find(const deviations *in, const suite_scenario *scenario);
/* Must it not be played?  Then `out` is its result. */
bool deviations_skip(const deviations *in, const suite_scenario *scenario, verdict_result *out);
/* Hold the result against the entry that names it: XFAIL, XPASS, or a failure as it was. */
void deviations_judge(deviations *with, verdict_result *result);
/* At the end of a whole run: find the entries that are wrong as such. */
void deviations_examine(deviations *of, const deviations_run *run);
/* One line each, in the file's order; on standard error, and as an array. */
void deviations_print(const deviations *of);
json_t *deviations_complaints(const deviations *of);

/*
 * Make the file say what this run found, touching no line that still holds.  The file is
 * replaced as a whole or not at all.
 * returns  0, or 2 with one line on standard error
 */
int deviations_write(const deviations *of, const deviations_run *run, const char *target);

#endif
