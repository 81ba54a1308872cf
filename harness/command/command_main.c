/*
 * command_main.c - finds the subcommand.
 */
#include "commands.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "../player/player.h"

static int run_subcommand(const char *program, int argc, char **argv)
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
    if (strcmp(name, "run") == 0)
        status = command_run(&here, program, &with);
    else if (strcmp(name, "list") == 0)
        status = command_list(&here, &with);
    else if (strcmp(name, "show") == 0)
        status = command_show(&here, &with);
    else
        status = command_doctor(&here, &with);
    project_free(&here);
    return status;
}

static bool is_subcommand(const char *name)
{
    return strcmp(name, "run") == 0 || strcmp(name, "list") == 0 || strcmp(name, "show") == 0 ||
           strcmp(name, "doctor") == 0;
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
    if (!is_subcommand(first)) {
        fprintf(stderr, "aiospec: there is no %s '%s'; see `aiospec help`\n",
                first[0] == '-' ? "option" : "command", first);
        return EXIT_USAGE;
    }
    return run_subcommand(argv[0], argc - 1, argv + 1);
}
