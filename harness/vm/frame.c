/*
 * frame.c - function objects and the frames of their calls.
 *
 * A frame is one piece of memory: locals, cells, value stack and blocks in a
 * row behind it; verify.c has computed how much each needs.
 */
#include "function.h"

#include <stdlib.h>
#include <string.h>

#include "classes.h"
#include "generator.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

class vm_function_class, vm_cell_class;

/* ---- Binding arguments to parameters -------------------------------------- */

/* Puts its arguments in their places; false: TypeError is pending. */
static bool bind_arguments(frame *f, const function_object *fn, const args *a);

static frame *frame_alloc(const code *c)
{
    size_t cells = c->cell_count + c->free_count;
    size_t size = sizeof(frame) + (c->local_count + c->stack_size) * sizeof(value)
                  + cells * sizeof(cell_object *) + c->block_size * sizeof(block);
    frame *f = vm_alloc(size);
    f->code = c;
    f->locals = (value *)(f + 1);
    f->stack = f->locals + c->local_count;
    f->cells = (cell_object **)(f->stack + c->stack_size);
    f->blocks = (block *)(f->cells + cells);
    return f;
}

frame *vm_frame_new(function_object *fn, const args *a)
{
    const code *c = fn->code;
    frame *f = frame_alloc(c);
    f->function = vm_obj(vm_ref(fn));
    if (!bind_arguments(f, fn, a)) {
        vm_frame_free(f);
        return NULL;
    }
    for (size_t i = 0; i < c->cell_count; i++) {
        f->cells[i] = vm_object_new(&vm_cell_class, 0);
        if (c->cell_from[i] >= 0) {
            value *parameter = &f->locals[c->cell_from[i]];
            f->cells[i]->content = *parameter;
            *parameter = NULL_VALUE;
        }
    }
    for (size_t i = 0; i < c->free_count; i++)
        f->cells[c->cell_count + i] = vm_ref(((tuple *)fn->closure.as.o)->at[i].as.o);
    return f;
}

void vm_frame_free(frame *f)
{
    const code *c = f->code;
    while (f->sp > 0)
        vm_drop(f->stack[--f->sp]);
    while (f->block_count > 0)
        vm_unref(f->blocks[--f->block_count].handled);
    /* From the last to the first, as CPython does since 3.14: destructors tell. */
    for (size_t i = c->cell_count + c->free_count; i > 0; i--)
        VM_CLEAR_REF(f->cells[i - 1]);
    for (size_t i = c->local_count; i > 0; i--)
        vm_clear(&f->locals[i - 1]);
    vm_drop(f->function);
    free(f);
}

void vm_frame_visit(frame *f, visitor visit, void *arg)
{
    vm_visit_value(f->function, visit, arg);
    for (size_t i = 0; i < f->sp; i++)
        vm_visit_value(f->stack[i], visit, arg);
    for (size_t i = 0; i < f->block_count; i++)
        vm_visit_ref(f->blocks[i].handled, visit, arg);
    for (size_t i = 0; i < f->code->local_count; i++)
        vm_visit_value(f->locals[i], visit, arg);
    for (size_t i = 0; i < f->code->cell_count + f->code->free_count; i++)
        vm_visit_ref(f->cells[i], visit, arg);
}

static size_t default_count(const function_object *fn)
{
    return vm_is_null(fn->defaults) ? 0 : ((tuple *)fn->defaults.as.o)->count;
}

static bool too_many(const function_object *fn, const args *a, size_t keyword_only)
{
    const code *c = fn->code;
    size_t least = c->arg_count - default_count(fn);
    value takes = least < c->arg_count ? vm_textf("from %zu to %zu", least, c->arg_count)
                                       : vm_textf("%zu", c->arg_count);
    const char *plural = c->arg_count == 1 ? "" : "s";
    if (keyword_only > 0)
        vm_raise(&vm_exc.TypeError, "%s() takes %s positional argument%s but %zu positional "
                                    "argument%s (and %zu keyword-only argument%s) were given",
                 c->qualname->text, vm_as_str(takes)->text, plural, a->count,
                 a->count == 1 ? "" : "s", keyword_only, keyword_only == 1 ? "" : "s");
    else
        vm_raise(&vm_exc.TypeError, "%s() takes %s positional argument%s but %zu %s given",
                 c->qualname->text, vm_as_str(takes)->text, plural, a->count,
                 a->count == 1 ? "was" : "were");
    vm_drop(takes);
    return false;
}

/* "missing 2 required positional arguments: 'a' and 'b'" */
static bool missing_arguments(const frame *f, size_t from, size_t to, const char *kind)
{
    const code *c = f->code;
    size_t count = 0, named = 0;
    for (size_t i = from; i < to; i++)
        count += vm_is_null(f->locals[i]);
    if (count == 0)
        return true;
    text_buffer b = { 0 };
    for (size_t i = from; i < to; i++) {
        if (!vm_is_null(f->locals[i]))
            continue;
        if (named++ > 0)
            vm_buffer_text(&b, named < count ? ", " : count > 2 ? ", and " : " and ");
        vm_buffer_char(&b, '\'');
        vm_buffer_text(&b, c->locals[i]->text);
        vm_buffer_char(&b, '\'');
    }
    vm_raise(&vm_exc.TypeError, "%s() missing %zu required %s argument%s: %s", c->qualname->text,
             count, kind, count == 1 ? "" : "s", b.text);
    vm_buffer_free(&b);
    return false;
}

static bool bind_keyword(frame *f, str *name, value item, dict *rest)
{
    const code *c = f->code;
    for (size_t i = c->posonly_count; i < c->arg_count + c->kwonly_count; i++) {
        if (strcmp(c->locals[i]->text, name->text) != 0)
            continue;
        if (!vm_is_null(f->locals[i])) {
            vm_raise(&vm_exc.TypeError, "%s() got multiple values for argument '%s'",
                     c->qualname->text, name->text);
            return false;
        }
        f->locals[i] = vm_keep(item);
        return true;
    }
    if (rest != NULL) {
        vm_table_set_str(rest->table, name, item);
        return true;
    }
    vm_raise(&vm_exc.TypeError, "%s() got an unexpected keyword argument '%s'", c->qualname->text,
             name->text);
    return false;
}

/* The order of locals is: positional, keyword-only, *varargs, **varkw. */
static bool bind_arguments(frame *f, const function_object *fn, const args *a)
{
    const code *c = fn->code;
    size_t direct = a->count < c->arg_count ? a->count : c->arg_count;
    size_t parameters = c->arg_count + c->kwonly_count;
    dict *rest = NULL;
    for (size_t i = 0; i < direct; i++)
        f->locals[i] = vm_keep(a->at[i]);
    if (c->has_varargs)
        f->locals[parameters] = vm_obj(vm_tuple_new(a->count - direct, a->at + direct));
    if (c->has_varkw) {
        rest = vm_dict_new();
        f->locals[parameters + c->has_varargs] = vm_obj(rest);
    }
    for (size_t i = 0; i < a->keyword_count; i++) {
        if (!bind_keyword(f, vm_as_str(a->names[i]), a->keywords[i], rest))
            return false;
    }
    if (a->count > c->arg_count && !c->has_varargs) {
        size_t keyword_only = 0;
        for (size_t i = c->arg_count; i < parameters; i++)
            keyword_only += !vm_is_null(f->locals[i]);
        return too_many(fn, a, keyword_only);
    }
    size_t defaults = default_count(fn);
    for (size_t i = c->arg_count - defaults; i < c->arg_count; i++) {
        if (vm_is_null(f->locals[i]))
            f->locals[i] = vm_keep(((tuple *)fn->defaults.as.o)
                                       ->at[i - (c->arg_count - defaults)]);
    }
    if (!missing_arguments(f, 0, c->arg_count, "positional"))
        return false;
    for (size_t i = c->arg_count; i < parameters; i++) {
        value item;
        if (vm_is_null(f->locals[i]) && !vm_is_null(fn->kwdefaults)
            && vm_table_get_str(((dict *)fn->kwdefaults.as.o)->table, c->locals[i], &item))
            f->locals[i] = vm_keep(item);
    }
    return missing_arguments(f, c->arg_count, parameters, "keyword-only");
}

/* ---- Functions ------------------------------------------------------------ */

value vm_function_new(const code *c, value defaults, value kwdefaults, value closure)
{
    function_object *fn = vm_object_new(&vm_function_class, 0);
    fn->code = c;
    fn->defaults = defaults;
    fn->kwdefaults = kwdefaults;
    fn->closure = closure;
    return vm_obj(fn);
}

static void function_clear(obj *self)
{
    function_object *fn = (function_object *)self;
    vm_clear(&fn->defaults);
    vm_clear(&fn->kwdefaults);
    vm_clear(&fn->closure);
    table *attributes = fn->attributes;
    fn->attributes = NULL;
    vm_table_free(attributes);
}

static void function_visit(obj *self, visitor visit, void *arg)
{
    function_object *fn = (function_object *)self;
    vm_visit_value(fn->defaults, visit, arg);
    vm_visit_value(fn->kwdefaults, visit, arg);
    vm_visit_value(fn->closure, visit, arg);
    vm_table_visit(fn->attributes, visit, arg);
}

static value function_call(obj *self, const args *a)
{
    function_object *fn = (function_object *)self;
    frame *f = vm_frame_new(fn, a);
    if (f == NULL)
        return NULL_VALUE;
    if (fn->code->is_generator || fn->code->is_coroutine)
        return vm_generator_new(f);
    value out = NULL_VALUE;
    vm_run_frame(f, &out);
    vm_frame_free(f);
    return out;
}

static value function_repr(obj *self)
{
    return vm_textf("<function %s at %p>", ((function_object *)self)->code->qualname->text,
                    (void *)self);
}

static value function_get_attr(obj *self, str *name, bool *found)
{
    const function_object *fn = (function_object *)self;
    value item;
    *found = true;
    if (fn->attributes != NULL && vm_table_get_str(fn->attributes, name, &item))
        return vm_keep(item);
    if (strcmp(name->text, "__name__") == 0)
        return vm_obj(vm_ref(fn->code->name));
    if (strcmp(name->text, "__qualname__") == 0)
        return vm_obj(vm_ref(fn->code->qualname));
    *found = false;
    return NULL_VALUE;
}

static int function_set_attr(obj *self, str *name, value item)
{
    function_object *fn = (function_object *)self;
    if (fn->attributes == NULL)
        fn->attributes = vm_table_new();
    if (vm_is_null(item))
        vm_table_delete_str(fn->attributes, name);
    else
        vm_table_set_str(fn->attributes, name, item);
    return 0;
}

static const class_slots function_slots = {
    .clear = function_clear, .visit = function_visit, .repr = function_repr,
    .call = function_call, .get_attr = function_get_attr, .set_attr = function_set_attr,
};

static void cell_clear(obj *self)
{
    vm_clear(&((cell_object *)self)->content);
}

static void cell_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((cell_object *)self)->content, visit, arg);
}

static const class_slots cell_slots = { .clear = cell_clear, .visit = cell_visit };

/* ---- Class bodies --------------------------------------------------------- */

table *vm_run_class_body(function_object *body, value *cell)
{
    frame *f = vm_frame_new(body, &(args){ 0 });
    if (f == NULL)
        return NULL;
    table *names = vm_table_new();
    f->names = names;
    frame_result result = vm_run_frame(f, cell);
    vm_frame_free(f);
    if (result == FRAME_RETURN)
        return names;
    vm_table_free(names);
    return NULL;
}

void vm_function_classes(void)
{
    vm_class_start(&vm_function_class, "function", &vm_object_class, sizeof(function_object),
                   &function_slots, NULL);
    vm_class_start(&vm_cell_class, "cell", &vm_object_class, sizeof(cell_object), &cell_slots,
                   NULL);
    vm_generator_classes();
}
