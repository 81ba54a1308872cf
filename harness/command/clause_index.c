/*
 * clause_index.c - see clause_index.h.
 */
#include "clause_index.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "process.h"
#include "text.h"

enum { FORMAT = 1 };

/* What the program said besides the index: it comes ahead of it, or instead of it. */
static const char *find_index(const char *said)
{
    const char *found = strncmp(said, "{\"format\"", 9) == 0 ? said : strstr(said, "\n{\"format\"");
    return found != NULL && *found == '\n' ? found + 1 : found;
}

int clause_index_load(const project *from, const char *suite, clause_index *out)
{
    *out = (clause_index){0};
    char *script = project_path(from, "oracle/traceability.py");
    char *usual = project_path(from, "conformance");
    char *arguments[] = {"python3", "-B", script, "--json", "--suite",
                         suite != NULL ? (char *)suite : usual, NULL};
    char *said;
    int status = process_run(arguments, &said);
    const char *index = find_index(said);
    json_error_t error;
    json_t *json = index != NULL ? json_loads(index, JSON_DISABLE_EOF_CHECK, &error) : NULL;
    json_t *all = json_object_get(json, "clauses");
    int result = 0;
    if (status == 127) {
        fputs("aiospec: no python3 on PATH; it is needed to read the clauses\n", stderr);
        result = 2;
    } else if (!json_is_array(all) ||
               json_integer_value(json_object_get(json, "format")) != FORMAT) {
        fprintf(stderr, "aiospec: %s failed with status %d:\n%s", script, status, said);
        result = 2;
    } else {
        fwrite(said, 1, (size_t)(index - said), stderr);
        *out = (clause_index){.all = json_incref(all), .broken = status != 0};
    }
    json_decref(json);
    free(said);
    free(script);
    free(usual);
    return result;
}

void clause_index_free(clause_index *of)
{
    json_decref(of->all);
    *of = (clause_index){0};
}

const char *clause_string(const json_t *clause, const char *key)
{
    const char *string = json_string_value(json_object_get(clause, key));
    return string != NULL ? string : "";
}

static bool matches(const char *pattern, const char *id)
{
    size_t area = strcspn(id, "-");
    return fnmatch(pattern, id, 0) == 0 ||
           (strlen(pattern) == area && strncmp(pattern, id, area) == 0);
}

int clause_index_choose(const clause_index *in, char *const *patterns, size_t count, bool *chosen)
{
    size_t total = json_array_size(in->all);
    for (size_t i = 0; i < total; i++)
        chosen[i] = count == 0;
    for (size_t i = 0; i < count; i++) {
        bool any = false;
        for (size_t j = 0; j < total; j++) {
            if (matches(patterns[i], clause_string(json_array_get(in->all, j), "id")))
                chosen[j] = any = true;
        }
        if (!any) {
            fprintf(stderr, "aiospec: no clause matches '%s'; `aiospec clauses` lists them\n",
                    patterns[i]);
            return 2;
        }
    }
    return 0;
}
