/*
 * format_tap.c - Test Anything Protocol.  What is expected, or open, is a TODO test: it is not
 * ok, and no failure.
 */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

/* In a description or a reason '#' would begin a directive. */
static void add_text(text_buffer *to, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '#' || *text == '\\')
            text_add(to, "\\");
        text_add_n(to, (unsigned char)*text < ' ' ? " " : text, 1);
    }
}

/* A string of JSON is one of YAML too. */
static void add_field(text_buffer *to, const char *key, json_t *value)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
    if (text != NULL && !json_is_null(value))
        text_addf(to, "  %s: %s\n", key, text);
    free(text);
}

static void add_details(text_buffer *to, const json_t *scenario)
{
    text_add(to, "  ---\n");
    add_field(to, "verdict", json_object_get(scenario, "verdict"));
    add_field(to, "message", json_object_get(scenario, "reason"));
    add_field(to, "level", json_object_get(scenario, "level"));
    add_field(to, "clauses", json_object_get(scenario, "clauses"));
    add_field(to, "sentence", json_object_get(scenario, "sentence"));
    add_field(to, "expected", json_object_get(scenario, "expected"));
    add_field(to, "got", json_object_get(scenario, "actual"));
    text_add(to, "  ...\n");
}

static void add_scenario(text_buffer *to, size_t number, const json_t *scenario)
{
    verdict_kind kind = results_kind(scenario);
    bool is_ok = kind == KIND_PASSED || kind == KIND_SKIPPED;
    text_addf(to, "%s %zu - ", is_ok ? "ok" : "not ok", number);
    add_text(to, results_string(scenario, "id"));
    if (kind == KIND_SKIPPED) {
        text_add(to, " # SKIP ");
        add_text(to, results_string(scenario, "reason"));
    } else if (kind == KIND_EXPECTED) {
        text_add(to, " # TODO recorded, ");
        add_text(to, results_string(scenario, "deviation"));
    } else if (kind == KIND_OPEN) {
        text_add(to, " # TODO a loop may differ here");
    }
    text_add(to, "\n");
    if (!is_ok)
        add_details(to, scenario);
}

static void add_tap(text_buffer *to, const results_file *from, int edition)
{
    json_t *faults = results_faults(from);
    size_t planned = results_promised(from) + json_array_size(faults);
    size_t number = 0, index;
    json_t *item;
    text_addf(to, "TAP version %d\n1..%zu\n# ", edition, planned);
    results_add_target(to, from);
    text_add(to, "\n");
    json_array_foreach(from->scenarios, index, item)
        add_scenario(to, ++number, item);
    json_array_foreach(faults, index, item)
    {
        text_addf(to, "not ok %zu - ", ++number);
        add_text(to, json_string_value(item));
        text_add(to, "\n");
    }
    if (!json_is_true(json_object_get(from->footer, "complete")))
        text_add(to, "Bail out!  The run did not come to its end\n");
    json_decref(faults);
}

void format_tap(text_buffer *to, const results_file *from)
{
    add_tap(to, from, 14);
}

/* For readers that refuse a version they do not know; nothing else in it is new. */
void format_tap13(text_buffer *to, const results_file *from)
{
    add_tap(to, from, 13);
}
