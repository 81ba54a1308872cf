/*
 * command_fingerprint.c - `aiospec fingerprint`: what targets do where the manual leaves
 * it open, as cards that can be compared.
 */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "card.h"
#include "suite.h"
#include "supervisor.h"
#include "target.h"
#include "text.h"

typedef struct fingerprint {
    const project *project;
    const options *with;
    suite suite;
    card_list list;
    json_t *cards;
    /* of the target at hand */
    target target;
    verdict_target graded_as;
    const suite_scenario **played;
    size_t *place; /* of each played one in the list */
    json_t **parts; /* of the card, in the list's order */
} fingerprint;

static bool is_card_file(const char *word)
{
    size_t length = strlen(word);
    return length > 5 && strcmp(word + length - 5, ".json") == 0;
}

/* ---- One target ---- */

static int grade_as(fingerprint *of, const supervisor *players)
{
    const json_t *greeting = supervisor_greeting(players);
    const json_t *lacks = json_object_get(greeting, "lacks");
    const char *semantics = json_string_value(json_object_get(greeting, "semantics"));
    if (!of->target.is_python || semantics == NULL)
        semantics = of->with->semantics != NULL ? of->with->semantics
                    : of->suite.build_count > 0 ? of->suite.build_names[of->suite.build_count - 1]
                                                : "3.8";
    of->graded_as = (verdict_target){.level = SUITE_UNDEFINED,
                                     .semantics_name = semantics,
                                     .runs_programs = !of->target.is_python,
                                     .is_virtual = supervisor_is_virtual(players),
                                     .limit_s = of->with->limit_s,
                                     .lack_count = json_array_size(lacks)};
    const char **names = text_alloc((of->graded_as.lack_count + 1) * sizeof *names);
    for (size_t i = 0; i < of->graded_as.lack_count; i++) {
        const char *name = json_string_value(json_array_get(lacks, i));
        names[i] = name != NULL ? name : "";
    }
    of->graded_as.lacks = names;
    if (versions_parse(semantics, &of->graded_as.semantics))
        return 0;
    fprintf(stderr, "aiospec: the player says its semantics are '%s', which is no version\n",
            semantics);
    return EXIT_TARGET;
}

static json_t *heading(const fingerprint *of, const supervisor *players)
{
    const json_t *greeting = supervisor_greeting(players);
    size_t graders[2];
    size_t count = versions_graders(of->graded_as.semantics, of->suite.builds,
                                    of->suite.build_count, graders);
    json_t *beside = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(beside, json_string(of->suite.build_names[graders[i]]));
    return json_pack("{s:s, s:O*, s:O*, s:s, s:s, s:s*, s:o}", "target", of->target.name, "loop",
                     json_object_get(greeting, "loop"), "implementation",
                     of->target.is_python ? json_object_get(greeting, "implementation") : NULL,
                     "semantics",
                     of->graded_as.semantics_name, "clock",
                     of->graded_as.is_virtual ? "virtual" : "real", "clock_note",
                     supervisor_clock_note(players), "beside", beside);
}

static void take(fingerprint *of, size_t place, verdict_result *result)
{
    of->parts[place] = card_read(&of->list.traits[place], result);
    verdict_free(result);
}

static void played(void *arg, size_t index, verdict_play *play)
{
    fingerprint *of = arg;
    verdict_result result;
    verdict_after(&of->suite, of->played[index], &of->graded_as, play, &result);
    take(of, of->place[index], &result);
}

/* Play what can be played.  0, or the exit status. */
static int play_traits(fingerprint *of, supervisor *players)
{
    size_t count = 0;
    for (size_t i = 0; i < of->list.count; i++) {
        verdict_result result;
        const suite_scenario *scenario = &of->list.traits[i].scenario;
        if (verdict_before(&of->suite, scenario, &of->graded_as, &result)) {
            take(of, i, &result);
        } else {
            of->played[count] = scenario;
            of->place[count++] = i;
        }
    }
    return supervisor_run(players, of->played, count, played, of);
}

static int make_card(fingerprint *of, supervisor *players)
{
    int status = grade_as(of, players);
    if (status == 0)
        status = play_traits(of, players);
    json_t *traits = json_array();
    for (size_t i = 0; i < of->list.count; i++) {
        if (of->parts[i] != NULL)
            json_array_append_new(traits, of->parts[i]);
        of->parts[i] = NULL;
    }
    if (status == 0) {
        json_t *card = heading(of, players);
        json_object_set(card, "traits", traits);
        json_array_append_new(of->cards, card);
    }
    json_decref(traits);
    free((void *)of->graded_as.lacks);
    of->graded_as.lacks = NULL;
    return status;
}

static int examine(fingerprint *of, const char *name)
{
    /* One interpreter is named for all Python targets; C targets have none. */
    bool is_c = of->with->word_count > 1 && strncmp(name, "python", 6) != 0;
    int status = target_parse(name, is_c ? NULL : of->with->python, &of->target);
    if (status == 0 && of->target.is_python && of->with->semantics != NULL &&
        of->with->word_count == 1) {
        fputs("aiospec fingerprint: --semantics is for C targets; a Python target is compared with "
              "its interpreter's version\n", stderr);
        status = EXIT_USAGE;
    }
    if (status == 0) {
        supervisor_options how = {.project = of->project, .target = &of->target,
                                  .jobs = of->with->jobs, .limit_s = of->with->limit_s};
        if ((size_t)how.jobs > of->list.count)
            how.jobs = (int)of->list.count;
        supervisor *players;
        status = supervisor_start(&how, &players);
        if (status == 0)
            status = make_card(of, players);
        supervisor_stop(players);
    }
    target_free(&of->target);
    return status;
}

/* ---- All ---- */

static void print(const fingerprint *of)
{
    if (of->with->json) {
        json_t *all = json_pack("{s:i, s:O}", "format", CARD_FORMAT, "cards", of->cards);
        json_dumpf(all, stdout, JSON_INDENT(1));
        putchar('\n');
        json_decref(all);
        return;
    }
    text_buffer out = {0};
    if (json_array_size(of->cards) == 1)
        card_write(&out, json_array_get(of->cards, 0));
    else
        card_compare(&out, of->cards);
    fputs(out.data, stdout);
    text_free(&out);
}

/* The suite and the list are not needed where all cards come from files. */
static int prepare(fingerprint *of)
{
    bool only_files = true;
    for (size_t i = 0; i < of->with->word_count; i++)
        only_files = only_files && is_card_file(of->with->words[i]);
    if (only_files)
        return 0;
    int status = suite_load(of->project, of->with->suite, &of->suite);
    if (status == 0)
        status = card_list_load(&of->suite, &of->list);
    of->played = text_alloc((of->list.count + 1) * sizeof *of->played);
    of->place = text_alloc((of->list.count + 1) * sizeof *of->place);
    of->parts = text_alloc((of->list.count + 1) * sizeof *of->parts);
    return status;
}

int command_fingerprint(const project *in, const options *with)
{
    if (with->word_count == 0) {
        fputs("aiospec fingerprint: which target? reference, lib:FILE, python or "
              "python:MODULE:FACTORY, or a card's file\n", stderr);
        return EXIT_USAGE;
    }
    fingerprint of = {.project = in, .with = with, .cards = json_array()};
    int status = prepare(&of);
    for (size_t i = 0; i < with->word_count && status == 0; i++)
        status = is_card_file(with->words[i]) ? card_load(with->words[i], of.cards)
                                              : examine(&of, with->words[i]);
    if (status == 0)
        print(&of);
    json_decref(of.cards);
    free(of.played);
    free(of.place);
    free(of.parts);
    card_list_free(&of.list);
    suite_free(&of.suite);
    return status;
}
