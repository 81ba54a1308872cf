/*
 * report.h - what `aiospec run` prints: failures in full, a summary, and as the last
 * line "N passed, N failed".
 *
 * Results are shown in the suite's order, each as soon as all before it are known.
 */
#ifndef COMMAND_REPORT_H
#define COMMAND_REPORT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "likeness.h"
#include "options.h"
#include "suite.h"
#include "verdict.h"

typedef struct report {
    const suite *suite;
    bool quiet;   /* only the last line */
    bool summary; /* no failure in full */
    bool verbose;
    bool color;
    bool progress; /* a line that is overwritten; only on a terminal */
    size_t width;  /* columns */
    char *again;   /* the command that repeats a scenario, without its id */
} report;

/* Standard output's nature decides colour, width and progress. */
void report_init(report *to, const suite *in, const options *with);
void report_free(report *of);

/* The first line: the target, its clock, what grades it. */
void report_header(const report *to, const char *target, const json_t *greeting,
                   const char *graded_by, bool is_virtual, const char *clock_note, size_t count);
/* Overwrite the progress line, or remove it (`id` NULL). */
void report_progress(const report *to, size_t done, size_t count, const char *id);
void report_result(const report *to, const verdict_result *result);
/* Table, failing clauses, what it behaves like, and the last line. */
void report_summary(const report *to, const verdict_result *results, size_t count,
                    const likeness *like);

/* Append the program of a scenario, numbered, without its golden traces.  False where
 * the file cannot be read. */
bool report_add_program(text_buffer *to, const char *file);

#endif
