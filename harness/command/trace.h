/*
 * trace.h - lines that a scenario logged: read from a trace file, compared with a
 * golden, and written as both show them.
 *
 * Mirrors oracle/traces.py; the formats are in spec/formats.md.
 */
#ifndef COMMAND_TRACE_H
#define COMMAND_TRACE_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

typedef struct trace_line {
    const char *ms; /* milliseconds as they were written */
    const char *group; /* "" for none */
    const char *text;  /* escaped */
} trace_line;

/* Lines whose strings belong to somebody else, or to `bytes`. */
typedef struct trace {
    trace_line *lines;
    size_t count;
    char *bytes;
} trace;

typedef struct trace_left {
    const char *name; /* handles, descriptors, ... */
    const char *count;
} trace_left;

/* A whole trace file. */
typedef struct trace_record {
    trace trace;
    bool ended;                /* an E or an X record is there */
    const char *raised;        /* class of the exception that ended it; NULL for none */
    const char *raised_text;   /* its text, escaped */
    trace_left left[16];       /* C records */
    size_t left_count;
    size_t broken_line; /* number of the first line that is no record; 0: none */
} trace_record;

/* Read the records in `bytes` (NUL-terminated, taken, changed in place). */
void trace_parse(char *bytes, trace_record *out);
void trace_record_free(trace_record *record);

/* Append a trace.  Its strings must outlive the trace. */
void trace_append(trace *to, const char *ms, const char *group, const char *text);
void trace_free(trace *of);

/* Append one line as goldens write it: "   250 ~tie  text". */
void trace_write_line(text_buffer *to, const trace_line *line);
/* The same in at most `columns` columns, see text_add_columns; a line that is NULL is empty. */
void trace_write_side(text_buffer *to, const trace_line *line, size_t columns, bool pad);

/* How two traces lie side by side.  A row names an expected line, an actual line, or
 * both; lines of one group are shown in the order in which each side has them. */
typedef struct trace_row {
    const trace_line *expected; /* NULL: an unexpected line */
    const trace_line *actual;   /* NULL: a missing line */
    bool same;
} trace_row;

typedef struct trace_comparison {
    trace_row *rows;
    size_t count;
    bool equal;
    size_t first; /* the first row that differs; `count` where they are equal */
} trace_comparison;

/* Compare as spec/formats.md says; with `times` false only texts and their order. */
void trace_compare(const trace *expected, const trace *actual, bool times, trace_comparison *out);
void trace_comparison_free(trace_comparison *comparison);

#endif
