/*
 * text.c - see text.h.
 */
#include "text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void out_of_memory(void)
{
    fputs("aiospec: out of memory\n", stderr);
    exit(3);
}

void *text_alloc(size_t size)
{
    void *memory = calloc(1, size > 0 ? size : 1);
    if (memory == NULL)
        out_of_memory();
    return memory;
}

void *text_grow(void *memory, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        out_of_memory();
    size_t bytes = count * size;
    void *bigger = realloc(memory, bytes > 0 ? bytes : 1);
    if (bigger == NULL)
        out_of_memory();
    return bigger;
}

char *text_copy_n(const char *string, size_t length)
{
    char *copy = text_alloc(length + 1);
    memcpy(copy, string, length);
    return copy;
}

char *text_copy(const char *string)
{
    return text_copy_n(string, strlen(string));
}

static void add_formatted(text_buffer *to, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

static void reserve(text_buffer *to, size_t more)
{
    size_t wanted = to->length + more + 1;
    if (wanted <= to->capacity)
        return;
    size_t capacity = to->capacity < 64 ? 64 : to->capacity;
    while (capacity < wanted)
        capacity *= 2;
    to->data = text_grow(to->data, capacity, 1);
    to->capacity = capacity;
}

static void add_formatted(text_buffer *to, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length < 0)
        out_of_memory();
    reserve(to, (size_t)length);
    vsnprintf(to->data + to->length, (size_t)length + 1, format, again);
    to->length += (size_t)length;
    va_end(again);
}

char *text_format(const char *format, ...)
{
    text_buffer made = {0};
    va_list arguments;
    va_start(arguments, format);
    add_formatted(&made, format, arguments);
    va_end(arguments);
    return made.data;
}

void text_add_n(text_buffer *to, const char *bytes, size_t length)
{
    reserve(to, length);
    memcpy(to->data + to->length, bytes, length);
    to->length += length;
    to->data[to->length] = '\0';
}

void text_add(text_buffer *to, const char *string)
{
    text_add_n(to, string, strlen(string));
}

void text_addf(text_buffer *to, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_formatted(to, format, arguments);
    va_end(arguments);
}

void text_add_spaces(text_buffer *to, size_t count)
{
    reserve(to, count);
    memset(to->data + to->length, ' ', count);
    to->length += count;
    to->data[to->length] = '\0';
}

void text_clear(text_buffer *to)
{
    to->length = 0;
    if (to->data != NULL)
        to->data[0] = '\0';
}

void text_free(text_buffer *to)
{
    free(to->data);
    *to = (text_buffer){0};
}

/* A byte that continues a UTF-8 character takes no column of its own. */
static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

size_t text_columns(const char *string)
{
    size_t columns = 0;
    for (const char *at = string; *at != '\0'; at++)
        columns += !continues(*at);
    return columns;
}

/* The bytes that the first `columns` characters of `string` take. */
static size_t bytes_of_columns(const char *string, size_t columns)
{
    const char *at = string;
    while (*at != '\0' && (columns > 0 || continues(*at))) {
        if (!continues(*at))
            columns--;
        at++;
    }
    return (size_t)(at - string);
}

void text_add_columns(text_buffer *to, const char *string, size_t columns, bool pad)
{
    size_t needed = text_columns(string);
    if (needed <= columns) {
        text_add(to, string);
        if (pad)
            text_add_spaces(to, columns - needed);
        return;
    }
    size_t kept = columns > 3 ? columns - 3 : 0;
    text_add_n(to, string, bytes_of_columns(string, kept));
    text_add_n(to, "...", columns - kept);
}

void text_add_wrapped(text_buffer *to, const char *string, size_t indent, size_t columns)
{
    size_t used = 0;
    for (const char *at = string; *at != '\0';) {
        size_t word = strcspn(at, " \n");
        if (word > 0) {
            if (used > 0 && used + 1 + word > columns) {
                text_add(to, "\n");
                text_add_spaces(to, indent);
                used = 0;
            }
            if (used > 0) {
                text_add(to, " ");
                used++;
            }
            text_add_n(to, at, word);
            used += word;
            at += word;
        }
        at += strspn(at, " \n");
    }
}

void text_add_shell_word(text_buffer *to, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789_-./:=@%+,";
    if (*word != '\0' && word[strspn(word, plain)] == '\0') {
        text_add(to, word);
        return;
    }
    text_add(to, "'");
    for (const char *at = word; *at != '\0'; at++) {
        if (*at == '\'')
            text_add(to, "'\\''");
        else
            text_add_n(to, at, 1);
    }
    text_add(to, "'");
}
