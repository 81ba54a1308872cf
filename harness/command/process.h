/*
 * process.h - running other programs.
 */
#ifndef COMMAND_PROCESS_H
#define COMMAND_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

/*
 * Run a program to its end, standard input empty.
 *
 * arguments  NULL-terminated; the program is looked for on PATH
 * output     receives what it wrote to standard output and standard error; caller frees
 * returns    its exit status, 128 + N for signal N, 127 where it could not be started
 */
int process_run(char *const *arguments, char **output);

/* Between fork and exec: what this command changed for itself is as it was, and
 * standard input is /dev/null. */
void process_reset_child(void);

/*
 * Kill every living child of `parent` (this process, or another) that `spared` does
 * not spare, and what falls to it as those die, until nothing is left.  Needs /proc;
 * without it nothing happens.
 */
void process_kill_children(pid_t parent, bool (*spared)(pid_t child, const void *arg),
                           const void *arg);

#endif
