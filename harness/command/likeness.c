/*
 * likeness.c - see likeness.h.
 */
#include "likeness.h"

#include <stdlib.h>
#include <string.h>

#include "files.h"

/* What the file says of one loop.  All strings are the file's. */
typedef struct wrong_loop {
    const char *name;
    const char *what;
    const char **failures;
    size_t count;
} wrong_loop;

typedef struct wrong_loops {
    char *text;
    wrong_loop *loops;
    size_t count;
} wrong_loops;

/* What the run says of one scenario. */
typedef enum outcome {
    NOT_GRADED,
    RIGHT,
    WRONG
} outcome;

/* ---- The file ---- */

static void add_loop(wrong_loops *to, char *line)
{
    char *what = strstr(line, ": ");
    if (what == NULL)
        return;
    *what = '\0';
    to->loops = text_grow(to->loops, to->count + 1, sizeof *to->loops);
    to->loops[to->count++] = (wrong_loop){.name = line, .what = what + 2};
}

static void add_failure(wrong_loops *to, const char *id)
{
    if (to->count == 0)
        return;
    wrong_loop *loop = &to->loops[to->count - 1];
    loop->failures = text_grow(loop->failures, loop->count + 1, sizeof *loop->failures);
    loop->failures[loop->count++] = id;
}

/* A loop is a line `NAME: WHAT`, and what it fails the indented lines below. */
static void read_loops(const suite *in, wrong_loops *out)
{
    *out = (wrong_loops){0};
    char *path = text_format("%s/wrong_loops.txt", in->folder);
    out->text = files_read(path, 0, NULL);
    free(path);
    char *rest = out->text;
    for (char *line = rest; line != NULL && *line != '\0'; line = rest) {
        rest = line + strcspn(line, "\n");
        if (*rest != '\0')
            *rest++ = '\0';
        if (*line == ' ')
            add_failure(out, line + strspn(line, " "));
        else if (*line != '#')
            add_loop(out, line);
    }
}

static void free_loops(wrong_loops *of)
{
    for (size_t i = 0; i < of->count; i++)
        free((void *)of->loops[i].failures);
    free(of->loops);
    free(of->text);
}

/* ---- Comparing ---- */

/* What is expected to fail is wrong all the same; what is open is not graded. */
static outcome outcome_of(const verdict_result *result)
{
    if (result->verdict == VERDICT_PASS || result->verdict == VERDICT_XPASS)
        return RIGHT;
    verdict_kind kind = verdict_kind_of(result->verdict);
    return kind == KIND_FAILED || kind == KIND_EXPECTED ? WRONG : NOT_GRADED;
}

static int by_id(const void *id, const void *result)
{
    return strcmp(id, ((const verdict_result *)result)->scenario->id);
}

static const verdict_result *find(const char *id, const verdict_result *results, size_t count)
{
    return bsearch(id, results, count, sizeof *results, by_id);
}

/* How many the run failed, of the scenarios that fail any wrong loop. */
static size_t count_wrong(const wrong_loops *all, const verdict_result *results, size_t count)
{
    size_t wrong = 0;
    bool *counted = text_alloc(count + 1);
    for (size_t i = 0; i < all->count; i++) {
        for (size_t j = 0; j < all->loops[i].count; j++) {
            const verdict_result *result = find(all->loops[i].failures[j], results, count);
            if (result == NULL || outcome_of(result) != WRONG || counted[result - results])
                continue;
            counted[result - results] = true;
            wrong++;
        }
    }
    free(counted);
    return wrong;
}

static likeness compare(const wrong_loop *with, const verdict_result *results, size_t count)
{
    likeness found = {0};
    for (size_t i = 0; i < with->count; i++) {
        const verdict_result *result = find(with->failures[i], results, count);
        outcome of = result != NULL ? outcome_of(result) : NOT_GRADED;
        found.its += of != NOT_GRADED;
        found.shared += of == WRONG;
    }
    return found;
}

/* Compares SHARED / UNION without a division. */
static bool is_closer(const likeness *one, const likeness *other)
{
    size_t left = one->shared * (other->its + other->others);
    size_t right = other->shared * (one->its + one->others);
    return left != right ? left > right : one->shared > other->shared;
}

likeness likeness_find(const suite *in, const verdict_result *results, size_t count)
{
    likeness best = {0};
    const wrong_loop *chosen = NULL;
    wrong_loops all;
    read_loops(in, &all);
    size_t wrong = count_wrong(&all, results, count);
    for (size_t i = 0; i < all.count; i++) {
        likeness now = compare(&all.loops[i], results, count);
        now.others = wrong - now.shared;
        /* Of a loop that is hardly looked at nothing can be said. */
        if (now.shared == 0 || 2 * now.its < all.loops[i].count ||
            2 * now.shared < now.its + now.others)
            continue;
        if (chosen == NULL || is_closer(&now, &best)) {
            best = now;
            chosen = &all.loops[i];
        }
    }
    if (chosen != NULL) {
        best.loop = text_copy(chosen->name);
        best.what = text_copy(chosen->what);
    }
    free_loops(&all);
    return best;
}

void likeness_free(likeness *of)
{
    free(of->loop);
    free(of->what);
    *of = (likeness){0};
}

/* ---- Telling ---- */

void likeness_add(const likeness *of, size_t columns, text_buffer *to)
{
    if (of->loop == NULL)
        return;
    char *what = text_format("%s: %s", of->loop, of->what);
    text_add(to, "\nBehaves like a loop that is wrong on purpose\n  ");
    text_add_wrapped(to, what, 2, columns);
    text_addf(to, "\n  %zu of its %zu failure%s %s here", of->shared, of->its,
              of->its == 1 ? "" : "s", of->shared == 1 ? "is" : "are");
    if (of->others > 0)
        text_addf(to, ", and %zu other%s", of->others, of->others == 1 ? "" : "s");
    text_addf(to, "; harness/tests/wrong_loops/%s.py\n", of->loop);
    free(what);
}

json_t *likeness_json(const likeness *of)
{
    if (of->loop == NULL)
        return json_null();
    return json_pack("{s:s, s:s, s:I, s:I, s:I}", "loop", of->loop, "what", of->what, "failures",
                     (json_int_t)of->its, "shared", (json_int_t)of->shared, "others",
                     (json_int_t)of->others);
}
