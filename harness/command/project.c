/*
 * project.c - see project.h.
 */
#include "project.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "text.h"

static char *own_executable(void)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    return length > 0 ? text_copy_n(path, (size_t)length) : NULL;
}

/* Cut the last component off; false where only the root is left. */
static bool to_parent(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash == NULL || slash == path)
        return false;
    *slash = '\0';
    return true;
}

static bool holds_project(const char *folder)
{
    char *mark = text_format("%s/oracle/player.py", folder);
    bool holds = files_exists(mark);
    free(mark);
    return holds;
}

static char *root_above(const char *executable)
{
    char *folder = text_copy(executable);
    while (to_parent(folder)) {
        if (holds_project(folder))
            return folder;
    }
    free(folder);
    return NULL;
}

static bool is_below(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && path[length] == '/';
}

bool project_find(project *found)
{
    *found = (project){.executable = own_executable()};
    const char *home = getenv("AIOSPEC_HOME");
    if (home != NULL && *home != '\0') {
        if (!holds_project(home)) {
            fprintf(stderr, "aiospec: AIOSPEC_HOME is %s, but there is no oracle/player.py in it\n",
                    home);
            return false;
        }
        found->root = files_absolute(home);
    } else if (found->executable != NULL) {
        found->root = root_above(found->executable);
    }
    if (found->root == NULL || found->executable == NULL) {
        fputs("aiospec: cannot find the project's files; set AIOSPEC_HOME to its checkout\n", stderr);
        return false;
    }
    if (is_below(found->executable, found->root)) {
        found->build = text_copy(found->executable);
        to_parent(found->build);
    } else {
        found->build = project_path(found, "build");
    }
    return true;
}

void project_free(project *found)
{
    free(found->root);
    free(found->build);
    free(found->executable);
    *found = (project){0};
}

char *project_path(const project *of, const char *below_root)
{
    return text_format("%s/%s", of->root, below_root);
}

char *project_timewarp(const project *of)
{
    char *beside = text_format("%s/libtimewarp.so", of->build);
    if (files_exists(beside))
        return beside;
    free(beside);
    char *usual = project_path(of, "build/libtimewarp.so");
    if (files_exists(usual))
        return usual;
    free(usual);
    return NULL;
}
