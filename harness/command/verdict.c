/*
 * verdict.c - see verdict.h.
 *
 * The order of the questions is the order of what explains most: a process that was
 * killed or that the virtual clock ended did not finish its trace, so its trace says
 * less than that does; and what was left behind counts only once the trace is right.
 */
#include "verdict.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "../player/pipe.h"
#include "text.h"

static const struct {
    const char *name;
    verdict_kind kind;
} verdicts[VERDICT_COUNT] = {
    [VERDICT_PASS] = {"PASS", KIND_PASSED},
    [VERDICT_FAIL] = {"FAIL", KIND_FAILED},
    [VERDICT_SPIN] = {"SPIN", KIND_FAILED},
    [VERDICT_DEADLOCK] = {"DEADLOCK", KIND_FAILED},
    [VERDICT_HANG] = {"HANG", KIND_FAILED},
    [VERDICT_CRASH] = {"CRASH", KIND_FAILED},
    [VERDICT_PROTOCOL] = {"PROTOCOL", KIND_FAILED},
    [VERDICT_LEAK] = {"LEAK", KIND_FAILED},
    [VERDICT_REFUSED] = {"REFUSED", KIND_FAILED},
    [VERDICT_DIFFERS] = {"DIFFERS", KIND_OPEN},
    [VERDICT_XFAIL] = {"XFAIL", KIND_EXPECTED},
    [VERDICT_XPASS] = {"XPASS", KIND_FAILED},
    [VERDICT_UNSUPPORTED] = {"UNSUPPORTED", KIND_SKIPPED},
    [VERDICT_SKIP] = {"SKIP", KIND_SKIPPED},
};

const char *verdict_name(verdict of)
{
    return verdicts[of].name;
}

bool verdict_parse(const char *name, verdict *out)
{
    for (int i = 0; i < VERDICT_COUNT; i++) {
        if (strcmp(name, verdicts[i].name) != 0)
            continue;
        *out = (verdict)i;
        return true;
    }
    return false;
}

verdict_kind verdict_kind_of(verdict of)
{
    return verdicts[of].kind;
}

/* ---- Before the play ---- */

size_t verdict_goldens(const suite *in, const suite_scenario *scenario, version semantics,
                       const suite_golden *goldens[2])
{
    size_t graders[2];
    size_t count = versions_graders(semantics, in->builds, in->build_count, graders);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < scenario->golden_count; j++) {
            const suite_golden *golden = &scenario->goldens[j];
            if (golden->holds[graders[i]] && (found == 0 || goldens[0] != golden))
                goldens[found++] = golden;
        }
    }
    return found;
}

/* Milliseconds that the shortest of the goldens takes. */
static double golden_ms(const suite_golden *const *goldens, size_t count)
{
    double shortest = 0;
    for (size_t i = 0; i < count; i++) {
        const trace *lines = &goldens[i]->trace;
        double last = lines->count > 0 ? strtod(lines->lines[lines->count - 1].ms, NULL) : 0;
        if (i == 0 || last < shortest)
            shortest = last;
    }
    return shortest;
}

static const char *lacking_group(const suite_scenario *scenario, const verdict_target *target)
{
    for (size_t i = 0; i < scenario->op_count; i++) {
        for (size_t j = 0; j < target->lack_count; j++) {
            if (strcmp(scenario->ops[i], target->lacks[j]) == 0)
                return scenario->ops[i];
        }
    }
    return NULL;
}

bool verdict_before(const suite *in, const suite_scenario *scenario, const verdict_target *target,
                    verdict_result *out)
{
    const suite_golden *goldens[2];
    size_t count = verdict_goldens(in, scenario, target->semantics, goldens);
    const char *group = lacking_group(scenario, target);
    version needs;

    *out = (verdict_result){.scenario = scenario, .verdict = VERDICT_SKIP};
    if (group != NULL) {
        out->verdict = VERDICT_UNSUPPORTED;
        out->reason = text_format("the target declares that it lacks %s", group);
    } else if (versions_parse(scenario->needs, &needs) &&
               versions_compare(target->semantics,
                                (version){needs.major, needs.minor,
                                          needs.patch == VERSIONS_ANY_PATCH ? 0 : needs.patch}) < 0) {
        out->reason = text_format("needs %s", scenario->needs);
    } else if (count == 0) {
        out->reason = text_format("no golden trace for %s", target->semantics_name);
    } else if (target->runs_programs && scenario->program == NULL) {
        out->reason = text_copy("not compiled for C loops");
    } else if (!target->is_virtual && golden_ms(goldens, count) > target->limit_s * 800.0) {
        out->reason = text_format("takes %.0f s of real time, too long for a limit of %g s",
                                  golden_ms(goldens, count) / 1000.0, target->limit_s);
    }
    return out->reason != NULL;
}

/* ---- After the play ---- */

/* Compare with the golden that fits longest. */
static void compare_best(const suite_golden *const *goldens, size_t count, bool times,
                         verdict_result *out)
{
    for (size_t i = 0; i < count; i++) {
        trace_comparison comparison;
        trace_compare(&goldens[i]->trace, &out->record.trace, times, &comparison);
        bool better = out->expected == NULL || (comparison.equal && !out->comparison.equal) ||
                      (comparison.equal == out->comparison.equal &&
                       comparison.first > out->comparison.first);
        if (better) {
            trace_comparison_free(&out->comparison);
            out->expected = goldens[i];
            out->comparison = comparison;
        } else {
            trace_comparison_free(&comparison);
        }
    }
}

/* "at 250 ms: 'text'", or without the time where times do not count. */
static void add_line(text_buffer *to, const trace_line *line, bool times)
{
    text_addf(to, "'%s'", line->text);
    if (times)
        text_addf(to, " at %s ms", line->ms);
}

static char *first_difference(const trace_comparison *comparison, bool times)
{
    const trace_row *row = &comparison->rows[comparison->first];
    text_buffer said = {0};
    text_addf(&said, "line %zu: ", comparison->first + 1);
    if (row->expected == NULL) {
        text_add(&said, "nothing more was expected, got ");
        add_line(&said, row->actual, times);
    } else {
        text_add(&said, row->expected->group[0] != '\0' ? "expected in any order " : "expected ");
        add_line(&said, row->expected, times);
        if (row->actual == NULL) {
            text_add(&said, ", got nothing more");
        } else {
            text_add(&said, ", got ");
            add_line(&said, row->actual, times);
        }
    }
    return said.data;
}

static const struct {
    verdict verdict;
    const char *fallback;
} page_verdicts[] = {
    [TIMEWARP_SPIN] = {VERDICT_SPIN, "polls again and again with nothing to do, and no time passes"},
    [TIMEWARP_DEADLOCK] = {VERDICT_DEADLOCK, "waits for ever, and nothing is left that could wake it"},
    [TIMEWARP_REFUSED] = {VERDICT_REFUSED, "used a call that the virtual clock does not know"},
};

/* The page's text comes from a process that may have written anything there. */
static char *page_text(const struct timewarp_page *page)
{
    size_t length = strnlen(page->text, sizeof page->text);
    if (length == 0)
        return text_copy(page_verdicts[page->verdict].fallback);
    char *said = text_copy_n(page->text, length);
    for (char *at = said; *at != '\0'; at++) {
        if ((unsigned char)*at < ' ')
            *at = ' ';
    }
    return said;
}

static char *death(const verdict_play *play)
{
    int status = play->wait_status;
    if (play->player_died)
        return text_copy("its process died, and the player with it");
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ)
        return text_format("wrote more than %zu bytes", play->output_limit);
    if (WIFSIGNALED(status))
        return text_format("killed by signal %d (%s)", WTERMSIG(status),
                           strsignal(WTERMSIG(status)));
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
        return text_format("its process exited with status %d", WEXITSTATUS(status));
    return text_copy("its process ended before the program did");
}

static bool died(const verdict_play *play)
{
    return play->player_died || !WIFEXITED(play->wait_status) || WEXITSTATUS(play->wait_status) != 0;
}

/* What a pipe's player said before it ended for a broken protocol; NULL: it did not. */
static const char *broken_protocol(const verdict_play *play)
{
    static const char mark[] = "protocol: ";
    if (play->player_died || !WIFEXITED(play->wait_status) ||
        WEXITSTATUS(play->wait_status) != PIPE_EXIT_BROKEN || play->output == NULL)
        return NULL;
    const char *found = NULL;
    for (const char *at = play->output; (at = strstr(at, mark)) != NULL; at += sizeof mark - 1)
        found = at + sizeof mark - 1;
    return found;
}

static char *list_left(const trace_record *record)
{
    text_buffer said = {0};
    text_add(&said, "left behind:");
    for (size_t i = 0; i < record->left_count; i++)
        text_addf(&said, "%s %s %s", i > 0 ? "," : "", record->left[i].count, record->left[i].name);
    return said.data;
}

static void grade(verdict_result *out)
{
    const verdict_play *play = &out->play;
    const trace_record *record = &out->record;
    uint32_t warped = play->is_virtual ? play->page.verdict : TIMEWARP_NONE;

    if (play->timed_out) {
        out->verdict = VERDICT_HANG;
        out->reason = text_format("still running after %g s of real time", play->limit_s);
    } else if (warped > TIMEWARP_NONE && warped <= TIMEWARP_REFUSED) {
        out->verdict = page_verdicts[warped].verdict;
        out->reason = page_text(&play->page);
    } else if (broken_protocol(play) != NULL) {
        const char *said = broken_protocol(play);
        out->verdict = VERDICT_PROTOCOL;
        out->reason = text_copy_n(said, strcspn(said, "\n"));
    } else if (died(play) || !record->ended) {
        out->verdict = VERDICT_CRASH;
        out->reason = death(play);
    } else if (record->raised != NULL) {
        out->verdict = VERDICT_FAIL;
        out->reason = text_format("%s ended the program%s%s", record->raised,
                                  *record->raised_text != '\0' ? ": " : "", record->raised_text);
    } else if (record->broken_line != 0) {
        out->verdict = VERDICT_FAIL;
        out->reason = text_format("line %zu of its trace file is no record", record->broken_line);
    } else if (!out->comparison.equal) {
        out->verdict = VERDICT_FAIL;
        out->reason = first_difference(&out->comparison, play->is_virtual);
    } else if (record->left_count > 0) {
        out->verdict = VERDICT_LEAK;
        out->reason = list_left(record);
    }
}

bool verdict_can_fail(const suite_scenario *scenario, suite_level level)
{
    return scenario->level <= level && scenario->level != SUITE_UNDEFINED;
}

/* Where the manual leaves the behaviour open, or the claim is weaker than what the
 * target is held to, nothing is a failure. */
static void pardon_weaker(verdict_result *out, suite_level level)
{
    if (verdict_can_fail(out->scenario, level) || verdict_kind_of(out->verdict) != KIND_FAILED)
        return;
    if (out->verdict != VERDICT_FAIL) {
        char *reason = text_format("%s: %s", verdict_name(out->verdict), out->reason);
        free(out->reason);
        out->reason = reason;
    }
    out->verdict = VERDICT_DIFFERS;
}

void verdict_after(const suite *in, const suite_scenario *scenario, const verdict_target *target,
                   verdict_play *play, verdict_result *out)
{
    const suite_golden *goldens[2];
    size_t count = verdict_goldens(in, scenario, target->semantics, goldens);

    *out = (verdict_result){.scenario = scenario, .verdict = VERDICT_PASS, .play = *play};
    trace_parse(play->trace_bytes != NULL ? play->trace_bytes : text_copy(""), &out->record);
    *play = (verdict_play){0};
    out->play.trace_bytes = NULL;
    compare_best(goldens, count, out->play.is_virtual, out);
    grade(out);
    pardon_weaker(out, target->level);
}

void verdict_free(verdict_result *result)
{
    free(result->reason);
    free(result->play.output);
    trace_comparison_free(&result->comparison);
    trace_record_free(&result->record);
    *result = (verdict_result){0};
}
