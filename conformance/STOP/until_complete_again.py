"""A future left pending by a run stopped early can be awaited by the next run."""
# clause: STOP-11, STOP-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(0.125, loop.stop)
loop.call_later(0.25, future.set_result, "result")
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    log(type(error).__name__)
log(loop.run_until_complete(future))
loop.close()

# trace 3.8..
#    125  RuntimeError
#    250  result
