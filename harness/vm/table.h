/*
 * table.h - an insertion-ordered hash table from values to values.
 *
 * The body of dict and set, of namespaces and of instances.  Entries stand in
 * an array in order of insertion; a deleted one leaves a hole (key VM_NULL)
 * until the array is rebuilt.  Comparing keys may run the program's __eq__.
 */
#ifndef VM_TABLE_H
#define VM_TABLE_H

#include "value.h"

typedef struct table_entry {
    uint64_t hash;
    value key; /* VM_NULL: a hole */
    value item;
} table_entry;

struct table {
    size_t count;    /* entries that are no holes */
    size_t used;     /* entries, holes included */
    size_t capacity; /* of `entries` */
    table_entry *entries;
    uint32_t *index; /* slot -> entry number + 1; 0 free, UINT32_MAX deleted */
    size_t slots;    /* of `index`: a power of two */
};

table *vm_table_new(void);
void vm_table_free(table *t);
void vm_table_clear(table *t);
/* 1 and *out (borrowed), 0 if absent, -1 if the key cannot be hashed. */
int vm_table_get(table *t, value key, value *out);
/* Both are borrowed.  -1 if the key cannot be hashed. */
int vm_table_set(table *t, value key, value item);
/* 1 removed, 0 absent, -1. */
int vm_table_delete(table *t, value key);
/* Walk: *at starts at 0.  NULL at the end.  The entry is valid until the next change. */
table_entry *vm_table_next(const table *t, size_t *at);
void vm_table_visit(table *t, visitor visit, void *arg);

/* With a string as key nothing can fail. */
bool vm_table_get_str(table *t, str *key, value *out);
void vm_table_set_str(table *t, str *key, value item);
bool vm_table_delete_str(table *t, str *key);

#endif
