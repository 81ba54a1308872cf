/*
 * value.h - values, objects and classes of the virtual machine.
 *
 * A value is a tag and a word: None, booleans, integers and floats need no
 * memory; everything else points to an object.  Objects are reference counted
 * and die at the last release, as CPython's do, because destructors are part
 * of what scenarios show.  All objects are on one list, so that reference
 * cycles can be found (collect.c) and everything can be freed at the end.
 *
 * Ownership.  Functions that return a value return a new reference; arguments
 * are borrowed unless a comment says "taken".  A value whose tag is VM_NULL
 * means that an exception is pending in this thread (exception.h).  Functions
 * that return int use -1 for the same.
 *
 * Everything here is touched only by the thread that holds the machine's lock
 * (thread.h).
 */
#ifndef VM_VALUE_H
#define VM_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct obj obj;
typedef struct class class;
typedef struct str str;
typedef struct table table;

typedef enum vm_tag { VM_NULL, VM_NONE, VM_BOOL, VM_INT, VM_FLOAT, VM_OBJ } vm_tag;

typedef struct value {
    vm_tag tag;
    union {
        bool b;
        int64_t i;
        double f;
        obj *o;
    } as;
} value;

#define NULL_VALUE ((value){ .tag = VM_NULL })
#define NONE_VALUE ((value){ .tag = VM_NONE })

static inline value vm_bool(bool b) { return (value){ .tag = VM_BOOL, .as.b = b }; }
static inline value vm_int(int64_t i) { return (value){ .tag = VM_INT, .as.i = i }; }
static inline value vm_float(double f) { return (value){ .tag = VM_FLOAT, .as.f = f }; }
static inline value vm_obj(void *o) { return (value){ .tag = VM_OBJ, .as.o = o }; }
static inline bool vm_is_null(value v) { return v.tag == VM_NULL; }
static inline bool vm_is_none(value v) { return v.tag == VM_NONE; }

/* The start of every object. */
struct obj {
    class *cls;
    size_t refs;
    obj *prev, *next;     /* all objects */
    size_t outside_refs;  /* collect.c: references not from other objects */
    unsigned char flags;
};

enum { OBJ_FINALIZED = 1, OBJ_REACHABLE = 2, OBJ_GARBAGE = 4 };

/* Arguments of a call: positional ones, then keywords as names and values. */
typedef struct args {
    size_t count;
    const value *at;
    size_t keyword_count;
    const value *names;    /* strings */
    const value *keywords; /* their values */
} args;

typedef void (*visitor)(obj *child, void *arg);

/* What a kind of object can do; NULL where it cannot. */
typedef struct class_slots {
    void (*clear)(obj *self);                                /* forget all it refers to */
    void (*visit)(obj *self, visitor visit, void *arg);      /* name every object it refers to */
    size_t (*hidden_refs)(obj *self);                        /* references that no object has */
    bool (*finalize)(obj *self);                             /* collect.c, before clear; false: nothing to do */
    value (*repr)(obj *self);
    value (*to_str)(obj *self);                              /* NULL: as repr */
    int (*hash)(obj *self, uint64_t *out);                   /* -1: unhashable */
    int (*equal)(obj *self, value other);                    /* 1, 0, -1, or VM_NOT_IMPLEMENTED */
    int (*order)(obj *self, value other, const char *op);    /* self op other: the same results */
    int64_t (*length)(obj *self);
    value (*iter)(obj *self);
    int (*next)(obj *self, value *out);                      /* 1: *out; 0: no more; -1 */
    value (*await)(obj *self);                               /* what await resumes */
    int (*resume)(obj *self, value sent, value *out);        /* vm_resume (generator.h) */
    int (*contains)(obj *self, value item);
    value (*get_item)(obj *self, value key);
    int (*set_item)(obj *self, value key, value item);       /* item VM_NULL: delete */
    value (*get_attr)(obj *self, str *name, bool *found);    /* beyond the class's own attributes */
    int (*set_attr)(obj *self, str *name, value item);       /* item VM_NULL: delete */
    value (*call)(obj *self, const args *a);
    value (*create)(class *cls, const args *a);              /* calling the class */
} class_slots;

enum { VM_NOT_IMPLEMENTED = 2 };

struct class {
    obj head;
    str *name;
    str *qualname;
    class *base;         /* NULL for object itself */
    const class_slots *slots;  /* inherited by user classes */
    table *attributes;
    size_t size;         /* bytes of an instance */
    bool is_user;        /* made by a class statement: look for __dunder__ methods */
    bool has_finalizer;  /* it or a base defines __del__ */
};

/* ---- Memory.  It never fails: a harness without memory cannot grade. ----- */

void *vm_alloc(size_t size); /* zeroed */
void *vm_realloc(void *old, size_t size);

/* ---- Objects -------------------------------------------------------------- */

/* A new object of `cls->size` + extra bytes, zeroed behind its head. */
void *vm_object_new(class *cls, size_t extra);
/* The last reference is gone: finalizer, clear, free. */
void vm_object_destroy(obj *o);
/* Put it where the newest object would stand. */
void vm_object_to_end(obj *o);
void vm_objects_start(void);
/* Free every object there is, in any order, without running finalizers. */
void vm_objects_free_all(void);
bool vm_objects_ending(void);
/* The list of all objects is circular; this is its head (no object). */
obj *vm_objects_list(void);

static inline void *vm_ref(void *o)
{
    ((obj *)o)->refs++;
    return o;
}

static inline void vm_unref(void *object)
{
    obj *o = object;
    if (o != NULL && --o->refs == 0)
        vm_object_destroy(o);
}

static inline value vm_keep(value v)
{
    if (v.tag == VM_OBJ)
        v.as.o->refs++;
    return v;
}

static inline void vm_drop(value v)
{
    if (v.tag == VM_OBJ)
        vm_unref(v.as.o);
}

/* Forget what *place holds.  It is empty before any destructor runs. */
static inline void vm_clear(value *place)
{
    value old = *place;
    *place = NULL_VALUE;
    vm_drop(old);
}

#define VM_CLEAR_REF(place) \
    do { \
        void *old_object_ = (place); \
        (place) = NULL; \
        vm_unref(old_object_); \
    } while (0)

static inline void vm_visit_value(value v, visitor visit, void *arg)
{
    if (v.tag == VM_OBJ)
        visit(v.as.o, arg);
}

static inline void vm_visit_ref(void *o, visitor visit, void *arg)
{
    if (o != NULL)
        visit(o, arg);
}

static inline bool vm_is(value v, const class *cls)
{
    return v.tag == VM_OBJ && v.as.o->cls == cls;
}

/* The same thing, Python's `is`. */
bool vm_same(value a, value b);

#endif
