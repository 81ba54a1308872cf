/*
 * commands.h - the subcommands.  Each gets argv with its own name first, and returns
 * the exit status.
 */
#ifndef COMMAND_COMMANDS_H
#define COMMAND_COMMANDS_H

#include "options.h"
#include "project.h"

#define AIOSPEC_VERSION "0.1"

/* Exit statuses, the same for all subcommands. */
enum {
    EXIT_EXPECTED = 0,
    EXIT_UNEXPECTED = 1, /* a verdict that is a failure */
    EXIT_USAGE = 2,      /* the command line, or a broken file of the suite */
    EXIT_TARGET = 3,     /* the target could not be run */
    EXIT_FLOOR = 4       /* fewer scenarios graded than promised */
};

int command_main(int argc, char **argv);

int command_run(const project *in, const options *with);
int command_list(const project *in, const options *with);
int command_show(const project *in, const options *with);
int command_clauses(const project *in, const options *with);
int command_explain(const project *in, const options *with);
int command_doctor(const project *in, const options *with);
int command_report(const project *in, const options *with);
int command_compare(const project *in, const options *with);
int command_merge(const project *in, const options *with);
int command_fingerprint(const project *in, const options *with);
/* Print the help of a command; NULL: the overview.  2 where there is no such command. */
int command_help(const char *command);

#endif
