/*
 * command_compare.c - `aiospec compare`: what changed from one results file to another,
 * whatever either run expected.
 */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "results_file.h"
#include "text.h"

/* What a scenario did, apart from expectations. */
typedef enum outcome { ABSENT, PASSED, OPEN, FAILED } outcome;

typedef enum change { REGRESSED, LOST, FIXED, CHANGED, NEW, AS_BEFORE, CHANGE_COUNT } change;

static const struct {
    const char *name, *title;
} changes[CHANGE_COUNT] = {
    [REGRESSED] = {"regressed", "Regressed: passed, and fails now"},
    [LOST] = {"lost", "Lost: graded before, and not now"},
    [FIXED] = {"fixed", "Fixed: passes now"},
    [CHANGED] = {"changed", "Changed: another verdict or another trace"},
    [NEW] = {"new", "New: not graded before"},
    [AS_BEFORE] = {"as before", NULL},
};

typedef struct comparison {
    results_file old, new;
    bool times; /* both under the virtual clock */
    size_t counts[CHANGE_COUNT];
    size_t compared; /* graded in both */
    text_buffer said[CHANGE_COUNT];
} comparison;

/* The verdict without a deviations file. */
static const char *plain_verdict(const json_t *scenario)
{
    const char *without = results_string(scenario, "outcome");
    return *without != '\0' ? without : results_string(scenario, "verdict");
}

static outcome outcome_of(const json_t *scenario) /* NULL: it is not there */
{
    verdict known;
    if (scenario == NULL)
        return ABSENT;
    if (!verdict_parse(plain_verdict(scenario), &known))
        return FAILED;
    switch (verdict_kind_of(known)) {
    case KIND_PASSED: return PASSED;
    case KIND_OPEN: return OPEN;
    case KIND_SKIPPED: return ABSENT;
    default: return FAILED;
    }
}

static bool same_trace(const comparison *in, const json_t *old, const json_t *new)
{
    const char *hashes[] = {results_string(old, "hash"), results_string(new, "hash")};
    if (in->times && *hashes[0] != '\0' && *hashes[1] != '\0')
        return strcmp(hashes[0], hashes[1]) == 0;
    trace traces[2];
    trace_comparison rows;
    results_read_trace(json_object_get(old, "actual"), &traces[0]);
    results_read_trace(json_object_get(new, "actual"), &traces[1]);
    trace_compare(&traces[0], &traces[1], in->times, &rows);
    bool equal = rows.equal;
    trace_comparison_free(&rows);
    trace_free(&traces[0]);
    trace_free(&traces[1]);
    return equal;
}

static change change_of(const comparison *in, const json_t *old, const json_t *new)
{
    outcome was = outcome_of(old), is = outcome_of(new);
    if (was == ABSENT)
        return is == ABSENT ? AS_BEFORE : NEW;
    if (is == ABSENT)
        return LOST;
    if (is == PASSED && was != PASSED)
        return FIXED;
    if (is == FAILED && was == PASSED)
        return REGRESSED;
    bool same = strcmp(plain_verdict(old), plain_verdict(new)) == 0 && same_trace(in, old, new);
    return same ? AS_BEFORE : CHANGED;
}

static void say(comparison *to, change what, const json_t *old, const json_t *new)
{
    const char *was = old != NULL ? plain_verdict(old) : "";
    const char *is = new != NULL ? plain_verdict(new) : "gone";
    const char *reason = new != NULL ? results_string(new, "reason") : "";
    text_buffer *out = &to->said[what];
    text_addf(out, "  %-11s %s", is, results_string(new != NULL ? new : old, "id"));
    if (*was != '\0' && strcmp(was, is) != 0)
        text_addf(out, "  (was %s)", was);
    if (*reason != '\0')
        text_addf(out, "  %s", reason);
    text_add(out, "\n");
}

static void compare_one(comparison *to, const json_t *old, const json_t *new)
{
    change what = change_of(to, old, new);
    to->counts[what]++;
    to->compared += outcome_of(old) != ABSENT && outcome_of(new) != ABSENT;
    /* That a new scenario passes is no news. */
    if (what != AS_BEFORE && !(what == NEW && outcome_of(new) == PASSED))
        say(to, what, old, new);
}

/* Both are sorted by id. */
static void compare_all(comparison *to)
{
    size_t i = 0, j = 0;
    for (;;) {
        const json_t *old = json_array_get(to->old.scenarios, i);
        const json_t *new = json_array_get(to->new.scenarios, j);
        if (old == NULL && new == NULL)
            return;
        int order = old == NULL   ? 1
                    : new == NULL ? -1
                                  : strcmp(results_string(old, "id"), results_string(new, "id"));
        compare_one(to, order <= 0 ? old : NULL, order >= 0 ? new : NULL);
        i += order <= 0;
        j += order >= 0;
    }
}

/* Nothing that was logged may move the cursor of a terminal. */
static void print(text_buffer *out)
{
    for (size_t i = 0; i < out->length; i++) {
        unsigned char byte = (unsigned char)out->data[i];
        if ((byte < ' ' && byte != '\n') || byte == 0x7f)
            out->data[i] = '?';
    }
    if (out->length > 0)
        fwrite(out->data, 1, out->length, stdout);
    text_free(out);
}

static void print_run(const char *name, const results_file *of)
{
    size_t kinds[KIND_COUNT];
    text_buffer out = {0};
    text_addf(&out, "%s  ", name);
    results_add_target(&out, of);
    text_add(&out, ": ");
    results_count(of, NULL, kinds);
    results_add_counts(&out, kinds);
    if (!json_is_true(json_object_get(of->footer, "complete")))
        text_add(&out, " (the run did not come to its end)");
    text_add(&out, "\n");
    print(&out);
}

static void print_all(comparison *of, bool quiet)
{
    if (!quiet) {
        print_run("old", &of->old);
        print_run("new", &of->new);
    }
    for (int what = 0; what < AS_BEFORE; what++) {
        if (!quiet && of->said[what].length > 0) {
            printf("\n%s\n", changes[what].title);
            print(&of->said[what]);
        }
        text_free(&of->said[what]);
    }
    if (!quiet)
        putchar('\n');
    for (int what = 0; what < CHANGE_COUNT; what++)
        printf("%zu %s%s", of->counts[what], changes[what].name, what + 1 < CHANGE_COUNT ? ", " : "\n");
    fflush(stdout);
}

static bool is_virtual(const results_file *of)
{
    return strcmp(results_string(of->header, "clock"), "virtual") == 0;
}

int command_compare(const project *in, const options *with)
{
    (void)in; /* results say all there is to know */
    comparison of = {0};
    if (with->word_count != 2) {
        fputs("aiospec compare: which results? OLD and NEW, as `aiospec run --results` wrote them\n",
              stderr);
        return EXIT_USAGE;
    }
    int status = results_file_load(with->words[0], &of.old);
    if (status == 0)
        status = results_file_load(with->words[1], &of.new);
    if (status == 0) {
        of.times = is_virtual(&of.old) && is_virtual(&of.new);
        compare_all(&of);
        print_all(&of, with->quiet);
        if (of.counts[REGRESSED] + of.counts[LOST] > 0) {
            status = EXIT_UNEXPECTED;
        } else if (of.compared < (size_t)with->floor) {
            fprintf(stderr, "aiospec: %zu scenario%s graded in both, fewer than the floor of %ld\n",
                    of.compared, of.compared == 1 ? " was" : "s were", with->floor);
            status = EXIT_FLOOR;
        }
    }
    results_file_free(&of.old);
    results_file_free(&of.new);
    return status;
}
