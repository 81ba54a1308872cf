/*
 * files.h - whole files, paths, and the folder of one run's temporary files.
 */
#ifndef COMMAND_FILES_H
#define COMMAND_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* The whole file, NUL-terminated; at most `limit` bytes of it (0: all).  NULL and
 * errno where it cannot be read.  *size may be NULL.  Caller frees. */
char *files_read(const char *path, size_t limit, size_t *size);
/* Make `bytes` all that the file holds, at once or not at all (a device or a pipe is just
 * written to).  Keeps its mode, and a symbolic link to it.  False and errno where it fails. */
bool files_replace(const char *path, const char *bytes, size_t length);
bool files_exists(const char *path);
/* mkdir -p.  False and errno where it fails. */
bool files_make_folders(const char *path);
/* rm -r, as far as it goes; never follows a symbolic link. */
void files_remove_tree(const char *path);
/* A new empty folder of our own in $TMPDIR, else /dev/shm or /tmp; NULL and errno.
 * Caller frees. */
char *files_temporary_folder(void);
/* The path without "." and symbolic links; the path itself where it does not exist. */
char *files_absolute(const char *path);
/* Is anything in the tree at `path`, the folders themselves included, as new as
 * `than` or newer?  Looks at files that end in one of the NULL-terminated `suffixes`. */
bool files_tree_newer(const char *path, const char *const *suffixes, struct timespec than);
/* The program `name` on PATH, or `name` itself if it holds a slash; NULL if there is none. */
char *files_find_program(const char *name);

#endif
