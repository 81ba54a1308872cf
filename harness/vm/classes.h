/*
 * classes.h - classes: builtin ones and those of class statements; instances,
 * attribute lookup, super, property, staticmethod, classmethod.
 */
#ifndef VM_CLASSES_H
#define VM_CLASSES_H

#include "table.h"
#include "value.h"

/* A function written in C.  `self` is VM_NULL for plain functions. */
typedef struct builtin_def {
    const char *name;
    value (*call)(value self, const args *a);
    int least;       /* number of positional arguments */
    int most;        /* -1: any number */
    bool keywords;   /* takes keyword arguments (and checks them itself) */
} builtin_def;

typedef struct builtin {
    obj head;
    const builtin_def *def;
    class *owner; /* borrowed; NULL for functions of a module */
} builtin;

typedef struct method_object {
    obj head;
    value function;
    value self;
} method_object;

typedef struct instance {
    obj head;
    table *attributes;
} instance;

extern class vm_object_class;
extern class vm_type_class;
extern class vm_builtin_class;
extern class vm_method_class;
extern class vm_none_class;
extern class vm_not_implemented_class;
extern class vm_ellipsis_class;

/* Set up a builtin class.  `methods` end with a NULL name; may be NULL. */
void vm_class_start(class *cls, const char *name, class *base, size_t size,
                    const class_slots *slots, const builtin_def *methods);
/* class name(base): body...  `attributes` is taken.  NULL: exception pending. */
class *vm_class_new(str *name, str *qualname, value base, table *attributes);
bool vm_is_class(value v);
class *vm_class_of(value v);
bool vm_subclass(const class *cls, const class *base);
bool vm_isinstance(value v, const class *cls);
/* An attribute of the class or its bases, borrowed; false if there is none. */
bool vm_class_find(const class *cls, str *name, value *out);
/* A special method a class statement defined, bound to self; false if none.
 * Builtin behaviour is in the slots, so builtin classes are not searched. */
bool vm_special(value self, const char *name, value *out);
/* As above, and called.  1 called (result or VM_NULL in *out), 0 none. */
int vm_call_special(value self, const char *name, size_t count, const value *at, value *out);
void vm_call_finalizer(obj *o);

value vm_get_attr(value v, str *name);
/* 1 and *out, 0 if missing (nothing pending), -1. */
int vm_find_attr(value v, str *name, value *out);
int vm_set_attr(value v, str *name, value item);

value vm_builtin_new(const builtin_def *def, class *owner);
value vm_method_new(value function, value self);
value vm_not_implemented(void);
value vm_ellipsis(void);

/* The builtin classes, all of them. */
size_t vm_static_class_count(void);
class *vm_static_class(size_t i);

void vm_classes_start(void);
/* After vm_objects_free_all: what static class objects hold. */
void vm_classes_end(void);

#endif
