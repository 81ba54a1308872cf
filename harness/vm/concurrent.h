/*
 * concurrent.h - futures of other threads.
 */
#ifndef VM_CONCURRENT_H
#define VM_CONCURRENT_H

#include "value.h"

/* concurrent.futures.CancelledError, which is not asyncio's (FUT-24). */
extern class vm_concurrent_cancelled_class;

#endif
