/*
 * results_file.c - see results_file.h.
 */
#include "results_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"

#define RESULTS_FORMAT 1
/* Of a long trace, the lines shown before and after the first difference. */
#define ROWS_BEFORE 6
#define ROWS_AFTER 12
#define SIDE_COLUMNS 60

const char *results_string(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value != NULL ? value : "";
}

const char *results_clause(const json_t *scenario)
{
    const char *first = json_string_value(json_array_get(json_object_get(scenario, "clauses"), 0));
    return first != NULL ? first : "";
}

/* ---- Reading ---- */

static int refuse(const char *path, size_t line, const char *why)
{
    fprintf(stderr, "aiospec: %s:%zu: %s\n", path, line, why);
    return 2;
}

static int check_header(const char *path, const json_t *header)
{
    const json_t *format = json_object_get(header, "aiospec");
    if (!json_is_integer(format)) {
        fprintf(stderr, "aiospec: %s: no results of `aiospec run --results`\n", path);
        return 2;
    }
    if (json_integer_value(format) == RESULTS_FORMAT)
        return 0;
    fprintf(stderr, "aiospec: %s: results of version %lld, and this command reads version %d\n", path,
            (long long)json_integer_value(format), RESULTS_FORMAT);
    return 2;
}

static int read_lines(const char *path, char *text, json_t *lines)
{
    size_t number = 0;
    for (char *line = text; *line != '\0';) {
        char *newline = strchr(line, '\n');
        if (newline != NULL)
            *newline = '\0';
        json_t *object = json_loads(line, 0, NULL);
        number++;
        if (object == NULL && newline == NULL && number > 1)
            return 0; /* what a killed run was writing */
        if (object == NULL || !json_is_object(object)) {
            json_decref(object);
            return refuse(path, number, "no JSON object");
        }
        json_array_append_new(lines, object);
        if (newline == NULL)
            return 0;
        line = newline + 1;
    }
    return 0;
}

static int by_id(const void *left, const void *right)
{
    const json_t *const *scenarios[] = {left, right};
    return strcmp(results_string(*scenarios[0], "id"), results_string(*scenarios[1], "id"));
}

static json_t *sorted(json_t *array) /* taken */
{
    size_t count = json_array_size(array);
    json_t **all = text_alloc((count + 1) * sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = json_array_get(array, i);
    if (count > 1)
        qsort(all, count, sizeof *all, by_id);
    json_t *made = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append(made, all[i]);
    free(all);
    json_decref(array);
    return made;
}

void results_file_take(const json_t *lines, results_file *out)
{
    json_t *scenarios = json_array();
    size_t index;
    json_t *line;
    *out = (results_file){0};
    json_array_foreach(lines, index, line)
    {
        if (index == 0)
            out->header = json_incref(line);
        else if (json_is_true(json_object_get(line, "footer")))
            out->footer = out->footer != NULL ? out->footer : json_incref(line);
        else if (json_is_string(json_object_get(line, "id")))
            json_array_append(scenarios, line);
    }
    out->scenarios = sorted(scenarios);
}

int results_file_load(const char *path, results_file *out)
{
    *out = (results_file){0};
    char *text = files_read(path, 0, NULL);
    if (text == NULL) {
        fprintf(stderr, "aiospec: cannot read the results %s: %s\n", path, strerror(errno));
        return 2;
    }
    json_t *lines = json_array();
    int status = read_lines(path, text, lines);
    if (status == 0)
        status = check_header(path, json_array_get(lines, 0));
    if (status == 0)
        results_file_take(lines, out);
    json_decref(lines);
    free(text);
    return status;
}

void results_file_free(results_file *of)
{
    json_decref(of->header);
    json_decref(of->scenarios);
    json_decref(of->footer);
    *of = (results_file){0};
}

/* ---- Counting ---- */

verdict_kind results_kind(const json_t *scenario)
{
    verdict known;
    return verdict_parse(results_string(scenario, "verdict"), &known) ? verdict_kind_of(known)
                                                                     : KIND_FAILED;
}

static bool is_in(const json_t *scenario, const char *area)
{
    const char *id = results_string(scenario, "id");
    size_t length = strcspn(id, "/");
    return area == NULL || (strlen(area) == length && strncmp(id, area, length) == 0);
}

size_t results_count(const results_file *in, const char *area, size_t kinds[KIND_COUNT])
{
    size_t index, count = 0;
    json_t *scenario;
    memset(kinds, 0, KIND_COUNT * sizeof *kinds);
    json_array_foreach(in->scenarios, index, scenario)
    {
        if (!is_in(scenario, area))
            continue;
        kinds[results_kind(scenario)]++;
        count++;
    }
    return count;
}

char **results_areas(const results_file *in, size_t *count)
{
    char **areas = text_alloc((json_array_size(in->scenarios) + 1) * sizeof *areas);
    size_t index;
    json_t *scenario;
    *count = 0;
    json_array_foreach(in->scenarios, index, scenario)
    {
        const char *id = results_string(scenario, "id");
        if (*count == 0 || !is_in(scenario, areas[*count - 1]))
            areas[(*count)++] = text_copy_n(id, strcspn(id, "/"));
    }
    return areas;
}

/* ---- The run as such ---- */

static json_int_t footer_status(const results_file *in)
{
    return json_integer_value(json_object_get(in->footer, "status"));
}

size_t results_promised(const results_file *in)
{
    json_int_t promised = json_integer_value(json_object_get(in->header, "scenarios"));
    return promised > 0 ? (size_t)promised : 0;
}

bool results_are_good(const results_file *in)
{
    return json_is_true(json_object_get(in->footer, "complete")) && footer_status(in) == 0;
}

static void add_fault(json_t *to, char *text) /* taken */
{
    json_array_append_new(to, json_string(text));
    free(text);
}

json_t *results_faults(const results_file *in)
{
    json_t *faults = json_array();
    size_t index;
    json_t *complaint;
    json_array_foreach(json_object_get(in->footer, "complaints"), index, complaint)
    {
        if (json_is_string(complaint))
            json_array_append(faults, complaint);
    }
    if (!json_is_true(json_object_get(in->footer, "complete")))
        add_fault(faults, text_format("the run did not come to its end: %zu of %zu scenarios were "
                                      "graded", json_array_size(in->scenarios), results_promised(in)));
    else if (footer_status(in) == 2)
        add_fault(faults, text_copy("status 2: a file of the suite is broken, or a file could not be "
                                    "written"));
    else if (footer_status(in) == 4)
        add_fault(faults, text_copy("status 4: fewer scenarios were graded than --floor asks for"));
    return faults;
}

void results_add_target(text_buffer *to, const results_file *in)
{
    const char *target = results_string(in->header, "target");
    const char *loop = results_string(in->header, "loop");
    const char *implementation = results_string(in->header, "implementation");
    text_add(to, target);
    if (*loop != '\0' && strcmp(loop, target) != 0)
        text_addf(to, ": %s", loop);
    if (*implementation != '\0' && *results_string(in->header, "python") != '\0')
        text_addf(to, " on %s %s", implementation, results_string(in->header, "semantics"));
    else
        text_addf(to, ", graded as CPython %s", results_string(in->header, "semantics"));
    text_addf(to, ", %s clock", results_string(in->header, "clock"));
}

void results_add_counts(text_buffer *to, const size_t kinds[KIND_COUNT])
{
    text_addf(to, "%zu passed, %zu failed", kinds[KIND_PASSED], kinds[KIND_FAILED]);
    if (kinds[KIND_EXPECTED] > 0)
        text_addf(to, ", %zu expected", kinds[KIND_EXPECTED]);
    if (kinds[KIND_SKIPPED] > 0)
        text_addf(to, ", %zu skipped", kinds[KIND_SKIPPED]);
}

/* ---- Traces ---- */

/* "250 ~tie  text", whose parts end in the copy `line`. */
static void append_line(trace *to, char *line)
{
    char *ms_end = line + strcspn(line, " ");
    char *group = "";
    char *text = ms_end;
    if (ms_end[0] == ' ' && ms_end[1] == '~') {
        group = ms_end + 2;
        char *group_end = group + strcspn(group, " ");
        text = group_end + strspn(group_end, " ");
        if (text > group_end + 2)
            text = group_end + 2;
        *group_end = '\0';
    } else if (ms_end[0] == ' ' && ms_end[1] == ' ') {
        text = ms_end + 2;
    }
    *ms_end = '\0';
    trace_append(to, line, group, text);
}

/* All lines in one block, which the trace then owns. */
void results_read_trace(const json_t *lines, trace *out)
{
    size_t index, size = 1;
    json_t *line;
    *out = (trace){0};
    json_array_foreach(lines, index, line)
        size += json_string_length(line) + 1;
    char *at = out->bytes = text_alloc(size);
    json_array_foreach(lines, index, line)
    {
        const char *text = json_string_value(line);
        size_t length = strlen(text != NULL ? text : "");
        memcpy(at, text != NULL ? text : "", length + 1);
        append_line(out, at);
        at += length + 1;
    }
}

bool results_compare(const results_file *in, const json_t *scenario, results_traces *out)
{
    const json_t *expected = json_object_get(scenario, "expected");
    const json_t *actual = json_object_get(scenario, "actual");
    *out = (results_traces){0};
    if (!json_is_array(expected) || !json_is_array(actual))
        return false;
    results_read_trace(expected, &out->expected);
    results_read_trace(actual, &out->actual);
    bool times = strcmp(results_string(in->header, "clock"), "virtual") == 0;
    trace_compare(&out->expected, &out->actual, times, &out->comparison);
    return true;
}

void results_traces_free(results_traces *of)
{
    trace_comparison_free(&of->comparison);
    trace_free(&of->expected);
    trace_free(&of->actual);
}

static size_t widest_expected(const trace_comparison *comparison, size_t first, size_t last)
{
    size_t widest = strlen("expected");
    text_buffer written = {0};
    for (size_t i = first; i < last; i++) {
        if (comparison->rows[i].expected == NULL)
            continue;
        text_clear(&written);
        trace_write_line(&written, comparison->rows[i].expected);
        size_t columns = text_columns(written.data);
        widest = columns > widest ? columns : widest;
    }
    text_free(&written);
    return widest < SIDE_COLUMNS ? widest : SIDE_COLUMNS;
}

void results_add_traces(text_buffer *to, const results_traces *of)
{
    const trace_comparison *comparison = &of->comparison;
    size_t first = comparison->first > ROWS_BEFORE ? comparison->first - ROWS_BEFORE : 0;
    size_t last = comparison->first + ROWS_AFTER;
    if (last > comparison->count)
        last = comparison->count;
    size_t left = widest_expected(comparison, first, last);
    text_add(to, "   ");
    text_add_columns(to, "expected", left, true);
    text_add(to, " | got\n");
    if (first > 0)
        text_addf(to, "   ... (%zu lines alike)\n", first);
    for (size_t i = first; i < last; i++) {
        const trace_row *row = &comparison->rows[i];
        text_add(to, row->same ? "   " : " > ");
        trace_write_side(to, row->expected, left, true);
        text_add(to, row->actual != NULL ? " | " : " |");
        trace_write_side(to, row->actual, SIDE_COLUMNS, false);
        text_add(to, "\n");
    }
    if (last < comparison->count)
        text_addf(to, "   ... (%zu more lines)\n", comparison->count - last);
}
