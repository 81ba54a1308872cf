/* log.c - the log, and texts for it.  See log.h. */
#include "log.h"

#include <stdio.h>
#include <string.h>

#include "mem.h"

static void write_to_stderr(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)arg;
    if (level == RL_LOG_RESOURCE_WARNING)
        fprintf(stderr, "ResourceWarning: %s\n", text);
    else if (level == RL_LOG_RUNTIME_WARNING)
        fprintf(stderr, "RuntimeWarning: %s\n", text);
    else
        fprintf(stderr, "%s\n", text);
    if (exc == NULL)
        return;
    const char *message = rl_exc_message(exc);
    fprintf(stderr, "%s%s%s\n", rl_exc_class(exc), *message == '\0' ? "" : ": ", message);
}

static rl_log_fn log_fn = write_to_stderr;
static void *log_arg;

void rl_set_log(rl_log_fn fn, void *arg)
{
    log_fn = fn == NULL ? write_to_stderr : fn;
    log_arg = arg;
}

void log_write(rl_log_level level, const char *text, const rl_exc *exc)
{
    log_fn(level, text, exc, log_arg);
}

static char nothing[] = "";

void log_text_init(log_text *text)
{
    *text = (log_text){.at = nothing};
}

void log_text_add(log_text *text, const char *more)
{
    size_t len = strlen(more);
    if (text->cut)
        return;
    if (text->len + len + 1 > text->capacity) {
        size_t capacity = 2 * text->capacity + len + 128;
        char *grown = mem_realloc(text->capacity == 0 ? NULL : text->at, capacity);
        if (grown == NULL) {
            text->cut = true;
            return;
        }
        text->at = grown;
        text->capacity = capacity;
    }
    memcpy(text->at + text->len, more, len + 1);
    text->len += len;
}

void log_text_fini(log_text *text)
{
    if (text->capacity > 0)
        mem_free(text->at);
    log_text_init(text);
}
