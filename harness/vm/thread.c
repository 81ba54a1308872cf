/*
 * thread.c - the machine's lock and the program's threads.  See thread.h.
 */
#include "thread.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "bridge.h"
#include "classes.h"
#include "containers.h"
#include "exception.h"
#include "operators.h"
#include "text.h"

static pthread_mutex_t machine = PTHREAD_MUTEX_INITIALIZER;
static atomic_uint waiting; /* threads that want the lock */
static _Thread_local vm_thread self_state;

vm_thread *vm_thread_self(void)
{
    return &self_state;
}

void vm_lock(void)
{
    atomic_fetch_add_explicit(&waiting, 1, memory_order_relaxed);
    pthread_mutex_lock(&machine);
    atomic_fetch_sub_explicit(&waiting, 1, memory_order_relaxed);
    self_state.has_lock = true;
}

void vm_unlock(void)
{
    self_state.has_lock = false;
    pthread_mutex_unlock(&machine);
}

bool vm_enter(void)
{
    bool had = self_state.has_lock;
    if (!had)
        vm_lock();
    return had;
}

void vm_leave(bool had_lock)
{
    if (!had_lock)
        vm_unlock();
}

/* A mutex knows no queue: insist until somebody else had it, but not for ever. */
void vm_yield_lock(void)
{
    for (int i = 0; i < 100 && atomic_load_explicit(&waiting, memory_order_relaxed) > 0; i++) {
        vm_unlock();
        sched_yield();
        vm_lock();
    }
}

void vm_thread_name(char *name, size_t size)
{
    if (self_state.name[0] != '\0')
        snprintf(name, size, "%s", self_state.name);
    else if (pthread_getname_np(pthread_self(), name, size) != 0)
        snprintf(name, size, "?");
}

/* ---- The program's own threads -------------------------------------------- */

typedef struct thread_object {
    obj head;
    pthread_t id;
    bool started, joined, ended;
    value function;
    value arguments; /* tuple */
    value result;    /* VM_NULL when it raised */
    exception *raised;
    char name[64];
} thread_object;

static class thread_class;
static unsigned thread_number;

/* Threads whose function has not ended, and the news that one began. */
static size_t running;
static pthread_cond_t begun = PTHREAD_COND_INITIALIZER;

static void *thread_main(void *argument)
{
    thread_object *t = argument;
    vm_lock();
    snprintf(self_state.name, sizeof self_state.name, "%s", t->name);
    t->started = true;
    pthread_cond_broadcast(&begun);
    const tuple *given = (tuple *)t->arguments.as.o;
    rl_context *context = vm_enter_context();
    t->result = vm_call_values(t->function, given->count, given->at);
    if (vm_is_null(t->result))
        t->raised = vm_take_exception();
    vm_leave_context(context);
    vm_clear(&t->function);
    vm_clear(&t->arguments);
    vm_clear(&self_state.event_loop);
    t->ended = true;
    running--;
    vm_unref(t);
    vm_unlock();
    return NULL;
}

value vm_thread_start(value function, value arguments)
{
    thread_object *t = vm_object_new(&thread_class, 0);
    t->function = vm_keep(function);
    t->arguments = vm_keep(arguments);
    /* As CPython names threads whose target is a method called _run. */
    snprintf(t->name, sizeof t->name, "Thread-%u (_run)", ++thread_number);
    vm_ref(t); /* the thread's own reference */
    if (pthread_create(&t->id, NULL, thread_main, t) != 0) {
        vm_unref(t);
        vm_unref(t);
        return vm_raise(&vm_exc.RuntimeError, "can't start new thread");
    }
    running++;
    /* Waiting lets go of the lock; when it is ours again the new thread has
     * run until it waited for something itself. */
    self_state.has_lock = false;
    while (!t->started)
        pthread_cond_wait(&begun, &machine);
    self_state.has_lock = true;
    return vm_obj(t);
}

/* Executor threads that have begun their first job. */
static size_t workers_seen;
static _Thread_local bool is_known_worker;

/* A directory has a link from each of its directories: one per thread. */
size_t vm_thread_count(void)
{
    struct stat task;
    return stat("/proc/self/task", &task) == 0 ? (size_t)task.st_nlink : 0;
}

void vm_worker_begins(void)
{
    if (!is_known_worker)
        workers_seen++;
    is_known_worker = true;
    running++;
    pthread_cond_broadcast(&begun);
}

void vm_worker_ends(void)
{
    running--;
}

void vm_await_worker(size_t count_before, const bool *has_begun)
{
    if (vm_thread_count() <= count_before)
        return; /* no new thread: the job waits for one that exists */
    size_t seen = workers_seen;
    self_state.has_lock = false;
    while (!*has_begun && workers_seen == seen)
        pthread_cond_wait(&begun, &machine);
    self_state.has_lock = true;
}

size_t vm_threads_running(void)
{
    return running;
}

static value thread_join(value self, const args *a)
{
    (void)a;
    thread_object *t = (thread_object *)self.as.o;
    if (!t->joined) {
        t->joined = true;
        vm_ref(t);
        vm_unlock();
        pthread_join(t->id, NULL);
        vm_lock();
        vm_unref(t);
    }
    if (t->raised != NULL) {
        exception *raised = t->raised;
        t->raised = NULL;
        vm_raise_instance(raised);
        vm_unref(raised);
        return NULL_VALUE;
    }
    value result = t->result;
    t->result = NULL_VALUE;
    if (vm_is_null(result)) /* joined a second time, as in scenario.py */
        return vm_raise(&vm_exc.TypeError, "cannot unpack non-iterable NoneType object");
    return result;
}

static void thread_clear(obj *self)
{
    thread_object *t = (thread_object *)self;
    if (!t->joined && t->started && t->ended)
        pthread_detach(t->id);
    if (t->ended)
        t->joined = true;
    vm_clear(&t->function);
    vm_clear(&t->arguments);
    vm_clear(&t->result);
    VM_CLEAR_REF(t->raised);
}

static void thread_visit(obj *self, visitor visit, void *arg)
{
    const thread_object *t = (thread_object *)self;
    vm_visit_value(t->function, visit, arg);
    vm_visit_value(t->arguments, visit, arg);
    vm_visit_value(t->result, visit, arg);
    vm_visit_ref(t->raised, visit, arg);
}

static const class_slots thread_slots = { .clear = thread_clear, .visit = thread_visit };

static const builtin_def thread_methods[] = {
    { "join", thread_join, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_thread_classes(void)
{
    running = 0;
    thread_number = 0;
    vm_class_start(&thread_class, "Thread", &vm_object_class, sizeof(thread_object),
                   &thread_slots, thread_methods);
}
