"""Removing what was never added removes nothing."""
# clause: FUT-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
log(future.remove_done_callback(log))
loop.close()

# trace 3.8..
#      0  0
