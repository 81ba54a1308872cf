/*
 * process.c - see process.h.
 */
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "files.h"
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

/* ---- Children that were left behind ---- */

static bool is_zombie(pid_t pid)
{
    char *path = text_format("/proc/%d/stat", (int)pid);
    char *stat = files_read(path, 0, NULL);
    free(path);
    /* The state follows the name, which stands in parentheses and may hold any. */
    const char *name_end = stat != NULL ? strrchr(stat, ')') : NULL;
    bool zombie = name_end == NULL || strncmp(name_end, ") Z", 3) == 0;
    free(stat);
    return zombie;
}

/* One sweep; how many living ones it found. */
static int kill_children_once(pid_t parent, bool (*spared)(pid_t child, const void *arg),
                              const void *arg)
{
    int living = 0;
    char *path = text_format("/proc/%d/task/%d/children", (int)parent, (int)parent);
    char *children = files_read(path, 0, NULL);
    free(path);
    for (char *at = children; at != NULL && *at != '\0';) {
        pid_t child = (pid_t)strtol(at, &at, 10);
        at += strspn(at, " ");
        if (child <= 0 || spared(child, arg))
            continue;
        if (!is_zombie(child)) {
            kill(child, SIGKILL);
            living++;
        }
        if (parent == getpid())
            waitpid(child, NULL, WNOHANG);
    }
    free(children);
    return living;
}

void process_kill_children(pid_t parent, bool (*spared)(pid_t child, const void *arg),
                           const void *arg)
{
    /* Dying takes a moment, and the children of the dead come next.  Half a second is
     * far more than that, and the end of waiting for what cannot be killed. */
    for (int sweep = 0; sweep < 500 && kill_children_once(parent, spared, arg) > 0; sweep++)
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
}
