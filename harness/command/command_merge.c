/*
 * command_merge.c - `aiospec merge`: the results of all shards of a run, as one.
 *
 * What is merged must be that run and nothing else: each shard once, of one target, one
 * suite and one choice of scenarios.
 */
#include "commands.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "results_file.h"
#include "shard.h"
#include "text.h"

typedef struct merger {
    char *const *paths;
    results_file *parts;
    size_t count;
    shard *shards;
} merger;

static int refuse(const char *format, ...) __attribute__((format(printf, 1, 2)));

static int refuse(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("aiospec merge: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return EXIT_USAGE;
}

/* ---- What is refused ---- */

/* Each file by itself: a whole shard. */
static int check_part(const merger *of, size_t index)
{
    const results_file *part = &of->parts[index];
    const char *path = of->paths[index];
    if (!shard_parse(results_string(part->header, "shard"), &of->shards[index]))
        return refuse("%s is no shard; `aiospec run --shard I/N` makes one", path);
    if (!json_is_true(json_object_get(part->footer, "complete")))
        return refuse("%s was cut short: run that shard again", path);
    if (json_array_size(part->scenarios) != results_promised(part))
        return refuse("%s holds %zu scenarios of %zu: run that shard again", path,
                      json_array_size(part->scenarios), results_promised(part));
    return 0;
}

/* Beside the first: the same run? */
static int check_same(const merger *of, size_t index)
{
    static const char *const keys[] = {"target", "loop",  "implementation", "semantics", "clock",
                                       "level",  "suite", "chosen"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        json_t *values[] = {json_object_get(of->parts[0].header, keys[i]),
                            json_object_get(of->parts[index].header, keys[i])};
        if (values[0] == values[1] || json_equal(values[0], values[1]))
            continue;
        char *first = json_dumps(values[0], JSON_ENCODE_ANY | JSON_COMPACT);
        char *other = json_dumps(values[1], JSON_ENCODE_ANY | JSON_COMPACT);
        refuse("%s and %s are of different runs: %s is %s and %s", of->paths[0], of->paths[index],
               keys[i], first != NULL ? first : "none", other != NULL ? other : "none");
        free(first);
        free(other);
        return EXIT_USAGE;
    }
    if (of->shards[index].count != of->shards[0].count)
        return refuse("%s is one of %u shards, and %s one of %u", of->paths[0], of->shards[0].count,
                      of->paths[index], of->shards[index].count);
    return 0;
}

/* Each shard once. */
static int check_complete(const merger *of)
{
    unsigned total = of->shards[0].count;
    for (unsigned wanted = 1; wanted <= total; wanted++) {
        const char *found = NULL;
        for (size_t i = 0; i < of->count; i++) {
            if (of->shards[i].index != wanted)
                continue;
            if (found != NULL)
                return refuse("%s and %s are both shard %u/%u", found, of->paths[i], wanted, total);
            found = of->paths[i];
        }
        if (found == NULL)
            return refuse("shard %u/%u is missing", wanted, total);
    }
    return 0;
}

static json_t *chosen_count(const json_t *header)
{
    return json_object_get(json_object_get(header, "chosen"), "scenarios");
}

/* The scenarios together are those that were chosen, each once. */
static int check_scenarios(const json_t *header, const json_t *scenarios)
{
    json_int_t chosen = json_integer_value(chosen_count(header));
    for (size_t i = 1; i < json_array_size(scenarios); i++) {
        const char *id = results_string(json_array_get(scenarios, i), "id");
        if (strcmp(id, results_string(json_array_get(scenarios, i - 1), "id")) == 0)
            return refuse("%s is in two of the files", id);
    }
    if (json_array_size(scenarios) != (size_t)chosen)
        return refuse("the files hold %zu scenarios, and %lld were chosen", json_array_size(scenarios),
                      (long long)chosen);
    return 0;
}

static int check_all(const merger *of)
{
    int status = 0;
    for (size_t i = 0; status == 0 && i < of->count; i++)
        status = check_part(of, i);
    for (size_t i = 1; status == 0 && i < of->count; i++)
        status = check_same(of, i);
    return status == 0 ? check_complete(of) : status;
}

/* ---- Merging ---- */

static json_t *merged_header(const merger *of)
{
    json_t *header = json_copy(of->parts[0].header);
    for (size_t i = 1; i < of->count; i++) {
        const json_t *other = of->parts[i].header;
        if (strcmp(results_string(header, "started"), results_string(other, "started")) > 0)
            json_object_set(header, "started", json_object_get(other, "started"));
    }
    json_object_del(header, "shard");
    json_object_set(header, "scenarios", chosen_count(header));
    json_object_set_new(header, "merged", json_integer((json_int_t)of->count));
    return header;
}

static void add_numbers(json_t *to, const json_t *from)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)from, key, value)
    {
        if (json_is_integer(value))
            json_object_set_new(to, key, json_integer(json_integer_value(json_object_get(to, key)) +
                                                      json_integer_value(value)));
    }
}

/* Every shard reads the whole deviations file: what is wrong in it as such they all say. */
static void add_complaints(json_t *to, const json_t *from)
{
    size_t index, known;
    json_t *complaint, *other;
    json_array_foreach(from, index, complaint)
    {
        bool is_new = true;
        json_array_foreach(to, known, other)
            is_new = is_new && !json_equal(complaint, other);
        if (is_new)
            json_array_append(to, complaint);
    }
}

static json_t *merged_footer(const merger *of, long floor, int *status)
{
    json_t *counts = json_object(), *verdicts = json_object(), *complaints = json_array();
    *status = EXIT_EXPECTED;
    for (size_t i = 0; i < of->count; i++) {
        const json_t *footer = of->parts[i].footer;
        add_numbers(counts, footer);
        add_numbers(verdicts, json_object_get(footer, "verdicts"));
        add_complaints(complaints, json_object_get(footer, "complaints"));
        if (json_integer_value(json_object_get(footer, "status")) == EXIT_USAGE)
            *status = EXIT_USAGE;
    }
    json_int_t failed = json_integer_value(json_object_get(counts, "failed"));
    json_int_t graded = failed + json_integer_value(json_object_get(counts, "passed")) +
                        json_integer_value(json_object_get(counts, "expected")) +
                        json_integer_value(json_object_get(counts, "open"));
    if (*status == EXIT_EXPECTED && (failed > 0 || json_array_size(complaints) > 0))
        *status = EXIT_UNEXPECTED;
    if (*status == EXIT_EXPECTED && graded < floor)
        *status = EXIT_FLOOR;
    json_t *footer = json_pack("{s:b, s:o, s:o, s:b}", "footer", 1, "verdicts", verdicts, "complaints",
                               complaints, "complete", 1);
    json_object_update(footer, counts);
    json_object_set_new(footer, "status", json_integer(*status));
    json_decref(counts);
    return footer;
}

static void add_line(text_buffer *to, const json_t *object)
{
    char *line = json_dumps(object, JSON_COMPACT | JSON_REAL_PRECISION(10));
    text_addf(to, "%s\n", line != NULL ? line : "{}");
    free(line);
}

static int merge(const merger *of, const options *with)
{
    json_t *lines = json_array();
    json_t *header = merged_header(of);
    results_file all;
    int status;
    json_array_append_new(lines, header);
    for (size_t i = 0; i < of->count; i++)
        json_array_extend(lines, of->parts[i].scenarios);
    results_file_take(lines, &all);
    json_decref(lines);
    if (check_scenarios(all.header, all.scenarios) != 0) {
        results_file_free(&all);
        return EXIT_USAGE;
    }
    all.footer = merged_footer(of, with->floor, &status);

    text_buffer text = {0};
    add_line(&text, all.header);
    for (size_t i = 0; i < json_array_size(all.scenarios); i++)
        add_line(&text, json_array_get(all.scenarios, i));
    add_line(&text, all.footer);
    if (!files_replace(with->output, text.data, text.length)) {
        fprintf(stderr, "aiospec: cannot write the results to %s: %s\n", with->output, strerror(errno));
        status = EXIT_USAGE;
    } else {
        size_t kinds[KIND_COUNT];
        text_clear(&text);
        results_count(&all, NULL, kinds);
        results_add_counts(&text, kinds);
        puts(text.data);
    }
    json_t *faults = results_faults(&all);
    for (size_t i = 0; i < json_array_size(faults); i++)
        fprintf(stderr, "%s\n", json_string_value(json_array_get(faults, i)));
    json_decref(faults);
    text_free(&text);
    results_file_free(&all);
    return status;
}

int command_merge(const project *in, const options *with)
{
    (void)in; /* results say all there is to know */
    if (with->word_count == 0 || with->output == NULL) {
        fputs("aiospec merge: FILE... -o OUT: the results of all shards, and where to write\n", stderr);
        return EXIT_USAGE;
    }
    merger of = {.paths = with->words};
    of.parts = text_alloc(with->word_count * sizeof *of.parts);
    of.shards = text_alloc(with->word_count * sizeof *of.shards);
    int status = 0;
    for (; status == 0 && of.count < with->word_count; of.count++)
        status = results_file_load(with->words[of.count], &of.parts[of.count]);
    if (status == 0)
        status = check_all(&of);
    if (status == 0)
        status = merge(&of, with);
    for (size_t i = 0; i < of.count; i++)
        results_file_free(&of.parts[i]);
    free(of.parts);
    free(of.shards);
    return status;
}
