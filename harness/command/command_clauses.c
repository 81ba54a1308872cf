/*
 * command_clauses.c - `aiospec clauses`: the clauses, one a line or as JSON.
 */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clause_index.h"
#include "text.h"

static void print_json(const clause_index *in, const bool *chosen)
{
    json_t *some = json_array();
    for (size_t i = 0; i < json_array_size(in->all); i++) {
        if (chosen[i])
            json_array_append(some, json_array_get(in->all, i));
    }
    json_dumpf(some, stdout, JSON_INDENT(1));
    putchar('\n');
    json_decref(some);
}

static void print_lines(const clause_index *in, const bool *chosen)
{
    text_buffer out = {0};
    for (size_t i = 0; i < json_array_size(in->all); i++) {
        const json_t *clause = json_array_get(in->all, i);
        if (!chosen[i])
            continue;
        text_addf(&out, "%-9s  %-10s  %4zu  %s\n", clause_string(clause, "id"),
                  clause_string(clause, "level"),
                  json_array_size(json_object_get(clause, "scenarios")),
                  clause_string(clause, "text"));
    }
    if (out.length > 0)
        fputs(out.data, stdout);
    text_free(&out);
}

int command_clauses(const project *in, const options *with)
{
    clause_index index;
    int status = clause_index_load(in, with->suite, &index);
    bool *chosen = text_alloc(json_array_size(index.all));
    if (status == 0)
        status = clause_index_choose(&index, with->words, with->word_count, chosen);
    if (status == 0) {
        if (with->json)
            print_json(&index, chosen);
        else
            print_lines(&index, chosen);
        if (index.broken)
            status = EXIT_USAGE;
    }
    free(chosen);
    clause_index_free(&index);
    return status;
}
