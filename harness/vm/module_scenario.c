/*
 * module_scenario.c - the module `scenario`: oracle/scenario.py for the
 * virtual machine, function for function.
 */
#include "module_scenario.h"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "args.h"
#include "bridge.h"
#include "collect.h"
#include "containers.h"
#include "exception.h"
#include "machine.h"
#include "modules.h"
#include "operators.h"
#include "text.h"
#include "thread.h"
#include "vm.h"

typedef struct socket_object {
    obj head;
    int fd; /* -1: closed */
} socket_object;

typedef uint64_t polls_function(void); /* timewarp_polls of harness/timewarp/page.h */

static class socket_class;
static list *sockets;        /* made by socketpair: open until the end, as in scenario.py */
static list *log_functions;  /* capture_logging */
static value warn_function;  /* capture_warnings; VM_NULL: none */
static polls_function *polls_now; /* NULL in real time */
static uint64_t polls_before;     /* those of the process before this play */

/* ---- log ------------------------------------------------------------------ */

static value f_log(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "group", NULL };
    value group;
    if (!vm_keywords(a, "log", names, &group))
        return NULL_VALUE;
    text_buffer b = { 0 };
    vm_buffer_add(&b, "", 0);
    for (size_t i = 0; i < a->count; i++) {
        value text = vm_str(a->at[i]);
        if (vm_is_null(text)) {
            vm_buffer_free(&b);
            return text;
        }
        if (i > 0)
            vm_buffer_char(&b, ' ');
        vm_buffer_add(&b, vm_as_str(text)->text, vm_as_str(text)->size);
        vm_drop(text);
    }
    vm_trace_log(vm_c_string(group), b.text);
    vm_buffer_free(&b);
    return NONE_VALUE;
}

/* ---- socketpair ----------------------------------------------------------- */

static value new_socket(int fd)
{
    socket_object *s = vm_object_new(&socket_class, 0);
    s->fd = fd;
    vm_list_append(sockets, vm_obj(s));
    return vm_obj(s);
}

static value f_socketpair(value self, const args *a)
{
    (void)self, (void)a;
    int fds[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fds) < 0)
        return vm_raise_errno(errno);
    value pair[2] = { new_socket(fds[0]), new_socket(fds[1]) };
    return vm_obj(vm_tuple_taken(2, pair));
}

static int fd_of(value self)
{
    return ((socket_object *)self.as.o)->fd;
}

static value socket_send(value self, const args *a)
{
    if (!vm_is(a->at[0], &vm_bytes_class))
        return vm_raise(&vm_exc.TypeError, "a bytes-like object is required, not '%s'",
                        vm_type_name(a->at[0]));
    const bytes *data = (bytes *)a->at[0].as.o;
    ssize_t sent = send(fd_of(self), data->data, data->size, MSG_NOSIGNAL);
    return sent < 0 ? vm_raise_errno(errno) : vm_int(sent);
}

static value socket_recv(value self, const args *a)
{
    int64_t size;
    if (!vm_to_int(a->at[0], "recv", &size))
        return NULL_VALUE;
    if (size < 0)
        return vm_raise(&vm_exc.ValueError, "negative buffersize in recv");
    if (size > 1 << 24)
        size = 1 << 24;
    value buffer = vm_bytes_new(NULL, (size_t)size);
    bytes *data = (bytes *)buffer.as.o;
    ssize_t got = recv(fd_of(self), data->data, data->size, 0);
    int number = errno;
    if (got < 0) {
        vm_drop(buffer);
        return vm_raise_errno(number);
    }
    if ((size_t)got == data->size)
        return buffer;
    value result = vm_bytes_new(data->data, (size_t)got);
    vm_drop(buffer);
    return result;
}

static void close_socket(socket_object *s)
{
    if (s->fd >= 0)
        close(s->fd);
    s->fd = -1;
}

static value socket_close(value self, const args *a)
{
    (void)a;
    close_socket((socket_object *)self.as.o);
    return NONE_VALUE;
}

static value socket_fileno(value self, const args *a)
{
    (void)a;
    return vm_int(fd_of(self));
}

static value socket_shutdown(value self, const args *a)
{
    int64_t how;
    if (!vm_to_int(a->at[0], "shutdown", &how))
        return NULL_VALUE;
    return shutdown(fd_of(self), (int)how) < 0 ? vm_raise_errno(errno) : NONE_VALUE;
}

static value return_self(value self, const args *a)
{
    (void)a;
    return vm_keep(self);
}

static void socket_clear(obj *self)
{
    close_socket((socket_object *)self);
}

static const class_slots socket_slots = { .clear = socket_clear };

static const builtin_def socket_methods[] = {
    { "send", socket_send, 1, 1, false },
    { "recv", socket_recv, 1, 1, false },
    { "close", socket_close, 0, 0, false },
    { "fileno", socket_fileno, 0, 0, false },
    { "shutdown", socket_shutdown, 1, 1, false },
    { "__enter__", return_self, 0, 0, false },
    { "__exit__", socket_close, 0, 3, false },
    { NULL, NULL, 0, 0, false },
};

/* ---- Threads -------------------------------------------------------------- */

static value f_start_thread(value self, const args *a)
{
    (void)self;
    value arguments = vm_obj(vm_tuple_new(a->count - 1, a->at + 1));
    value thread = vm_thread_start(a->at[0], arguments);
    vm_drop(arguments);
    return thread;
}

static value f_in_thread(value self, const args *a)
{
    value thread = f_start_thread(self, a);
    if (vm_is_null(thread))
        return thread;
    value join = vm_get_attr(thread, vm_name("join"));
    value result = vm_call_values(join, 0, NULL);
    vm_drop(join);
    vm_drop(thread);
    return result;
}

static value f_thread_name(value self, const args *a)
{
    (void)self, (void)a;
    char name[64];
    vm_thread_name(name, sizeof name);
    return vm_text(name);
}

static value f_pause(value self, const args *a)
{
    (void)self;
    double seconds;
    if (!vm_to_double(a->at[0], &seconds))
        return vm_raise(&vm_exc.TypeError, "'%s' object cannot be interpreted as an integer",
                        vm_type_name(a->at[0]));
    if (!(seconds >= 0))
        return vm_raise(&vm_exc.ValueError, "sleep length must be non-negative");
    struct timespec left = { .tv_sec = (time_t)floor(seconds) };
    left.tv_nsec = (long)ceil((seconds - floor(seconds)) * 1e9);
    if (left.tv_nsec >= 1000000000) {
        left.tv_sec++;
        left.tv_nsec -= 1000000000;
    }
    vm_unlock();
    while (nanosleep(&left, &left) < 0 && errno == EINTR)
        ;
    vm_lock();
    return NONE_VALUE;
}

/* ---- Signals -------------------------------------------------------------- */

static const struct {
    const char *name;
    int number;
} signal_names[] = {
    { "SIGCHLD", SIGCHLD }, { "SIGHUP", SIGHUP }, { "SIGINT", SIGINT }, { "SIGKILL", SIGKILL },
    { "SIGSTOP", SIGSTOP }, { "SIGTERM", SIGTERM }, { "SIGUSR1", SIGUSR1 },
    { "SIGUSR2", SIGUSR2 }, { "SIGWINCH", SIGWINCH },
};

enum { SIGNAL_NAMES = sizeof signal_names / sizeof *signal_names };

/* A name or a number. */
static bool signal_argument(value v, int *number)
{
    int64_t given;
    for (size_t i = 0; vm_is_str(v) && i < SIGNAL_NAMES; i++) {
        if (vm_str_is(v, signal_names[i].name)) {
            *number = signal_names[i].number;
            return true;
        }
    }
    if (vm_is_str(v)) {
        vm_raise(&vm_exc.AttributeError, "module 'signal' has no attribute '%s'",
                 vm_as_str(v)->text);
        return false;
    }
    if (!vm_to_int(v, "raise_signal", &given))
        return false;
    if (given < 0 || given > SIGRTMAX) {
        vm_raise_errno(EINVAL);
        return false;
    }
    *number = (int)given;
    return true;
}

/* Is it left to Python's default handler, which raises KeyboardInterrupt? */
static bool nobody_catches_sigint(void)
{
    struct sigaction now;
    return sigaction(SIGINT, NULL, &now) == 0 && now.sa_handler == SIG_DFL;
}

/* For the main thread, whichever raises it. */
static value f_raise_signal(value self, const args *a)
{
    (void)self;
    bool on_main_thread = syscall(SYS_gettid) == getpid();
    int number;
    if (!signal_argument(a->at[0], &number))
        return NULL_VALUE;
    if (number == SIGINT && nobody_catches_sigint()) {
        if (on_main_thread)
            return vm_raise_with(&vm_exc.KeyboardInterrupt, NULL_VALUE);
        return vm_raise(&vm_exc.NotImplementedError, "SIGINT from a thread needs a handler");
    }
    /* The main thread's, whoever asks: it is the one that waits for it. */
    if (on_main_thread)
        raise(number);
    else
        syscall(SYS_tgkill, getpid(), getpid(), number);
    rl_exc *exc = rl_check_signals();
    return exc != NULL ? vm_raise_exc(exc, true) : NONE_VALUE;
}

/* ---- Logging and warnings ------------------------------------------------- */

/* What the program's function raises there is its own affair: it is printed. */
static void tell(value function, size_t count, const value *at)
{
    value result = vm_call_values(function, count, at);
    if (vm_is_null(result))
        vm_print_ignored("a capture function");
    vm_drop(result);
}

/*
 * The library knows no names of Python functions: where it says "Exception in
 * callback", CPython would go on with the callback's.
 */
static value complete_text(const char *text, const rl_exc *exc)
{
    static const char bare[] = "Exception in callback";
    size_t size = sizeof bare - 1;
    job *failed = NULL;
    if (exc != NULL && strncmp(text, bare, size) == 0 && (text[size] == '\n' || !text[size])) {
        exception *e = vm_exception_of(exc);
        failed = vm_failed_job(e);
        vm_unref(e);
    }
    if (failed == NULL)
        return vm_text(text);
    value name = vm_callback_text(failed->function);
    value result = vm_textf("%s %s%s", bare, vm_as_str(name)->text, text + size);
    vm_drop(name);
    return result;
}

void vm_warn(const char *category, const char *text)
{
    if (vm_ended() || vm_objects_ending())
        return;
    if (vm_is_null(warn_function)) {
        fprintf(stderr, "%s: %s\n", category, text);
        return;
    }
    exception *pending = vm_take_exception();
    value name = vm_text(category);
    tell(warn_function, 1, &name);
    vm_drop(name);
    if (pending != NULL)
        vm_reraise(pending);
}

/* rl_set_log: on whichever thread. */
static void on_log(rl_log_level level, const char *text, const rl_exc *exc, void *arg)
{
    (void)arg;
    bool had = vm_enter();
    if (vm_ended() || vm_objects_ending()) {
        vm_leave(had);
        return;
    }
    exception *pending = vm_take_exception();
    value told[2] = { vm_text(level == RL_LOG_WARNING ? "WARNING" : "ERROR"),
                      complete_text(text, exc) };
    if (level == RL_LOG_RESOURCE_WARNING) {
        if (!vm_is_null(warn_function)) /* Python ignores these unless asked */
            vm_warn("ResourceWarning", text);
    } else if (level == RL_LOG_RUNTIME_WARNING) {
        vm_warn("RuntimeWarning", text);
    } else if (log_functions->count == 0) {
        fprintf(stderr, "%s\n", vm_as_str(told[1])->text); /* as logging's last resort does */
    } else {
        for (size_t i = 0; i < log_functions->count; i++)
            tell(log_functions->at[i], 2, told);
    }
    vm_drop(told[0]);
    vm_drop(told[1]);
    vm_forget_failed_job();
    if (pending != NULL)
        vm_reraise(pending);
    vm_leave(had);
}

void vm_scenario_log_error(const char *text)
{
    on_log(RL_LOG_ERROR, text, NULL, NULL);
}

static value f_capture_logging(value self, const args *a)
{
    (void)self;
    vm_list_append(log_functions, a->at[0]);
    return NONE_VALUE;
}

static value f_capture_warnings(value self, const args *a)
{
    (void)self;
    value old = warn_function;
    warn_function = vm_keep(a->at[0]);
    vm_drop(old);
    return NONE_VALUE;
}

static value f_collect(value self, const args *a)
{
    (void)self, (void)a;
    vm_collect();
    return NONE_VALUE;
}

/* ---- The count of polls --------------------------------------------------- */

static polls_function *find_polls(void)
{
    /* A cast of the pointer itself is not ISO C. */
    polls_function *found = NULL;
    void *symbol = dlsym(RTLD_DEFAULT, "timewarp_polls");
    memcpy(&found, &symbol, sizeof found);
    return found;
}

bool vm_has_polls(void)
{
    return find_polls() != NULL;
}

static value f_polls(value self, const args *a)
{
    (void)self, (void)a;
    if (polls_now == NULL)
        return vm_raise(&vm_exc.NotImplementedError,
                        "passes are counted by the virtual clock only");
    return vm_int((int64_t)(polls_now() - polls_before));
}

/* ---- The module ----------------------------------------------------------- */

static const builtin_def functions[] = {
    { "log", f_log, 0, -1, true },
    { "socketpair", f_socketpair, 0, 0, false },
    { "in_thread", f_in_thread, 1, -1, false },
    { "start_thread", f_start_thread, 1, -1, false },
    { "thread_name", f_thread_name, 0, 0, false },
    { "pause", f_pause, 1, 1, false },
    { "raise_signal", f_raise_signal, 1, 1, false },
    { "capture_logging", f_capture_logging, 1, 1, false },
    { "capture_warnings", f_capture_warnings, 1, 1, false },
    { "collect", f_collect, 0, 0, false },
    { "polls", f_polls, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_module_scenario(void)
{
    vm_class_start(&socket_class, "socket", &vm_object_class, sizeof(socket_object),
                   &socket_slots, socket_methods);
    sockets = vm_list_new(0);
    log_functions = vm_list_new(0);
    warn_function = NULL_VALUE;
    obj *module = vm_module_new("scenario");
    vm_module_functions(module, functions);
    for (size_t i = 0; i < SIGNAL_NAMES; i++)
        vm_module_set(module, signal_names[i].name, vm_int(signal_names[i].number));
    rl_set_log(on_log, NULL);
    /* A shell may have started us with SIGINT ignored; Python's programs then differ too. */
    signal(SIGINT, SIG_DFL);
    polls_now = find_polls();
    polls_before = polls_now == NULL ? 0 : polls_now();
}

void vm_scenario_release(void)
{
    vm_clear(&warn_function);
    for (size_t i = 0; i < sockets->count; i++)
        close_socket((socket_object *)sockets->at[i].as.o);
    while (log_functions->count > 0)
        vm_drop(log_functions->at[--log_functions->count]);
}

void vm_scenario_end(void)
{
    rl_set_log(NULL, NULL);
}
