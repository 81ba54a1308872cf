/* context.c - contexts, variables, tokens and the maps behind them.  See context.h. */
#include "context.h"

#include <pthread.h>
#include <string.h>

#include "assert.h"
#include "exc.h"
#include "mem.h"

struct rl_contextvar {
    atomic_uint ref_count;
    bool has_default;
    rl_value default_value;
    char *name;
};

struct rl_token {
    rl_contextvar *var;
    rl_context *context;
    bool used;
    bool has_old;
    rl_value old;
};

typedef struct context_entry {
    rl_contextvar *var;
    rl_value value;
} context_entry;

struct context_map {
    atomic_uint ref_count;
    uint32_t len;
    uint32_t capacity;
    context_entry at[];
};

_Thread_local context_scope *context_top;

/* The bottom of each thread's stack: the context a thread starts with. */
static _Thread_local context_scope thread_scope;

static context_entry *map_find(context_map *map, const rl_contextvar *var);
static rl_err map_set(context_map **slot, rl_contextvar *var, rl_value value);
static rl_err map_delete(context_map **slot, rl_contextvar *var);

/* ---- The current context -------------------------------------------------- */

/* A thread that ends releases what its own context holds. */
static pthread_key_t thread_key;
static pthread_once_t thread_key_once = PTHREAD_ONCE_INIT;

static void thread_ends(void *scope_)
{
    context_scope *scope = scope_;
    if (context_top == scope)
        context_top = NULL;
    rl_context *object = scope->object;
    context_map *map = scope->map;
    *scope = (context_scope){0};
    if (object != NULL)
        rl_context_unref(object);
    context_map_unref(map);
}

void context_thread_clear(void)
{
    thread_ends(&thread_scope);
}

static void make_thread_key(void)
{
    pthread_key_create(&thread_key, thread_ends);
}

static context_scope *current_scope(void)
{
    if (context_top == NULL) {
        pthread_once(&thread_key_once, make_thread_key);
        pthread_setspecific(thread_key, &thread_scope);
        context_top = &thread_scope;
    }
    return context_top;
}

static context_map **scope_map(context_scope *scope)
{
    return scope->object != NULL ? &scope->object->map : &scope->map;
}

void context_scope_leave(context_scope *scope)
{
    RL_ASSERT(context_top == scope);
    context_top = scope->back;
    if (scope->object != NULL)
        atomic_store_explicit(&scope->object->entered, false, memory_order_release);
}

context_scope *context_scope_find(const void *owner)
{
    context_scope *scope = context_top;
    while (scope->owner != owner)
        scope = scope->back;
    return scope;
}

rl_err context_scope_object(context_scope *scope, rl_context **out)
{
    if (scope->object == NULL) {
        rl_context *context;
        rl_err err = context_new(context_map_ref(scope->map), &context);
        if (err != RL_OK)
            return err;
        context_map_unref(scope->map);
        scope->map = NULL;
        atomic_store_explicit(&context->entered, true, memory_order_relaxed);
        scope->object = context;
    }
    *out = scope->object;
    return RL_OK;
}

/* ---- Contexts ------------------------------------------------------------- */

rl_err context_new(context_map *map, rl_context **out)
{
    rl_context *context = mem_alloc(sizeof *context);
    if (context == NULL) {
        context_map_unref(map);
        return RL_ERR_NO_MEMORY;
    }
    memset(context, 0, sizeof *context);
    atomic_init(&context->ref_count, 1);
    atomic_init(&context->entered, false);
    context->map = map;
    *out = context;
    return RL_OK;
}

rl_err rl_context_copy_current(rl_context **out)
{
    return context_new(context_capture(), out);
}

rl_err rl_context_new(rl_context **out)
{
    return context_new(NULL, out);
}

rl_err rl_context_copy(const rl_context *context, rl_context **out)
{
    return context_new(context_map_ref(context->map), out);
}

rl_context *rl_context_ref(rl_context *context)
{
    atomic_fetch_add_explicit(&context->ref_count, 1, memory_order_relaxed);
    return context;
}

void rl_context_unref(rl_context *context)
{
    if (context == NULL)
        return;
    if (atomic_fetch_sub_explicit(&context->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    context_map *map = context->map;
    mem_free(context);
    context_map_unref(map);
}

/* CPython: PyContext_Enter.  CTX-3. */
rl_err rl_context_enter(rl_context *context)
{
    if (atomic_exchange_explicit(&context->entered, true, memory_order_acquire))
        return RL_ERR_CONTEXT_ENTERED;
    context->scope = (context_scope){.back = context_top, .object = rl_context_ref(context)};
    context_top = &context->scope;
    return RL_OK;
}

/* CPython: PyContext_Exit. */
rl_err rl_context_exit(rl_context *context)
{
    if (context_top != &context->scope)
        return RL_ERR_CONTEXT_NOT_CURRENT;
    context_scope_leave(&context->scope);
    context->scope.object = NULL;
    rl_context_unref(context);
    return RL_OK;
}

rl_err rl_context_get(const rl_context *context, const rl_contextvar *var, rl_value *out)
{
    context_entry *entry = map_find(context->map, var);
    if (entry == NULL)
        return RL_ERR_NO_VALUE;
    *out = entry->value;
    return RL_OK;
}

/* ---- Variables and tokens ------------------------------------------------- */

rl_err rl_contextvar_new(const char *name, bool has_default, rl_value default_value,
                         rl_contextvar **out)
{
    rl_contextvar *var = mem_alloc(sizeof *var);
    char *copy = mem_strdup(name);
    if (var == NULL || copy == NULL) {
        mem_free(var);
        mem_free(copy);
        if (has_default)
            value_unref(default_value);
        return RL_ERR_NO_MEMORY;
    }
    *var = (rl_contextvar){.has_default = has_default, .name = copy};
    atomic_init(&var->ref_count, 1);
    if (has_default)
        var->default_value = default_value;
    *out = var;
    return RL_OK;
}

rl_contextvar *rl_contextvar_ref(rl_contextvar *var)
{
    atomic_fetch_add_explicit(&var->ref_count, 1, memory_order_relaxed);
    return var;
}

void rl_contextvar_unref(rl_contextvar *var)
{
    if (var == NULL)
        return;
    if (atomic_fetch_sub_explicit(&var->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    rl_value default_value = var->default_value;
    mem_free(var->name);
    mem_free(var);
    value_unref(default_value);
}

const char *rl_contextvar_name(const rl_contextvar *var)
{
    return var->name;
}

rl_err rl_contextvar_get(rl_contextvar *var, rl_value *out)
{
    context_entry *entry = map_find(*scope_map(current_scope()), var);
    if (entry != NULL)
        *out = entry->value;
    else if (var->has_default)
        *out = var->default_value;
    else
        return RL_ERR_NO_VALUE;
    return RL_OK;
}

/* The token remembers what the variable was before. */
static rl_err token_new(rl_contextvar *var, context_scope *scope, rl_token **out)
{
    rl_context *context;
    rl_err err = context_scope_object(scope, &context);
    if (err != RL_OK)
        return err;
    rl_token *token = mem_alloc(sizeof *token);
    if (token == NULL)
        return RL_ERR_NO_MEMORY;
    *token = (rl_token){.var = rl_contextvar_ref(var), .context = rl_context_ref(context)};
    context_entry *entry = map_find(context->map, var);
    if (entry != NULL) {
        token->has_old = true;
        token->old = entry->value;
        value_ref(token->old);
    }
    *out = token;
    return RL_OK;
}

rl_err rl_contextvar_set(rl_contextvar *var, rl_value value, rl_token **token)
{
    context_scope *scope = current_scope();
    rl_token *made = NULL;

    if (token != NULL) {
        rl_err err = token_new(var, scope, &made);
        if (err != RL_OK) {
            value_unref(value);
            return err;
        }
    }
    rl_err err = map_set(scope_map(scope), var, value);
    if (err != RL_OK)
        rl_token_unref(made);
    else if (token != NULL)
        *token = made;
    return err;
}

/* CPython: PyContextVar_Reset; the checks in its order. */
rl_err rl_contextvar_reset(rl_contextvar *var, rl_token *token)
{
    context_scope *scope = current_scope();

    if (token->used)
        return RL_ERR_TOKEN_USED;
    if (token->var != var)
        return RL_ERR_TOKEN_OTHER_VAR;
    if (token->context != scope->object)
        return RL_ERR_TOKEN_OTHER_CONTEXT;
    rl_err err;
    if (token->has_old) {
        value_ref(token->old);
        err = map_set(scope_map(scope), var, token->old);
    } else {
        err = map_delete(scope_map(scope), var);
    }
    token->used = err == RL_OK;
    return err;
}

void rl_token_unref(rl_token *token)
{
    if (token == NULL)
        return;
    rl_contextvar_unref(token->var);
    rl_context_unref(token->context);
    if (token->has_old)
        value_unref(token->old);
    mem_free(token);
}

/* ---- Maps ----------------------------------------------------------------- */

context_map *context_map_ref(context_map *map)
{
    if (map != NULL)
        atomic_fetch_add_explicit(&map->ref_count, 1, memory_order_relaxed);
    return map;
}

void context_map_unref(context_map *map)
{
    if (map == NULL)
        return;
    if (atomic_fetch_sub_explicit(&map->ref_count, 1, memory_order_acq_rel) != 1)
        return;
    for (uint32_t i = 0; i < map->len; i++) {
        value_unref(map->at[i].value);
        rl_contextvar_unref(map->at[i].var);
    }
    mem_free(map);
}

static context_entry *map_find(context_map *map, const rl_contextvar *var)
{
    for (uint32_t i = 0; map != NULL && i < map->len; i++)
        if (map->at[i].var == var)
            return &map->at[i];
    return NULL;
}

/* Make *slot a map that nobody else sees and that has room for one more. */
static rl_err map_own(context_map **slot)
{
    context_map *old = *slot;
    bool shared = old != NULL && atomic_load_explicit(&old->ref_count, memory_order_acquire) > 1;
    uint32_t len = old == NULL ? 0 : old->len;

    if (old != NULL && !shared && len < old->capacity)
        return RL_OK;
    uint32_t capacity = len < 4 ? 4 : 2 * len;
    context_map *map = mem_alloc(sizeof *map + capacity * sizeof(context_entry));
    if (map == NULL)
        return RL_ERR_NO_MEMORY;
    atomic_init(&map->ref_count, 1);
    map->len = len;
    map->capacity = capacity;
    for (uint32_t i = 0; i < len; i++) {
        map->at[i] = old->at[i];
        rl_contextvar_ref(map->at[i].var);
        value_ref(map->at[i].value);
    }
    *slot = map;
    context_map_unref(old);
    return RL_OK;
}

/* `value` is taken, also on failure. */
static rl_err map_set(context_map **slot, rl_contextvar *var, rl_value value)
{
    rl_err err = map_own(slot);
    if (err != RL_OK) {
        value_unref(value);
        return err;
    }
    context_entry *entry = map_find(*slot, var);
    if (entry == NULL) {
        (*slot)->at[(*slot)->len++] = (context_entry){rl_contextvar_ref(var), value};
        return RL_OK;
    }
    /* Releasing the old value may run other people's code: last. */
    rl_value old = entry->value;
    entry->value = value;
    value_unref(old);
    return RL_OK;
}

static rl_err map_delete(context_map **slot, rl_contextvar *var)
{
    if (map_find(*slot, var) == NULL)
        return RL_OK;
    rl_err err = map_own(slot);
    if (err != RL_OK)
        return err;
    context_entry *entry = map_find(*slot, var);
    context_entry old = *entry;
    context_map *map = *slot;
    map->len--;
    memmove(entry, entry + 1, (size_t)(&map->at[map->len] - entry) * sizeof *entry);
    value_unref(old.value);
    rl_contextvar_unref(old.var);
    return RL_OK;
}
