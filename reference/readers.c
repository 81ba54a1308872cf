/*
 * readers.c - callbacks of descriptors.
 *
 * CPython: selector_events.BaseSelectorEventLoop._add_reader, _remove_reader,
 * _add_writer, _remove_writer, _process_events; the pairs are one function
 * here, with the direction as an argument.
 */
#include "assert.h"
#include "loop.h"

static handle *as_handle(rl_handle *base)
{
    return (handle *)base;
}

/* Put `h` where the key has that direction's handle; the old one comes back. */
static rl_handle *replace(selector_key *key, int direction, rl_handle *h)
{
    rl_handle **place = direction == SELECTOR_READ ? &key->reader : &key->writer;
    rl_handle *old = *place;
    *place = h;
    return old;
}

/* The key's reference goes, whatever became of the handle. */
static void let_go(rl_handle *base)
{
    if (base != NULL)
        handle_unref(as_handle(base));
}

/* CTX-4: one context for all events.  The slot in `ready` is reserved here, so that
 * a poll needs no memory. */
rl_err readers_handle_new(reference_loop *loop, uint16_t kind, const rl_call *call, void *arg,
                          handle **out)
{
    if (!ready_make_room(&loop->home.ready))
        return RL_ERR_NO_MEMORY;
    rl_err err = handle_new(&loop->home, kind | HANDLE_WATCH, call, arg, NULL, out);
    if (err != RL_OK)
        return err;
    ready_reserve(&loop->home.ready);
    (*out)->flags |= HANDLE_SLOT;
    return RL_OK;
}

/* IO-1: one key for each descriptor, and in it a handle for each direction. */
rl_err readers_add(reference_loop *loop, int fd, int direction, handle *h)
{
    selector_key *key = selector_lookup(loop->selector, fd);
    if (key == NULL) {
        selector_key fresh = {0};
        replace(&fresh, direction, &h->base);
        return selector_register(loop->selector, fd, direction, fresh.reader, fresh.writer);
    }

    selector_key old = *key;
    selector_key changed = old;
    rl_handle *replaced = replace(&changed, direction, &h->base);
    rl_err err = selector_modify(loop->selector, fd, old.events | direction, changed.reader,
                                 changed.writer);
    if (err != RL_OK) {
        /* CPython: the failed modify has forgotten the descriptor, and with it
         * both old handles; they are not cancelled. */
        let_go(old.reader);
        let_go(old.writer);
        return err;
    }
    /* IO-2: the old one is cancelled only once the new one is in. */
    if (replaced != NULL) {
        handle_cancel(as_handle(replaced));
        let_go(replaced);
    }
    return RL_OK;
}

/* IO-6: that direction alone, and from now on. */
rl_err readers_remove(reference_loop *loop, int fd, int direction, bool *removed)
{
    selector_key *key = selector_lookup(loop->selector, fd);
    *removed = false;
    if (key == NULL)
        return RL_OK;

    selector_key old = *key;
    selector_key changed = old;
    rl_handle *gone = replace(&changed, direction, NULL);
    int events = old.events & ~direction;
    if (events == 0) {
        selector_unregister(loop->selector, fd);
    } else {
        rl_err err = selector_modify(loop->selector, fd, events, changed.reader, changed.writer);
        if (err != RL_OK) {
            let_go(old.reader);
            let_go(old.writer);
            return err;
        }
    }
    if (gone == NULL)
        return RL_OK;
    handle_cancel(as_handle(gone)); /* IO-7 */
    let_go(gone);
    *removed = true;
    return RL_OK;
}

/* A watch handle may be queued while it is queued: after SystemExit has left a
 * batch before its turn, CPython has it twice.  Only then is its reserved slot
 * in use and another one needed; where memory for it is out, the event is left
 * out: the descriptor stays ready and is found again. */
bool readers_queue(reference_loop *loop, handle *h)
{
    ready *queue = &loop->home.ready;

    if (h->flags & HANDLE_SLOT) {
        ready_unreserve(queue);
        h->flags &= (uint16_t)~HANDLE_SLOT;
    } else if (!ready_make_spare_room(queue)) {
        return false;
    }
    ready_append(queue, &handle_ref(h)->base);
    return true;
}

/* IO-9: one that was cancelled by other means is unregistered, not called. */
static rl_err process_event(reference_loop *loop, int fd, int direction, rl_handle *base)
{
    if (base == NULL)
        return RL_OK;
    if (as_handle(base)->flags & HANDLE_CANCELLED) {
        bool removed;
        return readers_remove(loop, fd, direction, &removed);
    }
    readers_queue(loop, as_handle(base));
    return RL_OK;
}

rl_err readers_process_events(reference_loop *loop, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        selector_event event = loop->selector->ready[i];
        const selector_key *found = selector_lookup(loop->selector, event.fd);
        if (found == NULL)
            continue;
        selector_key key = *found;
        int events = event.events & key.events;
        rl_err err = RL_OK;
        if (events & SELECTOR_READ)
            err = process_event(loop, event.fd, SELECTOR_READ, key.reader);
        if (err == RL_OK && events & SELECTOR_WRITE)
            err = process_event(loop, event.fd, SELECTOR_WRITE, key.writer);
        if (err != RL_OK)
            return err;
    }
    return RL_OK;
}

void readers_clear(reference_loop *loop)
{
    for (size_t fd = 0; fd < loop->selector->keys_len; fd++) {
        selector_key *key = &loop->selector->keys[fd];
        selector_key old = *key;
        *key = (selector_key){0};
        if (old.reader != NULL)
            handle_forget(as_handle(old.reader));
        if (old.writer != NULL)
            handle_forget(as_handle(old.writer));
        let_go(old.reader);
        let_go(old.writer);
    }
    loop->selector->key_count = 0;
}
