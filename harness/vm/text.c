/*
 * text.c - str and bytes objects, interned names, and building texts.
 *
 * What methods strings have is in text_methods.c; formatting in format.c.
 */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "classes.h"
#include "containers.h"
#include "operators.h"
#include "text_methods.h"

class vm_str_class, vm_bytes_class;

static table *names; /* interned strings: each its own item */

/* FNV-1a: good enough for names, and the same in every run. */
static uint64_t hash_bytes(const void *data, size_t size)
{
    const unsigned char *p = data;
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ p[i]) * 0x100000001b3u;
    return hash;
}

/* The size of the UTF-8 sequence that starts here, 0 if it is none. */
static size_t sequence_size(const unsigned char *p, size_t left)
{
    size_t size = p[0] < 0x80 ? 1 : (p[0] & 0xe0) == 0xc0 ? 2 : (p[0] & 0xf0) == 0xe0 ? 3
                : (p[0] & 0xf8) == 0xf0 ? 4 : 0;
    if (size == 0 || size > left)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    }
    return size;
}

str *vm_str_new(const char *text, size_t size)
{
    str *s = vm_object_new(&vm_str_class, size + 1);
    s->size = size;
    if (size > 0)
        memcpy(s->text, text, size);
    for (size_t i = 0; i < size; s->length++) {
        size_t step = sequence_size((unsigned char *)s->text + i, size - i);
        if (step == 0) {
            s->text[i] = '?';
            step = 1;
        }
        i += step;
    }
    s->hash = hash_bytes(s->text, size);
    return s;
}

str *vm_str_from(const char *text)
{
    return vm_str_new(text, strlen(text));
}

str *vm_name(const char *text)
{
    /* Looked for without making a str first: this happens all the time. */
    size_t size = strlen(text);
    uint64_t hash = hash_bytes(text, size);
    for (size_t slot = (size_t)hash; names->slots > 0; slot++) {
        uint32_t number = names->index[slot & (names->slots - 1)];
        if (number == 0)
            break;
        str *known = vm_as_str(names->entries[number - 1].key);
        if (known->hash == hash && known->size == size && memcmp(known->text, text, size) == 0)
            return known;
    }
    str *s = vm_str_new(text, size);
    vm_table_set_str(names, s, vm_obj(s));
    vm_unref(s);
    return s;
}

value vm_text(const char *text)
{
    return vm_obj(vm_str_from(text));
}

value vm_textf(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    char text[1024];
    int size = vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    return vm_obj(vm_str_new(text, size < (int)sizeof text ? (size_t)size : sizeof text - 1));
}

bool vm_is_str(value v)
{
    return vm_is(v, &vm_str_class);
}

const char *vm_c_string(value v)
{
    return vm_is_str(v) ? vm_as_str(v)->text : NULL;
}

bool vm_str_is(value v, const char *text)
{
    return vm_is_str(v) && strcmp(vm_as_str(v)->text, text) == 0;
}

value vm_bytes_new(const void *data, size_t size)
{
    bytes *b = vm_object_new(&vm_bytes_class, size + 1);
    b->size = size;
    if (size > 0 && data != NULL)
        memcpy(b->data, data, size);
    return vm_obj(b);
}

/* ---- Building ------------------------------------------------------------- */

void vm_buffer_add(text_buffer *b, const char *text, size_t size)
{
    if (b->size + size + 1 > b->capacity) {
        b->capacity = (b->size + size + 1) * 2;
        b->text = vm_realloc(b->text, b->capacity);
    }
    memcpy(b->text + b->size, text, size);
    b->size += size;
    b->text[b->size] = '\0';
}

void vm_buffer_text(text_buffer *b, const char *text)
{
    vm_buffer_add(b, text, strlen(text));
}

void vm_buffer_char(text_buffer *b, char c)
{
    vm_buffer_add(b, &c, 1);
}

value vm_buffer_finish(text_buffer *b)
{
    value text = vm_obj(vm_str_new(b->text == NULL ? "" : b->text, b->size));
    vm_buffer_free(b);
    return text;
}

void vm_buffer_free(text_buffer *b)
{
    free(b->text);
    *b = (text_buffer){ 0 };
}

/* ---- str ------------------------------------------------------------------ */

static value str_repr(obj *self)
{
    const str *s = (str *)self;
    char quote = strchr(s->text, '\'') != NULL && strchr(s->text, '"') == NULL ? '"' : '\'';
    text_buffer b = { 0 };
    vm_buffer_char(&b, quote);
    for (size_t i = 0; i < s->size; i++) {
        unsigned char c = (unsigned char)s->text[i];
        char escape[8];
        if (c == (unsigned char)quote || c == '\\')
            snprintf(escape, sizeof escape, "\\%c", c);
        else if (c == '\n' || c == '\t' || c == '\r')
            snprintf(escape, sizeof escape, "\\%c", c == '\n' ? 'n' : c == '\t' ? 't' : 'r');
        else if (c < 0x20 || c == 0x7f)
            snprintf(escape, sizeof escape, "\\x%02x", c);
        else
            snprintf(escape, sizeof escape, "%c", c);
        vm_buffer_text(&b, escape);
    }
    vm_buffer_char(&b, quote);
    return vm_buffer_finish(&b);
}

static value str_str(obj *self)
{
    return vm_obj(vm_ref(self));
}

static int str_hash(obj *self, uint64_t *out)
{
    *out = ((str *)self)->hash;
    return 0;
}

static int compare_text(const str *a, const str *b)
{
    size_t least = a->size < b->size ? a->size : b->size;
    int order = memcmp(a->text, b->text, least); /* UTF-8 keeps the order of code points */
    return order != 0 ? order : (a->size > b->size) - (a->size < b->size);
}

static int str_equal(obj *self, value other)
{
    if (!vm_is_str(other))
        return VM_NOT_IMPLEMENTED;
    const str *a = (str *)self, *b = vm_as_str(other);
    return a->hash == b->hash && compare_text(a, b) == 0;
}

/* Turn the sign of a three-way comparison into the answer to `op`. */
static int answer(int order, const char *op)
{
    bool or_equal = op[1] == '=';
    if (order == 0)
        return or_equal;
    return (op[0] == '<') == (order < 0);
}

static int str_order(obj *self, value other, const char *op)
{
    if (!vm_is_str(other))
        return VM_NOT_IMPLEMENTED;
    return answer(compare_text((str *)self, vm_as_str(other)), op);
}

static int64_t str_length(obj *self)
{
    return (int64_t)((str *)self)->length;
}

/* Byte offset of a character position. */
static size_t offset_of(const str *s, size_t position)
{
    if (s->size == s->length)
        return position;
    size_t at = 0;
    while (position-- > 0)
        at += sequence_size((const unsigned char *)s->text + at, s->size - at);
    return at;
}

value vm_str_part(str *s, size_t start, size_t count)
{
    size_t from = offset_of(s, start), to = offset_of(s, start + count);
    return vm_obj(vm_str_new(s->text + from, to - from));
}

static value str_get_item(obj *self, value key)
{
    str *s = (str *)self;
    if (vm_is(key, &vm_slice_class)) {
        int64_t at, step;
        size_t count;
        if (vm_slice_place((slice *)key.as.o, s->length, &at, &step, &count) < 0)
            return NULL_VALUE;
        if (step == 1)
            return vm_str_part(s, (size_t)at, count);
        text_buffer b = { 0 };
        for (; count > 0; count--, at += step) {
            size_t from = offset_of(s, (size_t)at), to = offset_of(s, (size_t)at + 1);
            vm_buffer_add(&b, s->text + from, to - from);
        }
        return vm_buffer_finish(&b);
    }
    int64_t at = vm_index(key, s->length, "string");
    return at < 0 ? NULL_VALUE : vm_str_part(s, (size_t)at, 1);
}

static int str_contains(obj *self, value item)
{
    if (!vm_is_str(item)) {
        vm_raise(&vm_exc.TypeError, "'in <string>' requires string as left operand, not %s",
                 vm_type_name(item));
        return -1;
    }
    return vm_find_bytes(((str *)self)->text, ((str *)self)->size, vm_as_str(item)->text,
                         vm_as_str(item)->size) >= 0;
}

static value str_iter(obj *self)
{
    const str *s = (str *)self;
    list *l = vm_list_new(s->length);
    for (size_t i = 0; i < s->size;) {
        size_t step = sequence_size((const unsigned char *)s->text + i, s->size - i);
        vm_list_append_taken(l, vm_obj(vm_str_new(s->text + i, step)));
        i += step;
    }
    value iterator = vm_iter(vm_obj(l));
    vm_unref(l);
    return iterator;
}

/* str(x), str(bytes, encoding) */
static value str_create(class *cls, const args *a)
{
    (void)cls;
    if (a->count == 0)
        return vm_text("");
    if (a->count > 1 && vm_is(a->at[0], &vm_bytes_class)) {
        const bytes *b = (bytes *)a->at[0].as.o;
        return vm_obj(vm_str_new((const char *)b->data, b->size));
    }
    return vm_str(a->at[0]);
}

static const class_slots str_slots = {
    .repr = str_repr, .to_str = str_str, .hash = str_hash, .equal = str_equal,
    .order = str_order, .length = str_length, .iter = str_iter, .contains = str_contains,
    .get_item = str_get_item, .create = str_create,
};

/* ---- bytes ---------------------------------------------------------------- */

static value bytes_repr(obj *self)
{
    const bytes *s = (bytes *)self;
    bool single = memchr(s->data, '\'', s->size) != NULL;
    bool twice = memchr(s->data, '"', s->size) != NULL;
    char quote = single && !twice ? '"' : '\'';
    text_buffer b = { 0 };
    vm_buffer_char(&b, 'b');
    vm_buffer_char(&b, quote);
    for (size_t i = 0; i < s->size; i++) {
        unsigned char c = s->data[i];
        char escape[8];
        if (c == (unsigned char)quote || c == '\\')
            snprintf(escape, sizeof escape, "\\%c", c);
        else if (c == '\n' || c == '\t' || c == '\r')
            snprintf(escape, sizeof escape, "\\%c", c == '\n' ? 'n' : c == '\t' ? 't' : 'r');
        else if (c < 0x20 || c >= 0x7f)
            snprintf(escape, sizeof escape, "\\x%02x", c);
        else
            snprintf(escape, sizeof escape, "%c", c);
        vm_buffer_text(&b, escape);
    }
    vm_buffer_char(&b, quote);
    return vm_buffer_finish(&b);
}

static int bytes_hash(obj *self, uint64_t *out)
{
    *out = hash_bytes(((bytes *)self)->data, ((bytes *)self)->size);
    return 0;
}

static int compare_bytes(const bytes *a, const bytes *b)
{
    size_t least = a->size < b->size ? a->size : b->size;
    int order = memcmp(a->data, b->data, least);
    return order != 0 ? order : (a->size > b->size) - (a->size < b->size);
}

static int bytes_equal(obj *self, value other)
{
    if (!vm_is(other, &vm_bytes_class))
        return VM_NOT_IMPLEMENTED;
    return compare_bytes((bytes *)self, (bytes *)other.as.o) == 0;
}

static int bytes_order(obj *self, value other, const char *op)
{
    if (!vm_is(other, &vm_bytes_class))
        return VM_NOT_IMPLEMENTED;
    return answer(compare_bytes((bytes *)self, (bytes *)other.as.o), op);
}

static int64_t bytes_length(obj *self)
{
    return (int64_t)((bytes *)self)->size;
}

static value bytes_get_item(obj *self, value key)
{
    bytes *s = (bytes *)self;
    if (vm_is(key, &vm_slice_class)) {
        int64_t at, step;
        size_t count;
        if (vm_slice_place((slice *)key.as.o, s->size, &at, &step, &count) < 0)
            return NULL_VALUE;
        value part = vm_bytes_new(NULL, count);
        for (size_t i = 0; i < count; i++, at += step)
            ((bytes *)part.as.o)->data[i] = s->data[at];
        return part;
    }
    int64_t at = vm_index(key, s->size, "index");
    return at < 0 ? NULL_VALUE : vm_int(s->data[at]);
}

static int bytes_contains(obj *self, value item)
{
    const bytes *s = (bytes *)self;
    if (vm_is(item, &vm_bytes_class)) {
        const bytes *part = (bytes *)item.as.o;
        return vm_find_bytes((const char *)s->data, s->size, (const char *)part->data,
                             part->size) >= 0;
    }
    int64_t byte;
    if (!vm_to_int(item, "a bytes-like object is required", &byte))
        return -1;
    return byte >= 0 && byte < 256 && memchr(s->data, (int)byte, s->size) != NULL;
}

static value bytes_iter(obj *self)
{
    const bytes *s = (bytes *)self;
    list *l = vm_list_new(s->size);
    for (size_t i = 0; i < s->size; i++)
        vm_list_append_taken(l, vm_int(s->data[i]));
    value iterator = vm_iter(vm_obj(l));
    vm_unref(l);
    return iterator;
}

/* bytes(), bytes(count), bytes(iterable of ints), bytes(text, encoding) */
static value bytes_create(class *cls, const args *a)
{
    (void)cls;
    if (a->count == 0)
        return vm_bytes_new(NULL, 0);
    value from = a->at[0];
    if (vm_is_str(from) && a->count > 1)
        return vm_bytes_new(vm_as_str(from)->text, vm_as_str(from)->size);
    if (vm_is_str(from))
        return vm_raise(&vm_exc.TypeError, "string argument without an encoding");
    if (vm_is(from, &vm_bytes_class))
        return vm_keep(from);
    if (from.tag == VM_INT && from.as.i >= 0)
        return vm_bytes_new(NULL, (size_t)from.as.i);
    list *l = vm_list_from(from);
    if (l == NULL)
        return NULL_VALUE;
    value result = vm_bytes_new(NULL, l->count);
    for (size_t i = 0; i < l->count; i++) {
        int64_t byte;
        if (!vm_to_int(l->at[i], "bytes need integers", &byte)) {
            vm_clear(&result);
            break;
        }
        if (byte < 0 || byte > 255) {
            vm_clear(&result);
            vm_raise(&vm_exc.ValueError, "bytes must be in range(0, 256)");
            break;
        }
        ((bytes *)result.as.o)->data[i] = (unsigned char)byte;
    }
    vm_unref(l);
    return result;
}

static const class_slots bytes_slots = {
    .repr = bytes_repr, .hash = bytes_hash, .equal = bytes_equal, .order = bytes_order,
    .length = bytes_length, .iter = bytes_iter, .contains = bytes_contains,
    .get_item = bytes_get_item, .create = bytes_create,
};

void vm_text_classes(void)
{
    names = vm_table_new();
    /* Their memory comes first: the names of all classes are strings. */
    vm_str_class.size = sizeof(str);
    vm_str_class.slots = &str_slots;
    vm_class_start(&vm_str_class, "str", &vm_object_class, sizeof(str), &str_slots,
                   vm_str_methods);
    vm_class_start(&vm_bytes_class, "bytes", &vm_object_class, sizeof(bytes), &bytes_slots,
                   vm_bytes_methods);
}

void vm_text_end(void)
{
    /* The strings themselves are gone with all objects. */
    free(names->entries);
    free(names->index);
    free(names);
    names = NULL;
}
