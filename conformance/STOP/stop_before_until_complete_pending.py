"""stop() before run_until_complete leaves one pass; a future pending after it is an error."""
# clause: STOP-2, STOP-11
# level: documented
# ops: futures
# divergence: SCHED-03
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_soon(loop.call_soon, future.set_result, "result")
loop.call_later(8, loop.stop)
loop.stop()
try:
    log(loop.run_until_complete(future))
except RuntimeError as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  RuntimeError
