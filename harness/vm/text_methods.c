/*
 * text_methods.c - the methods of str and bytes that scenarios use.
 *
 * Upper and lower case, and the character classes, are ASCII only.
 */
#include "text_methods.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "containers.h"
#include "operators.h"

int64_t vm_find_bytes(const char *whole, size_t size, const char *part, size_t part_size)
{
    for (size_t at = 0; part_size <= size && at <= size - part_size; at++) {
        if (memcmp(whole + at, part, part_size) == 0)
            return (int64_t)at;
    }
    return -1;
}

/* A text or bytes argument, whatever `self` is; false: TypeError. */
typedef struct span {
    const char *text;
    size_t size;
} span;

static span span_of(value v)
{
    if (vm_is_str(v))
        return (span){ vm_as_str(v)->text, vm_as_str(v)->size };
    const bytes *b = (bytes *)v.as.o;
    return (span){ (const char *)b->data, b->size };
}

static bool same_kind(value self, value other, span *out)
{
    if (other.tag != VM_OBJ || other.as.o->cls != self.as.o->cls) {
        vm_raise(&vm_exc.TypeError, "expected %s, not %s", vm_type_name(self),
                 vm_type_name(other));
        return false;
    }
    *out = span_of(other);
    return true;
}

/* A new object of self's kind. */
static value like(value self, const char *text, size_t size)
{
    if (vm_is_str(self))
        return vm_obj(vm_str_new(text, size));
    return vm_bytes_new(text, size);
}

static value like_buffer(value self, text_buffer *b)
{
    value result = like(self, b->text == NULL ? "" : b->text, b->size);
    vm_buffer_free(b);
    return result;
}

static value method_join(value self, const args *a)
{
    list *parts = vm_list_from(a->at[0]);
    if (parts == NULL)
        return NULL_VALUE;
    span between = span_of(self);
    text_buffer b = { 0 };
    value result = NULL_VALUE;
    for (size_t i = 0; i < parts->count; i++) {
        span part;
        if (parts->at[i].tag != VM_OBJ || parts->at[i].as.o->cls != self.as.o->cls) {
            vm_raise(&vm_exc.TypeError, "sequence item %zu: expected %s instance, %s found", i,
                     vm_is_str(self) ? "str" : "a bytes-like object", vm_type_name(parts->at[i]));
            goto done;
        }
        part = span_of(parts->at[i]);
        if (i > 0)
            vm_buffer_add(&b, between.text, between.size);
        vm_buffer_add(&b, part.text, part.size);
    }
    result = like(self, b.text == NULL ? "" : b.text, b.size);
done:
    vm_buffer_free(&b);
    vm_unref(parts);
    return result;
}

static value method_split(value self, const args *a)
{
    span whole = span_of(self), by = { NULL, 0 };
    int64_t most = -1;
    if (a->count > 0 && !vm_is_none(a->at[0]) && !same_kind(self, a->at[0], &by))
        return NULL_VALUE;
    if (a->count > 1 && !vm_to_int(a->at[1], "maxsplit", &most))
        return NULL_VALUE;
    if (by.text != NULL && by.size == 0)
        return vm_raise(&vm_exc.ValueError, "empty separator");
    list *parts = vm_list_new(4);
    size_t at = 0;
    while (true) {
        if (by.text == NULL) {
            while (at < whole.size && isspace((unsigned char)whole.text[at]))
                at++;
            if (at == whole.size)
                break;
        }
        size_t end = at;
        bool last = most-- == 0;
        if (last) {
            end = whole.size;
        } else if (by.text == NULL) {
            while (end < whole.size && !isspace((unsigned char)whole.text[end]))
                end++;
        } else {
            int64_t found = vm_find_bytes(whole.text + at, whole.size - at, by.text, by.size);
            last = found < 0;
            end = last ? whole.size : at + (size_t)found;
        }
        vm_list_append_taken(parts, like(self, whole.text + at, end - at));
        if (last)
            break;
        at = end + by.size;
    }
    return vm_obj(parts);
}

static value strip(value self, const args *a, bool left, bool right)
{
    span whole = span_of(self), set = { " \t\n\r\f\v", 6 };
    if (a->count > 0 && !vm_is_none(a->at[0]) && !same_kind(self, a->at[0], &set))
        return NULL_VALUE;
    size_t start = 0, end = whole.size;
    while (left && start < end && memchr(set.text, whole.text[start], set.size) != NULL)
        start++;
    while (right && end > start && memchr(set.text, whole.text[end - 1], set.size) != NULL)
        end--;
    return like(self, whole.text + start, end - start);
}

static value method_strip(value self, const args *a) { return strip(self, a, true, true); }
static value method_lstrip(value self, const args *a) { return strip(self, a, true, false); }
static value method_rstrip(value self, const args *a) { return strip(self, a, false, true); }

static value method_replace(value self, const args *a)
{
    span whole = span_of(self), old, new;
    int64_t most = -1;
    if (!same_kind(self, a->at[0], &old) || !same_kind(self, a->at[1], &new))
        return NULL_VALUE;
    if (a->count > 2 && !vm_to_int(a->at[2], "count", &most))
        return NULL_VALUE;
    text_buffer b = { 0 };
    size_t at = 0;
    vm_buffer_add(&b, "", 0);
    while (most != 0) {
        int64_t found = vm_find_bytes(whole.text + at, whole.size - at, old.text, old.size);
        if (found < 0 || at > whole.size)
            break;
        if (old.size == 0) {
            /* Between all characters, and at both ends. */
            vm_buffer_add(&b, new.text, new.size);
            if (at == whole.size)
                break;
            vm_buffer_char(&b, whole.text[at++]);
        } else {
            vm_buffer_add(&b, whole.text + at, (size_t)found);
            vm_buffer_add(&b, new.text, new.size);
            at += (size_t)found + old.size;
        }
        most--;
    }
    if (at < whole.size)
        vm_buffer_add(&b, whole.text + at, whole.size - at);
    return like_buffer(self, &b);
}

/* x.startswith(prefix or tuple of prefixes) */
static value starts_or_ends(value self, value with, bool ends)
{
    if (vm_is(with, &vm_tuple_class)) {
        const tuple *t = (tuple *)with.as.o;
        for (size_t i = 0; i < t->count; i++) {
            value answer = starts_or_ends(self, t->at[i], ends);
            if (vm_is_null(answer) || answer.as.b)
                return answer;
        }
        return vm_bool(false);
    }
    span whole = span_of(self), part;
    if (!same_kind(self, with, &part))
        return NULL_VALUE;
    if (part.size > whole.size)
        return vm_bool(false);
    const char *from = whole.text + (ends ? whole.size - part.size : 0);
    return vm_bool(memcmp(from, part.text, part.size) == 0);
}

static value method_startswith(value self, const args *a)
{
    return starts_or_ends(self, a->at[0], false);
}

static value method_endswith(value self, const args *a)
{
    return starts_or_ends(self, a->at[0], true);
}

/* Bytes before a position, as characters for a str. */
static int64_t position(value self, int64_t at)
{
    if (!vm_is_str(self) || at < 0)
        return at;
    int64_t characters = 0;
    for (int64_t i = 0; i < at; i++)
        characters += (vm_as_str(self)->text[i] & 0xc0) != 0x80;
    return characters;
}

static value method_find(value self, const args *a)
{
    span whole = span_of(self), part;
    if (!same_kind(self, a->at[0], &part))
        return NULL_VALUE;
    return vm_int(position(self, vm_find_bytes(whole.text, whole.size, part.text, part.size)));
}

static value method_index(value self, const args *a)
{
    value at = method_find(self, a);
    if (at.tag == VM_INT && at.as.i < 0)
        return vm_raise(&vm_exc.ValueError, "%s not found",
                        vm_is_str(self) ? "substring" : "subsection");
    return at;
}

static value method_rfind(value self, const args *a)
{
    span whole = span_of(self), part;
    if (!same_kind(self, a->at[0], &part))
        return NULL_VALUE;
    int64_t last = -1;
    for (size_t at = 0; part.size <= whole.size && at <= whole.size - part.size; at++) {
        if (memcmp(whole.text + at, part.text, part.size) == 0)
            last = (int64_t)at;
    }
    return vm_int(position(self, last));
}

static value method_count(value self, const args *a)
{
    span whole = span_of(self), part;
    if (!same_kind(self, a->at[0], &part))
        return NULL_VALUE;
    if (part.size == 0)
        return vm_int(vm_length(self) + 1);
    int64_t count = 0;
    for (size_t at = 0; at + part.size <= whole.size;) {
        bool here = memcmp(whole.text + at, part.text, part.size) == 0;
        count += here;
        at += here ? part.size : 1;
    }
    return vm_int(count);
}

static value map_characters(value self, int (*map)(int))
{
    span whole = span_of(self);
    value result = like(self, whole.text, whole.size);
    char *out = vm_is_str(result) ? vm_as_str(result)->text
                                  : (char *)((bytes *)result.as.o)->data;
    text_buffer b = { 0 };
    vm_buffer_add(&b, "", 0);
    for (size_t i = 0; i < whole.size; i++) {
        unsigned char c = (unsigned char)out[i];
        vm_buffer_char(&b, c < 0x80 ? (char)map(c) : (char)c);
    }
    vm_drop(result);
    result = like(self, b.text, b.size);
    vm_buffer_free(&b);
    return result;
}

static value method_upper(value self, const args *a)
{
    (void)a;
    return map_characters(self, toupper);
}

static value method_lower(value self, const args *a)
{
    (void)a;
    return map_characters(self, tolower);
}

static value method_capitalize(value self, const args *a)
{
    (void)a;
    value lower = map_characters(self, tolower);
    span all = span_of(lower);
    text_buffer b = { 0 };
    vm_buffer_add(&b, all.text, all.size);
    if (all.size > 0)
        b.text[0] = (char)toupper((unsigned char)b.text[0]);
    vm_drop(lower);
    return like_buffer(self, &b);
}

static value all_characters(value self, int (*is)(int))
{
    span whole = span_of(self);
    for (size_t i = 0; i < whole.size; i++) {
        if (!is((unsigned char)whole.text[i]))
            return vm_bool(false);
    }
    return vm_bool(whole.size > 0);
}

static value method_isdigit(value self, const args *a)
{
    (void)a;
    return all_characters(self, isdigit);
}

static value method_isalpha(value self, const args *a)
{
    (void)a;
    return all_characters(self, isalpha);
}

static value method_isupper(value self, const args *a)
{
    (void)a;
    return all_characters(self, isupper);
}

static value method_islower(value self, const args *a)
{
    (void)a;
    return all_characters(self, islower);
}

/* x.ljust(width[, fill]); `left` and `right` say where the filling goes. */
static value justify(value self, const args *a, bool left, bool right)
{
    int64_t width;
    span whole = span_of(self), fill = { " ", 1 };
    if (!vm_to_int(a->at[0], "width", &width))
        return NULL_VALUE;
    if (a->count > 1 && !same_kind(self, a->at[1], &fill))
        return NULL_VALUE;
    int64_t missing = width - vm_length(self);
    if (missing <= 0)
        return vm_keep(self);
    int64_t before = left && right ? missing / 2 + (missing & width & 1) : left ? missing : 0;
    text_buffer b = { 0 };
    for (int64_t i = 0; i < before; i++)
        vm_buffer_add(&b, fill.text, fill.size);
    vm_buffer_add(&b, whole.text, whole.size);
    for (int64_t i = before; i < missing; i++)
        vm_buffer_add(&b, fill.text, fill.size);
    return like_buffer(self, &b);
}

static value method_ljust(value self, const args *a) { return justify(self, a, false, true); }
static value method_rjust(value self, const args *a) { return justify(self, a, true, false); }
static value method_center(value self, const args *a) { return justify(self, a, true, true); }

/* Zeros in front, behind a sign. */
static value method_zfill(value self, const args *a)
{
    int64_t width;
    span whole = span_of(self);
    if (!vm_to_int(a->at[0], "width", &width))
        return NULL_VALUE;
    text_buffer b = { 0 };
    size_t sign = whole.size > 0 && (whole.text[0] == '-' || whole.text[0] == '+');
    vm_buffer_add(&b, whole.text, sign);
    for (int64_t missing = width - vm_length(self); missing > 0; missing--)
        vm_buffer_char(&b, '0');
    vm_buffer_add(&b, whole.text + sign, whole.size - sign);
    return like_buffer(self, &b);
}

static value method_partition(value self, const args *a)
{
    span whole = span_of(self), by;
    if (!same_kind(self, a->at[0], &by))
        return NULL_VALUE;
    int64_t at = vm_find_bytes(whole.text, whole.size, by.text, by.size);
    value parts[3];
    if (at < 0) {
        parts[0] = vm_keep(self);
        parts[1] = like(self, "", 0);
        parts[2] = like(self, "", 0);
    } else {
        size_t behind = (size_t)at + by.size;
        parts[0] = like(self, whole.text, (size_t)at);
        parts[1] = vm_keep(a->at[0]);
        parts[2] = like(self, whole.text + behind, whole.size - behind);
    }
    return vm_obj(vm_tuple_taken(3, parts));
}

static value method_splitlines(value self, const args *a)
{
    (void)a;
    span whole = span_of(self);
    list *lines = vm_list_new(4);
    for (size_t at = 0; at < whole.size;) {
        const char *end = memchr(whole.text + at, '\n', whole.size - at);
        size_t size = end == NULL ? whole.size - at : (size_t)(end - whole.text) - at;
        vm_list_append_taken(lines, like(self, whole.text + at, size));
        at += size + 1;
    }
    return vm_obj(lines);
}

static value method_encode(value self, const args *a)
{
    (void)a;
    return vm_bytes_new(vm_as_str(self)->text, vm_as_str(self)->size);
}

static value method_decode(value self, const args *a)
{
    (void)a;
    const bytes *b = (bytes *)self.as.o;
    return vm_obj(vm_str_new((const char *)b->data, b->size));
}

static value method_hex(value self, const args *a)
{
    (void)a;
    const bytes *bs = (bytes *)self.as.o;
    text_buffer b = { 0 };
    for (size_t i = 0; i < bs->size; i++) {
        vm_buffer_char(&b, "0123456789abcdef"[bs->data[i] >> 4]);
        vm_buffer_char(&b, "0123456789abcdef"[bs->data[i] & 15]);
    }
    return vm_buffer_finish(&b);
}

/* "...{}...{0}...{name}...".format(): fields without attributes or indexing. */
static value method_format(value self, const args *a)
{
    const char *p = vm_as_str(self)->text;
    text_buffer b = { 0 };
    size_t next = 0;
    vm_buffer_add(&b, "", 0);
    while (*p != '\0') {
        if ((p[0] == '{' && p[1] == '{') || (p[0] == '}' && p[1] == '}')) {
            vm_buffer_char(&b, *p);
            p += 2;
            continue;
        }
        if (*p != '{') {
            vm_buffer_char(&b, *p++);
            continue;
        }
        size_t size = strcspn(++p, "}");
        char field[128];
        if (p[size] != '}' || size >= sizeof field) {
            vm_buffer_free(&b);
            return vm_raise(&vm_exc.ValueError, "expected '}' before end of string");
        }
        memcpy(field, p, size);
        field[size] = '\0';
        p += size + 1;
        char *spec = strchr(field, ':');
        if (spec != NULL)
            *spec++ = '\0';
        char *conversion = strchr(field, '!');
        if (conversion != NULL)
            *conversion++ = '\0';
        value v = NULL_VALUE;
        bool number = field[0] == '\0' || isdigit((unsigned char)field[0]);
        if (number) {
            size_t at = field[0] == '\0' ? next++ : strtoul(field, NULL, 10);
            if (at < a->count)
                v = a->at[at];
        }
        for (size_t i = 0; !number && i < a->keyword_count; i++) {
            if (vm_str_is(a->names[i], field))
                v = a->keywords[i];
        }
        if (vm_is_null(v)) {
            vm_buffer_free(&b);
            if (!number)
                return vm_raise(&vm_exc.KeyError, "%s", field);
            return vm_raise(&vm_exc.IndexError,
                            "Replacement index %s out of range for positional args tuple", field);
        }
        value shown = conversion == NULL ? vm_keep(v) : *conversion == 'r' ? vm_repr(v)
                                                                          : vm_str(v);
        value text = vm_is_null(shown) ? shown : vm_format(shown, spec == NULL ? "" : spec);
        vm_drop(shown);
        if (vm_is_null(text)) {
            vm_buffer_free(&b);
            return text;
        }
        vm_buffer_add(&b, vm_as_str(text)->text, vm_as_str(text)->size);
        vm_drop(text);
    }
    return vm_buffer_finish(&b);
}

#define SHARED_METHODS \
    { "join", method_join, 1, 1, false }, \
    { "split", method_split, 0, 2, false }, \
    { "strip", method_strip, 0, 1, false }, \
    { "lstrip", method_lstrip, 0, 1, false }, \
    { "rstrip", method_rstrip, 0, 1, false }, \
    { "replace", method_replace, 2, 3, false }, \
    { "startswith", method_startswith, 1, 1, false }, \
    { "endswith", method_endswith, 1, 1, false }, \
    { "find", method_find, 1, 1, false }, \
    { "rfind", method_rfind, 1, 1, false }, \
    { "index", method_index, 1, 1, false }, \
    { "count", method_count, 1, 1, false }, \
    { "upper", method_upper, 0, 0, false }, \
    { "lower", method_lower, 0, 0, false }, \
    { "capitalize", method_capitalize, 0, 0, false }, \
    { "isdigit", method_isdigit, 0, 0, false }, \
    { "isalpha", method_isalpha, 0, 0, false }, \
    { "isupper", method_isupper, 0, 0, false }, \
    { "islower", method_islower, 0, 0, false }, \
    { "ljust", method_ljust, 1, 2, false }, \
    { "rjust", method_rjust, 1, 2, false }, \
    { "center", method_center, 1, 2, false }, \
    { "zfill", method_zfill, 1, 1, false }, \
    { "partition", method_partition, 1, 1, false }, \
    { "splitlines", method_splitlines, 0, 0, false }

const builtin_def vm_str_methods[] = {
    SHARED_METHODS,
    { "encode", method_encode, 0, 1, false },
    { "format", method_format, 0, -1, true },
    { NULL, NULL, 0, 0, false },
};

const builtin_def vm_bytes_methods[] = {
    SHARED_METHODS,
    { "decode", method_decode, 0, 1, false },
    { "hex", method_hex, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};
