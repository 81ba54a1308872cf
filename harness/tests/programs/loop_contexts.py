import asyncio
import contextvars
from scenario import log
var = contextvars.ContextVar("var", default="unset")
loop = asyncio.new_event_loop()
def show(name):
    log(name, var.get())
    var.set(name)
var.set("outer")
loop.call_soon(show, "copy")
loop.call_soon(show, "another copy")
context = contextvars.copy_context()
loop.call_soon(show, "given", context=context)
loop.call_soon(show, "given again", context=context)
loop.call_later(0.03125, show, "timer", context=context)
f = loop.create_future()
f.add_done_callback(lambda future: show("done"), context=context)
loop.call_later(0.0625, f.set_result, None)
loop.call_later(0.125, loop.stop)
var.set("changed")
loop.run_forever()
log(var.get(), context[var])
loop.close()
