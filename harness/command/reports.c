/*
 * reports.c - see reports.h.
 */
#include "reports.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "formats.h"

static int cannot_write(const char *path)
{
    fprintf(stderr, "aiospec: cannot write the report to %s: %s\n", path, strerror(errno));
    return 2;
}

int reports_check(const options *with)
{
    for (size_t i = 0; i < with->report_count; i++) {
        const char *path = strchr(with->reports[i], ':') + 1;
        bool is_new = access(path, F_OK) != 0;
        FILE *file = fopen(path, "a");
        if (file == NULL)
            return cannot_write(path);
        fclose(file);
        if (is_new)
            unlink(path);
    }
    return 0;
}

int reports_save(const char *path, const char *text, size_t length)
{
    return files_replace(path, text, length) ? 0 : cannot_write(path);
}

int reports_write(const options *with, const json_t *lines)
{
    results_file results;
    int status = 0;
    if (with->report_count == 0)
        return 0;
    results_file_take(lines, &results);
    for (size_t i = 0; i < with->report_count; i++) {
        const char *colon = strchr(with->reports[i], ':');
        text_buffer text = {0};
        format_named(with->reports[i], (size_t)(colon - with->reports[i]))(&text, &results);
        if (reports_save(colon + 1, text.data, text.length) != 0)
            status = 2;
        text_free(&text);
    }
    results_file_free(&results);
    return status;
}
