/*
 * modules.h - builtins, and the modules a program may import.
 */
#ifndef VM_MODULES_H
#define VM_MODULES_H

#include "classes.h"
#include "value.h"

/* The module object; VM_NULL: ImportError. */
value vm_import(str *name);
/* A new module, for vm_import to find; borrowed. */
obj *vm_module_new(const char *name);
void vm_module_set(obj *module, const char *name, value item); /* taken */
void vm_module_functions(obj *module, const builtin_def *functions);

void vm_module_classes(void);
/* Fill the table of builtins. */
void vm_builtins_start(table *builtins);
void vm_module_asyncio(void);
void vm_module_contextvars(void);
void vm_module_scenario(void);

#endif
