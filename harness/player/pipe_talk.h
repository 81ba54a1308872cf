/*
 * pipe_talk.h - the conversation with a driver: messages of JSON, a line each.
 *
 * One conversation for each process, led by one thread.  Whoever has spoken waits for the
 * answer, so nothing is ever read ahead.
 */
#ifndef PLAYER_PIPE_TALK_H
#define PLAYER_PIPE_TALK_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* Start the command.  False and errno where that fails. */
bool pipe_open(const char *command);
/* End it, whatever it is doing. */
void pipe_close(void);
/* Close its input and wait until it ends; did it, with status 0? */
bool pipe_wait_for_end(int limit_ms);

/* Send one message, which is taken.  False where the driver is gone. */
bool pipe_say(json_t *message);
/* The next message; NULL where it is none.  The caller decrefs. */
json_t *pipe_hear(void);
/* Both; an answer is no callback.  NULL where it is none. */
json_t *pipe_ask(json_t *request);

/* The driver broke the protocol: the process says so and ends with PIPE_EXIT_BROKEN; or,
 * while there is a buffer for complaints, the first is kept there and nothing ends. */
void pipe_broken(const char *format, ...) __attribute__((format(printf, 1, 2)));
void pipe_complain_to(char *buffer, size_t size); /* NULL: no more */

#endif
