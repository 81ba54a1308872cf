/*
 * loop_report.c - the exception handler, from both sides: what the library
 * reports becomes a dict for the program, and a program's dict a report.
 *
 * CPython: BaseEventLoop.call_exception_handler and default_exception_handler.
 */
#include <stdlib.h>
#include <string.h>

#include "classes.h"
#include "exception.h"
#include "loops.h"
#include "machine.h"
#include "module_scenario.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

/* EXC-2.  "Exception in callback NAME": the library knows no names. */
static value message_of(const rl_exc_context *told, const job *failed)
{
    if (failed == NULL || strcmp(told->message, "Exception in callback") != 0)
        return vm_text(told->message);
    value name = vm_callback_text(failed->function);
    value text = vm_textf("%s %s", told->message, vm_as_str(name)->text);
    vm_drop(name);
    return text;
}

/* The dict that CPython's handler gets. */
static value dict_of(loop_object *loop, const rl_exc_context *told)
{
    dict *d = vm_dict_new();
    exception *e = told->exception == NULL ? NULL : vm_exception_of(told->exception);
    job *failed = vm_failed_job(e);
    if (told->message != NULL)
        vm_dict_set_text(d, "message", message_of(told, failed));
    if (e != NULL)
        vm_dict_set_text(d, "exception", vm_obj(e));
    if (told->future != NULL)
        vm_dict_set_text(d, "future", vm_future_of(told->future));
    if (told->task != NULL)
        vm_dict_set_text(d, "task", vm_future_of(told->task));
    if (told->handle != NULL)
        vm_dict_set_text(d, "handle", vm_handle_wrapper(told->handle, loop, failed));
    if (failed != NULL && failed->debug)
        vm_dict_set_text(d, "source_traceback", vm_obj(vm_list_new(0)));
    for (size_t i = 0; i < told->extra_count; i++)
        vm_dict_set_text(d, told->extra[i].key, vm_text(told->extra[i].repr));
    return vm_obj(d);
}

rl_exc *vm_on_exception(rl_loop *rl, const rl_exc_context *told, void *arg)
{
    (void)rl;
    loop_object *loop = arg;
    rl_exc *exc = NULL;
    bool had = vm_enter();
    if (vm_ended() || vm_objects_ending() || vm_is_null(loop->handler)) {
        vm_leave(had);
        return NULL;
    }
    /* A report may come from a destructor while something is being raised. */
    exception *pending = vm_take_exception();
    vm_ref(loop);
    value handler = vm_keep(loop->handler);
    value context = vm_from_rl(told->payload);
    if (!vm_is(context, &vm_dict_class)) {
        vm_drop(context);
        context = dict_of(loop, told);
    }
    value both[2] = { vm_obj(loop), context };
    value result = vm_call_values(handler, 2, both);
    if (vm_is_null(result))
        exc = vm_to_exc(vm_take_exception());
    vm_drop(result);
    vm_drop(context);
    vm_drop(handler);
    vm_forget_failed_job();
    vm_unref(loop);
    if (pending != NULL)
        vm_reraise(pending);
    vm_leave(had);
    return exc;
}

/* ---- A program's dict ----------------------------------------------------- */

typedef struct report {
    rl_exc_context told;
    rl_exc_context_item *extra;
    value *texts; /* hold the keys and representations */
    size_t text_count;
} report;

static bool add_extra(report *r, value key, value item)
{
    value name = vm_str(key), shown = vm_repr(item);
    r->texts[r->text_count++] = name;
    r->texts[r->text_count++] = shown;
    if (vm_is_null(name) || vm_is_null(shown))
        return false;
    r->extra[r->told.extra_count++] =
        (rl_exc_context_item){ vm_as_str(name)->text, vm_as_str(shown)->text };
    return true;
}

/* The keys the library knows go to their fields, all others by their repr.
 * False: a __repr__ of the program's failed, and skip_failing is not set. */
static bool fill_report(report *r, dict *d, bool skip_failing)
{
    size_t at = 0, count = d->table->count;
    r->extra = vm_alloc((count + 1) * sizeof *r->extra);
    r->texts = vm_alloc((2 * count + 2) * sizeof *r->texts);
    for (table_entry *entry; (entry = vm_table_next(d->table, &at)) != NULL;) {
        value key = entry->key, item = entry->item;
        if (vm_str_is(key, "message") && vm_is_str(item)) {
            r->told.message = vm_as_str(item)->text;
        } else if (vm_str_is(key, "exception") && vm_is_exception(item)) {
            r->told.exception = vm_to_exc((exception *)vm_keep(item).as.o);
        } else if (vm_str_is(key, "handle") && vm_isinstance(item, &vm_handle_class)
                   && ((handle_object *)item.as.o)->handle != NULL) {
            r->told.handle = ((handle_object *)item.as.o)->handle;
        } else if (vm_str_is(key, "future") && vm_is_future(item)) {
            r->told.future = ((future_object *)item.as.o)->future;
        } else if (vm_str_is(key, "task") && vm_is_future(item)) {
            r->told.task = ((future_object *)item.as.o)->future;
        } else if (!add_extra(r, key, item)) {
            if (!skip_failing)
                return false;
            vm_unref(vm_take_exception());
        }
    }
    r->told.extra = r->extra;
    r->told.payload = vm_to_rl(vm_obj(d));
    return true;
}

static void free_report(report *r)
{
    rl_exc_unref(r->told.exception);
    for (size_t i = 0; i < r->text_count; i++)
        vm_drop(r->texts[i]);
    free(r->extra);
    free(r->texts);
    if (r->told.payload.ptr != NULL)
        r->told.payload.type->unref(r->told.payload.ptr);
}

value vm_report(loop_object *loop, value context, bool by_default)
{
    if (!vm_is(context, &vm_dict_class))
        return vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute 'get'",
                        vm_type_name(context));
    report r = { 0 };
    rl_exc *exc = NULL;
    bool has_handler = !by_default && !vm_is_null(loop->handler);
    bool ok = fill_report(&r, (dict *)context.as.o, has_handler);
    if (ok)
        exc = by_default ? rl_loop_default_exception_handler(loop->loop, &r.told)
                         : rl_loop_call_exception_handler(loop->loop, &r.told);
    free_report(&r);
    if (!ok && (by_default || vm_pending_is(&vm_exc.SystemExit)
                || vm_pending_is(&vm_exc.KeyboardInterrupt)))
        return NULL_VALUE;
    if (!ok) {
        /* EXC-9.  The library's default handler cannot fail: only our reprs can. */
        vm_unref(vm_take_exception());
        vm_scenario_log_error("Exception in default exception handler");
    }
    return exc != NULL ? vm_raise_exc(exc, false) : NONE_VALUE;
}
