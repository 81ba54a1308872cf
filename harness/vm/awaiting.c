/*
 * awaiting.c - await, yield from and async for.
 *
 * CPython: SEND in Python/bytecodes.c, and gen_throw of Objects/genobject.c.
 */
#include "classes.h"
#include "exception.h"
#include "generator.h"
#include "instructions.h"
#include "operators.h"
#include "text.h"

/*
 * An exception was thrown into a frame, which may be in the middle of handling
 * another one.  CPython: _PyErr_ChainStackItem.
 */
void vm_chain_thrown(const frame *f)
{
    for (size_t i = f->block_count; i > 0; i--) {
        if (!f->blocks[i - 1].is_handler)
            continue;
        exception *e = vm_take_exception();
        vm_raise_instance(e);
        vm_unref(e);
        return;
    }
}

/* GeneratorExit closes what is awaited and is then raised here; anything else
 * goes there.  As vm_resume. */
static int throw_onwards(value iterator, value *out)
{
    if (!vm_pending_is(&vm_exc.GeneratorExit))
        return vm_resume(iterator, NULL_VALUE, out);
    exception *leaving = vm_take_exception();
    if (vm_close(iterator) < 0)
        vm_unref(leaving);
    else
        vm_reraise(leaving);
    return -1;
}

/* object -> what awaiting it resumes; `gave` is the operand of GET_AWAITABLE. */
bool vm_awaitable(frame *f, int32_t gave)
{
    static const char *const with_methods[] = { "", "__aenter__", "__aexit__" };
    value v = *top(f, 0);
    if (!vm_is_awaitable(v) && (gave == 1 || gave == 2)) {
        vm_raise(&vm_exc.TypeError, "'async with' received an object from %s that does not "
                                    "implement __await__: %s", with_methods[gave], vm_type_name(v));
        return false;
    }
    value iterator = vm_get_awaitable(v);
    if (vm_is_null(iterator) && gave == 3)
        vm_raise_from_pending(&vm_exc.TypeError,
                              "'async for' received an invalid object from __anext__: %s",
                              vm_type_name(v));
    return replace(f, 1, iterator);
}

/* iterator, what is sent -> its result (0), or what it yielded, in *out (1). */
int vm_await(frame *f, value *out)
{
    value sent = pop(f), iterator = *top(f, 0);
    bool thrown = vm_is_null(sent);
    f->awaiting = false;
    f->passing_on = thrown;
    int more = thrown ? throw_onwards(iterator, out) : vm_resume(iterator, sent, out);
    f->passing_on = false;
    vm_drop(sent);
    if (more < 0 && thrown)
        vm_chain_thrown(f);
    if (more == 1) {
        f->awaiting = true;
        f->pc--; /* once more, with what is sent then */
    }
    if (more == 0)
        replace(f, 1, *out);
    return more;
}

bool vm_get_aiter(frame *f)
{
    value made, next, from = *top(f, 0);
    if (vm_call_special(from, "__aiter__", 0, NULL, &made) == 0) {
        if (vm_find_attr(from, vm_name("__aiter__"), &made) != 1) {
            vm_raise(&vm_exc.TypeError,
                     "'async for' requires an object with __aiter__ method, got %s",
                     vm_type_name(from));
            return false;
        }
        value method = made;
        made = vm_call_values(method, 0, NULL);
        vm_drop(method);
    }
    if (!vm_is_null(made)) {
        int found = vm_find_attr(made, vm_name("__anext__"), &next);
        if (found == 1) {
            vm_drop(next);
        } else {
            if (found == 0)
                vm_raise(&vm_exc.TypeError, "'async for' received an object from __aiter__ that "
                                            "does not implement __anext__: %s",
                         vm_type_name(made));
            vm_drop(made);
            made = NULL_VALUE;
        }
    }
    return replace(f, 1, made);
}

bool vm_get_anext(frame *f)
{
    value method = vm_get_attr(*top(f, 0), vm_name("__anext__"));
    if (vm_is_null(method))
        return false;
    value made = vm_call_values(method, 0, NULL);
    vm_drop(method);
    if (vm_is_null(made))
        return false;
    push(f, made);
    return true;
}
