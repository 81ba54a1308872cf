/*
 * shard.h - one of several parts of a run, chosen by the ids of scenarios alone, so that
 * machines that know nothing of each other play each scenario once.
 */
#ifndef COMMAND_SHARD_H
#define COMMAND_SHARD_H

#include <stdbool.h>
#include <stddef.h>

typedef struct shard {
    unsigned index; /* from 1 */
    unsigned count; /* 0: the run has no parts */
} shard;

/* "2/4".  False where it is no such thing. */
bool shard_parse(const char *text, shard *out);
/*
 * What Bazel sets for a sharded test: TEST_TOTAL_SHARDS and TEST_SHARD_INDEX (from 0); the file
 * named by TEST_SHARD_STATUS_FILE is touched, which says that this was obeyed.
 * returns  0, or 2 with one line on standard error
 */
int shard_from_environment(shard *out);
/* FNV-1a, 32 bits, of the id, modulo the count. */
bool shard_holds(shard of, const char *id);

#endif
