/* list.c - lists, and the types of other values of the library.  See list.h. */
#include "list.h"

#include <string.h>

#include "exc.h"
#include "mem.h"

struct list {
    uint32_t ref_count;
    size_t count;
    rl_value at[];
};

list *list_new(size_t count)
{
    list *l = mem_alloc(sizeof *l + count * sizeof *l->at);
    if (l == NULL)
        return NULL;
    l->ref_count = 1;
    l->count = count;
    memset(l->at, 0, count * sizeof *l->at);
    return l;
}

void list_set(list *l, size_t i, rl_value value)
{
    l->at[i] = value;
}

rl_value list_value(list *l)
{
    return (rl_value){l, &rl_list_type};
}

void list_unref(list *l)
{
    if (l == NULL || --l->ref_count > 0)
        return;
    for (size_t i = 0; i < l->count; i++)
        value_unref(l->at[i]);
    mem_free(l);
}

static void ref_list(void *ptr)
{
    ((list *)ptr)->ref_count++;
}

static void unref_list(void *ptr)
{
    list_unref(ptr);
}

size_t rl_list_count(rl_value value)
{
    return ((list *)value.ptr)->count;
}

rl_value rl_list_at(rl_value value, size_t i)
{
    return ((list *)value.ptr)->at[i];
}

static void ref_exc(void *ptr)
{
    rl_exc_ref(ptr);
}

static void unref_exc(void *ptr)
{
    rl_exc_unref(ptr);
}

static void ref_future(void *ptr)
{
    rl_future_ref(ptr);
}

static void unref_future(void *ptr)
{
    rl_future_unref(ptr);
}

const rl_value_type rl_list_type = {.ref = ref_list, .unref = unref_list};
const rl_value_type rl_exc_type = {.ref = ref_exc, .unref = unref_exc};
const rl_value_type rl_future_type = {.ref = ref_future, .unref = unref_future};
const rl_value_type rl_text_type = {.ref = NULL, .unref = NULL};
const rl_value_type rl_number_type = {.ref = NULL, .unref = NULL};
