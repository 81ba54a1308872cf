/*
 * command_run.c - `aiospec run`: grade a target.
 */
#include "commands.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "deviations.h"
#include "likeness.h"
#include "report.h"
#include "reports.h"
#include "results.h"
#include "shard.h"
#include "suite.h"
#include "supervisor.h"
#include "target.h"
#include "text.h"
#include "trace_hash.h"

typedef struct run {
    const project *project;
    const options *with;
    target target;
    suite suite;
    bool *chosen;
    size_t chosen_count;
    shard shard;
    size_t whole_count; /* chosen before the shard was taken out of them */
    unsigned whole_hash;
    verdict_target graded_as;
    char *semantics_name;
    results results;
    deviations deviations;
    report report;
    likeness like; /* none where nothing failed */
    verdict_result *graded; /* in the suite's order */
    bool *is_graded;
    size_t graded_count;
    size_t shown; /* how many of them were reported */
    const suite_scenario **played;
    size_t *place; /* of each played one in `graded` */
    size_t played_count;
} run;

/* ---- What is to be run ---- */

static void choose_level(run *of)
{
    for (size_t i = 0; i < of->suite.count; i++) {
        bool wanted = !of->with->level_chosen ||
                      of->suite.scenarios[i].level <= of->with->level;
        of->chosen[i] = of->chosen[i] && wanted;
        of->chosen_count += of->chosen[i];
    }
}

/* Keep this shard's scenarios, and remember what all shards were chosen from. */
static int choose_shard(run *of)
{
    of->shard = of->with->shard;
    int status = of->shard.count == 0 ? shard_from_environment(&of->shard) : 0;
    if (status == 0 && of->shard.count > 0 && of->with->write_deviations) {
        fputs("aiospec run: --write-deviations is for a whole run, not for a shard\n", stderr);
        status = EXIT_USAGE;
    }
    of->whole_count = of->chosen_count;
    of->whole_hash = FNV_START;
    of->chosen_count = 0;
    for (size_t i = 0; i < of->suite.count; i++) {
        const char *id = of->suite.scenarios[i].id;
        if (!of->chosen[i])
            continue;
        of->whole_hash = fnv_add(of->whole_hash, id, strlen(id) + 1);
        of->chosen[i] = shard_holds(of->shard, id);
        of->chosen_count += of->chosen[i];
    }
    return status;
}

static int prepare(run *of)
{
    const options *with = of->with;
    if (with->word_count == 0) {
        fputs("aiospec run: which target? reference, python or python:MODULE:FACTORY\n", stderr);
        return EXIT_USAGE;
    }
    int status = target_parse(with->words[0], with->python, &of->target);
    if (status != 0)
        return status;
    if (of->target.is_python && with->semantics != NULL) {
        fputs("aiospec run: --semantics is for C targets; a Python target is graded by its "
              "interpreter's version\n", stderr);
        return EXIT_USAGE;
    }
    if (with->write_deviations && with->deviations == NULL) {
        fputs("aiospec run: --write-deviations needs --deviations FILE, the file to write\n", stderr);
        return EXIT_USAGE;
    }
    status = suite_load(of->project, with->suite, &of->suite);
    if (status == 0)
        status = deviations_load(with->deviations, with->write_deviations, &of->deviations);
    if (status != 0)
        return status;
    of->chosen = text_alloc(of->suite.count * sizeof *of->chosen);
    status = suite_choose(&of->suite, with->words + 1, with->word_count - 1, of->chosen);
    if (status != 0)
        return status;
    choose_level(of);
    status = choose_shard(of);
    if (status == 0)
        status = reports_check(with);
    if (status == 0)
        status = results_open(with->results, &of->results);
    of->results.suite = &of->suite;
    if (with->report_count > 0)
        of->results.kept = json_array();
    return status;
}

/* ---- What it is graded as ---- */

/* The version that a C target is graded as: --semantics, else the newest recorded. */
static const char *semantics_of(const run *of, const json_t *greeting)
{
    const char *own = json_string_value(json_object_get(greeting, "semantics"));
    if (of->target.is_python && own != NULL)
        return own;
    if (of->with->semantics != NULL)
        return of->with->semantics;
    return of->suite.build_count > 0 ? of->suite.build_names[of->suite.build_count - 1] : "3.8";
}

/* The recorded builds that grade it, in words. */
static char *graders_in_words(const run *of)
{
    size_t graders[2];
    size_t count = versions_graders(of->graded_as.semantics, of->suite.builds,
                                    of->suite.build_count, graders);
    if (count == 0)
        return text_copy("no recorded build grades it");
    if (count == 1)
        return text_format("graded by CPython %s", of->suite.build_names[graders[0]]);
    return text_format("graded by CPython %s or %s", of->suite.build_names[graders[0]],
                       of->suite.build_names[graders[1]]);
}

static const char **lacks_of(const json_t *greeting, size_t *count)
{
    const json_t *lacks = json_object_get(greeting, "lacks");
    *count = json_array_size(lacks);
    const char **names = text_alloc((*count + 1) * sizeof *names);
    for (size_t i = 0; i < *count; i++) {
        const char *name = json_string_value(json_array_get(lacks, i));
        names[i] = name != NULL ? name : "";
    }
    return names;
}

static int grade_as(run *of, const supervisor *players)
{
    const json_t *greeting = supervisor_greeting(players);
    of->semantics_name = text_copy(semantics_of(of, greeting));
    of->graded_as = (verdict_target){
        .level = of->with->level,
        .semantics_name = of->semantics_name,
        .runs_programs = !of->target.is_python,
        .is_virtual = supervisor_is_virtual(players),
        .limit_s = of->with->limit_s,
    };
    of->graded_as.lacks = lacks_of(greeting, &of->graded_as.lack_count);
    of->deviations.level = of->with->level;
    of->deviations.is_virtual = of->graded_as.is_virtual;
    if (versions_parse(of->semantics_name, &of->graded_as.semantics))
        return 0;
    fprintf(stderr, "aiospec: the player says its semantics are '%s', which is no version\n",
            of->semantics_name);
    return EXIT_TARGET;
}

/* The command that repeats one scenario, up to its id. */
static char *repeat_command(const run *of, const char *program)
{
    const options *with = of->with;
    text_buffer words = {0};
    text_add_shell_word(&words, program);
    text_add(&words, " run ");
    text_add_shell_word(&words, of->target.name);
    if (of->target.python_was_given) {
        text_add(&words, " --python ");
        text_add_shell_word(&words, of->target.python);
    }
    if (with->suite != NULL) {
        text_add(&words, " --suite ");
        text_add_shell_word(&words, with->suite);
    }
    if (with->deviations != NULL) {
        text_add(&words, " --deviations ");
        text_add_shell_word(&words, with->deviations);
    }
    if (with->semantics != NULL)
        text_addf(&words, " --semantics %s", with->semantics);
    if (with->realtime)
        text_add(&words, " --realtime");
    if (with->limit_s < 10 || with->limit_s > 10)
        text_addf(&words, " --limit %g", with->limit_s);
    return words.data;
}

/* Which part of which suite this run is: what a merger must know. */
static void add_extent(json_t *header, const run *of)
{
    char digest[16];
    snprintf(digest, sizeof digest, "%08x", suite_digest(&of->suite));
    json_object_set_new(header, "suite", json_string(digest));
    snprintf(digest, sizeof digest, "%08x", of->whole_hash);
    json_object_set_new(header, "chosen",
                        json_pack("{s:I, s:s}", "scenarios", (json_int_t)of->whole_count, "hash", digest));
    if (of->shard.count == 0)
        return;
    char *name = text_format("%u/%u", of->shard.index, of->shard.count);
    json_object_set_new(header, "shard", json_string(name));
    free(name);
}

static json_t *results_header(const run *of, const supervisor *players)
{
    const json_t *greeting = supervisor_greeting(players);
    char started[32];
    time_t now = time(NULL);
    struct tm utc;
    strftime(started, sizeof started, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
    json_t *header = json_pack(
        "{s:i, s:s, s:s, s:s, s:s, s:O*, s:O*, s:s*, s:s, s:i}", "aiospec", 1, "target",
        of->target.name, "clock", supervisor_is_virtual(players) ? "virtual" : "real", "semantics",
        of->semantics_name, "level", suite_level_name(of->with->level), "loop",
        json_object_get(greeting, "loop"), "implementation",
        json_object_get(greeting, "implementation"), "python", of->target.python, "started", started,
        "scenarios", (int)of->chosen_count);
    add_extent(header, of);
    if (supervisor_clock_note(players) != NULL)
        json_object_set_new(header, "clock_note", json_string(supervisor_clock_note(players)));
    return header;
}

/* ---- Running ---- */

/* Report what is known in the suite's order. */
static void show_known(run *of)
{
    while (of->shown < of->chosen_count && of->is_graded[of->shown])
        report_result(&of->report, &of->graded[of->shown++]);
}

static void note_result(run *of, size_t place)
{
    of->is_graded[place] = true;
    of->graded_count++;
    results_add(&of->results, &of->graded[place]);
}

static void played(void *arg, size_t index, verdict_play *play)
{
    run *of = arg;
    size_t place = of->place[index];
    verdict_after(&of->suite, of->played[index], &of->graded_as, play, &of->graded[place]);
    deviations_judge(&of->deviations, &of->graded[place]);
    note_result(of, place);
    show_known(of);
    report_progress(&of->report, of->graded_count, of->chosen_count, of->played[index]->id);
}

/* Grade what need not be played, and list the rest. */
static void sort_out(run *of)
{
    size_t place = 0;
    of->graded = text_alloc((of->chosen_count + 1) * sizeof *of->graded);
    of->is_graded = text_alloc(of->chosen_count + 1);
    of->played = text_alloc((of->chosen_count + 1) * sizeof *of->played);
    of->place = text_alloc((of->chosen_count + 1) * sizeof *of->place);
    for (size_t i = 0; i < of->suite.count; i++) {
        const suite_scenario *scenario = &of->suite.scenarios[i];
        if (!of->chosen[i])
            continue;
        if (verdict_before(&of->suite, scenario, &of->graded_as, &of->graded[place]) ||
            deviations_skip(&of->deviations, scenario, &of->graded[place])) {
            note_result(of, place);
        } else {
            of->played[of->played_count] = scenario;
            of->place[of->played_count++] = place;
        }
        place++;
    }
    show_known(of);
}

/* What a run that ended early knows, in order and without gaps. */
static void close_gaps(run *of)
{
    size_t kept = 0;
    for (size_t i = 0; i < of->chosen_count; i++) {
        if (!of->is_graded[i])
            continue;
        if (i >= of->shown)
            report_result(&of->report, &of->graded[i]);
        if (kept < i)
            of->graded[kept] = of->graded[i];
        kept++;
    }
    of->shown = kept;
}

static bool names_broken(const run *of, const suite_broken *broken)
{
    if (of->with->word_count == 1 || strchr(broken->id, '/') == NULL)
        return true;
    for (size_t i = 1; i < of->with->word_count; i++) {
        if (suite_matches_id(of->with->words[i], broken->id))
            return true;
    }
    return false;
}

/* One line for each broken file among what was asked for. */
static bool report_broken(const run *of)
{
    bool any = false;
    for (size_t i = 0; i < of->suite.broken_count; i++) {
        if (!names_broken(of, &of->suite.broken[i]))
            continue;
        any = true;
        fprintf(stderr, "%s\n", of->suite.broken[i].error);
    }
    return any;
}

/* The exit status of a run that came to its end. */
static int verdict_on_run(run *of, bool any_broken)
{
    const deviations_run all = {&of->suite, of->chosen, of->graded};
    deviations_examine(&of->deviations, &all);
    if (!of->with->write_deviations)
        deviations_print(&of->deviations);
    const size_t *kinds = of->results.kinds;
    size_t graded = kinds[KIND_PASSED] + kinds[KIND_FAILED] + kinds[KIND_EXPECTED] + kinds[KIND_OPEN];
    if (any_broken)
        return EXIT_USAGE;
    /* What --write-deviations records is no surprise any more. */
    bool is_unexpected = kinds[KIND_FAILED] > 0 || of->deviations.complaint_count > 0;
    if (is_unexpected && !of->with->write_deviations)
        return EXIT_UNEXPECTED;
    /* The hash may give a shard nothing; that is for the other shards to make up for. */
    bool is_empty = of->chosen_count == 0 && of->whole_count > 0 && !of->with->floor_chosen;
    if (graded >= (size_t)of->with->floor || is_empty)
        return EXIT_EXPECTED;
    fprintf(stderr, "aiospec: %zu scenario%s graded, fewer than the floor of %ld\n", graded,
            graded == 1 ? " was" : "s were", of->with->floor);
    return EXIT_FLOOR;
}

/* Put the deviations file right, where that was asked for.  `status` is the run's own. */
static int write_deviations(run *of, int status)
{
    const deviations_run all = {&of->suite, of->chosen, of->graded};
    if (!of->with->write_deviations)
        return status;
    /* A run that measured too little knows too little. */
    if (status != EXIT_EXPECTED) {
        fprintf(stderr, "aiospec: %s is left as it was\n", of->with->deviations);
        return status;
    }
    return deviations_write(&of->deviations, &all, of->target.name);
}

static int play_all(run *of, supervisor *players, const char *program)
{
    int status = grade_as(of, players);
    if (status != 0)
        return status;
    char *graders = graders_in_words(of);
    report_init(&of->report, &of->suite, of->with);
    of->report.again = repeat_command(of, program);
    results_begin(&of->results, results_header(of, players));
    report_header(&of->report, of->target.name, supervisor_greeting(players), graders,
                  supervisor_is_virtual(players), supervisor_clock_note(players), of->chosen_count);
    free(graders);
    bool any_broken = report_broken(of);

    sort_out(of);
    status = supervisor_run(players, of->played, of->played_count, played, of);
    close_gaps(of);
    if (of->results.kinds[KIND_FAILED] > 0)
        of->like = likeness_find(&of->suite, of->graded, of->graded_count);
    report_summary(&of->report, of->graded, of->graded_count, &of->like);
    if (status == 0)
        status = write_deviations(of, verdict_on_run(of, any_broken));
    bool written = results_end(&of->results,
                               json_pack("{s:b, s:i, s:o, s:o}", "complete",
                                         of->graded_count == of->chosen_count, "status", status,
                                         "complaints", deviations_complaints(&of->deviations),
                                         "behaves_like", likeness_json(&of->like)));
    written = reports_write(of->with, of->results.kept) == 0 && written;
    return written || status > EXIT_FLOOR ? status : EXIT_USAGE;
}

static void release(run *of)
{
    for (size_t i = 0; i < of->graded_count; i++)
        verdict_free(&of->graded[i]);
    free(of->graded);
    free(of->is_graded);
    free(of->played);
    free(of->place);
    free(of->chosen);
    free((void *)of->graded_as.lacks);
    free(of->semantics_name);
    likeness_free(&of->like);
    report_free(&of->report);
    deviations_free(&of->deviations);
    suite_free(&of->suite);
    target_free(&of->target);
}

int command_run(const project *in, const options *with)
{
    run of = {.project = in, .with = with, .results.fd = -1};
    supervisor *players = NULL;
    int status = prepare(&of);
    if (status == 0) {
        supervisor_options how = {.project = in,
                                  .target = &of.target,
                                  .jobs = with->jobs,
                                  .realtime = with->realtime,
                                  .limit_s = with->limit_s};
        if (of.chosen_count > 0 && (size_t)how.jobs > of.chosen_count)
            how.jobs = (int)of.chosen_count;
        status = supervisor_start(&how, &players);
    }
    if (status == 0)
        status = play_all(&of, players, with->program);
    results_abandon(&of.results);
    supervisor_stop(players);
    release(&of);
    return status;
}
