"""Registering a reader again captures the context again, without the old one's changes."""
# clause: CTX-4
# level: defacto
# ops: contexts, readers
import asyncio
import contextvars
from scenario import log, socketpair

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    log(right.recv(1), variable.get())
    variable.set("set by the first")


def second_reader():
    log(right.recv(1), variable.get())
    loop.stop()


loop.add_reader(right, reader)
left.send(b"x")
loop.call_later(0.25, loop.add_reader, right, second_reader)
loop.call_later(0.5, left.send, b"y")
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  b'x' default
#    500  b'y' default
