/*
 * target.c - see target.h.
 */
#include "target.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"
#include "process.h"

/* The descriptor on which a player finds its socket. */
#define PLAYER_FD 3

static int find_library(target *out)
{
    const char *path = out->name + 4;
    if (!files_exists(path)) {
        fprintf(stderr, "aiospec: there is no file '%s'; lib: is followed by the path of a shared "
                        "object\n", path);
        return 3;
    }
    char *absolute = files_absolute(path);
    out->played = text_format("lib:%s", absolute);
    free(absolute);
    return 0;
}

int target_parse(const char *name, const char *python, target *out)
{
    *out = (target){.name = name, .loop = ""};
    bool is_library = strncmp(name, "lib:", 4) == 0;
    out->is_pipe = strncmp(name, "pipe:", 5) == 0;
    if (is_library || out->is_pipe || strcmp(name, "reference") == 0) {
        if (python != NULL) {
            fprintf(stderr, "aiospec: --python is for Python targets; %s is none\n", name);
            return 2;
        }
        if (out->is_pipe && name[5] == '\0') {
            fputs("aiospec: pipe: is followed by the command that starts a driver\n", stderr);
            return 2;
        }
        return is_library ? find_library(out) : 0;
    }
    if (strncmp(name, "python", 6) != 0 || (name[6] != '\0' && name[6] != ':')) {
        fprintf(stderr, "aiospec: unknown target '%s'; it is reference, lib:FILE, "
                        "pipe:COMMAND, python or python:MODULE:FACTORY\n", name);
        return 2;
    }
    out->is_python = true;
    out->loop = name[6] == ':' ? name + 7 : "";
    const char *colon = strchr(out->loop, ':');
    if (name[6] == ':' && (colon == NULL || colon == out->loop || colon[1] == '\0')) {
        fprintf(stderr, "aiospec: target '%s' needs python:MODULE:FACTORY, for example "
                        "python:uvloop:new_event_loop\n", name);
        return 2;
    }
    const char *wanted = python;
    if (wanted == NULL)
        wanted = getenv("AIOSPEC_PYTHON");
    out->python_was_given = wanted != NULL && *wanted != '\0';
    if (!out->python_was_given)
        wanted = "python3";
    out->python = files_find_program(wanted);
    if (out->python == NULL) {
        fprintf(stderr, "aiospec: no interpreter '%s'; name one with --python PATH\n", wanted);
        return 3;
    }
    return 0;
}

void target_free(target *of)
{
    free(of->python);
    free(of->played);
    *of = (target){0};
}

/* ---- Starting ---- */

bool player_init(player *of, const char *folder, int number)
{
    *of = (player){.fd = -1};
    of->page_path = text_format("%s/page%d", folder, number);
    of->log_path = text_format("%s/player%d", folder, number);
    int fd = open(of->page_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    void *page = MAP_FAILED;
    if (ftruncate(fd, TIMEWARP_PAGE_SIZE) == 0)
        page = mmap(NULL, TIMEWARP_PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    int error = errno;
    close(fd);
    errno = error;
    if (page == MAP_FAILED)
        return false;
    of->page = page;
    return true;
}

/* What AddressSanitizer asks of a process that has something loaded before it. */
static void permit_preload_with_sanitizer(void)
{
    const char *options = getenv("ASAN_OPTIONS");
    char *more = text_format("%s%sverify_asan_link_order=0", options != NULL ? options : "",
                             options != NULL && *options != '\0' ? ":" : "");
    setenv("ASAN_OPTIONS", more, 1);
    free(more);
}

static void set_environment(const player *of, const char *timewarp)
{
    /* Debug mode changes what a loop does; the goldens were recorded without it. */
    unsetenv("PYTHONASYNCIODEBUG");
    unsetenv("PYTHONDEVMODE");
    unsetenv("PYTHONWARNINGS");
    unsetenv("TIMEWARP_PAGE");
    if (timewarp == NULL)
        return;
    const char *others = getenv("LD_PRELOAD");
    char *preload = text_format("%s%s%s", timewarp, others != NULL && *others != '\0' ? ":" : "",
                                others != NULL ? others : "");
    setenv("LD_PRELOAD", preload, 1);
    setenv("TIMEWARP_PAGE", of->page_path, 1);
    free(preload);
    permit_preload_with_sanitizer();
}

/* In the child: become the player.  Does not return. */
static _Noreturn void become_player(const player *of, const target *on, const project *from,
                                    const char *timewarp, int fd)
{
    process_reset_child();
    /* A group of its own, so that a key press that ends the command does not reach it;
     * and what its scenarios leave behind falls to it, not to the system. */
    setpgid(0, 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    int log = open(of->log_path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    if (log >= 0) {
        dup2(log, 1);
        dup2(log, 2);
    }
    if (fd == PLAYER_FD)
        fcntl(fd, F_SETFD, 0);
    else
        dup2(fd, PLAYER_FD);
    set_environment(of, timewarp);

    char descriptors[16];
    snprintf(descriptors, sizeof descriptors, "%d", PLAYER_FD);
    if (on->is_python) {
        char *script = project_path(from, "oracle/player.py");
        execl(on->python, on->python, "-B", script, "--loop", on->loop, "--fds", descriptors,
              (char *)NULL);
    } else {
        const char *played = on->played != NULL ? on->played : on->name;
        execl(from->executable, from->executable, "play", "--target", played, "--fds",
              descriptors, (char *)NULL);
    }
    fprintf(stderr, "cannot be started: %s\n", strerror(errno));
    _exit(127);
}

bool player_start(player *of, const target *on, const project *from, const char *timewarp)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    memset(of->page, 0, TIMEWARP_PAGE_SIZE);
    text_clear(&of->received);
    /* Before anything else can look for it: the log of a start that failed at once. */
    unlink(of->log_path);
    pid_t pid = fork();
    if (pid == 0)
        become_player(of, on, from, timewarp, ends[1]);
    int error = errno;
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        errno = error;
        return false;
    }
    setpgid(pid, pid); /* here too: whoever is first */
    of->pid = pid;
    of->fd = ends[0];
    return true;
}

/* ---- Talking ---- */

bool player_is_virtual(const player *of)
{
    return of->page->magic == TIMEWARP_MAGIC;
}

void player_clear_page(player *of)
{
    size_t kept = offsetof(struct timewarp_page, magic) + sizeof of->page->magic;
    memset((char *)of->page + kept, 0, TIMEWARP_PAGE_SIZE - kept);
}

bool player_send(player *of, const json_t *message)
{
    char *line = json_dumps(message, JSON_COMPACT | JSON_ENSURE_ASCII);
    if (line == NULL)
        return false;
    size_t length = strlen(line);
    line[length++] = '\n'; /* in the place of its NUL */
    size_t sent = 0;
    while (sent < length) {
        ssize_t wrote = send(of->fd, line + sent, length - sent, MSG_NOSIGNAL);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            break;
        sent += (size_t)wrote;
    }
    free(line);
    return sent == length;
}

bool player_receive(player *of)
{
    char buffer[4096];
    ssize_t got;
    do
        got = read(of->fd, buffer, sizeof buffer);
    while (got < 0 && errno == EINTR);
    if (got <= 0)
        return false;
    text_add_n(&of->received, buffer, (size_t)got);
    return true;
}

json_t *player_next(player *of, bool *broken)
{
    *broken = false;
    char *end = of->received.length > 0 ? memchr(of->received.data, '\n', of->received.length) : NULL;
    if (end == NULL)
        return NULL;
    size_t length = (size_t)(end - of->received.data);
    json_t *message = json_loadb(of->received.data, length, 0, NULL);
    of->received.length -= length + 1;
    memmove(of->received.data, end + 1, of->received.length + 1);
    if (!json_is_object(message)) {
        json_decref(message);
        message = NULL;
        *broken = true;
    }
    return message;
}

/* ---- Ending ---- */

static bool is_of_group(pid_t child, const void *player_pid)
{
    return getpgid(child) == *(const pid_t *)player_pid;
}

static bool is_nobodys(pid_t child, const void *unused)
{
    (void)child;
    (void)unused;
    return false;
}

void player_kill_orphans(const player *of)
{
    /* The player adopts orphans (it is a subreaper).  Its own workers are in its group. */
    process_kill_children(of->pid, is_of_group, &of->pid);
}

int player_stop(player *of)
{
    int status = 0;
    if (of->pid == 0)
        return 0;
    close(of->fd);
    of->fd = -1;
    /* At the end of its input a player leaves on its own, but one that is stuck would
     * not, and nothing that it has is worth waiting for.  Its children go first, so that
     * it still is there to adopt what they leave. */
    process_kill_children(of->pid, is_nobodys, NULL);
    kill(-of->pid, SIGKILL);
    while (waitpid(of->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    of->pid = 0;
    return status;
}

char *player_last_words(const player *of)
{
    size_t length;
    char *log = files_read(of->log_path, 1000000, &length);
    if (log == NULL)
        return text_copy("");
    while (length > 0 && (log[length - 1] == '\n' || log[length - 1] == ' '))
        log[--length] = '\0';
    char *newline = strrchr(log, '\n');
    if (newline != NULL)
        memmove(log, newline + 1, strlen(newline + 1) + 1);
    return log;
}

void player_free(player *of)
{
    player_stop(of);
    if (of->page != NULL)
        munmap(of->page, TIMEWARP_PAGE_SIZE);
    free(of->page_path);
    free(of->log_path);
    text_free(&of->received);
    *of = (player){.fd = -1};
}
