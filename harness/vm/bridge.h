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

#include "../../reference/refloop.h"
#include "exception.h"
#include "value.h"

/* A new owner for v.  Values that are no objects are put in a box. */
rl_value vm_to_rl(value v);
/* New reference; plain data of the library's own becomes None. */
value vm_from_rl(rl_value v);

/* e is taken.  It comes back from vm_exception_of as the same object. */
rl_exc *vm_to_exc(exception *e);
/* The exception object for one of the library's; new reference.  exc borrowed. */
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
    bool begun;      /* of an executor: a worker runs it or has run it */
    bool debug;      /* made while the loop was in debug mode */
} job;

extern const rl_call vm_job_call; /* its argument is a job, owned by the library */

job *vm_job_new(value function, size_t count, const value *at);
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
