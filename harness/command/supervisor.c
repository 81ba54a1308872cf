/*
 * supervisor.c - see supervisor.h.
 *
 * One thread, one ppoll(), one state for each worker:
 *
 *     DOWN -> GREETING -> IDLE <-> PLAYING
 *       ^        |          |        |
 *       +--------+----------+--------+   the player died: it is started again
 *
 * A scenario that takes its player with it costs a restart and nothing else.  A target
 * that cannot be started again and again is given up.
 */
#include "supervisor.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "files.h"
#include "process.h"
#include "text.h"

#define GREETING_LIMIT_S 60.0
/* After its group was killed, a scenario's end is told at once, or never. */
#define KILLED_LIMIT_S 5.0
#define OUTPUT_LIMIT_BYTES 1000000
#define OUTPUT_KEPT_BYTES 4000
/* Starts in a row that played nothing, after which a target is given up. */
#define MAX_FRUITLESS_STARTS 3

typedef enum worker_state { DOWN, GREETING, IDLE, PLAYING } worker_state;

typedef struct worker {
    player player;
    worker_state state;
    double deadline_s; /* on the monotonic clock; of GREETING and PLAYING */
    int fruitless_starts;
    char *trace_path;
    char *output_path;
    /* PLAYING */
    size_t index;
    double started_s;
    pid_t pid; /* of the scenario; 0 until told */
    bool timed_out;
} worker;

struct supervisor {
    supervisor_options options;
    char *folder; /* temporary */
    char *timewarp;
    char *clock_note;
    json_t *greeting;
    bool is_virtual;
    worker *workers;
    int worker_count;
    /* of one run */
    const suite_scenario *const *scenarios;
    size_t count;
    size_t next;
    size_t done;
    supervisor_played played;
    void *played_arg;
};

/* ---- Signals ---- */

static const int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};
#define ENDING_SIGNALS (sizeof ending_signals / sizeof *ending_signals)

static volatile sig_atomic_t signalled;
static struct sigaction actions_before[ENDING_SIGNALS];
static struct sigaction pipe_action_before;
static sigset_t mask_before;

static void note_signal(int number)
{
    signalled = number;
}

/* The signals are let in only inside ppoll, so none is missed between look and wait. */
static void hold_signals(void)
{
    sigset_t held;
    sigemptyset(&held);
    signalled = 0;
    struct sigaction noting = {.sa_handler = note_signal};
    struct sigaction ignoring = {.sa_handler = SIG_IGN};
    sigemptyset(&noting.sa_mask);
    sigemptyset(&ignoring.sa_mask);
    for (size_t i = 0; i < ENDING_SIGNALS; i++)
        sigaddset(&held, ending_signals[i]);
    sigprocmask(SIG_BLOCK, &held, &mask_before);
    for (size_t i = 0; i < ENDING_SIGNALS; i++) {
        sigaction(ending_signals[i], NULL, &actions_before[i]);
        /* What somebody had ignored (nohup) stays so. */
        if (actions_before[i].sa_handler != SIG_IGN)
            sigaction(ending_signals[i], &noting, NULL);
    }
    sigaction(SIGPIPE, &ignoring, &pipe_action_before);
}

static void release_signals(void)
{
    for (size_t i = 0; i < ENDING_SIGNALS; i++)
        sigaction(ending_signals[i], &actions_before[i], NULL);
    sigaction(SIGPIPE, &pipe_action_before, NULL);
    sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

/* ---- Small things ---- */

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void cannot_run(const supervisor *of, const char *why)
{
    const target *on = of->options.target;
    fprintf(stderr, "aiospec: cannot run %s%s%s: %s\n", on->name, on->is_python ? " with " : "",
            on->is_python ? on->python : "", why);
}

/* Why a player that said nothing is gone. */
static char *epitaph(int status, const char *last_words)
{
    text_buffer said = {0};
    if (WIFSIGNALED(status))
        text_addf(&said, "its player was killed by signal %d (%s)", WTERMSIG(status),
                  strsignal(WTERMSIG(status)));
    else
        text_addf(&said, "its player ended with status %d", WEXITSTATUS(status));
    if (*last_words != '\0')
        text_addf(&said, ": %s", last_words);
    return said.data;
}

/* ---- Starting ---- */

static bool start_worker(supervisor *of, worker *on)
{
    on->fruitless_starts++;
    if (!player_start(&on->player, of->options.target, of->options.project, of->timewarp)) {
        cannot_run(of, strerror(errno));
        return false;
    }
    on->state = GREETING;
    on->deadline_s = now_s() + GREETING_LIMIT_S;
    return true;
}

/* Why the player ended without a greeting. */
static void report_silence(const supervisor *of, worker *on)
{
    bool timed_out = now_s() >= on->deadline_s;
    /* It closed its socket by ending; give the rest of its end a moment to happen, so that
     * it is its own status that is told, not that of being killed. */
    siginfo_t ended = {0};
    for (int tries = 0; !timed_out && tries < 200 && ended.si_pid == 0; tries++) {
        waitid(P_PID, (id_t)on->player.pid, &ended, WEXITED | WNOHANG | WNOWAIT);
        if (ended.si_pid == 0)
            nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    int status = player_stop(&on->player);
    char *words = player_last_words(&on->player);
    char *why = timed_out ? text_format("its player said nothing for %g s", GREETING_LIMIT_S)
                          : epitaph(status, words);
    cannot_run(of, why);
    free(words);
    free(why);
}

/* Take a greeting.  0, or the exit status. */
static int greet(supervisor *of, worker *on, json_t *message)
{
    const char *error = json_string_value(json_object_get(message, "error"));
    int status = 3;
    if (error != NULL) {
        cannot_run(of, error);
    } else if (json_integer_value(json_object_get(message, "protocol")) != 1) {
        cannot_run(of, "its player does not speak protocol 1");
    } else {
        on->state = IDLE;
        status = 0;
        if (of->greeting == NULL) {
            of->greeting = json_incref(message);
            of->is_virtual = player_is_virtual(&on->player);
        }
    }
    json_decref(message);
    return status;
}

/* ---- Playing ---- */

static void begin_scenario(supervisor *of, worker *on)
{
    const suite_scenario *scenario = of->scenarios[of->next];
    /* Should this process be killed, no runaway scenario outlives it for ever. */
    int cpu_s = (int)(4 * of->options.limit_s) + 10;
    json_t *request = json_pack("{s:s, s:s, s:s*, s:s, s:s, s:i, s:i}", "id", scenario->id, "file",
                                scenario->file, "program", scenario->program, "trace",
                                on->trace_path, "output", on->output_path, "bytes",
                                OUTPUT_LIMIT_BYTES, "cpu", cpu_s);
    player_clear_page(&on->player);
    on->state = PLAYING;
    on->index = of->next++;
    on->pid = 0;
    on->timed_out = false;
    on->started_s = now_s();
    on->deadline_s = on->started_s + of->options.limit_s;
    /* Where this fails the player is gone, which the next poll tells. */
    player_send(&on->player, request);
    json_decref(request);
}

static void kill_scenario(const worker *on)
{
    if (on->pid <= 0)
        return;
    kill(-on->pid, SIGKILL);
    kill(on->pid, SIGKILL);
}

/* Only the end of the output is worth keeping. */
static char *read_output(const char *path)
{
    size_t length;
    char *output = files_read(path, 2 * OUTPUT_LIMIT_BYTES, &length);
    if (output != NULL && length > OUTPUT_KEPT_BYTES) {
        memmove(output, output + length - OUTPUT_KEPT_BYTES, OUTPUT_KEPT_BYTES + 1);
        output = text_grow(output, OUTPUT_KEPT_BYTES + 1, 1);
    }
    return output;
}

/* The scenario is over: collect what there is to see, and leave nothing of it behind. */
static void end_scenario(supervisor *of, worker *on, int wait_status, bool player_died)
{
    verdict_play play = {
        .played = true,
        .timed_out = on->timed_out,
        .player_died = player_died && !on->timed_out,
        .wait_status = wait_status,
        .limit_s = of->options.limit_s,
        .output_limit = OUTPUT_LIMIT_BYTES,
        .is_virtual = of->is_virtual,
        .seconds = now_s() - on->started_s,
    };
    if (on->pid > 0)
        kill(-on->pid, SIGKILL); /* its own process is gone; this is for its children */
    if (!player_died)
        player_kill_orphans(&on->player);
    memcpy(&play.page, on->player.page, sizeof play.page);
    play.trace_bytes = files_read(on->trace_path, 2 * OUTPUT_LIMIT_BYTES, NULL);
    play.output = read_output(on->output_path);
    unlink(on->trace_path);
    unlink(on->output_path);
    on->fruitless_starts = 0;
    on->state = player_died ? DOWN : IDLE;
    of->done++;
    of->played(of->played_arg, on->index, &play);
}

static bool is_player(pid_t child, const void *arg)
{
    const supervisor *of = arg;
    for (int i = 0; i < of->worker_count; i++) {
        if (of->workers[i].player.pid == child)
            return true;
    }
    return false;
}

/* What a dead player had, workers and orphans, has fallen to this process. */
static void kill_heirs(const supervisor *of)
{
    process_kill_children(getpid(), is_player, of);
}

/* The player is gone, or must go.  0, or the exit status. */
static int lose_player(supervisor *of, worker *on)
{
    if (on->state == GREETING) {
        report_silence(of, on);
        on->state = DOWN;
        return 3;
    }
    kill_scenario(on);
    int status = player_stop(&on->player);
    kill_heirs(of);
    if (on->state == PLAYING)
        end_scenario(of, on, status, true);
    on->state = DOWN;
    return 0;
}

/* Take all messages that are there.  0, or the exit status. */
static int listen_to(supervisor *of, worker *on)
{
    if (!player_receive(&on->player))
        return lose_player(of, on);
    bool broken = false;
    json_t *message;
    while ((message = player_next(&on->player, &broken)) != NULL) {
        if (on->state == GREETING) {
            int status = greet(of, on, message);
            if (status != 0)
                return status;
            continue;
        }
        const json_t *pid = json_object_get(message, "pid");
        const json_t *status = json_object_get(message, "status");
        if (on->state == PLAYING && json_is_integer(pid))
            on->pid = (pid_t)json_integer_value(pid);
        if (on->state == PLAYING && json_is_integer(status))
            end_scenario(of, on, (int)json_integer_value(status), false);
        json_decref(message);
    }
    return broken ? lose_player(of, on) : 0;
}

/* Its time is over.  0, or the exit status. */
static int time_out(supervisor *of, worker *on)
{
    if (on->state != PLAYING || on->timed_out || on->pid == 0) {
        on->timed_out = true;
        return lose_player(of, on);
    }
    on->timed_out = true;
    on->deadline_s = now_s() + KILLED_LIMIT_S;
    kill_scenario(on);
    return 0;
}

/* ---- The poll ---- */

/* Wait for the next thing to happen and handle it.  0, or the exit status. */
static int step(supervisor *of)
{
    struct pollfd *fds = text_alloc((size_t)of->worker_count * sizeof *fds);
    double nearest_s = now_s() + 3600;
    for (int i = 0; i < of->worker_count; i++) {
        const worker *on = &of->workers[i];
        fds[i] = (struct pollfd){.fd = on->state == DOWN ? -1 : on->player.fd, .events = POLLIN};
        if ((on->state == GREETING || on->state == PLAYING) && on->deadline_s < nearest_s)
            nearest_s = on->deadline_s;
    }
    double left_s = nearest_s - now_s();
    if (left_s < 0)
        left_s = 0;
    struct timespec timeout = {.tv_sec = (time_t)left_s};
    timeout.tv_nsec = (long)((left_s - (double)timeout.tv_sec) * 1e9);
    int ready = ppoll(fds, (nfds_t)of->worker_count, &timeout, &mask_before);

    int status = 0;
    if (signalled != 0)
        status = 128 + signalled;
    for (int i = 0; i < of->worker_count && status == 0 && ready >= 0; i++) {
        worker *on = &of->workers[i];
        if (fds[i].revents != 0)
            status = listen_to(of, on);
        else if ((on->state == GREETING || on->state == PLAYING) && now_s() >= on->deadline_s)
            status = time_out(of, on);
    }
    free(fds);
    return status;
}

static bool all_greeted(const supervisor *of)
{
    for (int i = 0; i < of->worker_count; i++) {
        if (of->workers[i].state == GREETING)
            return false;
    }
    return true;
}

int supervisor_run(supervisor *of, const suite_scenario *const *scenarios, size_t count,
                   supervisor_played played, void *arg)
{
    of->scenarios = scenarios;
    of->count = count;
    of->next = of->done = 0;
    of->played = played;
    of->played_arg = arg;
    while (of->done < count) {
        for (int i = 0; i < of->worker_count; i++) {
            worker *on = &of->workers[i];
            if (on->state == DOWN && of->next < count) {
                if (on->fruitless_starts >= MAX_FRUITLESS_STARTS) {
                    cannot_run(of, "its player dies again and again before it plays anything");
                    return 3;
                }
                if (!start_worker(of, on))
                    return 3;
            }
            if (on->state == IDLE && of->next < count)
                begin_scenario(of, on);
        }
        int status = step(of);
        if (status != 0)
            return status;
    }
    return 0;
}

/* ---- Life ---- */

static void choose_clock(supervisor *of)
{
    if (of->options.realtime)
        return;
    if (of->options.target->is_pipe) {
        of->clock_note = text_copy("a loop at the end of a pipe keeps its own time");
        return;
    }
    of->timewarp = project_timewarp(of->options.project);
    if (of->timewarp == NULL)
        of->clock_note = text_format("%s/libtimewarp.so is not built", of->options.project->build);
}

static bool prepare(supervisor *of)
{
    of->folder = files_temporary_folder();
    if (of->folder == NULL) {
        fprintf(stderr, "aiospec: cannot make a temporary folder: %s; set TMPDIR\n",
                strerror(errno));
        return false;
    }
    of->workers = text_alloc((size_t)of->options.jobs * sizeof *of->workers);
    for (int i = 0; i < of->options.jobs; i++) {
        worker *on = &of->workers[i];
        of->worker_count++;
        on->trace_path = text_format("%s/trace%d", of->folder, i);
        on->output_path = text_format("%s/output%d", of->folder, i);
        if (!player_init(&on->player, of->folder, i)) {
            fprintf(stderr, "aiospec: cannot write in %s: %s; set TMPDIR\n", of->folder,
                    strerror(errno));
            return false;
        }
    }
    return true;
}

int supervisor_start(const supervisor_options *options, supervisor **out)
{
    supervisor *made = text_alloc(sizeof *made);
    made->options = *options;
    *out = NULL;
    hold_signals();
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    choose_clock(made);
    int status = prepare(made) ? 0 : 3;
    for (int i = 0; i < made->worker_count && status == 0; i++) {
        if (!start_worker(made, &made->workers[i]))
            status = 3;
    }
    while (status == 0 && !all_greeted(made))
        status = step(made);
    if (status != 0) {
        supervisor_stop(made);
        return status;
    }
    if (!made->is_virtual && made->timewarp != NULL)
        made->clock_note = text_copy("the virtual clock cannot be loaded into this target");
    *out = made;
    return 0;
}

const json_t *supervisor_greeting(const supervisor *of)
{
    return of->greeting;
}

bool supervisor_is_virtual(const supervisor *of)
{
    return of->is_virtual;
}

const char *supervisor_clock_note(const supervisor *of)
{
    return of->clock_note;
}

void supervisor_stop(supervisor *of)
{
    if (of == NULL)
        return;
    for (int i = 0; i < of->worker_count; i++) {
        worker *on = &of->workers[i];
        if (on->state == PLAYING)
            kill_scenario(on);
        player_free(&on->player);
        free(on->trace_path);
        free(on->output_path);
    }
    kill_heirs(of);
    prctl(PR_SET_CHILD_SUBREAPER, 0);
    free(of->workers);
    if (of->folder != NULL)
        files_remove_tree(of->folder);
    free(of->folder);
    free(of->timewarp);
    free(of->clock_note);
    json_decref(of->greeting);
    free(of);
    release_signals();
}
