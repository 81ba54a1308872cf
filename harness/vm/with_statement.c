/*
 * with_statement.c - what `with` and `async with` do to their managers.
 */
#include "classes.h"
#include "exception.h"
#include "instructions.h"
#include "operators.h"
#include "text.h"

typedef struct with_protocol {
    const char *name, *enter, *leave, *hint;
    const struct with_protocol *other;
} with_protocol;

static const with_protocol async_with;
static const with_protocol plain_with = {
    "context manager", "__enter__", "__exit__", "with", &async_with,
};
static const with_protocol async_with = {
    "asynchronous context manager", "__aenter__", "__aexit__", "async with", &plain_with,
};

static bool has_attr(value v, const char *name)
{
    value found;
    bool has = vm_find_attr(v, vm_name(name), &found) == 1;
    if (has)
        vm_drop(found);
    return has;
}

/* A method of the protocol; an object of the other kind gets a hint. */
static value with_method(value manager, const with_protocol *p, const char *name)
{
    value method;
    int found = vm_find_attr(manager, vm_name(name), &method);
    if (found == 1)
        return method;
    if (found < 0)
        return NULL_VALUE;
    const with_protocol *other = p->other;
    if (has_attr(manager, other->enter) && has_attr(manager, other->leave))
        return vm_raise(&vm_exc.TypeError,
                        "'%s' object does not support the %s protocol (missed %s method) but it "
                        "supports the %s protocol. Did you mean to use '%s'?",
                        vm_type_name(manager), p->name, name, other->name, other->hint);
    return vm_raise(&vm_exc.TypeError, "'%s' object does not support the %s protocol "
                                       "(missed %s method)", vm_type_name(manager), p->name, name);
}

/* manager -> its exit method, what its enter method gave */
static bool enter_with(frame *f, const with_protocol *p)
{
    value manager = *top(f, 0), leave = with_method(manager, p, p->leave);
    value enter = vm_is_null(leave) ? NULL_VALUE : with_method(manager, p, p->enter);
    if (vm_is_null(enter)) {
        vm_drop(leave);
        return false;
    }
    value entered = vm_call_values(enter, 0, NULL);
    vm_drop(enter);
    if (vm_is_null(entered)) {
        vm_drop(leave);
        return false;
    }
    store(top(f, 0), leave);
    push(f, entered);
    return true;
}

bool vm_with_enter(frame *f)
{
    return enter_with(f, &plain_with);
}

bool vm_with_exit(frame *f)
{
    const value none[3] = { NONE_VALUE, NONE_VALUE, NONE_VALUE };
    value result = vm_call_values(*top(f, 0), 3, none);
    pop_drop(f, 1);
    vm_drop(result);
    return !vm_is_null(result);
}

/* exit, exception -> exit, exception, whether it is swallowed */
bool vm_with_except(frame *f)
{
    value e = *top(f, 0);
    const value told[3] = { vm_obj(e.as.o->cls), e, NONE_VALUE };
    value result = vm_call_values(*top(f, 1), 3, told);
    if (vm_is_null(result))
        return false;
    int truth = vm_truth(result);
    vm_drop(result);
    if (truth < 0)
        return false;
    push(f, vm_bool(truth == 1));
    return true;
}

/* manager -> its exit method, what __aenter__ gave (to be awaited) */
bool vm_async_with_enter(frame *f)
{
    return enter_with(f, &async_with);
}

/* exit -> what it gave for a block that ended well */
bool vm_call_exit(frame *f)
{
    const value none[3] = { NONE_VALUE, NONE_VALUE, NONE_VALUE };
    return replace(f, 1, vm_call_values(*top(f, 0), 3, none));
}

/* exit, exception -> exit, exception, what exit gave */
bool vm_call_exit_raised(frame *f)
{
    value e = *top(f, 0);
    const value told[3] = { vm_obj(e.as.o->cls), e, NONE_VALUE };
    return replace(f, 0, vm_call_values(*top(f, 1), 3, told));
}
