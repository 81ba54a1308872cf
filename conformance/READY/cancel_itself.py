"""A callback may cancel its own handle: it goes on to its end."""
# clause: READY-6
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def callback():
    handle.cancel()
    log("still running, cancelled:", handle.cancelled())

handle = loop.call_soon(callback)
loop.call_soon(log, "next")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  still running, cancelled: True
#      0  next
