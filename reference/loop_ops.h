/*
 * loop_ops.h - the running loop of each thread, for modules that look at it
 * often.
 */
#ifndef RL_LOOP_OPS_H
#define RL_LOOP_OPS_H

#include "refloop.h"

extern _Thread_local rl_loop *loop_ops_running; /* rl_get_running_loop */

#endif
