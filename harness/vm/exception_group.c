/*
 * exception_group.c - groups of exceptions.  See exception_group.h.
 *
 * CPython: Objects/exceptions.c.  A group keeps its text and a tuple of its
 * members, which may be groups themselves, whatever becomes of its arguments.
 */
#include "exception_group.h"

#include <string.h>

#include "operators.h"
#include "text.h"

bool vm_is_group(const exception *e)
{
    return !vm_is_null(e->members);
}

class *vm_group_check(class *cls, const args *a)
{
    if (a->count != 2) {
        vm_raise(&vm_exc.TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments "
                                    "(%zu given)", a->count);
        return NULL;
    }
    if (!vm_is_str(a->at[0])) {
        vm_raise(&vm_exc.TypeError, "argument 1 must be str, not %s", vm_type_name(a->at[0]));
        return NULL;
    }
    if (!vm_is(a->at[1], &vm_list_class) && !vm_is(a->at[1], &vm_tuple_class)) {
        vm_raise(&vm_exc.TypeError, "second argument (exceptions) must be a sequence");
        return NULL;
    }
    list *members = vm_list_from(a->at[1]);
    bool all_ordinary = true, ok = members->count > 0;
    if (!ok)
        vm_raise(&vm_exc.ValueError,
                 "second argument (exceptions) must be a non-empty sequence");
    for (size_t i = 0; ok && i < members->count; i++) {
        ok = vm_is_exception(members->at[i]);
        if (!ok)
            vm_raise(&vm_exc.ValueError,
                     "Item %zu of second argument (exceptions) is not an exception", i);
        all_ordinary = all_ordinary && vm_isinstance(members->at[i], &vm_exc.Exception);
    }
    if (ok && !all_ordinary && vm_subclass(cls, &vm_exc.Exception)) {
        if (cls->is_user)
            vm_raise(&vm_exc.TypeError, "Cannot nest BaseExceptions in '%s'", cls->name->text);
        else
            vm_raise(&vm_exc.TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
        ok = false;
    }
    vm_unref(members);
    if (!ok)
        return NULL;
    return cls == &vm_exc.BaseExceptionGroup && all_ordinary ? &vm_exc.ExceptionGroup : cls;
}

static const tuple *members_of(const exception *e)
{
    return (tuple *)e->members.as.o;
}

static exception *member(const exception *e, size_t i)
{
    return (exception *)members_of(e)->at[i].as.o;
}

void vm_group_fill(exception *e)
{
    const tuple *given = (tuple *)e->args.as.o;
    list *members = vm_list_from(given->at[1]);
    e->message = vm_keep(given->at[0]);
    e->members = vm_tuple_from_list(members);
    vm_unref(members);
}

value vm_group_str(const exception *e)
{
    size_t count = members_of(e)->count;
    return vm_textf("%s (%zu sub-exception%s)", vm_as_str(e->message)->text, count,
                    count == 1 ? "" : "s");
}

/* The members in the brackets of the sequence that was given. */
value vm_group_repr(const exception *e)
{
    const tuple *given = (tuple *)e->args.as.o;
    bool as_tuple = given->count == 2 && vm_is(given->at[1], &vm_tuple_class);
    value members = as_tuple ? vm_keep(e->members) : vm_obj(vm_list_from(e->members));
    value shown = vm_repr(members), message = vm_repr(e->message), result = NULL_VALUE;
    if (!vm_is_null(shown) && !vm_is_null(message))
        result = vm_textf("%s(%s, %s)", e->head.cls->name->text, vm_as_str(message)->text,
                          vm_as_str(shown)->text);
    vm_drop(members);
    vm_drop(shown);
    vm_drop(message);
    return result;
}

static exception *make(value message, const list *members)
{
    bool all_ordinary = true;
    for (size_t i = 0; i < members->count; i++)
        all_ordinary = all_ordinary && vm_isinstance(members->at[i], &vm_exc.Exception);
    exception *e = vm_exception_new(
        all_ordinary ? &vm_exc.ExceptionGroup : &vm_exc.BaseExceptionGroup, NULL_VALUE);
    value parts[2] = { message, vm_obj((void *)members) };
    vm_drop(e->args);
    e->args = vm_obj(vm_tuple_new(2, parts));
    vm_group_fill(e);
    return e;
}

exception *vm_group_new(const char *message, const list *members)
{
    value text = vm_text(message);
    exception *e = make(text, members);
    vm_drop(text);
    return e;
}

/* A group of those members as `from` would derive one, with its links. */
static value derived(exception *from, list *members)
{
    value made, given = vm_obj(members);
    if (members->count == 0)
        return NONE_VALUE;
    if (vm_call_special(vm_obj(from), "derive", 1, &given, &made) == 0)
        made = vm_obj(make(from->message, members));
    if (vm_is_null(made))
        return made;
    if (!vm_isinstance(made, &vm_exc.BaseExceptionGroup)) {
        vm_drop(made);
        return vm_raise(&vm_exc.TypeError, "derive must return an instance of BaseExceptionGroup");
    }
    exception *e = (exception *)made.as.o;
    vm_unref(e->cause);
    vm_unref(e->context);
    e->cause = from->cause == NULL ? NULL : vm_ref(from->cause);
    e->context = from->context == NULL ? NULL : vm_ref(from->context);
    e->suppress_context = true;
    vm_trace_copy(e, from);
    value notes;
    if (from->attributes != NULL
        && vm_table_get_str(from->attributes, vm_name("__notes__"), &notes)) {
        list *copy = vm_list_from(notes);
        vm_set_attr(made, vm_name("__notes__"), vm_obj(copy));
        vm_unref(copy);
    }
    return made;
}

/* Does the condition - a class, a tuple of them, or a function - hold?  1, 0, -1. */
static int holds(exception *e, value condition)
{
    if (vm_is_class(condition) || vm_is(condition, &vm_tuple_class))
        return vm_exception_matches(e, condition);
    value told = vm_obj(e), said = vm_call_values(condition, 1, &told);
    if (vm_is_null(said))
        return -1;
    int truth = vm_truth(said);
    vm_drop(said);
    return truth;
}

/* Both parts of e: None for an empty one.  -1: an exception is pending. */
static int split(exception *e, value condition, value *match, value *rest)
{
    int whole = holds(e, condition);
    if (whole < 0)
        return -1;
    *match = whole ? vm_obj(vm_ref(e)) : NONE_VALUE;
    *rest = whole ? NONE_VALUE : vm_obj(vm_ref(e));
    if (whole || !vm_is_group(e))
        return 0;
    vm_drop(*rest);
    *rest = NONE_VALUE;
    list *in = vm_list_new(0), *out = vm_list_new(0);
    int result = 0;
    for (size_t i = 0; result == 0 && i < members_of(e)->count; i++) {
        value part[2] = { NONE_VALUE, NONE_VALUE };
        result = split(member(e, i), condition, &part[0], &part[1]);
        if (result == 0 && !vm_is_none(part[0]))
            vm_list_append(in, part[0]);
        if (result == 0 && !vm_is_none(part[1]))
            vm_list_append(out, part[1]);
        vm_drop(part[0]);
        vm_drop(part[1]);
    }
    if (result == 0) {
        *match = derived(e, in);
        *rest = vm_is_null(*match) ? NONE_VALUE : derived(e, out);
        if (vm_is_null(*match) || vm_is_null(*rest)) {
            vm_drop(*match);
            result = -1;
        }
    }
    if (result < 0)
        *match = *rest = NONE_VALUE;
    vm_unref(in);
    vm_unref(out);
    return result;
}

/* ---- except* -------------------------------------------------------------- */

static bool names_a_group(value against)
{
    if (!vm_is(against, &vm_tuple_class))
        return vm_is_class(against) && vm_subclass((class *)against.as.o,
                                                   &vm_exc.BaseExceptionGroup);
    const tuple *t = (tuple *)against.as.o;
    for (size_t i = 0; i < t->count; i++) {
        if (names_a_group(t->at[i]))
            return true;
    }
    return false;
}

static bool names_only_exceptions(value against)
{
    if (!vm_is(against, &vm_tuple_class))
        return vm_is_exception_class(against);
    const tuple *t = (tuple *)against.as.o;
    for (size_t i = 0; i < t->count; i++) {
        if (!vm_is_exception_class(t->at[i]))
            return false;
    }
    return true;
}

/* A naked exception in a group of its own. */
static value wrapped(value e)
{
    value text = vm_text(""), parts[2] = { text, vm_obj(vm_tuple_new(1, &e)) };
    exception *group = vm_exception_new(vm_isinstance(e, &vm_exc.Exception)
                                            ? &vm_exc.ExceptionGroup
                                            : &vm_exc.BaseExceptionGroup, NULL_VALUE);
    vm_drop(group->args);
    group->args = vm_obj(vm_tuple_taken(2, parts));
    vm_group_fill(group);
    return vm_obj(group);
}

int vm_group_match(value e, value against, value *match, value *rest)
{
    if (!names_only_exceptions(against)) {
        vm_raise(&vm_exc.TypeError, "catching classes that do not inherit from BaseException "
                                    "is not allowed");
        return -1;
    }
    if (names_a_group(against)) {
        vm_raise(&vm_exc.TypeError,
                 "catching ExceptionGroup with except* is not allowed. Use except instead.");
        return -1;
    }
    if (vm_is_none(e))
        return 0;
    if (!vm_is_group((exception *)e.as.o)) {
        int matches = vm_exception_matches((exception *)e.as.o, against);
        if (matches <= 0)
            return matches;
        *match = wrapped(e);
        *rest = NONE_VALUE;
        return 1;
    }
    if (split((exception *)e.as.o, against, match, rest) < 0)
        return -1;
    return vm_is_none(*match) ? 0 : 1;
}

/* Is e a part of the original that a bare `raise` raised again?  CPython:
 * is_same_exception_metadata. */
static bool is_part(const exception *e, const exception *original)
{
    return e->cause == original->cause && e->context == original->context
           && vm_trace_same(e, original);
}

static void add_leaves(list *into, const exception *e)
{
    if (!vm_is_group(e)) {
        vm_list_append(into, vm_obj((void *)e));
        return;
    }
    for (size_t i = 0; i < members_of(e)->count; i++)
        add_leaves(into, member(e, i));
}

/* The original again, but only with those leaves.  CPython: exception_group_projection. */
static value projection(exception *original, const list *leaves)
{
    list *kept = vm_list_new(0);
    for (size_t i = 0; i < members_of(original)->count; i++) {
        exception *one = member(original, i);
        value part = NONE_VALUE;
        if (vm_is_group(one))
            part = projection(one, leaves);
        for (size_t k = 0; !vm_is_group(one) && k < leaves->count; k++) {
            if (leaves->at[k].as.o == &one->head && vm_is_none(part))
                part = vm_obj(vm_ref(one));
        }
        if (!vm_is_none(part) && !vm_is_null(part))
            vm_list_append(kept, part);
        vm_drop(part);
    }
    value made = derived(original, kept);
    vm_unref(kept);
    return made;
}

exception *vm_group_reraise(exception *original, const list *raised, value rest)
{
    list *fresh = vm_list_new(0), *leaves = vm_list_new(0);
    exception *result = NULL;
    if (!vm_is_group(original)) {
        if (raised->count > 0)
            result = vm_ref(raised->at[0].as.o);
        else if (!vm_is_none(rest))
            result = vm_ref(original);
    } else {
        for (size_t i = 0; i < raised->count; i++) {
            exception *e = (exception *)raised->at[i].as.o;
            if (is_part(e, original))
                add_leaves(leaves, e);
            else
                vm_list_append(fresh, raised->at[i]);
        }
        if (!vm_is_none(rest))
            add_leaves(leaves, (exception *)rest.as.o);
        value again = leaves->count > 0 ? projection(original, leaves) : NONE_VALUE;
        if (!vm_is_none(again) && !vm_is_null(again))
            vm_list_append(fresh, again);
        if (fresh->count > 1)
            result = vm_group_new("", fresh);
        else if (fresh->count == 1)
            result = vm_ref(fresh->at[0].as.o);
        vm_drop(again);
    }
    vm_unref(fresh);
    vm_unref(leaves);
    return result;
}

/* ---- Methods -------------------------------------------------------------- */

static bool is_condition(value condition)
{
    if (vm_is_exception_class(condition) || vm_is(condition, &vm_tuple_class)
        || (vm_callable(condition) && !vm_is_class(condition)))
        return true;
    vm_raise(&vm_exc.TypeError, "expected an exception type, a tuple of exception types, or a "
                                "callable (other than a class)");
    return false;
}

static value group_split(value self, const args *a)
{
    value parts[2];
    if (!is_condition(a->at[0])
        || split((exception *)self.as.o, a->at[0], &parts[0], &parts[1]) < 0)
        return NULL_VALUE;
    return vm_obj(vm_tuple_taken(2, parts));
}

static value group_subgroup(value self, const args *a)
{
    value match, rest;
    if (!is_condition(a->at[0])
        || split((exception *)self.as.o, a->at[0], &match, &rest) < 0)
        return NULL_VALUE;
    vm_drop(rest);
    return match;
}

static value group_derive(value self, const args *a)
{
    list *members = vm_list_from(a->at[0]);
    if (members == NULL)
        return NULL_VALUE;
    value made = vm_obj(make(((exception *)self.as.o)->message, members));
    vm_unref(members);
    return made;
}

const builtin_def vm_group_methods[] = {
    { "split", group_split, 1, 1, false },
    { "subgroup", group_subgroup, 1, 1, false },
    { "derive", group_derive, 1, 1, false },
    { NULL, NULL, 0, 0, false },
};
