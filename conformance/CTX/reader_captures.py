"""A reader runs in the context of its registration, not in that of the run or of the sender."""
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


def reader():
    log(right.recv(1), variable.get())
    loop.stop()


variable.set("at the registration")
loop.add_reader(right, reader)
variable.set("at the sending")
left.send(b"x")
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  b'x' at the registration
