/*
 * options.c - see options.h.
 *
 * One table for all subcommands; each option says which of them have it.
 */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats.h"

enum {
    RUN = 1,
    LIST = 2,
    SHOW = 4,
    DOCTOR = 8,
    CLAUSES = 16,
    EXPLAIN = 32,
    FINGERPRINT = 64,
    CHECK_PROTOCOL = 128,
    REPORT = 256,
    COMPARE = 512,
    MERGE = 1024,
    WITH_SUITE = 127,
    ALL = 2047
};

static const struct {
    const char *name;
    int commands;
} commands[] = {{"run", RUN},         {"list", LIST},       {"show", SHOW},
                {"clauses", CLAUSES}, {"explain", EXPLAIN}, {"doctor", DOCTOR},
                {"fingerprint", FINGERPRINT}, {"check-protocol", CHECK_PROTOCOL},
                {"report", REPORT},   {"compare", COMPARE}, {"merge", MERGE}};

enum option_id {
    OPTION_PYTHON = 256,
    OPTION_LEVEL,
    OPTION_JOBS,
    OPTION_RESULTS,
    OPTION_DEVIATIONS,
    OPTION_WRITE_DEVIATIONS,
    OPTION_SHARD,
    OPTION_REPORT,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_REALTIME,
    OPTION_LIMIT,
    OPTION_SUITE,
    OPTION_SEMANTICS,
    OPTION_QUIET,
    OPTION_SUMMARY,
    OPTION_VERBOSE,
    OPTION_NO_COLOR,
    OPTION_FLOOR,
    OPTION_JSON,
    OPTION_HELP
};

static const struct {
    struct option option;
    int commands;
} table[] = {
    {{"python", required_argument, NULL, OPTION_PYTHON}, RUN | DOCTOR | FINGERPRINT},
    {{"level", required_argument, NULL, OPTION_LEVEL}, RUN},
    {{"jobs", required_argument, NULL, OPTION_JOBS}, RUN | FINGERPRINT},
    {{"results", required_argument, NULL, OPTION_RESULTS}, RUN},
    {{"deviations", required_argument, NULL, OPTION_DEVIATIONS}, RUN},
    {{"write-deviations", no_argument, NULL, OPTION_WRITE_DEVIATIONS}, RUN},
    {{"shard", required_argument, NULL, OPTION_SHARD}, RUN},
    {{"report", required_argument, NULL, OPTION_REPORT}, RUN},
    {{"format", required_argument, NULL, OPTION_FORMAT}, REPORT},
    {{"output", required_argument, NULL, OPTION_OUTPUT}, REPORT | MERGE},
    {{"realtime", no_argument, NULL, OPTION_REALTIME}, RUN},
    {{"limit", required_argument, NULL, OPTION_LIMIT}, RUN | FINGERPRINT},
    {{"suite", required_argument, NULL, OPTION_SUITE}, WITH_SUITE},
    {{"semantics", required_argument, NULL, OPTION_SEMANTICS}, RUN | FINGERPRINT},
    {{"quiet", no_argument, NULL, OPTION_QUIET}, RUN | COMPARE},
    {{"summary", no_argument, NULL, OPTION_SUMMARY}, RUN},
    {{"verbose", no_argument, NULL, OPTION_VERBOSE}, RUN},
    {{"no-color", no_argument, NULL, OPTION_NO_COLOR}, RUN},
    {{"floor", required_argument, NULL, OPTION_FLOOR}, RUN | COMPARE | MERGE},
    {{"json", no_argument, NULL, OPTION_JSON}, LIST | CLAUSES | FINGERPRINT},
    {{"help", no_argument, NULL, OPTION_HELP}, ALL},
};
#define TABLE_SIZE (sizeof table / sizeof *table)

#define FORMATS "tap, tap13, junit, markdown, json or html"

static int wrong_value(const options *of, const char *option, const char *value, const char *wanted)
{
    fprintf(stderr, "aiospec %s: --%s %s: %s\n", of->command, option, value, wanted);
    return 2;
}

/* A whole number from `least` to `most`. */
static bool parse_number(const char *value, long least, long most, long *out)
{
    char *end;
    errno = 0;
    long number = strtol(value, &end, 10);
    if (end == value || *end != '\0' || errno != 0 || number < least || number > most)
        return false;
    *out = number;
    return true;
}

static bool parse_seconds(const char *value, double *out)
{
    char *end;
    double seconds = strtod(value, &end);
    if (end == value || *end != '\0' || !isfinite(seconds) || seconds <= 0 || seconds > 86400)
        return false;
    *out = seconds;
    return true;
}

static int take_report(options *out, const char *value)
{
    const char *colon = strchr(value, ':');
    if (colon == NULL || colon[1] == '\0' || format_named(value, (size_t)(colon - value)) == NULL)
        return wrong_value(out, "report", value, "expected FORMAT:FILE, FORMAT " FORMATS);
    if (out->report_count == OPTIONS_MOST_REPORTS)
        return wrong_value(out, "report", value, "too many reports; `aiospec report` makes more");
    out->reports[out->report_count++] = value;
    return 0;
}

static int take_format(options *out, const char *value)
{
    if (format_named(value, strlen(value)) == NULL)
        return wrong_value(out, "format", value, "the format is " FORMATS);
    out->format = value;
    return 0;
}

static int take_option(options *out, int id, const char *value)
{
    long number = 0;
    version ignored;
    switch (id) {
    case OPTION_PYTHON: out->python = value; return 0;
    case OPTION_RESULTS: out->results = value; return 0;
    case OPTION_DEVIATIONS: out->deviations = value; return 0;
    case OPTION_WRITE_DEVIATIONS: out->write_deviations = true; return 0;
    case OPTION_REPORT: return take_report(out, value);
    case OPTION_FORMAT: return take_format(out, value);
    case OPTION_OUTPUT: out->output = value; return 0;
    case OPTION_SUITE: out->suite = value; return 0;
    case OPTION_REALTIME: out->realtime = true; return 0;
    case OPTION_QUIET: out->quiet = true; return 0;
    case OPTION_SUMMARY: out->summary = true; return 0;
    case OPTION_VERBOSE: out->verbose = true; return 0;
    case OPTION_NO_COLOR: out->no_color = true; return 0;
    case OPTION_JSON: out->json = true; return 0;
    case OPTION_HELP: out->help = true; return 0;
    case OPTION_LEVEL:
        out->level_chosen = true;
        if (suite_parse_level(value, &out->level))
            return 0;
        return wrong_value(out, "level", value,
                           "the level is documented, defacto, detail or undefined");
    case OPTION_SEMANTICS:
        if (!versions_parse(value, &ignored))
            return wrong_value(out, "semantics", value, "expected a version such as 3.12 or 3.12.1");
        out->semantics = value;
        return 0;
    case OPTION_JOBS:
        if (!parse_number(value, 1, 1000, &number))
            return wrong_value(out, "jobs", value, "expected a whole number from 1 to 1000");
        out->jobs = (int)number;
        return 0;
    case OPTION_SHARD:
        if (!shard_parse(value, &out->shard))
            return wrong_value(out, "shard", value, "expected I/N, such as 1/4 for the first of four");
        return 0;
    case OPTION_FLOOR:
        out->floor_chosen = true;
        if (!parse_number(value, 0, 1000000, &out->floor))
            return wrong_value(out, "floor", value, "expected a whole number");
        return 0;
    default: /* OPTION_LIMIT */
        if (!parse_seconds(value, &out->limit_s))
            return wrong_value(out, "limit", value, "expected seconds, above 0 and up to 86400");
        return 0;
    }
}

/* CPUs that this process may use. */
static int usable_cpus(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    int count = CPU_COUNT(&set);
    return count > 0 ? count : 1;
}

/* What getopt refused. */
static int refuse(const char *command, int problem, char *const *argv)
{
    /* optopt is a known long option's value, an unknown short option's letter, or 0. */
    if (problem == ':')
        fprintf(stderr, "aiospec %s: %s needs a value; see `aiospec help %s`\n", command,
                argv[optind - 1], command);
    else if (optopt != 0 && optopt < 256)
        fprintf(stderr, "aiospec %s: unknown option '-%c'; see `aiospec help %s`\n", command, optopt,
                command);
    else if (optopt >= 256)
        fprintf(stderr, "aiospec %s: %s takes no value; see `aiospec help %s`\n", command,
                argv[optind - 1], command);
    else
        fprintf(stderr, "aiospec %s: unknown option '%s'; see `aiospec help %s`\n", command,
                argv[optind - 1], command);
    return 2;
}

int options_parse(const char *command, int argc, char **argv, options *out)
{
    int mine = 0;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(commands[i].name, command) == 0)
            mine = commands[i].commands;
    }
    struct option known[TABLE_SIZE + 1] = {{0}};
    size_t count = 0;
    for (size_t i = 0; i < TABLE_SIZE; i++) {
        if (table[i].commands & mine)
            known[count++] = table[i].option;
    }

    *out = (options){.command = command, .level = SUITE_DEFACTO, .limit_s = 10, .floor = 1};
    const char *letters = mine & (REPORT | MERGE) ? ":ho:" : ":h";
    optind = 0; /* GNU: start afresh, also where it was used before */
    for (int id; (id = getopt_long(argc, argv, letters, known, NULL)) != -1;) {
        if (id == 'h')
            id = OPTION_HELP;
        if (id == 'o')
            id = OPTION_OUTPUT;
        if (id == '?' || id == ':')
            return refuse(command, id, argv);
        int status = take_option(out, id, optarg);
        if (status != 0)
            return status;
    }
    out->words = argv + optind;
    out->word_count = (size_t)(argc - optind);
    if (out->jobs == 0)
        out->jobs = usable_cpus();
    return 0;
}
