/*
 * text_methods.h - the methods of str and bytes.
 */
#ifndef VM_TEXT_METHODS_H
#define VM_TEXT_METHODS_H

#include "classes.h"
#include "exception.h"
#include "text.h"

extern const builtin_def vm_str_methods[];
extern const builtin_def vm_bytes_methods[];

/* `count` characters from character `start`. */
value vm_str_part(str *s, size_t start, size_t count);
/* Where `part` first is in `whole`, in bytes; -1 if nowhere. */
int64_t vm_find_bytes(const char *whole, size_t size, const char *part, size_t part_size);

#endif
