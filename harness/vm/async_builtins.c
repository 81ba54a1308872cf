/*
 * async_builtins.c - aiter and anext.
 *
 * CPython: builtin_aiter, builtin_anext, and anext_awaitable of Objects/iterobject.c.
 */
#include "async_builtins.h"

#include "classes.h"
#include "exception.h"
#include "generator.h"
#include "operators.h"
#include "text.h"

/* anext(iterator, default): awaiting it gives the default at the end. */
typedef struct anext_awaitable {
    obj head;
    value awaited;   /* what __anext__ gave */
    value iterator;  /* what is resumed; VM_NULL: not asked for yet */
    value otherwise;
} anext_awaitable;

static class anext_class;

/* object.name(); NULL_VALUE with nothing pending: it has no such method. */
static value call_method(value object, const char *name)
{
    value method;
    if (vm_find_attr(object, vm_name(name), &method) != 1)
        return NULL_VALUE;
    value result = vm_call_values(method, 0, NULL);
    vm_drop(method);
    return result;
}

static value f_aiter(value self, const args *a)
{
    (void)self;
    value result = call_method(a->at[0], "__aiter__"), next;
    if (vm_is_null(result))
        return vm_pending() ? result
                            : vm_raise(&vm_exc.TypeError, "'%s' object is not an async iterable",
                                       vm_type_name(a->at[0]));
    if (vm_find_attr(result, vm_name("__anext__"), &next) == 1) {
        vm_drop(next);
        return result;
    }
    vm_raise(&vm_exc.TypeError, "aiter() returned not an async iterator of type '%s'",
             vm_type_name(result));
    vm_drop(result);
    return NULL_VALUE;
}

static value f_anext(value self, const args *a)
{
    (void)self;
    value awaited = vm_is_class(a->at[0]) ? NULL_VALUE : call_method(a->at[0], "__anext__");
    if (vm_is_null(awaited) && !vm_pending())
        return vm_raise(&vm_exc.TypeError, "'%s' object is not an async iterator",
                        vm_type_name(a->at[0]));
    if (vm_is_null(awaited) || a->count == 1)
        return awaited;
    anext_awaitable *n = vm_object_new(&anext_class, 0);
    n->awaited = awaited;
    n->otherwise = vm_keep(a->at[1]);
    return vm_obj(n);
}

static value anext_await(obj *self)
{
    return vm_obj(vm_ref(self));
}

static int anext_resume(obj *self, value sent, value *out)
{
    anext_awaitable *n = (anext_awaitable *)self;
    *out = NULL_VALUE;
    if (vm_is_null(n->iterator)) {
        exception *thrown = vm_take_exception();
        n->iterator = vm_get_awaitable(n->awaited);
        if (vm_is_null(n->iterator)) {
            vm_unref(thrown);
            return -1;
        }
        if (thrown != NULL)
            vm_reraise(thrown);
    }
    int more = vm_resume(n->iterator, sent, out);
    if (more < 0 && vm_forget(&vm_exc.StopAsyncIteration)) {
        *out = vm_keep(n->otherwise);
        return 0;
    }
    return more;
}

static void anext_clear(obj *self)
{
    anext_awaitable *n = (anext_awaitable *)self;
    vm_clear(&n->iterator);
    vm_clear(&n->awaited);
    vm_clear(&n->otherwise);
}

static void anext_visit(obj *self, visitor visit, void *arg)
{
    anext_awaitable *n = (anext_awaitable *)self;
    vm_visit_value(n->iterator, visit, arg);
    vm_visit_value(n->awaited, visit, arg);
    vm_visit_value(n->otherwise, visit, arg);
}

static value anext_close(value self, const args *a)
{
    (void)a;
    anext_awaitable *n = (anext_awaitable *)self.as.o;
    value inner = vm_is_null(n->iterator) ? n->awaited : n->iterator;
    return vm_close(inner) < 0 ? NULL_VALUE : NONE_VALUE;
}

static const class_slots anext_slots = {
    .clear = anext_clear, .visit = anext_visit, .await = anext_await, .resume = anext_resume,
};

static const builtin_def anext_methods[] = {
    { "close", anext_close, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

static const builtin_def functions[] = {
    { "aiter", f_aiter, 1, 1, false },
    { "anext", f_anext, 1, 2, false },
    { NULL, NULL, 0, 0, false },
};

void vm_async_builtins_start(table *builtins)
{
    vm_class_start(&anext_class, "anext_awaitable", &vm_object_class, sizeof(anext_awaitable),
                   &anext_slots, anext_methods);
    for (const builtin_def *def = functions; def->name != NULL; def++) {
        value f = vm_builtin_new(def, NULL);
        vm_table_set_str(builtins, vm_name(def->name), f);
        vm_drop(f);
    }
}
