/*
 * formats.h - the forms in which results are reported (spec/formats.md, "Reports").
 *
 * A writer reads nothing but the results: a report can be made wherever that file is.
 */
#ifndef COMMAND_FORMATS_H
#define COMMAND_FORMATS_H

#include "results_file.h"
#include "text.h"

typedef void format_writer(text_buffer *to, const results_file *from);

format_writer format_tap, format_tap13, format_junit, format_markdown, format_json, format_html;

/* NULL where there is no such format. */
format_writer *format_named(const char *name, size_t length);

/* Append to XML or HTML, as text or between double quotes. */
void format_add_escaped(text_buffer *to, const char *text);

#endif
