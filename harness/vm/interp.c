/*
 * interp.c - runs the instructions of one frame.
 *
 * The loop below is the whole machine: one case per instruction, in the order
 * of opcodes.h.  A case that fails leaves an exception pending and goes to
 * `raised`, which unwinds to the nearest open try of this frame or leaves it.
 * spec/program-format.md says what each instruction does.
 */
#include "function.h"

#include <string.h>

#include "classes.h"
#include "container_methods.h"
#include "instructions.h"
#include "interp.h"
#include "modules.h"
#include "opcodes.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

/* ---- Helpers of single instructions --------------------------------------- */

static bool raise_unbound(const str *name)
{
    vm_raise(&vm_exc.UnboundLocalError,
             "cannot access local variable '%s' where it is not associated with a value",
             name->text);
    return false;
}

static bool raise_name_error(const str *name)
{
    vm_raise(&vm_exc.NameError, "name '%s' is not defined", name->text);
    return false;
}

static bool load_cell(frame *f, int32_t i)
{
    value content = f->cells[i]->content;
    if (!vm_is_null(content)) {
        push(f, vm_keep(content));
        return true;
    }
    if ((size_t)i < f->code->cell_count)
        return raise_unbound(f->code->cells[i]);
    vm_raise(&vm_exc.NameError, "cannot access free variable '%s' where it is not associated "
                                "with a value in enclosing scope", f->code->cells[i]->text);
    return false;
}

static bool load_global(frame *f, str *name)
{
    value item;
    if (vm_table_get_str(vm_globals(), name, &item)
        || vm_table_get_str(vm_builtins(), name, &item)) {
        push(f, vm_keep(item));
        return true;
    }
    return raise_name_error(name);
}

static bool unpack(frame *f, size_t before, size_t after, bool starred)
{
    value from = pop(f);
    list *items = NULL;
    if (vm_is(from, &vm_list_class))
        items = vm_ref(from.as.o);
    else
        items = vm_list_from(from);
    bool ok = false;
    if (items == NULL) {
        value special;
        bool iterable = from.tag == VM_OBJ
                        && (from.as.o->cls->slots->iter != NULL
                            || vm_class_find(from.as.o->cls, vm_name("__iter__"), &special));
        if (!iterable && vm_forget(&vm_exc.TypeError))
            vm_raise(&vm_exc.TypeError, "cannot unpack non-iterable %s object",
                     vm_type_name(from));
    } else if (items->count < before + after) {
        vm_raise(&vm_exc.ValueError, "not enough values to unpack (expected %s%zu, got %zu)",
                 starred ? "at least " : "", before + after, items->count);
    } else if (!starred && items->count > before) {
        vm_raise(&vm_exc.ValueError, "too many values to unpack (expected %zu)", before);
    } else {
        size_t middle = items->count - before - after;
        for (size_t i = 0; i < after; i++)
            push(f, vm_keep(items->at[items->count - 1 - i]));
        if (starred) {
            list *rest = vm_list_new(middle);
            for (size_t i = 0; i < middle; i++)
                vm_list_append(rest, items->at[before + i]);
            push(f, vm_obj(rest));
        }
        for (size_t i = before; i > 0; i--)
            push(f, vm_keep(items->at[i - 1]));
        ok = true;
    }
    vm_unref(items);
    vm_drop(from);
    return ok;
}

/*
 * Call with the `count` + 1 topmost values of the stack: the callable and all
 * its arguments.  As in CPython since 3.11, a function of the program takes
 * over its arguments: the caller does not keep them alive meanwhile.
 */
static bool call(frame *f, size_t count, const args *a)
{
    value callable = *top(f, count);
    if (!vm_is(callable, &vm_function_class) || vm_thread_self()->depth >= VM_DEEPEST_CALL
        || ((function_object *)callable.as.o)->code->is_generator
        || ((function_object *)callable.as.o)->code->is_coroutine)
        return replace(f, count + 1, vm_call(callable, a));
    frame *inner = vm_frame_new((function_object *)callable.as.o, a);
    value out = NULL_VALUE;
    if (inner == NULL)
        return replace(f, count + 1, out);
    pop_drop(f, count + 1);
    vm_thread_self()->depth++;
    vm_run_frame(inner, &out);
    vm_frame_free(inner);
    vm_thread_self()->depth--;
    return replace(f, 0, out);
}

/* A method of the program's: its object becomes the first argument. */
static size_t open_method(frame *f, size_t count)
{
    value callable = *top(f, count);
    if (!vm_is(callable, &vm_method_class)
        || !vm_is(((method_object *)callable.as.o)->function, &vm_function_class))
        return count;
    const method_object *m = (method_object *)callable.as.o;
    value function = vm_keep(m->function), self = vm_keep(m->self);
    f->sp++;
    for (size_t i = 0; i < count; i++)
        *top(f, i) = *top(f, i + 1);
    *top(f, count) = self;
    *top(f, count + 1) = function;
    vm_drop(callable);
    return count + 1;
}

static bool call_positional(frame *f, size_t count)
{
    count = open_method(f, count);
    return call(f, count, &(args){ .count = count, .at = top(f, count) + 1 });
}

/* The last of the `count` values are keyword ones, named by the tuple. */
static bool call_with_names(frame *f, size_t count, value names)
{
    const tuple *t = (tuple *)names.as.o;
    count = open_method(f, count);
    size_t positional = count - t->count;
    const value *first = top(f, count) + 1;
    args a = { .count = positional, .at = first, .keyword_count = t->count, .names = t->at,
               .keywords = first + positional };
    return call(f, count, &a);
}

/* CALL_SPREAD: a list of values and perhaps a dict of keywords. */
static bool call_spread(frame *f, bool has_keywords)
{
    size_t operands = has_keywords ? 2 : 1;
    list *names = vm_list_new(0), *keywords = vm_list_new(0);
    const list *positional = (list *)top(f, operands - 1)->as.o;
    bool ok = true;
    if (has_keywords) {
        size_t at = 0;
        const table *t = ((dict *)top(f, 0)->as.o)->table;
        for (table_entry *entry; ok && (entry = vm_table_next(t, &at)) != NULL;) {
            ok = vm_is_str(entry->key);
            vm_list_append(names, entry->key);
            vm_list_append(keywords, entry->item);
        }
    }
    value result = NULL_VALUE;
    args a = { .count = positional->count, .at = positional->at, .keyword_count = names->count,
               .names = names->at, .keywords = keywords->at };
    if (ok)
        result = vm_call(*top(f, operands), &a);
    else
        vm_raise(&vm_exc.TypeError, "keywords must be strings");
    vm_unref(names);
    vm_unref(keywords);
    return replace(f, operands + 1, result);
}

/* **more in a call: no keyword may come twice. */
static bool dict_merge(frame *f)
{
    value from = pop(f);
    dict *into = (dict *)top(f, 0)->as.o;
    bool ok = vm_is(from, &vm_dict_class);
    if (!ok)
        vm_raise(&vm_exc.TypeError, "argument after ** must be a mapping, not %s",
                 vm_type_name(from));
    size_t at = 0;
    for (table_entry *entry;
         ok && (entry = vm_table_next(((dict *)from.as.o)->table, &at)) != NULL;) {
        value found;
        if (vm_table_get(into->table, entry->key, &found) == 1) {
            vm_raise(&vm_exc.TypeError, "got multiple values for keyword argument '%s'",
                     vm_is_str(entry->key) ? vm_as_str(entry->key)->text : "");
            ok = false;
        } else {
            vm_table_set(into->table, entry->key, entry->item);
        }
    }
    vm_drop(from);
    return ok;
}

/* The items as text, one after another. */
static value build_string(const value *at, size_t count)
{
    text_buffer b = { 0 };
    for (size_t i = 0; i < count; i++)
        vm_buffer_add(&b, vm_as_str(at[i])->text, vm_as_str(at[i])->size);
    return vm_buffer_finish(&b);
}

/* value, specification -> text */
static bool format(frame *f, char conversion)
{
    value v = *top(f, 1), shown, special;
    const char *spec = vm_as_str(*top(f, 0))->text;
    if (conversion == '-' && vm_call_special(v, "__format__", 1, top(f, 0), &special))
        return replace(f, 2, special);
    shown = conversion == 'r' || conversion == 'a' ? vm_repr(v)
            : conversion == 's' ? vm_str(v) : vm_keep(v);
    value text = vm_is_null(shown) ? shown : vm_format(shown, spec);
    vm_drop(shown);
    return replace(f, 2, text);
}

static bool build_dict(frame *f, size_t pairs)
{
    dict *d = vm_dict_new();
    const value *first = &f->stack[f->sp - 2 * pairs];
    for (size_t i = 0; i < pairs; i++) {
        if (vm_table_set(d->table, first[2 * i], first[2 * i + 1]) < 0) {
            vm_unref(d);
            return replace(f, 2 * pairs, NULL_VALUE);
        }
    }
    return replace(f, 2 * pairs, vm_obj(d));
}

static bool build_set(frame *f, size_t count)
{
    dict *d = vm_set_new();
    const value *first = &f->stack[f->sp - count];
    for (size_t i = 0; i < count; i++) {
        if (vm_table_set(d->table, first[i], NONE_VALUE) < 0) {
            vm_unref(d);
            return replace(f, count, NULL_VALUE);
        }
    }
    return replace(f, count, vm_obj(d));
}

static void make_function(frame *f, int32_t flags)
{
    value made_from = pop(f);
    value closure = flags & 4 ? pop(f) : NULL_VALUE;
    value kwdefaults = flags & 2 ? pop(f) : NULL_VALUE;
    value defaults = flags & 1 ? pop(f) : NULL_VALUE;
    const code *c = vm_code((size_t)made_from.as.i);
    push(f, vm_function_new(c, defaults, kwdefaults, closure));
}

/* body function, bases... -> class */
static bool make_class(frame *f, size_t bases)
{
    function_object *body = (function_object *)top(f, bases)->as.o;
    value cell_value = NONE_VALUE;
    table *attributes = vm_run_class_body(body, &cell_value);
    class *cls = NULL;
    if (attributes != NULL)
        cls = vm_class_new(body->code->name, body->code->qualname,
                           bases == 0 ? NULL_VALUE : *top(f, 0), attributes);
    if (cls != NULL && vm_is(cell_value, &vm_cell_class))
        store(&((cell_object *)cell_value.as.o)->content, vm_obj(vm_ref(cls)));
    vm_drop(cell_value);
    return replace(f, bases + 1, cls == NULL ? NULL_VALUE : vm_obj(cls));
}

/* An exception class becomes an instance. NULL: exception pending. */
static exception *exception_from(value v, const char *complaint)
{
    if (vm_is_exception(v))
        return vm_ref(v.as.o);
    if (vm_is_exception_class(v)) {
        value made = vm_call_values(v, 0, NULL);
        if (vm_is_null(made) || vm_is_exception(made))
            return vm_is_null(made) ? NULL : (exception *)made.as.o;
        vm_drop(made);
    }
    vm_raise(&vm_exc.TypeError, "%s", complaint);
    return NULL;
}

/* raise; raise X; raise X from Y.  Always ends with an exception pending. */
static void do_raise(frame *f, int32_t count)
{
    if (count == 0) {
        exception *handled = vm_handled();
        if (handled == NULL)
            vm_raise(&vm_exc.RuntimeError, "No active exception to reraise");
        else
            vm_reraise(vm_ref(handled));
        return;
    }
    value cause = count == 2 ? pop(f) : NULL_VALUE;
    value what = pop(f);
    exception *e = exception_from(what, "exceptions must derive from BaseException");
    if (e != NULL && count == 2) {
        exception *from = NULL;
        if (!vm_is_none(cause))
            from = exception_from(cause, "exception causes must derive from BaseException");
        if (from == NULL && !vm_is_none(cause)) {
            vm_unref(e);
            e = NULL;
        } else {
            exception *old = e->cause;
            e->cause = from;
            e->suppress_context = true;
            vm_unref(old);
        }
    }
    if (e != NULL) {
        vm_raise_instance(e);
        vm_unref(e);
    }
    vm_drop(cause);
    vm_drop(what);
}

static bool match_exception(frame *f)
{
    value against = pop(f), e = pop(f);
    int match = vm_exception_matches((exception *)e.as.o, against);
    vm_drop(against);
    vm_drop(e);
    if (match < 0)
        return false;
    push(f, vm_bool(match == 1));
    return true;
}

static bool import_from(frame *f, str *name)
{
    value item;
    int found = vm_find_attr(*top(f, 0), name, &item);
    if (found == 1) {
        push(f, item);
        return true;
    }
    if (found == 0)
        vm_raise(&vm_exc.ImportError, "cannot import name '%s'", name->text);
    return false;
}

/*
 * An exception is pending: drop what was being computed, down to the nearest
 * open try, and go to its handler with the exception on the stack.  False if
 * this frame has none.
 */
static bool unwind(frame *f)
{
    while (f->block_count > 0) {
        block b = f->blocks[f->block_count - 1];
        if (b.is_handler) {
            pop_block(f);
            continue;
        }
        /* Destructors may run here: they must not meet our exception. */
        exception *e = vm_take_exception();
        while (f->sp > b.depth)
            vm_drop(pop(f));
        f->blocks[f->block_count - 1] = (block){ .is_handler = true, .handled = vm_ref(e) };
        push(f, vm_obj(e));
        f->pc = (size_t)b.target;
        return true;
    }
    return false;
}

/* ---- The loop ------------------------------------------------------------- */

enum { JUMPS_BETWEEN_YIELDS = 1024 };

#define CHECK(condition) \
    if (!(condition)) \
        goto raised

static frame_result run(frame *f, value *out);

frame_result vm_run_frame(frame *f, value *out)
{
    vm_thread *self = vm_thread_self();
    f->back = self->frame;
    self->frame = f;
    frame_result result = run(f, out);
    self->frame = f->back;
    f->back = NULL;
    return result;
}

static frame_result run(frame *f, value *out)
{
    const code *c = f->code;
    const instruction *in;
    value v;
    int truth;
    bool again;
    unsigned jumps = 0;
    /* A generator that is resumed with an exception starts by raising it, unless
     * it waits for somebody else, who is asked first (await). */
    if (vm_pending() && !f->awaiting) {
        vm_chain_thrown(f);
        in = &c->instructions[f->pc > 0 ? f->pc - 1 : 0];
        goto raised;
    }
    while (true) {
        in = &c->instructions[f->pc++];
        switch ((enum opcode)in->op) {
        case OP_LOAD_CONST:
            push(f, vm_keep(c->consts[in->a]));
            break;
        case OP_POP:
            vm_drop(pop(f));
            break;
        case OP_DUP:
            push(f, vm_keep(*top(f, 0)));
            break;
        case OP_DUP2:
            push(f, vm_keep(*top(f, 1)));
            push(f, vm_keep(*top(f, 1)));
            break;
        case OP_ROT2:
            v = *top(f, 0);
            *top(f, 0) = *top(f, 1);
            *top(f, 1) = v;
            break;
        case OP_ROT3: /* the top goes below the two others */
            v = *top(f, 0);
            *top(f, 0) = *top(f, 1);
            *top(f, 1) = *top(f, 2);
            *top(f, 2) = v;
            break;

        case OP_LOAD_LOCAL:
            v = f->locals[in->a];
            CHECK(!vm_is_null(v) || raise_unbound(in->name));
            push(f, vm_keep(v));
            break;
        case OP_STORE_LOCAL:
            store(&f->locals[in->a], pop(f));
            break;
        case OP_DELETE_LOCAL:
            CHECK(!vm_is_null(f->locals[in->a]) || raise_unbound(in->name));
            vm_clear(&f->locals[in->a]);
            break;
        case OP_LOAD_CELL:
            CHECK(load_cell(f, in->a));
            break;
        case OP_STORE_CELL:
            store(&f->cells[in->a]->content, pop(f));
            break;
        case OP_DELETE_CELL:
            CHECK(!vm_is_null(f->cells[in->a]->content) || raise_unbound(in->name));
            vm_clear(&f->cells[in->a]->content);
            break;
        case OP_LOAD_CLOSURE:
            push(f, vm_obj(vm_ref(f->cells[in->a])));
            break;
        case OP_LOAD_GLOBAL:
            CHECK(load_global(f, in->name));
            break;
        case OP_STORE_GLOBAL:
            v = pop(f);
            vm_table_set_str(vm_globals(), in->name, v);
            vm_drop(v);
            break;
        case OP_DELETE_GLOBAL:
            CHECK(vm_table_delete_str(vm_globals(), in->name) || raise_name_error(in->name));
            break;
        case OP_LOAD_NAME:
            if (f->names != NULL && vm_table_get_str(f->names, in->name, &v))
                push(f, vm_keep(v));
            else
                CHECK(load_global(f, in->name));
            break;
        case OP_STORE_NAME:
            v = pop(f);
            vm_table_set_str(f->names, in->name, v);
            vm_drop(v);
            break;
        case OP_DELETE_NAME:
            CHECK(vm_table_delete_str(f->names, in->name) || raise_name_error(in->name));
            break;
        case OP_LOAD_CLASS_CELL:
            if (vm_table_get_str(f->names, in->name, &v))
                push(f, vm_keep(v));
            else
                CHECK(load_cell(f, in->a));
            break;

        case OP_LOAD_ATTR:
            CHECK(replace(f, 1, vm_get_attr(*top(f, 0), in->name)));
            break;
        case OP_STORE_ATTR: /* item, object */
            truth = vm_set_attr(*top(f, 0), in->name, *top(f, 1));
            pop_drop(f, 2);
            CHECK(truth == 0);
            break;
        case OP_DELETE_ATTR:
            truth = vm_set_attr(*top(f, 0), in->name, NULL_VALUE);
            pop_drop(f, 1);
            CHECK(truth == 0);
            break;
        case OP_LOAD_ITEM:
            CHECK(replace(f, 2, vm_get_item(*top(f, 1), *top(f, 0))));
            break;
        case OP_STORE_ITEM: /* item, container, key */
            truth = vm_set_item(*top(f, 1), *top(f, 0), *top(f, 2));
            pop_drop(f, 3);
            CHECK(truth == 0);
            break;
        case OP_DELETE_ITEM:
            truth = vm_set_item(*top(f, 1), *top(f, 0), NULL_VALUE);
            pop_drop(f, 2);
            CHECK(truth == 0);
            break;

        case OP_BUILD_SLICE: {
            slice *s = vm_object_new(&vm_slice_class, 0);
            s->step = pop(f);
            s->stop = pop(f);
            s->start = pop(f);
            push(f, vm_obj(s));
            break;
        }
        case OP_BUILD_TUPLE:
            f->sp -= (size_t)in->a;
            push(f, vm_obj(vm_tuple_taken((size_t)in->a, &f->stack[f->sp])));
            break;
        case OP_BUILD_LIST: {
            list *l = vm_list_new((size_t)in->a);
            f->sp -= (size_t)in->a;
            for (int32_t i = 0; i < in->a; i++)
                vm_list_append_taken(l, f->stack[f->sp + (size_t)i]);
            push(f, vm_obj(l));
            break;
        }
        case OP_BUILD_SET:
            CHECK(build_set(f, (size_t)in->a));
            break;
        case OP_BUILD_DICT:
            CHECK(build_dict(f, (size_t)in->a));
            break;
        case OP_BUILD_STRING:
            replace(f, (size_t)in->a, build_string(&f->stack[f->sp - (size_t)in->a],
                                                   (size_t)in->a));
            break;
        case OP_LIST_ADD:
            v = pop(f);
            vm_list_append_taken((list *)top(f, (size_t)in->a - 1)->as.o, v);
            break;
        case OP_SET_ADD:
            v = pop(f);
            truth = vm_table_set(((dict *)top(f, (size_t)in->a - 1)->as.o)->table, v, NONE_VALUE);
            vm_drop(v);
            CHECK(truth == 0);
            break;
        case OP_DICT_ADD:
            truth = vm_table_set(((dict *)top(f, (size_t)in->a + 1)->as.o)->table, *top(f, 1),
                                 *top(f, 0));
            pop_drop(f, 2);
            CHECK(truth == 0);
            break;
        case OP_LIST_EXTEND:
            truth = vm_list_extend((list *)top(f, 1)->as.o, *top(f, 0));
            pop_drop(f, 1);
            CHECK(truth == 0);
            break;
        case OP_SET_EXTEND:
            truth = vm_set_extend((dict *)top(f, 1)->as.o, *top(f, 0));
            pop_drop(f, 1);
            CHECK(truth == 0);
            break;
        case OP_DICT_UPDATE:
            truth = vm_dict_update((dict *)top(f, 1)->as.o, *top(f, 0));
            pop_drop(f, 1);
            CHECK(truth == 0);
            break;
        case OP_DICT_MERGE:
            CHECK(dict_merge(f));
            break;
        case OP_LIST_TO_TUPLE:
            replace(f, 1, vm_tuple_from_list((list *)top(f, 0)->as.o));
            break;

        case OP_FORMAT:
            CHECK(format(f, in->name->text[0]));
            break;
        case OP_BINARY:
            CHECK(replace(f, 2, vm_binary(in->name->text, *top(f, 1), *top(f, 0))));
            break;
        case OP_INPLACE:
            CHECK(replace(f, 2, vm_inplace(in->name->text, *top(f, 1), *top(f, 0))));
            break;
        case OP_UNARY:
            CHECK(replace(f, 1, vm_unary(in->name->text, *top(f, 0))));
            break;
        case OP_COMPARE:
            CHECK(replace(f, 2, vm_compare(in->name->text, *top(f, 1), *top(f, 0))));
            break;

        case OP_JUMP:
            f->pc = (size_t)in->a;
            if (++jumps % JUMPS_BETWEEN_YIELDS == 0)
                vm_yield_lock();
            break;
        case OP_JUMP_IF_FALSE:
        case OP_JUMP_IF_TRUE:
            truth = vm_truth(*top(f, 0));
            pop_drop(f, 1);
            CHECK(truth >= 0);
            if (truth == (in->op == OP_JUMP_IF_TRUE))
                f->pc = (size_t)in->a;
            break;
        case OP_JUMP_IF_FALSE_KEEP:
        case OP_JUMP_IF_TRUE_KEEP:
            truth = vm_truth(*top(f, 0));
            CHECK(truth >= 0);
            if (truth == (in->op == OP_JUMP_IF_TRUE_KEEP))
                f->pc = (size_t)in->a;
            else
                pop_drop(f, 1);
            break;
        case OP_GET_ITER:
            CHECK(replace(f, 1, vm_iter(*top(f, 0))));
            break;
        case OP_FOR_ITER:
            truth = vm_next(*top(f, 0), &v);
            CHECK(truth >= 0);
            if (truth == 1) {
                push(f, v);
            } else {
                pop_drop(f, 1);
                f->pc = (size_t)in->a;
            }
            break;

        case OP_UNPACK:
            CHECK(unpack(f, (size_t)in->a, 0, false));
            break;
        case OP_UNPACK_EX:
            CHECK(unpack(f, (size_t)in->a, (size_t)in->b, true));
            break;
        case OP_CALL:
            CHECK(call_positional(f, (size_t)in->a));
            break;
        case OP_CALL_KW:
            CHECK(call_with_names(f, (size_t)in->a, c->consts[in->b]));
            break;
        case OP_CALL_SPREAD:
            CHECK(call_spread(f, in->a == 1));
            break;
        case OP_MAKE_FUNCTION:
            make_function(f, in->a);
            break;
        case OP_MAKE_CLASS:
            CHECK(make_class(f, (size_t)in->a));
            break;
        case OP_RETURN:
            *out = pop(f);
            return FRAME_RETURN;
        case OP_YIELD:
            *out = pop(f);
            return FRAME_YIELD;

        case OP_GET_AWAITABLE:
            CHECK(vm_awaitable(f, in->a));
            break;
        case OP_AWAIT:
            truth = vm_await(f, out);
            CHECK(truth >= 0);
            if (truth == 1)
                return FRAME_YIELD;
            break;
        case OP_GET_AITER:
            CHECK(vm_get_aiter(f));
            break;
        case OP_GET_ANEXT:
            CHECK(vm_get_anext(f));
            break;
        case OP_IS_ASYNC_END:
            push(f, vm_bool(vm_isinstance(*top(f, 0), &vm_exc.StopAsyncIteration)));
            break;
        case OP_ASYNC_WITH_ENTER:
            CHECK(vm_async_with_enter(f));
            break;
        case OP_CALL_EXIT:
            CHECK(vm_call_exit(f));
            break;
        case OP_CALL_EXIT_RAISED:
            CHECK(vm_call_exit_raised(f));
            break;

        case OP_TRY:
            push_block(f, (block){ .target = in->a, .depth = f->sp - (size_t)in->b });
            break;
        case OP_POP_TRY:
        case OP_POP_HANDLER:
            pop_block(f);
            break;
        case OP_RAISE:
            again = in->a == 0 && vm_handled() != NULL;
            do_raise(f, in->a);
            if (again)
                goto raised_again;
            goto raised;
        case OP_RERAISE:
            vm_reraise((exception *)pop(f).as.o);
            goto raised_again;
        case OP_MATCH_EXCEPTION:
            CHECK(match_exception(f));
            break;
        case OP_GROUP_BEGIN:
            vm_star_begin(f);
            break;
        case OP_GROUP_MATCH:
            truth = vm_star_match(f);
            CHECK(truth >= 0);
            if (truth == 0)
                f->pc = (size_t)in->a;
            break;
        case OP_GROUP_RAISED: /* original, raised, rest, exception */
            v = pop(f);
            vm_list_append_taken((list *)top(f, 1)->as.o, v);
            break;
        case OP_GROUP_END:
            if (!vm_star_end(f))
                goto raised_again;
            break;
        case OP_LOAD_ASSERTION_ERROR:
            push(f, vm_obj(vm_ref(&vm_exc.AssertionError)));
            break;
        case OP_WITH_ENTER:
            CHECK(vm_with_enter(f));
            break;
        case OP_WITH_EXIT:
            CHECK(vm_with_exit(f));
            break;
        case OP_WITH_EXCEPT:
            CHECK(vm_with_except(f));
            break;
        case OP_IMPORT:
            v = vm_import(in->name);
            CHECK(!vm_is_null(v));
            push(f, v);
            break;
        case OP_IMPORT_FROM:
            CHECK(import_from(f, in->name));
            break;
        case OP_COUNT:
            break;
        }
        continue;

    raised:
        vm_trace_add(vm_thread_self()->pending, c, c->lines[in - c->instructions]);
    raised_again: /* this line of its way is known already */
        if (!unwind(f)) {
            *out = NULL_VALUE;
            return FRAME_RAISE;
        }
    }
}
