"""run_until_complete runs the loop until the future has a result, and returns it."""
# clause: STOP-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(0.25, future.set_result, "result")
log(loop.run_until_complete(future))
loop.close()

# trace 3.8..
#    250  result
