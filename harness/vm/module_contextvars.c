/*
 * module_contextvars.c - ContextVar, Context, Token and copy_context.
 *
 * CPython: contextvars (PEP 567).  The values live in the library's contexts;
 * these objects only name them.
 */
#include <string.h>

#include "args.h"
#include "classes.h"
#include "exception.h"
#include "loops.h"
#include "modules.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

class vm_context_class;
static class variable_class, token_class, missing_class;

typedef struct context_object {
    obj head;
    struct context_object *next; /* live ones: a context has one object */
    rl_context *context;
} context_object;

typedef struct variable_object {
    obj head;
    rl_contextvar *variable;
} variable_object;

typedef struct token_object {
    obj head;
    rl_token *token;
    value variable;
    value old_value; /* VM_NULL: there was none */
} token_object;

static context_object *live;

/* ---- Context -------------------------------------------------------------- */

value vm_context_wrapper(rl_context *context)
{
    for (context_object *c = live; c != NULL; c = c->next) {
        if (c->context == context) {
            rl_context_unref(context);
            return vm_obj(vm_ref(c));
        }
    }
    context_object *c = vm_object_new(&vm_context_class, 0);
    c->context = context;
    c->next = live;
    live = c;
    return vm_obj(c);
}

bool vm_context_argument(value given, rl_context **out)
{
    *out = NULL;
    if (vm_is_null(given) || vm_is_none(given))
        return true;
    if (!vm_is(given, &vm_context_class)) {
        vm_raise(&vm_exc.TypeError, "a Context is required as context, not '%s'",
                 vm_type_name(given));
        return false;
    }
    *out = ((context_object *)given.as.o)->context;
    return true;
}

static void context_clear(obj *self)
{
    context_object *c = (context_object *)self;
    for (context_object **at = &live; *at != NULL; at = &(*at)->next) {
        if (*at == c) {
            *at = c->next;
            break;
        }
    }
    rl_context *context = c->context;
    c->context = NULL;
    if (context != NULL)
        rl_context_unref(context);
}

/* Context.run(function, *args, **kwargs) */
static value context_run(value self, const args *a)
{
    rl_context *context = ((context_object *)self.as.o)->context;
    args rest = *a;
    rest.count--;
    rest.at++;
    rl_err err = rl_context_enter(context);
    if (err != RL_OK)
        return vm_raise_err(err);
    value result = vm_call(a->at[0], &rest);
    rl_context_exit(context);
    return result;
}

/* 1 and *out (new reference), 0 never set there, -1. */
static int look_up(value self, value key, value *out)
{
    if (!vm_is(key, &variable_class)) {
        vm_raise(&vm_exc.TypeError, "a ContextVar key was expected, got '%s'", vm_type_name(key));
        return -1;
    }
    rl_value found;
    rl_err err = rl_context_get(((context_object *)self.as.o)->context,
                                ((variable_object *)key.as.o)->variable, &found);
    if (err == RL_ERR_NO_VALUE)
        return 0;
    if (err != RL_OK) {
        vm_raise_err(err);
        return -1;
    }
    *out = vm_from_rl(found);
    return 1;
}

static value context_get_item(obj *self, value key)
{
    value out;
    int found = look_up(vm_obj(self), key, &out);
    if (found == 0)
        return vm_raise_with(&vm_exc.KeyError, key);
    return found < 0 ? NULL_VALUE : out;
}

static int context_contains(obj *self, value key)
{
    value out = NONE_VALUE;
    int found = look_up(vm_obj(self), key, &out);
    if (found == 1)
        vm_drop(out);
    return found;
}

static value context_get(value self, const args *a)
{
    value out;
    int found = look_up(self, a->at[0], &out);
    if (found == 0)
        return a->count > 1 ? vm_keep(a->at[1]) : NONE_VALUE;
    return found < 0 ? NULL_VALUE : out;
}

static const class_slots context_slots = {
    .clear = context_clear, .get_item = context_get_item, .contains = context_contains,
};

static const builtin_def context_methods[] = {
    { "run", context_run, 1, -1, true },
    { "get", context_get, 1, 2, false },
    { NULL, NULL, 0, 0, false },
};

static value f_copy_context(value self, const args *a)
{
    (void)self, (void)a;
    rl_context *context;
    rl_err err = rl_context_copy_current(&context);
    return err != RL_OK ? vm_raise_err(err) : vm_context_wrapper(context);
}

/* ---- ContextVar ----------------------------------------------------------- */

static value variable_create(class *cls, const args *a)
{
    static const char *const names[] = { "default", NULL };
    value given;
    if (!vm_keywords(a, "ContextVar", names, &given))
        return NULL_VALUE;
    if (a->count != 1 || !vm_is_str(a->at[0]))
        return vm_raise(&vm_exc.TypeError, "context variable name must be a str");
    rl_value rl = { 0 };
    if (!vm_is_null(given))
        rl = vm_to_rl(given);
    rl_contextvar *made;
    rl_err err = rl_contextvar_new(vm_as_str(a->at[0])->text, !vm_is_null(given), rl, &made);
    if (err != RL_OK)
        return vm_raise_err(err);
    variable_object *v = vm_object_new(cls, 0);
    v->variable = made;
    return vm_obj(v);
}

static void variable_clear(obj *self)
{
    rl_contextvar *variable = ((variable_object *)self)->variable;
    ((variable_object *)self)->variable = NULL;
    if (variable != NULL)
        rl_contextvar_unref(variable);
}

static rl_contextvar *variable_of(value v)
{
    return ((variable_object *)v.as.o)->variable;
}

static value variable_get(value self, const args *a)
{
    rl_value out;
    /* A default given here goes before the variable's own. */
    if (a->count > 0) {
        rl_context *now;
        rl_err err = rl_context_copy_current(&now);
        if (err != RL_OK)
            return vm_raise_err(err);
        err = rl_context_get(now, variable_of(self), &out);
        value result = err == RL_OK ? vm_from_rl(out) : vm_keep(a->at[0]);
        rl_context_unref(now);
        return result;
    }
    rl_err err = rl_contextvar_get(variable_of(self), &out);
    if (err == RL_ERR_NO_VALUE)
        return vm_raise_with(&vm_exc.LookupError, self);
    return err != RL_OK ? vm_raise_err(err) : vm_from_rl(out);
}

static value variable_set(value self, const args *a)
{
    rl_context *before;
    rl_value old;
    rl_err err = rl_context_copy_current(&before);
    if (err != RL_OK)
        return vm_raise_err(err);
    token_object *t = vm_object_new(&token_class, 0);
    t->variable = vm_keep(self);
    if (rl_context_get(before, variable_of(self), &old) == RL_OK)
        t->old_value = vm_from_rl(old);
    rl_context_unref(before);
    err = rl_contextvar_set(variable_of(self), vm_to_rl(a->at[0]), &t->token);
    if (err == RL_OK)
        return vm_obj(t);
    vm_unref(t);
    return vm_raise_err(err);
}

static value variable_reset(value self, const args *a)
{
    if (!vm_is(a->at[0], &token_class))
        return vm_raise(&vm_exc.TypeError, "expected an instance of Token, got '%s'",
                        vm_type_name(a->at[0]));
    rl_err err = rl_contextvar_reset(variable_of(self), ((token_object *)a->at[0].as.o)->token);
    return err != RL_OK ? vm_raise_err(err) : NONE_VALUE;
}

static value variable_get_attr(obj *self, str *name, bool *found)
{
    *found = strcmp(name->text, "name") == 0;
    return *found ? vm_text(rl_contextvar_name(((variable_object *)self)->variable)) : NULL_VALUE;
}

static value variable_repr(obj *self)
{
    return vm_textf("<ContextVar name='%s'>",
                    rl_contextvar_name(((variable_object *)self)->variable));
}

static const class_slots variable_slots = {
    .clear = variable_clear, .repr = variable_repr, .get_attr = variable_get_attr,
    .create = variable_create,
};

static const builtin_def variable_methods[] = {
    { "get", variable_get, 0, 1, false },
    { "set", variable_set, 1, 1, false },
    { "reset", variable_reset, 1, 1, false },
    { NULL, NULL, 0, 0, false },
};

/* ---- Token ---------------------------------------------------------------- */

static void token_clear(obj *self)
{
    token_object *t = (token_object *)self;
    rl_token *token = t->token;
    t->token = NULL;
    if (token != NULL)
        rl_token_unref(token);
    vm_clear(&t->variable);
    vm_clear(&t->old_value);
}

static void token_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((token_object *)self)->variable, visit, arg);
    vm_visit_value(((token_object *)self)->old_value, visit, arg);
}

static value missing_repr(obj *self)
{
    (void)self;
    return vm_text("<Token.MISSING>");
}

static value token_get_attr(obj *self, str *name, bool *found)
{
    const token_object *t = (token_object *)self;
    *found = true;
    if (strcmp(name->text, "var") == 0)
        return vm_keep(t->variable);
    if (strcmp(name->text, "old_value") == 0) {
        value missing = NONE_VALUE;
        if (!vm_is_null(t->old_value))
            return vm_keep(t->old_value);
        vm_class_find(&token_class, vm_name("MISSING"), &missing);
        return vm_keep(missing);
    }
    *found = false;
    return NULL_VALUE;
}

static const class_slots token_slots = {
    .clear = token_clear, .visit = token_visit, .get_attr = token_get_attr,
};

static const class_slots missing_slots = { .repr = missing_repr };

static const builtin_def functions[] = {
    { "copy_context", f_copy_context, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_module_contextvars(void)
{
    live = NULL;
    obj *module = vm_module_new("contextvars");
    vm_class_start(&vm_context_class, "Context", &vm_object_class, sizeof(context_object),
                   &context_slots, context_methods);
    vm_class_start(&variable_class, "ContextVar", &vm_object_class, sizeof(variable_object),
                   &variable_slots, variable_methods);
    vm_class_start(&token_class, "Token", &vm_object_class, sizeof(token_object), &token_slots,
                   NULL);
    vm_class_start(&missing_class, "Missing", &vm_object_class, sizeof(obj), &missing_slots, NULL);
    value missing = vm_obj(vm_object_new(&missing_class, 0));
    vm_table_set_str(token_class.attributes, vm_name("MISSING"), missing);
    vm_drop(missing);
    vm_module_functions(module, functions);
    vm_module_set(module, "Context", vm_obj(vm_ref(&vm_context_class)));
    vm_module_set(module, "ContextVar", vm_obj(vm_ref(&variable_class)));
    vm_module_set(module, "Token", vm_obj(vm_ref(&token_class)));
}
