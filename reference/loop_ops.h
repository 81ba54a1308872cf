/*
 * loop_ops.h - what the modules of the reference use of the dispatch besides
 * the public functions.
 */
#ifndef RL_LOOP_OPS_H
#define RL_LOOP_OPS_H

#include "refloop.h"

extern _Thread_local rl_loop *loop_ops_running; /* of this thread: rl_get_running_loop */

/* Has the loop reserve_call and call_reserved? */
bool loop_ops_can_reserve(const rl_loop *loop);

#endif
