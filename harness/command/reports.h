/*
 * reports.h - reports of a run, made at its end: `--report FORMAT:FILE`.
 */
#ifndef COMMAND_REPORTS_H
#define COMMAND_REPORTS_H

#include <jansson.h>

#include "options.h"

/* Can all of them be written?  Asked before anything is played; what the files hold is kept.
 * 0, or 2 with one line on standard error. */
int reports_check(const options *with);
/* Write them.  `lines` are the objects of the results.  0, or 2 with one line for each that
 * could not be written. */
int reports_write(const options *with, const json_t *lines);

/* Write all of `text` to a file, which is replaced.  0, or 2 with one line on standard error. */
int reports_save(const char *path, const char *text, size_t length);

#endif
