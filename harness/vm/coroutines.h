/*
 * coroutines.h - between the machine's coroutines and the library's, both ways.
 *
 *     program's coroutine  --vm_coro_of-->            rl_coro (the library resumes it)
 *     rl_coro              --vm_library_coroutine-->  coroutine object (a program awaits it)
 *
 * What a resumption waits for crosses as a future object with its mark `awaited`
 * set on the machine's side, and as RL_STEP_AWAIT on the library's.  The mark is
 * CPython's _asyncio_future_blocking: it tells a future that `await` yields from
 * one that a program yields by itself.
 */
#ifndef VM_COROUTINES_H
#define VM_COROUTINES_H

#include "../../reference/reftask.h"
#include "bridge.h"
#include "value.h"

/* ---- coro_bridge.c -------------------------------------------------------- */

/*
 * The library's coroutine for a coroutine, the same one for as long as it lives, so
 * that the library knows it again; or for another awaitable.  New reference.
 * `by_await`: it is awaited and not driven by a task, so that it must be free for it.
 */
rl_coro *vm_coro_of(value awaitable, bool by_await);
/* The object behind one of those; None for any other.  New reference. */
value vm_coro_object(rl_coro *coro);
/* For collect.c: name the object if nobody else has that bridge. */
void vm_coro_visit(rl_coro *coro, visitor visit, void *arg);

/* ---- library_coroutine.c -------------------------------------------------- */

typedef struct library_coroutine library_coroutine;

/* What its first step does: 1 goes on with self->coro, which it has set; 0 and
 * *out: it returns that; -1 raised. */
typedef int (*coroutine_begin)(library_coroutine *self, value *out);
/* The program's value for the library's result (borrowed). */
typedef value (*coroutine_finish)(library_coroutine *self, rl_value result);

enum { COROUTINE_ARGUMENTS = 4 };

struct library_coroutine {
    obj head;
    const char *name; /* its __qualname__ */
    rl_coro *coro;    /* NULL before `begin` has made it and after the end */
    coroutine_begin begin;   /* NULL: coro is there already */
    coroutine_finish finish; /* NULL: vm_from_rl */
    value arguments[COROUTINE_ARGUMENTS]; /* what the two need */
    job *starts_worker; /* NULL, or what its first step gives a worker; borrowed */
    enum { COROUTINE_FRESH, COROUTINE_RUNNING, COROUTINE_SUSPENDED, COROUTINE_ENDED } state;
};

extern class vm_library_coroutine_class;

/* A coroutine object; `name` is static, the arguments are borrowed. */
library_coroutine *vm_library_coroutine(const char *name, coroutine_begin begin,
                                        coroutine_finish finish, size_t count,
                                        const value *arguments);
/* The same as a value, over a coroutine of the library's (taken) if err is RL_OK. */
value vm_coroutine_over(const char *name, rl_err err, rl_coro *coro, coroutine_finish finish);
/* Numbers: True or False; an int. */
value vm_finish_bool(library_coroutine *self, rl_value result);
value vm_finish_int(library_coroutine *self, rl_value result);
/* What a begin function returns: 1 with self->coro (taken), or -1. */
int vm_coroutine_go_on(library_coroutine *self, rl_err err, rl_coro *coro);
/* A begin function that has nothing to do: it returns None. */
int vm_coroutine_return_none(library_coroutine *self, value *out);
void vm_coroutine_classes(void);

/* ---- awaitables.c --------------------------------------------------------- */

/* CPython: asyncio.iscoroutine. */
bool vm_is_any_coroutine(value v);
/* The argument of gather, shield ...: a future is borrowed, a coroutine is a new
 * reference.  False: TypeError. */
bool vm_awaitable_argument(value v, bool by_await, rl_awaitable *out);
/* As above for everything `iterable` yields; *out is the caller's, to free. */
bool vm_awaitable_list(value iterable, rl_awaitable **out, size_t *count);
void vm_awaitables_release(rl_awaitable *aws, size_t count);
/* A number of seconds, NaN for None.  False: TypeError, as `<=` or `+` raise it. */
bool vm_seconds(value v, const char *op, double *out);

/* ---- future_iterator.c ---------------------------------------------------- */

/* What `await future` resumes.  future: a future object, borrowed. */
value vm_future_iterator(value future);
void vm_future_iterator_classes(void);

#endif
