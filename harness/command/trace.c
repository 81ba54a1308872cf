/*
 * trace.c - see trace.h.
 */
#include "trace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void trace_append(trace *to, const char *ms, const char *group, const char *text)
{
    /* Capacity follows from the count: it doubles at each power of two. */
    if ((to->count & (to->count - 1)) == 0)
        to->lines = text_grow(to->lines, to->count == 0 ? 1 : to->count * 2, sizeof *to->lines);
    to->lines[to->count++] = (trace_line){.ms = ms, .group = group, .text = text};
}

void trace_free(trace *of)
{
    free(of->lines);
    free(of->bytes);
    *of = (trace){0};
}

void trace_record_free(trace_record *record)
{
    trace_free(&record->trace);
}

/* Cut `line` at its tabs into exactly `wanted` fields; the last keeps what is left. */
static bool split_fields(char *line, char **fields, size_t wanted)
{
    for (size_t i = 0; i < wanted; i++) {
        fields[i] = line;
        if (i + 1 == wanted)
            break;
        line = strchr(line, '\t');
        if (line == NULL)
            return false;
        *line++ = '\0';
    }
    return true;
}

static bool is_number(const char *text)
{
    char *end;
    double value = strtod(text, &end);
    return end != text && *end == '\0' && isfinite(value);
}

/* Take over one record.  False where it is none. */
static bool take_record(char *line, trace_record *out)
{
    char *fields[4];
    switch (line[0]) {
    case 'L':
        if (!split_fields(line, fields, 4) || strcmp(fields[0], "L") != 0 || !is_number(fields[1]))
            return false;
        if (!out->ended)
            trace_append(&out->trace, fields[1], fields[2], fields[3]);
        return true;
    case 'X':
        if (!split_fields(line, fields, 4) || strcmp(fields[0], "X") != 0)
            return false;
        out->ended = true;
        out->raised = fields[2];
        out->raised_text = fields[3];
        return true;
    case 'E':
        if (!split_fields(line, fields, 2) || strcmp(fields[0], "E") != 0)
            return false;
        out->ended = true;
        return true;
    case 'C':
        if (!split_fields(line, fields, 3) || strcmp(fields[0], "C") != 0)
            return false;
        if (out->left_count < sizeof out->left / sizeof *out->left)
            out->left[out->left_count++] = (trace_left){.name = fields[1], .count = fields[2]};
        return true;
    default:
        return false;
    }
}

void trace_parse(char *bytes, trace_record *out)
{
    *out = (trace_record){.trace.bytes = bytes};
    size_t number = 0;
    for (char *line = bytes; *line != '\0';) {
        number++;
        char *end = strchr(line, '\n');
        if (end == NULL) /* cut off in the middle: its process was killed, or the file was full */
            break;
        *end = '\0';
        if (!take_record(line, out) && out->broken_line == 0)
            out->broken_line = number;
        line = end + 1;
    }
}

void trace_write_line(text_buffer *to, const trace_line *line)
{
    text_addf(to, "%6s%s%s  %s", line->ms, *line->group != '\0' ? " ~" : "", line->group, line->text);
}

void trace_write_side(text_buffer *to, const trace_line *line, size_t columns, bool pad)
{
    text_buffer written = {0};
    text_add(&written, "");
    if (line != NULL)
        trace_write_line(&written, line);
    text_add_columns(to, written.data, columns, pad);
    text_free(&written);
}

/* ---- Comparison ---- */

static bool same_time(const char *left, const char *right)
{
    /* Written with up to three decimals, by printers that need not agree on "0" and "0.0". */
    return fabs(strtod(left, NULL) - strtod(right, NULL)) < 0.0005;
}

static bool same_line(const trace_line *expected, const trace_line *actual, bool times)
{
    return strcmp(expected->text, actual->text) == 0 &&
           (!times || same_time(expected->ms, actual->ms));
}

/* How many neighbouring lines from `start` on share its group; 1 where it has none. */
static size_t group_length(const trace *expected, size_t start)
{
    const char *group = expected->lines[start].group;
    size_t end = start + 1;
    if (*group == '\0')
        return 1;
    while (end < expected->count && strcmp(expected->lines[end].group, group) == 0)
        end++;
    return end - start;
}

static void add_row(trace_comparison *to, const trace_line *expected, const trace_line *actual,
                    bool same)
{
    if (!same && to->equal) {
        to->equal = false;
        to->first = to->count;
    }
    to->rows[to->count++] = (trace_row){.expected = expected, .actual = actual, .same = same};
}

/*
 * Compare `length` expected lines with as many actual ones (`present` are there) as
 * multisets.  A row is the same when both of its lines have a partner in the other side.
 */
static void compare_window(const trace_line *expected, size_t length, const trace_line *actual,
                           size_t present, bool times, trace_comparison *out)
{
    bool *wanted = text_alloc(length);
    bool *found = text_alloc(length);
    for (size_t i = 0; i < length; i++)
        wanted[i] = true;
    for (size_t j = 0; j < present; j++) {
        for (size_t i = 0; i < length && !found[j]; i++) {
            if (wanted[i] && same_line(&expected[i], &actual[j], times)) {
                wanted[i] = false;
                found[j] = true;
            }
        }
    }
    for (size_t i = 0; i < length; i++) {
        bool same = !wanted[i] && i < present && found[i];
        add_row(out, &expected[i], i < present ? &actual[i] : NULL, same);
    }
    free(wanted);
    free(found);
}

void trace_compare(const trace *expected, const trace *actual, bool times, trace_comparison *out)
{
    size_t most = expected->count > actual->count ? expected->count : actual->count;
    *out = (trace_comparison){.rows = text_alloc((most + 1) * sizeof(trace_row)), .equal = true};

    size_t at = 0;
    while (at < expected->count) {
        size_t length = group_length(expected, at);
        size_t present = at < actual->count ? actual->count - at : 0;
        if (present > length)
            present = length;
        compare_window(expected->lines + at, length, actual->lines + at, present, times, out);
        at += length;
    }
    for (; at < actual->count; at++)
        add_row(out, NULL, &actual->lines[at], false);
    if (out->equal)
        out->first = out->count;
}

void trace_comparison_free(trace_comparison *comparison)
{
    free(comparison->rows);
    *comparison = (trace_comparison){0};
}
