/* exc.c - exception values: counted objects, and one immortal for each code.
 * See exc.h. */
#include "exc.h"

#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#include "assert.h"
#include "mem.h"

/* The texts stand behind the struct, in the same block. */
struct rl_exc {
    atomic_uint ref_count; /* immortals: not used */
    rl_exc_kind kind;
    rl_err err;
    const char *class_name;
    const char *message;
    rl_value payload;
    rl_exc *cause;
    rl_exc *context;
    rl_exc **members; /* of a group */
    size_t member_count;
};

static rl_exc_kind kind_of_err(rl_err err)
{
    switch (err) {
    case RL_ERR_CANCELLED:
        return RL_EXC_CANCELLED;
    case RL_ERR_GENERATOR_EXIT:
        return RL_EXC_GENERATOR_EXIT;
    case RL_ERR_KEYBOARD_INTERRUPT:
        return RL_EXC_KEYBOARD_INTERRUPT;
    default:
        return RL_EXC_EXCEPTION;
    }
}

/* Only the code differs between immortals; class and text come from error.c,
 * at each look.  They know their code by where they stand, so that nothing has
 * to be set up before the first use. */
static rl_exc immortals[RL_ERR_COUNT];

static bool is_immortal(const rl_exc *exc)
{
    uintptr_t at = (uintptr_t)exc, first = (uintptr_t)immortals;
    return at >= first && at < first + sizeof immortals;
}

static rl_err err_of_immortal(const rl_exc *exc)
{
    return (rl_err)(exc - immortals);
}

rl_exc *exc_new_from(rl_exc_kind kind, const char *class_name, const char *message,
                     rl_value payload, rl_exc *cause)
{
    size_t class_size = strlen(class_name) + 1;
    size_t message_size = message == NULL ? 0 : strlen(message) + 1;
    rl_exc *exc = mem_alloc(sizeof *exc + class_size + message_size);
    if (exc == NULL) {
        value_unref(payload);
        return rl_exc_from_err(RL_ERR_NO_MEMORY);
    }
    char *text = (char *)(exc + 1);
    memset(exc, 0, sizeof *exc);
    atomic_init(&exc->ref_count, 1);
    exc->kind = kind;
    exc->class_name = memcpy(text, class_name, class_size);
    exc->message = "";
    if (message != NULL)
        exc->message = memcpy(text + class_size, message, message_size);
    exc->payload = payload;
    if (cause != NULL) {
        exc->cause = rl_exc_ref(cause);
        exc->context = rl_exc_ref(cause);
    }
    return exc;
}

rl_exc *rl_exc_new(rl_exc_kind kind, const char *class_name, const char *message,
                   rl_value payload)
{
    return exc_new_from(kind, class_name, message, payload, NULL);
}

rl_exc *rl_exc_from_err(rl_err err)
{
    RL_ASSERT(err != RL_OK);
    RL_ASSERT(err < RL_ERR_COUNT);
    if (err > 0)
        return &immortals[err];
    rl_exc *exc =
        rl_exc_new(RL_EXC_EXCEPTION, rl_err_class(err), rl_err_message(err), value_none());
    if (!is_immortal(exc))
        exc->err = err;
    return exc;
}

rl_exc *exc_fresh(rl_err err, rl_exc *cause)
{
    rl_exc *exc = exc_new_from(kind_of_err(err), rl_err_class(err), rl_err_message(err),
                               value_none(), cause);
    if (is_immortal(exc))
        return &immortals[err];
    exc->err = err;
    return exc;
}

rl_exc *exc_new_cancelled(rl_value message)
{
    rl_exc *cancelled = &immortals[RL_ERR_CANCELLED];
    if (message.ptr == NULL)
        return cancelled;
    value_ref(message);
    rl_exc *exc = rl_exc_new(RL_EXC_CANCELLED, rl_err_class(RL_ERR_CANCELLED), NULL, message);
    return is_immortal(exc) ? cancelled : exc;
}

rl_exc *rl_exc_ref(rl_exc *exc)
{
    if (!is_immortal(exc))
        atomic_fetch_add_explicit(&exc->ref_count, 1, memory_order_relaxed);
    return exc;
}

void rl_exc_unref(rl_exc *exc)
{
    if (exc == NULL || is_immortal(exc))
        return;
    if (atomic_fetch_sub_explicit(&exc->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    rl_exc *cause = exc->cause, *context = exc->context;
    for (size_t i = 0; i < exc->member_count; i++)
        rl_exc_unref(exc->members[i]);
    mem_free(exc->members);
    value_unref(exc->payload);
    mem_free(exc);
    rl_exc_unref(cause);
    rl_exc_unref(context);
}

bool exc_has_one_owner(const rl_exc *exc)
{
    return !is_immortal(exc) && atomic_load_explicit(&exc->ref_count, memory_order_relaxed) == 1;
}

rl_exc_kind rl_exc_get_kind(const rl_exc *exc)
{
    return is_immortal(exc) ? kind_of_err(err_of_immortal(exc)) : exc->kind;
}

rl_err rl_exc_err(const rl_exc *exc)
{
    return is_immortal(exc) ? err_of_immortal(exc) : exc->err;
}

const char *rl_exc_class(const rl_exc *exc)
{
    return is_immortal(exc) ? rl_err_class(err_of_immortal(exc)) : exc->class_name;
}

const char *rl_exc_message(const rl_exc *exc)
{
    return is_immortal(exc) ? rl_err_message(err_of_immortal(exc)) : exc->message;
}

rl_value rl_exc_payload(const rl_exc *exc)
{
    return exc->payload;
}

static const rl_exc_links *links_of(const rl_exc *exc);

void rl_exc_set_payload(rl_exc *exc, rl_value payload)
{
    if (is_immortal(exc) || links_of(exc) != NULL) {
        value_unref(payload);
        return;
    }
    rl_value old = exc->payload;
    exc->payload = payload;
    value_unref(old);
}

/* ---- Links ---------------------------------------------------------------- */

/* What the raiser's own object says goes before what stands here. */
static const rl_exc_links *links_of(const rl_exc *exc)
{
    return exc->payload.type == NULL ? NULL : exc->payload.type->links;
}

static rl_exc *own(rl_exc *link)
{
    return link == NULL ? NULL : rl_exc_ref(link);
}

static void replace(rl_exc **place, rl_exc *link)
{
    rl_exc *old = *place;
    *place = own(link);
    rl_exc_unref(old);
}

rl_exc *rl_exc_cause(const rl_exc *exc)
{
    const rl_exc_links *links = links_of(exc);
    return links != NULL ? links->cause(exc->payload.ptr) : own(exc->cause);
}

rl_exc *rl_exc_context_of(const rl_exc *exc)
{
    const rl_exc_links *links = links_of(exc);
    return links != NULL ? links->context(exc->payload.ptr) : own(exc->context);
}

void rl_exc_set_cause(rl_exc *exc, rl_exc *cause)
{
    const rl_exc_links *links = links_of(exc);
    if (links != NULL)
        links->set_cause(exc->payload.ptr, cause);
    else if (!is_immortal(exc))
        replace(&exc->cause, cause);
}

void rl_exc_set_context(rl_exc *exc, rl_exc *context)
{
    const rl_exc_links *links = links_of(exc);
    if (links != NULL)
        links->set_context(exc->payload.ptr, context);
    else if (!is_immortal(exc) && context != exc)
        replace(&exc->context, context);
}

/* ---- Groups --------------------------------------------------------------- */

static bool is_ordinary(const rl_exc *exc)
{
    rl_exc_kind kind = rl_exc_get_kind(exc);
    return kind == RL_EXC_EXCEPTION || kind == RL_EXC_STOP_ITERATION;
}

rl_exc *rl_exc_new_group(const char *message, rl_exc *const *excs, size_t count)
{
    bool ordinary = true;
    for (size_t i = 0; i < count; i++)
        ordinary = ordinary && is_ordinary(excs[i]);
    rl_exc **members = mem_alloc(count * sizeof *members);
    if (members == NULL)
        return rl_exc_from_err(RL_ERR_NO_MEMORY);
    rl_exc *group = rl_exc_new(ordinary ? RL_EXC_EXCEPTION : RL_EXC_BASE_EXCEPTION,
                               ordinary ? "ExceptionGroup" : "BaseExceptionGroup", message,
                               value_none());
    if (is_immortal(group)) {
        mem_free(members);
        return group;
    }
    for (size_t i = 0; i < count; i++)
        members[i] = rl_exc_ref(excs[i]);
    group->members = members;
    group->member_count = count;
    return group;
}

size_t rl_exc_group_count(const rl_exc *exc)
{
    const rl_exc_links *links = links_of(exc);
    return links != NULL ? links->group_count(exc->payload.ptr) : exc->member_count;
}

rl_exc *rl_exc_group_at(const rl_exc *exc, size_t i)
{
    const rl_exc_links *links = links_of(exc);
    return links != NULL ? links->group_at(exc->payload.ptr, i) : rl_exc_ref(exc->members[i]);
}

bool rl_exc_is_fatal(const rl_exc *exc)
{
    rl_exc_kind kind = rl_exc_get_kind(exc);
    return kind == RL_EXC_SYSTEM_EXIT || kind == RL_EXC_KEYBOARD_INTERRUPT;
}

/* ---- Raising -------------------------------------------------------------- */

static rl_raise_hook raise_hook;

void rl_set_raise_hook(rl_raise_hook hook)
{
    raise_hook = hook;
}

rl_exc *exc_raised(rl_exc *exc)
{
    return raise_hook == NULL ? exc : raise_hook(exc);
}
