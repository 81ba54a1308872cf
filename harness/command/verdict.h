/*
 * verdict.h - what became of one scenario on one target, and why.
 *
 * Pure: it reads what the supervisor saw and what the suite expects, and nothing else.
 */
#ifndef COMMAND_VERDICT_H
#define COMMAND_VERDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "../timewarp/page.h"
#include "suite.h"
#include "trace.h"

typedef enum verdict {
    VERDICT_PASS,
    VERDICT_FAIL,        /* a line differs, or an exception ended the program */
    VERDICT_SPIN,        /* polled again and again without cause */
    VERDICT_DEADLOCK,    /* waited for ever, and nothing could wake it */
    VERDICT_HANG,        /* still running at the real time limit */
    VERDICT_CRASH,       /* its process died */
    VERDICT_PROTOCOL,    /* the driver at the end of a pipe broke the protocol */
    VERDICT_LEAK,        /* right, but left something behind */
    VERDICT_REFUSED,     /* used a call whose time the virtual clock cannot move */
    VERDICT_DIFFERS,     /* not as CPython, where the manual leaves it open: no failure */
    VERDICT_XFAIL,       /* failed as the deviations file records */
    VERDICT_XPASS,       /* passed, and the deviations file records a failure */
    VERDICT_UNSUPPORTED, /* the target declares that it lacks what the scenario needs */
    VERDICT_SKIP         /* nothing to compare with, or no way to play it */
} verdict;

#define VERDICT_COUNT (VERDICT_SKIP + 1)

/* What a verdict counts as. */
typedef enum verdict_kind {
    KIND_PASSED,
    KIND_FAILED,
    KIND_EXPECTED, /* failed as recorded */
    KIND_OPEN,
    KIND_SKIPPED,
    KIND_COUNT
} verdict_kind;

const char *verdict_name(verdict of);
bool verdict_parse(const char *name, verdict *out);
verdict_kind verdict_kind_of(verdict of);

/* What the supervisor saw of one play. */
typedef struct verdict_play {
    bool played;       /* else nothing below counts, and `refusal` says why */
    bool timed_out;    /* the supervisor killed it at its limit */
    bool player_died;  /* and took the player with it */
    int wait_status;   /* as waitpid gives it */
    double limit_s;
    size_t output_limit; /* bytes it was allowed to write in one file */
    bool is_virtual;   /* under the virtual clock: `page` and times count */
    struct timewarp_page page;
    char *trace_bytes; /* the trace file, NUL-terminated; NULL if there is none */
    char *output;      /* the start and the end of what it wrote; NULL for nothing */
    double seconds;    /* real time it took */
} verdict_play;

typedef struct verdict_result {
    const suite_scenario *scenario;
    verdict verdict;
    char *reason;                 /* one line; NULL for PASS */
    const char *deviation;        /* "FILE:LINE: why"; NULL where the deviations file says nothing */
    enum verdict outcome;         /* the verdict without that file; only where `deviation` is there */
    const suite_golden *expected; /* the golden that fits best; NULL if none was compared */
    trace_record record;
    trace_comparison comparison;  /* against `expected` */
    verdict_play play;
} verdict_result;

/* Why a target does not play a scenario at all. */
typedef struct verdict_target {
    version semantics;
    const char *semantics_name;
    suite_level level;        /* scenarios of weaker levels never fail */
    bool runs_programs;       /* plays compiled programs, not the Python file */
    bool is_virtual;
    double limit_s;
    const char *const *lacks; /* groups of operations it declares missing */
    size_t lack_count;
} verdict_target;

/*
 * The goldens that grade `scenario` for that version; any of them satisfies.
 * returns 0, 1 or 2
 */
size_t verdict_goldens(const suite *in, const suite_scenario *scenario, version semantics,
                       const suite_golden *goldens[2]);

/* Is there a reason not to play it?  Then `out` is its result, SKIP or UNSUPPORTED. */
bool verdict_before(const suite *in, const suite_scenario *scenario, const verdict_target *target,
                    verdict_result *out);

/* Can it fail at all, where scenarios weaker than `level` do not? */
bool verdict_can_fail(const suite_scenario *scenario, suite_level level);

/* Grade a play.  `play` and all that it holds are taken. */
void verdict_after(const suite *in, const suite_scenario *scenario, const verdict_target *target,
                   verdict_play *play, verdict_result *out);

void verdict_free(verdict_result *result);

#endif
