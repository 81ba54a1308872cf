"""A closed loop cannot be run until a future is done, not even one that is done already."""
# clause: STOP-18
# level: defacto
# ops: futures
# divergence: SCHED-13
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result("result")
loop.close()
try:
    log(loop.run_until_complete(future))
except RuntimeError as error:
    log(type(error).__name__)
log(future.result())

# trace 3.8..
#      0  RuntimeError
#      0  result
