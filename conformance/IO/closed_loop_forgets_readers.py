"""Closing the loop forgets its readers: removing one afterwards finds nothing."""
# clause: IO-12
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.add_reader(right, log, "never")
loop.close()
log("removed:", loop.remove_reader(right))

# trace 3.8..
#      0  removed: False
