/*
 * suite.c - see suite.h.
 */
#include "suite.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "files.h"
#include "process.h"
#include "text.h"
#include "trace_hash.h"

static const char *const level_names[] = {"documented", "defacto", "detail", "undefined"};

const char *suite_level_name(suite_level level)
{
    return level_names[level];
}

bool suite_parse_level(const char *name, suite_level *out)
{
    for (int i = SUITE_DOCUMENTED; i <= SUITE_UNDEFINED; i++) {
        if (strcmp(name, level_names[i]) == 0) {
            *out = (suite_level)i;
            return true;
        }
    }
    return false;
}

/* ---- Making the index ---- */

/* Is the index as it would be made now? */
static bool is_fresh(const project *from, const char *folder, const char *index)
{
    static const char *const scenarios[] = {".py", ".txt", NULL};
    static const char *const clauses[] = {".md", NULL};
    static const char *const sources[] = {".py", NULL};
    struct stat made;
    if (stat(index, &made) != 0)
        return false;
    char *spec = project_path(from, "spec");
    char *oracle = project_path(from, "oracle");
    bool fresh = !files_tree_newer(folder, scenarios, made.st_mtim) &&
                 !files_tree_newer(spec, clauses, made.st_mtim) &&
                 !files_tree_newer(oracle, sources, made.st_mtim);
    free(spec);
    free(oracle);
    return fresh;
}

/* Run oracle/suite.py.  Status 2 (broken files) is fine here: the index lists them. */
static int make_index(const project *from, const char *folder, const char *out)
{
    char *script = project_path(from, "oracle/suite.py");
    char *spec = project_path(from, "spec");
    char *arguments[] = {"python3", "-B", script, "--suite", (char *)folder, "--spec", spec,
                         "--out", (char *)out, NULL};
    char *said;
    int status = process_run(arguments, &said);
    int result = 0;
    if (status == 127) {
        fputs("aiospec: no python3 on PATH; it is needed to index the scenarios\n", stderr);
        result = 2;
    } else if (status != 0 && status != 2) {
        fprintf(stderr, "aiospec: %s failed with status %d:\n%s", script, status, said);
        result = 2;
    }
    free(said);
    free(script);
    free(spec);
    return result;
}

/* Several commands may find the index old at once: one makes it, the others wait. */
static int refresh(const project *from, const char *folder, const char *out, const char *index)
{
    if (!files_make_folders(out)) {
        fprintf(stderr, "aiospec: cannot make the folder %s: %s\n", out, strerror(errno));
        return 2;
    }
    char *lock_path = text_format("%s/.lock", out);
    int lock = open(lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    free(lock_path);
    if (lock < 0) {
        fprintf(stderr, "aiospec: cannot write in %s: %s\n", out, strerror(errno));
        return 2;
    }
    while (flock(lock, LOCK_EX) != 0 && errno == EINTR)
        continue;
    int result = 0;
    if (!is_fresh(from, folder, index)) {
        /* What changes while the index is being made must count as newer than it. */
        struct timespec began[2];
        clock_gettime(CLOCK_REALTIME, &began[0]);
        began[1] = began[0];
        result = make_index(from, folder, out);
        if (result == 0 && utimensat(AT_FDCWD, index, began, 0) != 0) {
            fprintf(stderr, "aiospec: oracle/suite.py made no %s\n", index);
            result = 2;
        }
    }
    close(lock);
    return result;
}

/* Where the index of a suite other than the project's is kept: a folder by its path. */
static char *index_folder(const project *from, const char *folder)
{
    char *usual = project_path(from, "conformance");
    char *usual_absolute = files_absolute(usual);
    bool is_usual = strcmp(usual_absolute, folder) == 0;
    free(usual);
    free(usual_absolute);
    if (is_usual)
        return text_format("%s/suite", from->build);
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (const char *at = folder; *at != '\0'; at++)
        hash = (hash ^ (unsigned char)*at) * UINT64_C(1099511628211);
    return text_format("%s/suites/%016llx", from->build, (unsigned long long)hash);
}

int suite_load(const project *from, const char *folder, suite *out)
{
    *out = (suite){0};
    char *given = folder != NULL ? text_copy(folder) : project_path(from, "conformance");
    struct stat status;
    if (stat(given, &status) != 0 || !S_ISDIR(status.st_mode)) {
        fprintf(stderr, "aiospec: there is no folder of scenarios %s\n", given);
        free(given);
        return 2;
    }
    char *absolute = files_absolute(given);
    char *made = index_folder(from, absolute);
    char *index = text_format("%s/suite.json", made);
    char *programs = text_format("%s/programs", made);

    int result = is_fresh(from, absolute, index) ? 0 : refresh(from, absolute, made, index);
    if (result == 0) {
        json_error_t error;
        json_t *json = json_load_file(index, 0, &error);
        if (json == NULL) {
            fprintf(stderr, "aiospec: %s:%d: %s; remove it and run again\n", index, error.line,
                    error.text);
            result = 2;
        } else {
            result = suite_parse(json, programs, out);
        }
    }
    free(given);
    free(absolute);
    free(made);
    free(index);
    free(programs);
    return result;
}

/* ---- Reading the index ---- */

static const char *string_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static const char **strings_of(const json_t *object, const char *key, size_t *count)
{
    const json_t *array = json_object_get(object, key);
    *count = json_array_size(array);
    const char **strings = text_alloc((*count + 1) * sizeof *strings);
    for (size_t i = 0; i < *count; i++) {
        const char *string = json_string_value(json_array_get(array, i));
        strings[i] = string != NULL ? string : "";
    }
    return strings;
}

static const char *intern_area(suite *in, const char *id)
{
    size_t length = strcspn(id, "/");
    for (size_t i = 0; i < in->area_count; i++) {
        if (strncmp(in->areas[i], id, length) == 0 && in->areas[i][length] == '\0')
            return in->areas[i];
    }
    in->areas = text_grow(in->areas, in->area_count + 1, sizeof *in->areas);
    in->areas[in->area_count] = text_copy_n(id, length);
    return in->areas[in->area_count++];
}

static bool read_lines(const json_t *lines, trace *out)
{
    size_t index;
    json_t *line;
    json_array_foreach(lines, index, line)
    {
        const char *ms = string_of(line, "ms");
        const char *group = string_of(line, "group");
        const char *text = string_of(line, "text");
        if (ms == NULL || group == NULL || text == NULL)
            return false;
        trace_append(out, ms, group, text);
    }
    return json_is_array(lines);
}

static bool read_golden(const json_t *block, const suite *in, suite_golden *out)
{
    out->versions = string_of(block, "versions");
    out->holds = text_alloc(in->build_count * sizeof *out->holds);
    size_t count;
    const char **names = strings_of(block, "builds", &count);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < in->build_count; j++) {
            if (strcmp(names[i], in->build_names[j]) == 0)
                out->holds[j] = true;
        }
    }
    free(names);
    return out->versions != NULL && read_lines(json_object_get(block, "lines"), &out->trace);
}

static bool read_scenario(const json_t *entry, const char *programs, suite *in, suite_scenario *out)
{
    const char *level = string_of(entry, "level");
    const char *file = string_of(entry, "file");
    const char *program = string_of(entry, "program");
    const json_t *blocks = json_object_get(entry, "blocks");
    out->id = string_of(entry, "id");
    out->doc = string_of(entry, "doc");
    out->needs = string_of(entry, "needs");
    out->clauses = strings_of(entry, "clauses", &out->clause_count);
    out->ops = strings_of(entry, "ops", &out->op_count);
    if (out->id == NULL || out->doc == NULL || file == NULL || level == NULL ||
        !suite_parse_level(level, &out->level))
        return false;
    if (out->needs == NULL)
        out->needs = "3.8";
    out->area = intern_area(in, out->id);
    out->file = text_format("%s/%s", in->folder, file);
    if (program != NULL)
        out->program = text_format("%s/%s", programs, program);
    out->goldens = text_alloc((json_array_size(blocks) + 1) * sizeof *out->goldens);
    for (; out->golden_count < json_array_size(blocks); out->golden_count++) {
        if (!read_golden(json_array_get(blocks, out->golden_count), in,
                         &out->goldens[out->golden_count])) {
            out->golden_count++; /* so that what was read of it is freed */
            return false;
        }
    }
    return true;
}

static bool read_builds(suite *in)
{
    in->build_names = strings_of(in->index, "builds", &in->build_count);
    in->builds = text_alloc((in->build_count + 1) * sizeof *in->builds);
    for (size_t i = 0; i < in->build_count; i++) {
        if (!versions_parse(in->build_names[i], &in->builds[i]))
            return false;
    }
    return true;
}

static int by_clause_id(const void *left, const void *right)
{
    return strcmp(((const suite_clause *)left)->id, ((const suite_clause *)right)->id);
}

static void read_clauses(suite *in)
{
    json_t *clauses = json_object_get(in->index, "clauses");
    in->clauses = text_alloc((json_object_size(clauses) + 1) * sizeof *in->clauses);
    const char *id;
    json_t *clause;
    json_object_foreach(clauses, id, clause)
    {
        in->clauses[in->clause_count++] = (suite_clause){
            .id = id,
            .text = string_of(clause, "text"),
            .level = string_of(clause, "level"),
            .look_at = string_of(clause, "look_at"),
            .file = string_of(clause, "file"),
            .line = (int)json_integer_value(json_object_get(clause, "line")),
        };
    }
    qsort(in->clauses, in->clause_count, sizeof *in->clauses, by_clause_id);
}

static void read_broken(suite *in)
{
    const json_t *broken = json_object_get(in->index, "broken");
    in->broken = text_alloc((json_array_size(broken) + 1) * sizeof *in->broken);
    size_t index;
    json_t *entry;
    json_array_foreach(broken, index, entry)
    {
        const char *id = string_of(entry, "id");
        const char *error = string_of(entry, "error");
        if (id != NULL && error != NULL)
            in->broken[in->broken_count++] = (suite_broken){.id = id, .error = error};
    }
}

int suite_parse(json_t *index, const char *programs, suite *out)
{
    *out = (suite){.index = index};
    const char *folder = string_of(index, "suite");
    const json_t *scenarios = json_object_get(index, "scenarios");
    if (json_integer_value(json_object_get(index, "format")) != 1) {
        fputs("aiospec: the suite index is not of format 1; remove it and run again\n", stderr);
        return 2;
    }
    bool read = folder != NULL && json_is_array(scenarios) && read_builds(out);
    if (read) {
        out->folder = text_copy(folder);
        out->scenarios = text_alloc((json_array_size(scenarios) + 1) * sizeof *out->scenarios);
    }
    for (size_t i = 0; read && i < json_array_size(scenarios); i++) {
        out->count = i + 1;
        read = read_scenario(json_array_get(scenarios, i), programs, out, &out->scenarios[i]);
    }
    if (!read) {
        fprintf(stderr, "aiospec: the suite index is damaged (scenario %zu); remove it and run again\n",
                out->count);
        return 2;
    }
    read_clauses(out);
    read_broken(out);
    return 0;
}

void suite_free(suite *of)
{
    for (size_t i = 0; i < of->count; i++) {
        suite_scenario *scenario = &of->scenarios[i];
        for (size_t j = 0; j < scenario->golden_count; j++) {
            free(scenario->goldens[j].holds);
            trace_free(&scenario->goldens[j].trace);
        }
        free(scenario->goldens);
        free(scenario->file);
        free(scenario->program);
        free(scenario->clauses);
        free(scenario->ops);
    }
    for (size_t i = 0; i < of->area_count; i++)
        free(of->areas[i]);
    free(of->areas);
    free(of->scenarios);
    free(of->clauses);
    free(of->broken);
    free(of->build_names);
    free(of->builds);
    free(of->folder);
    json_decref(of->index);
    *of = (suite){0};
}

static unsigned add_string(unsigned hash, const char *string)
{
    return fnv_add(hash, string, strlen(string) + 1);
}

unsigned suite_digest(const suite *of)
{
    unsigned hash = FNV_START;
    for (size_t i = 0; i < of->count; i++) {
        const suite_scenario *scenario = &of->scenarios[i];
        hash = add_string(hash, scenario->id);
        hash = add_string(hash, suite_level_name(scenario->level));
        for (size_t j = 0; j < scenario->golden_count; j++) {
            const suite_golden *golden = &scenario->goldens[j];
            hash = add_string(hash, golden->versions);
            for (size_t k = 0; k < golden->trace.count; k++) {
                const trace_line *line = &golden->trace.lines[k];
                hash = add_string(add_string(add_string(hash, line->ms), line->group), line->text);
            }
        }
    }
    return hash;
}

/* ---- Finding ---- */

const suite_scenario *suite_find(const suite *in, const char *id)
{
    for (size_t i = 0; i < in->count; i++) {
        if (strcmp(in->scenarios[i].id, id) == 0)
            return &in->scenarios[i];
    }
    return NULL;
}

const suite_clause *suite_find_clause(const suite *in, const char *id)
{
    suite_clause wanted = {.id = id};
    return bsearch(&wanted, in->clauses, in->clause_count, sizeof wanted, by_clause_id);
}

/* ".../conformance/READY/fifo.py" -> "READY/fifo"; anything else as it is. */
static char *pattern_of(const char *given)
{
    size_t length = strlen(given);
    if (length < 4 || strcmp(given + length - 3, ".py") != 0)
        return text_copy(given);
    const char *start = given + length;
    for (int slashes = 0; start > given; start--) {
        if (start[-1] == '/' && ++slashes == 2)
            break;
    }
    return text_copy_n(start, length - 3 - (size_t)(start - given));
}

bool suite_matches_id(const char *pattern, const char *id)
{
    char *plain = pattern_of(pattern);
    size_t area = strcspn(id, "/");
    bool matches = fnmatch(plain, id, 0) == 0 ||
                   (strlen(plain) == area && strncmp(plain, id, area) == 0);
    free(plain);
    return matches;
}

bool suite_matches(const suite_scenario *scenario, const char *pattern)
{
    if (suite_matches_id(pattern, scenario->id))
        return true;
    for (size_t i = 0; i < scenario->clause_count; i++) {
        if (fnmatch(pattern, scenario->clauses[i], 0) == 0)
            return true;
    }
    return false;
}

int suite_choose(const suite *in, char *const *patterns, size_t pattern_count, bool *chosen)
{
    for (size_t i = 0; i < in->count; i++)
        chosen[i] = pattern_count == 0;
    for (size_t p = 0; p < pattern_count; p++) {
        bool any = false;
        for (size_t i = 0; i < in->count; i++) {
            if (suite_matches(&in->scenarios[i], patterns[p]))
                chosen[i] = any = true;
        }
        /* A pattern that names a broken scenario matches: its own error says the rest. */
        for (size_t i = 0; i < in->broken_count && !any; i++)
            any = suite_matches_id(patterns[p], in->broken[i].id);
        if (!any) {
            fprintf(stderr, "aiospec: no scenario or clause matches '%s'; `aiospec list` shows all\n",
                    patterns[p]);
            return 2;
        }
    }
    return 0;
}
