/*
 * containers.c - list, tuple, dict, set, range, slice.  See containers.h.
 *
 * Their methods are in container_methods.c.  Sets keep the order of insertion,
 * which CPython's do not: scenarios must not depend on it.
 */
#include "containers.h"

#include <stdlib.h>
#include <string.h>

#include "classes.h"
#include "container_methods.h"
#include "exception.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

class vm_list_class, vm_tuple_class, vm_dict_class, vm_set_class, vm_range_class, vm_slice_class;
static class iterator_class, view_class;

/* One iterator for all of them: what it walks, and where it is. */
typedef struct iterator_object {
    obj head;
    value over;
    int64_t at;
    size_t expected; /* dict and set: how many there were */
    char what;       /* dict: 'k' keys, 'v' values, 'i' items */
    bool backwards;  /* list and tuple */
} iterator_object;

/* ---- Making --------------------------------------------------------------- */

list *vm_list_new(size_t capacity)
{
    list *l = vm_object_new(&vm_list_class, 0);
    if (capacity > 0)
        l->at = vm_alloc(capacity * sizeof *l->at);
    l->capacity = capacity;
    return l;
}

void vm_list_append_taken(list *l, value item)
{
    if (l->count == l->capacity) {
        l->capacity = l->capacity < 4 ? 4 : l->capacity * 2;
        l->at = vm_realloc(l->at, l->capacity * sizeof *l->at);
    }
    l->at[l->count++] = item;
}

void vm_list_append(list *l, value item)
{
    vm_list_append_taken(l, vm_keep(item));
}

int vm_list_extend(list *l, value from)
{
    if (vm_is(from, &vm_tuple_class)) {
        const tuple *t = (tuple *)from.as.o;
        for (size_t i = 0; i < t->count; i++)
            vm_list_append(l, t->at[i]);
        return 0;
    }
    value iterator = vm_iter(from), item;
    if (vm_is_null(iterator))
        return -1;
    /* A list that is extended by itself would never end. */
    size_t most = vm_is(from, &vm_list_class) ? ((list *)from.as.o)->count : SIZE_MAX;
    int more = 0;
    while (most-- > 0 && (more = vm_next(iterator, &item)) == 1)
        vm_list_append_taken(l, item);
    vm_drop(iterator);
    return more < 0 ? -1 : 0;
}

list *vm_list_from(value from)
{
    list *l = vm_list_new(0);
    if (vm_list_extend(l, from) < 0) {
        vm_unref(l);
        return NULL;
    }
    return l;
}

tuple *vm_tuple_taken(size_t count, const value *at)
{
    tuple *t = vm_object_new(&vm_tuple_class, count * sizeof *at);
    t->count = count;
    if (count > 0)
        memcpy(t->at, at, count * sizeof *at);
    return t;
}

tuple *vm_tuple_new(size_t count, const value *at)
{
    for (size_t i = 0; i < count; i++)
        vm_keep(at[i]);
    return vm_tuple_taken(count, at);
}

value vm_tuple_from_list(list *l)
{
    return vm_obj(vm_tuple_new(l->count, l->at));
}

dict *vm_dict_new(void)
{
    dict *d = vm_object_new(&vm_dict_class, 0);
    d->table = vm_table_new();
    return d;
}

dict *vm_set_new(void)
{
    dict *d = vm_object_new(&vm_set_class, 0);
    d->table = vm_table_new();
    return d;
}

int vm_dict_set_text(dict *d, const char *key, value item)
{
    vm_table_set_str(d->table, vm_name(key), item);
    vm_drop(item);
    return 0;
}

int vm_dict_update(dict *d, value from)
{
    if (vm_is(from, &vm_dict_class)) {
        size_t at = 0;
        table_entry *entry;
        while ((entry = vm_table_next(((dict *)from.as.o)->table, &at)) != NULL) {
            if (vm_table_set(d->table, entry->key, entry->item) < 0)
                return -1;
        }
        return 0;
    }
    value iterator = vm_iter(from), item;
    if (vm_is_null(iterator))
        return -1;
    int more;
    while ((more = vm_next(iterator, &item)) == 1) {
        list *pair = vm_list_from(item);
        vm_drop(item);
        if (pair != NULL && pair->count != 2)
            vm_raise(&vm_exc.ValueError, "dictionary update sequence element has length %zu; "
                                         "2 is required", pair->count);
        if (pair == NULL || pair->count != 2
            || vm_table_set(d->table, pair->at[0], pair->at[1]) < 0) {
            vm_unref(pair);
            more = -1;
            break;
        }
        vm_unref(pair);
    }
    vm_drop(iterator);
    return more < 0 ? -1 : 0;
}

/* ---- Positions ------------------------------------------------------------ */

int64_t vm_index(value key, size_t length, const char *what)
{
    if (key.tag != VM_INT && key.tag != VM_BOOL) {
        vm_raise(&vm_exc.TypeError, "%s indices must be integers or slices, not %s", what,
                 vm_type_name(key));
        return -1;
    }
    int64_t at = key.tag == VM_INT ? key.as.i : key.as.b;
    if (at < 0)
        at += (int64_t)length;
    if (at < 0 || at >= (int64_t)length) {
        vm_raise(&vm_exc.IndexError, "%s index out of range", what);
        return -1;
    }
    return at;
}

/* One end of a slice: cut to what there is. */
static bool slice_end(value v, int64_t length, int64_t step, int64_t otherwise, int64_t *out)
{
    if (vm_is_none(v)) {
        *out = otherwise;
        return true;
    }
    if (!vm_to_int(v, "slice indices must be integers or None", out))
        return false;
    if (*out < 0)
        *out += length;
    if (*out < 0)
        *out = step < 0 ? -1 : 0;
    if (*out >= length)
        *out = step < 0 ? length - 1 : length;
    return true;
}

int vm_slice_place(slice *s, size_t length, int64_t *start, int64_t *step, size_t *count)
{
    int64_t size = (int64_t)length, stop;
    *step = 1;
    if (!vm_is_none(s->step) && !vm_to_int(s->step, "slice step must be an integer", step))
        return -1;
    if (*step == 0) {
        vm_raise(&vm_exc.ValueError, "slice step cannot be zero");
        return -1;
    }
    if (!slice_end(s->start, size, *step, *step < 0 ? size - 1 : 0, start)
        || !slice_end(s->stop, size, *step, *step < 0 ? -1 : size, &stop))
        return -1;
    if (*step > 0)
        *count = stop > *start ? (size_t)((stop - *start - 1) / *step + 1) : 0;
    else
        *count = *start > stop ? (size_t)((*start - stop - 1) / -*step + 1) : 0;
    return 0;
}

/* ---- list and tuple ------------------------------------------------------- */

static void list_clear(obj *self)
{
    list *l = (list *)self, old = *l;
    l->at = NULL;
    l->count = l->capacity = 0;
    for (size_t i = 0; i < old.count; i++)
        vm_drop(old.at[i]);
    free(old.at);
}

static void list_visit(obj *self, visitor visit, void *arg)
{
    for (size_t i = 0; i < ((list *)self)->count; i++)
        vm_visit_value(((list *)self)->at[i], visit, arg);
}

static void tuple_clear(obj *self)
{
    tuple *t = (tuple *)self;
    size_t count = t->count;
    t->count = 0;
    for (size_t i = 0; i < count; i++)
        vm_drop(t->at[i]);
}

static void tuple_visit(obj *self, visitor visit, void *arg)
{
    for (size_t i = 0; i < ((tuple *)self)->count; i++)
        vm_visit_value(((tuple *)self)->at[i], visit, arg);
}

static size_t items_of(obj *self, value **at)
{
    if (self->cls == &vm_list_class) {
        *at = ((list *)self)->at;
        return ((list *)self)->count;
    }
    *at = ((tuple *)self)->at;
    return ((tuple *)self)->count;
}

/* A container inside itself shows as dots. */
enum { DEEPEST_REPR = 32 };
static _Thread_local const obj *showing[DEEPEST_REPR];
static _Thread_local size_t showing_count;

static bool start_showing(const obj *self)
{
    for (size_t i = 0; i < showing_count; i++) {
        if (showing[i] == self)
            return false;
    }
    if (showing_count == DEEPEST_REPR)
        return false;
    showing[showing_count++] = self;
    return true;
}

static value sequence_repr(obj *self)
{
    bool is_list = self->cls == &vm_list_class;
    text_buffer b = { 0 };
    value *at;
    if (!start_showing(self))
        return vm_text(is_list ? "[...]" : "(...)");
    vm_buffer_char(&b, is_list ? '[' : '(');
    bool failed = false;
    for (size_t i = 0; !failed && i < items_of(self, &at); i++) {
        items_of(self, &at);
        value item = vm_repr(at[i]);
        failed = vm_is_null(item);
        if (failed)
            break;
        if (i > 0)
            vm_buffer_text(&b, ", ");
        vm_buffer_text(&b, vm_as_str(item)->text);
        vm_drop(item);
    }
    showing_count--;
    if (failed) {
        vm_buffer_free(&b);
        return NULL_VALUE;
    }
    if (!is_list && ((tuple *)self)->count == 1)
        vm_buffer_char(&b, ',');
    vm_buffer_char(&b, is_list ? ']' : ')');
    return vm_buffer_finish(&b);
}

static int64_t sequence_length(obj *self)
{
    value *at;
    return (int64_t)items_of(self, &at);
}

static int sequence_equal(obj *self, value other)
{
    if (!vm_is(other, self->cls))
        return VM_NOT_IMPLEMENTED;
    value *a, *b;
    if (items_of(self, &a) != items_of(other.as.o, &b))
        return 0;
    for (size_t i = 0; i < items_of(self, &a) && i < items_of(other.as.o, &b); i++) {
        int same = vm_same_or_equal(a[i], b[i]);
        if (same != 1)
            return same;
    }
    return 1;
}

static int sequence_order(obj *self, value other, const char *op)
{
    if (!vm_is(other, self->cls))
        return VM_NOT_IMPLEMENTED;
    value *a, *b;
    size_t i = 0;
    for (; i < items_of(self, &a) && i < items_of(other.as.o, &b); i++) {
        int same = vm_same_or_equal(a[i], b[i]);
        if (same < 0)
            return -1;
        if (same == 0)
            return vm_order(op, a[i], b[i]);
    }
    int64_t left = sequence_length(self), right = sequence_length(other.as.o);
    return vm_order(op, vm_int(left), vm_int(right));
}

static int tuple_hash(obj *self, uint64_t *out)
{
    uint64_t hash = 0x345678u, item;
    for (size_t i = 0; i < ((tuple *)self)->count; i++) {
        if (vm_hash(((tuple *)self)->at[i], &item) < 0)
            return -1;
        hash = (hash ^ item) * 1000003u;
    }
    *out = hash;
    return 0;
}

static int unhashable(obj *self, uint64_t *out)
{
    (void)out;
    vm_raise(&vm_exc.TypeError, "unhashable type: '%s'", self->cls->name->text);
    return -1;
}

static int sequence_contains(obj *self, value item)
{
    value *at;
    for (size_t i = 0; i < items_of(self, &at); i++) {
        items_of(self, &at);
        int same = vm_same_or_equal(at[i], item);
        if (same != 0)
            return same;
    }
    return 0;
}

static value sequence_get_item(obj *self, value key)
{
    value *at;
    size_t length = items_of(self, &at);
    const char *what = self->cls == &vm_list_class ? "list" : "tuple";
    if (!vm_is(key, &vm_slice_class)) {
        int64_t i = vm_index(key, length, what);
        return i < 0 ? NULL_VALUE : vm_keep(at[i]);
    }
    int64_t start, step;
    size_t count;
    if (vm_slice_place((slice *)key.as.o, length, &start, &step, &count) < 0)
        return NULL_VALUE;
    list *part = vm_list_new(count);
    for (; count > 0; count--, start += step)
        vm_list_append(part, at[start]);
    if (self->cls == &vm_list_class)
        return vm_obj(part);
    value result = vm_tuple_from_list(part);
    vm_unref(part);
    return result;
}

void vm_list_splice(list *l, size_t from, size_t count, const list *with)
{
    list *old = vm_list_new(count);
    for (size_t i = 0; i < count; i++)
        vm_list_append_taken(old, l->at[from + i]);
    size_t added = with == NULL ? 0 : with->count;
    size_t rest = l->count - from - count;
    while (l->capacity < l->count - count + added) {
        l->capacity = l->capacity < 4 ? 4 : l->capacity * 2;
        l->at = vm_realloc(l->at, l->capacity * sizeof *l->at);
    }
    if (rest > 0)
        memmove(l->at + from + added, l->at + from + count, rest * sizeof *l->at);
    for (size_t i = 0; i < added; i++)
        l->at[from + i] = vm_keep(with->at[i]);
    l->count = from + added + rest;
    vm_unref(old);
}

static int list_set_item(obj *self, value key, value item)
{
    list *l = (list *)self;
    if (!vm_is(key, &vm_slice_class)) {
        int64_t i = vm_index(key, l->count, "list assignment");
        if (i < 0)
            return -1;
        if (vm_is_null(item)) {
            vm_list_splice(l, (size_t)i, 1, NULL);
        } else {
            value old = l->at[i];
            l->at[i] = vm_keep(item);
            vm_drop(old);
        }
        return 0;
    }
    int64_t start, step;
    size_t count;
    if (vm_slice_place((slice *)key.as.o, l->count, &start, &step, &count) < 0)
        return -1;
    if (step != 1) {
        vm_raise(&vm_exc.TypeError, "Scenario Python assigns to slices of step 1 only");
        return -1;
    }
    list *with = vm_is_null(item) ? NULL : vm_list_from(item);
    if (with == NULL && !vm_is_null(item))
        return -1;
    vm_list_splice(l, (size_t)start, count, with);
    vm_unref(with);
    return 0;
}

static value new_iterator(obj *over, char what)
{
    iterator_object *i = vm_object_new(&iterator_class, 0);
    i->over = vm_obj(vm_ref(over));
    i->what = what;
    if (over->cls == &vm_dict_class || over->cls == &vm_set_class)
        i->expected = ((dict *)over)->table->count;
    return vm_obj(i);
}

static value plain_iter(obj *self)
{
    return new_iterator(self, 'k');
}

value vm_reversed(value v)
{
    value result = new_iterator(v.as.o, 'k');
    iterator_object *i = (iterator_object *)result.as.o;
    i->backwards = true;
    i->at = vm_length(v) - 1;
    return result;
}

static value list_create(class *cls, const args *a)
{
    if (a->count > 1 || a->keyword_count > 0)
        return vm_raise(&vm_exc.TypeError, "%s expected at most 1 argument", cls->name->text);
    list *l = a->count == 0 ? vm_list_new(0) : vm_list_from(a->at[0]);
    if (l == NULL || cls == &vm_list_class)
        return l == NULL ? NULL_VALUE : vm_obj(l);
    value result = vm_tuple_from_list(l);
    vm_unref(l);
    return result;
}

static const class_slots list_slots = {
    .clear = list_clear, .visit = list_visit, .repr = sequence_repr, .hash = unhashable,
    .equal = sequence_equal, .order = sequence_order, .length = sequence_length,
    .iter = plain_iter, .contains = sequence_contains, .get_item = sequence_get_item,
    .set_item = list_set_item, .create = list_create,
};

static const class_slots tuple_slots = {
    .clear = tuple_clear, .visit = tuple_visit, .repr = sequence_repr, .hash = tuple_hash,
    .equal = sequence_equal, .order = sequence_order, .length = sequence_length,
    .iter = plain_iter, .contains = sequence_contains, .get_item = sequence_get_item,
    .create = list_create,
};

/* ---- dict and set --------------------------------------------------------- */

static void dict_clear(obj *self)
{
    table *t = ((dict *)self)->table;
    ((dict *)self)->table = NULL;
    vm_table_free(t);
}

static void dict_visit(obj *self, visitor visit, void *arg)
{
    vm_table_visit(((dict *)self)->table, visit, arg);
}

static value dict_repr(obj *self)
{
    bool is_set = self->cls == &vm_set_class;
    const table *t = ((dict *)self)->table;
    if (is_set && t->count == 0)
        return vm_text("set()");
    if (!start_showing(self))
        return vm_text(is_set ? "set(...)" : "{...}");
    text_buffer b = { 0 };
    size_t at = 0;
    bool failed = false;
    vm_buffer_char(&b, '{');
    for (table_entry *entry; !failed && (entry = vm_table_next(t, &at)) != NULL;) {
        if (b.size > 1)
            vm_buffer_text(&b, ", ");
        value item = vm_keep(entry->item), key = vm_repr(entry->key);
        value shown = is_set || vm_is_null(key) ? NONE_VALUE : vm_repr(item);
        failed = vm_is_null(key) || vm_is_null(shown);
        if (!failed)
            vm_buffer_text(&b, vm_as_str(key)->text);
        if (!failed && !is_set) {
            vm_buffer_text(&b, ": ");
            vm_buffer_text(&b, vm_as_str(shown)->text);
        }
        vm_drop(item);
        vm_drop(key);
        vm_drop(shown);
    }
    showing_count--;
    if (failed) {
        vm_buffer_free(&b);
        return NULL_VALUE;
    }
    vm_buffer_char(&b, '}');
    return vm_buffer_finish(&b);
}

static int64_t dict_length(obj *self)
{
    return (int64_t)((dict *)self)->table->count;
}

static int dict_equal(obj *self, value other)
{
    if (!vm_is(other, self->cls))
        return VM_NOT_IMPLEMENTED;
    const table *a = ((dict *)self)->table;
    table *b = ((dict *)other.as.o)->table;
    if (a->count != b->count)
        return 0;
    size_t at = 0;
    for (table_entry *entry; (entry = vm_table_next(a, &at)) != NULL;) {
        value item;
        int found = vm_table_get(b, entry->key, &item);
        if (found == 1)
            found = vm_same_or_equal(entry->item, item);
        if (found != 1)
            return found;
    }
    return 1;
}

/* Subset and superset. */
static int set_order(obj *self, value other, const char *op)
{
    if (!vm_is(other, &vm_set_class))
        return VM_NOT_IMPLEMENTED;
    table *a = ((dict *)self)->table, *b = ((dict *)other.as.o)->table;
    if (op[0] == '>') {
        table *swap = a;
        a = b;
        b = swap;
    }
    if (a->count > b->count || (op[1] != '=' && a->count == b->count))
        return 0;
    size_t at = 0;
    for (table_entry *entry; (entry = vm_table_next(a, &at)) != NULL;) {
        value item;
        int found = vm_table_get(b, entry->key, &item);
        if (found != 1)
            return found;
    }
    return 1;
}

static int dict_contains(obj *self, value item)
{
    value found;
    return vm_table_get(((dict *)self)->table, item, &found);
}

static value dict_get_item(obj *self, value key)
{
    value item;
    int found = vm_table_get(((dict *)self)->table, key, &item);
    if (found < 0)
        return NULL_VALUE;
    return found == 1 ? vm_keep(item) : vm_raise_with(&vm_exc.KeyError, key);
}

static int dict_set_item(obj *self, value key, value item)
{
    table *t = ((dict *)self)->table;
    if (!vm_is_null(item))
        return vm_table_set(t, key, item);
    int found = vm_table_delete(t, key);
    if (found == 0)
        vm_raise_with(&vm_exc.KeyError, key);
    return found == 1 ? 0 : -1;
}

static value dict_create(class *cls, const args *a)
{
    (void)cls;
    if (a->count > 1)
        return vm_raise(&vm_exc.TypeError, "dict expected at most 1 argument");
    dict *d = vm_dict_new();
    if (a->count == 1 && vm_dict_update(d, a->at[0]) < 0) {
        vm_unref(d);
        return NULL_VALUE;
    }
    for (size_t i = 0; i < a->keyword_count; i++)
        vm_table_set(d->table, a->names[i], a->keywords[i]);
    return vm_obj(d);
}

static value set_create(class *cls, const args *a)
{
    (void)cls;
    if (a->count > 1 || a->keyword_count > 0)
        return vm_raise(&vm_exc.TypeError, "set expected at most 1 argument");
    dict *d = vm_set_new();
    if (a->count == 1 && vm_set_extend(d, a->at[0]) < 0) {
        vm_unref(d);
        return NULL_VALUE;
    }
    return vm_obj(d);
}

static const class_slots dict_slots = {
    .clear = dict_clear, .visit = dict_visit, .repr = dict_repr, .hash = unhashable,
    .equal = dict_equal, .length = dict_length, .iter = plain_iter, .contains = dict_contains,
    .get_item = dict_get_item, .set_item = dict_set_item, .create = dict_create,
};

static const class_slots set_slots = {
    .clear = dict_clear, .visit = dict_visit, .repr = dict_repr, .hash = unhashable,
    .equal = dict_equal, .order = set_order, .length = dict_length, .iter = plain_iter,
    .contains = dict_contains, .create = set_create,
};

/* dict.keys(), values() and items(): an iterator's shape that starts anew each time. */
value vm_dict_view(value d, char what)
{
    iterator_object *view = vm_object_new(&view_class, 0);
    view->over = vm_keep(d);
    view->what = what;
    return vm_obj(view);
}

/* ---- range and slice ------------------------------------------------------ */

static value range_create(class *cls, const args *a)
{
    int64_t part[3] = { 0, 0, 1 };
    if (a->count < 1 || a->count > 3 || a->keyword_count > 0)
        return vm_raise(&vm_exc.TypeError, "range expected 1 to 3 arguments");
    for (size_t i = 0; i < a->count; i++) {
        if (!vm_to_int(a->at[i], "range", &part[a->count == 1 ? 1 : i]))
            return NULL_VALUE;
    }
    if (part[2] == 0)
        return vm_raise(&vm_exc.ValueError, "range() arg 3 must not be zero");
    range *r = vm_object_new(cls, 0);
    r->start = part[0];
    r->stop = part[1];
    r->step = part[2];
    return vm_obj(r);
}

static int64_t range_length(obj *self)
{
    const range *r = (range *)self;
    if (r->step > 0)
        return r->stop > r->start ? (r->stop - r->start - 1) / r->step + 1 : 0;
    return r->start > r->stop ? (r->start - r->stop - 1) / -r->step + 1 : 0;
}

static value range_get_item(obj *self, value key)
{
    const range *r = (range *)self;
    if (vm_is(key, &vm_slice_class))
        return vm_raise(&vm_exc.TypeError, "Scenario Python does not slice ranges");
    int64_t i = vm_index(key, (size_t)range_length(self), "range object");
    return i < 0 ? NULL_VALUE : vm_int(r->start + i * r->step);
}

static int range_contains(obj *self, value item)
{
    const range *r = (range *)self;
    int64_t last = r->start + (range_length(self) - 1) * r->step, i;
    if (item.tag != VM_INT)
        return 0;
    i = item.as.i;
    bool between = r->step > 0 ? i >= r->start && i <= last : i <= r->start && i >= last;
    return range_length(self) > 0 && between && (i - r->start) % r->step == 0;
}

static value range_repr(obj *self)
{
    const range *r = (range *)self;
    if (r->step == 1)
        return vm_textf("range(%lld, %lld)", (long long)r->start, (long long)r->stop);
    return vm_textf("range(%lld, %lld, %lld)", (long long)r->start, (long long)r->stop,
                    (long long)r->step);
}

static int range_equal(obj *self, value other)
{
    if (!vm_is(other, &vm_range_class))
        return VM_NOT_IMPLEMENTED;
    const range *a = (range *)self, *b = (range *)other.as.o;
    int64_t length = range_length(self);
    return length == range_length(other.as.o)
           && (length == 0 || (a->start == b->start && (length == 1 || a->step == b->step)));
}

static const class_slots range_slots = {
    .repr = range_repr, .equal = range_equal, .length = range_length, .iter = plain_iter,
    .contains = range_contains, .get_item = range_get_item, .create = range_create,
};

static void slice_clear(obj *self)
{
    slice *s = (slice *)self;
    vm_clear(&s->start);
    vm_clear(&s->stop);
    vm_clear(&s->step);
}

static void slice_visit(obj *self, visitor visit, void *arg)
{
    slice *s = (slice *)self;
    vm_visit_value(s->start, visit, arg);
    vm_visit_value(s->stop, visit, arg);
    vm_visit_value(s->step, visit, arg);
}

static const class_slots slice_slots = { .clear = slice_clear, .visit = slice_visit };

/* ---- The iterator --------------------------------------------------------- */

static void iterator_clear(obj *self)
{
    vm_clear(&((iterator_object *)self)->over);
}

static void iterator_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((iterator_object *)self)->over, visit, arg);
}

static int next_entry(iterator_object *i, value *out)
{
    const table *t = ((dict *)i->over.as.o)->table;
    if (t->count != i->expected) {
        const char *what = i->over.as.o->cls == &vm_set_class ? "Set" : "dictionary";
        vm_raise(&vm_exc.RuntimeError, "%s changed size during iteration", what);
        return -1;
    }
    size_t at = (size_t)i->at;
    table_entry *entry = vm_table_next(t, &at);
    i->at = (int64_t)at;
    if (entry == NULL)
        return 0;
    if (i->what == 'i') {
        value pair[2] = { entry->key, entry->item };
        *out = vm_obj(vm_tuple_new(2, pair));
    } else {
        *out = vm_keep(i->what == 'v' ? entry->item : entry->key);
    }
    return 1;
}

static int iterator_next(obj *self, value *out)
{
    iterator_object *i = (iterator_object *)self;
    if (vm_is_null(i->over))
        return 0;
    obj *over = i->over.as.o;
    int result = 0;
    if (over->cls == &vm_dict_class || over->cls == &vm_set_class) {
        result = next_entry(i, out);
    } else if (over->cls == &vm_range_class) {
        const range *r = (range *)over;
        result = i->at >= 0 && i->at < range_length(over);
        if (result)
            *out = vm_int(r->start + i->at * r->step);
        i->at += i->backwards ? -1 : 1;
    } else {
        value *at;
        result = i->at >= 0 && i->at < (int64_t)items_of(over, &at);
        if (result)
            *out = vm_keep(at[i->at]);
        i->at += i->backwards ? -1 : 1;
    }
    if (result == 0)
        vm_clear(&i->over); /* once ended, it stays so */
    return result;
}

static value iterator_iter(obj *self)
{
    return vm_obj(vm_ref(self));
}

static const class_slots iterator_slots = {
    .clear = iterator_clear, .visit = iterator_visit, .iter = iterator_iter,
    .next = iterator_next,
};

static value view_iter(obj *self)
{
    return new_iterator(((iterator_object *)self)->over.as.o, ((iterator_object *)self)->what);
}

static int64_t view_length(obj *self)
{
    return vm_length(((iterator_object *)self)->over);
}

static value view_repr(obj *self)
{
    const iterator_object *i = (iterator_object *)self;
    list *l = vm_list_from(vm_obj(self));
    if (l == NULL)
        return NULL_VALUE;
    value inside = vm_repr(vm_obj(l));
    vm_unref(l);
    if (vm_is_null(inside))
        return inside;
    const char *name = i->what == 'k' ? "dict_keys" : i->what == 'v' ? "dict_values"
                                                                    : "dict_items";
    value result = vm_textf("%s(%s)", name, vm_as_str(inside)->text);
    vm_drop(inside);
    return result;
}

static const class_slots view_slots = {
    .clear = iterator_clear, .visit = iterator_visit, .iter = view_iter, .length = view_length,
    .repr = view_repr,
};

void vm_container_classes(void)
{
    vm_class_start(&vm_list_class, "list", &vm_object_class, sizeof(list), &list_slots,
                   vm_list_methods);
    vm_class_start(&vm_tuple_class, "tuple", &vm_object_class, sizeof(tuple), &tuple_slots,
                   vm_tuple_methods);
    vm_class_start(&vm_dict_class, "dict", &vm_object_class, sizeof(dict), &dict_slots,
                   vm_dict_methods);
    vm_class_start(&vm_set_class, "set", &vm_object_class, sizeof(dict), &set_slots,
                   vm_set_methods);
    vm_class_start(&vm_range_class, "range", &vm_object_class, sizeof(range), &range_slots, NULL);
    vm_class_start(&vm_slice_class, "slice", &vm_object_class, sizeof(slice), &slice_slots, NULL);
    vm_class_start(&iterator_class, "iterator", &vm_object_class, sizeof(iterator_object),
                   &iterator_slots, NULL);
    vm_class_start(&view_class, "dict_view", &vm_object_class, sizeof(iterator_object), &view_slots,
                   NULL);
}
