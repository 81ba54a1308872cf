/*
 * command_report.c - `aiospec report`: results in another form.
 */
#include "commands.h"

#include <stdio.h>
#include <string.h>

#include "formats.h"
#include "reports.h"

int command_report(const project *in, const options *with)
{
    (void)in; /* results say all there is to know */
    if (with->word_count != 1) {
        fputs("aiospec report: which results? one FILE that `aiospec run --results` wrote\n", stderr);
        return EXIT_USAGE;
    }
    if (with->format == NULL) {
        fputs("aiospec report: which format? --format tap, tap13, junit, markdown, json or html\n", stderr);
        return EXIT_USAGE;
    }
    results_file results;
    if (results_file_load(with->words[0], &results) != 0)
        return EXIT_USAGE;
    text_buffer text = {0};
    format_named(with->format, strlen(with->format))(&text, &results);
    int status = EXIT_EXPECTED;
    if (with->output != NULL)
        status = reports_save(with->output, text.data, text.length);
    else
        fwrite(text.data, 1, text.length, stdout);
    text_free(&text);
    results_file_free(&results);
    return status;
}
