/*
 * builtins.c - the builtin functions of Scenario Python.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "args.h"
#include "async_builtins.h"
#include "container_methods.h"
#include "containers.h"
#include "exception.h"
#include "generator.h"
#include "modules.h"
#include "operators.h"
#include "table.h"
#include "text.h"

static value f_len(value self, const args *a)
{
    (void)self;
    int64_t length = vm_length(a->at[0]);
    return length < 0 ? NULL_VALUE : vm_int(length);
}

static value f_repr(value self, const args *a) { (void)self; return vm_repr(a->at[0]); }
static value f_iter(value self, const args *a) { (void)self; return vm_iter(a->at[0]); }

static value f_next(value self, const args *a)
{
    (void)self;
    value item = NULL_VALUE, from = a->at[0];
    /* What can be resumed ends with a value. */
    bool resumes = from.tag == VM_OBJ && from.as.o->cls->slots->next != NULL
                   && from.as.o->cls->slots->resume != NULL;
    int more = resumes ? vm_resume(from, NONE_VALUE, &item) : vm_next(from, &item);
    if (more == 0 && resumes && a->count == 1)
        return vm_resume_answer(more, item);
    if (more == 0 && resumes)
        vm_drop(item);
    if (more == 0)
        return a->count > 1 ? vm_keep(a->at[1]) : vm_raise_with(&vm_exc.StopIteration, NULL_VALUE);
    return more < 0 ? NULL_VALUE : item;
}

/* The iterators of enumerate, zip, map and filter. */
typedef struct lazy {
    obj head;
    char kind;      /* e, z, m, f */
    value function; /* map and filter */
    value sources;  /* list of iterators */
    int64_t count;  /* enumerate */
} lazy;

static class lazy_class;

static void lazy_clear(obj *self)
{
    vm_clear(&((lazy *)self)->function);
    vm_clear(&((lazy *)self)->sources);
}

static void lazy_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((lazy *)self)->function, visit, arg);
    vm_visit_value(((lazy *)self)->sources, visit, arg);
}

/* One item of each source: 1, 0 when any has ended, -1. */
static int next_of_all(lazy *l, list *row)
{
    const list *sources = (list *)l->sources.as.o;
    for (size_t i = 0; i < sources->count; i++) {
        value item;
        int more = vm_next(sources->at[i], &item);
        if (more != 1)
            return more;
        vm_list_append_taken(row, item);
    }
    return sources->count > 0;
}

static int lazy_next(obj *self, value *out)
{
    lazy *l = (lazy *)self;
    while (true) {
        list *row = vm_list_new(2);
        int more = next_of_all(l, row);
        if (more != 1) {
            vm_unref(row);
            return more;
        }
        bool wanted = true;
        switch (l->kind) {
        case 'e': {
            value pair[2] = { vm_int(l->count++), row->at[0] };
            *out = vm_obj(vm_tuple_new(2, pair));
            break;
        }
        case 'z':
            *out = vm_tuple_from_list(row);
            break;
        case 'm':
            *out = vm_call_values(l->function, row->count, row->at);
            break;
        default: { /* filter */
            value answer = vm_is_none(l->function) ? vm_keep(row->at[0])
                                                   : vm_call_values(l->function, 1, row->at);
            int truth = vm_is_null(answer) ? -1 : vm_truth(answer);
            vm_drop(answer);
            wanted = truth != 0;
            *out = truth < 0 ? NULL_VALUE : truth > 0 ? vm_keep(row->at[0]) : NONE_VALUE;
        }
        }
        vm_unref(row);
        if (vm_is_null(*out))
            return -1;
        if (wanted)
            return 1;
    }
}

static value lazy_iter(obj *self)
{
    return vm_obj(vm_ref(self));
}

static const class_slots lazy_slots = {
    .clear = lazy_clear, .visit = lazy_visit, .iter = lazy_iter, .next = lazy_next,
};

static value new_lazy(char kind, value function, const value *from, size_t count, int64_t start)
{
    lazy *l = vm_object_new(&lazy_class, 0);
    list *sources = vm_list_new(count);
    l->kind = kind;
    l->function = vm_keep(function);
    l->sources = vm_obj(sources);
    l->count = start;
    for (size_t i = 0; i < count; i++) {
        value iterator = vm_iter(from[i]);
        if (vm_is_null(iterator)) {
            vm_unref(l);
            return NULL_VALUE;
        }
        vm_list_append_taken(sources, iterator);
    }
    return vm_obj(l);
}

static value f_enumerate(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "start", NULL };
    value given;
    int64_t start = 0;
    if (!vm_keywords(a, "enumerate", names, &given))
        return NULL_VALUE;
    if (a->count > 1)
        given = a->at[1];
    if (!vm_is_null(given) && !vm_to_int(given, "enumerate", &start))
        return NULL_VALUE;
    return new_lazy('e', NULL_VALUE, a->at, 1, start);
}

static value f_zip(value self, const args *a)
{
    (void)self;
    return new_lazy('z', NULL_VALUE, a->at, a->count, 0);
}

static value f_map(value self, const args *a)
{
    (void)self;
    return new_lazy('m', a->at[0], a->at + 1, a->count - 1, 0);
}

static value f_filter(value self, const args *a)
{
    (void)self;
    return new_lazy('f', a->at[0], a->at + 1, 1, 0);
}

static value f_sorted(value self, const args *a)
{
    (void)self;
    static const char *const names[] = { "key", "reverse", NULL };
    value given[2];
    if (!vm_keywords(a, "sorted", names, given))
        return NULL_VALUE;
    list *l = vm_list_from(a->at[0]);
    if (l == NULL)
        return NULL_VALUE;
    bool reverse = !vm_is_null(given[1]) && vm_truth(given[1]) == 1;
    if (vm_sort(l, given[0], reverse) < 0) {
        vm_unref(l);
        return NULL_VALUE;
    }
    return vm_obj(l);
}

static value f_reversed(value self, const args *a)
{
    (void)self;
    value v = a->at[0];
    if (vm_is(v, &vm_list_class) || vm_is(v, &vm_tuple_class) || vm_is(v, &vm_range_class))
        return vm_reversed(v);
    list *l = vm_list_from(v); /* texts, dicts */
    if (l == NULL)
        return NULL_VALUE;
    value result = vm_reversed(vm_obj(l));
    vm_unref(l);
    return result;
}

/* min and max: the first item for which no later one is `op` than it. */
static value extreme(const char *name, const char *op, const args *a)
{
    static const char *const names[] = { "key", "default", NULL };
    value given[2], best = NULL_VALUE, best_key = NULL_VALUE;
    if (!vm_keywords(a, name, names, given))
        return NULL_VALUE;
    bool by_key = !vm_is_null(given[0]) && !vm_is_none(given[0]);
    list *l = vm_list_new(a->count);
    if (a->count == 1 && vm_list_extend(l, a->at[0]) < 0)
        goto failed;
    for (size_t i = 0; a->count > 1 && i < a->count; i++)
        vm_list_append(l, a->at[i]);
    for (size_t i = 0; i < l->count; i++) {
        value key = by_key ? vm_call_values(given[0], 1, &l->at[i]) : vm_keep(l->at[i]);
        int better = vm_is_null(key) ? -1 : vm_is_null(best) ? 1 : vm_order(op, key, best_key);
        if (better < 0) {
            vm_drop(key);
            goto failed;
        }
        if (better == 1) {
            vm_drop(best_key);
            best_key = key;
            best = l->at[i];
        } else {
            vm_drop(key);
        }
    }
    if (vm_is_null(best) && vm_is_null(given[1])) {
        vm_raise(&vm_exc.ValueError, "%s() arg is an empty sequence", name);
        goto failed;
    }
    best = vm_keep(vm_is_null(best) ? given[1] : best);
    vm_drop(best_key);
    vm_unref(l);
    return best;
failed:
    vm_drop(best_key);
    vm_unref(l);
    return NULL_VALUE;
}

static value f_min(value self, const args *a) { (void)self; return extreme("min", "<", a); }
static value f_max(value self, const args *a) { (void)self; return extreme("max", ">", a); }

static value f_sum(value self, const args *a)
{
    (void)self;
    value total = a->count > 1 ? vm_keep(a->at[1]) : vm_int(0);
    value iterator = vm_iter(a->at[0]), item;
    if (vm_is_null(iterator)) {
        vm_drop(total);
        return NULL_VALUE;
    }
    int more;
    while ((more = vm_next(iterator, &item)) == 1) {
        value next = vm_binary("+", total, item);
        vm_drop(total);
        vm_drop(item);
        total = next;
        if (vm_is_null(total)) {
            more = -1;
            break;
        }
    }
    vm_drop(iterator);
    if (more < 0)
        vm_clear(&total);
    return total;
}

static value any_or_all(value from, bool any)
{
    value iterator = vm_iter(from), item;
    if (vm_is_null(iterator))
        return NULL_VALUE;
    int more, truth = !any;
    while ((more = vm_next(iterator, &item)) == 1) {
        truth = vm_truth(item);
        vm_drop(item);
        if (truth < 0 || (truth == 1) == any)
            break;
        truth = !any;
    }
    vm_drop(iterator);
    return more < 0 || truth < 0 ? NULL_VALUE : vm_bool(truth == 1);
}

static value f_any(value self, const args *a) { (void)self; return any_or_all(a->at[0], true); }
static value f_all(value self, const args *a) { (void)self; return any_or_all(a->at[0], false); }

static value f_abs(value self, const args *a)
{
    (void)self;
    value v = a->at[0];
    if (v.tag == VM_FLOAT)
        return vm_float(fabs(v.as.f));
    int negative = vm_order("<", v, vm_int(0));
    if (negative < 0)
        return NULL_VALUE;
    return negative ? vm_unary("-", v) : vm_unary("+", v);
}

static value f_round(value self, const args *a)
{
    (void)self;
    value v = a->at[0];
    int64_t digits = 0;
    bool to_int = a->count < 2 || vm_is_none(a->at[1]);
    if (v.tag == VM_INT || v.tag == VM_BOOL)
        return vm_unary("+", v);
    if (v.tag != VM_FLOAT)
        return vm_raise(&vm_exc.TypeError, "type %s doesn't define __round__ method",
                        vm_type_name(v));
    if (!to_int && !vm_to_int(a->at[1], "round", &digits))
        return NULL_VALUE;
    if (isnan(v.as.f) || isinf(v.as.f)) {
        if (!to_int)
            return v;
        return vm_raise(isnan(v.as.f) ? &vm_exc.ValueError : &vm_exc.OverflowError,
                        "cannot convert float to integer");
    }
    if (to_int)
        return vm_int((int64_t)nearbyint(v.as.f));
    if (digits < 0 || digits > 100)
        return vm_raise(&vm_exc.ValueError, "Scenario Python rounds to 0 to 100 digits");
    /* The C library rounds the exact value half to even, as Python does. */
    char text[512];
    snprintf(text, sizeof text, "%.*f", (int)digits, v.as.f);
    return vm_float(strtod(text, NULL));
}

static value f_divmod(value self, const args *a)
{
    (void)self;
    value pair[2] = { vm_binary("//", a->at[0], a->at[1]), NULL_VALUE };
    if (!vm_is_null(pair[0]))
        pair[1] = vm_binary("%", a->at[0], a->at[1]);
    if (vm_is_null(pair[1])) {
        vm_drop(pair[0]);
        return NULL_VALUE;
    }
    return vm_obj(vm_tuple_taken(2, pair));
}

static value f_pow(value self, const args *a)
{
    (void)self;
    return vm_binary("**", a->at[0], a->at[1]);
}

/* isinstance and issubclass, with a class or a tuple of them. */
static value class_test(const char *name, const class *cls, value against)
{
    if (vm_is(against, &vm_tuple_class)) {
        const tuple *t = (tuple *)against.as.o;
        for (size_t i = 0; i < t->count; i++) {
            value answer = class_test(name, cls, t->at[i]);
            if (vm_is_null(answer) || answer.as.b)
                return answer;
        }
        return vm_bool(false);
    }
    if (!vm_is_class(against))
        return vm_raise(&vm_exc.TypeError, "%s() arg 2 must be a class or a tuple of classes",
                        name);
    return vm_bool(vm_subclass(cls, (class *)against.as.o));
}

static value f_isinstance(value self, const args *a)
{
    (void)self;
    return class_test("isinstance", vm_class_of(a->at[0]), a->at[1]);
}

static value f_issubclass(value self, const args *a)
{
    (void)self;
    if (!vm_is_class(a->at[0]))
        return vm_raise(&vm_exc.TypeError, "issubclass() arg 1 must be a class");
    return class_test("issubclass", (class *)a->at[0].as.o, a->at[1]);
}

static value f_callable(value self, const args *a)
{
    (void)self;
    return vm_bool(vm_callable(a->at[0]));
}

static value f_id(value self, const args *a)
{
    (void)self;
    return vm_int(a->at[0].tag == VM_OBJ ? (int64_t)(intptr_t)a->at[0].as.o : a->at[0].as.i);
}

static value f_hash(value self, const args *a)
{
    (void)self;
    uint64_t hash;
    return vm_hash(a->at[0], &hash) < 0 ? NULL_VALUE : vm_int((int64_t)(hash >> 2));
}

static value f_chr(value self, const args *a)
{
    (void)self;
    int64_t c;
    char text[5] = "";
    if (!vm_to_int(a->at[0], "chr", &c))
        return NULL_VALUE;
    if (c < 0 || c > 0x10ffff)
        return vm_raise(&vm_exc.ValueError, "chr() arg not in range(0x110000)");
    size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char first[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
    for (size_t i = size; i-- > 1; c >>= 6)
        text[i] = (char)(0x80 | (c & 0x3f));
    text[0] = (char)(first[size] | c);
    return vm_obj(vm_str_new(text, size));
}

static value f_ord(value self, const args *a)
{
    (void)self;
    if (!vm_is_str(a->at[0]) || vm_as_str(a->at[0])->length != 1)
        return vm_raise(&vm_exc.TypeError, "ord() expected a character");
    const unsigned char *p = (unsigned char *)vm_as_str(a->at[0])->text;
    size_t size = vm_as_str(a->at[0])->size;
    int64_t c = size == 1 ? p[0] : p[0] & (0xff >> (size + 1));
    for (size_t i = 1; i < size; i++)
        c = c << 6 | (p[i] & 0x3f);
    return vm_int(c);
}

static bool attribute_name(value v)
{
    if (vm_is_str(v))
        return true;
    vm_raise(&vm_exc.TypeError, "attribute name must be string, not '%s'", vm_type_name(v));
    return false;
}

static value f_getattr(value self, const args *a)
{
    (void)self;
    if (!attribute_name(a->at[1]))
        return NULL_VALUE;
    value out = vm_get_attr(a->at[0], vm_as_str(a->at[1]));
    if (vm_is_null(out) && a->count > 2 && vm_forget(&vm_exc.AttributeError))
        return vm_keep(a->at[2]);
    return out;
}

static value f_hasattr(value self, const args *a)
{
    (void)self;
    if (!attribute_name(a->at[1]))
        return NULL_VALUE;
    value out = vm_get_attr(a->at[0], vm_as_str(a->at[1]));
    if (vm_is_null(out))
        return vm_forget(&vm_exc.AttributeError) ? vm_bool(false) : NULL_VALUE;
    vm_drop(out);
    return vm_bool(true);
}

static value f_setattr(value self, const args *a)
{
    (void)self;
    if (!attribute_name(a->at[1]))
        return NULL_VALUE;
    return vm_set_attr(a->at[0], vm_as_str(a->at[1]), a->at[2]) < 0 ? NULL_VALUE : NONE_VALUE;
}

static value f_delattr(value self, const args *a)
{
    (void)self;
    if (!attribute_name(a->at[1]))
        return NULL_VALUE;
    return vm_set_attr(a->at[0], vm_as_str(a->at[1]), NULL_VALUE) < 0 ? NULL_VALUE : NONE_VALUE;
}

static const builtin_def functions[] = {
    { "len", f_len, 1, 1, false },
    { "repr", f_repr, 1, 1, false },
    { "iter", f_iter, 1, 1, false },
    { "next", f_next, 1, 2, false },
    { "enumerate", f_enumerate, 1, 2, true },
    { "zip", f_zip, 0, -1, false },
    { "map", f_map, 2, -1, false },
    { "filter", f_filter, 2, 2, false },
    { "sorted", f_sorted, 1, 1, true },
    { "reversed", f_reversed, 1, 1, false },
    { "min", f_min, 1, -1, true },
    { "max", f_max, 1, -1, true },
    { "sum", f_sum, 1, 2, false },
    { "any", f_any, 1, 1, false },
    { "all", f_all, 1, 1, false },
    { "abs", f_abs, 1, 1, false },
    { "round", f_round, 1, 2, false },
    { "divmod", f_divmod, 2, 2, false },
    { "pow", f_pow, 2, 2, false },
    { "isinstance", f_isinstance, 2, 2, false },
    { "issubclass", f_issubclass, 2, 2, false },
    { "callable", f_callable, 1, 1, false },
    { "id", f_id, 1, 1, false },
    { "hash", f_hash, 1, 1, false },
    { "chr", f_chr, 1, 1, false },
    { "ord", f_ord, 1, 1, false },
    { "getattr", f_getattr, 2, 3, false },
    { "hasattr", f_hasattr, 2, 2, false },
    { "setattr", f_setattr, 3, 3, false },
    { "delattr", f_delattr, 2, 2, false },
    { NULL, NULL, 0, 0, false },
};

/* Exception classes that are no builtins of Python's. */
static bool of_asyncio(const class *cls)
{
    return cls == &vm_exc.CancelledError || cls == &vm_exc.InvalidStateError
           || cls == &vm_exc.QueueEmpty || cls == &vm_exc.QueueFull
           || cls == &vm_exc.QueueShutDown || cls == &vm_exc.BrokenBarrierError;
}

void vm_builtins_start(table *builtins)
{
    static const char *const classes[] = {
        "object", "type", "int", "bool", "float", "str", "bytes", "list", "tuple", "dict", "set",
        "range", "slice", "property", "staticmethod", "classmethod", "super",
    };
    vm_async_builtins_start(builtins);
    vm_class_start(&lazy_class, "lazy", &vm_object_class, sizeof(lazy), &lazy_slots, NULL);
    for (const builtin_def *def = functions; def->name != NULL; def++) {
        value f = vm_builtin_new(def, NULL);
        vm_table_set_str(builtins, vm_name(def->name), f);
        vm_drop(f);
    }
    for (size_t i = 0; i < vm_static_class_count(); i++) {
        class *cls = vm_static_class(i);
        bool visible = vm_subclass(cls, &vm_exc.BaseException) && !of_asyncio(cls);
        for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
            visible = visible || strcmp(cls->name->text, classes[k]) == 0;
        if (visible)
            vm_table_set_str(builtins, cls->name, vm_obj(cls));
    }
    value names[] = { vm_not_implemented(), vm_ellipsis(), vm_text("__main__") };
    vm_table_set_str(builtins, vm_name("NotImplemented"), names[0]);
    vm_table_set_str(builtins, vm_name("Ellipsis"), names[1]);
    vm_table_set_str(builtins, vm_name("__name__"), names[2]);
    for (size_t i = 0; i < 3; i++)
        vm_drop(names[i]);
}
