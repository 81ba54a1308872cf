"""With a future that is done already run_until_complete makes exactly one pass."""
# clause: STOP-10
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result("result")
loop.call_soon(log, "first pass")
loop.call_soon(loop.call_soon, log, "second pass")
log(loop.run_until_complete(future))
loop.close()

# trace 3.8..
#      0  first pass
#      0  result
