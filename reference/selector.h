/*
 * selector.h - waiting for descriptors: the map of what is watched, and the
 * backends that wait.
 *
 * CPython: Lib/selectors.py.
 *
 * The map (descriptor -> events, reader, writer) is here, common to all
 * backends; a backend keeps what its system call needs.  All backends have the
 * same five functions in the same order, so two of them can be read side by
 * side: selector_epoll.c, selector_poll.c, selector_select.c, and
 * selector_scripted.c, which a unit test dictates.
 *
 * Invariant: a key's SELECTOR_READ is set exactly when it has a reader,
 * SELECTOR_WRITE exactly when it has a writer.
 *
 * The selector owns a reference to nobody: whoever registers a handle keeps it
 * alive until it has taken it out again (readers.c).
 */
#ifndef RL_SELECTOR_H
#define RL_SELECTOR_H

#include <stdbool.h>
#include <stddef.h>

#include "refloop.h"

enum { SELECTOR_READ = 1, SELECTOR_WRITE = 2 };

typedef struct selector selector;

typedef struct selector_key {
    int events; /* 0: not watched */
    rl_handle *reader;
    rl_handle *writer;
} selector_key;

typedef struct selector_event {
    int fd;
    int events;
} selector_event;

typedef struct selector_ops {
    const char *name;
    rl_err (*add)(selector *sel, int fd, int events);
    rl_err (*change)(selector *sel, int fd, int events);
    /* Never fails: the descriptor may be closed already (IO-14). */
    void (*remove)(selector *sel, int fd);
    /* Wait at most timeout_s (INFINITY: for ever) and fill sel->ready.  The
     * number of events, or a negated errno.  NaN is refused before. */
    int (*wait)(selector *sel, double timeout_s);
    void (*close)(selector *sel);
} selector_ops;

/* The start of every backend's struct. */
struct selector {
    const selector_ops *ops;
    selector_key *keys;    /* by descriptor */
    size_t keys_len;
    size_t key_count;      /* of these, watched */
    selector_event *ready; /* room for one event a key, and at least one */
    size_t ready_capacity;
};

/* A backend by name: "epoll", "poll", "select"; RL_ERR_UNSUPPORTED for any other. */
rl_err selector_open(const char *name, selector **out);
rl_err selector_epoll_open(selector **out);
rl_err selector_poll_open(selector **out);
rl_err selector_select_open(selector **out);
/* The keys are forgotten; their handles are the caller's business. */
void selector_close(selector *sel);

/* The key of `fd`, NULL if it is not watched.  Valid until the next register. */
selector_key *selector_lookup(const selector *sel, int fd);
rl_err selector_register(selector *sel, int fd, int events, rl_handle *reader, rl_handle *writer);
/* CPython: when the system call fails, the descriptor is no longer watched. */
rl_err selector_modify(selector *sel, int fd, int events, rl_handle *reader, rl_handle *writer);
void selector_unregister(selector *sel, int fd);
/* *count events stand in sel->ready then. */
rl_err selector_select(selector *sel, double timeout_s, size_t *count);

/* For backends: start a selector of that kind, and free it. */
rl_err selector_init(selector *sel, const selector_ops *ops);
void selector_free(selector *sel);
/* Seconds as whole milliseconds, rounded up; -1 for INFINITY.  TIMER-18. */
int selector_timeout_ms(double timeout_s);
/* CLOCK_MONOTONIC in seconds, and what is left of a wait that a signal cut
 * short: CPython goes on waiting (PEP 475). */
double selector_deadline_s(double timeout_s);
double selector_left_s(double deadline_s);

#endif
