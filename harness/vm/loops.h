/*
 * loops.h - loop, handle, future and context objects of the module asyncio
 * and contextvars: thin wrappers of what refloop.h offers.
 *
 * A wrapper and what it wraps are found from one another: the library hands
 * out rl_loop, rl_handle, rl_future and rl_context pointers, and programs
 * expect the same object each time.  So live wrappers are on lists.
 */
#ifndef VM_LOOPS_H
#define VM_LOOPS_H

#include <stddef.h>

#include "../../reference/reftask.h"
#include "bridge.h"
#include "containers.h"
#include "text.h"
#include "value.h"

typedef struct loop_object {
    obj head;
    struct loop_object *next; /* live ones */
    rl_loop *loop;
    value handler;            /* exception handler; VM_NULL: none */
    value task_factory;       /* VM_NULL: none */
    list *broken;             /* timers whose deadline is no number (TIMER-15) */
} loop_object;

typedef struct handle_object {
    obj head;
    struct handle_object *next;
    rl_handle *handle;  /* NULL: a timer whose deadline is no number */
    loop_object *loop;
    job *job;           /* NULL once cancelled */
    value when;         /* timers: the deadline as given; VM_NULL: ask the handle */
    value shown;        /* cancelled in debug mode: its repr; else VM_NULL */
    bool cancelled;     /* without a handle: here */
    bool is_shared;     /* of call_soon_threadsafe */
} handle_object;

/* A future or a task. */
typedef struct future_object {
    obj head;
    struct future_object *next;
    rl_future *future;
    loop_object *loop;
    trace_line origin; /* made in debug mode: where; code NULL: not known */
    bool awaited; /* it was yielded by `await` (coroutines.h) */
} future_object;

extern class vm_handle_class;
extern class vm_timer_handle_class;
extern class vm_future_class;
extern class vm_task_class;
extern class vm_context_class;

/* ---- loop_object.c */
value vm_new_event_loop(void);
/* The wrapper of a loop, made if it has none; None for NULL.  New reference. */
value vm_loop_wrapper(rl_loop *loop);
bool vm_is_loop(value v);
/* A loop was closed: it is kept until the end, to see what it still holds. */
void vm_loop_keep_closed(rl_loop *loop);
/* Loops that are alive and were never closed. */
size_t vm_loops_unclosed(void);
/* What all closed loops together still hold. */
void vm_loops_census(rl_loop_census *total);
/* Call visit for each loop, closed ones included. */
void vm_loops_each(void (*visit)(rl_loop *loop, void *arg), void *arg);
/* Close those that the program left open. */
void vm_loops_close(void);
/* Let go of the closed loops that were kept to be counted. */
void vm_loops_end(void);
/* A rl_job: runs the job that is its argument, on a worker. */
rl_exc *vm_run_in_worker(void *arg, rl_value *result);
void vm_loop_classes(obj *asyncio);

/* ---- debug_mode.c */
/* Where the program is now; code NULL: the loop is not in debug mode, or no code of
 * the program's runs. */
trace_line vm_origin(rl_loop *loop);
/* " created at FILE:LINE", for a repr. */
void vm_describe_origin(text_buffer *b, const trace_line *origin);
/* Around each run: in debug mode coroutines know their origin meanwhile.  The end is
 * given what the beginning returned. */
bool vm_tracking_begin(rl_loop *loop);
void vm_tracking_end(bool before);
/* loop.set_debug(enabled).  False: an exception is pending. */
bool vm_loop_set_debug(loop_object *loop, value enabled);
/* Is that a callback, as far as debug mode looks?  False: TypeError.  `any_thread`:
 * the method may be called on any. */
bool vm_check_callback(const loop_object *loop, value callback, const char *method,
                       bool any_thread);

/* ---- loop_report.c: the exception handler */
rl_exc *vm_on_exception(rl_loop *rl, const rl_exc_context *told, void *arg);
value vm_report(loop_object *loop, value context, bool by_default);

/* ---- handle_object.c */
/* handle taken; job and loop borrowed. */
value vm_handle_new(class *cls, loop_object *loop, rl_handle *handle, job *j, value when);
/* The wrapper of a handle being reported; made if it has none. */
value vm_handle_wrapper(rl_handle *handle, loop_object *loop, job *j);
void vm_handle_classes(void);

/* ---- future_object.c */
bool vm_is_future(value v);
/* The object of a future or task: the same for as long as that object lives. */
value vm_future_of(rl_future *future);
/* As above, of one that is taken; or the exception that its maker returned. */
value vm_future_made(rl_exc *exc, rl_future *future);
/* future.result() */
value vm_future_outcome(value future);
/* Its result or exception as its repr shows it; nothing if it has none. */
void vm_describe_outcome(text_buffer *b, const rl_future *future);
/* What a future stores for that exception (taken): never a StopIteration. */
exception *vm_storable_exception(exception *e);
/* The argument `loop` of a function that makes futures: by default the current
 * loop's.  New reference. */
value vm_loop_argument(value given);
/* What exists already, borrowed; NULL: none. */
future_object *vm_future_find(const rl_future *future);
/* A program's done callback: its argument is an object. */
extern const rl_call vm_future_callback;
void vm_future_classes(void);

/* ---- future_cycles.c */
void vm_future_visit(obj *self, visitor visit, void *arg);
size_t vm_future_hidden_refs(obj *self);
bool vm_future_finalize(obj *self);
/* For collect.c: make objects for all futures; *out (to be freed) are those that had
 * none, each a reference. */
size_t vm_futures_stand_in(obj ***out);
/* The program has ended: let go of whatever futures and tasks still wait for. */
void vm_futures_abandon(void);

/* ---- task_object.c */
/* Methods of loops. */
value vm_loop_create_task(value loop, const args *a);
value vm_loop_set_task_factory(value loop, const args *a);
value vm_loop_get_task_factory(value loop, const args *a);
/* CPython: asyncio.iscoroutinefunction. */
bool vm_is_coroutine_function(value v);
/* ensure_future(v, loop=loop); `loop` VM_NULL or None: the current one. */
value vm_ensure_future(value v, value loop);
void vm_task_classes(obj *asyncio);

/* ---- module_asyncio.c */
/* asyncio.get_event_loop() */
value vm_get_event_loop(void);

/* ---- module_contextvars.c */
/* The keyword argument `context`: NULL for none.  False: TypeError. */
bool vm_context_argument(value given, rl_context **out);
/* The wrapper of a context, which is taken. */
value vm_context_wrapper(rl_context *context);

#endif
