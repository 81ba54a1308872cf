/*
 * card.c - see card.h.
 */
#include "card.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"

/* Columns of the printed card: the trait's name, what became of it, its value. */
enum { WIDTH = 100, NAME = 20, STATUS = 13, VALUE = 2 + NAME + STATUS };

static const char *const reading_names[] = {"texts", "group", "times", "waits"};
#define READINGS (sizeof reading_names / sizeof *reading_names)

/* ---- The list of traits ---- */

/* One line without its comment: TRAIT SCENARIO READING.  What is wrong with it, or NULL. */
static char *parse_line(const suite *in, char *line, card_list *out)
{
    char *words[4] = {0};
    size_t count = 0;
    for (char *rest, *word = strtok_r(line, " \t\r", &rest); word != NULL;
         word = strtok_r(NULL, " \t\r", &rest)) {
        if (count < 4)
            words[count++] = word;
    }
    if (count != 3)
        return text_copy("expected TRAIT SCENARIO READING");
    const char *dot = strchr(words[0], '.');
    if (dot == NULL || dot == words[0] || dot[1] == '\0')
        return text_format("%s: a trait is GROUP.NAME", words[0]);
    for (size_t i = 0; i < out->count; i++) {
        if (strcmp(out->traits[i].name, words[0]) == 0)
            return text_format("%s is there already", words[0]);
    }
    const suite_scenario *scenario = suite_find(in, words[1]);
    if (scenario == NULL)
        return text_format("there is no scenario %s", words[1]);
    size_t reading = 0;
    while (reading < READINGS && strcmp(reading_names[reading], words[2]) != 0)
        reading++;
    if (reading == READINGS)
        return text_format("%s: a reading is texts, group, times or waits", words[2]);

    card_trait *trait = &out->traits[out->count++];
    *trait = (card_trait){.name = text_copy(words[0]), .scenario = *scenario,
                          .reading = (card_reading)reading};
    trait->scenario.level = SUITE_DOCUMENTED;
    return NULL;
}

int card_list_parse(const suite *in, const char *path, char *text, card_list *out)
{
    size_t lines = 1;
    for (const char *at = text; *at != '\0'; at++)
        lines += *at == '\n';
    *out = (card_list){.traits = text_alloc(lines * sizeof *out->traits)};
    char *wrong = NULL;
    int number = 0;
    for (char *line = text; line != NULL && wrong == NULL;) {
        char *newline = strchr(line, '\n');
        if (newline != NULL)
            *newline = '\0';
        number++;
        line[strcspn(line, "#")] = '\0';
        if (line[strspn(line, " \t\r")] != '\0')
            wrong = parse_line(in, line, out);
        line = newline != NULL ? newline + 1 : NULL;
    }
    if (wrong == NULL && out->count == 0)
        wrong = text_copy("it lists no trait");
    if (wrong != NULL)
        fprintf(stderr, "%s:%d: %s\n", path, number, wrong);
    int status = wrong == NULL ? 0 : 2;
    free(wrong);
    free(text);
    return status;
}

int card_list_load(const suite *in, card_list *out)
{
    *out = (card_list){0};
    char *path = text_format("%s/fingerprint.txt", in->folder);
    char *text = files_read(path, 1000000, NULL);
    int status = 2;
    if (text == NULL)
        fprintf(stderr, "aiospec: no traits are listed, there is no %s\n", path);
    else
        status = card_list_parse(in, path, text, out);
    free(path);
    return status;
}

void card_list_free(card_list *of)
{
    for (size_t i = 0; i < of->count; i++)
        free(of->traits[i].name);
    free(of->traits);
    *of = (card_list){0};
}

/* ---- From a trace to a value ---- */

static void add_lines(text_buffer *to, card_reading reading, const trace *from)
{
    const char *between = reading == CARD_GROUP ? ", " : "; ";
    text_add(to, "");
    for (size_t i = 0; i < from->count; i++) {
        const trace_line *line = &from->lines[i];
        if (reading == CARD_GROUP && line->group[0] == '\0')
            continue;
        text_addf(to, "%s%s", to->length > 0 ? between : "", line->text);
        if (reading == CARD_TIMES)
            text_addf(to, " at %s ms", line->ms);
    }
}

static void add_waits(text_buffer *to, const struct timewarp_page *page)
{
    text_addf(to, "%llu waits; %llu of no time, %llu without end, %llu that found nothing",
              (unsigned long long)page->waits, (unsigned long long)page->waits_zero,
              (unsigned long long)page->waits_forever, (unsigned long long)page->waits_empty);
}

/* What became of a play, as far as it is no matter of comparing: the verdict's name in
 * small letters, or NULL where the program came to an end of its own. */
static char *cut_short(const verdict_result *result)
{
    const trace_record *record = &result->record;
    bool ended = result->play.played && record->ended && record->broken_line == 0;
    if (ended && (result->verdict == VERDICT_PASS || result->verdict == VERDICT_FAIL ||
                  result->verdict == VERDICT_LEAK))
        return NULL;
    char *name = text_copy(verdict_name(result->verdict));
    for (char *at = name; *at != '\0'; at++)
        *at = (char)(*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at);
    return name;
}

/* Leave out what differs from process to process: the digits of addresses. */
static char *without_addresses(const char *string)
{
    text_buffer kept = {0};
    text_add(&kept, "");
    for (const char *at = string; *at != '\0';) {
        size_t digits = strncmp(at, "0x", 2) == 0 ? strspn(at + 2, "0123456789abcdefABCDEF") : 0;
        text_add_n(&kept, digits > 0 ? "0x..." : at, digits > 0 ? 5 : 1);
        at += digits > 0 ? digits + 2 : 1;
    }
    return kept.data;
}

/* A text that a scenario logged may be no UTF-8, and a terminal must not obey it. */
static json_t *safe_string(const text_buffer *from)
{
    char *plain = without_addresses(from->data != NULL ? from->data : "");
    json_t *valid = json_string(plain);
    for (char *at = plain; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte < ' ' || byte == 0x7f || (valid == NULL && byte > 0x7f))
            *at = '?';
    }
    json_decref(valid);
    valid = json_string(plain);
    free(plain);
    return valid;
}

json_t *card_read(const card_trait *trait, const verdict_result *result)
{
    text_buffer value = {0}, golden = {0}, note = {0};
    char *status = cut_short(result);
    bool needs_clock = trait->reading == CARD_TIMES || trait->reading == CARD_WAITS;

    if (status != NULL && result->reason != NULL)
        text_add(&note, result->reason);
    if (result->play.played && needs_clock && !result->play.is_virtual) {
        free(status);
        status = text_copy("skip");
        text_clear(&note);
        text_add(&note, "needs the virtual clock");
    } else if (result->play.played && trait->reading == CARD_WAITS) {
        add_waits(&value, &result->play.page);
        if (status == NULL)
            status = text_copy("seen");
    } else if (result->play.played) {
        add_lines(&value, trait->reading, &result->record.trace);
        if (result->record.raised != NULL)
            text_addf(&value, "%sended by %s%s%s", value.length > 0 ? "; " : "",
                      result->record.raised, *result->record.raised_text != '\0' ? ": " : "",
                      result->record.raised_text);
        if (result->expected != NULL)
            add_lines(&golden, trait->reading, &result->expected->trace);
        if (status == NULL)
            status = text_copy(strcmp(value.data, golden.data != NULL ? golden.data : "") == 0
                                   ? "same" : "differs");
    }

    json_t *clauses = json_array();
    for (size_t i = 0; i < trait->scenario.clause_count; i++)
        json_array_append_new(clauses, json_string(trait->scenario.clauses[i]));
    json_t *made = json_pack("{s:s, s:s, s:o, s:s, s:s, s:o}", "trait", trait->name, "scenario",
                             trait->scenario.id, "clauses", clauses, "reading",
                             reading_names[trait->reading], "status", status, "value",
                             value.length > 0 ? safe_string(&value) : json_null());
    json_object_set_new(made, "cpython", golden.data != NULL ? safe_string(&golden) : json_null());
    json_object_set_new(made, "note", note.length > 0 ? safe_string(&note) : json_null());
    text_free(&value);
    text_free(&golden);
    text_free(&note);
    free(status);
    return made;
}

/* ---- Cards in files ---- */

int card_load(const char *path, json_t *cards)
{
    json_error_t error;
    json_t *file = json_load_file(path, 0, &error);
    if (file == NULL) {
        fprintf(stderr, "aiospec: %s: %s\n", path, error.text);
        return 2;
    }
    const json_t *held = json_object_get(file, "cards");
    size_t index;
    json_t *card;
    json_int_t format = json_integer_value(json_object_get(file, "format"));
    bool good = format == CARD_FORMAT && json_array_size(held) > 0;
    json_array_foreach(held, index, card)
        good = good && json_string_value(json_object_get(card, "target")) != NULL &&
               json_is_array(json_object_get(card, "traits"));
    if (good)
        json_array_extend(cards, (json_t *)held);
    else if (format != 0 && format != CARD_FORMAT)
        fprintf(stderr, "aiospec: %s is of format %d, and this command reads format %d\n", path,
                (int)format, CARD_FORMAT);
    else
        fprintf(stderr, "aiospec: %s holds no cards\n", path);
    json_decref(file);
    return good ? 0 : 2;
}

/* ---- In words ---- */

static const char *string_of(const json_t *object, const char *key)
{
    const char *string = json_string_value(json_object_get(object, key));
    return string != NULL ? string : "";
}

/* "reference, virtual clock, beside CPython 3.15.2" */
static void add_heading(text_buffer *to, const json_t *card)
{
    const char *loop = string_of(card, "loop"), *target = string_of(card, "target");
    const json_t *beside = json_object_get(card, "beside");
    text_add(to, target);
    if (*loop != '\0' && strcmp(loop, target) != 0)
        text_addf(to, ": %s", loop);
    if (*string_of(card, "implementation") != '\0')
        text_addf(to, " on %s %s", string_of(card, "implementation"), string_of(card, "semantics"));
    text_addf(to, ", %s clock", string_of(card, "clock"));
    if (*string_of(card, "clock_note") != '\0')
        text_addf(to, " (%s)", string_of(card, "clock_note"));
    for (size_t i = 0; i < json_array_size(beside); i++)
        text_addf(to, "%s%s", i == 0 ? ", beside CPython " : " or ",
                  json_string_value(json_array_get(beside, i)));
    text_add(to, "\n");
}

/* "  name                status  value": one row, its value wrapped under itself. */
static void add_row(text_buffer *to, const char *name, const char *status, const char *value)
{
    text_buffer row = {0};
    text_addf(&row, "  %-*s%-*s", NAME - 1, name, STATUS, status);
    if (row.length > VALUE - 1)
        text_add(&row, " ");
    text_add_wrapped(&row, value, VALUE - 1, WIDTH - VALUE + 1);
    while (row.length > 0 && row.data[row.length - 1] == ' ')
        row.data[--row.length] = '\0';
    text_add(to, row.data);
    text_add(to, "\n");
    text_free(&row);
}

/* The value, and why it is no more than that. */
static char *said_of(const json_t *trait)
{
    const char *value = string_of(trait, "value"), *note = string_of(trait, "note");
    return text_format("%s%s%s%s", value, *value != '\0' && *note != '\0' ? "; " : "", note,
                       *value == '\0' && *note == '\0' ? "(nothing)" : "");
}

/* A line with the group's name, where a new group begins. */
static void add_group(text_buffer *to, const char *name, const char *before)
{
    size_t length = strcspn(name, ".");
    if (before == NULL || strncmp(name, before, length + 1) != 0)
        text_addf(to, "\n%.*s\n", (int)length, name);
}

static const char *name_in_group(const char *name)
{
    const char *dot = strchr(name, '.');
    return dot != NULL ? dot + 1 : name;
}

static void add_counts(text_buffer *to, const json_t *traits)
{
    size_t same = 0, differ = 0, seen = 0, index;
    json_t *trait;
    json_array_foreach(traits, index, trait)
    {
        const char *status = string_of(trait, "status");
        same += strcmp(status, "same") == 0;
        differ += strcmp(status, "differs") == 0;
        seen += strcmp(status, "seen") == 0;
    }
    size_t all = json_array_size(traits), other = all - same - differ - seen;
    text_addf(to, "\n%zu traits: %zu same, %zu differ, %zu only seen", all, same, differ, seen);
    if (other > 0)
        text_addf(to, ", %zu not played to the end", other);
    text_add(to, "\n");
}

void card_write(text_buffer *to, const json_t *card)
{
    const json_t *traits = json_object_get(card, "traits");
    const char *before = NULL;
    size_t index;
    json_t *trait;
    add_heading(to, card);
    json_array_foreach(traits, index, trait)
    {
        const char *name = string_of(trait, "trait"), *status = string_of(trait, "status");
        char *said = said_of(trait);
        add_group(to, name, before);
        add_row(to, name_in_group(name), status, said);
        if (strcmp(status, "same") != 0 && json_is_string(json_object_get(trait, "cpython")))
            add_row(to, "", "CPython", string_of(trait, "cpython"));
        before = name;
        free(said);
    }
    add_counts(to, traits);
}

static const json_t *find_trait(const json_t *card, const char *name)
{
    size_t index;
    json_t *trait;
    json_array_foreach(json_object_get(card, "traits"), index, trait)
    {
        if (strcmp(string_of(trait, "trait"), name) == 0)
            return trait;
    }
    return NULL;
}

/* What the cards say of one trait.  Do all say the same? */
static bool compare_trait(text_buffer *to, const json_t *cards, const char *name)
{
    size_t count = json_array_size(cards);
    char **said = text_alloc(count * sizeof *said);
    bool alike = true;
    for (size_t i = 0; i < count; i++) {
        const json_t *trait = find_trait(json_array_get(cards, i), name);
        said[i] = trait != NULL ? said_of(trait) : text_copy("(not on this card)");
        alike = alike && strcmp(said[i], said[0]) == 0;
    }
    for (size_t i = 0; i < (alike ? 1 : count); i++) {
        char *number = alike ? text_copy("all") : text_format("%zu", i + 1);
        add_row(to, i == 0 ? name_in_group(name) : "", number, said[i]);
        free(number);
    }
    for (size_t i = 0; i < count; i++)
        free(said[i]);
    free(said);
    return alike;
}

/* Does an earlier card have the trait?  Then it was compared already. */
static bool was_compared(const json_t *cards, size_t card, const char *name)
{
    for (size_t i = 0; i < card; i++) {
        if (find_trait(json_array_get(cards, i), name) != NULL)
            return true;
    }
    return false;
}

void card_compare(text_buffer *to, const json_t *cards)
{
    const char *before = NULL;
    size_t card, index, all = 0, alike = 0;
    json_t *trait;
    for (card = 0; card < json_array_size(cards); card++) {
        text_addf(to, "%zu  ", card + 1);
        add_heading(to, json_array_get(cards, card));
    }
    for (card = 0; card < json_array_size(cards); card++) {
        json_array_foreach(json_object_get(json_array_get(cards, card), "traits"), index, trait)
        {
            const char *name = string_of(trait, "trait");
            if (was_compared(cards, card, name))
                continue;
            add_group(to, name, before);
            alike += compare_trait(to, cards, name);
            all++;
            before = name;
        }
    }
    text_addf(to, "\n%zu traits: %zu alike, %zu not\n", all, alike, all - alike);
}
