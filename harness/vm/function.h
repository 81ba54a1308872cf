/*
 * function.h - code, functions, cells and frames; and the one function that
 * runs a frame.
 *
 * Every call of a program's function has a frame of its own on the heap with
 * everything it needs to go on later: instruction, value stack, open blocks.
 * A frame that yields is simply left and entered again; nothing of it is on
 * the C stack meanwhile.  That is all a coroutine needs (generator.h).
 */
#ifndef VM_FUNCTION_H
#define VM_FUNCTION_H

#include "containers.h"
#include "exception.h"
#include "value.h"

typedef struct instruction {
    uint16_t op;   /* enum opcode */
    int32_t a, b;  /* operands: index, count, target */
    str *name;     /* operand that is a name or an operator; borrowed */
} instruction;

/* One block of the program; owned by it. */
typedef struct code {
    const char *file;
    str *name;
    str *qualname;
    int first_line;
    size_t arg_count, posonly_count, kwonly_count;
    bool has_varargs, has_varkw, is_generator, is_coroutine, is_class;
    size_t local_count;
    str **locals;
    size_t cell_count, free_count; /* cells first, then free ones */
    str **cells;
    int *cell_from;                /* per own cell: the parameter it starts from, or -1 */
    size_t const_count;
    value *consts;
    size_t instruction_count;
    instruction *instructions;
    int *lines;                    /* per instruction */
    size_t stack_size;
    size_t block_size;
} code;

typedef struct cell_object {
    obj head;
    value content; /* VM_NULL: empty */
} cell_object;

typedef struct function_object {
    obj head;
    const code *code;
    value defaults;   /* tuple or VM_NULL */
    value kwdefaults; /* dict or VM_NULL */
    value closure;    /* tuple of cells or VM_NULL */
    table *attributes;
} function_object;

/* An open try, or a handler in progress. */
typedef struct block {
    bool is_handler;
    int32_t target;     /* try: where its handler is */
    size_t depth;       /* try: stack size to go back to */
    exception *handled; /* handler: what it handles; owned */
} block;

typedef enum frame_result { FRAME_RETURN, FRAME_RAISE, FRAME_YIELD } frame_result;

typedef struct frame {
    const code *code;
    value function;     /* keeps it alive */
    value *locals;
    cell_object **cells;
    value *stack;
    size_t sp;
    block *blocks;
    size_t block_count;
    size_t pc;          /* the next instruction */
    bool awaiting;      /* left in AWAIT: what it waits for is on top of the stack */
    bool passing_on;    /* hands a throw or close on to what it waits for (vm_handled) */
    struct frame *back; /* while it runs: who called it */
    table *names;       /* class body: its namespace, borrowed; else NULL */
} frame;

extern class vm_function_class;
extern class vm_cell_class;

/* ---- interp.c ------------------------------------------------------------- */

/*
 * Run a frame until it returns, raises or yields.  *out is the value returned
 * or yielded; for FRAME_RAISE the exception is pending.
 */
frame_result vm_run_frame(frame *f, value *out);

/* ---- frame.c -------------------------------------------------------------- */

/* A frame with the arguments in place; NULL: TypeError is pending. */
frame *vm_frame_new(function_object *f, const args *a);
void vm_frame_free(frame *f);
void vm_frame_visit(frame *f, visitor visit, void *arg);
/* Run the body of a class statement; *cell receives its __class__ cell or None. */
table *vm_run_class_body(function_object *body, value *cell);
value vm_function_new(const code *c, value defaults, value kwdefaults, value closure); /* taken */
void vm_function_classes(void);

#endif
