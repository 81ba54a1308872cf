/*
 * process.c - see process.h.
 */
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "text.h"

void process_reset_child(void)
{
    sigset_t none;
    sigemptyset(&none);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int null = open("/dev/null", O_RDONLY);
    if (null > 0) {
        dup2(null, 0);
        close(null);
    }
}

static char *read_to_end(int fd)
{
    text_buffer read_so_far = {0};
    char buffer[4096];
    text_add(&read_so_far, "");
    for (;;) {
        ssize_t got = read(fd, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return read_so_far.data;
        text_add_n(&read_so_far, buffer, (size_t)got);
    }
}

int process_run(char *const *arguments, char **output)
{
    int ends[2];
    *output = NULL;
    if (pipe2(ends, O_CLOEXEC) != 0) {
        *output = text_copy("");
        return 127;
    }
    pid_t pid = fork();
    if (pid == 0) {
        process_reset_child();
        dup2(ends[1], 1);
        dup2(ends[1], 2);
        execvp(arguments[0], arguments);
        _exit(127);
    }
    close(ends[1]);
    *output = read_to_end(ends[0]);
    close(ends[0]);
    if (pid < 0)
        return 127;
    int status;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return 127;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
