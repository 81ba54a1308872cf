/*
 * results.h - the results file: one JSON object a line, a header, one for each
 * scenario as it is graded, a footer.  Every other report can be made from it.
 *
 * A run that is killed loses nothing that was graded; what then lacks is the footer.
 */
#ifndef COMMAND_RESULTS_H
#define COMMAND_RESULTS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "verdict.h"

typedef struct results {
    const char *path;
    int fd;
    const suite *suite; /* for the sentences of clauses */
    json_t *kept;       /* all objects, for reports; NULL: nobody wants them */
    bool is_new;  /* the file was not there before */
    bool failed;  /* a write failed; reported */
    size_t verdicts[VERDICT_COUNT];
    size_t kinds[KIND_COUNT];
} results;

/* Prepare to write `path` (NULL: no file).  What the file holds is kept until
 * results_begin.  0, or 2 with one line on standard error. */
int results_open(const char *path, results *out);
/* Replace what the file held by the header.  `header` is taken. */
void results_begin(results *to, json_t *header);
void results_add(results *to, const verdict_result *result);
/* Write the footer and close; `extra` is added to it and taken.  False where any of
 * the file could not be written. */
bool results_end(results *to, json_t *extra);
/* Release; where it was not ended, it had not begun: the file is as it was before. */
void results_abandon(results *of);

#endif
