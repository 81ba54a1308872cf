/*
 * operators.c - what Python's operators do with any two values.
 *
 * Integers have 64 bits; where CPython's would grow beyond that, OverflowError
 * says so: a scenario never needs such numbers.
 */
#include "operators.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "classes.h"
#include "container_methods.h"
#include "containers.h"
#include "exception.h"
#include "text.h"
#include "thread.h"

const char *vm_type_name(value v)
{
    return vm_class_of(v)->name->text;
}

static bool is_int(value v)
{
    return v.tag == VM_INT || v.tag == VM_BOOL;
}

static int64_t int_of(value v)
{
    return v.tag == VM_INT ? v.as.i : v.as.b;
}

bool vm_to_int(value v, const char *what, int64_t *out)
{
    if (!is_int(v)) {
        vm_raise(&vm_exc.TypeError, "%s: '%s' object cannot be interpreted as an integer", what,
                 vm_type_name(v));
        return false;
    }
    *out = int_of(v);
    return true;
}

bool vm_to_double(value v, double *out)
{
    if (v.tag == VM_FLOAT)
        *out = v.as.f;
    else if (is_int(v))
        *out = (double)int_of(v);
    else
        return false;
    return true;
}

/* ---- Truth, equality, order ----------------------------------------------- */

int vm_truth(value v)
{
    switch (v.tag) {
    case VM_NULL:
    case VM_NONE:
        return 0;
    case VM_BOOL:
        return v.as.b;
    case VM_INT:
        return v.as.i != 0;
    case VM_FLOAT:
        return v.as.f != 0;
    case VM_OBJ:
        break;
    }
    value out;
    if (vm_call_special(v, "__bool__", 0, NULL, &out)) {
        if (vm_is_null(out))
            return -1;
        if (out.tag == VM_BOOL)
            return out.as.b;
        vm_raise(&vm_exc.TypeError, "__bool__ should return bool, returned %s", vm_type_name(out));
        vm_drop(out);
        return -1;
    }
    value method;
    if (v.as.o->cls->slots->length == NULL && !vm_special(v, "__len__", &method))
        return 1;
    if (v.as.o->cls->slots->length == NULL)
        vm_drop(method);
    int64_t length = vm_length(v);
    return length < 0 ? -1 : length > 0;
}

/* Numbers of different kinds compare by value. */
static int compare_numbers(const char *op, value a, value b)
{
    if (is_int(a) && is_int(b)) {
        int64_t x = int_of(a), y = int_of(b);
        switch (op[0]) {
        case '<':
            return op[1] == '=' ? x <= y : x < y;
        case '>':
            return op[1] == '=' ? x >= y : x > y;
        default:
            return x == y;
        }
    }
    double x = 0, y = 0;
    vm_to_double(a, &x);
    vm_to_double(b, &y);
    switch (op[0]) {
    case '<':
        return op[1] == '=' ? x <= y : x < y;
    case '>':
        return op[1] == '=' ? x >= y : x > y;
    default:
        return x == y;
    }
}

static bool is_number(value v)
{
    return is_int(v) || v.tag == VM_FLOAT;
}

/* Ask a's class about `a op b`: 1, 0, -1, or VM_NOT_IMPLEMENTED. */
static int ask(value a, value b, const char *op, const char *special)
{
    if (a.tag != VM_OBJ)
        return VM_NOT_IMPLEMENTED;
    value out;
    if (vm_call_special(a, special, 1, &b, &out)) {
        if (vm_is_null(out))
            return -1;
        int truth = vm_is(out, &vm_not_implemented_class) ? VM_NOT_IMPLEMENTED : vm_truth(out);
        vm_drop(out);
        return truth;
    }
    const class_slots *s = a.as.o->cls->slots;
    if (op[0] == '=')
        return s->equal == NULL ? VM_NOT_IMPLEMENTED : s->equal(a.as.o, b);
    return s->order == NULL ? VM_NOT_IMPLEMENTED : s->order(a.as.o, b, op);
}

int vm_equal(value a, value b)
{
    if (is_number(a) && is_number(b))
        return compare_numbers("==", a, b);
    int answer = ask(a, b, "==", "__eq__");
    if (answer == VM_NOT_IMPLEMENTED)
        answer = ask(b, a, "==", "__eq__");
    return answer == VM_NOT_IMPLEMENTED ? vm_same(a, b) : answer;
}

int vm_same_or_equal(value a, value b)
{
    return vm_same(a, b) ? 1 : vm_equal(a, b);
}

static const char *special_of(const char *op)
{
    if (op[0] == '<')
        return op[1] == '=' ? "__le__" : "__lt__";
    return op[1] == '=' ? "__ge__" : "__gt__";
}

static const char *mirrored(const char *op)
{
    if (op[0] == '<')
        return op[1] == '=' ? ">=" : ">";
    return op[1] == '=' ? "<=" : "<";
}

int vm_order(const char *op, value a, value b)
{
    if (is_number(a) && is_number(b))
        return compare_numbers(op, a, b);
    int answer = ask(a, b, op, special_of(op));
    if (answer == VM_NOT_IMPLEMENTED)
        answer = ask(b, a, mirrored(op), special_of(mirrored(op)));
    if (answer != VM_NOT_IMPLEMENTED)
        return answer;
    vm_raise(&vm_exc.TypeError, "'%s' not supported between instances of '%s' and '%s'", op,
             vm_type_name(a), vm_type_name(b));
    return -1;
}

value vm_compare(const char *op, value a, value b)
{
    int answer;
    if (strcmp(op, "is") == 0 || strcmp(op, "is-not") == 0)
        return vm_bool(vm_same(a, b) == (op[2] == '\0'));
    if (strcmp(op, "in") == 0 || strcmp(op, "not-in") == 0) {
        answer = vm_contains(b, a);
        if (answer >= 0 && op[0] == 'n')
            answer = !answer;
    } else if (op[0] == '=' || op[0] == '!') {
        value out;
        if (op[0] == '!' && vm_call_special(a, "__ne__", 1, &b, &out))
            return out;
        answer = vm_equal(a, b);
        if (answer >= 0 && op[0] == '!')
            answer = !answer;
    } else {
        /* A class statement's own answer may be anything. */
        value out;
        if (vm_call_special(a, special_of(op), 1, &b, &out)) {
            if (!vm_is(out, &vm_not_implemented_class))
                return out;
            vm_drop(out);
        } else if ((a.tag != VM_OBJ || a.as.o->cls->slots->order == NULL)
                   && vm_call_special(b, special_of(mirrored(op)), 1, &a, &out)) {
            if (!vm_is(out, &vm_not_implemented_class))
                return out;
            vm_drop(out);
        }
        answer = vm_order(op, a, b);
    }
    return answer < 0 ? NULL_VALUE : vm_bool(answer == 1);
}

int vm_hash(value v, uint64_t *out)
{
    double f;
    switch (v.tag) {
    case VM_NULL:
    case VM_NONE:
        *out = 0x9e3779b97f4a7c15u;
        return 0;
    case VM_BOOL:
    case VM_INT:
        *out = (uint64_t)int_of(v) * 0x9e3779b97f4a7c15u >> 7;
        return 0;
    case VM_FLOAT:
        f = v.as.f;
        if (f == floor(f) && fabs(f) < 9e18) /* equal numbers have equal hashes */
            return vm_hash(vm_int((int64_t)f), out);
        memcpy(out, &f, sizeof f);
        *out = *out * 0x9e3779b97f4a7c15u >> 7;
        return 0;
    case VM_OBJ:
        break;
    }
    value special;
    if (vm_special(v, "__hash__", &special)) {
        if (vm_is_none(special)) {
            vm_raise(&vm_exc.TypeError, "unhashable type: '%s'", vm_type_name(v));
            return -1;
        }
        value hash = vm_call_values(special, 0, NULL);
        vm_drop(special);
        int64_t i = 0;
        bool ok = !vm_is_null(hash) && vm_to_int(hash, "__hash__", &i);
        vm_drop(hash);
        *out = (uint64_t)i;
        return ok ? 0 : -1;
    }
    if (v.as.o->cls->slots->hash != NULL)
        return v.as.o->cls->slots->hash(v.as.o, out);
    *out = (uint64_t)(uintptr_t)v.as.o >> 4;
    return 0;
}

/* ---- Arithmetic ----------------------------------------------------------- */

static value overflow(void)
{
    return vm_raise(&vm_exc.OverflowError, "integers of Scenario Python have 64 bits");
}

static value int_power(int64_t base, int64_t exponent)
{
    int64_t result = 1;
    if (exponent < 0) {
        if (base == 0)
            return vm_raise(&vm_exc.ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return vm_float(pow((double)base, (double)exponent));
    }
    while (exponent > 0) {
        if ((exponent & 1) && __builtin_mul_overflow(result, base, &result))
            return overflow();
        exponent >>= 1;
        if (exponent > 0 && __builtin_mul_overflow(base, base, &base))
            return overflow();
    }
    return vm_int(result);
}

/* Rounds towards minus infinity, as Python does. */
static value int_division(const char *op, int64_t a, int64_t b)
{
    if (b == 0)
        return vm_raise(&vm_exc.ZeroDivisionError, "%s",
                        op[0] == '%' ? "integer modulo by zero" : op[1] == '/'
                            ? "integer division or modulo by zero" : "division by zero");
    if (strcmp(op, "/") == 0)
        return vm_float((double)a / (double)b);
    if (a == INT64_MIN && b == -1)
        return op[0] == '%' ? vm_int(0) : overflow();
    int64_t quotient = a / b, rest = a % b;
    if (rest != 0 && (rest < 0) != (b < 0)) {
        quotient--;
        rest += b;
    }
    return vm_int(op[0] == '%' ? rest : quotient);
}

static value int_shift(const char *op, int64_t a, int64_t by)
{
    if (by < 0)
        return vm_raise(&vm_exc.ValueError, "negative shift count");
    if (op[0] == '>')
        return vm_int(by > 63 ? (a < 0 ? -1 : 0) : a >> by);
    int64_t result = a;
    for (; by > 0 && result != 0; by--) {
        if (__builtin_mul_overflow(result, 2, &result))
            return overflow();
    }
    return vm_int(result);
}

static value int_binary(const char *op, int64_t a, int64_t b)
{
    int64_t result;
    switch (op[0]) {
    case '+':
        return __builtin_add_overflow(a, b, &result) ? overflow() : vm_int(result);
    case '-':
        return __builtin_sub_overflow(a, b, &result) ? overflow() : vm_int(result);
    case '*':
        if (op[1] == '*')
            return int_power(a, b);
        return __builtin_mul_overflow(a, b, &result) ? overflow() : vm_int(result);
    case '/':
    case '%':
        return int_division(op, a, b);
    case '<':
    case '>':
        return int_shift(op, a, b);
    case '&':
        return vm_int(a & b);
    case '|':
        return vm_int(a | b);
    default:
        return vm_int(a ^ b);
    }
}

/* VM_NULL and nothing pending: no such operator for floats. */
static value float_binary(const char *op, double a, double b)
{
    switch (op[0]) {
    case '+':
        return vm_float(a + b);
    case '-':
        return vm_float(a - b);
    case '*':
        return vm_float(op[1] == '*' ? pow(a, b) : a * b);
    case '/':
        if (b == 0)
            return vm_raise(&vm_exc.ZeroDivisionError, "%s",
                            op[1] == '/' ? "float floor division by zero"
                                         : "float division by zero");
        return vm_float(op[1] == '/' ? floor(a / b) : a / b);
    case '%': {
        if (b == 0)
            return vm_raise(&vm_exc.ZeroDivisionError, "float modulo");
        double rest = fmod(a, b);
        if (rest != 0 && (rest < 0) != (b < 0))
            rest += b;
        return vm_float(rest);
    }
    default:
        return NULL_VALUE;
    }
}

static value repeat(value v, int64_t times)
{
    if (times < 0)
        times = 0;
    if (vm_is_str(v) || vm_is(v, &vm_bytes_class)) {
        const char *text = vm_is_str(v) ? vm_as_str(v)->text
                                        : (const char *)((bytes *)v.as.o)->data;
        size_t size = vm_is_str(v) ? vm_as_str(v)->size : ((bytes *)v.as.o)->size;
        text_buffer b = { 0 };
        vm_buffer_add(&b, "", 0);
        for (int64_t i = 0; i < times; i++)
            vm_buffer_add(&b, text, size);
        value result = vm_is_str(v) ? vm_obj(vm_str_new(b.text, b.size))
                                    : vm_bytes_new(b.text, b.size);
        vm_buffer_free(&b);
        return result;
    }
    list *l = vm_list_new(0);
    for (int64_t i = 0; i < times; i++)
        vm_list_extend(l, v);
    if (vm_is(v, &vm_list_class))
        return vm_obj(l);
    value result = vm_tuple_from_list(l);
    vm_unref(l);
    return result;
}

static bool is_sequence(value v)
{
    return vm_is_str(v) || vm_is(v, &vm_bytes_class) || vm_is(v, &vm_list_class)
           || vm_is(v, &vm_tuple_class);
}

static value concatenate(value a, value b)
{
    if (vm_is_str(a)) {
        text_buffer t = { 0 };
        vm_buffer_add(&t, vm_as_str(a)->text, vm_as_str(a)->size);
        vm_buffer_add(&t, vm_as_str(b)->text, vm_as_str(b)->size);
        return vm_buffer_finish(&t);
    }
    if (vm_is(a, &vm_bytes_class)) {
        const bytes *x = (bytes *)a.as.o, *y = (bytes *)b.as.o;
        value result = vm_bytes_new(NULL, x->size + y->size);
        unsigned char *data = ((bytes *)result.as.o)->data;
        memcpy(data, x->data, x->size);
        memcpy(data + x->size, y->data, y->size);
        return result;
    }
    list *l = vm_list_from(a);
    vm_list_extend(l, b);
    if (vm_is(a, &vm_list_class))
        return vm_obj(l);
    value result = vm_tuple_from_list(l);
    vm_unref(l);
    return result;
}

static const struct {
    const char *op, *special, *reflected;
} specials[] = {
    { "+", "__add__", "__radd__" },   { "-", "__sub__", "__rsub__" },
    { "*", "__mul__", "__rmul__" },   { "/", "__truediv__", "__rtruediv__" },
    { "|", "__or__", "__ror__" },     { "&", "__and__", "__rand__" },
    { "%", "__mod__", "__rmod__" },   { "//", "__floordiv__", "__rfloordiv__" },
    { "<<", "__lshift__", "__rlshift__" }, { ">>", "__rshift__", "__rrshift__" },
    { "^", "__xor__", "__rxor__" },   { "**", "__pow__", "__rpow__" },
};

/* A class statement's own operator: 1 and *out, or 0. */
static int ask_binary(const char *op, value a, value b, value *out)
{
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
        if (strcmp(op, specials[i].op) != 0)
            continue;
        if (vm_call_special(a, specials[i].special, 1, &b, out)) {
            if (!vm_is(*out, &vm_not_implemented_class))
                return 1;
            vm_drop(*out);
        }
        if (vm_call_special(b, specials[i].reflected, 1, &a, out)) {
            if (!vm_is(*out, &vm_not_implemented_class))
                return 1;
            vm_drop(*out);
        }
    }
    return 0;
}

/* VM_NULL and nothing pending: not supported. */
static value try_binary(const char *op, value a, value b)
{
    double x, y;
    value out;
    if (is_int(a) && is_int(b)) {
        if (a.tag == VM_BOOL && b.tag == VM_BOOL && strchr("&|^", op[0]) != NULL)
            return vm_bool(int_binary(op, a.as.b, b.as.b).as.i != 0);
        return int_binary(op, int_of(a), int_of(b));
    }
    if (vm_to_double(a, &x) && vm_to_double(b, &y))
        return float_binary(op, x, y);
    if (ask_binary(op, a, b, &out))
        return out;
    if (strcmp(op, "%") == 0 && vm_is_str(a))
        return vm_percent(vm_as_str(a), b);
    if (strcmp(op, "+") == 0 && is_sequence(a) && vm_class_of(a) == vm_class_of(b))
        return concatenate(a, b);
    if (strcmp(op, "*") == 0 && is_sequence(a) && is_int(b))
        return repeat(a, int_of(b));
    if (strcmp(op, "*") == 0 && is_sequence(b) && is_int(a))
        return repeat(b, int_of(a));
    if (strcmp(op, "|") == 0 && vm_is(a, &vm_dict_class) && vm_is(b, &vm_dict_class)) {
        dict *d = vm_dict_new();
        vm_dict_update(d, a);
        vm_dict_update(d, b);
        return vm_obj(d);
    }
    return vm_set_operator(op, a, b);
}

static value unsupported(const char *op, const char *shown, value a, value b)
{
    if (strcmp(op, "+") == 0 && is_sequence(a) && *shown != '=') {
        if (vm_is_str(a))
            return vm_raise(&vm_exc.TypeError, "can only concatenate str (not \"%s\") to str",
                            vm_type_name(b));
        if (!vm_is(a, &vm_bytes_class))
            return vm_raise(&vm_exc.TypeError, "can only concatenate %s (not \"%s\") to %s",
                            vm_type_name(a), vm_type_name(b), vm_type_name(a));
    }
    return vm_raise(&vm_exc.TypeError, "unsupported operand type(s) for %s: '%s' and '%s'",
                    strcmp(op, "**") == 0 ? "** or pow()" : shown, vm_type_name(a),
                    vm_type_name(b));
}

value vm_binary(const char *op, value a, value b)
{
    value result = try_binary(op, a, b);
    if (vm_is_null(result) && !vm_pending())
        return unsupported(op, op, a, b);
    return result;
}

value vm_inplace(const char *op, value a, value b)
{
    if (strcmp(op, "+") == 0 && vm_is(a, &vm_list_class))
        return vm_list_extend((list *)a.as.o, b) < 0 ? NULL_VALUE : vm_keep(a);
    if (strcmp(op, "|") == 0 && vm_is(a, &vm_dict_class))
        return vm_dict_update((dict *)a.as.o, b) < 0 ? NULL_VALUE : vm_keep(a);
    if (strcmp(op, "|") == 0 && vm_is(a, &vm_set_class) && vm_is(b, &vm_set_class))
        return vm_set_extend((dict *)a.as.o, b) < 0 ? NULL_VALUE : vm_keep(a);
    value out;
    if (strcmp(op, "+") == 0 && vm_call_special(a, "__iadd__", 1, &b, &out))
        return out;
    value result = try_binary(op, a, b);
    if (vm_is_null(result) && !vm_pending()) {
        char shown[8];
        snprintf(shown, sizeof shown, "%s=", op);
        return unsupported(op, vm_is_str(a) ? op : shown, a, b);
    }
    return result;
}

value vm_unary(const char *op, value a)
{
    if (strcmp(op, "not") == 0) {
        int truth = vm_truth(a);
        return truth < 0 ? NULL_VALUE : vm_bool(truth == 0);
    }
    value out;
    if (vm_call_special(a, op[0] == '-' ? "__neg__" : op[0] == '+' ? "__pos__" : "__invert__", 0,
                        NULL, &out))
        return out;
    if (is_int(a)) {
        int64_t i = int_of(a);
        if (op[0] == '-')
            return i == INT64_MIN ? overflow() : vm_int(-i);
        return vm_int(op[0] == '~' ? ~i : i);
    }
    if (a.tag == VM_FLOAT && op[0] != '~')
        return vm_float(op[0] == '-' ? -a.as.f : a.as.f);
    return vm_raise(&vm_exc.TypeError, "bad operand type for unary %s: '%s'", op, vm_type_name(a));
}

/* ---- Texts ---------------------------------------------------------------- */

static value simple_text(value v)
{
    char text[40];
    switch (v.tag) {
    case VM_NONE:
        return vm_text("None");
    case VM_BOOL:
        return vm_text(v.as.b ? "True" : "False");
    case VM_INT:
        snprintf(text, sizeof text, "%lld", (long long)v.as.i);
        return vm_text(text);
    case VM_FLOAT:
        vm_float_repr(v.as.f, text);
        return vm_text(text);
    case VM_NULL:
    case VM_OBJ:
        break;
    }
    return vm_text("<NULL>");
}

/* What __str__ or __repr__ gave must be a str. */
static value checked_text(value v, const char *special)
{
    if (vm_is_null(v) || vm_is_str(v))
        return v;
    vm_raise(&vm_exc.TypeError, "%s returned non-string (type %s)", special, vm_type_name(v));
    vm_drop(v);
    return NULL_VALUE;
}

value vm_repr(value v)
{
    value out;
    if (v.tag != VM_OBJ)
        return simple_text(v);
    if (vm_call_special(v, "__repr__", 0, NULL, &out))
        return checked_text(out, "__repr__");
    if (v.as.o->cls->slots->repr != NULL)
        return v.as.o->cls->slots->repr(v.as.o);
    return vm_textf("<%s%s object at %p>", v.as.o->cls->is_user ? "__main__." : "",
                    v.as.o->cls->qualname->text, (void *)v.as.o);
}

value vm_str(value v)
{
    value out;
    if (v.tag != VM_OBJ)
        return simple_text(v);
    if (vm_call_special(v, "__str__", 0, NULL, &out))
        return checked_text(out, "__str__");
    if (v.as.o->cls->slots->to_str != NULL)
        return v.as.o->cls->slots->to_str(v.as.o);
    return vm_repr(v);
}

/* ---- Containers ----------------------------------------------------------- */

int64_t vm_length(value v)
{
    value out;
    if (vm_call_special(v, "__len__", 0, NULL, &out)) {
        int64_t length = -1;
        if (!vm_is_null(out) && vm_to_int(out, "__len__", &length) && length < 0)
            vm_raise(&vm_exc.ValueError, "__len__() should return >= 0");
        vm_drop(out);
        return length;
    }
    if (v.tag == VM_OBJ && v.as.o->cls->slots->length != NULL)
        return v.as.o->cls->slots->length(v.as.o);
    vm_raise(&vm_exc.TypeError, "object of type '%s' has no len()", vm_type_name(v));
    return -1;
}

value vm_get_item(value v, value key)
{
    value out;
    if (vm_call_special(v, "__getitem__", 1, &key, &out))
        return out;
    if (v.tag == VM_OBJ && v.as.o->cls->slots->get_item != NULL)
        return v.as.o->cls->slots->get_item(v.as.o, key);
    return vm_raise(&vm_exc.TypeError, "'%s' object is not subscriptable", vm_type_name(v));
}

int vm_set_item(value v, value key, value item)
{
    value out, both[2] = { key, item };
    bool delete = vm_is_null(item);
    if (vm_call_special(v, delete ? "__delitem__" : "__setitem__", delete ? 1 : 2, both, &out)) {
        vm_drop(out);
        return vm_is_null(out) ? -1 : 0;
    }
    if (v.tag == VM_OBJ && v.as.o->cls->slots->set_item != NULL)
        return v.as.o->cls->slots->set_item(v.as.o, key, item);
    vm_raise(&vm_exc.TypeError, "'%s' object does%s support item %s", vm_type_name(v),
             delete ? "n't" : " not", delete ? "deletion" : "assignment");
    return -1;
}

int vm_contains(value container, value item)
{
    value out;
    if (vm_call_special(container, "__contains__", 1, &item, &out)) {
        int truth = vm_is_null(out) ? -1 : vm_truth(out);
        vm_drop(out);
        return truth;
    }
    if (container.tag == VM_OBJ && container.as.o->cls->slots->contains != NULL)
        return container.as.o->cls->slots->contains(container.as.o, item);
    value iterator = vm_iter(container), one;
    if (vm_is_null(iterator)) {
        if (vm_forget(&vm_exc.TypeError))
            vm_raise(&vm_exc.TypeError, "argument of type '%s' is not iterable",
                     vm_type_name(container));
        return -1;
    }
    int found = 0, more;
    while (found == 0 && (more = vm_next(iterator, &one)) != 0) {
        if (more < 0) {
            found = -1;
            break;
        }
        found = vm_same_or_equal(one, item);
        vm_drop(one);
    }
    vm_drop(iterator);
    return found;
}

value vm_iter(value v)
{
    value out;
    if (vm_call_special(v, "__iter__", 0, NULL, &out))
        return out;
    if (v.tag == VM_OBJ && v.as.o->cls->slots->iter != NULL)
        return v.as.o->cls->slots->iter(v.as.o);
    return vm_raise(&vm_exc.TypeError, "'%s' object is not iterable", vm_type_name(v));
}

int vm_next(value iterator, value *out)
{
    if (iterator.tag == VM_OBJ && iterator.as.o->cls->slots->next != NULL)
        return iterator.as.o->cls->slots->next(iterator.as.o, out);
    if (vm_call_special(iterator, "__next__", 0, NULL, out)) {
        if (!vm_is_null(*out))
            return 1;
        return vm_forget(&vm_exc.StopIteration) ? 0 : -1;
    }
    vm_raise(&vm_exc.TypeError, "'%s' object is not an iterator", vm_type_name(iterator));
    return -1;
}

/* ---- Calling -------------------------------------------------------------- */

value vm_call(value callable, const args *a)
{
    vm_thread *self = vm_thread_self();
    if (self->depth >= VM_DEEPEST_CALL)
        return vm_raise(&vm_exc.RecursionError, "maximum recursion depth exceeded");
    value special, result;
    self->depth++;
    if (vm_special(callable, "__call__", &special)) {
        result = vm_call(special, a);
        vm_drop(special);
    } else if (callable.tag == VM_OBJ && callable.as.o->cls->slots->call != NULL) {
        vm_keep(callable);
        result = callable.as.o->cls->slots->call(callable.as.o, a);
        vm_drop(callable);
    } else {
        result = vm_raise(&vm_exc.TypeError, "'%s' object is not callable",
                          vm_type_name(callable));
    }
    self->depth--;
    return result;
}

value vm_call_values(value callable, size_t count, const value *at)
{
    return vm_call(callable, &(args){ .count = count, .at = at });
}

bool vm_callable(value v)
{
    value special;
    if (vm_special(v, "__call__", &special)) {
        vm_drop(special);
        return true;
    }
    return v.tag == VM_OBJ && v.as.o->cls->slots->call != NULL;
}
