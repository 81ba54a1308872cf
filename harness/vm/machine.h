/*
 * machine.h - the program being played, and its trace.
 *
 * There is one machine per process: the loops' log function is process-wide
 * too, and a scenario gets a process of its own anyway.
 */
#ifndef VM_MACHINE_H
#define VM_MACHINE_H

#include "../../reference/refloop.h"
#include "value.h"

const rl_loop_ops *vm_loop_ops(void);
/* Has the program ended?  What is released afterwards must not log any more. */
bool vm_ended(void);
/* Append an L record.  `group` may be NULL. */
void vm_trace_log(const char *group, const char *text);

#endif
