/*
 * versions.h - versions of CPython, and which recorded build grades which version.
 *
 * Mirrors oracle/versions.py.  Ranges of versions are resolved by the suite index:
 * here a golden block is a set of recorded builds.
 */
#ifndef COMMAND_VERSIONS_H
#define COMMAND_VERSIONS_H

#include <stdbool.h>
#include <stddef.h>

/* A patch number that no release reaches: what "3.12" stands for. */
#define VERSIONS_ANY_PATCH 1000000

typedef struct version {
    int major;
    int minor;
    int patch;
} version;

/* "3.12.1", "3.12" (its newest patch), "3.15.0rc1" (what follows the numbers is left
 * out).  False where it is none of these. */
bool versions_parse(const char *string, version *out);
int versions_compare(version left, version right);

/*
 * The recorded builds that grade `target`, any of which satisfies: itself; else its
 * neighbours in the same minor series; else the newest build below it.
 *
 * builds   `count` of them, oldest first
 * returns  how many indices of `builds` stand in `graders`: 0, 1 or 2
 */
size_t versions_graders(version target, const version *builds, size_t count, size_t graders[2]);

#endif
