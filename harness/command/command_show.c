/*
 * command_show.c - `aiospec show`: a scenario, its clauses, its golden traces.
 */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"
#include "suite.h"
#include "text.h"

static void add_clauses(const suite *in, const suite_scenario *scenario, text_buffer *out)
{
    for (size_t i = 0; i < scenario->clause_count; i++) {
        const suite_clause *clause = suite_find_clause(in, scenario->clauses[i]);
        size_t indent = strlen(scenario->clauses[i]) + 4;
        text_addf(out, "  %s  ", scenario->clauses[i]);
        text_add_wrapped(out, clause != NULL && clause->text != NULL
                                  ? clause->text
                                  : "(spec/ has no clause of this id)",
                         indent, 96 - indent);
        if (clause != NULL && clause->file != NULL)
            text_addf(out, "\n%*s(%s; spec/%s:%d)", (int)indent, "",
                      clause->level != NULL ? clause->level : "no level", clause->file,
                      clause->line);
        text_add(out, "\n");
    }
}

static void add_ops(const suite_scenario *scenario, text_buffer *out)
{
    text_addf(out, "  level %s, needs CPython %s", suite_level_name(scenario->level),
              scenario->needs);
    for (size_t i = 0; i < scenario->op_count; i++)
        text_addf(out, "%s%s", i == 0 ? " and a loop with " : ", ", scenario->ops[i]);
    text_add(out, "\n");
}

static void add_golden(const suite *in, const suite_golden *golden, text_buffer *out)
{
    text_buffer builds = {0};
    for (size_t i = 0; i < in->build_count; i++) {
        if (golden->holds[i])
            text_addf(&builds, "%s%s", builds.length > 0 ? ", " : "", in->build_names[i]);
    }
    text_addf(out, "\n  CPython %s (recorded by ", golden->versions);
    text_add_wrapped(out, builds.data != NULL ? builds.data : "no build that is listed", 6, 90);
    text_add(out, ")\n");
    for (size_t i = 0; i < golden->trace.count; i++) {
        text_add(out, "    ");
        trace_write_line(out, &golden->trace.lines[i]);
        text_add(out, "\n");
    }
    if (golden->trace.count == 0)
        text_add(out, "       (an empty trace)\n");
    text_free(&builds);
}

static void show(const suite *in, const suite_scenario *scenario)
{
    text_buffer out = {0};
    text_addf(&out, "%s\n  %s\n", scenario->id, scenario->file);
    add_clauses(in, scenario, &out);
    add_ops(scenario, &out);
    text_add(&out, "\n");
    if (!report_add_program(&out, scenario->file))
        text_add(&out, "    (the file cannot be read)\n");
    for (size_t i = 0; i < scenario->golden_count; i++)
        add_golden(in, &scenario->goldens[i], &out);
    if (scenario->golden_count == 0)
        text_add(&out, "\n  no golden trace was recorded\n");
    fputs(out.data, stdout);
    text_free(&out);
}

int command_show(const project *in, const options *with)
{
    suite all;
    if (with->word_count == 0) {
        fputs("aiospec show: which scenario? `aiospec list` shows all\n", stderr);
        return EXIT_USAGE;
    }
    int status = suite_load(in, with->suite, &all);
    bool *chosen = text_alloc(all.count);
    if (status == 0)
        status = suite_choose(&all, with->words, with->word_count, chosen);
    bool any = false;
    for (size_t i = 0; i < all.count && status == 0; i++) {
        if (!chosen[i])
            continue;
        if (any)
            putchar('\n');
        any = true;
        show(&all, &all.scenarios[i]);
    }
    /* Where nothing healthy was meant, it was a broken one. */
    if (status == 0 && !any) {
        for (size_t i = 0; i < all.broken_count; i++)
            fprintf(stderr, "%s\n", all.broken[i].error);
        status = EXIT_USAGE;
    }
    free(chosen);
    suite_free(&all);
    return status;
}
