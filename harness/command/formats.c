/*
 * formats.c - see formats.h: the list of formats, JSON, and what XML and HTML share.
 */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

format_writer *format_named(const char *name, size_t length)
{
    static const struct {
        const char *name;
        format_writer *writer;
    } formats[] = {{"tap", format_tap},           {"tap13", format_tap13}, {"junit", format_junit},
                   {"markdown", format_markdown}, {"json", format_json},   {"html", format_html}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strlen(formats[i].name) == length && strncmp(formats[i].name, name, length) == 0)
            return formats[i].writer;
    }
    return NULL;
}

void format_add_escaped(text_buffer *to, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte == '&')
            text_add(to, "&amp;");
        else if (byte == '<')
            text_add(to, "&lt;");
        else if (byte == '>')
            text_add(to, "&gt;");
        else if (byte == '"')
            text_add(to, "&quot;");
        else if (byte < ' ' && byte != '\n' && byte != '\t') /* XML has no way to write these */
            text_add(to, "?");
        else if (strncmp(at, "\xEF\xBF\xBE", 3) == 0 || strncmp(at, "\xEF\xBF\xBF", 3) == 0)
            text_add(to, "?"), at += 2;
        else
            text_add_n(to, at, 1);
    }
}

/* ---- JSON ---- */

#define REPORT_FORMAT 1

static json_t *counts_of(const size_t kinds[KIND_COUNT])
{
    return json_pack("{s:I, s:I, s:I, s:I, s:I}", "passed", (json_int_t)kinds[KIND_PASSED], "failed",
                     (json_int_t)kinds[KIND_FAILED], "expected", (json_int_t)kinds[KIND_EXPECTED],
                     "open", (json_int_t)kinds[KIND_OPEN], "skipped", (json_int_t)kinds[KIND_SKIPPED]);
}

void format_json(text_buffer *to, const results_file *from)
{
    size_t kinds[KIND_COUNT], count;
    json_t *areas = json_object();
    char **names = results_areas(from, &count);
    for (size_t i = 0; i < count; i++) {
        results_count(from, names[i], kinds);
        json_object_set_new(areas, names[i], counts_of(kinds));
        free(names[i]);
    }
    free(names);
    results_count(from, NULL, kinds);
    json_t *report = json_pack("{s:i, s:O, s:b, s:o, s:o, s:o, s:O}", "format", REPORT_FORMAT, "run",
                               from->header, "good", results_are_good(from), "faults",
                               results_faults(from), "counts", counts_of(kinds), "areas", areas,
                               "scenarios", from->scenarios);
    char *text = json_dumps(report, JSON_INDENT(1) | JSON_REAL_PRECISION(10));
    text_add(to, text != NULL ? text : "{}");
    text_add(to, "\n");
    free(text);
    json_decref(report);
}
