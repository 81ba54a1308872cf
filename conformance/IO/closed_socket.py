"""A closed socket is no descriptor: ValueError."""
# clause: IO-11
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
right.close()
try:
    loop.add_reader(right, log, "never")
except Exception as error:
    log("add_reader", type(error).__name__)
try:
    loop.remove_reader(right)
except Exception as error:
    log("remove_reader", type(error).__name__)
loop.close()

# trace 3.8..
#      0  add_reader ValueError
#      0  remove_reader ValueError
