/*
 * command_main.c - finds the subcommand.
 */
#include "commands.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "../player/pipe.h"
#include "../player/player.h"

typedef int subcommand(const project *in, const options *with);

static int check_protocol(const project *in, const options *with)
{
    (void)in;
    if (with->word_count != 1) {
        fputs("aiospec check-protocol: one command, quoted: 'node driver.js'\n", stderr);
        return EXIT_USAGE;
    }
    return pipe_check(with->words[0]);
}

static const struct {
    const char *name;
    subcommand *run;
} subcommands[] = {
    {"run", command_run},
    {"list", command_list},
    {"show", command_show},
    {"clauses", command_clauses},
    {"explain", command_explain},
    {"doctor", command_doctor},
    {"fingerprint", command_fingerprint},
    {"report", command_report},
    {"compare", command_compare},
    {"merge", command_merge},
    {"check-protocol", check_protocol},
};

static subcommand *find_subcommand(const char *name)
{
    for (size_t i = 0; i < sizeof subcommands / sizeof *subcommands; i++) {
        if (strcmp(name, subcommands[i].name) == 0)
            return subcommands[i].run;
    }
    return NULL;
}

static int run_subcommand(subcommand *run, const char *program, int argc, char **argv)
{
    const char *name = argv[0];
    options with;
    project here;
    int status = options_parse(name, argc, argv, &with);
    if (status != 0)
        return status;
    if (with.help)
        return command_help(name);
    if (!project_find(&here)) {
        project_free(&here);
        return EXIT_USAGE;
    }
    with.program = program;
    status = run(&here, &with);
    project_free(&here);
    return status;
}

int command_main(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : NULL;
    if (first == NULL) {
        fputs("aiospec: which command? see `aiospec help`\n", stderr);
        return EXIT_USAGE;
    }
    if (strcmp(first, "--version") == 0) {
        puts("aiospec " AIOSPEC_VERSION);
        return EXIT_EXPECTED;
    }
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0)
        return command_help(NULL);
    if (strcmp(first, "help") == 0)
        return command_help(argc > 2 ? argv[2] : NULL);
    if (strcmp(first, "play") == 0)
        return player_main(argc - 1, argv + 1);
    subcommand *run = find_subcommand(first);
    if (run == NULL) {
        fprintf(stderr, "aiospec: there is no %s '%s'; see `aiospec help`\n",
                first[0] == '-' ? "option" : "command", first);
        return EXIT_USAGE;
    }
    return run_subcommand(run, argv[0], argc - 1, argv + 1);
}
