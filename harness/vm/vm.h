/*
 * vm.h - plays one compiled scenario against a C loop.
 *
 * The program format is documented in spec/program-format.md; the language it
 * comes from in spec/scenario-python.md.
 */
#ifndef VM_H
#define VM_H

#include <stdbool.h>
#include <stddef.h>

#include "../../reference/refloop.h"

/*
 * Play the program in file `path` on loops made with `ops`, and write the
 * records of a trace file (spec/formats.md) to `trace_fd`: L as the scenario
 * logs, then X or E, then a C record for each kind of thing left behind: what
 * the loops' census shows when the scenario has ended and its globals are
 * released, loops never closed, and descriptors.
 *
 * returns 0 when the scenario was played, whatever it did; -1 when the program
 * could not be read or is broken, with one line in `error`.
 *
 * One program at a time per process: the loops' log function is process-wide.
 * A program that leaves threads running makes the machine unusable for the
 * rest of the process (-1, and says so); a process per program avoids that.
 */
int vm_play(const char *path, const rl_loop_ops *ops, int trace_fd, char *error, size_t error_size);

/* Does a virtual clock count polls in this process, so that programs may call scenario.polls? */
bool vm_has_polls(void);

#endif
