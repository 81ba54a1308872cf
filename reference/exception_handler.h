/*
 * exception_handler.h - the parts of reporting that look at nothing of the loop:
 * adapters of other loops use them too.
 */
#ifndef RL_EXCEPTION_HANDLER_H
#define RL_EXCEPTION_HANDLER_H

#include "refloop.h"

/* EXC-5.  CPython: BaseEventLoop.default_exception_handler */
rl_exc *exception_handler_default(rl_loop *loop, const rl_exc_context *context);
/* EXC-7: the program's handler raised `exc` (borrowed) when it was told that. */
void exception_handler_failed(rl_loop *loop, const rl_exc_context *context, rl_exc *exc);

#endif
