/*
 * format_junit.c - JUnit XML, of the elements and attributes that all readers share: a suite
 * for each area, a case for each scenario.  What is expected, or open, counts as skipped.
 */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

static void add_attribute(text_buffer *to, const char *name, const char *value)
{
    text_addf(to, " %s=\"", name);
    format_add_escaped(to, value);
    text_add(to, "\"");
}

/* Did it fail to come to an end that could be compared?  JUnit calls that an error. */
static bool is_error(const json_t *scenario)
{
    const char *name = results_string(scenario, "verdict");
    return strcmp(name, "CRASH") == 0 || strcmp(name, "HANG") == 0 || strcmp(name, "REFUSED") == 0 ||
           strcmp(name, "PROTOCOL") == 0;
}

static void add_failure(text_buffer *to, const results_file *from, const json_t *scenario)
{
    const char *element = is_error(scenario) ? "error" : "failure";
    const char *sentence = results_string(scenario, "sentence");
    results_traces traces;
    text_buffer said = {0};
    text_addf(&said, "%s\n", results_string(scenario, "reason"));
    if (*sentence != '\0')
        text_addf(&said, "\n%s  %s\n", results_clause(scenario), sentence);
    if (results_compare(from, scenario, &traces)) {
        text_add(&said, "\n");
        results_add_traces(&said, &traces);
        results_traces_free(&traces);
    }
    text_addf(to, "      <%s", element);
    add_attribute(to, "type", results_string(scenario, "verdict"));
    add_attribute(to, "message", results_string(scenario, "reason"));
    text_add(to, ">");
    format_add_escaped(to, said.data);
    text_addf(to, "</%s>\n", element);
    text_free(&said);
}

static void add_skipped(text_buffer *to, verdict_kind kind, const json_t *scenario)
{
    const char *reason = results_string(scenario, "reason");
    const char *deviation = results_string(scenario, "deviation");
    char *message = kind == KIND_EXPECTED ? text_format("fails as recorded (%s): %s", deviation, reason)
                    : kind == KIND_OPEN   ? text_format("a loop may differ here: %s", reason)
                                          : text_copy(reason);
    text_add(to, "      <skipped");
    add_attribute(to, "message", message);
    text_add(to, "/>\n");
    free(message);
}

static void add_case(text_buffer *to, const results_file *from, const json_t *scenario)
{
    const char *id = results_string(scenario, "id");
    size_t area = strcspn(id, "/");
    char *area_name = text_copy_n(id, area);
    verdict_kind kind = results_kind(scenario);
    text_add(to, "    <testcase");
    add_attribute(to, "name", id[area] == '/' ? id + area + 1 : id);
    add_attribute(to, "classname", area_name);
    text_addf(to, " time=\"%.3f\"", json_number_value(json_object_get(scenario, "seconds")));
    text_add(to, kind == KIND_PASSED ? "/>\n" : ">\n");
    if (kind == KIND_FAILED)
        add_failure(to, from, scenario);
    else if (kind != KIND_PASSED)
        add_skipped(to, kind, scenario);
    if (kind != KIND_PASSED)
        text_add(to, "    </testcase>\n");
    free(area_name);
}

typedef struct sums {
    size_t tests, failures, errors, skipped;
    double seconds;
} sums;

static bool is_in(const json_t *scenario, const char *area)
{
    const char *id = results_string(scenario, "id");
    return strncmp(id, area, strlen(area)) == 0 && id[strlen(area)] == '/';
}

/* Of an area, or of all (NULL). */
static sums sum_up(const results_file *from, const char *area)
{
    sums all = {0};
    size_t index;
    json_t *scenario;
    json_array_foreach(from->scenarios, index, scenario)
    {
        if (area != NULL && !is_in(scenario, area))
            continue;
        verdict_kind kind = results_kind(scenario);
        all.tests++;
        all.errors += kind == KIND_FAILED && is_error(scenario);
        all.failures += kind == KIND_FAILED && !is_error(scenario);
        all.skipped += kind != KIND_FAILED && kind != KIND_PASSED;
        all.seconds += json_number_value(json_object_get(scenario, "seconds"));
    }
    return all;
}

static void add_suite_start(text_buffer *to, const char *name, sums of, const char *started)
{
    text_add(to, "  <testsuite");
    add_attribute(to, "name", name);
    text_addf(to, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\" time=\"%.3f\"", of.tests,
              of.failures, of.errors, of.skipped, of.seconds);
    /* xs:dateTime, which many readers want without a zone */
    if (strlen(started) == 20)
        text_addf(to, " timestamp=\"%.19s\"", started);
    text_add(to, ">\n");
}

static void add_faults(text_buffer *to, const json_t *faults, const char *started)
{
    size_t index;
    json_t *fault;
    sums all = {.tests = json_array_size(faults), .errors = json_array_size(faults)};
    if (all.tests == 0)
        return;
    add_suite_start(to, "run", all, started);
    json_array_foreach(faults, index, fault)
    {
        text_addf(to, "    <testcase name=\"fault %zu\" classname=\"run\" time=\"0.000\">\n", index + 1);
        text_add(to, "      <error");
        add_attribute(to, "type", "FAULT");
        add_attribute(to, "message", json_string_value(fault));
        text_add(to, "/>\n    </testcase>\n");
    }
    text_add(to, "  </testsuite>\n");
}

void format_junit(text_buffer *to, const results_file *from)
{
    const char *started = results_string(from->header, "started");
    json_t *faults = results_faults(from);
    sums all = sum_up(from, NULL);
    text_buffer name = {0};
    size_t count, index;
    json_t *scenario;
    text_add(&name, "aiospec ");
    results_add_target(&name, from);
    text_add(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    add_attribute(to, "name", name.data);
    text_addf(to, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" time=\"%.3f\">\n",
              all.tests + json_array_size(faults), all.failures, all.errors + json_array_size(faults),
              all.seconds);
    char **areas = results_areas(from, &count);
    for (size_t i = 0; i < count; i++) {
        add_suite_start(to, areas[i], sum_up(from, areas[i]), started);
        json_array_foreach(from->scenarios, index, scenario)
        {
            if (is_in(scenario, areas[i]))
                add_case(to, from, scenario);
        }
        text_add(to, "  </testsuite>\n");
        free(areas[i]);
    }
    free(areas);
    add_faults(to, faults, started);
    text_add(to, "</testsuites>\n");
    json_decref(faults);
    text_free(&name);
}
