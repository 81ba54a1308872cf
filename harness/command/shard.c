/*
 * shard.c - see shard.h.
 */
#include "shard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "trace_hash.h"

#define MOST_SHARDS 10000

/* Digits only, up to MOST_SHARDS; *end is what follows them. */
static bool parse_number(const char *text, const char **end, unsigned *out)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 5)
        return false;
    *out = (unsigned)strtoul(text, NULL, 10);
    *end = text + digits;
    return *out <= MOST_SHARDS;
}

bool shard_parse(const char *text, shard *out)
{
    const char *end;
    return parse_number(text, &end, &out->index) && *end == '/' &&
           parse_number(end + 1, &end, &out->count) && *end == '\0' && out->index >= 1 &&
           out->index <= out->count;
}

int shard_from_environment(shard *out)
{
    const char *total = getenv("TEST_TOTAL_SHARDS");
    const char *index = getenv("TEST_SHARD_INDEX");
    const char *status_file = getenv("TEST_SHARD_STATUS_FILE");
    const char *end;
    *out = (shard){0};
    if (total == NULL || *total == '\0')
        return 0;
    bool read = parse_number(total, &end, &out->count) && *end == '\0' && index != NULL &&
                parse_number(index, &end, &out->index) && *end == '\0' && out->index < out->count;
    if (!read) {
        fprintf(stderr, "aiospec run: TEST_TOTAL_SHARDS is '%s' and TEST_SHARD_INDEX '%s': no shard\n",
                total, index != NULL ? index : "");
        return 2;
    }
    out->index++;
    if (status_file == NULL || *status_file == '\0')
        return 0;
    int fd = open(status_file, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (fd >= 0) {
        futimens(fd, NULL);
        close(fd);
        return 0;
    }
    fprintf(stderr, "aiospec run: cannot touch TEST_SHARD_STATUS_FILE %s: %s\n", status_file,
            strerror(errno));
    return 2;
}

bool shard_holds(shard of, const char *id)
{
    return of.count == 0 || fnv_add(FNV_START, id, strlen(id)) % of.count == of.index - 1;
}
