"""is_running() is true inside a run, and false before and after it."""
# clause: STOP-16
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def inside():
    log("inside", loop.is_running())
    loop.stop()


log("before", loop.is_running())
loop.call_soon(inside)
loop.run_forever()
log("after", loop.is_running())
loop.close()

# trace 3.8..
#      0  before False
#      0  inside True
#      0  after False
