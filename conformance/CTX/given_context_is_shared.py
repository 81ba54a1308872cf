"""Callbacks given one context see each other's changes."""
# clause: CTX-2
# level: documented
# ops: contexts
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()
context = contextvars.copy_context()


def show_and_set(value):
    log(variable.get())
    variable.set(value)


loop.call_later(0.25, show_and_set, "set by the timer", context=context)
loop.call_soon(show_and_set, "set by the first", context=context)
loop.call_soon(show_and_set, "set by the second", context=context)
loop.call_later(0.5, loop.stop)
loop.run_forever()
log(context[variable])
loop.close()

# trace 3.8..
#      0  default
#      0  set by the first
#    250  set by the second
#    500  set by the timer
