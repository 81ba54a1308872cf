"""Two done callbacks of one future run each in the context in which it was added."""
# clause: CTX-5
# level: documented
# ops: contexts, futures
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()
future = loop.create_future()


def show(done):
    log(variable.get())
    variable.set("changed by a callback")


variable.set("first")
future.add_done_callback(show)
variable.set("second")
future.add_done_callback(show)
future.set_result(None)
loop.run_until_complete(future)
loop.close()

# trace 3.8..
#      0  first
#      0  second
