"""A done callback given a context runs in that one, and changes it."""
# clause: CTX-5, CTX-2
# level: documented
# ops: contexts, futures
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()
future = loop.create_future()
context = contextvars.copy_context()
context.run(variable.set, "given")


def show(done):
    log(variable.get())
    variable.set("changed")
    loop.stop()


future.add_done_callback(show, context=context)
future.set_result(None)
loop.run_forever()
log(context[variable])
loop.close()

# trace 3.8..
#      0  given
#      0  changed
