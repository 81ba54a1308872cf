/*
 * card.h - a fingerprint: what one target does where the manual leaves it open.
 *
 * A card is a list of traits, each with the value that a scenario's trace gives and the
 * value that CPython's golden gives, and no verdict.  It lives as JSON (spec/formats.md,
 * "Fingerprints"), so one that was just made and one from a file are the same thing.
 */
#ifndef COMMAND_CARD_H
#define COMMAND_CARD_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "suite.h"
#include "text.h"
#include "verdict.h"

#define CARD_FORMAT 1 /* of the JSON */

/* How a value is made of a trace. */
typedef enum card_reading {
    CARD_TEXTS, /* all texts, in their order */
    CARD_GROUP, /* only texts of groups, in the order really seen */
    CARD_TIMES, /* all texts, each with its time */
    CARD_WAITS  /* what the virtual clock counted; goldens do not hold it */
} card_reading;

/* One line of the list. */
typedef struct card_trait {
    char *name;
    suite_scenario scenario; /* a copy that is documented: nothing is pardoned */
    card_reading reading;
} card_trait;

typedef struct card_list {
    card_trait *traits;
    size_t count;
} card_list;

/*
 * Read fingerprint.txt in the suite's folder.
 * returns  0, or 2 with one line on standard error
 */
int card_list_load(const suite *in, card_list *out);
/* The same from memory: `text` is taken and changed, `path` is for the messages. */
int card_list_parse(const suite *in, const char *path, char *text, card_list *out);
void card_list_free(card_list *of);

/* A trait's part of a card, from the result of its scenario.  Caller decrefs. */
json_t *card_read(const card_trait *trait, const verdict_result *result);

/*
 * Read cards from a file, as --json writes them, and append them to the array.
 * returns  0, or 2 with one line on standard error
 */
int card_load(const char *path, json_t *cards);

/* Append one card in words. */
void card_write(text_buffer *to, const json_t *card);
/* Append several cards side by side: what all agree on in one line. */
void card_compare(text_buffer *to, const json_t *cards);

#endif
