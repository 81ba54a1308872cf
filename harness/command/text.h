/*
 * text.h - memory for a program that only prints: strings that grow.
 *
 * Memory that runs out ends the command with one line; nothing here returns
 * NULL.  The loops and their player never use this file's allocation.
 */
#ifndef COMMAND_TEXT_H
#define COMMAND_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* All of these exit with status 3 when memory is out.  Release with free(). */
void *text_alloc(size_t size); /* zeroed */
void *text_grow(void *memory, size_t count, size_t size);
char *text_copy(const char *string);
char *text_copy_n(const char *string, size_t length);
char *text_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A string that grows at its end; always NUL-terminated once it holds anything. */
typedef struct text_buffer {
    char *data;
    size_t length;
    size_t capacity;
} text_buffer;

void text_add(text_buffer *to, const char *string);
void text_add_n(text_buffer *to, const char *bytes, size_t length);
void text_addf(text_buffer *to, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_add_spaces(text_buffer *to, size_t count);
void text_clear(text_buffer *to); /* keeps the memory */
void text_free(text_buffer *to);

/* How many columns a UTF-8 string takes, one for each character. */
size_t text_columns(const char *string);
/* Append at most `columns` columns of `string`, ending in "..." where it is cut,
 * padded with blanks to exactly that width if `pad`. */
void text_add_columns(text_buffer *to, const char *string, size_t columns, bool pad);
/* Append `string` broken at blanks into lines of at most `columns`; each line but
 * the first begins with `indent` blanks.  No newline at the end. */
void text_add_wrapped(text_buffer *to, const char *string, size_t indent, size_t columns);
/* Quote for a POSIX shell, only where it needs it. */
void text_add_shell_word(text_buffer *to, const char *word);

#endif
