"""Resuming the awaitable of a future that was set meanwhile gives its result."""
# clause: FUT-14, FUT-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


async def waiter():
    return await future


steps = waiter()
log(steps.send(None) is future)
future.set_result("result")
try:
    steps.send(None)
except StopIteration as stop:
    log(stop.value)
loop.close()

# trace 3.8..
#      0  True
#      0  result
