/*
 * format_html.c - one page that needs nothing beside itself: no script, no other file.
 */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

static const char style[] =
    ":root{color-scheme:light dark}"
    "body{font:15px/1.5 system-ui,sans-serif;max-width:75em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse}td,th{padding:.1em .8em .1em 0;text-align:left;vertical-align:top}"
    "td.n,th.n{text-align:right}pre{overflow-x:auto;padding:.6em;border:1px solid #8886}"
    "summary{cursor:pointer}code,pre{font:13px/1.4 ui-monospace,monospace}"
    ".failed{color:#c22}.passed{color:#282}.expected,.open,.skipped{color:#a70}";

static const char *const kind_names[] = {"passed", "failed", "expected", "open", "skipped"};

static void add_tag(text_buffer *to, const char *tag, const char *text)
{
    text_addf(to, "<%s>", tag);
    format_add_escaped(to, text);
    text_addf(to, "</%s>", tag);
}

/* The name of an area leads to its list. */
static void add_counts_row(text_buffer *to, const char *name, const size_t kinds[KIND_COUNT], bool link)
{
    text_add(to, "<tr><td>");
    if (link) {
        text_add(to, "<a href=\"#");
        format_add_escaped(to, name);
        text_add(to, "\">");
    }
    format_add_escaped(to, name);
    text_add(to, link ? "</a></td>" : "</td>");
    for (int kind = 0; kind < KIND_COUNT; kind++)
        text_addf(to, "<td class=\"n %s\">%zu</td>", kinds[kind] > 0 ? kind_names[kind] : "",
                  kinds[kind]);
    text_add(to, "</tr>\n");
}

static void add_table(text_buffer *to, const results_file *from, char **areas, size_t count)
{
    size_t kinds[KIND_COUNT];
    text_add(to, "<table>\n<tr><th>area</th>");
    for (int kind = 0; kind < KIND_COUNT; kind++)
        text_addf(to, "<th class=\"n\">%s</th>", kind_names[kind]);
    text_add(to, "</tr>\n");
    for (size_t i = 0; i < count; i++) {
        results_count(from, areas[i], kinds);
        add_counts_row(to, areas[i], kinds, true);
    }
    results_count(from, NULL, kinds);
    add_counts_row(to, "all", kinds, false);
    text_add(to, "</table>\n");
}

static void add_traces(text_buffer *to, const results_file *from, const json_t *scenario)
{
    results_traces traces;
    if (!results_compare(from, scenario, &traces))
        return;
    if (!traces.comparison.equal) {
        text_buffer rows = {0};
        results_add_traces(&rows, &traces);
        add_tag(to, "pre", rows.data);
        text_add(to, "\n");
        text_free(&rows);
    }
    results_traces_free(&traces);
}

static void add_failure(text_buffer *to, const results_file *from, const json_t *scenario)
{
    const char *clause = results_clause(scenario);
    text_add(to, "<h3><span class=\"failed\">");
    format_add_escaped(to, results_string(scenario, "verdict"));
    text_add(to, "</span> ");
    format_add_escaped(to, results_string(scenario, "id"));
    text_add(to, "</h3>\n");
    if (*clause != '\0') {
        text_add(to, "<p>");
        add_tag(to, "b", clause);
        text_add(to, " ");
        format_add_escaped(to, results_string(scenario, "sentence"));
        text_add(to, "</p>\n");
    }
    add_tag(to, "p", results_string(scenario, "reason"));
    text_add(to, "\n");
    add_traces(to, from, scenario);
}

static void add_failures(text_buffer *to, const results_file *from)
{
    size_t index;
    json_t *scenario;
    bool any = false;
    json_array_foreach(from->scenarios, index, scenario)
    {
        if (results_kind(scenario) != KIND_FAILED)
            continue;
        if (!any)
            text_add(to, "<h2>Failures</h2>\n");
        any = true;
        add_failure(to, from, scenario);
    }
}

static void add_scenario_row(text_buffer *to, const json_t *scenario)
{
    size_t index;
    json_t *clause;
    text_addf(to, "<tr><td class=\"%s\">", kind_names[results_kind(scenario)]);
    format_add_escaped(to, results_string(scenario, "verdict"));
    text_add(to, "</td><td>");
    format_add_escaped(to, results_string(scenario, "id"));
    text_add(to, "</td><td>");
    json_array_foreach(json_object_get(scenario, "clauses"), index, clause)
    {
        text_add(to, index > 0 ? ", " : "");
        if (json_is_string(clause))
            format_add_escaped(to, json_string_value(clause));
    }
    text_add(to, "</td><td>");
    format_add_escaped(to, results_string(scenario, "level"));
    text_add(to, "</td><td>");
    format_add_escaped(to, results_string(scenario, "reason"));
    if (results_kind(scenario) == KIND_EXPECTED) {
        text_add(to, " <i>");
        format_add_escaped(to, results_string(scenario, "deviation"));
        text_add(to, "</i>");
    }
    text_add(to, "</td></tr>\n");
}

static void add_area(text_buffer *to, const results_file *from, const char *area)
{
    size_t index, length = strlen(area), kinds[KIND_COUNT];
    json_t *scenario;
    results_count(from, area, kinds);
    text_add(to, "<details id=\"");
    format_add_escaped(to, area);
    text_add(to, "\"><summary>");
    format_add_escaped(to, area);
    text_add(to, ": ");
    results_add_counts(to, kinds);
    text_add(to, "</summary>\n<table>\n");
    json_array_foreach(from->scenarios, index, scenario)
    {
        const char *id = results_string(scenario, "id");
        if (strncmp(id, area, length) == 0 && id[length] == '/')
            add_scenario_row(to, scenario);
    }
    text_add(to, "</table>\n</details>\n");
}

void format_html(text_buffer *to, const results_file *from)
{
    size_t count, index, kinds[KIND_COUNT];
    json_t *fault;
    json_t *faults = results_faults(from);
    text_buffer target = {0};
    char **areas = results_areas(from, &count);
    results_add_target(&target, from);
    results_count(from, NULL, kinds);
    text_add(to, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n"
                 "<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>aiospec: ");
    format_add_escaped(to, results_string(from->header, "target"));
    text_addf(to, "</title>\n<style>%s</style></head><body>\n", style);
    add_tag(to, "h1", results_string(from->header, "target"));
    text_addf(to, "\n<p><b class=\"%s\">%s</b>: ", results_are_good(from) ? "passed" : "failed",
              results_are_good(from) ? "as expected" : "not as expected");
    results_add_counts(to, kinds);
    text_add(to, "<br/>\n");
    format_add_escaped(to, target.data);
    text_add(to, ", ");
    format_add_escaped(to, results_string(from->header, "started"));
    text_add(to, "</p>\n");
    json_array_foreach(faults, index, fault)
    {
        text_add(to, "<p class=\"failed\">");
        format_add_escaped(to, json_string_value(fault));
        text_add(to, "</p>\n");
    }
    add_table(to, from, areas, count);
    add_failures(to, from);
    text_add(to, "<h2>All scenarios</h2>\n");
    for (size_t i = 0; i < count; i++) {
        add_area(to, from, areas[i]);
        free(areas[i]);
    }
    text_add(to, "</body></html>\n");
    free(areas);
    text_free(&target);
    json_decref(faults);
}
