"""A done callback runs in the context in which it was added, not in that of the completion."""
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
    loop.stop()


variable.set("when added")
future.add_done_callback(show)
variable.set("when completed")
future.set_result(None)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  when added
