/*
 * check_command_card.c - the list of traits, the readings that make values of traces, and
 * how cards are printed and compared.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../command/card.h"
#include "../command/files.h"

static const char index_text[] =
    "{\"format\": 1, \"suite\": \"/suite\", \"builds\": [\"3.13.0\"],"
    " \"scenarios\": ["
    "  {\"id\": \"IO/order\", \"file\": \"IO/order.py\", \"doc\": \"Order.\","
    "   \"clauses\": [\"IO-4\", \"IO-1\"], \"level\": \"undefined\", \"needs\": \"3.8\", \"ops\": [],"
    "   \"program\": null, \"blocks\": [{\"versions\": \"3.8..\", \"builds\": [\"3.13.0\"],"
    "    \"lines\": [{\"ms\": \"0\", \"group\": \"\", \"text\": \"first\"},"
    "               {\"ms\": \"125\", \"group\": \"any\", \"text\": \"b\"},"
    "               {\"ms\": \"125\", \"group\": \"any\", \"text\": \"a\"}]}]}],"
    " \"clauses\": {}, \"broken\": []}";

static suite loaded;
static card_list list;
static json_t *made;

static void load(void)
{
    ck_assert_int_eq(suite_parse(json_loads(index_text, 0, NULL), "/programs", &loaded), 0);
}

static void unload(void)
{
    json_decref(made);
    made = NULL;
    card_list_free(&list);
    suite_free(&loaded);
}

static int parse(const char *text)
{
    card_list_free(&list);
    return card_list_parse(&loaded, "traits.txt", text_copy(text), &list);
}

/* ---- The list ---- */

START_TEST(a_list_is_read)
{
    ck_assert_int_eq(parse("# All of them.\n\none.first  IO/order  texts\n"
                           "one.second IO/order\tgroup  # why\r\nother.x IO/order waits"), 0);
    ck_assert_uint_eq(list.count, 3);
    ck_assert_str_eq(list.traits[1].name, "one.second");
    ck_assert_int_eq(list.traits[1].reading, CARD_GROUP);
    ck_assert_str_eq(list.traits[2].scenario.id, "IO/order");
    /* Nothing is pardoned for its level. */
    ck_assert_int_eq(list.traits[2].scenario.level, SUITE_DOCUMENTED);
    ck_assert_int_eq(loaded.scenarios[0].level, SUITE_UNDEFINED);
}
END_TEST

static const char *const broken[] = {
    "", "# nothing\n", "a.b IO/order\n", "a.b IO/order texts more\n", "a.b IO/other texts\n",
    "a.b IO/order some\n", "ab IO/order texts\n", ".b IO/order texts\n", "a. IO/order texts\n",
    "a.b IO/order texts\na.b IO/order group\n",
};

START_TEST(a_broken_list_is_refused)
{
    ck_assert_int_eq(parse(broken[_i]), 2);
}
END_TEST

/* ---- Readings ---- */

/* The part of a card that this play of IO/order gives. */
static void play(card_reading reading, const char *trace_text, verdict_play seen)
{
    verdict_target as = {.level = SUITE_UNDEFINED, .semantics = {3, 13, 0},
                         .semantics_name = "3.13.0", .is_virtual = seen.is_virtual, .limit_s = 10};
    card_trait trait = {.name = (char *)"a.b", .scenario = loaded.scenarios[0],
                        .reading = reading};
    verdict_result result;
    trait.scenario.level = SUITE_DOCUMENTED;
    seen.played = true;
    seen.limit_s = 10;
    seen.trace_bytes = text_copy(trace_text);
    verdict_after(&loaded, &trait.scenario, &as, &seen, &result);
    json_decref(made);
    made = card_read(&trait, &result);
    verdict_free(&result);
}

static const char *member(const char *key)
{
    const char *string = json_string_value(json_object_get(made, key));
    return string != NULL ? string : "(null)";
}

#define assert_member(key, wanted) ck_assert_str_eq(member(key), wanted)
#define VIRTUAL ((verdict_play){.is_virtual = true})
#define LIKE_CPYTHON "L\t0\t\tfirst\nL\t125\tany\tb\nL\t125\tany\ta\nE\t125\n"

START_TEST(each_reading_makes_its_value)
{
    play(CARD_TEXTS, LIKE_CPYTHON, VIRTUAL);
    assert_member("trait", "a.b");
    assert_member("scenario", "IO/order");
    assert_member("reading", "texts");
    assert_member("status", "same");
    assert_member("value", "first; b; a");
    assert_member("cpython", "first; b; a");
    assert_member("note", "(null)");
    ck_assert_uint_eq(json_array_size(json_object_get(made, "clauses")), 2);

    play(CARD_GROUP, LIKE_CPYTHON, VIRTUAL);
    assert_member("value", "b, a");
    play(CARD_TIMES, LIKE_CPYTHON, VIRTUAL);
    assert_member("value", "first at 0 ms; b at 125 ms; a at 125 ms");
}
END_TEST

/* A run would pass this one. */
START_TEST(the_order_within_a_group_counts)
{
    play(CARD_GROUP, "L\t0\t\tfirst\nL\t125\tany\ta\nL\t125\tany\tb\nE\t125\n", VIRTUAL);
    assert_member("status", "differs");
    assert_member("value", "a, b");
    assert_member("cpython", "b, a");
}
END_TEST

START_TEST(only_what_is_read_counts)
{
    play(CARD_TEXTS, "L\t1\t\tfirst\nL\t126\t\tb\nL\t127\t\ta\nE\t127\n", VIRTUAL);
    assert_member("status", "same");
    play(CARD_TIMES, "L\t1\t\tfirst\nL\t126\t\tb\nL\t127\t\ta\nE\t127\n", VIRTUAL);
    assert_member("status", "differs");
    /* What is left behind is no trait. */
    play(CARD_TEXTS, "L\t0\t\tfirst\nL\t125\tany\tb\nL\t125\tany\ta\nE\t125\nC\ttimers\t1\n",
         VIRTUAL);
    assert_member("status", "same");
}
END_TEST

START_TEST(waits_are_only_seen)
{
    verdict_play seen = VIRTUAL;
    seen.page = (struct timewarp_page){.waits = 5, .waits_zero = 3, .waits_forever = 1,
                                       .waits_empty = 2};
    play(CARD_WAITS, "L\t0\t\tother\nE\t0\n", seen);
    assert_member("status", "seen");
    assert_member("value", "5 waits; 3 of no time, 1 without end, 2 that found nothing");
    assert_member("cpython", "(null)");
    assert_member("note", "(null)");
}
END_TEST

START_TEST(an_exception_is_part_of_the_value)
{
    play(CARD_TEXTS, "L\t0\t\tfirst\nX\t0\tTypeError\tno\n", VIRTUAL);
    assert_member("status", "differs");
    assert_member("value", "first; ended by TypeError: no");
    play(CARD_TEXTS, "X\t0\tTypeError\t\n", VIRTUAL);
    assert_member("value", "ended by TypeError");
}
END_TEST

START_TEST(a_play_without_an_end_says_why)
{
    verdict_play seen = VIRTUAL;
    seen.wait_status = 6;
    play(CARD_TEXTS, "L\t0\t\tfirst\n", seen);
    assert_member("status", "crash");
    assert_member("value", "first");
    ck_assert_ptr_nonnull(strstr(member("note"), "killed by signal 6"));
    seen = VIRTUAL;
    seen.timed_out = true;
    play(CARD_WAITS, "", seen);
    assert_member("status", "hang");
    seen = VIRTUAL;
    seen.page.verdict = TIMEWARP_SPIN;
    play(CARD_TEXTS, "", seen);
    assert_member("status", "spin");
    assert_member("value", "(null)");
}
END_TEST

START_TEST(real_time_tells_no_times)
{
    play(CARD_TIMES, LIKE_CPYTHON, (verdict_play){0});
    assert_member("status", "skip");
    assert_member("value", "(null)");
    assert_member("note", "needs the virtual clock");
    play(CARD_WAITS, LIKE_CPYTHON, (verdict_play){0});
    assert_member("status", "skip");
    play(CARD_GROUP, LIKE_CPYTHON, (verdict_play){0});
    assert_member("status", "same");
}
END_TEST

START_TEST(what_varies_or_does_harm_is_left_out)
{
    play(CARD_TEXTS, "L\t0\t\t<f at 0x7f00aB> 0x\nE\t0\n", VIRTUAL);
    assert_member("value", "<f at 0x...> 0x");
    play(CARD_TEXTS, "L\t0\t\tred \033[31m\nE\t0\n", VIRTUAL);
    assert_member("value", "red ?[31m");
    play(CARD_TEXTS, "L\t0\t\tno \xff utf\nE\t0\n", VIRTUAL);
    assert_member("value", "no ? utf");
}
END_TEST

/* ---- Printing ---- */

/* A card of one trait of group g, in which single quotes stand for double ones. */
static json_t *card(const char *target, const char *trait)
{
    char *text = text_format("{'target': '%s', 'semantics': '3.13.0', 'clock': 'virtual',"
                             " 'beside': ['3.13.0'], 'traits': [%s]}", target, trait);
    for (char *at = text; *at != '\0'; at++)
        *at = *at == '\'' ? '"' : *at;
    json_t *read = json_loads(text, 0, NULL);
    ck_assert_ptr_nonnull(read);
    free(text);
    return read;
}

#define SAME "{'trait': 'g.x', 'status': 'same', 'value': 'a', 'cpython': 'a', 'note': null}"
#define DIFFERS "{'trait': 'g.x', 'status': 'differs', 'value': 'b', 'cpython': 'a', 'note': null}"
#define CRASH "{'trait': 'g.y', 'status': 'crash', 'value': 'c', 'cpython': 'd', 'note': 'dead'}"

START_TEST(a_card_is_printed)
{
    text_buffer out = {0};
    made = card("t", SAME "," CRASH);
    card_write(&out, made);
    ck_assert_str_eq(out.data, "t, virtual clock, beside CPython 3.13.0\n\ng\n"
                               "  x                  same         a\n"
                               "  y                  crash        c; dead\n"
                               "                     CPython      d\n"
                               "\n2 traits: 1 same, 0 differ, 0 only seen, 1 not played to the end\n");
    text_free(&out);
}
END_TEST

START_TEST(cards_are_compared)
{
    text_buffer out = {0};
    made = json_pack("[o, o]", card("t", SAME), card("u", SAME));
    card_compare(&out, made);
    ck_assert_ptr_nonnull(strstr(out.data, "1  t, virtual clock, beside CPython 3.13.0\n2  u, "));
    ck_assert_ptr_nonnull(strstr(out.data, "\ng\n  x                  all          a\n"
                                           "\n1 traits: 1 alike, 0 not\n"));
    text_clear(&out);
    json_decref(made);
    made = json_pack("[o, o]", card("t", SAME), card("u", DIFFERS "," CRASH));
    card_compare(&out, made);
    ck_assert_ptr_nonnull(strstr(out.data, "\ng\n  x                  1            a\n"
                                           "                     2            b\n"
                                           "  y                  1            (not on this card)\n"
                                           "                     2            c; dead\n"
                                           "\n2 traits: 0 alike, 2 not\n"));
    text_free(&out);
}
END_TEST

START_TEST(cards_are_read_from_files)
{
    static const struct {
        const char *text;
        int status;
    } files[] = {
        {"{\"format\": 1, \"cards\": [{\"target\": \"t\", \"traits\": []}]}", 0},
        {"{\"format\": 2, \"cards\": [{\"target\": \"t\", \"traits\": []}]}", 2},
        {"{\"format\": 1, \"cards\": []}", 2},
        {"{\"format\": 1, \"cards\": [{\"target\": \"t\"}]}", 2},
        {"{\"format\": 1, \"cards\": [{\"traits\": []}]}", 2},
        {"[]", 2},
        {"no JSON", 2},
    };
    char *folder = files_temporary_folder();
    char *path = text_format("%s/card.json", folder);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        FILE *file = fopen(path, "w");
        fputs(files[i].text, file);
        fclose(file);
        json_t *cards = json_array();
        ck_assert_msg(card_load(path, cards) == files[i].status, "%s", files[i].text);
        ck_assert_uint_eq(json_array_size(cards), files[i].status == 0);
        json_decref(cards);
    }
    unlink(path);
    json_t *cards = json_array();
    ck_assert_int_eq(card_load(path, cards), 2);
    json_decref(cards);
    files_remove_tree(folder);
    free(folder);
    free(path);
}
END_TEST

int main(void)
{
    Suite *all = suite_create("command: fingerprint cards");
    TCase *tc = tcase_create("cards");
    tcase_add_checked_fixture(tc, load, unload);
    tcase_add_test(tc, a_list_is_read);
    tcase_add_loop_test(tc, a_broken_list_is_refused, 0, (int)(sizeof broken / sizeof *broken));
    tcase_add_test(tc, each_reading_makes_its_value);
    tcase_add_test(tc, the_order_within_a_group_counts);
    tcase_add_test(tc, only_what_is_read_counts);
    tcase_add_test(tc, waits_are_only_seen);
    tcase_add_test(tc, an_exception_is_part_of_the_value);
    tcase_add_test(tc, a_play_without_an_end_says_why);
    tcase_add_test(tc, real_time_tells_no_times);
    tcase_add_test(tc, what_varies_or_does_harm_is_left_out);
    tcase_add_test(tc, a_card_is_printed);
    tcase_add_test(tc, cards_are_compared);
    tcase_add_test(tc, cards_are_read_from_files);
    suite_add_tcase(all, tc);
    SRunner *runner = srunner_create(all);
    srunner_run_all(runner, CK_NORMAL);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures > 0;
}
