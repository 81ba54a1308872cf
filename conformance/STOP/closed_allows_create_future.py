"""A closed loop still makes futures, and those without callbacks can be completed."""
# clause: STOP-18
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.close()
future = loop.create_future()
future.set_result("result")
log(future.result())

# trace 3.8..
#      0  result
