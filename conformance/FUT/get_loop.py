"""A future knows its loop."""
# clause: FUT-26
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()
log(loop.create_future().get_loop() is loop, loop.create_future().get_loop() is other)
log(asyncio.Future(loop=other).get_loop() is other)
loop.close()
other.close()

# trace 3.8..
#      0  True False
#      0  True
