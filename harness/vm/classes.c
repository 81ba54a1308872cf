/*
 * classes.c - classes, instances, attribute lookup, and the descriptors.
 *
 * Single inheritance only, so the method resolution order is the chain of
 * bases.  Builtin classes are static; those of class statements are objects.
 */
#include "classes.h"

#include <stdlib.h>
#include <string.h>

#include "containers.h"
#include "exception.h"
#include "function.h"
#include "operators.h"
#include "text.h"
#include "thread.h"

class vm_object_class, vm_type_class, vm_builtin_class, vm_method_class;
class vm_none_class, vm_not_implemented_class, vm_ellipsis_class;
static class bool_class, int_class, float_class;
static class property_class, staticmethod_class, classmethod_class, super_class;
static obj not_implemented, ellipsis;

/* Every static class, so that the end can empty them. */
enum { MOST_STATIC = 160 };
static class *static_classes[MOST_STATIC];
static size_t static_count;

/* property, staticmethod and classmethod hold one function. */
typedef struct descriptor {
    obj head;
    value function;
} descriptor;

typedef struct super {
    obj head;
    class *after; /* look behind this class */
    value self;
} super;

/* ---- Classes -------------------------------------------------------------- */

void vm_class_start(class *cls, const char *name, class *base, size_t size,
                    const class_slots *slots, const builtin_def *methods)
{
    memset(cls, 0, sizeof *cls);
    cls->head.cls = &vm_type_class;
    cls->head.refs = SIZE_MAX / 2; /* static: it never dies */
    cls->base = base;
    cls->size = size;
    cls->slots = slots;
    cls->attributes = vm_table_new();
    cls->name = vm_name(name);
    cls->qualname = cls->name;
    if (static_count == MOST_STATIC)
        abort(); /* a new class: raise MOST_STATIC */
    static_classes[static_count++] = cls;
    for (; methods != NULL && methods->name != NULL; methods++) {
        value function = vm_builtin_new(methods, cls);
        vm_table_set_str(cls->attributes, vm_name(methods->name), function);
        vm_drop(function);
    }
}

bool vm_is_class(value v)
{
    return vm_is(v, &vm_type_class);
}

class *vm_class_of(value v)
{
    switch (v.tag) {
    case VM_BOOL:
        return &bool_class;
    case VM_INT:
        return &int_class;
    case VM_FLOAT:
        return &float_class;
    case VM_OBJ:
        return v.as.o->cls;
    case VM_NONE:
    case VM_NULL:
        break;
    }
    return &vm_none_class;
}

/* ExceptionGroup is the one class with two bases. */
bool vm_subclass(const class *cls, const class *base)
{
    if (base == &vm_exc.Exception && vm_subclass(cls, &vm_exc.ExceptionGroup))
        return true;
    for (; cls != NULL; cls = cls->base) {
        if (cls == base)
            return true;
    }
    return false;
}

bool vm_isinstance(value v, const class *cls)
{
    return vm_subclass(vm_class_of(v), cls);
}

bool vm_class_find(const class *cls, str *name, value *out)
{
    for (; cls != NULL; cls = cls->base) {
        if (cls->attributes != NULL && vm_table_get_str(cls->attributes, name, out))
            return true;
    }
    return false;
}

static const class_slots instance_slots;

class *vm_class_new(str *name, str *qualname, value base, table *attributes)
{
    class *parent = vm_is_null(base) ? &vm_object_class : NULL;
    if (vm_is_class(base))
        parent = (class *)base.as.o;
    bool derivable = parent != NULL
                     && (parent == &vm_object_class || parent->is_user
                         || vm_subclass(parent, &vm_exc.BaseException));
    if (!derivable) {
        vm_table_free(attributes);
        vm_raise(&vm_exc.TypeError, "Scenario Python classes derive from object, from exceptions "
                                    "and from each other");
        return NULL;
    }
    class *cls = vm_object_new(&vm_type_class, 0);
    cls->name = vm_ref(name);
    cls->qualname = vm_ref(qualname);
    cls->base = vm_ref(parent);
    cls->is_user = true;
    cls->attributes = attributes;
    cls->size = parent == &vm_object_class ? sizeof(instance) : parent->size;
    cls->slots = parent == &vm_object_class ? &instance_slots : parent->slots;
    value found;
    cls->has_finalizer = vm_class_find(cls, vm_name("__del__"), &found);
    /* __eq__ without __hash__ makes instances unhashable. */
    if (vm_table_get_str(attributes, vm_name("__eq__"), &found)
        && !vm_table_get_str(attributes, vm_name("__hash__"), &found))
        vm_table_set_str(attributes, vm_name("__hash__"), NONE_VALUE);
    return cls;
}

bool vm_special(value self, const char *name, value *out)
{
    if (self.tag != VM_OBJ || !self.as.o->cls->is_user)
        return false;
    str *key = vm_name(name);
    for (const class *cls = self.as.o->cls; cls != NULL && cls->is_user; cls = cls->base) {
        value found;
        if (vm_table_get_str(cls->attributes, key, &found)) {
            if (vm_is(found, &staticmethod_class))
                *out = vm_keep(((descriptor *)found.as.o)->function);
            else
                *out = vm_is_none(found) ? found : vm_method_new(vm_keep(found), vm_keep(self));
            return true;
        }
    }
    return false;
}

int vm_call_special(value self, const char *name, size_t count, const value *at, value *out)
{
    value method;
    if (!vm_special(self, name, &method))
        return 0;
    *out = vm_call_values(method, count, at);
    vm_drop(method);
    return 1;
}

void vm_call_finalizer(obj *o)
{
    /* Whatever is being raised goes on afterwards, untouched. */
    exception *pending = vm_take_exception();
    value result;
    if (vm_call_special(vm_obj(o), "__del__", 0, NULL, &result) == 1) {
        if (vm_is_null(result))
            vm_print_ignored("__del__");
        vm_drop(result);
    }
    if (pending != NULL)
        vm_reraise(pending);
}

static void class_clear(obj *self)
{
    class *cls = (class *)self;
    table *attributes = cls->attributes;
    cls->attributes = NULL;
    vm_table_free(attributes);
    if (vm_objects_ending())
        return; /* instances still ask for slots and bases */
    VM_CLEAR_REF(cls->base);
    VM_CLEAR_REF(cls->name);
    VM_CLEAR_REF(cls->qualname);
}

static void class_visit(obj *self, visitor visit, void *arg)
{
    class *cls = (class *)self;
    vm_visit_ref(cls->base, visit, arg);
    vm_visit_ref(cls->name, visit, arg);
    vm_visit_ref(cls->qualname, visit, arg);
    vm_table_visit(cls->attributes, visit, arg);
}

static value class_repr(obj *self)
{
    const class *cls = (class *)self;
    return vm_textf(cls->is_user ? "<class '__main__.%s'>" : "<class '%s'>", cls->qualname->text);
}

static value class_call(obj *self, const args *a)
{
    class *cls = (class *)self;
    if (cls == &vm_type_class) {
        if (a->count != 1)
            return vm_raise(&vm_exc.TypeError, "type() takes 1 argument");
        return vm_obj(vm_ref(vm_class_of(a->at[0])));
    }
    if (cls->slots->create == NULL)
        return vm_raise(&vm_exc.TypeError, "cannot create '%s' instances", cls->name->text);
    return cls->slots->create(cls, a);
}

static value class_get_attr(obj *self, str *name, bool *found)
{
    class *cls = (class *)self;
    value item;
    *found = true;
    if (vm_class_find(cls, name, &item)) {
        if (vm_is(item, &staticmethod_class))
            return vm_keep(((descriptor *)item.as.o)->function);
        if (vm_is(item, &classmethod_class))
            return vm_method_new(vm_keep(((descriptor *)item.as.o)->function),
                                 vm_obj(vm_ref(self)));
        return vm_keep(item);
    }
    if (strcmp(name->text, "__name__") == 0)
        return vm_obj(vm_ref(cls->name));
    if (strcmp(name->text, "__qualname__") == 0)
        return vm_obj(vm_ref(cls->qualname));
    if (strcmp(name->text, "__module__") == 0)
        return vm_text(cls->is_user ? "__main__" : "builtins");
    if (strcmp(name->text, "__base__") == 0)
        return cls->base == NULL ? NONE_VALUE : vm_obj(vm_ref(cls->base));
    if (strcmp(name->text, "__mro__") == 0 || strcmp(name->text, "__bases__") == 0) {
        list *l = vm_list_new(4);
        bool all = name->text[2] == 'm';
        for (class *one = all ? cls : cls->base; one != NULL; one = all ? one->base : NULL)
            vm_list_append(l, vm_obj(one));
        value result = vm_tuple_from_list(l);
        vm_unref(l);
        return result;
    }
    *found = false;
    return NULL_VALUE;
}

static int class_set_attr(obj *self, str *name, value item)
{
    class *cls = (class *)self;
    if (!cls->is_user) {
        vm_raise(&vm_exc.TypeError, "cannot set '%s' attribute of immutable type '%s'", name->text,
                 cls->name->text);
        return -1;
    }
    if (!vm_is_null(item)) {
        vm_table_set_str(cls->attributes, name, item);
        cls->has_finalizer = cls->has_finalizer || strcmp(name->text, "__del__") == 0;
        return 0;
    }
    if (vm_table_delete_str(cls->attributes, name))
        return 0;
    vm_raise(&vm_exc.AttributeError, "type object '%s' has no attribute '%s'", cls->name->text,
             name->text);
    return -1;
}

static const class_slots type_slots = {
    .clear = class_clear, .visit = class_visit, .repr = class_repr, .call = class_call,
    .get_attr = class_get_attr, .set_attr = class_set_attr,
};

/* ---- Instances ------------------------------------------------------------ */

static value instance_create(class *cls, const args *a)
{
    instance *self = vm_object_new(cls, 0);
    value init, done;
    if (!vm_special(vm_obj(self), "__init__", &init)) {
        if (a->count == 0 && a->keyword_count == 0)
            return vm_obj(self);
        vm_unref(self);
        return vm_raise(&vm_exc.TypeError, "%s() takes no arguments", cls->name->text);
    }
    done = vm_call(init, a);
    vm_drop(init);
    if (!vm_is_null(done) && !vm_is_none(done)) {
        const char *type = vm_type_name(done);
        vm_raise(&vm_exc.TypeError, "__init__() should return None, not '%s'", type);
        vm_clear(&done);
    }
    if (vm_is_null(done)) {
        vm_unref(self);
        return NULL_VALUE;
    }
    return vm_obj(self);
}

static void instance_clear(obj *self)
{
    table *attributes = ((instance *)self)->attributes;
    ((instance *)self)->attributes = NULL;
    vm_table_free(attributes);
}

static void instance_visit(obj *self, visitor visit, void *arg)
{
    vm_table_visit(((instance *)self)->attributes, visit, arg);
}

static value instance_get_attr(obj *self, str *name, bool *found)
{
    value item;
    table *attributes = ((instance *)self)->attributes;
    *found = attributes != NULL && vm_table_get_str(attributes, name, &item);
    return *found ? vm_keep(item) : NULL_VALUE;
}

static int instance_set_attr(obj *self, str *name, value item)
{
    instance *o = (instance *)self;
    if (o->attributes == NULL)
        o->attributes = vm_table_new();
    if (!vm_is_null(item)) {
        vm_table_set_str(o->attributes, name, item);
        return 0;
    }
    if (vm_table_delete_str(o->attributes, name))
        return 0;
    vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute '%s'", self->cls->name->text,
             name->text);
    return -1;
}

static const class_slots instance_slots = {
    .clear = instance_clear, .visit = instance_visit, .create = instance_create,
    .get_attr = instance_get_attr, .set_attr = instance_set_attr,
};

static value object_create(class *cls, const args *a)
{
    (void)a;
    return vm_obj(vm_object_new(cls, 0));
}

static const class_slots object_slots = { .create = object_create };

static value object_init(value self, const args *a)
{
    (void)self, (void)a;
    return NONE_VALUE;
}

static value object_repr(value self, const args *a)
{
    (void)a;
    return vm_textf("<%s object at %p>", vm_class_of(self)->name->text, (void *)self.as.o);
}

static const builtin_def object_methods[] = {
    { "__init__", object_init, 0, 0, false },
    { "__repr__", object_repr, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

/* ---- Attributes ----------------------------------------------------------- */

/* What a class attribute gives when it is read through an instance. */
static value bound(value item, value self)
{
    if (vm_is(item, &vm_function_class) || vm_is(item, &vm_builtin_class))
        return vm_method_new(vm_keep(item), vm_keep(self));
    if (vm_is(item, &staticmethod_class))
        return vm_keep(((descriptor *)item.as.o)->function);
    if (vm_is(item, &classmethod_class))
        return vm_method_new(vm_keep(((descriptor *)item.as.o)->function),
                             vm_obj(vm_ref(vm_class_of(self))));
    if (vm_is(item, &property_class))
        return vm_call_values(((descriptor *)item.as.o)->function, 1, &self);
    return vm_keep(item);
}

int vm_find_attr(value v, str *name, value *out)
{
    const class *cls = vm_class_of(v);
    value item;
    bool in_class = vm_class_find(cls, name, &item);
    if (in_class && vm_is(item, &property_class)) {
        *out = bound(item, v);
        return vm_is_null(*out) ? -1 : 1;
    }
    if (v.tag == VM_OBJ && cls->slots->get_attr != NULL) {
        bool found;
        *out = cls->slots->get_attr(v.as.o, name, &found);
        if (found)
            return vm_is_null(*out) ? -1 : 1;
    }
    if (in_class) {
        *out = bound(item, v);
        return vm_is_null(*out) ? -1 : 1;
    }
    if (strcmp(name->text, "__class__") == 0) {
        *out = vm_obj(vm_ref((class *)cls));
        return 1;
    }
    return 0;
}

value vm_get_attr(value v, str *name)
{
    value out;
    int found = vm_find_attr(v, name, &out);
    if (found == 1)
        return out;
    if (found < 0)
        return NULL_VALUE;
    if (vm_call_special(v, "__getattr__", 1, &(value){ .tag = VM_OBJ, .as.o = &name->head }, &out))
        return out;
    if (vm_is_class(v))
        return vm_raise(&vm_exc.AttributeError, "type object '%s' has no attribute '%s'",
                        ((class *)v.as.o)->name->text, name->text);
    return vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute '%s'", vm_type_name(v),
                    name->text);
}

int vm_set_attr(value v, str *name, value item)
{
    value found;
    if (vm_class_find(vm_class_of(v), name, &found) && vm_is(found, &property_class)) {
        vm_raise(&vm_exc.AttributeError, "property '%s' of '%s' object has no setter", name->text,
                 vm_type_name(v));
        return -1;
    }
    if (v.tag == VM_OBJ && v.as.o->cls->slots->set_attr != NULL)
        return v.as.o->cls->slots->set_attr(v.as.o, name, item);
    vm_raise(&vm_exc.AttributeError, "'%s' object has no attribute '%s'", vm_type_name(v),
             name->text);
    return -1;
}

/* ---- Builtin functions and methods ---------------------------------------- */

value vm_builtin_new(const builtin_def *def, class *owner)
{
    builtin *b = vm_object_new(&vm_builtin_class, 0);
    b->def = def;
    b->owner = owner;
    return vm_obj(b);
}

static value call_builtin(const builtin_def *def, value self, const args *a)
{
    if (a->keyword_count > 0 && !def->keywords)
        return vm_raise(&vm_exc.TypeError, "%s() takes no keyword arguments", def->name);
    if ((int)a->count < def->least)
        return vm_raise(&vm_exc.TypeError, "%s() takes at least %d argument%s (%zu given)",
                        def->name, def->least, def->least == 1 ? "" : "s", a->count);
    if (def->most >= 0 && (int)a->count > def->most)
        return vm_raise(&vm_exc.TypeError, "%s() takes at most %d argument%s (%zu given)",
                        def->name, def->most, def->most == 1 ? "" : "s", a->count);
    return def->call(self, a);
}

static value builtin_call(obj *self, const args *a)
{
    const builtin *b = (builtin *)self;
    if (b->owner == NULL)
        return call_builtin(b->def, NULL_VALUE, a);
    /* Through its class: the first argument is the object. */
    if (a->count == 0 || !vm_isinstance(a->at[0], b->owner))
        return vm_raise(&vm_exc.TypeError, "unbound method %s.%s() needs an argument",
                        b->owner->name->text, b->def->name);
    args rest = *a;
    rest.count--;
    rest.at++;
    return call_builtin(b->def, a->at[0], &rest);
}

static value builtin_repr(obj *self)
{
    const builtin *b = (builtin *)self;
    if (b->owner == NULL)
        return vm_textf("<built-in function %s>", b->def->name);
    return vm_textf("<method '%s' of '%s' objects>", b->def->name, b->owner->name->text);
}

static value builtin_get_attr(obj *self, str *name, bool *found)
{
    *found = strcmp(name->text, "__name__") == 0 || strcmp(name->text, "__qualname__") == 0;
    return *found ? vm_text(((builtin *)self)->def->name) : NULL_VALUE;
}

static const class_slots builtin_slots = {
    .repr = builtin_repr, .call = builtin_call, .get_attr = builtin_get_attr,
};

value vm_method_new(value function, value self)
{
    method_object *m = vm_object_new(&vm_method_class, 0);
    m->function = function;
    m->self = self;
    return vm_obj(m);
}

static void method_clear(obj *self)
{
    vm_clear(&((method_object *)self)->function);
    vm_clear(&((method_object *)self)->self);
}

static void method_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((method_object *)self)->function, visit, arg);
    vm_visit_value(((method_object *)self)->self, visit, arg);
}

static value method_call(obj *self, const args *a)
{
    const method_object *m = (method_object *)self;
    if (vm_is(m->function, &vm_builtin_class))
        return call_builtin(((builtin *)m->function.as.o)->def, m->self, a);
    enum { FEW = 8 };
    value few[FEW], *all = a->count < FEW ? few : vm_alloc((a->count + 1) * sizeof *all);
    all[0] = m->self;
    for (size_t i = 0; i < a->count; i++)
        all[i + 1] = a->at[i];
    args with_self = *a;
    with_self.count++;
    with_self.at = all;
    value result = vm_call(m->function, &with_self);
    if (all != few)
        free(all);
    return result;
}

static int method_equal(obj *self, value other)
{
    if (!vm_is(other, &vm_method_class))
        return VM_NOT_IMPLEMENTED;
    const method_object *a = (method_object *)self, *b = (method_object *)other.as.o;
    return vm_same(a->function, b->function) && vm_same(a->self, b->self);
}

static int method_hash(obj *self, uint64_t *out)
{
    const method_object *m = (method_object *)self;
    *out = (uint64_t)(uintptr_t)m->function.as.o * 31u + (uint64_t)m->self.as.i;
    return 0;
}

static value method_repr(obj *self)
{
    const method_object *m = (method_object *)self;
    value function = vm_is(m->function, &vm_builtin_class)
                         ? vm_text(((builtin *)m->function.as.o)->def->name)
                         : vm_get_attr(m->function, vm_name("__qualname__"));
    value owner = vm_repr(m->self);
    value result = NULL_VALUE;
    if (!vm_is_null(function) && !vm_is_null(owner))
        result = vm_textf("<bound method %s of %s>", vm_as_str(function)->text,
                          vm_as_str(owner)->text);
    vm_drop(function);
    vm_drop(owner);
    return result;
}

static value method_get_attr(obj *self, str *name, bool *found)
{
    method_object *m = (method_object *)self;
    *found = true;
    if (strcmp(name->text, "__self__") == 0)
        return vm_keep(m->self);
    if (strcmp(name->text, "__func__") == 0)
        return vm_keep(m->function);
    value out = NULL_VALUE;
    *found = vm_find_attr(m->function, name, &out) == 1;
    return out;
}

static const class_slots method_slots = {
    .clear = method_clear, .visit = method_visit, .repr = method_repr, .call = method_call,
    .equal = method_equal, .hash = method_hash, .get_attr = method_get_attr,
};

/* ---- property, staticmethod, classmethod, super --------------------------- */

static void descriptor_clear(obj *self)
{
    vm_clear(&((descriptor *)self)->function);
}

static void descriptor_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_value(((descriptor *)self)->function, visit, arg);
}

static value descriptor_create(class *cls, const args *a)
{
    if (a->count != 1 || a->keyword_count > 0)
        return vm_raise(&vm_exc.TypeError, "%s takes one function", cls->name->text);
    descriptor *d = vm_object_new(cls, 0);
    d->function = vm_keep(a->at[0]);
    return vm_obj(d);
}

static const class_slots descriptor_slots = {
    .clear = descriptor_clear, .visit = descriptor_visit, .create = descriptor_create,
};

static void super_clear(obj *self)
{
    VM_CLEAR_REF(((super *)self)->after);
    vm_clear(&((super *)self)->self);
}

static void super_visit(obj *self, visitor visit, void *arg)
{
    vm_visit_ref(((super *)self)->after, visit, arg);
    vm_visit_value(((super *)self)->self, visit, arg);
}

static value super_create(class *cls, const args *a)
{
    if (a->count != 2 || !vm_is_class(a->at[0]))
        return vm_raise(&vm_exc.TypeError, "super() needs a class and an instance");
    super *s = vm_object_new(cls, 0);
    s->after = vm_ref(a->at[0].as.o);
    s->self = vm_keep(a->at[1]);
    return vm_obj(s);
}

static value super_get_attr(obj *self, str *name, bool *found)
{
    const super *s = (super *)self;
    value item;
    *found = vm_class_find(s->after->base, name, &item);
    return *found ? bound(item, s->self) : NULL_VALUE;
}

static const class_slots super_slots = {
    .clear = super_clear, .visit = super_visit, .create = super_create,
    .get_attr = super_get_attr,
};

/* ---- The classes of values that need no memory ---------------------------- */

static value bool_create(class *cls, const args *a)
{
    (void)cls;
    int truth = a->count == 0 ? 0 : vm_truth(a->at[0]);
    return truth < 0 ? NULL_VALUE : vm_bool(truth == 1);
}

static value int_create(class *cls, const args *a)
{
    (void)cls;
    if (a->count == 0)
        return vm_int(0);
    value v = a->at[0];
    int64_t base = 10;
    if (a->count > 1 && !vm_to_int(a->at[1], "base", &base))
        return NULL_VALUE;
    if (v.tag == VM_FLOAT) {
        if (v.as.f != v.as.f)
            return vm_raise(&vm_exc.ValueError, "cannot convert float NaN to integer");
        if (!(v.as.f > -9.2e18 && v.as.f < 9.2e18))
            return vm_raise(&vm_exc.OverflowError, "cannot convert float infinity to integer");
        return vm_int((int64_t)v.as.f);
    }
    if (vm_is_str(v)) {
        char *end;
        const char *text = vm_as_str(v)->text;
        long long i = strtoll(text, &end, (int)base);
        while (*end == ' ' || *end == '\n')
            end++;
        if (end == text || *end != '\0')
            return vm_raise(&vm_exc.ValueError, "invalid literal for int() with base %d: '%s'",
                            (int)base, text);
        return vm_int(i);
    }
    value out;
    if (vm_call_special(v, "__int__", 0, NULL, &out))
        return out;
    int64_t i;
    if (v.tag != VM_INT && v.tag != VM_BOOL)
        return vm_raise(&vm_exc.TypeError, "int() argument must be a string, a bytes-like object "
                                           "or a real number, not '%s'", vm_type_name(v));
    return vm_to_int(v, "", &i) ? vm_int(i) : NULL_VALUE;
}

static value float_create(class *cls, const args *a)
{
    (void)cls;
    double f;
    if (a->count == 0)
        return vm_float(0.0);
    if (vm_to_double(a->at[0], &f))
        return vm_float(f);
    if (!vm_is_str(a->at[0]))
        return vm_raise(&vm_exc.TypeError, "float() argument must be a string or a real number, "
                                           "not '%s'", vm_type_name(a->at[0]));
    const char *text = vm_as_str(a->at[0])->text;
    char *end;
    f = strtod(text, &end);
    while (*end == ' ' || *end == '\n')
        end++;
    if (end == text || *end != '\0')
        return vm_raise(&vm_exc.ValueError, "could not convert string to float: '%s'", text);
    return vm_float(f);
}

static value float_is_integer(value self, const args *a)
{
    (void)a;
    double f = self.as.f;
    return vm_bool(f - f == 0 && f == (double)(int64_t)f);
}

static value int_bit_length(value self, const args *a)
{
    (void)a;
    int64_t length = 0;
    for (uint64_t u = self.as.i < 0 ? 0 - (uint64_t)self.as.i : (uint64_t)self.as.i; u; u >>= 1)
        length++;
    return vm_int(length);
}

static const class_slots bool_slots = { .create = bool_create };
static const class_slots int_slots = { .create = int_create };
static const class_slots float_slots = { .create = float_create };
static const class_slots none_slots = { 0 };

static const builtin_def float_methods[] = {
    { "is_integer", float_is_integer, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

static const builtin_def int_methods[] = {
    { "bit_length", int_bit_length, 0, 0, false },
    { NULL, NULL, 0, 0, false },
};

static value not_implemented_repr(obj *self)
{
    (void)self;
    return vm_text("NotImplemented");
}

static value ellipsis_repr(obj *self)
{
    (void)self;
    return vm_text("Ellipsis");
}

static const class_slots not_implemented_slots = { .repr = not_implemented_repr };
static const class_slots ellipsis_slots = { .repr = ellipsis_repr };

value vm_not_implemented(void)
{
    return vm_obj(vm_ref(&not_implemented));
}

value vm_ellipsis(void)
{
    return vm_obj(vm_ref(&ellipsis));
}

/* ---- Start and end -------------------------------------------------------- */

void vm_classes_start(void)
{
    static_count = 0;
    /* str and the function objects are needed to describe any class: give them a shape first. */
    vm_builtin_class.size = sizeof(builtin);
    vm_builtin_class.slots = &builtin_slots;
    vm_text_classes();
    vm_class_start(&vm_object_class, "object", NULL, sizeof(obj), &object_slots, object_methods);
    vm_class_start(&vm_type_class, "type", &vm_object_class, sizeof(class), &type_slots, NULL);
    vm_class_start(&vm_builtin_class, "builtin_function_or_method", &vm_object_class,
                   sizeof(builtin), &builtin_slots, NULL);
    vm_class_start(&vm_method_class, "method", &vm_object_class, sizeof(method_object),
                   &method_slots, NULL);
    vm_class_start(&vm_none_class, "NoneType", &vm_object_class, sizeof(obj), &none_slots, NULL);
    vm_class_start(&vm_not_implemented_class, "NotImplementedType", &vm_object_class, sizeof(obj),
                   &not_implemented_slots, NULL);
    vm_class_start(&vm_ellipsis_class, "ellipsis", &vm_object_class, sizeof(obj), &ellipsis_slots,
                   NULL);
    vm_class_start(&int_class, "int", &vm_object_class, sizeof(obj), &int_slots, int_methods);
    vm_class_start(&bool_class, "bool", &int_class, sizeof(obj), &bool_slots, NULL);
    vm_class_start(&float_class, "float", &vm_object_class, sizeof(obj), &float_slots,
                   float_methods);
    vm_class_start(&property_class, "property", &vm_object_class, sizeof(descriptor),
                   &descriptor_slots, NULL);
    vm_class_start(&staticmethod_class, "staticmethod", &vm_object_class, sizeof(descriptor),
                   &descriptor_slots, NULL);
    vm_class_start(&classmethod_class, "classmethod", &vm_object_class, sizeof(descriptor),
                   &descriptor_slots, NULL);
    vm_class_start(&super_class, "super", &vm_object_class, sizeof(super), &super_slots, NULL);
    not_implemented = (obj){ .cls = &vm_not_implemented_class, .refs = 1 };
    ellipsis = (obj){ .cls = &vm_ellipsis_class, .refs = 1 };
}

void vm_classes_end(void)
{
    for (size_t i = 0; i < static_count; i++) {
        /* What they held is gone with all objects; only the tables are left. */
        table *t = static_classes[i]->attributes;
        if (t != NULL) {
            free(t->entries);
            free(t->index);
            free(t);
            static_classes[i]->attributes = NULL;
        }
    }
    static_count = 0;
}

size_t vm_static_class_count(void)
{
    return static_count;
}

class *vm_static_class(size_t i)
{
    return static_classes[i];
}
