/*
 * versions.c - see versions.h.
 */
#include "versions.h"

#include <ctype.h>
#include <stdlib.h>

/* Read a number of at most five digits; NULL where there is none. */
static const char *read_number(const char *at, int *out)
{
    int value = 0;
    const char *start = at;
    for (; isdigit((unsigned char)*at); at++) {
        if (at - start == 5)
            return NULL;
        value = value * 10 + (*at - '0');
    }
    *out = value;
    return at == start ? NULL : at;
}

bool versions_parse(const char *string, version *out)
{
    version read = {.patch = VERSIONS_ANY_PATCH};
    const char *at = read_number(string, &read.major);
    if (at == NULL || *at++ != '.')
        return false;
    at = read_number(at, &read.minor);
    if (at == NULL)
        return false;
    if (*at == '.') {
        at = read_number(at + 1, &read.patch);
        if (at == NULL)
            return false;
    }
    /* A pre-release or local part: a1, b2, rc3, +. */
    if (*at != '\0' && !isalpha((unsigned char)*at) && *at != '+')
        return false;
    *out = read;
    return true;
}

int versions_compare(version left, version right)
{
    if (left.major != right.major)
        return left.major < right.major ? -1 : 1;
    if (left.minor != right.minor)
        return left.minor < right.minor ? -1 : 1;
    return left.patch < right.patch ? -1 : left.patch > right.patch;
}

static bool same_series(version left, version right)
{
    return left.major == right.major && left.minor == right.minor;
}

size_t versions_graders(version target, const version *builds, size_t count, size_t graders[2])
{
    size_t below = count, above = count;
    for (size_t i = 0; i < count; i++) {
        int order = versions_compare(builds[i], target);
        if (order == 0) {
            graders[0] = i;
            return 1;
        }
        if (order < 0)
            below = i;
        else if (above == count)
            above = i;
    }
    size_t found = 0;
    bool above_is_near = above < count && same_series(builds[above], target);
    bool below_is_near = below < count && same_series(builds[below], target);
    if (below < count && (below_is_near || !above_is_near))
        graders[found++] = below;
    if (above_is_near)
        graders[found++] = above;
    return found;
}
