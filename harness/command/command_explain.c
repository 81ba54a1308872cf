/*
 * command_explain.c - `aiospec explain`: all there is about a clause.
 */
#include "commands.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clause_index.h"
#include "suite.h"
#include "text.h"

enum { WIDTH = 96, LABEL = 22, SCENARIOS_SHOWN = 12 };

/* "  label               text, wrapped under itself" */
static void add_field(text_buffer *out, const char *label, const char *text)
{
    if (*text == '\0')
        return;
    text_addf(out, "  %-*s", LABEL, label);
    text_add_wrapped(out, text, LABEL + 2, WIDTH - LABEL - 2);
    text_add(out, "\n");
}

/* Paragraphs are wrapped anew; what is indented, fenced or a list stays as it is. */
static void add_prose(text_buffer *out, const char *prose)
{
    bool fenced = false;
    for (const char *at = prose; *at != '\0';) {
        const char *end = strstr(at, "\n\n");
        size_t length = end != NULL ? (size_t)(end - at) : strlen(at);
        char *paragraph = text_copy_n(at, length);
        bool fence = strncmp(paragraph, "```", 3) == 0;
        text_add(out, "\n  ");
        if (fenced || fence || strchr(" *-|", paragraph[0]) != NULL) {
            for (const char *c = paragraph; *c != '\0'; c++)
                text_add_n(out, *c == '\n' ? "\n  " : c, *c == '\n' ? 3 : 1);
        } else {
            text_add_wrapped(out, paragraph, 2, WIDTH - 2);
        }
        text_add(out, "\n");
        bool closes = length >= 4 && strcmp(paragraph + length - 4, "\n```") == 0;
        fenced = (fenced || fence) && !closes;
        free(paragraph);
        at += length + (end != NULL ? 2 : 0);
    }
}

static void add_examples(text_buffer *out, const json_t *clause)
{
    size_t i, j;
    json_t *example, *line;
    json_array_foreach(json_object_get(clause, "examples"), i, example)
    {
        text_addf(out, "\n  From %s:\n\n", clause_string(example, "scenario"));
        json_array_foreach(json_object_get(example, "lines"), j, line)
        {
            const char *text = json_string_value(line);
            text_addf(out, *text != '\0' ? "    %s\n" : "%s\n", text);
        }
    }
}

static void add_code(text_buffer *out, const json_t *clause)
{
    size_t i;
    json_t *place;
    json_array_foreach(json_object_get(clause, "code"), i, place)
    {
        text_buffer at = {0};
        const char *symbol = clause_string(place, "symbol");
        text_addf(&at, "%s:%d", clause_string(place, "file"),
                  (int)json_integer_value(json_object_get(place, "line")));
        text_addf(out, "  %-*s%-32s  %s\n", LABEL, i == 0 ? "in the reference" : "", at.data, symbol);
        text_free(&at);
    }
    if (i == 0)
        add_field(out, "in the reference", clause_string(clause, "unnamed"));
}

/* Which recorded builds executed scenarios of the clause. */
static void add_builds(text_buffer *out, const suite *in, const json_t *shown)
{
    text_buffer builds = {0};
    for (size_t build = 0; build < in->build_count; build++) {
        bool did = false;
        for (size_t i = 0; i < json_array_size(shown) && !did; i++) {
            const suite_scenario *scenario =
                suite_find(in, json_string_value(json_array_get(shown, i)));
            for (size_t j = 0; scenario != NULL && j < scenario->golden_count; j++)
                did = did || scenario->goldens[j].holds[build];
        }
        if (did)
            text_addf(&builds, "%s%s", builds.length > 0 ? ", " : "", in->build_names[build]);
    }
    if (builds.length > 0)
        add_field(out, "recorded by CPython", builds.data);
    text_free(&builds);
}

static void add_scenarios(text_buffer *out, const suite *in, const json_t *clause)
{
    const json_t *shown = json_object_get(clause, "scenarios");
    size_t count = json_array_size(shown), widest = 0;
    size_t listed = count > SCENARIOS_SHOWN ? SCENARIOS_SHOWN : count;
    add_field(out, "no scenario", clause_string(clause, "unshown"));
    if (count == 0)
        add_field(out, "scenarios", clause_string(clause, "coverage"));
    if (count == 0)
        return;
    for (size_t i = 0; i < listed; i++) {
        size_t length = json_string_length(json_array_get(shown, i));
        widest = length > widest ? length : widest;
    }
    text_add(out, "\n  Scenarios:\n\n");
    for (size_t i = 0; i < listed; i++) {
        const char *id = json_string_value(json_array_get(shown, i));
        const suite_scenario *scenario = suite_find(in, id);
        text_addf(out, "    %-*s  ", (int)widest, id);
        text_add_wrapped(out, scenario != NULL ? scenario->doc : "", widest + 6,
                         WIDTH > widest + 6 + 30 ? WIDTH - widest - 6 : 30);
        text_add(out, "\n");
    }
    if (count > listed)
        text_addf(out, "    and %zu more: aiospec list %s\n", count - listed,
                  clause_string(clause, "id"));
}

/* The first line in which two goldens of one scenario differ. */
static size_t first_difference(const trace *one, const trace *other)
{
    size_t i = 0;
    while (i < one->count && i < other->count && strcmp(one->lines[i].ms, other->lines[i].ms) == 0 &&
           strcmp(one->lines[i].text, other->lines[i].text) == 0)
        i++;
    return i;
}

static void add_golden_line(text_buffer *out, const suite_golden *golden, size_t line, size_t widest)
{
    text_addf(out, "      CPython %-*s  ", (int)widest, golden->versions);
    if (line < golden->trace.count)
        trace_write_line(out, &golden->trace.lines[line]);
    else
        text_add(out, "        (ends before)");
    text_add(out, "\n");
}

/* What CPython's versions do differently, of the first few scenarios that show it. */
static void add_versions(text_buffer *out, const suite *in, const json_t *clause)
{
    size_t i, told = 0;
    json_t *id;
    json_array_foreach(json_object_get(clause, "scenarios"), i, id)
    {
        const suite_scenario *scenario = suite_find(in, json_string_value(id));
        if (scenario == NULL || scenario->golden_count < 2)
            continue;
        if (++told > 4)
            break;
        size_t line = SIZE_MAX, widest = 0;
        for (size_t j = 0; j < scenario->golden_count; j++) {
            size_t length = strlen(scenario->goldens[j].versions);
            widest = length > widest ? length : widest;
            size_t first = j == 0 ? SIZE_MAX : first_difference(&scenario->goldens[0].trace,
                                                                &scenario->goldens[j].trace);
            line = first < line ? first : line;
        }
        text_addf(out, "%s    %s, line %zu\n", told == 1 ? "\n  Differs by version:\n\n" : "",
                  scenario->id, line + 1);
        for (size_t j = 0; j < scenario->golden_count; j++)
            add_golden_line(out, &scenario->goldens[j], line, widest);
    }
}

static void explain(const suite *in, const json_t *clause)
{
    text_buffer out = {0};
    text_addf(&out, "%s  %s, CPython %s  (spec/%s:%d)\n\n  ", clause_string(clause, "id"),
              clause_string(clause, "level"), clause_string(clause, "versions"),
              clause_string(clause, "file"),
              (int)json_integer_value(json_object_get(clause, "line")));
    text_add_wrapped(&out, clause_string(clause, "text"), 2, WIDTH - 2);
    text_add(&out, "\n");
    add_prose(&out, clause_string(clause, "prose"));
    add_examples(&out, clause);
    text_add(&out, "\n");
    add_field(&out, "if it fails, look at", clause_string(clause, "look_at"));
    add_field(&out, "in CPython", clause_string(clause, "source"));
    add_field(&out, "known because", clause_string(clause, "evidence"));
    add_builds(&out, in, json_object_get(clause, "scenarios"));
    add_code(&out, clause);
    add_scenarios(&out, in, clause);
    add_versions(&out, in, clause);
    fputs(out.data, stdout);
    text_free(&out);
}

int command_explain(const project *in, const options *with)
{
    suite all = {0};
    clause_index index = {0};
    if (with->word_count == 0) {
        fputs("aiospec explain: which clause? `aiospec clauses` lists them\n", stderr);
        return EXIT_USAGE;
    }
    int status = suite_load(in, with->suite, &all);
    if (status == 0)
        status = clause_index_load(in, with->suite, &index);
    bool *chosen = text_alloc(json_array_size(index.all));
    if (status == 0)
        status = clause_index_choose(&index, with->words, with->word_count, chosen);
    bool any = false;
    for (size_t i = 0; i < json_array_size(index.all) && status == 0; i++) {
        if (!chosen[i])
            continue;
        if (any)
            putchar('\n');
        any = true;
        explain(&all, json_array_get(index.all, i));
    }
    if (status == 0 && index.broken)
        status = EXIT_USAGE;
    free(chosen);
    clause_index_free(&index);
    suite_free(&all);
    return status;
}
