/*
 * container_methods.h - the methods of list, tuple, dict and set.
 */
#ifndef VM_CONTAINER_METHODS_H
#define VM_CONTAINER_METHODS_H

#include "classes.h"
#include "containers.h"

extern const builtin_def vm_list_methods[];
extern const builtin_def vm_tuple_methods[];
extern const builtin_def vm_dict_methods[];
extern const builtin_def vm_set_methods[];

/* Replace `count` items from `from` by those of `with` (NULL: none). */
void vm_list_splice(list *l, size_t from, size_t count, const list *with);
/* 'k' keys, 'v' values, 'i' items. */
value vm_dict_view(value d, char what);
/* Walks a list, tuple or range backwards. */
value vm_reversed(value v);
/* Add everything `from` yields: 0, -1. */
int vm_set_extend(dict *set, value from);
/* Set operators | & - ^; VM_NULL with nothing pending: not two sets. */
value vm_set_operator(const char *op, value a, value b);

#endif
