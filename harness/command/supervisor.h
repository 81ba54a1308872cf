/*
 * supervisor.h - plays scenarios on a target, several at a time, and lets none of
 * them disturb the run: time limits, dead players, processes left behind.
 */
#ifndef COMMAND_SUPERVISOR_H
#define COMMAND_SUPERVISOR_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "project.h"
#include "suite.h"
#include "target.h"
#include "verdict.h"

typedef struct supervisor_options {
    const project *project;
    const target *target;
    int jobs;
    bool realtime;
    double limit_s;
} supervisor_options;

typedef struct supervisor supervisor;

/*
 * Start the players and wait for their greetings.  From here until supervisor_stop,
 * SIGINT, SIGTERM and SIGHUP end the run in good order instead of the process.
 *
 * returns  0, or an exit status with one line on standard error (3: the target could
 *          not be run); *out is NULL then
 */
int supervisor_start(const supervisor_options *options, supervisor **out);

/* What the target said of itself (spec/formats.md); borrowed. */
const json_t *supervisor_greeting(const supervisor *of);
bool supervisor_is_virtual(const supervisor *of);
/* Why the clock is real although it was not asked for; NULL if it is as asked. */
const char *supervisor_clock_note(const supervisor *of);

/* `play` belongs to the callee; `index` is the scenario's place in `scenarios`. */
typedef void (*supervisor_played)(void *arg, size_t index, verdict_play *play);

/*
 * Play them all; `played` is called as each one ends, in no order.
 *
 * returns  0; 3 with one line on standard error when the target could not be run any
 *          more; or 128 + N after signal N
 */
int supervisor_run(supervisor *of, const suite_scenario *const *scenarios, size_t count,
                   supervisor_played played, void *arg);

/* End the players, remove the temporary files, restore the signals.  NULL is ignored. */
void supervisor_stop(supervisor *of);

#endif
