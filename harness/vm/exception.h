/*
 * exception.h - exception objects, the builtin tree, raising.
 *
 * Raising sets the thread's pending exception; whoever sees VM_NULL or -1
 * returns it onwards until a frame has a handler (interp.c).  What is being
 * handled, which a new exception gets as its __context__, is kept by the
 * frames: vm_handled walks them.
 */
#ifndef VM_EXCEPTION_H
#define VM_EXCEPTION_H

#include "value.h"

struct code;

typedef struct trace_line {
    const struct code *code;
    int line;
} trace_line;

typedef struct exception {
    obj head;
    value args; /* a tuple */
    struct exception *cause;
    struct exception *context;
    bool suppress_context;
    value message, members; /* of a group: its text, a tuple; else VM_NULL */
    table *attributes; /* NULL until one is set */
    trace_line *trace; /* innermost first */
    size_t trace_count;
} exception;

/* The builtin classes, under their Python names: vm_exc.ValueError. */
#define VM_EXCEPTIONS(X) \
    X(BaseException, BaseException) \
    X(SystemExit, BaseException) \
    X(KeyboardInterrupt, BaseException) \
    X(GeneratorExit, BaseException) \
    X(CancelledError, BaseException) \
    X(BaseExceptionGroup, BaseException) \
    X(ExceptionGroup, BaseExceptionGroup) \
    X(Exception, BaseException) \
    X(StopIteration, Exception) \
    X(StopAsyncIteration, Exception) \
    X(InvalidStateError, Exception) \
    X(QueueEmpty, Exception) \
    X(QueueFull, Exception) \
    X(QueueShutDown, Exception) \
    X(ArithmeticError, Exception) \
    X(FloatingPointError, ArithmeticError) \
    X(OverflowError, ArithmeticError) \
    X(ZeroDivisionError, ArithmeticError) \
    X(AssertionError, Exception) \
    X(AttributeError, Exception) \
    X(BufferError, Exception) \
    X(EOFError, Exception) \
    X(ImportError, Exception) \
    X(ModuleNotFoundError, ImportError) \
    X(LookupError, Exception) \
    X(IndexError, LookupError) \
    X(KeyError, LookupError) \
    X(MemoryError, Exception) \
    X(NameError, Exception) \
    X(UnboundLocalError, NameError) \
    X(OSError, Exception) \
    X(BlockingIOError, OSError) \
    X(ChildProcessError, OSError) \
    X(ConnectionError, OSError) \
    X(BrokenPipeError, ConnectionError) \
    X(ConnectionAbortedError, ConnectionError) \
    X(ConnectionRefusedError, ConnectionError) \
    X(ConnectionResetError, ConnectionError) \
    X(FileExistsError, OSError) \
    X(FileNotFoundError, OSError) \
    X(InterruptedError, OSError) \
    X(IsADirectoryError, OSError) \
    X(NotADirectoryError, OSError) \
    X(PermissionError, OSError) \
    X(ProcessLookupError, OSError) \
    X(TimeoutError, OSError) \
    X(ReferenceError, Exception) \
    X(RuntimeError, Exception) \
    X(NotImplementedError, RuntimeError) \
    X(RecursionError, RuntimeError) \
    X(BrokenBarrierError, RuntimeError) \
    X(SyntaxError, Exception) \
    X(SystemError, Exception) \
    X(TypeError, Exception) \
    X(ValueError, Exception) \
    X(UnicodeError, ValueError) \
    X(UnicodeDecodeError, UnicodeError) \
    X(UnicodeEncodeError, UnicodeError) \
    X(Warning, Exception) \
    X(UserWarning, Warning) \
    X(DeprecationWarning, Warning) \
    X(RuntimeWarning, Warning) \
    X(ResourceWarning, Warning)

#define VM_DECLARE_EXCEPTION(name, base) class name;
struct vm_exceptions { VM_EXCEPTIONS(VM_DECLARE_EXCEPTION) };
#undef VM_DECLARE_EXCEPTION
extern struct vm_exceptions vm_exc;

/* Raise a new exception of that class with one text argument. */
value vm_raise(class *cls, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same, because of the pending exception, which becomes its cause and context. */
void vm_raise_from_pending(class *cls, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Raise a new exception of that class with that argument (borrowed; VM_NULL: none). */
value vm_raise_with(class *cls, value argument);
/* Raise an instance, as the raise statement does: it gets a __context__. */
value vm_raise_instance(exception *e);
/* Raise it again: its __context__ stays.  Taken. */
void vm_reraise(exception *e);
/* The pending exception, taken over by the caller; none is pending then. */
exception *vm_take_exception(void);
bool vm_pending(void);
/* Is one of that class pending? */
bool vm_pending_is(const class *cls);
/* If one of that class is pending, forget it. */
bool vm_forget(const class *cls);
/* The exception being handled by the innermost except or finally; borrowed. */
exception *vm_handled(void);

exception *vm_exception_new(class *cls, value argument);
bool vm_is_exception(value v);
bool vm_is_exception_class(value v);
/* The class with that Python name, else `otherwise`. */
class *vm_exception_class(const char *name, class *otherwise);
/* except CLASS or (CLASSES): 1, 0, -1. */
int vm_exception_matches(exception *e, value against);
/* Have they passed through the same lines?  CPython: the same __traceback__. */
bool vm_trace_same(const exception *a, const exception *b);
void vm_trace_copy(exception *to, const exception *from);
void vm_trace_add(exception *e, const struct code *code, int line);
/* A traceback in Python's style, on standard error. */
void vm_print_exception(exception *e);
/* One that nobody can be told about: printed and forgotten. */
void vm_print_ignored(const char *where);
/* str(e) without running the program's own __str__: for the loop's records. */
value vm_exception_text(exception *e);

void vm_exception_classes(void);

#endif
