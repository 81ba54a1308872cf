/* executor.h - a loop's default executor, for what shuts it down. */
#ifndef RL_EXECUTOR_H
#define RL_EXECUTOR_H

#include "refloop.h"

/* From now on the loop's default executor takes no jobs, even if it has none yet
 * (THR-10).  *out: a new reference to it; NULL: there is none. */
rl_err executor_retire_default(rl_loop *loop, rl_executor **out);

#endif
