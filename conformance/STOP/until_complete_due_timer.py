"""A timer that is due when the stopping hop comes runs in that hop."""
# clause: STOP-8, STOP-4
# level: defacto
# ops: futures
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
future = loop.create_future()


def finish():
    future.set_result(None)
    loop.call_later(0.125, log, "due")
    loop.call_later(0.5, log, "not due")
    pause(0.25)


loop.call_soon(finish)
loop.run_until_complete(future)
log("returned")
loop.close()

# trace 3.8..
#    250  due
#    250  returned
