/*
 * loader.c - reads a program (spec/program-format.md) and checks it.
 *
 * Names become interned strings, operands become indexes, and vm_verify proves
 * that no instruction can reach outside its frame.  Whatever is wrong is said
 * with the code object and the instruction.
 */
#include "program.h"

#include <errno.h>
#include <jansson.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "classes.h"
#include "opcodes.h"
#include "text.h"

#define VM_OPCODE_WORD(name, operands, pops, pushes) { #name, operands },
static const struct {
    const char *name, *operands;
} opcodes[] = { VM_OPCODES(VM_OPCODE_WORD) };
#undef VM_OPCODE_WORD

/* What is being read, for the message; the first complaint wins. */
typedef struct reader {
    const char *path;
    const char *where;
    char *error;
    size_t error_size;
    bool failed;
    size_t code_count;
} reader;

static void complain(reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void complain(reader *r, const char *format, ...)
{
    if (r->failed)
        return;
    r->failed = true;
    char text[256];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    snprintf(r->error, r->error_size, "%s: broken program%s%s: %s; compile the scenario again",
             r->path, r->where == NULL ? "" : " in ", r->where == NULL ? "" : r->where, text);
}

/* ---- Fields --------------------------------------------------------------- */

static const char *read_text(reader *r, const json_t *from, const char *key)
{
    const char *text = json_string_value(json_object_get(from, key));
    if (text == NULL)
        complain(r, "\"%s\" is not a string", key);
    return text == NULL ? "" : text;
}

static size_t read_count(reader *r, const json_t *from, const char *key)
{
    const json_t *field = json_object_get(from, key);
    json_int_t count = json_integer_value(field);
    if (!json_is_integer(field) || count < 0 || count > INT_MAX) {
        complain(r, "\"%s\" is not a count", key);
        return 0;
    }
    return (size_t)count;
}

static bool read_bool(reader *r, const json_t *from, const char *key)
{
    const json_t *field = json_object_get(from, key);
    if (!json_is_boolean(field))
        complain(r, "\"%s\" is not true or false", key);
    return json_is_true(field);
}

static const json_t *read_array(reader *r, const json_t *from, const char *key)
{
    const json_t *field = json_object_get(from, key);
    if (!json_is_array(field))
        complain(r, "\"%s\" is not a list", key);
    return field;
}

/* A list of names; *count as many. */
static str **read_names(reader *r, const json_t *from, const char *key, size_t *count)
{
    const json_t *items = read_array(r, from, key);
    *count = json_array_size(items);
    str **names = vm_alloc((*count + 1) * sizeof *names);
    for (size_t i = 0; i < *count; i++) {
        const char *text = json_string_value(json_array_get(items, i));
        if (text == NULL)
            complain(r, "\"%s\" holds something that is not a name", key);
        names[i] = vm_name(text == NULL ? "" : text);
    }
    return names;
}

/* ---- Constants ------------------------------------------------------------ */

static value read_bytes(reader *r, const json_t *hex)
{
    const char *digits = json_string_value(hex);
    size_t size = digits == NULL ? 0 : strlen(digits) / 2;
    value result = vm_bytes_new(NULL, size);
    for (size_t i = 0; i < size; i++) {
        unsigned byte = 0;
        if (sscanf(digits + 2 * i, "%2x", &byte) != 1)
            complain(r, "bytes that are not hexadecimal");
        ((bytes *)result.as.o)->data[i] = (unsigned char)byte;
    }
    return result;
}

static value read_const(reader *r, const json_t *from);

static value read_tuple(reader *r, const json_t *items)
{
    size_t count = json_array_size(items);
    list *l = vm_list_new(count);
    for (size_t i = 0; i < count; i++)
        vm_list_append_taken(l, read_const(r, json_array_get(items, i)));
    value result = vm_tuple_from_list(l);
    vm_unref(l);
    return result;
}

static value read_const(reader *r, const json_t *from)
{
    if (json_is_null(from))
        return NONE_VALUE;
    if (json_is_boolean(from))
        return vm_bool(json_is_true(from));
    if (json_is_integer(from))
        return vm_int((int64_t)json_integer_value(from));
    if (json_is_string(from))
        return vm_obj(vm_str_new(json_string_value(from), json_string_length(from)));
    const json_t *field;
    if ((field = json_object_get(from, "float")) != NULL && json_is_string(field))
        return vm_float(strtod(json_string_value(field), NULL));
    if ((field = json_object_get(from, "bytes")) != NULL && json_is_string(field))
        return read_bytes(r, field);
    if ((field = json_object_get(from, "tuple")) != NULL && json_is_array(field))
        return read_tuple(r, field);
    if (json_object_get(from, "ellipsis") != NULL)
        return vm_ellipsis();
    if ((field = json_object_get(from, "code")) != NULL && json_is_integer(field)
        && json_integer_value(field) > 0
        && (size_t)json_integer_value(field) < r->code_count)
        return vm_int((int64_t)json_integer_value(field));
    complain(r, "a constant of unknown kind");
    return NONE_VALUE;
}

/* ---- Instructions --------------------------------------------------------- */

static int32_t find_name(reader *r, str **names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i]->text, name) == 0)
            return (int32_t)i;
    }
    complain(r, "an instruction names %s, which the code does not have", name);
    return 0;
}

static int32_t read_number(reader *r, const char *word, size_t limit)
{
    char *end;
    errno = 0;
    long number = strtol(word, &end, 10);
    if (*end != '\0' || end == word || errno != 0 || number < 0 || (size_t)number >= limit) {
        complain(r, "the operand %s is out of range", word);
        return 0;
    }
    return (int32_t)number;
}

static bool is_operator(const char *word)
{
    static const char all[] = " + - * / // % ** << >> & | ^ ~ not == != < <= > >= in not-in is "
                              "is-not s r a ";
    char padded[16];
    snprintf(padded, sizeof padded, " %s ", word);
    return strstr(all, padded) != NULL;
}

/* One operand, by its letter in opcodes.h. */
static void read_operand(reader *r, const code *c, instruction *in, char kind, int which,
                         const char *word)
{
    int32_t number = 0;
    switch (kind) {
    case 'n':
        number = read_number(r, word, 100000);
        break;
    case 'k':
        number = read_number(r, word, c->const_count);
        break;
    case 't':
        number = read_number(r, word, c->instruction_count);
        break;
    case 'l':
        number = find_name(r, c->locals, c->local_count, word);
        in->name = vm_name(word);
        break;
    case 'c':
        number = find_name(r, c->cells, c->cell_count + c->free_count, word);
        in->name = vm_name(word);
        break;
    case 'o':
        if (!is_operator(word))
            complain(r, "unknown operator %s", word);
        in->name = vm_name(word);
        break;
    default: /* a name */
        in->name = vm_name(word);
        break;
    }
    if (which == 0)
        in->a = number;
    else
        in->b = number;
}

static void read_instruction(reader *r, const code *c, instruction *in, const char *text)
{
    char copy[256], *rest = NULL;
    snprintf(copy, sizeof copy, "%s", text);
    const char *mnemonic = strtok_r(copy, " ", &rest);
    size_t op = 0;
    while (op < OP_COUNT && (mnemonic == NULL || strcmp(opcodes[op].name, mnemonic) != 0))
        op++;
    if (op == OP_COUNT) {
        complain(r, "unknown instruction \"%s\"", text);
        return;
    }
    in->op = (uint16_t)op;
    const char *operands = opcodes[op].operands;
    for (int i = 0; operands[i] != '\0'; i++) {
        const char *word = strtok_r(NULL, " ", &rest);
        if (word == NULL) {
            complain(r, "\"%s\" lacks an operand", text);
            return;
        }
        read_operand(r, c, in, operands[i], i, word);
    }
    if (strtok_r(NULL, " ", &rest) != NULL)
        complain(r, "\"%s\" has too many operands", text);
}

/* [[first instruction, line], ...] */
static void read_lines(reader *r, code *c, const json_t *from)
{
    size_t next = 0, runs = json_array_size(from);
    int line = c->first_line;
    c->lines = vm_alloc((c->instruction_count + 1) * sizeof *c->lines);
    for (size_t i = 0; i < c->instruction_count; i++) {
        while (next < runs) {
            const json_t *run = json_array_get(from, next);
            if (!json_is_integer(json_array_get(run, 0))
                || !json_is_integer(json_array_get(run, 1)))
                complain(r, "\"lines\" is not a list of pairs");
            if (json_integer_value(json_array_get(run, 0)) > (json_int_t)i)
                break;
            line = (int)json_integer_value(json_array_get(run, 1));
            next++;
        }
        c->lines[i] = line;
    }
}

/* ---- Code objects --------------------------------------------------------- */

/* Their shape first: constants refer to other code objects by number only. */
static void read_shape(reader *r, code *c, const json_t *from)
{
    size_t positional, kwonly, free_count;
    c->name = vm_name(read_text(r, from, "name"));
    r->where = c->name->text;
    c->qualname = vm_name(read_text(r, from, "qualname"));
    c->first_line = (int)read_count(r, from, "line");
    c->posonly_count = read_count(r, from, "posonly");
    free(read_names(r, from, "args", &positional));
    free(read_names(r, from, "kwonly", &kwonly));
    c->arg_count = positional;
    c->kwonly_count = kwonly;
    c->has_varargs = json_is_string(json_object_get(from, "varargs"));
    c->has_varkw = json_is_string(json_object_get(from, "varkw"));
    c->is_generator = read_bool(r, from, "generator");
    c->is_coroutine = json_is_true(json_object_get(from, "coroutine"));
    c->is_class = read_bool(r, from, "class");
    c->locals = read_names(r, from, "locals", &c->local_count);
    if (c->local_count < positional + kwonly + c->has_varargs + c->has_varkw
        || c->posonly_count > positional)
        complain(r, "fewer locals than parameters");
    c->cells = read_names(r, from, "cells", &c->cell_count);
    str **free_names = read_names(r, from, "free", &free_count);
    c->free_count = free_count;
    c->cells = vm_realloc(c->cells, (c->cell_count + free_count + 1) * sizeof *c->cells);
    memcpy(c->cells + c->cell_count, free_names, free_count * sizeof *free_names);
    free(free_names);
    c->cell_from = vm_alloc((c->cell_count + 1) * sizeof *c->cell_from);
    size_t parameters = positional + kwonly + c->has_varargs + c->has_varkw;
    for (size_t i = 0; i < c->cell_count; i++) {
        c->cell_from[i] = -1;
        for (size_t k = 0; k < parameters && k < c->local_count; k++) {
            if (c->locals[k] == c->cells[i])
                c->cell_from[i] = (int)k;
        }
    }
}

static void read_code(reader *r, code *c, const json_t *from)
{
    read_shape(r, c, from);
    const json_t *consts = read_array(r, from, "consts"), *words = read_array(r, from, "code");
    c->const_count = json_array_size(consts);
    c->consts = vm_alloc((c->const_count + 1) * sizeof *c->consts);
    for (size_t i = 0; i < c->const_count; i++)
        c->consts[i] = read_const(r, json_array_get(consts, i));
    c->instruction_count = json_array_size(words);
    c->instructions = vm_alloc((c->instruction_count + 1) * sizeof *c->instructions);
    for (size_t i = 0; i < c->instruction_count; i++) {
        const char *text = json_string_value(json_array_get(words, i));
        if (text == NULL)
            complain(r, "an instruction that is not a string");
        else
            read_instruction(r, c, &c->instructions[i], text);
    }
    read_lines(r, c, read_array(r, from, "lines"));
    size_t at;
    const char *why;
    if (!r->failed && !vm_verify(c, &at, &why))
        complain(r, "instruction %zu: %s", at, why);
}

/* Constants may name code that keeps more cells than the maker gives it. */
static void check_closures(reader *r, const program *p)
{
    for (size_t i = 0; i < p->count && !r->failed; i++) {
        const code *c = &p->codes[i];
        r->where = c->name->text;
        for (size_t k = 1; k < c->instruction_count && !r->failed; k++) {
            const instruction *in = &c->instructions[k], *before = in - 1;
            if (in->op != OP_MAKE_FUNCTION)
                continue;
            value number = before->op == OP_LOAD_CONST ? c->consts[before->a] : NONE_VALUE;
            if (number.tag != VM_INT || (size_t)number.as.i >= p->count) {
                complain(r, "instruction %zu: MAKE_FUNCTION without code", k);
                break;
            }
            size_t closed = 0;
            if (in->a & 4)
                closed = k >= 2 && in[-2].op == OP_BUILD_TUPLE ? (size_t)in[-2].a : SIZE_MAX;
            if (closed != p->codes[number.as.i].free_count)
                complain(r, "instruction %zu: a closure of the wrong size", k);
        }
    }
}

program *vm_program_load(const char *path, char *error, size_t error_size)
{
    reader r = { .path = path, .error = error, .error_size = error_size };
    json_error_t why;
    json_t *root = json_load_file(path, JSON_ALLOW_NUL, &why);
    if (root == NULL) {
        if (why.line < 0)
            snprintf(error, error_size, "%s: cannot be read: %s", path, why.text);
        else
            snprintf(error, error_size, "%s:%d: not a program: %s", path, why.line, why.text);
        return NULL;
    }
    program *p = vm_alloc(sizeof *p);
    const json_t *codes = json_object_get(root, "codes");
    json_int_t format = json_integer_value(json_object_get(root, "format"));
    if (format < 1 || format > 2) /* 1 lacks what coroutines need */
        complain(&r, "its format is not 1 or 2");
    else if (!json_is_array(codes) || json_array_size(codes) == 0)
        complain(&r, "it has no code");
    const char *file = json_string_value(json_object_get(root, "file"));
    p->file = strcpy(vm_alloc(strlen(file == NULL ? path : file) + 1), file == NULL ? path : file);
    if (!r.failed) {
        p->count = r.code_count = json_array_size(codes);
        p->codes = vm_alloc(p->count * sizeof *p->codes);
        for (size_t i = 0; i < p->count; i++) {
            p->codes[i].file = p->file;
            read_code(&r, &p->codes[i], json_array_get(codes, i));
        }
        check_closures(&r, p);
        if (!r.failed && (p->codes[0].arg_count > 0 || p->codes[0].free_count > 0)) {
            complain(&r, "its first code is not a module's");
        }
    }
    json_decref(root);
    if (!r.failed)
        return p;
    vm_program_clear(p);
    vm_program_free(p);
    return NULL;
}

void vm_program_clear(program *p)
{
    for (size_t i = 0; i < p->count; i++) {
        for (size_t k = 0; k < p->codes[i].const_count; k++)
            vm_clear(&p->codes[i].consts[k]);
    }
}

void vm_program_free(program *p)
{
    for (size_t i = 0; i < p->count; i++) {
        code *c = &p->codes[i];
        free(c->locals);
        free(c->cells);
        free(c->cell_from);
        free(c->consts);
        free(c->instructions);
        free(c->lines);
    }
    free(p->codes);
    free(p->file);
    free(p);
}
