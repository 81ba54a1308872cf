/*
 * pipe_talk.c - see pipe_talk.h.
 */
#include "pipe_talk.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "message.h"
#include "pipe.h"

enum { LINE_ROOM = 65536 };

static pid_t driver;
static int to_driver = -1, from_driver = -1;
static char line[LINE_ROOM];
static size_t held; /* bytes of the next line that are here already */

static char *complaint; /* see pipe_complain_to */
static size_t complaint_size;

void pipe_complain_to(char *buffer, size_t size)
{
    complaint = buffer;
    complaint_size = size;
    if (buffer != NULL)
        *buffer = '\0';
}

void pipe_broken(const char *format, ...)
{
    char text[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (complaint != NULL) {
        if (*complaint == '\0')
            snprintf(complaint, complaint_size, "%s", text);
        return;
    }
    fprintf(stderr, "protocol: %s\n", text);
    _exit(PIPE_EXIT_BROKEN);
}

/* ---- Lines ---- */

bool pipe_open(const char *command)
{
    int in[2], out[2];
    if (pipe(in) != 0)
        return false;
    if (pipe(out) != 0)
        return false;
    driver = fork();
    if (driver < 0)
        return false;
    if (driver == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        signal(SIGPIPE, SIG_DFL);
        dup2(in[0], 0);
        dup2(out[1], 1);
        close(in[0]);
        close(in[1]);
        close(out[0]);
        close(out[1]);
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    to_driver = in[1];
    from_driver = out[0];
    held = 0;
    signal(SIGPIPE, SIG_IGN);
    return true;
}

void pipe_close(void)
{
    close(to_driver);
    close(from_driver);
    kill(driver, SIGKILL);
    while (waitpid(driver, NULL, 0) < 0 && errno == EINTR)
        continue;
}

/* There is one conversation, and one thread leads it. */
static void check_thread(void)
{
    static pthread_t owner;
    static bool known;
    if (!known) {
        owner = pthread_self();
        known = true;
    } else if (!pthread_equal(owner, pthread_self())) {
        pipe_broken("the program used the loop from another thread");
    }
}

bool pipe_say(json_t *message)
{
    check_thread();
    if (message_write(to_driver, message, JSON_ENSURE_ASCII))
        return true;
    /* One that is gone may have said why: what it wrote is heard next. */
    if (errno == EPIPE)
        return true;
    pipe_broken("cannot write to the driver (%s)", strerror(errno));
    return false;
}

json_t *pipe_hear(void)
{
    char *end;
    while ((end = memchr(line, '\n', held)) == NULL) {
        if (held == sizeof line) {
            pipe_broken("a line of more than %d bytes", LINE_ROOM);
            return NULL;
        }
        ssize_t got = read(from_driver, line + held, sizeof line - held);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            pipe_broken("the driver ended in the middle of a conversation");
            return NULL;
        }
        held += (size_t)got;
    }
    json_error_t error;
    size_t length = (size_t)(end - line);
    json_t *message = json_loadb(line, length, 0, &error);
    if (!json_is_object(message)) {
        pipe_broken("no JSON object: %.*s", (int)(length > 80 ? 80 : length), line);
        json_decref(message);
        message = NULL;
    }
    held -= length + 1;
    memmove(line, end + 1, held);
    return message;
}

json_t *pipe_ask(json_t *request)
{
    if (!pipe_say(request))
        return NULL;
    json_t *answer = pipe_hear();
    if (answer != NULL && json_object_get(answer, "callback") != NULL) {
        pipe_broken("a callback while the loop does not run, or while another one runs");
        json_decref(answer);
        answer = NULL;
    }
    return answer;
}

bool pipe_wait_for_end(int limit_ms)
{
    int status = -1;
    close(to_driver);
    to_driver = -1;
    for (; limit_ms > 0; limit_ms -= 10) {
        if (waitpid(driver, &status, WNOHANG) == driver) {
            driver = 0;
            close(from_driver);
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        }
        usleep(10000);
    }
    return false;
}
