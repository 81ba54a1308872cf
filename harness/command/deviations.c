/*
 * deviations.c - see deviations.h.
 */
#include "deviations.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "files.h"
#include "text.h"

/* ---- Reading ---- */

static const verdict kinds[] = {VERDICT_FAIL,  VERDICT_SPIN,     VERDICT_DEADLOCK,
                                VERDICT_HANG,  VERDICT_CRASH,    VERDICT_PROTOCOL,
                                VERDICT_LEAK,  VERDICT_REFUSED,  VERDICT_SKIP};

static int wrong(const char *place, const char *what, const char *word)
{
    fprintf(stderr, "%s: %s '%s'; `aiospec help run` says how a line is written\n", place, what, word);
    return 2;
}

static char *trimmed(const char *from, size_t length)
{
    while (length > 0 && strchr(" \t\r", *from) != NULL)
        from++, length--;
    while (length > 0 && strchr(" \t\r", from[length - 1]) != NULL)
        length--;
    return text_copy_n(from, length);
}

/* "FAIL" or "FAIL:1a2b3c4d". */
static bool read_kind(const char *word, deviation *out)
{
    size_t length = strcspn(word, ":");
    const char *hash = word[length] == ':' ? word + length + 1 : NULL;
    if (hash != NULL && (strlen(hash) != 8 || strspn(hash, "0123456789abcdef") != 8))
        return false;
    snprintf(out->hash, sizeof out->hash, "%s", hash != NULL ? hash : "");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *name = verdict_name(kinds[i]);
        if (strlen(name) != length || strncmp(word, name, length) != 0)
            continue;
        out->kind = kinds[i];
        return true;
    }
    return false;
}

/* Is it a day that there is?  mktime moves the 31st of June to July. */
static bool is_day(const char *word)
{
    struct tm day = {.tm_hour = 12};
    const char *end = strptime(word, "%Y-%m-%d", &day);
    if (end == NULL || *end != '\0' || strlen(word) != 10)
        return false;
    struct tm same = day;
    return timegm(&same) != -1 && same.tm_mday == day.tm_mday;
}

/* "reason; link; until DATE" */
static int read_comment(const char *place, deviation *out)
{
    const char *part = out->comment;
    for (bool first = true;; first = false) {
        size_t length = strcspn(part, ";");
        char *word = trimmed(part, length);
        bool is_until = strncmp(word, "until ", 6) == 0;
        int status = 0;
        if (is_until && !is_day(word + 6))
            status = wrong(place, "not a date (YYYY-MM-DD)", word + 6);
        else if (is_until)
            snprintf(out->until, sizeof out->until, "%s", word + 6);
        if (first)
            out->reason = text_copy(is_until ? "" : word);
        free(word);
        if (status != 0 || part[length] == '\0')
            return status;
        part += length + 1;
    }
}

/* One line that is neither blank nor a comment. */
static int read_entry(const char *line, deviation *out)
{
    static const char blanks[] = " \t\r";
    const char *pattern = line + strspn(line, blanks);
    size_t pattern_length = strcspn(pattern, blanks);
    const char *kind = pattern + pattern_length;
    kind += strspn(kind, blanks);
    size_t kind_length = strcspn(kind, " \t\r#");
    const char *rest = kind + kind_length;
    rest += strspn(rest, blanks);
    out->pattern = text_copy_n(pattern, pattern_length);
    out->comment = *rest == '#' ? trimmed(rest + 1, strlen(rest + 1)) : text_copy("");
    out->reason = NULL;

    char *word = text_copy_n(kind, kind_length);
    int status = 0;
    if (!read_kind(word, out))
        status = wrong(out->place, "no kind of deviation (FAIL, DEADLOCK, SKIP, ...; FAIL:HASH)", word);
    else if (*rest != '#' && *rest != '\0')
        status = wrong(out->place, "expected a '#' and the reason in the place of", rest);
    else
        status = read_comment(out->place, out);
    free(word);
    out->said = text_format("%s: %s", out->place, out->reason != NULL ? out->reason : "");
    return status;
}

static void add_raw(deviations *to, const char *line, size_t length)
{
    to->raw = text_grow(to->raw, to->raw_count + 1, sizeof *to->raw);
    to->raw[to->raw_count++] = text_copy_n(line, length);
}

int deviations_parse(const char *path, const char *text, deviations *out)
{
    *out = (deviations){.path = path};
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        add_raw(out, text, length);
        text += length + (text[length] == '\n');
        const char *line = out->raw[out->raw_count - 1];
        const char *start = line + strspn(line, " \t\r");
        if (*start == '\0' || *start == '#')
            continue;
        out->entries = text_grow(out->entries, out->count + 1, sizeof *out->entries);
        deviation *entry = &out->entries[out->count++];
        *entry = (deviation){.line = (int)out->raw_count,
                             .place = text_format("%s:%zu", path, out->raw_count)};
        int status = read_entry(line, entry);
        if (status != 0)
            return status;
    }
    return 0;
}

int deviations_load(const char *path, bool may_be_missing, deviations *out)
{
    *out = (deviations){.path = path};
    if (path == NULL)
        return 0;
    char *text = files_read(path, 0, NULL);
    if (text == NULL && errno == ENOENT && may_be_missing)
        return 0;
    if (text == NULL) {
        fprintf(stderr, "aiospec: cannot read the deviations %s: %s%s\n", path, strerror(errno),
                errno == ENOENT ? "; --write-deviations makes the file" : "");
        return 2;
    }
    int status = deviations_parse(path, text, out);
    free(text);
    return status;
}

void deviations_free(deviations *of)
{
    for (size_t i = 0; i < of->count; i++) {
        free(of->entries[i].pattern);
        free(of->entries[i].comment);
        free(of->entries[i].reason);
        free(of->entries[i].place);
        free(of->entries[i].said);
    }
    for (size_t i = 0; i < of->raw_count; i++)
        free(of->raw[i]);
    for (size_t i = 0; i < of->complaint_count; i++)
        free(of->complaints[i].text);
    free(of->entries);
    free(of->raw);
    free(of->complaints);
    *of = (deviations){0};
}

/* ---- One scenario ---- */

/* An entry for a failure names nothing that never fails; one for SKIP names anything. */
static bool names(const deviation *entry, const suite_scenario *scenario)
{
    bool in_question = scenario->level != SUITE_UNDEFINED || entry->kind == VERDICT_SKIP;
    return in_question && suite_matches(scenario, entry->pattern);
}

const deviation *deviations_find(const deviations *in, const suite_scenario *scenario)
{
    for (size_t i = 0; i < in->count; i++) {
        if (names(&in->entries[i], scenario))
            return &in->entries[i];
    }
    return NULL;
}

bool deviations_skip(const deviations *in, const suite_scenario *scenario, verdict_result *out)
{
    const deviation *entry = deviations_find(in, scenario);
    if (entry == NULL || entry->kind != VERDICT_SKIP)
        return false;
    *out = (verdict_result){.scenario = scenario, .verdict = VERDICT_SKIP, .outcome = VERDICT_SKIP,
                            .reason = text_copy(entry->said), .deviation = entry->said};
    return true;
}

static void complain(deviations *to, const deviation *about, char *text) /* `text` is taken */
{
    to->complaints = text_grow(to->complaints, to->complaint_count + 1, sizeof *to->complaints);
    to->complaints[to->complaint_count++].text = text_format("%s: %s", about->place, text);
    to->complaints[to->complaint_count - 1].line = about->line;
    free(text);
}

static bool names_only(const deviation *entry, const suite_scenario *scenario)
{
    return strcmp(entry->pattern, scenario->id) == 0;
}

static void judge_pass(deviations *with, const deviation *entry, verdict_result *result)
{
    result->verdict = VERDICT_XPASS;
    result->reason = text_format("%s: recorded as %s, and passes now", entry->place,
                                 verdict_name(entry->kind));
    complain(with, entry, text_format("%s is recorded as %s and passes now: %s", result->scenario->id,
                                      verdict_name(entry->kind),
                                      names_only(entry, result->scenario)
                                          ? "remove the line"
                                          : "remove the line, or name only what fails"));
}

/* "FAIL:1a2b3c4d", as a line would record the result. */
static void add_record(text_buffer *to, const verdict_result *result, bool hashed)
{
    char hash[TRACE_HASH_SIZE];
    text_add(to, verdict_name(result->outcome));
    if (!hashed)
        return;
    trace_hash(&result->record.trace, result->record.raised, hash);
    text_addf(to, ":%s", hash);
}

static void judge_failure(deviations *with, const deviation *entry, verdict_result *result)
{
    char hash[TRACE_HASH_SIZE];
    bool hashed = *entry->hash != '\0' && with->is_virtual;
    trace_hash(&result->record.trace, result->record.raised, hash);
    if (result->verdict == entry->kind && (!hashed || strcmp(hash, entry->hash) == 0)) {
        result->verdict = VERDICT_XFAIL;
        return;
    }
    text_buffer now = {0};
    add_record(&now, result, hashed);
    const char *colon = *entry->hash != '\0' ? ":" : "";
    char *reason = text_format("%s (%s: recorded as %s%s%s, fails now as %s)", result->reason,
                               entry->place, verdict_name(entry->kind), colon, entry->hash, now.data);
    free(result->reason);
    result->reason = reason;
    complain(with, entry,
             text_format("%s is recorded as %s%s%s and fails now as %s: look why, then record that",
                         result->scenario->id, verdict_name(entry->kind), colon, entry->hash,
                         now.data));
    text_free(&now);
}

void deviations_judge(deviations *with, verdict_result *result)
{
    const deviation *entry = deviations_find(with, result->scenario);
    if (entry == NULL || !verdict_can_fail(result->scenario, with->level))
        return;
    result->outcome = result->verdict;
    result->deviation = entry->said;
    if (result->verdict == VERDICT_PASS)
        judge_pass(with, entry, result);
    else if (verdict_kind_of(result->verdict) == KIND_FAILED)
        judge_failure(with, entry, result);
}

/* ---- The entries as such ---- */

/* What became of the scenarios that an entry names. */
typedef struct tally {
    size_t named;   /* first of all entries */
    size_t others;  /* named by a line above */
    size_t unasked; /* not chosen, or too weak to fail in this run */
    size_t unplayed;
    const char *why_unplayed;
} tally;

static void count_named(const deviations *of, const deviation *entry, const deviations_run *run,
                        tally *out)
{
    size_t place = 0;
    for (size_t i = 0; i < run->suite->count; i++) {
        const suite_scenario *scenario = &run->suite->scenarios[i];
        const verdict_result *result = run->chosen[i] ? &run->results[place++] : NULL;
        if (!names(entry, scenario))
            continue;
        if (deviations_find(of, scenario) != entry) {
            out->others++;
            continue;
        }
        out->named++;
        if (result == NULL || !verdict_can_fail(scenario, of->level)) {
            out->unasked++;
        } else if (verdict_kind_of(result->verdict) == KIND_SKIPPED) {
            out->unplayed++;
            out->why_unplayed = result->reason;
        }
    }
}

static void examine_matches(deviations *of, const deviation *entry, const deviations_run *run)
{
    tally seen = {0};
    count_named(of, entry, run, &seen);
    if (seen.named == 0 && seen.others > 0)
        complain(of, entry, text_format("all that '%s' names is named by lines above: remove the line, "
                                        "or move it up", entry->pattern));
    else if (seen.named == 0)
        complain(of, entry, text_format("'%s' matches no scenario%s: remove the line, or correct the "
                                        "pattern", entry->pattern,
                                        entry->kind == VERDICT_SKIP ? "" : " that can fail"));
    else if (entry->kind != VERDICT_SKIP && of->is_virtual && seen.unasked == 0 &&
             seen.unplayed == seen.named)
        complain(of, entry, text_format("nothing that '%s' matches was played (%s): remove the line",
                                        entry->pattern, seen.why_unplayed));
}

static bool has_passed(const char *until)
{
    char today[16];
    time_t now = time(NULL);
    struct tm utc;
    strftime(today, sizeof today, "%Y-%m-%d", gmtime_r(&now, &utc));
    return *until != '\0' && strcmp(until, today) < 0;
}

static int by_line(const void *left, const void *right)
{
    const struct complaint *const complaints[] = {left, right};
    int lines[] = {complaints[0]->line, complaints[1]->line};
    if (lines[0] != lines[1])
        return lines[0] < lines[1] ? -1 : 1;
    return strcmp(complaints[0]->text, complaints[1]->text);
}

void deviations_examine(deviations *of, const deviations_run *run)
{
    for (size_t i = 0; i < of->count; i++) {
        const deviation *entry = &of->entries[i];
        examine_matches(of, entry, run);
        if (*entry->reason == '\0')
            complain(of, entry, text_format("no reason is given for '%s': write one after '#'",
                                            entry->pattern));
        else if (strncmp(entry->reason, "TODO", 4) == 0)
            complain(of, entry, text_format("the reason for '%s' is still to be written: put it in the "
                                            "place of TODO", entry->pattern));
        if (has_passed(entry->until))
            complain(of, entry, text_format("the date of '%s', %s, has passed: repair what fails, or "
                                            "set a new date", entry->pattern, entry->until));
    }
    if (of->complaint_count > 1)
        qsort(of->complaints, of->complaint_count, sizeof *of->complaints, by_line);
}

void deviations_print(const deviations *of)
{
    for (size_t i = 0; i < of->complaint_count; i++)
        fprintf(stderr, "%s\n", of->complaints[i].text);
}

json_t *deviations_complaints(const deviations *of)
{
    json_t *array = json_array();
    for (size_t i = 0; i < of->complaint_count; i++) {
        json_t *text = json_string(of->complaints[i].text);
        json_array_append_new(array, text != NULL ? text : json_string("(no UTF-8)"));
    }
    return array;
}
