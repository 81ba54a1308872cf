/* wrap_future.h - futures of a loop that follow futures of any thread. */
#ifndef RL_WRAP_FUTURE_H
#define RL_WRAP_FUTURE_H

#include "concurrent.h"

typedef struct wrapping wrapping;

/* rl_wrap_future, that can be undone.  The wrapping is borrowed, and good until
 * `out` is done. */
rl_err wrap_future(rl_concurrent *future, rl_loop *loop, rl_future **out, wrapping **link);
/* The future does not follow any more. */
void wrap_future_undo(wrapping *link);

#endif
