/*
 * async_builtins.h - the builtins aiter and anext.
 */
#ifndef VM_ASYNC_BUILTINS_H
#define VM_ASYNC_BUILTINS_H

#include "table.h"

void vm_async_builtins_start(table *builtins);

#endif
