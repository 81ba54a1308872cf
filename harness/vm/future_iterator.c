/*
 * future_iterator.c - what `await future` resumes: it yields the future once,
 * marked, and then gives its result.
 *
 * CPython: Future.__await__, FutureIter of the C version.
 */
#include "classes.h"
#include "coroutines.h"
#include "exception.h"
#include "generator.h"
#include "loops.h"
#include "operators.h"

typedef struct future_iterator {
    obj head;
    value future; /* VM_NULL: over */
    bool has_yielded;
} future_iterator;

static class iterator_class;

value vm_future_iterator(value future)
{
    future_iterator *it = vm_object_new(&iterator_class, 0);
    it->future = vm_keep(future);
    return vm_obj(it);
}

static int iterator_resume(obj *self, value sent, value *out)
{
    future_iterator *it = (future_iterator *)self;
    if (vm_is_null(sent)) {
        exception *raised = vm_take_exception();
        vm_clear(&it->future);
        vm_reraise(raised);
        return -1;
    }
    if (vm_is_null(it->future)) {
        *out = NONE_VALUE;
        return 0;
    }
    future_object *f = (future_object *)it->future.as.o;
    if (!rl_future_done(f->future)) {
        if (it->has_yielded) {
            vm_raise(&vm_exc.RuntimeError, "await wasn't used with future");
            return -1;
        }
        it->has_yielded = true;
        f->awaited = true;
        *out = vm_keep(it->future);
        return 1;
    }
    value future = it->future;
    it->future = NULL_VALUE;
    *out = vm_future_outcome(future);
    vm_drop(future);
    return vm_is_null(*out) ? -1 : 0;
}

static int iterator_next(obj *self, value *out)
{
    int more = iterator_resume(self, NONE_VALUE, out);
    if (more == 0) {
        /* A `for` statement has no use for the result. */
        vm_drop(*out);
    }
    return more;
}

static value iterator_send(value self, const args *a)
{
    value out = NULL_VALUE;
    int more = iterator_resume(self.as.o, a->at[0], &out);
    return vm_resume_answer(more, out);
}

static value iterator_next_method(value self, const args *a)
{
    (void)a;
    value out = NULL_VALUE;
    int more = iterator_resume(self.as.o, NONE_VALUE, &out);
    return vm_resume_answer(more, out);
}

static value iterator_throw(value self, const args *a)
{
    if (!vm_throw_argument(a))
        return NULL_VALUE;
    value out = NULL_VALUE;
    iterator_resume(self.as.o, NULL_VALUE, &out);
    return NULL_VALUE;
}

static value iterator_close(value self, const args *a)
{
    (void)a;
    vm_clear(&((future_iterator *)self.as.o)->future);
    return NONE_VALUE;
}

static value iterator_iter(obj *self)
{
    return vm_obj(vm_ref(self));
}

static void iterator_clear(obj *self)
{
    vm_clear(&((future_iterator *)self)->future);
}

static void iterator_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((future_iterator *)self)->future, visit, arg);
}

static const class_slots iterator_slots = {
    .clear = iterator_clear, .visit = iterator_visit, .iter = iterator_iter,
    .next = iterator_next, .resume = iterator_resume,
};

static const builtin_def iterator_methods[] = {
    { "send", iterator_send, 1, 1, false },
    { "__next__", iterator_next_method, 0, 0, false },
    { "throw", iterator_throw, 1, 1, false },
    { "close", iterator_close, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_future_iterator_classes(void)
{
    vm_class_start(&iterator_class, "FutureIter", &vm_object_class, sizeof(future_iterator),
                   &iterator_slots, iterator_methods);
}
