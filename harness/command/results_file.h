/*
 * results_file.h - the results of a run, read back: what every report is made of.
 */
#ifndef COMMAND_RESULTS_FILE_H
#define COMMAND_RESULTS_FILE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "text.h"
#include "trace.h"
#include "verdict.h"

typedef struct results_file {
    json_t *header;
    json_t *scenarios; /* an array, by id */
    json_t *footer;    /* NULL: the run was killed */
} results_file;

/*
 * Read a file that `aiospec run --results` or `aiospec merge` wrote.  One that a killed run
 * left is fine: its last line may be cut.
 * returns  0, or 2 with one line on standard error
 */
int results_file_load(const char *path, results_file *out);
/* The same from the objects themselves: header, scenarios, footer. */
void results_file_take(const json_t *lines, results_file *out);
void results_file_free(results_file *of);

/* "" where it is no string. */
const char *results_string(const json_t *object, const char *key);
/* The clause that a failure quotes; "" where there is none. */
const char *results_clause(const json_t *scenario);
/* A verdict that nobody knows counts as a failure. */
verdict_kind results_kind(const json_t *scenario);
/* In an area (NULL: all).  returns how many there are */
size_t results_count(const results_file *in, const char *area, size_t kinds[KIND_COUNT]);
/* The areas, in order, and how many.  Caller frees the array and the strings. */
char **results_areas(const results_file *in, size_t *count);

/* How many scenarios it was to grade. */
size_t results_promised(const results_file *in);
/* Is the run one that came to its end with status 0? */
bool results_are_good(const results_file *in);
/* What failed and is no scenario: an array of lines.  Caller decrefs. */
json_t *results_faults(const results_file *in);

/* "python:x: x.Loop on CPython 3.11.2, virtual clock" */
void results_add_target(text_buffer *to, const results_file *in);
/* "N passed, N failed, ..." */
void results_add_counts(text_buffer *to, const size_t kinds[KIND_COUNT]);

/* The traces of a scenario side by side; false where nothing was compared. */
typedef struct results_traces {
    trace expected, actual;
    trace_comparison comparison;
} results_traces;

/* The lines of a trace; none where `lines` is no array. */
void results_read_trace(const json_t *lines, trace *out);
bool results_compare(const results_file *in, const json_t *scenario, results_traces *out);
void results_traces_free(results_traces *of);
/* "   >       0  first | 0  second" for each line that differs, and those around it. */
void results_add_traces(text_buffer *to, const results_traces *of);

#endif
