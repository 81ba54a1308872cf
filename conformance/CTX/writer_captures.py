"""A writer runs in the context of its registration."""
# clause: CTX-4
# level: defacto
# ops: contexts, readers
# divergence: CTX-03
import asyncio
import contextvars
from scenario import log, socketpair

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()
left, right = socketpair()


def writer():
    log(variable.get())
    loop.remove_writer(right)
    loop.stop()


variable.set("at the registration")
loop.add_writer(right, writer)
variable.set("at the run")
loop.run_forever()
loop.close()

# trace 3.8..
#      0  at the registration
