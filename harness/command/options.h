/*
 * options.h - the command lines that the subcommands understand.
 */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "shard.h"
#include "suite.h"

#define OPTIONS_MOST_REPORTS 8

typedef struct options {
    const char *command; /* "run", ... */
    const char *program; /* what the user called this program */
    char **words;        /* what is no option: TARGET, patterns; part of argv */
    size_t word_count;
    const char *python;
    const char *results;
    const char *deviations;
    bool write_deviations;
    const char *reports[OPTIONS_MOST_REPORTS]; /* FORMAT:FILE each */
    size_t report_count;
    const char *format; /* of one report */
    const char *output; /* where it goes; NULL: standard output */
    const char *suite;
    const char *semantics;
    suite_level level; /* the weakest that can fail */
    bool level_chosen; /* by --level: weaker ones are not even played */
    int jobs;
    double limit_s;
    long floor;
    bool floor_chosen;
    shard shard;
    bool realtime;
    bool quiet;
    bool summary;
    bool verbose;
    bool no_color;
    bool json;
    bool help;
} options;

/*
 * Parse the options of `command`; argv[0] is its name, and argv is put in order.
 * returns 0, or 2 with one line on standard error
 */
int options_parse(const char *command, int argc, char **argv, options *out);

#endif
