"""The state of a future changes at once, whether its loop runs or not."""
# clause: FUT-1
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result(1)
log(future.done(), future.result())
loop.close()

# trace 3.8..
#      0  True 1
