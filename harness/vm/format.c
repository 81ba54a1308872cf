/*
 * format.c - numbers as Python writes them, format specifications, and `%`.
 *
 * A specification is [[fill]align][sign][0][width][,][.precision][type] with
 * the types s d x o b c f F e g % (and none).
 */
#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "containers.h"
#include "exception.h"
#include "operators.h"
#include "text.h"

void vm_float_repr(double f, char out[40])
{
    if (isnan(f)) {
        strcpy(out, "nan");
        return;
    }
    if (isinf(f)) {
        strcpy(out, f < 0 ? "-inf" : "inf");
        return;
    }
    /* The fewest digits that read back the same number. */
    char digits[40];
    for (int precision = 0; precision < 17; precision++) {
        snprintf(digits, sizeof digits, "%.*e", precision, f);
        if (strtod(digits, NULL) == f)
            break;
    }
    int exponent = (short)atoi(strchr(digits, 'e') + 1);
    char mantissa[24];
    size_t count = 0;
    for (const char *p = digits; *p != 'e'; p++) {
        if (isdigit((unsigned char)*p))
            mantissa[count++] = *p;
    }
    mantissa[count] = '\0';
    const char *sign = signbit(f) ? "-" : "";
    if (exponent < -4 || exponent >= 16) {
        snprintf(out, 40, "%s%c%s%se%c%02d", sign, mantissa[0], count > 1 ? "." : "",
                 mantissa + 1, exponent < 0 ? '-' : '+', abs(exponent));
    } else if (exponent < 0) {
        snprintf(out, 40, "%s0.%.*s%s", sign, -exponent - 1, "0000", mantissa);
    } else {
        size_t whole = (size_t)exponent + 1;
        while (count < whole)
            mantissa[count++] = '0';
        mantissa[count] = '\0';
        snprintf(out, 40, "%s%.*s.%s", sign, (int)whole, mantissa,
                 mantissa[whole] == '\0' ? "0" : mantissa + whole);
    }
}

typedef struct spec {
    char fill[5];
    char align;  /* 0: not given */
    char sign;
    bool alternate;
    bool comma;
    int width;
    int precision; /* -1: not given */
    char type;     /* 0: none */
} spec;

static size_t character_size(const char *p)
{
    unsigned char c = (unsigned char)*p;
    return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static bool is_align(char c)
{
    return c != '\0' && strchr("<>^=", c) != NULL;
}

/* False: not a specification we know. */
static bool read_spec(const char *p, spec *out)
{
    *out = (spec){ .fill = " ", .precision = -1, .sign = '-' };
    if (*p != '\0') {
        size_t size = character_size(p);
        if (strlen(p) > size && is_align(p[size])) {
            memcpy(out->fill, p, size);
            out->fill[size] = '\0';
            p += size;
        }
    }
    if (is_align(*p))
        out->align = *p++;
    if (*p == '+' || *p == '-' || *p == ' ')
        out->sign = *p++;
    if (*p == '#') {
        out->alternate = true;
        p++;
    }
    if (*p == '0') {
        if (out->align == 0) {
            out->align = '=';
            strcpy(out->fill, "0");
        }
        p++;
    }
    while (isdigit((unsigned char)*p) && out->width < 10000)
        out->width = out->width * 10 + (*p++ - '0');
    if (*p == ',' || *p == '_') {
        out->comma = *p == ',';
        if (*p++ == '_')
            return false;
    }
    if (*p == '.') {
        if (!isdigit((unsigned char)*++p))
            return false;
        out->precision = 0;
        while (isdigit((unsigned char)*p) && out->precision < 10000)
            out->precision = out->precision * 10 + (*p++ - '0');
    }
    if (*p != '\0')
        out->type = *p++;
    return *p == '\0';
}

/* `sign` and `body`, filled up to the width. */
static value filled(const spec *s, const char *sign, const char *body, char default_align)
{
    size_t length = strlen(sign);
    for (const char *p = body; *p != '\0'; p += character_size(p))
        length++;
    size_t missing = (size_t)s->width > length ? (size_t)s->width - length : 0;
    char align = s->align != 0 ? s->align : default_align;
    size_t before = align == '>' ? missing : align == '^' ? missing / 2 : 0;
    size_t inside = align == '=' ? missing : 0;
    text_buffer b = { 0 };
    for (size_t i = 0; i < before; i++)
        vm_buffer_text(&b, s->fill);
    vm_buffer_text(&b, sign);
    for (size_t i = 0; i < inside; i++)
        vm_buffer_text(&b, s->fill);
    vm_buffer_text(&b, body);
    for (size_t i = before + inside; i < missing; i++)
        vm_buffer_text(&b, s->fill);
    return vm_buffer_finish(&b);
}

static void add_commas(char *digits, size_t size)
{
    size_t whole = strspn(digits, "0123456789");
    for (size_t at = whole; at > 3 && strlen(digits) + 1 < size;) {
        at -= 3;
        memmove(digits + at + 1, digits + at, strlen(digits + at) + 1);
        digits[at] = ',';
    }
}

static value format_int(int64_t i, const spec *s)
{
    char body[160];
    const char *sign = i < 0 ? "-" : s->sign == '+' ? "+" : s->sign == ' ' ? " " : "";
    uint64_t size = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
    switch (s->type) {
    case 0:
    case 'd':
        snprintf(body, sizeof body, "%" PRIu64, size);
        if (s->comma)
            add_commas(body, sizeof body);
        break;
    case 'x':
        snprintf(body, sizeof body, "%s%" PRIx64, s->alternate ? "0x" : "", size);
        break;
    case 'X':
        snprintf(body, sizeof body, "%s%" PRIX64, s->alternate ? "0X" : "", size);
        break;
    case 'o':
        snprintf(body, sizeof body, "%s%" PRIo64, s->alternate ? "0o" : "", size);
        break;
    default: { /* b */
        char *p = body + sizeof body - 1;
        *p = '\0';
        do
            *--p = (char)('0' + (size & 1));
        while ((size >>= 1) != 0);
        return filled(s, sign, p, '>');
    }
    }
    return filled(s, sign, body, '>');
}

static value format_float(double f, const spec *s)
{
    char body[512];
    double size = fabs(f);
    const char *sign = signbit(f) && !isnan(f) ? "-" : s->sign == '+' ? "+"
                     : s->sign == ' ' ? " " : "";
    int precision = s->precision < 0 ? 6 : s->precision > 100 ? 100 : s->precision;
    if (isnan(f) || isinf(f)) {
        snprintf(body, sizeof body, "%s%s", isnan(f) ? "nan" : "inf", s->type == '%' ? "%" : "");
    } else if (s->type == 0 && s->precision < 0) {
        char text[40];
        vm_float_repr(size, text);
        strcpy(body, text);
    } else if (s->type == 0 || s->type == 'g') {
        snprintf(body, sizeof body, "%.*g", precision, size);
        /* Without a type a float never looks like an integer. */
        if (s->type == 0 && strpbrk(body, ".e") == NULL)
            strcat(body, ".0");
    } else if (s->type == 'e') {
        snprintf(body, sizeof body, "%.*e", precision, size);
    } else if (s->type == '%') {
        snprintf(body, sizeof body, "%.*f%%", precision, size * 100);
    } else {
        snprintf(body, sizeof body, "%.*f", precision, size);
    }
    if (s->comma)
        add_commas(body, sizeof body);
    return filled(s, sign, body, '>');
}

static value format_text(str *text, const spec *s)
{
    size_t size = text->size;
    if (s->precision >= 0 && (size_t)s->precision < text->length) {
        size = 0;
        for (int i = 0; i < s->precision; i++)
            size += character_size(text->text + size);
    }
    value cut = vm_obj(vm_str_new(text->text, size));
    value result = filled(s, "", vm_as_str(cut)->text, '<');
    vm_drop(cut);
    return result;
}

value vm_format(value v, const char *text)
{
    if (*text == '\0')
        return vm_str(v);
    spec s;
    if (!read_spec(text, &s))
        return vm_raise(&vm_exc.ValueError, "Invalid format specifier '%s'", text);
    bool for_float = s.type != 0 && strchr("fFeEgG%", s.type) != NULL;
    bool for_int = s.type == 0 || strchr("dxXob", s.type) != NULL;
    if (v.tag == VM_BOOL && s.type == 0) {
        value shown = vm_str(v);
        value result = format_text(vm_as_str(shown), &s);
        vm_drop(shown);
        return result;
    }
    if ((v.tag == VM_INT || v.tag == VM_BOOL) && for_int && s.precision < 0)
        return format_int(v.tag == VM_INT ? v.as.i : v.as.b, &s);
    double f;
    if (vm_to_double(v, &f) && (for_float || (v.tag == VM_FLOAT && s.type == 0)))
        return format_float(f, &s);
    if (vm_is_str(v) && (s.type == 0 || s.type == 's') && s.align != '=')
        return format_text(vm_as_str(v), &s);
    if (v.tag == VM_INT || v.tag == VM_BOOL || v.tag == VM_FLOAT || vm_is_str(v))
        return vm_raise(&vm_exc.ValueError, "Unknown format code '%c' for object of type '%s'",
                        s.type, vm_type_name(v));
    return vm_raise(&vm_exc.TypeError, "unsupported format string passed to %s.__format__",
                    vm_type_name(v));
}

/* One conversion of `%`: the flags and width are those of a format specification. */
static value percent_one(const char *flags, size_t size, char type, value v)
{
    char text[64];
    value shown;
    if (type == 's' || type == 'r') {
        shown = type == 's' ? vm_str(v) : vm_repr(v);
        bool left = size > 0 && flags[0] == '-';
        snprintf(text, sizeof text, "%s%.*s", left ? "<" : ">", (int)(size - left),
                 flags + left);
    } else {
        int64_t i = 0;
        double f = 0;
        if (!vm_to_double(v, &f))
            return vm_raise(&vm_exc.TypeError, "%%%c format: a real number is required, not %s",
                            type, vm_type_name(v));
        if (type == 'd' || type == 'x') {
            i = v.tag == VM_INT ? v.as.i : v.tag == VM_BOOL ? v.as.b : (int64_t)f;
            shown = vm_int(i);
        } else {
            shown = vm_float(f);
        }
        bool left = size > 0 && flags[0] == '-';
        snprintf(text, sizeof text, "%s%.*s%c", left ? "<" : "", (int)(size - left), flags + left,
                 type);
    }
    if (vm_is_null(shown))
        return shown;
    value result = strcmp(text, ">") == 0 ? vm_keep(shown) : vm_format(shown, text);
    vm_drop(shown);
    return result;
}

value vm_percent(str *format, value arguments)
{
    size_t count = 1, next = 0;
    const value *at = &arguments;
    if (vm_is(arguments, &vm_tuple_class)) {
        count = ((tuple *)arguments.as.o)->count;
        at = ((tuple *)arguments.as.o)->at;
    }
    text_buffer b = { 0 };
    for (const char *p = format->text; *p != '\0';) {
        if (*p != '%') {
            vm_buffer_char(&b, *p++);
            continue;
        }
        if (p[1] == '%') {
            vm_buffer_char(&b, '%');
            p += 2;
            continue;
        }
        const char *flags = ++p;
        p += strspn(p, "-+ 0123456789.");
        if (*p == '\0' || strchr("srdxfge", *p) == NULL || p - flags > 40) {
            vm_buffer_free(&b);
            return vm_raise(&vm_exc.ValueError, "unsupported format character '%c'", *p);
        }
        if (next == count) {
            vm_buffer_free(&b);
            return vm_raise(&vm_exc.TypeError, "not enough arguments for format string");
        }
        value part = percent_one(flags, (size_t)(p - flags), *p, at[next++]);
        if (vm_is_null(part)) {
            vm_buffer_free(&b);
            return part;
        }
        vm_buffer_text(&b, vm_as_str(part)->text);
        vm_drop(part);
        p++;
    }
    if (next < count && (vm_is(arguments, &vm_tuple_class) || !vm_is(arguments, &vm_dict_class))) {
        vm_buffer_free(&b);
        return vm_raise(&vm_exc.TypeError, "not all arguments converted during string formatting");
    }
    return vm_buffer_finish(&b);
}
