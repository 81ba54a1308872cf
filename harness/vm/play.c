/*
 * play.c - plays one program from its file to the last record of its trace.
 *
 * Order matters at the end: the E or X record comes first, then everything the
 * program made is released, then what is left is counted, then the machine is
 * taken apart.
 */
#include "vm.h"

#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bridge.h"
#include "classes.h"
#include "collect.h"
#include "containers.h"
#include "exception.h"
#include "function.h"
#include "interp.h"
#include "loops.h"
#include "machine.h"
#include "module_scenario.h"
#include "modules.h"
#include "operators.h"
#include "program.h"
#include "table.h"
#include "text.h"
#include "thread.h"
#include "../../reference/mem.h"

/* A set of descriptor numbers, one bit each. */
enum { MOST_DESCRIPTORS = 65536, SET_WORDS = MOST_DESCRIPTORS / 64 };

static struct machine {
    const rl_loop_ops *ops;
    program *program;
    table *globals;
    table *builtins;
    int trace_fd;
    double started_s;
    bool ended;
    uint64_t *descriptors; /* the set of those open before the program began */
    size_t blocks;         /* that the library had allocated then */
} machine;

/* Threads of a program that has ended still run: the lock is not given up any more. */
static bool abandoned;

table *vm_globals(void) { return machine.globals; }
table *vm_builtins(void) { return machine.builtins; }
const code *vm_code(size_t i) { return &machine.program->codes[i]; }
const rl_loop_ops *vm_loop_ops(void) { return machine.ops; }
bool vm_ended(void) { return machine.ended; }

/* ---- The trace ------------------------------------------------------------ */

/* As CPython's time.monotonic() makes a float of the clock. */
static double monotonic_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_nsec == 0)
        return (double)now.tv_sec;
    return (double)((int64_t)now.tv_sec * 1000000000 + now.tv_nsec) / 1e9;
}

/* Milliseconds since the program began: whole, or with up to three decimals. */
static void now_ms(char out[40])
{
    char rounded[64];
    snprintf(rounded, sizeof rounded, "%.3f", (monotonic_s() - machine.started_s) * 1000.0);
    double ms = strtod(rounded, NULL);
    if (ms == floor(ms))
        snprintf(out, 40, "%.0f", ms);
    else
        vm_float_repr(ms, out);
}

static void write_line(text_buffer *b)
{
    vm_buffer_char(b, '\n');
    for (size_t at = 0; at < b->size;) {
        ssize_t written = write(machine.trace_fd, b->text + at, b->size - at);
        if (written < 0 && errno != EINTR)
            break; /* the trace breaks off here, which its reader sees */
        if (written > 0)
            at += (size_t)written;
    }
    vm_buffer_free(b);
}

static void add_escaped(text_buffer *b, const char *text)
{
    for (; *text != '\0'; text++) {
        const char *special = strchr("\\\n\t", *text);
        if (special == NULL) {
            vm_buffer_char(b, *text);
        } else {
            vm_buffer_char(b, '\\');
            vm_buffer_char(b, *special == '\n' ? 'n' : *special == '\t' ? 't' : '\\');
        }
    }
}

void vm_trace_log(const char *group, const char *text)
{
    if (machine.ended)
        return;
    text_buffer b = { 0 };
    char ms[40];
    now_ms(ms);
    vm_buffer_text(&b, "L\t");
    vm_buffer_text(&b, ms);
    vm_buffer_char(&b, '\t');
    vm_buffer_text(&b, group == NULL ? "" : group);
    vm_buffer_char(&b, '\t');
    add_escaped(&b, text);
    write_line(&b);
}

/* The program ended: by its exception e, or (NULL) in good order. */
static void trace_end(exception *e)
{
    text_buffer b = { 0 };
    char ms[40];
    now_ms(ms);
    vm_buffer_text(&b, e == NULL ? "E\t" : "X\t");
    vm_buffer_text(&b, ms);
    if (e != NULL) {
        value text = vm_exception_text(e);
        vm_buffer_char(&b, '\t');
        vm_buffer_text(&b, e->head.cls->name->text);
        vm_buffer_char(&b, '\t');
        add_escaped(&b, vm_as_str(text)->text);
        vm_drop(text);
    }
    write_line(&b);
}

static void trace_left(const char *name, size_t count)
{
    if (count == 0)
        return;
    text_buffer b = { 0 };
    char number[32];
    snprintf(number, sizeof number, "%zu", count);
    vm_buffer_text(&b, "C\t");
    vm_buffer_text(&b, name);
    vm_buffer_char(&b, '\t');
    vm_buffer_text(&b, number);
    write_line(&b);
}

/* ---- Descriptors ---------------------------------------------------------- */

/* Mark the open descriptors in `open`. */
static void list_descriptors(uint64_t *open)
{
    DIR *dir = opendir("/proc/self/fd");
    if (dir == NULL)
        return;
    for (const struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        long fd = strtol(entry->d_name, NULL, 10);
        if (entry->d_name[0] != '.' && fd < MOST_DESCRIPTORS && fd != dirfd(dir))
            open[fd / 64] |= UINT64_C(1) << (fd % 64);
    }
    closedir(dir);
}

static size_t new_descriptors(void)
{
    uint64_t *open = vm_alloc(SET_WORDS * sizeof *open);
    size_t count = 0;
    list_descriptors(open);
    for (size_t i = 0; i < SET_WORDS; i++)
        for (uint64_t left = open[i] & ~machine.descriptors[i]; left != 0; left &= left - 1)
            count++;
    free(open);
    return count;
}

/* ---- One play ------------------------------------------------------------- */

static void start_machine(void)
{
    vm_objects_start();
    vm_classes_start();
    vm_exception_classes();
    vm_container_classes();
    vm_function_classes();
    vm_thread_classes();
    vm_module_classes();
    vm_bridge_classes();
    machine.globals = vm_table_new();
    machine.builtins = vm_table_new();
    vm_builtins_start(machine.builtins);
    vm_module_asyncio();
    vm_module_contextvars();
    vm_module_scenario();
}

static void end_machine(void)
{
    vm_scenario_end();
    vm_table_free(machine.builtins);
    vm_table_free(machine.globals);
    if (machine.program != NULL)
        vm_program_clear(machine.program);
    vm_clear(&vm_thread_self()->event_loop);
    vm_objects_free_all();
    vm_loops_end();
    vm_classes_end();
    vm_text_end();
    if (machine.ops == &rl_reference_ops)
        trace_left("blocks", mem_block_count() - machine.blocks);
    if (machine.program != NULL)
        vm_program_free(machine.program);
    free(machine.descriptors);
    machine = (struct machine){ 0 };
}

static void run_program(void)
{
    value main = vm_function_new(vm_code(0), NULL_VALUE, NULL_VALUE, NULL_VALUE);
    rl_context *context = vm_enter_context();
    value result = vm_call_values(main, 0, NULL);
    exception *e = vm_is_null(result) ? vm_take_exception() : NULL;
    trace_end(e);
    machine.ended = true;
    vm_leave_context(context);
    if (e != NULL)
        vm_print_exception(e);
    vm_unref(e);
    vm_drop(result);
    vm_drop(main);
}

/* Release what the program made, then count what is still there. */
static void take_stock(void)
{
    size_t loops = vm_loops_unclosed();
    vm_table_clear(machine.globals);
    vm_clear(&vm_thread_self()->event_loop);
    vm_scenario_release();
    vm_collect();
    vm_futures_abandon();
    rl_loop_census census = { 0 };
    vm_loops_census(&census);
    trace_left("loops", loops);
    trace_left("handles", census.handles);
    trace_left("timers", census.scheduled);
    trace_left("ready", census.ready);
    trace_left("registrations", census.descriptors);
    trace_left("descriptors", new_descriptors());
}

int vm_play(const char *path, const rl_loop_ops *ops, int trace_fd, char *error, size_t error_size)
{
    if (abandoned) {
        snprintf(error, error_size, "%s: not played: an earlier program in this process left "
                                    "threads running; play it in a process of its own", path);
        return -1;
    }
    vm_lock();
    snprintf(vm_thread_self()->name, sizeof vm_thread_self()->name, "MainThread");
    machine.ops = ops;
    machine.trace_fd = trace_fd;
    vm_leave_context(vm_enter_context()); /* this thread has one from here on */
    machine.blocks = mem_block_count();
    machine.descriptors = vm_alloc(SET_WORDS * sizeof *machine.descriptors);
    start_machine();
    machine.program = vm_program_load(path, error, error_size);
    if (machine.program == NULL) {
        end_machine();
        vm_unlock();
        return -1;
    }
    list_descriptors(machine.descriptors);
    machine.started_s = monotonic_s();
    run_program();
    take_stock();
    if (vm_threads_running() > 0) {
        abandoned = true; /* they keep the machine, and find it locked for ever */
        return 0;
    }
    /* Workers that still have something of ours to release get the lock. */
    vm_loops_close();
    vm_unlock();
    rl_executors_join();
    vm_lock();
    end_machine();
    vm_unlock();
    return 0;
}
