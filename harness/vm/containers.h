/*
 * containers.h - list, tuple, dict, set, range, slice and their iterators.
 */
#ifndef VM_CONTAINERS_H
#define VM_CONTAINERS_H

#include "table.h"
#include "value.h"

typedef struct list {
    obj head;
    size_t count;
    size_t capacity;
    value *at;
} list;

typedef struct tuple {
    obj head;
    size_t count;
    value at[];
} tuple;

/* Both dict and set (whose items are None). */
typedef struct dict {
    obj head;
    table *table;
} dict;

typedef struct range {
    obj head;
    int64_t start, stop, step;
} range;

typedef struct slice {
    obj head;
    value start, stop, step;
} slice;

extern class vm_list_class;
extern class vm_tuple_class;
extern class vm_dict_class;
extern class vm_set_class;
extern class vm_range_class;
extern class vm_slice_class;

list *vm_list_new(size_t capacity);
void vm_list_append(list *l, value item);     /* item borrowed */
void vm_list_append_taken(list *l, value item);
/* Append everything `from` yields: 0, -1. */
int vm_list_extend(list *l, value from);
/* A new list of what `from` yields; NULL: exception. */
list *vm_list_from(value from);
/* Contents borrowed / taken over. */
tuple *vm_tuple_new(size_t count, const value *at);
tuple *vm_tuple_taken(size_t count, const value *at);
value vm_tuple_from_list(list *l);
dict *vm_dict_new(void);
dict *vm_set_new(void);
/* dict.update(from) without keywords: 0, -1. */
int vm_dict_update(dict *d, value from);
int vm_dict_set_text(dict *d, const char *key, value item); /* item taken */
/* Sort in place: 0, -1.  `key` VM_NULL or None: none. */
int vm_sort(list *l, value key, bool reverse);
/* Where the slice begins, its step, and how many items it takes of `length`: 0, -1. */
int vm_slice_place(slice *s, size_t length, int64_t *start, int64_t *step, size_t *count);
/* An index into `length` items, negative ones from the end; -1: exception naming `what`. */
int64_t vm_index(value key, size_t length, const char *what);

void vm_container_classes(void);

#endif
