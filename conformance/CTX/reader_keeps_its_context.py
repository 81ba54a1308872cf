"""A reader has one context for all its calls: what one call sets the next one sees."""
# clause: CTX-4, CTX-2
# level: defacto
# ops: contexts, readers
import asyncio
import contextvars
from scenario import log, socketpair

variable = contextvars.ContextVar("variable", default=0)
loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    log(right.recv(1), variable.get())
    variable.set(variable.get() + 1)
    if variable.get() == 3:
        loop.stop()


loop.add_reader(right, reader)
left.send(b"xyz")
loop.run_forever()
log("outside", variable.get())
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  b'x' 0
#      0  b'y' 1
#      0  b'z' 2
#      0  outside 0
