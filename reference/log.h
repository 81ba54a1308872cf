/*
 * log.h - where reports that nobody catches end.
 *
 * CPython: log.logger ("asyncio") and the warnings module.
 */
#ifndef RL_LOG_H
#define RL_LOG_H

#include <stddef.h>

#include "refloop.h"

/* `exc` may be NULL. */
void log_write(rl_log_level level, const char *text, const rl_exc *exc);

/* A text that grows.  Once memory is out it stays as it is: the beginning of a
 * report is better than none. */
typedef struct log_text {
    char *at; /* "" or allocated */
    size_t len;
    size_t capacity;
    bool cut; /* memory was out */
} log_text;

void log_text_init(log_text *text);
void log_text_add(log_text *text, const char *more);
void log_text_fini(log_text *text);

#endif
