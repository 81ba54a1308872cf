/*
 * player.c - see player.h.  The same job as oracle/player.py, for loops in C.
 *
 * Invariant: the process that speaks the protocol never waits for time and never
 * makes a loop.  Under timewarp the first process that waits is the one graded, and
 * that must be a scenario's.
 */
#include "player.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <jansson.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../reference/refloop.h"
#include "../vm/vm.h"
#include "message.h"
#include "pipe.h"

#define MAX_WORKERS 1024

/* ---- The target ---- */

static bool has_required(const rl_loop_ops *ops)
{
    return ops->size >= offsetof(rl_loop_ops, handle_when) && ops->name != NULL &&
           ops->new_loop != NULL && ops->free_loop != NULL && ops->time != NULL &&
           ops->is_running != NULL && ops->is_closed != NULL && ops->call_soon != NULL &&
           ops->call_at != NULL && ops->handle_ref != NULL && ops->handle_unref != NULL &&
           ops->handle_cancel != NULL && ops->handle_cancelled != NULL &&
           ops->run_forever != NULL && ops->stop != NULL && ops->close != NULL;
}

/* The table that a shared object exports.  NULL, and why in `error`. */
static const rl_loop_ops *load_adapter(const char *path, char *error, size_t size)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        snprintf(error, size, "%s", dlerror());
        return NULL;
    }
    const rl_loop_ops *ops = dlsym(library, "rl_adapter_ops");
    if (ops == NULL)
        snprintf(error, size, "%s exports no rl_adapter_ops", path);
    else if (ops->version != RL_LOOP_OPS_VERSION)
        snprintf(error, size, "%s has version %u of rl_loop_ops; this command has version %d", path,
                 (unsigned)ops->version, RL_LOOP_OPS_VERSION);
    else if (!has_required(ops))
        snprintf(error, size, "%s lacks an operation that is required (those up to `close`)", path);
    else
        return ops;
    return NULL;
}

/* NULL, and why in `error`; "" where there is no such target. */
static const rl_loop_ops *find_target(const char *name, char *error, size_t size)
{
    *error = '\0';
    if (name != NULL && strncmp(name, "lib:", 4) == 0)
        return load_adapter(name + 4, error, size);
    if (name != NULL && strncmp(name, "pipe:", 5) == 0)
        return pipe_find(name + 5, error, size);
    return name != NULL && strcmp(name, "reference") == 0 ? &rl_reference_ops : NULL;
}

#define HAS(ops, op)                                                                               \
    (offsetof(rl_loop_ops, op) + sizeof((ops)->op) <= (ops)->size && (ops)->op != NULL)

/* The `ops` groups of spec/formats.md that the loop leaves out. */
static json_t *lacks(const rl_loop_ops *ops)
{
    json_t *missing = json_array();
    if (!HAS(ops, add_reader) || !HAS(ops, add_writer) || !HAS(ops, remove_reader) ||
        !HAS(ops, remove_writer))
        json_array_append_new(missing, json_string("readers"));
    if (!HAS(ops, call_soon_threadsafe)) {
        json_array_append_new(missing, json_string("threads"));
        json_array_append_new(missing, json_string("executor")); /* jobs come back through it */
    }
    if (!HAS(ops, set_exception_handler) || !HAS(ops, call_exception_handler))
        json_array_append_new(missing, json_string("handler"));
    if (!HAS(ops, handle_get_context))
        json_array_append_new(missing, json_string("contexts"));
    if (!HAS(ops, set_debug) || !HAS(ops, get_debug) ||
        !HAS(ops, set_slow_callback_duration) || !HAS(ops, get_slow_callback_duration))
        json_array_append_new(missing, json_string("debug"));
    if (!HAS(ops, add_signal_handler) || !HAS(ops, remove_signal_handler))
        json_array_append_new(missing, json_string("signals"));
    if (!vm_has_polls())
        json_array_append_new(missing, json_string("polls"));
    return missing;
}

/* ---- Messages ---- */

/* `message` is taken. */
static bool send_message(int fd, json_t *message)
{
    return message_write(fd, message, 0);
}

/* One request.  A request is one line, and none is sent before the last is answered. */
static json_t *receive_message(int fd)
{
    static char line[65536];
    size_t length = 0;
    while (length < sizeof line) {
        ssize_t got = read(fd, line + length, sizeof line - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return NULL;
        length += (size_t)got;
        if (line[length - 1] == '\n')
            return json_loadb(line, length, 0, NULL);
    }
    return NULL;
}

/* ---- One scenario ---- */

static const char *field(const json_t *request, const char *key)
{
    const char *value = json_string_value(json_object_get(request, key));
    return value != NULL ? value : "";
}

static int open_for_writing(const char *path)
{
    return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
}

static void limit_resources(json_int_t bytes, json_int_t cpu_s)
{
    struct rlimit none = {0, 0};
    struct rlimit size = {(rlim_t)bytes, (rlim_t)bytes};
    struct rlimit cpu = {(rlim_t)cpu_s, (rlim_t)cpu_s};
    setrlimit(RLIMIT_CORE, &none);
    if (bytes > 0)
        setrlimit(RLIMIT_FSIZE, &size);
    if (cpu_s > 0)
        setrlimit(RLIMIT_CPU, &cpu);
    signal(SIGXFSZ, SIG_DFL);
}

/* End a scenario's process: nothing of the player is to be run or written once more,
 * but a leak checker has its say. */
static _Noreturn void end_process(int status)
{
#ifdef __SANITIZE_ADDRESS__
    exit(status);
#else
    _exit(status);
#endif
}

/* What a library opens once for the process and keeps is no leak of a scenario: let it. */
static void warm_up(const rl_loop_ops *ops)
{
    rl_loop *loop;
    if (ops == &rl_reference_ops || rl_loop_new(ops, &loop) != RL_OK)
        return;
    rl_loop_stop(loop);
    rl_exc_unref(rl_loop_run_forever(loop));
    rl_loop_close(loop);
    rl_loop_unref(loop);
}

/* In the child: become a process of the scenario's own, and play it. */
static _Noreturn void play_scenario(const json_t *request, const rl_loop_ops *ops)
{
    char error[512] = "";
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGINT, SIG_DFL);
    int null = open("/dev/null", O_RDONLY);
    int output = open_for_writing(field(request, "output"));
    int trace = open_for_writing(field(request, "trace"));
    if (null < 0 || output < 0 || trace < 0)
        _exit(3);
    dup2(null, 0);
    dup2(output, 1);
    dup2(output, 2);
    close(null);
    close(output);
    limit_resources(json_integer_value(json_object_get(request, "bytes")),
                    json_integer_value(json_object_get(request, "cpu")));
    pipe_start(); /* where it is one */
    warm_up(ops);
    if (vm_play(field(request, "program"), ops, trace, error, sizeof error) == 0)
        end_process(0);
    fprintf(stderr, "aiospec play: %s\n", error);
    _exit(3);
}

/* Play one scenario in a child.  False where the other side is gone. */
static bool serve(int fd, const json_t *request, const rl_loop_ops *ops)
{
    pid_t pid = fork();
    if (pid == 0) {
        close(fd);
        play_scenario(request, ops);
    }
    if (pid < 0)
        return false;
    setpgid(pid, pid); /* here too, so that the group exists before its number is told */
    bool heard = send_message(fd, json_pack("{s:i}", "pid", (int)pid));
    int status;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return false;
    }
    return heard && send_message(fd, json_pack("{s:s, s:i}", "id", field(request, "id"), "status",
                                               status));
}

static _Noreturn void work(int fd, const rl_loop_ops *ops)
{
    json_t *request;
    bool heard = true;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    while (heard && (request = receive_message(fd)) != NULL) {
        heard = serve(fd, request, ops);
        json_decref(request);
    }
    _exit(0);
}

/* ---- The protocol ---- */

/* Read "3,4,5"; returns how many, 0 where it is no such list. */
static size_t parse_descriptors(const char *list, int *fds)
{
    size_t count = 0;
    for (const char *at = list; count < MAX_WORKERS; at++) {
        char *end;
        long number = strtol(at, &end, 10);
        if (end == at || number < 0 || number > 1000000 || (*end != ',' && *end != '\0'))
            return 0;
        fds[count++] = (int)number;
        at = end;
        if (*at == '\0')
            return count;
    }
    return 0;
}

static int serve_all(const rl_loop_ops *ops, const int *fds, size_t count)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    send_message(fds[0], json_pack("{s:i, s:n, s:s, s:s, s:o}", "protocol", 1, "semantics",
                                   "implementation", "C", "loop", ops->name, "lacks", lacks(ops)));
    for (size_t i = 0; i < count; i++) {
        pid_t pid = fork();
        if (pid < 0) {
            fprintf(stderr, "aiospec play: cannot fork: %s\n", strerror(errno));
            return 3;
        }
        if (pid > 0)
            continue;
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (size_t j = 0; j < count; j++) {
            if (j != i)
                close(fds[j]);
        }
        work(fds[i], ops);
    }
    for (size_t i = 0; i < count; i++)
        close(fds[i]);
    /* Orphans of scenarios may be among its children; it stays until the last is gone. */
    while (wait(NULL) > 0 || errno == EINTR)
        continue;
    return 0;
}

/* ---- Without the protocol ---- */

static int play_here(const rl_loop_ops *ops, char *const *programs)
{
    for (; *programs != NULL; programs++) {
        char error[512] = "";
        if (vm_play(*programs, ops, STDOUT_FILENO, error, sizeof error) != 0) {
            fprintf(stderr, "aiospec play: %s\n", error);
            return 2;
        }
    }
    return 0;
}

int player_main(int argc, char **argv)
{
    static const struct option known[] = {{"target", required_argument, NULL, 't'},
                                          {"fds", required_argument, NULL, 'f'},
                                          {NULL, 0, NULL, 0}};
    const char *target = NULL, *list = NULL;
    int fds[MAX_WORKERS];
    bool understood = true;
    optind = 0;
    for (int id; (id = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
        if (id == 't')
            target = optarg;
        else if (id == 'f')
            list = optarg;
        else
            understood = false;
    }
    char error[512];
    const rl_loop_ops *ops = find_target(target, error, sizeof error);
    size_t count = understood && list != NULL && optind == argc ? parse_descriptors(list, fds) : 0;
    if (ops == NULL && *error != '\0') {
        if (count > 0)
            send_message(fds[0], json_pack("{s:s}", "error", error));
        fprintf(stderr, "aiospec play: %s\n", error);
        return 3;
    }
    if (ops == NULL)
        understood = false;
    if (understood && list == NULL && optind < argc)
        return play_here(ops, argv + optind);
    if (understood && count > 0)
        return serve_all(ops, fds, count);
    fputs("usage: aiospec play --target (reference | lib:FILE | pipe:COMMAND) (--fds N,M... | PROGRAM...)\n", stderr);
    return 2;
}
