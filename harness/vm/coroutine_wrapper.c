/*
 * coroutine_wrapper.c - what coroutine.__await__() gives: an iterator that drives
 * the coroutine, for `yield from` in an __await__ of the program's.
 *
 * CPython: coroutine_wrapper in Objects/genobject.c.
 */
#include "classes.h"
#include "exception.h"
#include "generator.h"
#include "operators.h"

typedef struct coroutine_wrapper {
    obj head;
    value coroutine;
} coroutine_wrapper;

static class wrapper_class;

static value coroutine_of(value self)
{
    return ((coroutine_wrapper *)self.as.o)->coroutine;
}

value vm_coroutine_wrapper(value coroutine)
{
    coroutine_wrapper *w = vm_object_new(&wrapper_class, 0);
    w->coroutine = vm_keep(coroutine);
    return vm_obj(w);
}

static int wrapper_resume(obj *self, value sent, value *out)
{
    return vm_resume(((coroutine_wrapper *)self)->coroutine, sent, out);
}

static int wrapper_next(obj *self, value *out)
{
    int more = wrapper_resume(self, NONE_VALUE, out);
    if (more == 0)
        vm_drop(*out);
    return more;
}

static value wrapper_iter(obj *self)
{
    return vm_obj(vm_ref(self));
}

static value wrapper_send(value self, const args *a)
{
    value out = NULL_VALUE;
    int more = vm_resume(coroutine_of(self), a->at[0], &out);
    return vm_resume_answer(more, out);
}

static value wrapper_next_method(value self, const args *a)
{
    (void)a;
    value out = NULL_VALUE;
    int more = vm_resume(coroutine_of(self), NONE_VALUE, &out);
    return vm_resume_answer(more, out);
}

static value wrapper_throw(value self, const args *a)
{
    value out = NULL_VALUE;
    if (!vm_throw_argument(a))
        return NULL_VALUE;
    int more = vm_resume(coroutine_of(self), NULL_VALUE, &out);
    return vm_resume_answer(more, out);
}

static value wrapper_close(value self, const args *a)
{
    (void)a;
    return vm_close(coroutine_of(self)) < 0 ? NULL_VALUE : NONE_VALUE;
}

static void wrapper_clear(obj *self)
{
    vm_clear(&((coroutine_wrapper *)self)->coroutine);
}

static void wrapper_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((coroutine_wrapper *)self)->coroutine, visit, arg);
}

static const class_slots wrapper_slots = {
    .clear = wrapper_clear, .visit = wrapper_visit, .iter = wrapper_iter, .next = wrapper_next,
    .resume = wrapper_resume,
};

static const builtin_def wrapper_methods[] = {
    { "send", wrapper_send, 1, 1, false },
    { "__next__", wrapper_next_method, 0, 0, false },
    { "throw", wrapper_throw, 1, 1, false },
    { "close", wrapper_close, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

void vm_coroutine_wrapper_classes(void)
{
    vm_class_start(&wrapper_class, "coroutine_wrapper", &vm_object_class,
                   sizeof(coroutine_wrapper), &wrapper_slots, wrapper_methods);
}
