/*
 * awaitables.c - arguments that are futures, coroutines or other awaitables.
 *
 * CPython: coroutines.iscoroutine, what tasks.ensure_future accepts.
 */
#include <math.h>
#include <stdlib.h>

#include "classes.h"
#include "containers.h"
#include "coroutines.h"
#include "exception.h"
#include "generator.h"
#include "loops.h"
#include "operators.h"

bool vm_is_any_coroutine(value v)
{
    return vm_is(v, &vm_coroutine_class) || vm_is(v, &vm_library_coroutine_class);
}

/* GATHER-16, SHLD-8, WFOR-16: TypeError for what is none. */
bool vm_awaitable_argument(value v, bool by_await, rl_awaitable *out)
{
    *out = (rl_awaitable){ 0 };
    if (vm_is_future(v)) {
        out->future = ((future_object *)v.as.o)->future;
        return true;
    }
    if (!vm_is_any_coroutine(v) && !vm_is_awaitable(v)) {
        vm_raise(&vm_exc.TypeError,
                 "An asyncio.Future, a coroutine or an awaitable is required");
        return false;
    }
    if (by_await || vm_is_any_coroutine(v)) {
        out->coro = vm_coro_of(v, by_await);
        return true;
    }
    library_coroutine *wrapper = vm_library_coroutine("ensure_future.<locals>._wrap_awaitable",
                                                      NULL, NULL, 0, NULL);
    wrapper->coro = vm_coro_of(v, true);
    out->coro = vm_coro_of(vm_obj(wrapper), false);
    vm_unref(wrapper);
    return true;
}

void vm_awaitables_release(rl_awaitable *aws, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (aws[i].coro != NULL)
            rl_coro_unref(aws[i].coro);
    }
}

/* An awaitable that stands in the list twice is one, and so is its coroutine. */
static rl_awaitable *same_before(const list *items, size_t i, rl_awaitable *aws)
{
    for (size_t k = 0; k < i; k++) {
        if (aws[k].coro != NULL && vm_same(items->at[k], items->at[i]))
            return &aws[k];
    }
    return NULL;
}

bool vm_awaitable_list(value iterable, rl_awaitable **out, size_t *count)
{
    *count = 0;
    *out = NULL;
    list *items = vm_list_from(iterable);
    if (items == NULL)
        return false;
    *out = vm_alloc((items->count + 1) * sizeof **out);
    bool ok = true;
    for (size_t i = 0; ok && i < items->count; i++) {
        rl_awaitable *known = same_before(items, i, *out);
        if (known != NULL)
            (*out)[i] = (rl_awaitable){ known->future, rl_coro_ref(known->coro) };
        else
            ok = vm_awaitable_argument(items->at[i], false, &(*out)[i]);
        *count += ok;
    }
    vm_unref(items);
    return ok;
}

bool vm_seconds(value v, const char *op, double *out)
{
    if (vm_is_none(v) || vm_is_null(v)) {
        *out = NAN;
        return true;
    }
    if (vm_to_double(v, out))
        return true;
    if (op[0] == '+')
        vm_raise(&vm_exc.TypeError, "unsupported operand type(s) for +: 'float' and '%s'",
                 vm_type_name(v));
    else
        vm_raise(&vm_exc.TypeError, "'%s' not supported between instances of '%s' and '%s'", op,
                 op[0] == '<' ? vm_type_name(v) : "int", op[0] == '<' ? "int" : vm_type_name(v));
    return false;
}
