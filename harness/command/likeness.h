/*
 * likeness.h - which of the deliberately wrong loops a run behaves like.
 *
 * The suite's wrong_loops.txt says what each of them fails (spec/formats.md, "Results").
 */
#ifndef COMMAND_LIKENESS_H
#define COMMAND_LIKENESS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "suite.h"
#include "text.h"
#include "verdict.h"

typedef struct likeness {
    char *loop;    /* NULL: like none */
    char *what;    /* what is wrong with it, a sentence */
    size_t its;    /* failures of that loop, of what the run graded */
    size_t shared; /* of these, failures of the run too */
    size_t others; /* what else the run failed, of what fails any wrong loop */
} likeness;

/* The most similar one, where at least half of what either of the two fails is failed by both.
 * A suite without the file has none.  Takes results in the suite's order. */
likeness likeness_find(const suite *in, const verdict_result *results, size_t count);
void likeness_free(likeness *of);

/* Append lines for the end of the report; nothing where it is like none. */
void likeness_add(const likeness *of, size_t columns, text_buffer *to);
/* For the footer of the results; null where it is like none. */
json_t *likeness_json(const likeness *of);

#endif
