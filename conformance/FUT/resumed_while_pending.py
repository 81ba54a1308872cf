"""Resuming the awaitable of a future that is still pending raises RuntimeError."""
# clause: FUT-14
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


async def waiter():
    await future


steps = waiter()
log(steps.send(None) is future)
try:
    steps.send(None)
except RuntimeError as error:
    # The text is the clause.
    log(error)
loop.close()

# trace 3.8..
#      0  True
#      0  await wasn't used with future
