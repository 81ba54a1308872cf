/*
 * modules.c - module objects and import.
 */
#include "modules.h"

#include <string.h>

#include "exception.h"
#include "operators.h"
#include "table.h"
#include "text.h"

typedef struct module {
    obj head;
    str *name;
    table *attributes;
} module;

static class module_class;

enum { MODULE_COUNT = 3 };
static module *modules[MODULE_COUNT];
static size_t module_count;

static void module_clear(obj *self)
{
    module *m = (module *)self;
    table *attributes = m->attributes;
    m->attributes = NULL;
    vm_table_free(attributes);
    VM_CLEAR_REF(m->name);
}

static void module_visit(obj *self, visitor visit, void *arg)
{
    vm_table_visit(((module *)self)->attributes, visit, arg);
    vm_visit_ref(((module *)self)->name, visit, arg);
}

static value module_get_attr(obj *self, str *name, bool *found)
{
    value item;
    *found = vm_table_get_str(((module *)self)->attributes, name, &item);
    if (*found)
        return vm_keep(item);
    *found = true;
    return vm_raise(&vm_exc.AttributeError, "module '%s' has no attribute '%s'",
                    ((module *)self)->name->text, name->text);
}

static value module_repr(obj *self)
{
    return vm_textf("<module '%s'>", ((module *)self)->name->text);
}

static const class_slots module_slots = {
    .clear = module_clear, .visit = module_visit, .repr = module_repr,
    .get_attr = module_get_attr,
};

obj *vm_module_new(const char *name)
{
    module *m = vm_object_new(&module_class, 0);
    m->name = vm_ref(vm_name(name));
    m->attributes = vm_table_new();
    modules[module_count++] = m;
    return &m->head;
}

void vm_module_set(obj *m, const char *name, value item)
{
    vm_table_set_str(((module *)m)->attributes, vm_name(name), item);
    vm_drop(item);
}

void vm_module_functions(obj *m, const builtin_def *functions)
{
    for (; functions->name != NULL; functions++)
        vm_module_set(m, functions->name, vm_builtin_new(functions, NULL));
}

value vm_import(str *name)
{
    for (size_t i = 0; i < module_count; i++) {
        if (strcmp(modules[i]->name->text, name->text) == 0)
            return vm_obj(vm_ref(modules[i]));
    }
    return vm_raise(&vm_exc.ModuleNotFoundError, "No module named '%s'", name->text);
}

void vm_module_classes(void)
{
    module_count = 0;
    vm_class_start(&module_class, "module", &vm_object_class, sizeof(module), &module_slots, NULL);
}
