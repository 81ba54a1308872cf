/*
 * text.h - str and bytes, and Python's way of writing floats.
 *
 * A str is UTF-8 with its length in characters kept beside it; positions are
 * characters, as in Python.  Names that programs use are interned: vm_name.
 */
#ifndef VM_TEXT_H
#define VM_TEXT_H

#include "value.h"

struct str {
    obj head;
    size_t size;   /* bytes */
    size_t length; /* characters */
    uint64_t hash;
    char text[];   /* ends with a NUL that does not count */
};

typedef struct bytes {
    obj head;
    size_t size;
    unsigned char data[];
} bytes;

/* A growing text under construction. */
typedef struct text_buffer {
    char *text;
    size_t size;
    size_t capacity;
} text_buffer;

extern class vm_str_class;
extern class vm_bytes_class;

/* Invalid UTF-8 becomes '?'. */
str *vm_str_new(const char *text, size_t size);
str *vm_str_from(const char *text);
/* The one str object for that text; borrowed, lives as long as the machine. */
str *vm_name(const char *text);
value vm_text(const char *text);
value vm_textf(const char *format, ...) __attribute__((format(printf, 1, 2)));
bool vm_is_str(value v);
static inline str *vm_as_str(value v) { return (str *)v.as.o; }
/* The text of a str; NULL for any other value. */
const char *vm_c_string(value v);
bool vm_str_is(value v, const char *text);
value vm_bytes_new(const void *data, size_t size);

void vm_buffer_add(text_buffer *b, const char *text, size_t size);
void vm_buffer_text(text_buffer *b, const char *text);
void vm_buffer_char(text_buffer *b, char c);
/* The text as a str; frees the buffer. */
value vm_buffer_finish(text_buffer *b);
void vm_buffer_free(text_buffer *b);

/* repr(float): the shortest text that reads back the same. */
void vm_float_repr(double f, char out[40]);
/* format(v, spec); VM_NULL with a pending exception for a bad spec. */
value vm_format(value v, const char *spec);
/* "text" % args. */
value vm_percent(str *format, value arguments);

void vm_text_classes(void);
void vm_text_end(void);

#endif
