/*
 * deviations_write.c - --write-deviations: the file as this run would have it.
 *
 * Lines that still hold stay as they are, comments and order with them.  A line that names
 * one scenario is corrected or removed; one that names several, of which some no longer fail
 * as recorded, is replaced by a line for each that does.
 */
#include "deviations.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "text.h"

/* What is to be said of a scenario. */
typedef enum state {
    UNKNOWN, /* it was not asked for, or cannot fail in this run */
    UNPLAYED,
    HOLDS, /* fails as recorded */
    OTHERWISE,
    PASSES,
    UNRECORDED /* fails, and no line names it */
} state;

typedef struct update {
    const deviations *old;
    const deviations_run *run;
    const verdict_result **results; /* for each scenario of the suite; NULL: not chosen */
    text_buffer text;
    size_t added, changed, removed;
} update;

static state state_of(const update *in, size_t index)
{
    const verdict_result *result = in->results[index];
    if (result == NULL || !verdict_can_fail(&in->run->suite->scenarios[index], in->old->level))
        return UNKNOWN;
    if (verdict_kind_of(result->verdict) == KIND_SKIPPED)
        return in->old->is_virtual ? UNPLAYED : UNKNOWN; /* in real time it may just take too long */
    if (result->verdict == VERDICT_XFAIL)
        return HOLDS;
    if (verdict_kind_of(result->verdict) != KIND_FAILED || result->verdict == VERDICT_XPASS)
        return PASSES;
    return result->deviation != NULL ? OTHERWISE : UNRECORDED;
}

/* ---- Lines ---- */

/* Is the trace of such a failure the same each time?  One that was killed, or that died,
 * ends where it happened to be. */
static bool is_steady(verdict of)
{
    return of == VERDICT_FAIL || of == VERDICT_DEADLOCK || of == VERDICT_SPIN;
}

static void add_line(update *to, const char *id, verdict kind, const char *hash, const char *todo,
                     const char *comment)
{
    char *record = text_format("%s%s%s", verdict_name(kind), *hash != '\0' ? ":" : "", hash);
    text_addf(&to->text, "%-40s  %-17s  # %s%s%s\n", id, record, todo,
              *todo != '\0' && *comment != '\0' ? "; " : "", comment);
    free(record);
}

/* A line for how the scenario fails now. */
static void add_result(update *to, const verdict_result *result, const char *todo, const char *comment)
{
    char hash[TRACE_HASH_SIZE] = "";
    if (to->old->is_virtual && is_steady(result->verdict))
        trace_hash(&result->record.trace, result->record.raised, hash);
    add_line(to, result->scenario->id, result->verdict, hash, todo, comment);
}

/* ---- What is there already ---- */

/* How many of the scenarios that an entry names are in each state. */
static void count_states(const update *in, const deviation *entry, size_t counts[UNRECORDED + 1])
{
    for (size_t i = 0; i < in->run->suite->count; i++) {
        const suite_scenario *scenario = &in->run->suite->scenarios[i];
        if (scenario->level == SUITE_UNDEFINED || !suite_matches(scenario, entry->pattern))
            continue;
        state now = state_of(in, i);
        /* One that a line above names is that line's, unless it passes: then that line goes,
         * and the scenario would fall to this one. */
        if (now == PASSES || deviations_find(in->old, scenario) == entry)
            counts[now]++;
    }
}

static bool names_any(const update *in, const deviation *entry)
{
    for (size_t i = 0; i < in->run->suite->count; i++) {
        const suite_scenario *scenario = &in->run->suite->scenarios[i];
        if (suite_matches(scenario, entry->pattern) && deviations_find(in->old, scenario) == entry)
            return true;
    }
    return false;
}

/* The comment without what an earlier --write-deviations put in front of it. */
static const char *own_comment(const char *comment)
{
    size_t length = strcspn(comment, ";");
    if (strncmp(comment, "TODO: it was ", 13) != 0 || comment[length] == '\0')
        return comment;
    return comment + length + 1 + strspn(comment + length + 1, " ");
}

/* In the place of the entry, a line for each scenario that it names and that fails. */
static void replace(update *to, const deviation *entry)
{
    size_t written = 0;
    for (size_t i = 0; i < to->run->suite->count; i++) {
        const suite_scenario *scenario = &to->run->suite->scenarios[i];
        if (!suite_matches(scenario, entry->pattern) || deviations_find(to->old, scenario) != entry)
            continue;
        state now = state_of(to, i);
        if (now == HOLDS || now == UNKNOWN) {
            add_line(to, scenario->id, entry->kind, entry->hash, "", entry->comment);
            written++;
        } else if (now == OTHERWISE) {
            char *todo = text_format("TODO: it was %s%s%s, look again", verdict_name(entry->kind),
                                     *entry->hash != '\0' ? ":" : "", entry->hash);
            add_result(to, to->results[i], todo, own_comment(entry->comment));
            free(todo);
            written++;
        }
    }
    if (written > 0)
        to->changed++;
    else
        to->removed++;
}

static void update_entry(update *to, const deviation *entry)
{
    size_t counts[UNRECORDED + 1] = {0};
    bool holds;
    if (entry->kind == VERDICT_SKIP) {
        holds = names_any(to, entry);
    } else {
        count_states(to, entry, counts);
        holds = counts[OTHERWISE] + counts[PASSES] == 0 && counts[HOLDS] + counts[UNKNOWN] > 0;
    }
    if (holds)
        text_addf(&to->text, "%s\n", to->old->raw[entry->line - 1]);
    else if (entry->kind == VERDICT_SKIP)
        to->removed++;
    else
        replace(to, entry);
}

static void update_lines(update *to)
{
    size_t next = 0;
    for (size_t i = 0; i < to->old->raw_count; i++) {
        if (next < to->old->count && to->old->entries[next].line == (int)i + 1)
            update_entry(to, &to->old->entries[next++]);
        else
            text_addf(&to->text, "%s\n", to->old->raw[i]);
    }
}

static void add_unrecorded(update *to)
{
    for (size_t i = 0; i < to->run->suite->count; i++) {
        if (state_of(to, i) != UNRECORDED)
            continue;
        add_result(to, to->results[i], "TODO: say why", "");
        to->added++;
    }
}

/* ---- The file ---- */

int deviations_write(const deviations *of, const deviations_run *run, const char *target)
{
    update to = {.old = of, .run = run};
    to.results = text_alloc((run->suite->count + 1) * sizeof *to.results);
    for (size_t i = 0, place = 0; i < run->suite->count; i++)
        to.results[i] = run->chosen[i] ? &run->results[place++] : NULL;
    if (of->raw_count == 0)
        text_addf(&to.text, "# Where %s is unlike asyncio: PATTERN  KIND  # REASON; LINK; until DATE\n"
                            "# `aiospec help run` says what fails a run.\n\n", target);
    update_lines(&to);
    add_unrecorded(&to);
    bool written = files_replace(of->path, to.text.data, to.text.length);
    if (written)
        fprintf(stderr, "aiospec: wrote %s: %zu added, %zu changed, %zu removed\n", of->path, to.added,
                to.changed, to.removed);
    else
        fprintf(stderr, "aiospec: cannot write the deviations to %s: %s\n", of->path, strerror(errno));
    text_free(&to.text);
    free(to.results);
    return written ? 0 : 2;
}
