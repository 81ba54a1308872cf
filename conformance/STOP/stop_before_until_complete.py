"""stop() before run_until_complete leaves one pass; a future done in that pass gives its result."""
# clause: STOP-2, STOP-7
# level: documented
# ops: futures
# divergence: SCHED-03
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_soon(future.set_result, "result")
loop.call_soon(loop.call_soon, log, "second pass")
loop.stop()
log(loop.run_until_complete(future))
loop.close()

# trace 3.8..
#      0  result
