/*
 * project.h - where things are: the checkout, and the folder this command was built in.
 *
 * The checkout is $AIOSPEC_HOME, or the nearest folder above the executable that
 * holds oracle/player.py.  Build outputs lie beside the executable (so that several
 * builds do not disturb each other), or in build/ where it was installed elsewhere.
 */
#ifndef COMMAND_PROJECT_H
#define COMMAND_PROJECT_H

#include <stdbool.h>

typedef struct project {
    char *root;       /* the checkout */
    char *build;      /* build outputs: libtimewarp.so, suite/ */
    char *executable; /* this program */
} project;

/* False, with one line on standard error, where the checkout cannot be found. */
bool project_find(project *found);
void project_free(project *found);

/* Release with free(). */
char *project_path(const project *of, const char *below_root);
/* libtimewarp.so beside the executable, else in ROOT/build; NULL where neither is. */
char *project_timewarp(const project *of);

#endif
