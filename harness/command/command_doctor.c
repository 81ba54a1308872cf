/*
 * command_doctor.c - `aiospec doctor`: what a run would find here.
 *
 * It starts the target as a run does and says what came of it; nothing is guessed.
 */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "suite.h"
#include "supervisor.h"
#include "target.h"
#include "text.h"
#include "verdict.h"

static void say(const char *name, const char *what)
{
    printf("%-14s %s\n", name, what);
}

static void say_suite(const suite *in)
{
    text_buffer what = {0};
    text_addf(&what, "%s: %zu scenarios in %zu areas, %zu clauses", in->folder, in->count,
              in->area_count, in->clause_count);
    say("suite", what.data);
    text_clear(&what);
    if (in->build_count > 0)
        text_addf(&what, "by %zu builds of CPython, %s to %s", in->build_count, in->build_names[0],
                  in->build_names[in->build_count - 1]);
    else
        text_add(&what, "by none; `make record` records");
    say("recorded", what.data);
    text_clear(&what);
    if (in->broken_count > 0) {
        text_addf(&what, "%zu (the first: %s)", in->broken_count, in->broken[0].error);
        say("broken files", what.data);
    }
    text_free(&what);
}

static void say_tools(void)
{
    static const char *const tools[] = {"python3", "valgrind", "hyperfine", "clang", "gdb"};
    text_buffer have = {0}, lack = {0};
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++) {
        char *found = files_find_program(tools[i]);
        text_buffer *to = found != NULL ? &have : &lack;
        text_addf(to, "%s%s", to->length > 0 ? ", " : "", tools[i]);
        free(found);
    }
    text_addf(&have, "%s%s%s", have.length > 0 && lack.length > 0 ? "; " : "",
              lack.length > 0 ? "not here: " : "", lack.length > 0 ? lack.data : "");
    say("tools", have.data);
    text_free(&have);
    text_free(&lack);
}

/* What of the suite this target would not play, and why: one line for each reason. */
static void say_skipped(const suite *in, const verdict_target *as)
{
    verdict_result *skipped = text_alloc((in->count + 1) * sizeof *skipped);
    size_t count = 0;
    for (size_t i = 0; i < in->count; i++)
        count += verdict_before(in, &in->scenarios[i], as, &skipped[count]);
    char *played = text_format("%zu of %zu scenarios", in->count - count, in->count);
    say("would play", played);
    free(played);
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        size_t alike = 0;
        bool is_first = true;
        for (size_t j = 0; j < count; j++) {
            if (strcmp(skipped[i].reason, skipped[j].reason) != 0)
                continue;
            alike++;
            is_first = is_first && j >= i;
        }
        if (!is_first)
            continue;
        char *line = text_format("%zu: %s", alike, skipped[i].reason);
        say(any ? "" : "would skip", line);
        any = true;
        free(line);
    }
    for (size_t i = 0; i < count; i++)
        verdict_free(&skipped[i]);
    free(skipped);
}

static void say_target(const suite *in, const target *on, const supervisor *players)
{
    const json_t *greeting = supervisor_greeting(players);
    const char *loop = json_string_value(json_object_get(greeting, "loop"));
    const char *implementation = json_string_value(json_object_get(greeting, "implementation"));
    const char *semantics = json_string_value(json_object_get(greeting, "semantics"));
    const json_t *lacks = json_object_get(greeting, "lacks");
    const char *note = supervisor_clock_note(players);
    text_buffer what = {0};

    if (on->is_python) {
        text_addf(&what, "%s, %s %s", on->python, implementation, semantics);
        say("interpreter", what.data);
    }
    say("loop", loop != NULL ? loop : "(not told)");
    if (supervisor_is_virtual(players)) {
        say("clock", "virtual");
    } else {
        text_clear(&what);
        text_addf(&what, "real: %s; only order is compared", note != NULL ? note : "no virtual one");
        say("clock", what.data);
    }
    verdict_target as = {
        .semantics_name = on->is_python && semantics != NULL ? semantics
                          : in->build_count > 0 ? in->build_names[in->build_count - 1]
                                                : "3.8",
        .runs_programs = !on->is_python,
        .is_virtual = supervisor_is_virtual(players),
        .limit_s = 10,
        .lack_count = json_array_size(lacks),
    };
    const char **names = text_alloc((as.lack_count + 1) * sizeof *names);
    text_clear(&what);
    for (size_t i = 0; i < as.lack_count; i++) {
        names[i] = json_string_value(json_array_get(lacks, i));
        names[i] = names[i] != NULL ? names[i] : "";
        text_addf(&what, "%s%s", i > 0 ? ", " : "", names[i]);
    }
    as.lacks = names;
    if (as.lack_count > 0)
        say("lacks", what.data);

    size_t graders[2];
    size_t count = 0;
    if (versions_parse(as.semantics_name, &as.semantics))
        count = versions_graders(as.semantics, in->builds, in->build_count, graders);
    text_clear(&what);
    text_addf(&what, count > 0 ? "CPython %s" : "no recorded build",
              count > 0 ? in->build_names[graders[0]] : "");
    if (count == 2)
        text_addf(&what, " or %s", in->build_names[graders[1]]);
    say("graded by", what.data);
    say_skipped(in, &as);
    free(names);
    text_free(&what);
}

static int examine(const project *in, const suite *all, const char *name, const char *python)
{
    target on;
    printf("\n%s\n", name);
    fflush(stdout);
    int status = target_parse(name, python, &on);
    if (status == 0) {
        supervisor_options how = {.project = in, .target = &on, .jobs = 1, .limit_s = 10};
        supervisor *players;
        status = supervisor_start(&how, &players);
        if (status == 0)
            say_target(all, &on, players);
        supervisor_stop(players);
    }
    target_free(&on);
    return status;
}

int command_doctor(const project *in, const options *with)
{
    suite all;
    int status = suite_load(in, with->suite, &all);
    if (status != 0) {
        suite_free(&all);
        return status;
    }
    say("aiospec", AIOSPEC_VERSION);
    say("project", in->root);
    char *timewarp = project_timewarp(in);
    say("virtual clock", timewarp != NULL ? timewarp : "not built: libtimewarp.so; `make` builds it");
    free(timewarp);
    say_suite(&all);
    say_tools();
    if (with->word_count == 0) {
        status = with->python == NULL ? examine(in, &all, "reference", NULL) : 0;
        int other = status < 128 ? examine(in, &all, "python", with->python) : 0;
        status = status != 0 ? status : other;
    }
    for (size_t i = 0; i < with->word_count && status < 128; i++) {
        int other = examine(in, &all, with->words[i], with->python);
        status = status != 0 ? status : other;
    }
    if (status == 0 && all.broken_count > 0)
        status = EXIT_USAGE;
    suite_free(&all);
    return status;
}
