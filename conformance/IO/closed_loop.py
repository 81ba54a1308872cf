"""On a closed loop adding raises RuntimeError and removing returns False."""
# clause: IO-12
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.close()
for name, method in [("add_reader", loop.add_reader), ("add_writer", loop.add_writer)]:
    try:
        method(right, log)
    except RuntimeError as error:
        log(name, type(error).__name__)
log("remove_reader", loop.remove_reader(right))
log("remove_writer", loop.remove_writer(right))

# trace 3.8..
#      0  add_reader RuntimeError
#      0  add_writer RuntimeError
#      0  remove_reader False
#      0  remove_writer False
