"""Every call of result raises the very object that was set."""
# clause: FUT-18
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
given = ValueError("given")
future.set_exception(given)
for attempt in range(3):
    try:
        future.result()
    except ValueError as error:
        log(error is given)
loop.close()

# trace 3.8..
#      0  True
#      0  True
#      0  True
