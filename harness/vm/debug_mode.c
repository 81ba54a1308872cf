/*
 * debug_mode.c - what debug mode does for a program and no loop behind the C
 * interface can know: origins of handles, futures and coroutines, and which
 * callbacks are none.
 *
 * CPython: the parts of BaseEventLoop that ask `self._debug`.
 */
#include <string.h>

#include "classes.h"
#include "containers.h"
#include "coroutines.h"
#include "exception.h"
#include "generator.h"
#include "loops.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

/* CPython: constants.DEBUG_STACK_DEPTH. */
enum { STACK_DEPTH = 10 };

/* ---- Origins -------------------------------------------------------------- */

static int line_of(const frame *f)
{
    return f->code->lines[f->pc > 0 ? f->pc - 1 : 0];
}

trace_line vm_origin(rl_loop *loop)
{
    const frame *f = vm_thread_self()->frame;
    if (!rl_loop_get_debug(loop) || f == NULL)
        return (trace_line){ 0 };
    return (trace_line){ f->code, line_of(f) };
}

/* DBG-7. */
void vm_describe_origin(text_buffer *b, const trace_line *origin)
{
    if (origin->code == NULL)
        return;
    value text = vm_textf(" created at %s:%d", origin->code->file, origin->line);
    vm_buffer_text(b, vm_c_string(text));
    vm_drop(text);
}

/* DBG-10: of coroutines made on this thread.  CPython: sys.set_coroutine_origin_tracking_depth. */
static _Thread_local bool tracking;

bool vm_tracking_begin(rl_loop *loop)
{
    bool before = tracking;
    tracking = rl_loop_get_debug(loop);
    return before;
}

void vm_tracking_end(bool before)
{
    tracking = before;
}

value vm_coroutine_origin(void)
{
    if (!tracking)
        return NULL_VALUE;
    value lines[STACK_DEPTH];
    size_t count = 0;
    for (const frame *f = vm_thread_self()->frame; f != NULL && count < STACK_DEPTH; f = f->back) {
        value one[3] = { vm_text(f->code->file), vm_int(line_of(f)),
                         vm_obj(vm_ref(f->code->name)) };
        lines[count++] = vm_obj(vm_tuple_taken(3, one));
    }
    return vm_obj(vm_tuple_taken(count, lines));
}

/* ---- The mode ------------------------------------------------------------- */

static rl_exc *start_tracking(void *arg)
{
    (void)arg;
    tracking = true;
    return NULL;
}

static rl_exc *stop_tracking(void *arg)
{
    (void)arg;
    tracking = false;
    return NULL;
}

bool vm_loop_set_debug(loop_object *loop, value enabled)
{
    static const rl_call start = { start_tracking, NULL }, stop = { stop_tracking, NULL };
    int truth = vm_truth(enabled);
    if (truth < 0)
        return false;
    rl_err err = rl_loop_set_debug(loop->loop, truth == 1);
    if (err != RL_OK) {
        vm_raise_err(err);
        return false;
    }
    if (rl_loop_is_running(loop->loop)) /* DBG-11: a loop without threads goes without */
        rl_loop_call_soon_threadsafe(loop->loop, truth == 1 ? &start : &stop, NULL, NULL, NULL);
    return true;
}

/* ---- Callbacks ------------------------------------------------------------ */

/* Will the loop itself refuse the call?  CPython asks that first. */
static bool is_refused(rl_loop *loop, bool any_thread)
{
    return rl_loop_is_closed(loop)
           || (!any_thread && rl_loop_is_running(loop) && rl_get_running_loop() != loop);
}

/* DBG-3, DBG-4.  Out of debug mode everything passes, and fails when its turn comes
 * (READY-18).  CPython: BaseEventLoop._check_callback. */
bool vm_check_callback(const loop_object *loop, value callback, const char *method,
                       bool any_thread)
{
    if (!rl_loop_get_debug(loop->loop) || is_refused(loop->loop, any_thread))
        return true;
    if (vm_is_any_coroutine(callback) || vm_is_coroutine_function(callback)) {
        vm_raise(&vm_exc.TypeError, "coroutines cannot be used with %s()", method);
        return false;
    }
    if (vm_callable(callback))
        return true;
    value shown = vm_repr(callback);
    if (!vm_is_null(shown))
        vm_raise(&vm_exc.TypeError, "a callable object was expected by %s(), got %s", method,
                 vm_as_str(shown)->text);
    vm_drop(shown);
    return false;
}
