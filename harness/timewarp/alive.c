/*
 * alive.c - whatever may act without timewarp seeing it: child processes, and
 * threads of this process inside calls that are not intercepted.
 *
 * They are watched from outside, in /proc.  "Quiet" means that all of them
 * sleep, and have neither run nor been switched for QUIET_NS of real time.
 * A state once found quiet stays quiet until one of them runs again, so that
 * an idle helper process costs its 20 ms once and not in every wait.
 */
#include "parts.h"

#include <string.h>
#include <sys/wait.h>

#define QUIET_NS (20u * NS_PER_MS)
#define DEPTH_MAX 8

struct sample {
    bool active;        /* one runs, or may run at once */
    unsigned living;    /* child processes, zombies left out */
    uint64_t signature; /* changes when one of them ran */
};

static uint64_t quiet_signature;
static uint64_t quiet_since; /* machine clock, 0: not quiet */

/* ---- paths and numbers, without stdio ---- */

struct path {
    char text[96];
    size_t length;
};

static void path_add(struct path *path, const char *text)
{
    size_t length = strlen(text);
    if (length >= sizeof path->text - path->length)
        length = sizeof path->text - path->length - 1;
    memcpy(path->text + path->length, text, length);
    path->length += length;
    path->text[path->length] = '\0';
}

static void path_add_number(struct path *path, long number)
{
    char digits[24];
    size_t at = sizeof digits - 1;
    digits[at] = '\0';
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    path_add(path, digits + at);
}

static struct path task_path(long process, const char *task, const char *file)
{
    struct path path = {.length = 0};
    path_add(&path, "/proc/");
    path_add_number(&path, process);
    path_add(&path, "/task/");
    path_add(&path, task);
    path_add(&path, file);
    return path;
}

/* Reads a small file whole; the length read, 0 when it is gone. */
static size_t slurp(const char *path, char *buffer, size_t size)
{
    long fd = raw_open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return 0;
    long got = raw_read((int)fd, buffer, size - 1);
    (void)raw_close((int)fd);
    size_t length = got > 0 ? (size_t)got : 0;
    buffer[length] = '\0';
    return length;
}

/* ---- one task ---- */

static void sign(struct sample *sample, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        sample->signature = (sample->signature ^ (unsigned char)text[i]) * 0x100000001b3u;
}

/* The state stands behind the name, which may hold anything, even brackets. */
static const char *state_in(const char *stat, size_t length)
{
    while (length > 0 && stat[length - 1] != ')')
        length--;
    return length > 0 && stat[length] == ' ' ? stat + length + 1 : NULL;
}

/* Field `number` (counted as proc(5) does, the state being the third). */
static const char *field_in(const char *state, int number)
{
    for (int i = 3; i < number && state; i++) {
        state = strchr(state, ' ');
        state = state ? state + 1 : NULL;
    }
    return state;
}

/* Returns the task's state letter, 0 when it is gone. */
static char sample_task(struct sample *sample, long process, const char *task)
{
    char buffer[512];
    struct path path = task_path(process, task, "/stat");
    size_t length = slurp(path.text, buffer, sizeof buffer);
    const char *state = state_in(buffer, length);
    if (!state)
        return 0;
    char letter = *state;
    if (letter == 'Z' || letter == 'X')
        return letter;
    if (letter != 'S')
        sample->active = true;
    sign(sample, task, strlen(task) + 1);
    /* utime and stime, for kernels without scheduler statistics */
    const char *times = field_in(state, 14);
    const char *end = field_in(state, 16);
    if (times && end)
        sign(sample, times, (size_t)(end - times));
    path = task_path(process, task, "/schedstat");
    sign(sample, buffer, slurp(path.text, buffer, sizeof buffer));
    return letter;
}

/* ---- processes and their children ---- */

static void sample_process(struct sample *sample, long process, int depth);

static void sample_children(struct sample *sample, long process, const char *task, int depth)
{
    char buffer[4096];
    struct path path = task_path(process, task, "/children");
    size_t length = slurp(path.text, buffer, sizeof buffer);
    long pid = 0;
    for (size_t i = 0; i < length; i++) {
        if (buffer[i] != ' ') {
            pid = pid * 10 + (buffer[i] - '0');
        } else if (pid > 0) {
            sample_process(sample, pid, depth);
            pid = 0;
        }
    }
}

/* Walks PROCESS's tasks; `itself`: their own state counts, not only their children's. */
static void sample_tasks(struct sample *sample, long process, bool itself, int depth)
{
    struct path path = {.length = 0};
    path_add(&path, "/proc/");
    path_add_number(&path, process);
    path_add(&path, "/task");
    long fd = raw_open(path.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    _Alignas(uint64_t) char entries[2048];
    bool living = false;
    long got;
    while ((got = raw3(SYS_getdents64, fd, entries, sizeof entries)) > 0) {
        /* struct linux_dirent64: inode 8, offset 8, record length 2, type 1, name */
        for (long at = 0; at < got;) {
            uint16_t size;
            memcpy(&size, entries + at + 16, sizeof size);
            const char *name = entries + at + 19;
            if (*name != '.') {
                char letter = itself ? sample_task(sample, process, name) : 0;
                living = living || (letter && letter != 'Z' && letter != 'X');
                if (depth < DEPTH_MAX)
                    sample_children(sample, process, name, depth + 1);
            }
            at += size;
        }
    }
    (void)raw_close((int)fd);
    sample->living += living;
}

static void sample_process(struct sample *sample, long process, int depth)
{
    sample_tasks(sample, process, true, depth);
}

/* ---- what the simulation asks ---- */

bool alive_children(void)
{
    siginfo_t info;
    return raw5(SYS_waitid, P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT | __WALL, NULL) != -ECHILD;
}

bool alive_asleep(int tid)
{
    struct sample sample = {false, 0, 0};
    struct path name = {.length = 0};
    path_add_number(&name, tid);
    (void)sample_task(&sample, sim_pid(), name.text);
    return !sample.active;
}

/* Lock held. */
bool alive_quiet(const struct thread *self, bool *children_live)
{
    struct sample sample = {false, 0, 0xcbf29ce484222325u};
    int count;
    const struct thread *threads = sim_threads(&count);
    bool any = false;
    for (int i = 0; i < count; i++) {
        const struct thread *thread = &threads[i];
        if (thread == self || thread->state != THREAD_RUNNING)
            continue;
        any = true;
        if (thread->tid == 0) { /* not even started */
            sample.active = true;
            continue;
        }
        struct path name = {.length = 0};
        path_add_number(&name, thread->tid);
        (void)sample_task(&sample, sim_pid(), name.text);
    }
    if (alive_children())
        sample_tasks(&sample, sim_pid(), false, 0);
    *children_live = sample.living > 0;
    if (!any && sample.living == 0)
        return true;
    uint64_t now = raw_clock_ns();
    if (sample.active) {
        quiet_since = 0;
        return false;
    }
    if (quiet_since == 0 || quiet_signature != sample.signature) {
        quiet_signature = sample.signature;
        quiet_since = now;
        return false;
    }
    return now - quiet_since >= QUIET_NS;
}

void alive_reset(void)
{
    quiet_since = 0;
}
