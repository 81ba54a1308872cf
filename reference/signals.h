/*
 * signals.h - what the process does with signals: SIGINT, as the runner wants it,
 * and all others that loops handle.
 *
 * CPython: the signal module: a handler in C that only notes the signal and writes
 * its number into the wake-up descriptor, and a check between instructions that
 * calls the handler in Python.  Here the loop checks after each poll, and a program
 * that raises signals itself.
 *
 * There are two handlers in C.  `note` is the runner's: it calls back.  `tell` is
 * the loops': it puts the number into the inbox of the one loop that is told.  A
 * signal has one of them, or neither; who came last has it.
 */
#ifndef RL_SIGNALS_H
#define RL_SIGNALS_H

#include "reftask.h"
#include "wakeup.h"

/* Those of Linux are 1 .. 64; where a system has more, these are not for loops. */
enum { SIGNALS_END = 65 };

/* Is this the thread that may change what signals do?  CPython: signal.signal. */
bool signals_is_main_thread(void);

/* ---- The runner's SIGINT -------------------------------------------------- */

/* May be called by rl_check_signals; what it returns is raised there. */
typedef rl_exc *(*signals_handler)(void *arg);

/*
 * From now on a SIGINT is handed to `handler`, and wakes the poll that `wake` (may
 * be NULL) belongs to.  False, and nothing happens, on another thread than the
 * main one, and if the signal has a handler already (RUN-12).
 */
bool signals_catch_sigint(signals_handler handler, void *arg, const wakeup *wake);
/* As it was before; unless somebody has changed the handler since. */
void signals_release_sigint(void);

/* ---- The loops' signals --------------------------------------------------- */

/*
 * Numbers of signals that have arrived, in their order: a pipe that does not block.
 * CPython: the wake-up socket itself, into which wake-ups are written as zeros.
 * When the pipe is full, what arrives is lost, as it is there.
 */
typedef struct signals_inbox {
    int read_fd;
    int write_fd;
    const wakeup *wake; /* borrowed: makes its loop look into the inbox */
} signals_inbox;

/* -errno. */
rl_err signals_inbox_open(signals_inbox *inbox, const wakeup *wake);
/* Afterwards no handler, on whichever thread, is using it.  It is told no more. */
void signals_inbox_close(signals_inbox *inbox);
/* The next number; 0: none. */
int signals_inbox_read(const signals_inbox *inbox);

/* The inbox (NULL: none) that is told of signals from now on; there is one in the
 * process.  Borrowed, until another is told or it closes.  CPython:
 * signal.set_wakeup_fd. */
void signals_tell(const signals_inbox *inbox);
bool signals_is_told(const signals_inbox *inbox);

/* Is it the number of a signal?  CPython: signal.valid_signals. */
bool signals_is_valid(int number);
/* Whoever is told hears of this signal.  RL_ERR_SIGNAL_UNCATCHABLE, -errno. */
rl_err signals_catch(int number);
/* The system's default again. */
void signals_release(int number);

#endif
