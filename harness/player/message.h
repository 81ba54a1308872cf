/*
 * message.h - JSON, a line a message: to the command, and to a driver.
 */
#ifndef PLAYER_MESSAGE_H
#define PLAYER_MESSAGE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* Write one message, which is taken.  `flags` of jansson besides JSON_COMPACT.  False and
 * errno where it cannot be written whole. */
bool message_write(int fd, json_t *message, size_t flags);

#endif
