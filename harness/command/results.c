/*
 * results.c - see results.h.
 */
#include "results.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "text.h"
#include "trace_hash.h"

int results_open(const char *path, results *out)
{
    *out = (results){.path = path, .fd = -1};
    if (path == NULL)
        return 0;
    out->is_new = access(path, F_OK) != 0;
    out->fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (out->fd >= 0)
        return 0;
    fprintf(stderr, "aiospec: cannot write the results to %s: %s\n", path, strerror(errno));
    return 2;
}

/* Write one object as a line, at once.  `object` is taken. */
static void write_line(results *to, json_t *object)
{
    if (to->kept != NULL)
        json_array_append(to->kept, object);
    char *line = to->fd >= 0 && !to->failed ? json_dumps(object, JSON_COMPACT | JSON_REAL_PRECISION(10)) : NULL;
    json_decref(object);
    if (line == NULL)
        return;
    size_t length = strlen(line);
    line[length++] = '\n'; /* in the place of its NUL */
    for (size_t wrote = 0; wrote < length;) {
        ssize_t now = write(to->fd, line + wrote, length - wrote);
        if (now < 0 && errno == EINTR)
            continue;
        if (now < 0) {
            fprintf(stderr, "aiospec: cannot write the results to %s: %s\n", to->path,
                    strerror(errno));
            to->failed = true;
            break;
        }
        wrote += (size_t)now;
    }
    free(line);
}

void results_begin(results *to, json_t *header)
{
    /* Fails for a pipe, where there is nothing to cut. */
    if (to->fd >= 0 && ftruncate(to->fd, 0) != 0 && errno != EINVAL) {
        fprintf(stderr, "aiospec: cannot write the results to %s: %s\n", to->path, strerror(errno));
        to->failed = true;
    }
    write_line(to, header);
}

/* A text that a scenario logged may be no UTF-8; what is not becomes "?". */
static json_t *any_string(const char *bytes)
{
    json_t *string = json_string(bytes);
    if (string != NULL)
        return string;
    char *plain = text_copy(bytes);
    for (char *at = plain; *at != '\0'; at++) {
        if ((unsigned char)*at >= 0x80)
            *at = '?';
    }
    string = json_string(plain);
    free(plain);
    return string;
}

static json_t *lines_of(const trace *from)
{
    json_t *array = json_array();
    text_buffer line = {0};
    for (size_t i = 0; i < from->count; i++) {
        text_clear(&line);
        trace_write_line(&line, &from->lines[i]);
        json_array_append_new(array, any_string(line.data + strspn(line.data, " ")));
    }
    text_free(&line);
    return array;
}

static json_t *waits_of(const verdict_play *play)
{
    const struct timewarp_page *page = &play->page;
    if (!play->played || !play->is_virtual)
        return json_null();
    return json_pack("{s:I, s:I, s:I, s:I, s:I, s:f}", "count", (json_int_t)page->waits, "zero",
                     (json_int_t)page->waits_zero, "forever", (json_int_t)page->waits_forever,
                     "empty", (json_int_t)page->waits_empty, "jumps", (json_int_t)page->jumps,
                     "jumped_ms", (double)page->jumped_ns / 1e6);
}

void results_add(results *to, const verdict_result *result)
{
    const suite_scenario *scenario = result->scenario;
    to->verdicts[result->verdict]++;
    to->kinds[verdict_kind_of(result->verdict)]++;
    if (to->fd < 0 && to->kept == NULL)
        return;
    json_t *clauses = json_array();
    for (size_t i = 0; i < scenario->clause_count; i++)
        json_array_append_new(clauses, json_string(scenario->clauses[i]));
    bool compared = result->expected != NULL;
    json_t *object = json_pack(
        "{s:s, s:o, s:s, s:s, s:o, s:o, s:o, s:f}", "id", scenario->id, "clauses", clauses, "level",
        suite_level_name(scenario->level), "verdict", verdict_name(result->verdict), "expected",
        compared ? lines_of(&result->expected->trace) : json_null(), "actual",
        result->play.played ? lines_of(&result->record.trace) : json_null(), "waits",
        waits_of(&result->play), "seconds", result->play.seconds);
    if (result->reason != NULL)
        json_object_set_new(object, "reason", any_string(result->reason));
    if (result->verdict != VERDICT_PASS && scenario->clause_count > 0) {
        const suite_clause *first = suite_find_clause(to->suite, scenario->clauses[0]);
        if (first != NULL && first->text != NULL)
            json_object_set_new(object, "sentence", any_string(first->text));
    }
    if (result->play.played) {
        char hash[TRACE_HASH_SIZE];
        trace_hash(&result->record.trace, result->record.raised, hash);
        json_object_set_new(object, "hash", json_string(hash));
    }
    if (result->deviation != NULL) {
        json_object_set_new(object, "deviation", any_string(result->deviation));
        json_object_set_new(object, "outcome", json_string(verdict_name(result->outcome)));
    }
    write_line(to, object);
}

bool results_end(results *to, json_t *extra)
{
    const size_t *kinds = to->kinds;
    json_t *footer = json_pack(
        "{s:b, s:I, s:I, s:I, s:I, s:I}", "footer", 1, "passed", (json_int_t)kinds[KIND_PASSED],
        "failed", (json_int_t)kinds[KIND_FAILED], "expected", (json_int_t)kinds[KIND_EXPECTED],
        "open", (json_int_t)kinds[KIND_OPEN], "skipped", (json_int_t)kinds[KIND_SKIPPED]);
    json_t *counts = json_object();
    for (int i = 0; i < VERDICT_COUNT; i++) {
        if (to->verdicts[i] > 0)
            json_object_set_new(counts, verdict_name((verdict)i),
                                json_integer((json_int_t)to->verdicts[i]));
    }
    json_object_set_new(footer, "verdicts", counts);
    json_object_update(footer, extra);
    json_decref(extra);
    write_line(to, footer);
    if (to->fd >= 0 && close(to->fd) != 0 && !to->failed) {
        fprintf(stderr, "aiospec: cannot write the results to %s: %s\n", to->path, strerror(errno));
        to->failed = true;
    }
    to->fd = -1;
    return !to->failed;
}

void results_abandon(results *of)
{
    json_decref(of->kept);
    of->kept = NULL;
    if (of->fd < 0)
        return;
    close(of->fd);
    of->fd = -1;
    if (of->is_new)
        unlink(of->path);
}
