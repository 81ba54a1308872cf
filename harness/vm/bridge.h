/*
 * bridge.h - between the machine's values and the library's: values as
 * rl_value, exceptions as rl_exc, calls as rl_call.
 *
 * Whatever the library holds for the program is an object of the machine with
 * one reference of its own; the library gives it up through functions that
 * take the machine's lock first, on whichever thread that happens.
 */
#ifndef VM_BRIDGE_H
#define VM_BRIDGE_H

#include "../../reference/reftask.h"
#include "exception.h"
#include "value.h"

/* A new owner for v.  Values that are no objects are put in a box. */
rl_value vm_to_rl(value v);
/* New reference.  The library's own values become what they stand for: a list, an
 * exception, a future; plain data becomes None. */
value vm_from_rl(rl_value v);
/* Give an owner's reference up. */
void vm_rl_release(rl_value v);
/* For collect.c: name the object that an owner of v refers to. */
void vm_rl_visit(rl_value v, visitor visit, void *arg);
/* repr(v), as snprintf writes. */
size_t vm_repr_into(value v, char *buffer, size_t size);

/* e is taken.  It comes back from vm_exception_of as the same object. */
rl_exc *vm_to_exc(exception *e);
/* The exception object for one of the library's, the same each time; new
 * reference.  exc borrowed. */
exception *vm_exception_of(const rl_exc *exc);
/* Raise it; exc is taken.  `anew`: with a new __context__, as a raise
 * statement; else it goes on as it was. */
value vm_raise_exc(rl_exc *exc, bool anew);
value vm_raise_err(rl_err err);
/* Raise what errno stands for. */
value vm_raise_errno(int number);

/* A call of the program's function that the library makes later. */
typedef struct job {
    obj head;
    value function;
    value arguments; /* a tuple */
    value keywords;  /* VM_NULL, or a tuple of the values of the last arguments ... */
    value names;     /* ... and one of their names */
    bool begun;      /* of an executor: a worker runs it or has run it */
    bool debug;      /* made while the loop was in debug mode, */
    trace_line origin; /* and where (debug_mode.c) */
} job;

extern const rl_call vm_job_call; /* its argument is a job, owned by the library */

job *vm_job_new(value function, size_t count, const value *at);
/* function(*arguments, **keywords) */
job *vm_job_from(value function, const args *a);
value vm_job_run(const job *j);
/* The job whose exception is being reported on this thread; NULL if none. */
job *vm_failed_job(const exception *e);
/* That report is over. */
void vm_forget_failed_job(void);
/* "f() at file:line", as CPython describes a callback. */
value vm_callback_text(value function);

/* Run what follows in a context of its own, so that no value of ours stays
 * behind in the thread's.  NULL if there was no memory for one. */
rl_context *vm_enter_context(void);
void vm_leave_context(rl_context *context);

void vm_bridge_classes(void);

#endif
