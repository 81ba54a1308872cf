/*
 * signals.h - SIGINT, as the runner wants it.
 *
 * CPython: the signal module: a handler in C that only notes the signal, and a
 * check between instructions that calls the handler in Python.  Here the
 * loop checks after each poll, and a program that raises signals itself.
 */
#ifndef RL_SIGNALS_H
#define RL_SIGNALS_H

#include "reftask.h"
#include "wakeup.h"

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

#endif
