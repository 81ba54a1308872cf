/*
 * wakeup.h - waking a loop that waits in its poll.
 *
 * CPython: BaseSelectorEventLoop._make_self_pipe, _write_to_self,
 * _read_from_self.
 *
 * An eventfd where the system has it, else a pair of sockets.  The read side
 * is watched by the loop as an ordinary reader of its own (IO-17).
 */
#ifndef RL_WAKEUP_H
#define RL_WAKEUP_H

#include "refloop.h"

typedef struct wakeup {
    int read_fd;
    int write_fd; /* an eventfd: the same */
} wakeup;

rl_err wakeup_open(wakeup *wake);
rl_err wakeup_open_eventfd(wakeup *wake); /* -ENOSYS where there is none */
rl_err wakeup_open_sockets(wakeup *wake);
void wakeup_close(wakeup *wake);
/* Make read_fd readable.  Any thread, and async-signal-safe.  Failure is
 * ignored: a full buffer wakes as well (THR-3). */
void wakeup_write(const wakeup *wake);
/* Take what was written. */
void wakeup_read(const wakeup *wake);

#endif
