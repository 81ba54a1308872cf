/*
 * message.c - see message.h.
 */
#include "message.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t wrote = write(fd, bytes, length);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        bytes += wrote;
        length -= (size_t)wrote;
    }
    return true;
}

bool message_write(int fd, json_t *message, size_t flags)
{
    char *line = json_dumps(message, JSON_COMPACT | flags);
    json_decref(message);
    if (line == NULL) {
        errno = ENOMEM;
        return false;
    }
    size_t length = strlen(line);
    line[length++] = '\n'; /* in the place of its NUL */
    bool whole = write_all(fd, line, length);
    int error = errno;
    free(line);
    errno = error;
    return whole;
}
