/*
 * selector_scripted.h - a selector and a clock that a unit test dictates.
 *
 * Every wait calls the script, which may let time pass, act as another thread
 * would during a poll, and say which descriptors are ready; it sees the timeout
 * that the loop asked for.  Descriptors are mere numbers.
 */
#ifndef RL_SELECTOR_SCRIPTED_H
#define RL_SELECTOR_SCRIPTED_H

#include "clock.h"
#include "selector.h"

typedef struct selector_script selector_script;

struct selector_script {
    clock_source clock; /* of the loop; reads now_s */
    double now_s;
    int reads;          /* of the clock */
    /* A poll: put events into `events` (there is room for every key) and
     * return how many, or a negated errno. */
    int (*poll)(selector_script *script, double timeout_s, selector_event *events);
    void *arg;
    rl_err fail_add;    /* what add and change answer, once */
    rl_err fail_change;
};

/* `script` is caller's memory; clock and counters are set up here. */
rl_err selector_scripted_open(selector_script *script, selector **out);

#endif
