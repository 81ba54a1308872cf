/*
 * pipe.h - a loop in any language: a command that speaks JSON, a line a message.
 *
 * The protocol is in spec/pipe-protocol.md.  Handles, contexts and exceptions are kept
 * here (harness/adapters/adapter.h); the command knows callbacks by their numbers.
 */
#ifndef PLAYER_PIPE_H
#define PLAYER_PIPE_H

#include <stddef.h>

#include "../../reference/refloop.h"

enum { PIPE_PROTOCOL = 1, PIPE_EXIT_BROKEN = 76 }; /* a process whose driver broke the protocol */

/*
 * Start the command once, to hear what it is and whether it is honest about what it does
 * not know.  NULL, and why in `error`.  One command for each process.
 */
const rl_loop_ops *pipe_find(const char *command, char *error, size_t size);
/* Start the command for this process, which is to play one scenario.  Ends the process
 * with PIPE_EXIT_BROKEN where that fails, as does everything that breaks later. */
void pipe_start(void);

/* Hold a conversation that tries everything once, and print how it went.
 * returns  0, 1 where a step failed, 3 where the command cannot be started */
int pipe_check(const char *command);

#endif
