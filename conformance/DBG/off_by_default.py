"""A new loop is not in debug mode; set_debug turns the mode on and off, also while the loop runs."""
# clause: DBG-1
# level: documented
# ops: debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def turn_on():
    loop.set_debug(True)
    log("inside", loop.get_debug())
    loop.stop()


log("new", loop.get_debug())
loop.set_debug(True)
log("on", loop.get_debug())
loop.set_debug(False)
log("off", loop.get_debug())
loop.call_soon(turn_on)
loop.run_forever()
log("after the run", loop.get_debug())
loop.close()
log("closed", loop.get_debug())

# trace 3.8..
#      0  new False
#      0  on True
#      0  off False
#      0  inside True
#      0  after the run True
#      0  closed True
