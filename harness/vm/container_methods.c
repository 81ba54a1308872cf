/*
 * container_methods.c - the methods of list, tuple, dict and set; sorting.
 */
#include "container_methods.h"

#include <stdlib.h>
#include <string.h>

#include "args.h"
#include "exception.h"
#include "operators.h"
#include "text.h"

/* ---- list and tuple ------------------------------------------------------- */

static list *as_list(value v)
{
    return (list *)v.as.o;
}

static value list_append(value self, const args *a)
{
    vm_list_append(as_list(self), a->at[0]);
    return NONE_VALUE;
}

static value list_extend(value self, const args *a)
{
    return vm_list_extend(as_list(self), a->at[0]) < 0 ? NULL_VALUE : NONE_VALUE;
}

static value list_insert(value self, const args *a)
{
    list *l = as_list(self);
    int64_t at;
    if (!vm_to_int(a->at[0], "an integer is required", &at))
        return NULL_VALUE;
    int64_t count = (int64_t)l->count;
    at = at < 0 ? (at + count < 0 ? 0 : at + count) : at > count ? count : at;
    list *one = vm_list_new(1);
    vm_list_append(one, a->at[1]);
    vm_list_splice(l, (size_t)at, 0, one);
    vm_unref(one);
    return NONE_VALUE;
}

static value list_pop(value self, const args *a)
{
    list *l = as_list(self);
    if (l->count == 0)
        return vm_raise(&vm_exc.IndexError, "pop from empty list");
    int64_t at = a->count == 0 ? (int64_t)l->count - 1 : vm_index(a->at[0], l->count, "pop");
    if (at < 0)
        return NULL_VALUE;
    value item = vm_keep(l->at[at]);
    vm_list_splice(l, (size_t)at, 1, NULL);
    return item;
}

static size_t sequence_items(value self, value **at)
{
    if (vm_is(self, &vm_list_class)) {
        *at = as_list(self)->at;
        return as_list(self)->count;
    }
    *at = ((tuple *)self.as.o)->at;
    return ((tuple *)self.as.o)->count;
}

/* Where the item is; -1 nowhere, -2 exception. */
static int64_t position_of(value self, value item)
{
    value *at;
    for (size_t i = 0; i < sequence_items(self, &at); i++) {
        sequence_items(self, &at);
        int same = vm_same_or_equal(at[i], item);
        if (same != 0)
            return same < 0 ? -2 : (int64_t)i;
    }
    return -1;
}

static value list_remove(value self, const args *a)
{
    int64_t at = position_of(self, a->at[0]);
    if (at == -1)
        vm_raise(&vm_exc.ValueError, "list.remove(x): x not in list");
    if (at < 0)
        return NULL_VALUE;
    vm_list_splice(as_list(self), (size_t)at, 1, NULL);
    return NONE_VALUE;
}

static value sequence_index(value self, const args *a)
{
    int64_t at = position_of(self, a->at[0]);
    if (at == -1)
        vm_raise(&vm_exc.ValueError, "%s.index(x): x not in %s", vm_type_name(self),
                 vm_type_name(self));
    return at < 0 ? NULL_VALUE : vm_int(at);
}

static value sequence_count(value self, const args *a)
{
    value *at;
    int64_t count = 0;
    for (size_t i = 0; i < sequence_items(self, &at); i++) {
        sequence_items(self, &at);
        int same = vm_same_or_equal(at[i], a->at[0]);
        if (same < 0)
            return NULL_VALUE;
        count += same;
    }
    return vm_int(count);
}

static value list_clear(value self, const args *a)
{
    (void)a;
    vm_list_splice(as_list(self), 0, as_list(self)->count, NULL);
    return NONE_VALUE;
}

static value list_copy(value self, const args *a)
{
    (void)a;
    list *l = vm_list_from(self);
    return l == NULL ? NULL_VALUE : vm_obj(l);
}

static value list_reverse(value self, const args *a)
{
    (void)a;
    list *l = as_list(self);
    for (size_t i = 0; i < l->count / 2; i++) {
        value swap = l->at[i];
        l->at[i] = l->at[l->count - 1 - i];
        l->at[l->count - 1 - i] = swap;
    }
    return NONE_VALUE;
}

/* A stable merge sort of `at` by `keys`; both move together. */
static int merge_sort(value *keys, value *at, value *spare_keys, value *spare_at, size_t count)
{
    if (count < 2)
        return 0;
    size_t half = count / 2;
    if (merge_sort(keys, at, spare_keys, spare_at, half) < 0
        || merge_sort(keys + half, at + half, spare_keys, spare_at, count - half) < 0)
        return -1;
    memcpy(spare_keys, keys, half * sizeof *keys);
    memcpy(spare_at, at, half * sizeof *at);
    size_t left = 0, right = half, to = 0;
    int failed = 0;
    while (left < half && right < count) {
        int less = failed ? 0 : vm_order("<", keys[right], spare_keys[left]);
        if (less < 0) {
            failed = -1; /* finish the merge all the same: no item may get lost */
            less = 0;
        }
        if (less == 1) {
            keys[to] = keys[right];
            at[to++] = at[right++];
        } else {
            keys[to] = spare_keys[left];
            at[to++] = spare_at[left++];
        }
    }
    for (; left < half; left++, to++) {
        keys[to] = spare_keys[left];
        at[to] = spare_at[left];
    }
    return failed;
}

int vm_sort(list *l, value key, bool reverse)
{
    size_t count = l->count;
    value *keys = vm_alloc((count + 1) * sizeof *keys);
    value *spare = vm_alloc((count + 1) * 2 * sizeof *spare);
    int result = 0;
    size_t made = 0;
    bool by_key = !vm_is_null(key) && !vm_is_none(key);
    /* While the program's functions run, the list looks empty, as in CPython. */
    value *items = l->at;
    size_t capacity = l->capacity;
    l->at = NULL;
    l->count = l->capacity = 0;
    for (; made < count && result == 0; made++) {
        keys[made] = by_key ? vm_call_values(key, 1, &items[made]) : vm_keep(items[made]);
        if (vm_is_null(keys[made]))
            result = -1;
    }
    if (result == 0) {
        args nothing = { 0 };
        list view = { .count = count, .at = items };
        list key_view = { .count = count, .at = keys };
        /* Reversing before and after keeps equal items in their order. */
        if (reverse) {
            list_reverse(vm_obj(&view), &nothing);
            list_reverse(vm_obj(&key_view), &nothing);
        }
        result = merge_sort(keys, items, spare, spare + count + 1, count);
        if (reverse)
            list_reverse(vm_obj(&view), &nothing);
    }
    for (size_t i = 0; i < made; i++)
        vm_drop(keys[i]);
    free(keys);
    free(spare);
    list *changed = vm_list_new(0);
    changed->at = l->at;
    changed->count = l->count;
    changed->capacity = l->capacity;
    l->at = items;
    l->count = count;
    l->capacity = capacity;
    vm_unref(changed);
    return result;
}

static value list_sort(value self, const args *a)
{
    static const char *const names[] = { "key", "reverse", NULL };
    value given[2];
    if (!vm_keywords(a, "sort", names, given))
        return NULL_VALUE;
    bool reverse = !vm_is_null(given[1]) && vm_truth(given[1]) == 1;
    return vm_sort(as_list(self), given[0], reverse) < 0 ? NULL_VALUE : NONE_VALUE;
}

const builtin_def vm_list_methods[] = {
    { "append", list_append, 1, 1, false },
    { "extend", list_extend, 1, 1, false },
    { "insert", list_insert, 2, 2, false },
    { "pop", list_pop, 0, 1, false },
    { "remove", list_remove, 1, 1, false },
    { "index", sequence_index, 1, 1, false },
    { "count", sequence_count, 1, 1, false },
    { "clear", list_clear, 0, 0, false },
    { "copy", list_copy, 0, 0, false },
    { "reverse", list_reverse, 0, 0, false },
    { "sort", list_sort, 0, 0, true },
    { NULL, NULL, 0, 0, false },
};

const builtin_def vm_tuple_methods[] = {
    { "index", sequence_index, 1, 1, false },
    { "count", sequence_count, 1, 1, false },
    { NULL, NULL, 0, 0, false },
};

/* ---- dict ----------------------------------------------------------------- */

static table *table_of(value v)
{
    return ((dict *)v.as.o)->table;
}

static value dict_get(value self, const args *a)
{
    value item;
    int found = vm_table_get(table_of(self), a->at[0], &item);
    if (found < 0)
        return NULL_VALUE;
    if (found == 0)
        return a->count > 1 ? vm_keep(a->at[1]) : NONE_VALUE;
    return vm_keep(item);
}

static value dict_setdefault(value self, const args *a)
{
    value item;
    int found = vm_table_get(table_of(self), a->at[0], &item);
    if (found == 0) {
        item = a->count > 1 ? a->at[1] : NONE_VALUE;
        found = vm_table_set(table_of(self), a->at[0], item);
    }
    return found < 0 ? NULL_VALUE : vm_keep(item);
}

static value dict_pop(value self, const args *a)
{
    value item;
    int found = vm_table_get(table_of(self), a->at[0], &item);
    if (found < 0)
        return NULL_VALUE;
    if (found == 0)
        return a->count > 1 ? vm_keep(a->at[1]) : vm_raise_with(&vm_exc.KeyError, a->at[0]);
    vm_keep(item);
    vm_table_delete(table_of(self), a->at[0]);
    return item;
}

static value dict_popitem(value self, const args *a)
{
    (void)a;
    const table *t = table_of(self);
    for (size_t i = t->used; i > 0; i--) {
        if (vm_is_null(t->entries[i - 1].key))
            continue;
        value pair[2] = { vm_keep(t->entries[i - 1].key), vm_keep(t->entries[i - 1].item) };
        vm_table_delete(table_of(self), pair[0]);
        return vm_obj(vm_tuple_taken(2, pair));
    }
    value text = vm_text("popitem(): dictionary is empty");
    vm_raise_with(&vm_exc.KeyError, text);
    vm_drop(text);
    return NULL_VALUE;
}

static value dict_update(value self, const args *a)
{
    if (a->count == 1 && vm_dict_update((dict *)self.as.o, a->at[0]) < 0)
        return NULL_VALUE;
    for (size_t i = 0; i < a->keyword_count; i++)
        vm_table_set(table_of(self), a->names[i], a->keywords[i]);
    return NONE_VALUE;
}

static value dict_copy(value self, const args *a)
{
    (void)a;
    dict *d = vm_dict_new();
    vm_dict_update(d, self);
    return vm_obj(d);
}

static value dict_clear(value self, const args *a)
{
    (void)a;
    vm_table_clear(table_of(self));
    return NONE_VALUE;
}

static value dict_keys(value self, const args *a) { (void)a; return vm_dict_view(self, 'k'); }
static value dict_values(value self, const args *a) { (void)a; return vm_dict_view(self, 'v'); }
static value dict_items(value self, const args *a) { (void)a; return vm_dict_view(self, 'i'); }

const builtin_def vm_dict_methods[] = {
    { "get", dict_get, 1, 2, false },
    { "setdefault", dict_setdefault, 1, 2, false },
    { "pop", dict_pop, 1, 2, false },
    { "popitem", dict_popitem, 0, 0, false },
    { "update", dict_update, 0, 1, true },
    { "copy", dict_copy, 0, 0, false },
    { "clear", dict_clear, 0, 0, false },
    { "keys", dict_keys, 0, 0, false },
    { "values", dict_values, 0, 0, false },
    { "items", dict_items, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

/* ---- set ------------------------------------------------------------------ */

int vm_set_extend(dict *set, value from)
{
    value iterator = vm_iter(from), item;
    if (vm_is_null(iterator))
        return -1;
    int more;
    while ((more = vm_next(iterator, &item)) == 1) {
        if (vm_table_set(set->table, item, NONE_VALUE) < 0)
            more = -1;
        vm_drop(item);
        if (more < 0)
            break;
    }
    vm_drop(iterator);
    return more < 0 ? -1 : 0;
}

/* Add to `out` what is in `from` and is (or is not) in `other`. */
static void select_into(dict *out, table *from, table *other, bool wanted)
{
    size_t at = 0;
    value item;
    for (table_entry *entry; (entry = vm_table_next(from, &at)) != NULL;) {
        if ((vm_table_get(other, entry->key, &item) == 1) == wanted)
            vm_table_set(out->table, entry->key, NONE_VALUE);
    }
}

value vm_set_operator(const char *op, value a, value b)
{
    if (!vm_is(a, &vm_set_class) || !vm_is(b, &vm_set_class) || strchr("|&-^", op[0]) == NULL)
        return NULL_VALUE;
    dict *out = vm_set_new();
    if (op[0] == '|') {
        vm_set_extend(out, a);
        vm_set_extend(out, b);
    } else {
        select_into(out, table_of(a), table_of(b), op[0] == '&');
        if (op[0] == '^')
            select_into(out, table_of(b), table_of(a), false);
    }
    return vm_obj(out);
}

static value set_add(value self, const args *a)
{
    return vm_table_set(table_of(self), a->at[0], NONE_VALUE) < 0 ? NULL_VALUE : NONE_VALUE;
}

static value set_discard(value self, const args *a)
{
    return vm_table_delete(table_of(self), a->at[0]) < 0 ? NULL_VALUE : NONE_VALUE;
}

static value set_remove(value self, const args *a)
{
    int removed = vm_table_delete(table_of(self), a->at[0]);
    if (removed == 0)
        vm_raise_with(&vm_exc.KeyError, a->at[0]);
    return removed == 1 ? NONE_VALUE : NULL_VALUE;
}

static value set_update(value self, const args *a)
{
    return vm_set_extend((dict *)self.as.o, a->at[0]) < 0 ? NULL_VALUE : NONE_VALUE;
}

static value set_copy(value self, const args *a)
{
    (void)a;
    dict *copy = vm_set_new();
    vm_set_extend(copy, self);
    return vm_obj(copy);
}

static value set_method(const char *op, value self, value other)
{
    dict *set = vm_set_new();
    value result = NULL_VALUE;
    if (vm_set_extend(set, other) == 0)
        result = vm_set_operator(op, self, vm_obj(set));
    vm_unref(set);
    return result;
}

static value set_union(value self, const args *a) { return set_method("|", self, a->at[0]); }
static value set_intersection(value self, const args *a)
{
    return set_method("&", self, a->at[0]);
}
static value set_difference(value self, const args *a) { return set_method("-", self, a->at[0]); }

static value set_issubset(value self, const args *a)
{
    dict *other = vm_set_new();
    value result = NULL_VALUE;
    if (vm_set_extend(other, a->at[0]) == 0)
        result = vm_compare("<=", self, vm_obj(other));
    vm_unref(other);
    return result;
}

const builtin_def vm_set_methods[] = {
    { "add", set_add, 1, 1, false },
    { "discard", set_discard, 1, 1, false },
    { "remove", set_remove, 1, 1, false },
    { "update", set_update, 1, 1, false },
    { "clear", dict_clear, 0, 0, false },
    { "copy", set_copy, 0, 0, false },
    { "union", set_union, 1, 1, false },
    { "intersection", set_intersection, 1, 1, false },
    { "difference", set_difference, 1, 1, false },
    { "issubset", set_issubset, 1, 1, false },
    { NULL, NULL, 0, 0, false },
};
