/*
 * trace_hash.c - see trace_hash.h; spec/formats.md, "Results", says what is hashed.
 */
#include "trace_hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

unsigned fnv_add(unsigned hash, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash;
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The lines as the results hold them, those of one group sorted.  Caller frees. */
static char **sorted_lines(const trace *of)
{
    char **lines = text_alloc((of->count + 1) * sizeof *lines);
    text_buffer line = {0};
    for (size_t i = 0; i < of->count; i++) {
        text_clear(&line);
        trace_write_line(&line, &of->lines[i]);
        lines[i] = text_copy(line.data + strspn(line.data, " "));
    }
    text_free(&line);
    for (size_t start = 0, end; start < of->count; start = end) {
        const char *group = of->lines[start].group;
        end = start + 1;
        while (*group != '\0' && end < of->count && strcmp(of->lines[end].group, group) == 0)
            end++;
        qsort(lines + start, end - start, sizeof *lines, by_text);
    }
    return lines;
}

void trace_hash(const trace *of, const char *raised, char out[TRACE_HASH_SIZE])
{
    unsigned hash = FNV_START;
    char **lines = sorted_lines(of);
    for (size_t i = 0; i < of->count; i++) {
        hash = fnv_add(hash, lines[i], strlen(lines[i]));
        hash = fnv_add(hash, "\n", 1);
        free(lines[i]);
    }
    free(lines);
    if (raised != NULL)
        hash = fnv_add(hash, raised, strlen(raised));
    snprintf(out, TRACE_HASH_SIZE, "%08x", hash);
}
