/* handle.c - handles: their memory, cancelling, contexts, running.  See handle.h. */
#include "handle.h"

#include <string.h>

#include "mem.h"

/* A block aligned to its size, so that a handle finds its slab. */
struct handle_slab {
    handle_slab *next;       /* in the list of all */
    handle_slab *next_roomy;
    handle *free_list;
    uint32_t used;           /* handles in use */
    uint32_t cut;            /* handles ever handed out since the slab was empty */
    bool in_roomy;
    handle at[];
};

enum {
    SLAB_SIZE = 16384,
    HANDLES_PER_SLAB = (SLAB_SIZE - sizeof(handle_slab)) / sizeof(handle)
};

static handle_home *home_of(const handle *h)
{
    return (handle_home *)h->base.loop;
}

static void set(handle *h, int flag)
{
    h->flags = (uint16_t)(h->flags | flag);
}

static void clear(handle *h, int flag)
{
    h->flags = (uint16_t)(h->flags & ~flag);
}

/* ---- Memory --------------------------------------------------------------- */

rl_err handle_home_init(handle_home *home)
{
    atomic_init(&home->shared_alive, 0);
    atomic_init(&home->owners, 1);
    return ready_init(&home->ready) ? RL_OK : RL_ERR_NO_MEMORY;
}

static void disown(handle_home *home)
{
    if (atomic_fetch_sub_explicit(&home->owners, 1, memory_order_acq_rel) != 1)
        return;
    while (home->slabs != NULL) {
        handle_slab *slab = home->slabs;
        home->slabs = slab->next;
        mem_free(slab);
    }
    ready_fini(&home->ready);
    mem_free(home);
}

void handle_home_release(handle_home *home)
{
    home->loop_is_gone = true;
    if (home->alive == 0)
        disown(home);
}

#ifdef RL_CHECK

static handle *pool_take(handle_home *home)
{
    (void)home;
    return mem_alloc(sizeof(handle));
}

static void pool_give(handle_home *home, handle *h)
{
    (void)home;
    mem_free(h);
}

#else

static handle_slab *slab_of(handle *h)
{
    return (handle_slab *)((uintptr_t)h & ~(uintptr_t)(SLAB_SIZE - 1));
}

/* The slab is full: go on with one that has room, or with a new one. */
static bool pool_next_slab(handle_home *home)
{
    handle_slab *slab = home->roomy;
    if (slab != NULL) {
        home->roomy = slab->next_roomy;
    } else {
        slab = mem_alloc_aligned(SLAB_SIZE);
        if (slab == NULL)
            return false;
        *slab = (handle_slab){.next = home->slabs};
        home->slabs = slab;
    }
    slab->in_roomy = false;
    home->slab = slab;
    return true;
}

static inline handle *pool_take(handle_home *home)
{
    handle_slab *slab = home->slab;
    if (slab == NULL || slab->used == HANDLES_PER_SLAB) {
        if (!pool_next_slab(home))
            return NULL;
        slab = home->slab;
    }
    slab->used++;
    handle *h = slab->free_list;
    if (h == NULL)
        return &slab->at[slab->cut++];
    slab->free_list = h->u.next_free;
    return h;
}

static inline void pool_give(handle_home *home, handle *h)
{
    handle_slab *slab = slab_of(h);
    if (--slab->used == 0) {
        slab->free_list = NULL;
        slab->cut = 0;
    } else {
        h->u.next_free = slab->free_list;
        slab->free_list = h;
    }
    if (slab != home->slab && !slab->in_roomy) {
        slab->in_roomy = true;
        slab->next_roomy = home->roomy;
        home->roomy = slab;
    }
}

#endif

static handle *shared_new(handle_home *home)
{
    shared_handle *shared = mem_alloc(sizeof *shared);
    if (shared == NULL)
        return NULL;
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&shared->lock, &attributes);
    pthread_mutexattr_destroy(&attributes);
    shared->next = NULL;
    atomic_fetch_add_explicit(&home->owners, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&home->shared_alive, 1, memory_order_relaxed);
    return &shared->base;
}

static void shared_free(handle_home *home, handle *h)
{
    pthread_mutex_destroy(&((shared_handle *)h)->lock);
    mem_free(h);
    atomic_fetch_sub_explicit(&home->shared_alive, 1, memory_order_relaxed);
    disown(home);
}

/* CTX-1: the context is taken here, whoever runs the handle. */
rl_err handle_new(handle_home *home, uint16_t kind, const rl_call *call, void *arg,
                  rl_context *context, handle **out)
{
    handle *h;
    if (kind & HANDLE_SHARED) {
        h = shared_new(home);
        if (h == NULL)
            return RL_ERR_NO_MEMORY;
    } else {
        h = pool_take(home);
        if (h == NULL)
            return RL_ERR_NO_MEMORY;
        home->alive++;
    }
    h->base.loop = &home->base;
    atomic_store_explicit(&h->ref_count, 1, memory_order_relaxed);
    h->call = call;
    h->arg = arg;
    h->kind = kind;
    h->flags = HANDLE_ARG;
    if (context == NULL) {
        h->context = context_capture();
    } else {
        h->context = rl_context_ref(context);
        set(h, HANDLE_OBJECT);
    }
    *out = h;
    return RL_OK;
}

void handle_free(handle *h)
{
    handle_home *home = home_of(h);

    if (h->flags & (HANDLE_ARG | HANDLE_SLOT)) {
        /* Whoever is called by the drop may look at the handle for the last time. */
        handle_forget(h);
        if (h->flags & HANDLE_SLOT)
            ready_unreserve(&home->ready);
    }
    if (h->context != NULL) {
        if (h->flags & HANDLE_OBJECT)
            rl_context_unref(h->context);
        else
            context_map_unref(h->context);
    }
    if (h->kind & HANDLE_SHARED) {
        shared_free(home, h);
        return;
    }
    pool_give(home, h);
    home->alive--;
    if (home->loop_is_gone && home->alive == 0)
        disown(home);
}

/* ---- Cancel, forget ------------------------------------------------------- */

static void lock(handle *h)
{
    if (h->kind & HANDLE_SHARED)
        pthread_mutex_lock(&((shared_handle *)h)->lock);
}

static void unlock(handle *h)
{
    if (h->kind & HANDLE_SHARED)
        pthread_mutex_unlock(&((shared_handle *)h)->lock);
}

/* Is the argument to be dropped now?  Not while the callback that uses it is
 * running: then handle_end does it.  The answer is yes only once. */
static bool take_arg(handle *h)
{
    if (!(h->flags & HANDLE_ARG) || (h->flags & HANDLE_RUNNING))
        return false;
    clear(h, HANDLE_ARG);
    return true;
}

/* Without the lock: this is other people's code. */
static void drop_arg(handle *h)
{
    if (h->call->drop != NULL)
        h->call->drop(h->arg);
}

/* READY-15, TIMER-25: the argument goes now and not with the handle.  What is
 * dropped may hold the last reference to the handle: keep it. */
bool handle_cancel(handle *h)
{
    handle_ref(h);
    lock(h);
    bool first = !(h->flags & HANDLE_CANCELLED);
    set(h, HANDLE_CANCELLED);
    bool drop = take_arg(h);
    unlock(h);
    if (drop)
        drop_arg(h);
    handle_unref(h);
    return first;
}

bool handle_cancelled(handle *h)
{
    lock(h);
    bool cancelled = h->flags & HANDLE_CANCELLED;
    unlock(h);
    return cancelled;
}

void handle_forget(handle *h)
{
    lock(h);
    bool drop = take_arg(h);
    unlock(h);
    if (drop)
        drop_arg(h);
}

void handle_disarm(handle *h)
{
    clear(h, HANDLE_ARG);
}

/* ---- Contexts ------------------------------------------------------------- */

static rl_err get_context(handle *h, rl_context **out)
{
    if (h->flags & HANDLE_ENTERED)
        return context_scope_object(context_scope_find(h), out);
    if (!(h->flags & HANDLE_OBJECT)) {
        rl_context *made;
        rl_err err = context_new(context_map_ref(h->context), &made);
        if (err != RL_OK)
            return err;
        context_map_unref(h->context);
        h->context = made;
        set(h, HANDLE_OBJECT);
    }
    *out = h->context;
    return RL_OK;
}

/* CTX-12. */
rl_err handle_get_context(handle *h, rl_context **out)
{
    rl_context *context;
    lock(h);
    rl_err err = get_context(h, &context);
    if (err == RL_OK)
        *out = rl_context_ref(context);
    unlock(h);
    return err;
}

/* CTX-2: what is changed inside stays in the handle's own context. */
rl_err handle_enter_context(handle *h, context_scope *scope)
{
    if (h->flags & HANDLE_OBJECT)
        return rl_context_enter(h->context);
    if (h->flags & HANDLE_ENTERED)
        return RL_ERR_CONTEXT_ENTERED;
    context_scope_enter(scope, h->context, h);
    h->context = NULL;
    set(h, HANDLE_ENTERED);
    return RL_OK;
}

void handle_leave_context(handle *h, context_scope *scope)
{
    if (h->flags & HANDLE_OBJECT) {
        rl_context_exit(h->context);
        return;
    }
    context_scope_leave(scope);
    clear(h, HANDLE_ENTERED);
    if (scope->object == NULL) {
        h->context = scope->map;
    } else {
        h->context = scope->object;
        set(h, HANDLE_OBJECT);
    }
}

/* ---- Running -------------------------------------------------------------- */

/* THR-4: the lock is held from the look at `cancelled` until handle_end.
 * CPython: _ThreadSafeHandle._run. */
rl_exc *handle_run(handle *h)
{
    lock(h);
    if (h->kind & HANDLE_REPEATED && h->flags & HANDLE_ARG) {
        clear(h, HANDLE_ARG);
        set(h, HANDLE_USE);
    }
    if (h->flags & HANDLE_CANCELLED)
        return NULL; /* READY-5, TIMER-12 */
    context_scope scope;
    rl_err err = handle_enter_context(h, &scope);
    if (err != RL_OK) /* CTX-3 */
        return rl_exc_from_err(err);
    set(h, HANDLE_RUNNING);
    rl_exc *exc = h->call->run(h->arg);
    clear(h, HANDLE_RUNNING);
    handle_leave_context(h, &scope);
    return exc;
}

/* After its last run the argument is dropped; so is that of a watch handle
 * which was cancelled while it ran. */
void handle_end(handle *h)
{
    bool drop;
    if (h->kind & HANDLE_REPEATED)
        drop = h->flags & HANDLE_USE;
    else
        drop = (!(h->kind & HANDLE_WATCH) || (h->flags & HANDLE_CANCELLED)) && take_arg(h);
    clear(h, HANDLE_USE);
    unlock(h);
    if (drop)
        drop_arg(h);
}
