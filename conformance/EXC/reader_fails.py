"""A reader that raises is reported and stays registered."""
# clause: EXC-1
# level: documented
# ops: handler, readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    data = right.recv(1)
    log("readable", data)
    if data == b"x":
        raise ValueError
    loop.stop()


loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
loop.add_reader(right, reader)
left.send(b"xy")
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
#      0  ValueError
#      0  readable b'y'
