/*
 * task_group.c - a block that waits for the tasks started in it.
 *
 * CPython: taskgroups.TaskGroup.
 *
 *     create_task --> child --done--> on_task_done --the last one--> on_completed_fut
 *                                        | it failed
 *                                        '--> abort: cancel the other children, and
 *                                             the parent, whose cancellation the exit
 *                                             of the block takes back (TG-10)
 *
 * A child's callback owns a reference to the group, the group one to each child:
 * a circle that the end of the child breaks.  Children stand in the order in which
 * they were created; CPython has a set (TG-14).  There is room for the error of
 * each child from its creation on, so collecting errors needs no memory.
 */
#include <stdio.h>

#include "exc.h"
#include "mem.h"
#include "steps.h"

typedef struct child {
    rl_task_group *group; /* owned */
    rl_future *task;      /* owned */
    struct child *prev;
    struct child *next;
    bool listed; /* among the group's tasks */
} child;

struct rl_task_group {
    uint32_t ref_count;
    bool entered;
    bool exiting;
    bool aborting;
    bool parent_cancel_requested;
    bool cancel_on_enter;
    bool over; /* __aexit__ has ended: CPython's errors are None */
    rl_loop *loop;          /* owned */
    rl_future *parent_task; /* owned */
    child *first;
    child *last;
    size_t task_count;
    rl_exc **errors;
    size_t error_count;
    size_t error_room;
    size_t may_fail; /* children that may still bring an error */
    rl_exc *base_error;
    rl_future *on_completed_fut;
};

static bool make_room_for_errors(rl_task_group *group);
static void clear_errors(rl_task_group *group);
static rl_err abort_group(rl_task_group *group);
static rl_exc *on_task_done(void *child);
static void child_drop(void *child);

static const rl_call task_done_call = {on_task_done, child_drop};

/* ---- Life ----------------------------------------------------------------- */

rl_err rl_task_group_new(rl_task_group **out)
{
    rl_task_group *group = mem_alloc(sizeof *group);
    if (group == NULL)
        return RL_ERR_NO_MEMORY;
    *group = (rl_task_group){.ref_count = 1};
    if (!make_room_for_errors(group)) {
        mem_free(group);
        return RL_ERR_NO_MEMORY;
    }
    *out = group;
    return RL_OK;
}

rl_task_group *rl_task_group_ref(rl_task_group *group)
{
    group->ref_count++;
    return group;
}

void rl_task_group_unref(rl_task_group *group)
{
    if (group == NULL || --group->ref_count > 0)
        return;
    clear_errors(group);
    rl_future_unref(group->on_completed_fut);
    rl_future_unref(group->parent_task);
    rl_loop_unref(group->loop);
    mem_free(group->errors);
    mem_free(group);
}

/* TG-20. */
size_t rl_task_group_repr(const rl_task_group *group, char *buffer, size_t size)
{
    char tasks[40] = "";
    char errors[40] = "";

    if (group->task_count > 0)
        snprintf(tasks, sizeof tasks, " tasks=%zu", group->task_count);
    if (group->error_count > 0)
        snprintf(errors, sizeof errors, " errors=%zu", group->error_count);
    int len = snprintf(buffer, size, "<TaskGroup%s%s%s>", tasks, errors,
                       group->aborting ? " cancelling" : group->entered ? " entered" : "");
    return len < 0 ? 0 : (size_t)len;
}

static rl_exc *misuse(const rl_task_group *group, const char *what)
{
    char repr[160];
    char text[256];

    rl_task_group_repr(group, repr, sizeof repr);
    snprintf(text, sizeof text, "TaskGroup %s %s", repr, what);
    return rl_exc_new(RL_EXC_EXCEPTION, "RuntimeError", text, value_none());
}

static rl_exc *exc_of(rl_err err)
{
    return err == RL_OK ? NULL : rl_exc_from_err(err);
}

/* ---- Errors --------------------------------------------------------------- */

/* For one of each child, one of the body, and one more child. */
static bool make_room_for_errors(rl_task_group *group)
{
    size_t needed = group->error_count + group->may_fail + 2;

    if (needed <= group->error_room)
        return true;
    rl_exc **grown = mem_realloc(group->errors, 2 * needed * sizeof *grown);
    if (grown == NULL)
        return false;
    group->errors = grown;
    group->error_room = 2 * needed;
    return true;
}

static void add_error(rl_task_group *group, rl_exc *exc)
{
    group->errors[group->error_count++] = rl_exc_ref(exc);
}

static void clear_errors(rl_task_group *group)
{
    rl_exc *base_error = group->base_error;

    group->base_error = NULL;
    while (group->error_count > 0)
        rl_exc_unref(group->errors[--group->error_count]);
    rl_exc_unref(base_error);
}

/* TG-6: the first of these is raised bare. */
static void note_base_error(rl_task_group *group, rl_exc *exc)
{
    if (rl_exc_is_fatal(exc) && group->base_error == NULL)
        group->base_error = rl_exc_ref(exc);
}

/* ---- Entering ------------------------------------------------------------- */

rl_exc *rl_task_group_enter(rl_task_group *group)
{
    if (group->entered)
        return misuse(group, "has already been entered"); /* TG-12 */
    if (group->loop == NULL) {
        rl_loop *loop = rl_get_running_loop();
        if (loop == NULL)
            return rl_exc_from_err(RL_ERR_NO_RUNNING_LOOP);
        group->loop = rl_loop_ref(loop);
    }
    rl_task *parent = rl_current_task(group->loop);
    if (parent == NULL)
        return misuse(group, "cannot determine the parent task"); /* TG-18 */
    group->parent_task = rl_future_ref(rl_task_future(parent));
    group->entered = true;
    return group->cancel_on_enter ? rl_task_group_cancel(group) : NULL;
}

/* ---- Children ------------------------------------------------------------- */

static const char *refusal(const rl_task_group *group)
{
    if (!group->entered)
        return "has not been entered";
    if (group->exiting && group->task_count == 0)
        return "is finished";
    if (group->aborting)
        return "is shutting down";
    return NULL;
}

static void list_child(rl_task_group *group, child *c)
{
    c->listed = true;
    c->prev = group->last;
    *(group->last == NULL ? &group->first : &group->last->next) = c;
    group->last = c;
    group->task_count++;
}

static void unlist_child(child *c)
{
    rl_task_group *group = c->group;

    if (!c->listed)
        return;
    c->listed = false;
    *(c->prev == NULL ? &group->first : &c->prev->next) = c->next;
    *(c->next == NULL ? &group->last : &c->next->prev) = c->prev;
    group->task_count--;
}

/* The callback is over, or will never run. */
static void child_drop(void *arg)
{
    child *c = arg;
    rl_task_group *group = c->group;
    rl_future *task = c->task;

    unlist_child(c);
    group->may_fail--;
    mem_free(c);
    rl_future_unref(task);
    rl_task_group_unref(group);
}

static child *child_new(rl_task_group *group)
{
    if (!make_room_for_errors(group))
        return NULL;
    child *c = mem_alloc(sizeof *c);
    if (c == NULL)
        return NULL;
    *c = (child){.group = rl_task_group_ref(group)};
    group->may_fail++;
    return c;
}

rl_exc *rl_task_group_create_task(rl_task_group *group, rl_coro *coro,
                                  const rl_task_options *options, rl_future **out)
{
    const char *refused = refusal(group);
    if (refused != NULL) { /* TG-11 */
        rl_exc *exc = rl_coro_close(coro);
        rl_coro_unref(coro);
        return exc != NULL ? exc : misuse(group, refused);
    }
    child *c = child_new(group);
    if (c == NULL) {
        rl_exc *exc = rl_coro_close(coro);
        rl_coro_unref(coro);
        rl_exc_unref(exc);
        return rl_exc_from_err(RL_ERR_NO_MEMORY);
    }
    rl_exc *exc = rl_loop_create_task(group->loop, coro, options, &c->task); /* TG-21 */
    if (exc != NULL) {
        c->task = NULL;
        child_drop(c);
        return exc;
    }
    /* EAGER-13, EAGER-14: a callback even if the task ended eagerly.  Its error is not to
     * reach the parent before the parent waits. */
    rl_future *task = c->task;
    list_child(group, c);
    rl_err err = rl_future_add_done_callback(task, &task_done_call, c, NULL);
    if (err != RL_OK) {
        rl_future_cancel(task, value_none()); /* nobody would wait for it */
        child_drop(c);
        return rl_exc_from_err(err);
    }
    *out = rl_future_ref(task);
    /* An eager task can cancel the group before it is among the tasks. */
    if (group->aborting && !rl_future_done(task)) {
        bool cancelled;
        err = rl_future_try_cancel(task, value_none(), &cancelled);
        if (err != RL_OK) {
            rl_future_unref(*out);
            return rl_exc_from_err(err);
        }
    }
    return NULL;
}

/* Cancelling may run code of the child's coroutine only in a later step, so the
 * list stays as it is meanwhile. */
static rl_err abort_group(rl_task_group *group)
{
    group->aborting = true;
    for (child *c = group->first; c != NULL; c = c->next) {
        bool cancelled;
        if (rl_future_done(c->task))
            continue;
        rl_err err = rl_future_try_cancel(c->task, value_none(), &cancelled);
        if (err != RL_OK)
            return err;
    }
    return RL_OK;
}

static rl_err cancel_parent(rl_task_group *group)
{
    bool cancelled;

    group->parent_cancel_requested = true;
    return rl_future_try_cancel(group->parent_task, value_none(), &cancelled);
}

/* TG-19. */
static rl_exc *report_orphan(rl_task_group *group, rl_future *task, rl_exc *exc)
{
    const char *name = rl_future_task(task) == NULL ? "" : rl_task_get_name(rl_future_task(task));
    char text[256];

    snprintf(text, sizeof text, "Task %.80s has errored out but its parent task %.80s is already "
                                "completed",
             name, rl_task_get_name(rl_future_task(group->parent_task)));
    return rl_loop_call_exception_handler(
        group->loop, &(rl_exc_context){.message = text, .exception = exc, .task = task});
}

static rl_exc *child_failed(rl_task_group *group, rl_future *task, rl_exc *exc)
{
    if (group->over)
        return rl_exc_from_err(RL_ERR_TASK_GROUP_OVER);
    add_error(group, exc); /* TG-3 */
    note_base_error(group, exc);
    if (rl_future_done(group->parent_task))
        return report_orphan(group, task, exc);
    if (group->aborting || group->parent_cancel_requested)
        return NULL;
    rl_err err = abort_group(group); /* TG-2 */
    if (err == RL_OK)
        err = cancel_parent(group);
    return exc_of(err);
}

static rl_exc *on_task_done(void *arg)
{
    child *c = arg;
    rl_task_group *group = c->group;
    rl_exc *exc = NULL;

    unlist_child(c);
    if (group->on_completed_fut != NULL && group->task_count == 0 &&
        !rl_future_done(group->on_completed_fut)) {
        rl_err err = rl_future_set_result(group->on_completed_fut, rl_number(1));
        if (err != RL_OK)
            return rl_exc_from_err(err);
    }
    if (rl_future_cancelled(c->task)) /* TG-4 */
        return NULL;
    rl_exc *failed = rl_future_exception(c->task, &exc);
    if (failed != NULL || exc == NULL)
        return failed;
    return child_failed(group, c->task, exc);
}

/* TG-16. */
rl_exc *rl_task_group_cancel(rl_task_group *group)
{
    if (!group->entered) {
        group->cancel_on_enter = true;
        return NULL;
    }
    if ((group->exiting && group->task_count == 0) || group->aborting)
        return NULL;
    rl_err err = abort_group(group);
    if (err == RL_OK && group->parent_task != NULL && !group->parent_cancel_requested)
        err = cancel_parent(group);
    return exc_of(err);
}

/* ---- Leaving -------------------------------------------------------------- */

typedef struct leave {
    steps frame;
    rl_task_group *group;
    rl_exc *exc;       /* what leaves the block */
    rl_exc *propagate; /* the CancelledError that goes on, if nothing else does */
    rl_exc *pending;   /* the last one that interrupted the wait */
} leave;

enum { WAITING = 1 };

static void begin(leave *self);
static void wait_for_children(leave *self);
static void finish(leave *self, rl_exc *exc);
static rl_exc *outcome(leave *self);
static const steps_type leave_type;

rl_err rl_task_group_exit(rl_task_group *group, rl_exc *exc, rl_coro **out)
{
    leave *self;
    rl_err err = coro_new(&leave_type.coro, &self);
    if (err != RL_OK)
        return err;
    self->group = rl_task_group_ref(group);
    self->exc = exc == NULL ? NULL : rl_exc_ref(exc);
    *out = &self->frame.coro.base;
    return RL_OK;
}

static void replace(rl_exc **place, rl_exc *exc)
{
    rl_exc *before = *place;
    *place = exc == NULL ? NULL : rl_exc_ref(exc);
    rl_exc_unref(before);
}

static void leave_run(steps *frame, rl_exc *raised)
{
    leave *self = (leave *)frame;
    rl_task_group *group = self->group;

    if (frame->coro.state != WAITING) {
        begin(self);
        return;
    }
    if (raised != NULL) {
        rl_err err = RL_OK;
        if (rl_exc_get_kind(raised) != RL_EXC_CANCELLED) {
            finish(self, raised);
            return;
        }
        replace(&self->pending, raised);
        if (!group->aborting) { /* TG-7 */
            replace(&self->propagate, raised);
            err = abort_group(group);
        }
        if (err != RL_OK) {
            finish(self, steps_chain(raised, err));
            return;
        }
        rl_exc_unref(raised);
    }
    rl_future *completed = group->on_completed_fut;
    group->on_completed_fut = NULL;
    rl_future_unref(completed);
    wait_for_children(self);
}

static bool is_cancelled_error(const rl_exc *exc)
{
    return exc != NULL && rl_exc_get_kind(exc) == RL_EXC_CANCELLED;
}

static void begin(leave *self)
{
    rl_task_group *group = self->group;

    group->exiting = true;
    if (self->exc != NULL)
        note_base_error(group, self->exc);
    if (is_cancelled_error(self->exc))
        replace(&self->propagate, self->exc);
    rl_err err = self->exc != NULL && !group->aborting ? abort_group(group) : RL_OK;
    if (err != RL_OK)
        finish(self, rl_exc_from_err(err));
    else
        wait_for_children(self);
}

/* TG-1, TG-13. */
static void wait_for_children(leave *self)
{
    rl_task_group *group = self->group;

    if (group->task_count == 0) {
        finish(self, outcome(self));
        return;
    }
    if (group->on_completed_fut == NULL) {
        rl_err err = rl_future_new(group->loop, &group->on_completed_fut);
        if (err != RL_OK) {
            finish(self, rl_exc_from_err(err));
            return;
        }
    }
    steps_await(&self->frame, group->on_completed_fut, WAITING);
}

/* What is raised instead of leaving quietly; NULL: nothing. */
static rl_exc *outcome(leave *self)
{
    rl_task_group *group = self->group;
    rl_task *parent = rl_future_task(group->parent_task);

    if (group->base_error != NULL)
        return rl_exc_ref(group->base_error); /* TG-6 */
    if (group->parent_cancel_requested) {
        /* If others have cancelled the parent too, that is not ours to drop. */
        if (rl_task_uncancel(parent) == 0)
            replace(&self->propagate, NULL);
        else if (self->propagate == NULL)
            replace(&self->propagate, self->pending);
    }
    if (self->propagate != NULL && group->error_count == 0)
        return rl_exc_ref(self->propagate);
    if (self->exc != NULL && !is_cancelled_error(self->exc))
        add_error(group, self->exc); /* TG-5 */
    if (group->error_count == 0)
        return NULL;
    if (rl_task_cancelling(parent) > 0) { /* TG-8, TG-9: cancelled again, as often as before */
        bool cancelled;
        rl_task_uncancel(parent);
        rl_err err = rl_future_try_cancel(group->parent_task, value_none(), &cancelled);
        if (err != RL_OK)
            return rl_exc_from_err(err);
    }
    if (self->exc != NULL && rl_exc_get_kind(self->exc) == RL_EXC_GENERATOR_EXIT &&
        group->error_count == 1)
        return rl_exc_ref(self->exc); /* TG-17 */
    return rl_exc_new_group("unhandled errors in a TaskGroup", group->errors, group->error_count);
}

/* CPython: the finally clause of __aexit__. */
static void finish(leave *self, rl_exc *exc)
{
    rl_task_group *group = self->group;
    rl_future *parent = group->parent_task;

    group->over = true;
    group->parent_task = NULL;
    clear_errors(group);
    rl_future_unref(parent);
    steps_end(&self->frame, exc, rl_number(1));
}

static void leave_drop(steps *frame)
{
    leave *self = (leave *)frame;

    replace(&self->pending, NULL);
    replace(&self->propagate, NULL);
    replace(&self->exc, NULL);
    rl_task_group_unref(self->group);
}

static const steps_type leave_type = {
    {sizeof(leave), steps_run, steps_fini, "TaskGroup.__aexit__"}, leave_run, leave_drop};
