/*
 * format_markdown.c - Markdown for the summary that a CI service shows of a job.
 */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

/* Such a page is short of room; the rest is in the results. */
#define MOST_IN_FULL 25
#define MOST_LISTED 200

static void add_text(text_buffer *to, const char *text)
{
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < ' ') {
            text_add(to, " ");
            continue;
        }
        if (strchr("\\`*_{}[]<>()#+!|~", *text) != NULL)
            text_add(to, "\\");
        text_add_n(to, text, 1);
    }
}

static void add_row(text_buffer *to, const char *name, const size_t kinds[KIND_COUNT])
{
    text_addf(to, "| %s | %zu | %zu | %zu | %zu | %zu |\n", name, kinds[KIND_PASSED], kinds[KIND_FAILED],
              kinds[KIND_EXPECTED], kinds[KIND_OPEN], kinds[KIND_SKIPPED]);
}

static void add_table(text_buffer *to, const results_file *from)
{
    size_t kinds[KIND_COUNT], count;
    char **areas = results_areas(from, &count);
    text_add(to, "\n| area | passed | failed | expected | open | skipped |\n|---|---:|---:|---:|---:|---:|\n");
    for (size_t i = 0; i < count; i++) {
        results_count(from, areas[i], kinds);
        add_row(to, areas[i], kinds);
        free(areas[i]);
    }
    free(areas);
    results_count(from, NULL, kinds);
    add_row(to, "**all**", kinds);
}

static void add_failure(text_buffer *to, const results_file *from, const json_t *scenario, bool in_full)
{
    results_traces traces;
    text_addf(to, "\n- **%s** `%s` ", results_string(scenario, "verdict"), results_string(scenario, "id"));
    add_text(to, results_string(scenario, "reason"));
    text_add(to, "\n");
    if (!in_full)
        return;
    if (*results_string(scenario, "sentence") != '\0') {
        text_addf(to, "\n  %s: ", results_clause(scenario));
        text_add(to, results_string(scenario, "sentence")); /* Markdown already */
        text_add(to, "\n");
    }
    if (!results_compare(from, scenario, &traces))
        return;
    if (!traces.comparison.equal) {
        text_buffer rows = {0};
        results_add_traces(&rows, &traces);
        text_add(to, "\n  <details><summary>traces</summary><pre>\n");
        format_add_escaped(to, rows.data);
        text_add(to, "</pre></details>\n");
        text_free(&rows);
    }
    results_traces_free(&traces);
}

static void add_failures(text_buffer *to, const results_file *from)
{
    size_t index, shown = 0;
    json_t *scenario;
    json_array_foreach(from->scenarios, index, scenario)
    {
        if (results_kind(scenario) != KIND_FAILED)
            continue;
        if (shown == 0)
            text_add(to, "\n### Failures\n");
        if (shown < MOST_LISTED)
            add_failure(to, from, scenario, shown < MOST_IN_FULL);
        shown++;
    }
    if (shown > MOST_LISTED)
        text_addf(to, "\n%zu more are in the results.\n", shown - MOST_LISTED);
}

void format_markdown(text_buffer *to, const results_file *from)
{
    size_t kinds[KIND_COUNT], index;
    json_t *fault;
    json_t *faults = results_faults(from);
    text_buffer target = {0};
    results_count(from, NULL, kinds);
    results_add_target(&target, from);
    text_add(to, "## aiospec: ");
    add_text(to, results_string(from->header, "target"));
    text_addf(to, "\n\n**%s**: ", results_are_good(from) ? "As expected" : "Not as expected");
    results_add_counts(to, kinds);
    text_add(to, "  \n");
    add_text(to, target.data);
    text_add(to, "\n");
    json_array_foreach(faults, index, fault)
    {
        text_add(to, index == 0 ? "\n- " : "- ");
        add_text(to, json_string_value(fault));
        text_add(to, "\n");
    }
    add_table(to, from);
    add_failures(to, from);
    text_free(&target);
    json_decref(faults);
}
