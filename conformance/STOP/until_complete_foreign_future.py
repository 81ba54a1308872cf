"""run_until_complete refuses a future of another loop."""
# clause: STOP-20
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()
future = other.create_future()
try:
    loop.run_until_complete(future)
except ValueError as error:
    log(type(error).__name__)
log("done", future.done())
other.close()
loop.close()

# trace 3.8..
#      0  ValueError
#      0  done False
