/*
 * table.c - the insertion-ordered hash table.  See table.h.
 */
#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "operators.h"
#include "text.h"

enum { FIRST_SLOTS = 8 };
#define DELETED UINT32_MAX

table *vm_table_new(void)
{
    return vm_alloc(sizeof(table));
}

void vm_table_clear(table *t)
{
    /* Detach first: dropping the contents may run the program, which may look here. */
    table old = *t;
    memset(t, 0, sizeof *t);
    for (size_t i = 0; i < old.used; i++) {
        vm_drop(old.entries[i].key);
        vm_drop(old.entries[i].item);
    }
    free(old.entries);
    free(old.index);
}

void vm_table_free(table *t)
{
    if (t != NULL) {
        vm_table_clear(t);
        free(t);
    }
}

/* Make room for one more entry: drop the holes, double when still too full. */
static void rebuild(table *t)
{
    size_t slot_count = t->slots == 0 ? FIRST_SLOTS : t->slots;
    while ((t->count + 1) * 3 > slot_count * 2)
        slot_count *= 2;
    size_t capacity = slot_count;
    table_entry *entries = vm_alloc(capacity * sizeof *entries);
    uint32_t *index = vm_alloc(slot_count * sizeof *index);
    size_t used = 0;
    for (size_t i = 0; i < t->used; i++) {
        if (vm_is_null(t->entries[i].key))
            continue;
        entries[used] = t->entries[i];
        size_t slot = (size_t)entries[used].hash & (slot_count - 1);
        while (index[slot] != 0)
            slot = (slot + 1) & (slot_count - 1);
        index[slot] = (uint32_t)++used;
    }
    free(t->entries);
    free(t->index);
    t->entries = entries;
    t->index = index;
    t->used = used;
    t->capacity = capacity;
    t->slots = slot_count;
}

/* The slot of `key`: 1 found, 0 not there, -1 an exception from __eq__. */
static int find(table *t, value key, uint64_t hash, size_t *out)
{
    if (t->slots == 0)
        return 0;
    size_t slot = (size_t)hash & (t->slots - 1);
    while (t->index[slot] != 0) {
        uint32_t number = t->index[slot];
        if (number != DELETED) {
            table_entry *entry = &t->entries[number - 1];
            if (entry->hash == hash) {
                const table_entry *entries = t->entries;
                int same = vm_same(entry->key, key) ? 1 : vm_equal(entry->key, key);
                if (same < 0)
                    return -1;
                if (entries != t->entries)
                    return find(t, key, hash, out); /* __eq__ changed the table */
                if (same == 1) {
                    *out = slot;
                    return 1;
                }
            }
        }
        slot = (slot + 1) & (t->slots - 1);
    }
    return 0;
}

int vm_table_get(table *t, value key, value *out)
{
    uint64_t hash;
    size_t slot;
    if (vm_hash(key, &hash) < 0)
        return -1;
    int found = find(t, key, hash, &slot);
    if (found == 1)
        *out = t->entries[t->index[slot] - 1].item;
    return found;
}

int vm_table_set(table *t, value key, value item)
{
    uint64_t hash;
    size_t slot;
    if (vm_hash(key, &hash) < 0)
        return -1;
    int found = find(t, key, hash, &slot);
    if (found < 0)
        return -1;
    if (found == 1) {
        table_entry *entry = &t->entries[t->index[slot] - 1];
        value old = entry->item;
        entry->item = vm_keep(item);
        vm_drop(old);
        return 0;
    }
    if (t->used == t->capacity || (t->used + 1) * 3 > t->slots * 2)
        rebuild(t);
    slot = (size_t)hash & (t->slots - 1);
    while (t->index[slot] != 0 && t->index[slot] != DELETED)
        slot = (slot + 1) & (t->slots - 1);
    t->entries[t->used] = (table_entry){ hash, vm_keep(key), vm_keep(item) };
    t->index[slot] = (uint32_t)++t->used;
    t->count++;
    return 0;
}

int vm_table_delete(table *t, value key)
{
    uint64_t hash;
    size_t slot;
    if (vm_hash(key, &hash) < 0)
        return -1;
    int found = find(t, key, hash, &slot);
    if (found != 1)
        return found;
    table_entry *entry = &t->entries[t->index[slot] - 1];
    table_entry old = *entry;
    entry->key = entry->item = NULL_VALUE;
    t->index[slot] = DELETED;
    t->count--;
    vm_drop(old.key);
    vm_drop(old.item);
    return 1;
}

table_entry *vm_table_next(const table *t, size_t *at)
{
    while (*at < t->used) {
        table_entry *entry = &t->entries[(*at)++];
        if (!vm_is_null(entry->key))
            return entry;
    }
    return NULL;
}

void vm_table_visit(table *t, visitor visit, void *arg)
{
    if (t == NULL)
        return;
    for (size_t i = 0; i < t->used; i++) {
        vm_visit_value(t->entries[i].key, visit, arg);
        vm_visit_value(t->entries[i].item, visit, arg);
    }
}

bool vm_table_get_str(table *t, str *key, value *out)
{
    return vm_table_get(t, vm_obj(key), out) == 1;
}

void vm_table_set_str(table *t, str *key, value item)
{
    vm_table_set(t, vm_obj(key), item);
}

bool vm_table_delete_str(table *t, str *key)
{
    return vm_table_delete(t, vm_obj(key)) == 1;
}
