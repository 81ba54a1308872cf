/* exc.c - exception values: counted objects, and one immortal for each code.
 * See exc.h. */
#include "exc.h"

#include <stdatomic.h>
#include <string.h>

#include "assert.h"
#include "mem.h"

/* The texts stand behind the struct, in the same block. */
struct rl_exc {
    atomic_uint ref_count; /* immortals: not used */
    bool immortal;
    rl_exc_kind kind;
    rl_err err;
    const char *class_name;
    const char *message;
    rl_value payload;
    rl_exc *cause;
};

static rl_exc_kind kind_of_err(rl_err err)
{
    return err == RL_ERR_CANCELLED ? RL_EXC_CANCELLED : RL_EXC_EXCEPTION;
}

/* Only the code differs between immortals; class and text come from error.c,
 * at each look, so that nothing has to be set up before the first use. */
#define IMMORTAL(code) [code] = {.immortal = true, .err = (code)}
static rl_exc immortals[RL_ERR_COUNT] = {
    IMMORTAL(RL_OK),
    IMMORTAL(RL_ERR_NO_MEMORY),
    IMMORTAL(RL_ERR_LOOP_CLOSED),
    IMMORTAL(RL_ERR_LOOP_RUNNING),
    IMMORTAL(RL_ERR_OTHER_LOOP_RUNNING),
    IMMORTAL(RL_ERR_CLOSE_RUNNING),
    IMMORTAL(RL_ERR_STOPPED_EARLY),
    IMMORTAL(RL_ERR_NO_RUNNING_LOOP),
    IMMORTAL(RL_ERR_INVALID_FD),
    IMMORTAL(RL_ERR_FD_IS_TRANSPORT),
    IMMORTAL(RL_ERR_WHEN_NAN),
    IMMORTAL(RL_ERR_FOREIGN_FUTURE),
    IMMORTAL(RL_ERR_INVALID_STATE),
    IMMORTAL(RL_ERR_RESULT_NOT_SET),
    IMMORTAL(RL_ERR_EXCEPTION_NOT_SET),
    IMMORTAL(RL_ERR_CANCELLED),
    IMMORTAL(RL_ERR_CONTEXT_ENTERED),
    IMMORTAL(RL_ERR_CONTEXT_NOT_CURRENT),
    IMMORTAL(RL_ERR_NO_VALUE),
    IMMORTAL(RL_ERR_TOKEN_USED),
    IMMORTAL(RL_ERR_TOKEN_OTHER_VAR),
    IMMORTAL(RL_ERR_TOKEN_OTHER_CONTEXT),
    IMMORTAL(RL_ERR_EXECUTOR_SHUTDOWN),
    IMMORTAL(RL_ERR_DEFAULT_EXECUTOR_SHUTDOWN),
    IMMORTAL(RL_ERR_UNSUPPORTED),
};

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
    exc->cause = cause == NULL ? NULL : rl_exc_ref(cause);
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
    if (!exc->immortal)
        exc->err = err;
    return exc;
}

rl_exc *rl_exc_ref(rl_exc *exc)
{
    if (!exc->immortal)
        atomic_fetch_add_explicit(&exc->ref_count, 1, memory_order_relaxed);
    return exc;
}

void rl_exc_unref(rl_exc *exc)
{
    if (exc == NULL || exc->immortal)
        return;
    if (atomic_fetch_sub_explicit(&exc->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    rl_exc *cause = exc->cause;
    value_unref(exc->payload);
    mem_free(exc);
    rl_exc_unref(cause);
}

rl_exc_kind rl_exc_get_kind(const rl_exc *exc)
{
    return exc->immortal ? kind_of_err(exc->err) : exc->kind;
}

rl_err rl_exc_err(const rl_exc *exc)
{
    return exc->err;
}

const char *rl_exc_class(const rl_exc *exc)
{
    return exc->immortal ? rl_err_class(exc->err) : exc->class_name;
}

const char *rl_exc_message(const rl_exc *exc)
{
    return exc->immortal ? rl_err_message(exc->err) : exc->message;
}

rl_value rl_exc_payload(const rl_exc *exc)
{
    return exc->payload;
}

rl_exc *rl_exc_cause(const rl_exc *exc)
{
    return exc->cause;
}

bool rl_exc_is_fatal(const rl_exc *exc)
{
    rl_exc_kind kind = rl_exc_get_kind(exc);
    return kind == RL_EXC_SYSTEM_EXIT || kind == RL_EXC_KEYBOARD_INTERRUPT;
}
