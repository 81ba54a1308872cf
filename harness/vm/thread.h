/*
 * thread.h - the machine's lock, and what each thread has of its own.
 *
 * One lock protects the whole machine, as CPython's interpreter lock does.  A
 * thread gives it up around everything that can wait (running a loop, join,
 * pause) and every callback takes it again.  Taking it is safe on a thread
 * that already has it: a loop may call back from within a call we made.
 */
#ifndef VM_THREAD_H
#define VM_THREAD_H

#include "value.h"

struct frame;
struct exception;

typedef struct vm_thread {
    bool has_lock;
    unsigned depth;             /* calls in progress, against runaway recursion */
    struct frame *frame;        /* innermost; its `back` chain leads outwards */
    struct exception *pending;  /* the exception being raised; NULL: none */
    value event_loop;           /* asyncio.set_event_loop */
    char name[64];              /* "": ask the system */
} vm_thread;

vm_thread *vm_thread_self(void);

void vm_lock(void);
void vm_unlock(void);
/* Take the lock unless this thread has it; vm_leave undoes exactly that. */
bool vm_enter(void);
void vm_leave(bool had_lock);
/* Give the lock up for a moment if another thread wants it. */
void vm_yield_lock(void);

/* Start function(*arguments) on a new thread; it holds references to both.
 * Returns a thread object with a method join, or VM_NULL.  The new thread runs
 * first, until it waits for something or ends, as CPython's does. */
value vm_thread_start(value function, value arguments);
void vm_thread_classes(void);
/* How many threads run functions of the program, besides the caller. */
size_t vm_threads_running(void);
/*
 * An executor starts threads of its own.  In CPython the submitter waits until
 * a new one has begun, and that one then runs until it waits for something.
 *
 * vm_thread_count before the submission, vm_await_worker after it; the job says
 * vm_worker_begins and sets *begun, and vm_worker_ends, all with the lock.
 */
size_t vm_thread_count(void);
void vm_await_worker(size_t count_before, const bool *begun);
void vm_worker_begins(void);
void vm_worker_ends(void);
/* The calling thread's name into `name`. */
void vm_thread_name(char *name, size_t size);

#endif
