/*
 * report.c - see report.h.
 */
#include "report.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "files.h"
#include "text.h"

#define USUAL_WIDTH 100
#define MOST_WIDTH 140
/* Of a long trace, the lines shown before and after the first difference. */
#define ROWS_BEFORE 12
#define ROWS_AFTER 16
#define OUTPUT_LINES 12

/* ---- Styles ---- */

typedef enum style { PLAIN, BOLD, DIM, RED, GREEN, YELLOW } style;

static const char *const escapes[] = {"", "\033[1m", "\033[2m", "\033[31m", "\033[32m", "\033[33m"};

static void begin_style(const report *to, text_buffer *out, style of)
{
    if (to->color)
        text_add(out, escapes[of]);
}

static void end_style(const report *to, text_buffer *out)
{
    if (to->color)
        text_add(out, "\033[0m");
}

static void add_styled(const report *to, text_buffer *out, style of, const char *string)
{
    begin_style(to, out, of);
    text_add(out, string);
    end_style(to, out);
}

static style style_of(verdict of)
{
    switch (verdict_kind_of(of)) {
    case KIND_PASSED: return GREEN;
    case KIND_FAILED: return RED;
    default: return YELLOW;
    }
}

/* Is this one of the styles, or something like it: a colour, which does no harm? */
static bool is_style(const char *at)
{
    return at[0] == '\033' && at[1] == '[' && at[2 + strspn(at + 2, "0123456789")] == 'm';
}

/* What a scenario logged may hold control characters; a terminal must not obey them. */
static void print(text_buffer *out, const report *to)
{
    for (size_t i = 0; i < out->length; i++) {
        unsigned char byte = (unsigned char)out->data[i];
        bool harmless = byte == '\n' || byte == '\t' || (to->color && is_style(out->data + i));
        if ((byte < ' ' && !harmless) || byte == 0x7f)
            out->data[i] = '?';
    }
    if (out->length > 0)
        fwrite(out->data, 1, out->length, stdout);
    fflush(stdout);
    text_free(out);
}

void report_init(report *to, const suite *in, const options *with)
{
    const char *no_color_variable = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    bool is_terminal = isatty(STDOUT_FILENO) && (terminal == NULL || strcmp(terminal, "dumb") != 0);
    struct winsize size = {0};
    *to = (report){.suite = in, .quiet = with->quiet, .summary = with->summary,
                   .verbose = with->verbose, .width = USUAL_WIDTH};
    to->color = is_terminal && !with->no_color &&
                (no_color_variable == NULL || *no_color_variable == '\0');
    to->progress = is_terminal && !with->quiet;
    if (is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 60)
        to->width = size.ws_col < MOST_WIDTH ? size.ws_col : MOST_WIDTH;
}

void report_free(report *of)
{
    free(of->again);
    *of = (report){0};
}

/* ---- Header and progress ---- */

void report_header(const report *to, const char *target, const json_t *greeting,
                   const char *graded_by, bool is_virtual, const char *clock_note, size_t count)
{
    if (to->quiet)
        return;
    const char *loop = json_string_value(json_object_get(greeting, "loop"));
    const char *implementation = json_string_value(json_object_get(greeting, "implementation"));
    const char *own = json_string_value(json_object_get(greeting, "semantics"));
    text_buffer out = {0};
    add_styled(to, &out, BOLD, target);
    if (loop != NULL && strcmp(loop, target) != 0)
        text_addf(&out, ": %s", loop);
    if (implementation != NULL && own != NULL)
        text_addf(&out, " on %s %s", implementation, own);
    text_add(&out, is_virtual ? ", virtual clock" : ", real clock");
    if (!is_virtual)
        text_addf(&out, " (%s%sonly order is compared)", clock_note != NULL ? clock_note : "",
                  clock_note != NULL ? "; " : "");
    text_addf(&out, ", %s, %zu scenario%s\n", graded_by, count,
              count == 1 ? "" : "s");
    print(&out, to);
}

void report_progress(const report *to, size_t done, size_t count, const char *id)
{
    if (!to->progress)
        return;
    if (id == NULL)
        fputs("\r\033[K", stdout);
    else
        fprintf(stdout, "\r\033[K%zu/%zu  %.60s", done, count, id);
    fflush(stdout);
}

/* ---- One result ---- */

/* The file without this run's own folder in front, as one would type it. */
static const char *shown_path(const char *path)
{
    static char folder[4096];
    if (getcwd(folder, sizeof folder) == NULL)
        return path;
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && path[length] == '/' ? path + length + 1 : path;
}

bool report_add_program(text_buffer *to, const char *file)
{
    char *source = files_read(file, 1000000, NULL);
    if (source == NULL)
        return false;
    /* The golden traces follow the program; they are shown otherwise. */
    size_t end = strlen(source);
    const char *golden = strncmp(source, "# trace", 7) == 0 ? source : strstr(source, "\n# trace");
    if (golden != NULL)
        end = (size_t)(golden - source);
    while (end > 0 && (source[end - 1] == '\n' || source[end - 1] == ' '))
        end--;
    source[end] = '\0';

    size_t number = 0;
    for (char *line = source; line != NULL;) {
        char *newline = strchr(line, '\n');
        if (newline != NULL)
            *newline = '\0';
        text_addf(to, *line != '\0' ? "    %3zu  %s\n" : "    %3zu\n", ++number, line);
        line = newline != NULL ? newline + 1 : NULL;
    }
    free(source);
    return true;
}

static void add_clause(const report *to, const suite_scenario *scenario, text_buffer *out)
{
    if (scenario->clause_count == 0)
        return;
    const char *id = scenario->clauses[0];
    const suite_clause *clause = suite_find_clause(to->suite, id);
    size_t indent = strlen(id) + 4;
    text_buffer sentence = {0};
    if (clause == NULL || clause->text == NULL)
        text_add(&sentence, "(spec/ has no clause of this id)");
    else
        text_addf(&sentence, "%s (%s)", clause->text, suite_level_name(scenario->level));
    text_add(out, "  ");
    add_styled(to, out, BOLD, id);
    text_add(out, "  ");
    text_add_wrapped(out, sentence.data, indent, to->width - indent);
    text_add(out, "\n");
    text_free(&sentence);
}

/* What in the loop is most likely wrong. */
static void add_look_at(const report *to, const suite_scenario *scenario, text_buffer *out)
{
    const suite_clause *clause =
        scenario->clause_count > 0 ? suite_find_clause(to->suite, scenario->clauses[0]) : NULL;
    if (clause == NULL || clause->look_at == NULL || *clause->look_at == '\0')
        return;
    text_add(out, "\n  look at ");
    text_add_wrapped(out, clause->look_at, 2, to->width - 10);
}

static size_t row_columns(const trace_line *line, text_buffer *scratch)
{
    if (line == NULL)
        return 0;
    text_clear(scratch);
    trace_write_line(scratch, line);
    return text_columns(scratch->data);
}

/* Both traces side by side, around the first difference. */
static void add_traces(const report *to, const verdict_result *result, text_buffer *out)
{
    const trace_comparison *comparison = &result->comparison;
    size_t first = comparison->first > ROWS_BEFORE ? comparison->first - ROWS_BEFORE : 0;
    size_t last = comparison->first + ROWS_AFTER;
    if (first <= 2)
        first = 0; /* no use in leaving out less than the note would take */
    if (last + 2 >= comparison->count)
        last = comparison->count;
    size_t left = 10, most = (to->width - 9) / 2;
    text_buffer scratch = {0};
    for (size_t i = first; i < last; i++) {
        size_t columns = row_columns(comparison->rows[i].expected, &scratch);
        left = columns > left ? columns : left;
    }
    left = left < most ? left : most;
    size_t right = to->width - 9 - left;

    text_add(out, "      ");
    text_add_columns(out, "expected", left, true);
    text_add(out, " | got\n");
    if (first > 0)
        text_addf(out, "      ... (%zu lines alike)\n", first);
    for (size_t i = first; i < last; i++) {
        const trace_row *row = &comparison->rows[i];
        if (!row->same)
            begin_style(to, out, RED);
        text_add(out, i == comparison->first ? "   >  " : "      ");
        trace_write_side(out, row->expected, left, true);
        text_add(out, row->actual != NULL ? " | " : " |");
        trace_write_side(out, row->actual, right, false);
        if (!row->same)
            end_style(to, out);
        text_add(out, "\n");
    }
    if (last < comparison->count)
        text_addf(out, "      ... (%zu more lines)\n", comparison->count - last);
    text_free(&scratch);
}

/* The last lines of what the scenario's process wrote. */
static void add_output(const verdict_result *result, text_buffer *out)
{
    const char *output = result->play.output;
    if (output == NULL || *output == '\0')
        return;
    const char *end = output + strlen(output);
    while (end > output && end[-1] == '\n')
        end--;
    const char *start = end;
    for (int lines = 0; start > output; start--) {
        if (start[-1] == '\n' && ++lines == OUTPUT_LINES)
            break;
    }
    text_addf(out, "\n  its output%s\n", start > output ? " (the end of it)" : "");
    while (start < end) {
        const char *newline = memchr(start, '\n', (size_t)(end - start));
        const char *stop = newline != NULL ? newline : end;
        text_addf(out, "      %.*s\n", (int)(stop - start), start);
        start = stop + 1;
    }
}

static void add_in_full(const report *to, const verdict_result *result, text_buffer *out)
{
    const suite_scenario *scenario = result->scenario;
    text_add(out, "\n");
    begin_style(to, out, RED);
    text_add(out, verdict_name(result->verdict));
    end_style(to, out);
    text_add(out, "  ");
    add_styled(to, out, BOLD, scenario->id);
    text_add(out, "\n");
    add_clause(to, scenario, out);
    text_addf(out, "  %s\n\n", shown_path(scenario->file));
    if (!report_add_program(out, scenario->file))
        text_addf(out, "    (cannot be read: %s)\n", strerror(errno));
    text_add(out, "\n");
    if (result->comparison.equal)
        text_addf(out, "      got the expected trace (%zu line%s)\n", result->comparison.count,
                  result->comparison.count == 1 ? "" : "s");
    else
        add_traces(to, result, out);
    bool died = result->verdict == VERDICT_CRASH || result->record.raised != NULL;
    if (to->verbose || died)
        add_output(result, out);
    text_add(out, "\n  ");
    begin_style(to, out, RED);
    text_add_wrapped(out, result->reason, 2, to->width - 2);
    end_style(to, out);
    add_look_at(to, scenario, out);
    text_addf(out, "\n  again: %s %s\n", to->again, scenario->id);
}

void report_result(const report *to, const verdict_result *result)
{
    text_buffer out = {0};
    if (to->quiet)
        return;
    if (verdict_kind_of(result->verdict) == KIND_FAILED && !to->summary) {
        add_in_full(to, result, &out);
    } else if (to->verbose) {
        begin_style(to, &out, style_of(result->verdict));
        text_addf(&out, "%-11s", verdict_name(result->verdict));
        end_style(to, &out);
        text_addf(&out, " %s%s%s\n", result->scenario->id, result->reason != NULL ? "  " : "",
                  result->reason != NULL ? result->reason : "");
    }
    if (out.length == 0)
        return;
    report_progress(to, 0, 0, NULL);
    print(&out, to);
}

/* ---- Summary ---- */

static void count_kinds(const verdict_result *results, size_t count, const char *area,
                        size_t kinds[KIND_COUNT])
{
    memset(kinds, 0, KIND_COUNT * sizeof *kinds);
    for (size_t i = 0; i < count; i++) {
        if (area == NULL || results[i].scenario->area == area)
            kinds[verdict_kind_of(results[i].verdict)]++;
    }
}

static void add_table_row(const report *to, const char *name, const size_t *kinds,
                          const bool *shown, text_buffer *out)
{
    text_addf(out, "%-10s", name);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (!shown[kind])
            continue;
        if (kinds[kind] > 0 && kind == KIND_FAILED)
            begin_style(to, out, RED);
        text_addf(out, "%9zu", kinds[kind]);
        if (kinds[kind] > 0 && kind == KIND_FAILED)
            end_style(to, out);
    }
    text_add(out, "\n");
}

static void add_table(const report *to, const verdict_result *results, size_t count,
                      text_buffer *out)
{
    static const char *const titles[] = {"passed", "failed", "expected", "open", "skipped"};
    size_t kinds[KIND_COUNT];
    bool shown[KIND_COUNT];
    size_t rows = 0;
    count_kinds(results, count, NULL, kinds);
    text_addf(out, "\n%-10s", "area");
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        shown[kind] = kind == KIND_PASSED || kind == KIND_FAILED || kinds[kind] > 0;
        if (shown[kind])
            text_addf(out, "%9s", titles[kind]);
    }
    text_add(out, "\n");
    for (size_t i = 0; i < to->suite->area_count; i++) {
        count_kinds(results, count, to->suite->areas[i], kinds);
        size_t sum = 0;
        for (int kind = 0; kind < KIND_COUNT; kind++)
            sum += kinds[kind];
        if (sum == 0)
            continue;
        add_table_row(to, to->suite->areas[i], kinds, shown, out);
        rows++;
    }
    count_kinds(results, count, NULL, kinds);
    if (rows > 1)
        add_table_row(to, "all", kinds, shown, out);
}

static bool failed(const verdict_result *result)
{
    return verdict_kind_of(result->verdict) == KIND_FAILED;
}

static const char *first_clause(const verdict_result *result)
{
    return result->scenario->clause_count > 0 ? result->scenario->clauses[0] : "";
}

/* READY-2 before READY-10. */
static int by_clause(const void *left, const void *right)
{
    const verdict_result *const *results[] = {left, right};
    const char *ids[] = {first_clause(*results[0]), first_clause(*results[1])};
    int order = strverscmp(ids[0], ids[1]);
    return order != 0 ? order : strcmp((*results[0])->scenario->id, (*results[1])->scenario->id);
}

/* Each clause that failed, its sentence, and the scenarios that showed it. */
static void add_failing_clauses(const report *to, const verdict_result *results, size_t count,
                                text_buffer *out)
{
    const verdict_result **failures = text_alloc((count + 1) * sizeof *failures);
    size_t failing = 0;
    for (size_t i = 0; i < count; i++) {
        if (failed(&results[i]))
            failures[failing++] = &results[i];
    }
    qsort(failures, failing, sizeof(*failures), by_clause);
    if (failing > 0)
        text_add(out, "\nFailing clauses\n");
    for (size_t i = 0; i < failing; i++) {
        if (i == 0 || strcmp(first_clause(failures[i]), first_clause(failures[i - 1])) != 0)
            add_clause(to, failures[i]->scenario, out);
        text_addf(out, "      %-9s %s\n", verdict_name(failures[i]->verdict),
                  failures[i]->scenario->id);
    }
    free(failures);
}

static void add_open(const report *to, const verdict_result *results, size_t count,
                     text_buffer *out)
{
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if (results[i].verdict != VERDICT_DIFFERS)
            continue;
        if (!any)
            text_add(out, "\nUnlike CPython where a loop may be (no failure)\n");
        any = true;
        const char *id = results[i].scenario->id;
        size_t used = strlen(id) + 4;
        text_addf(out, "  %s  ", id);
        text_add_columns(out, results[i].reason, to->width > used ? to->width - used : 0, false);
        text_add(out, "\n");
    }
}

/* How many were skipped for each reason. */
static void add_skipped(const verdict_result *results, size_t count, text_buffer *out)
{
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if (verdict_kind_of(results[i].verdict) != KIND_SKIPPED)
            continue;
        size_t alike = 0;
        bool is_first = true;
        for (size_t j = 0; j < count; j++) {
            if (verdict_kind_of(results[j].verdict) != KIND_SKIPPED ||
                strcmp(results[j].reason, results[i].reason) != 0)
                continue;
            alike++;
            is_first = is_first && j >= i;
        }
        if (!is_first)
            continue;
        if (!any)
            text_add(out, "\nSkipped\n");
        any = true;
        text_addf(out, "  %zu: %s\n", alike, results[i].reason);
    }
}

void report_summary(const report *to, const verdict_result *results, size_t count,
                    const likeness *like)
{
    size_t kinds[KIND_COUNT];
    text_buffer out = {0};
    report_progress(to, 0, 0, NULL);
    if (!to->quiet && count > 0) {
        add_table(to, results, count, &out);
        add_skipped(results, count, &out);
        add_open(to, results, count, &out);
        add_failing_clauses(to, results, count, &out);
        likeness_add(like, to->width - 2, &out);
        text_add(&out, "\n");
    }
    count_kinds(results, count, NULL, kinds);
    text_addf(&out, "%zu passed, %zu failed", kinds[KIND_PASSED], kinds[KIND_FAILED]);
    if (kinds[KIND_EXPECTED] > 0)
        text_addf(&out, ", %zu expected", kinds[KIND_EXPECTED]);
    if (kinds[KIND_SKIPPED] > 0)
        text_addf(&out, ", %zu skipped", kinds[KIND_SKIPPED]);
    text_add(&out, "\n");
    print(&out, to);
}
