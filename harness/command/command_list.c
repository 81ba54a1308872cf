/*
 * command_list.c - `aiospec list`: the scenarios, one a line or as JSON.
 */
#include "commands.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "suite.h"
#include "text.h"

static json_t *string_array(const char *const *strings, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(array, json_string(strings[i]));
    return array;
}

static void print_json(const suite *in, const bool *chosen)
{
    json_t *all = json_array();
    for (size_t i = 0; i < in->count; i++) {
        const suite_scenario *scenario = &in->scenarios[i];
        if (!chosen[i])
            continue;
        json_t *versions = json_array();
        for (size_t j = 0; j < scenario->golden_count; j++)
            json_array_append_new(versions, json_string(scenario->goldens[j].versions));
        json_array_append_new(
            all, json_pack("{s:s, s:s, s:o, s:s, s:s, s:o, s:o, s:s}", "id", scenario->id, "level",
                           suite_level_name(scenario->level), "clauses",
                           string_array(scenario->clauses, scenario->clause_count), "doc",
                           scenario->doc, "needs", scenario->needs, "ops",
                           string_array(scenario->ops, scenario->op_count), "goldens", versions,
                           "file", scenario->file));
    }
    json_dumpf(all, stdout, JSON_INDENT(1));
    putchar('\n');
    json_decref(all);
}

static void print_lines(const suite *in, const bool *chosen)
{
    size_t widest = 0, clause_widest = 0;
    text_buffer out = {0};
    for (size_t i = 0; i < in->count; i++) {
        const suite_scenario *scenario = &in->scenarios[i];
        if (!chosen[i])
            continue;
        widest = strlen(scenario->id) > widest ? strlen(scenario->id) : widest;
        if (scenario->clause_count > 0 && strlen(scenario->clauses[0]) > clause_widest)
            clause_widest = strlen(scenario->clauses[0]);
    }
    for (size_t i = 0; i < in->count; i++) {
        const suite_scenario *scenario = &in->scenarios[i];
        if (chosen[i])
            text_addf(&out, "%-*s  %-10s  %-*s  %s\n", (int)widest, scenario->id,
                      suite_level_name(scenario->level), (int)clause_widest,
                      scenario->clause_count > 0 ? scenario->clauses[0] : "", scenario->doc);
    }
    if (out.length > 0)
        fputs(out.data, stdout);
    text_free(&out);
}

int command_list(const project *in, const options *with)
{
    suite all;
    int status = suite_load(in, with->suite, &all);
    bool *chosen = text_alloc(all.count);
    if (status == 0)
        status = suite_choose(&all, with->words, with->word_count, chosen);
    if (status == 0) {
        if (with->json)
            print_json(&all, chosen);
        else
            print_lines(&all, chosen);
        for (size_t i = 0; i < all.broken_count; i++)
            fprintf(stderr, "%s\n", all.broken[i].error);
        if (all.broken_count > 0)
            status = EXIT_USAGE;
    }
    free(chosen);
    suite_free(&all);
    return status;
}
