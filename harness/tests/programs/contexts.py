import contextvars
from contextvars import ContextVar, copy_context
from scenario import log
var = ContextVar("var", default="default")
bare = contextvars.ContextVar("bare")
log(var.name, var.get(), var.get("given"), bare.get("given"))
try:
    bare.get()
except LookupError as error:
    log(type(error).__name__)
token = var.set(1)
log(var.get(), token.var is var, token.old_value is contextvars.Token.MISSING)
second = var.set(2)
log(second.old_value)
context = copy_context()
var.set(3)
log(context[var], var in context, bare in context, context.get(bare, "none"), context.run(var.get))
def inside(value, *, key):
    var.set(value)
    return var.get(), key
log(context.run(inside, 5, key="k"), var.get(), context[var])
var.reset(second)
log(var.get())
try:
    var.reset(second)
except RuntimeError:
    log("used")
try:
    bare.reset(token)
except ValueError:
    log("other variable")
def enter_again():
    context.run(log, "never")
try:
    context.run(enter_again)
except RuntimeError as error:
    log(type(error).__name__)
try:
    context[bare]
except KeyError:
    log("KeyError")
def failing():
    var.set("failed")
    raise ValueError("out of run")
try:
    context.run(failing)
except ValueError as error:
    log(error, var.get(), context[var])
obj = [1]
var.set(obj)
log(var.get() is obj, copy_context()[var] is obj)
