/*
 * generator.h - generators, coroutines, and awaiting.
 *
 * Both are a frame that can be left and entered again.  What `await` and
 * `yield from` wait for is resumed in the same way, whatever it is: a coroutine,
 * a generator, an object of the library's (class slot `resume`), or any object
 * of the program's with __next__, send and throw.
 */
#ifndef VM_GENERATOR_H
#define VM_GENERATOR_H

#include "function.h"

typedef struct generator {
    obj head;      /* vm_generator_class or vm_coroutine_class */
    frame *frame;  /* NULL: it has ended */
    const code *code;
    value origin;  /* cr_origin; VM_NULL: None */
    bool running;
    bool started;
} generator;

extern class vm_generator_class;
extern class vm_coroutine_class;

/* For a call of a generator or coroutine function; the frame is taken. */
value vm_generator_new(frame *f);
/* Go on: `sent` (borrowed) is what its yield gives, VM_NULL to raise what is
 * pending there.  1 and *out: it yielded; 0 and *out: it returned; -1. */
int vm_generator_resume(generator *g, value sent, value *out);

/* What `await v` has to resume; TypeError or RuntimeError if v cannot be awaited. */
value vm_get_awaitable(value v);
/* Can v be awaited?  CPython: inspect.isawaitable. */
bool vm_is_awaitable(value v);
/* As vm_generator_resume, for anything that vm_get_awaitable or iter gave. */
int vm_resume(value iterator, value sent, value *out);
/* Its close(), if it has one.  -1: an exception is pending. */
int vm_close(value iterator);
/* The answer of send() and throw(): the value, or StopIteration with it. */
value vm_resume_answer(int more, value out);
/* The exception that throw(x) raises, as pending; false: TypeError is. */
bool vm_throw_argument(const args *a);
void vm_generator_classes(void);

/* ---- debug_mode.c: the cr_origin of a coroutine made now; VM_NULL for None. */
value vm_coroutine_origin(void);

/* ---- coroutine_wrapper.c: coroutine.__await__() */
value vm_coroutine_wrapper(value coroutine);
void vm_coroutine_wrapper_classes(void);

#endif
