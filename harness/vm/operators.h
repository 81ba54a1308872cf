/*
 * operators.h - what Python's operators do with any two values.
 */
#ifndef VM_OPERATORS_H
#define VM_OPERATORS_H

#include "value.h"

/* bool(v): 1, 0, -1. */
int vm_truth(value v);
/* a == b: 1, 0, -1.  Identity is not looked at. */
int vm_equal(value a, value b);
/* a op b for == != < <= > >= in not-in is is-not. */
value vm_compare(const char *op, value a, value b);
/* a < b and so on, as a truth value: 1, 0, -1. */
int vm_order(const char *op, value a, value b);
/* a == b or a is b, as containers compare: 1, 0, -1. */
int vm_same_or_equal(value a, value b);
int vm_hash(value v, uint64_t *out);
value vm_binary(const char *op, value a, value b);
/* a op= b; lists and sets change in place. */
value vm_inplace(const char *op, value a, value b);
value vm_unary(const char *op, value a);
value vm_repr(value v);
value vm_str(value v);
int64_t vm_length(value v);
value vm_get_item(value v, value key);
int vm_set_item(value v, value key, value item);
int vm_contains(value container, value item);
value vm_iter(value v);
/* 1 and *out, 0 at the end, -1. */
int vm_next(value iterator, value *out);
/* Calls within calls; one more is a RecursionError. */
enum { VM_DEEPEST_CALL = 900 };
value vm_call(value callable, const args *a);
value vm_call_values(value callable, size_t count, const value *at);
bool vm_callable(value v);
/* An int or bool as int64; false with TypeError pending (naming `what`). */
bool vm_to_int(value v, const char *what, int64_t *out);
/* An int, bool or float as double; false, and nothing pending, for others. */
bool vm_to_double(value v, double *out);
const char *vm_type_name(value v);

#endif
