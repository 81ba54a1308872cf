"""In debug mode a cancelled handle still shows its callback; outside, it has forgotten it."""
# clause: DBG-8
# level: detail
# ops: debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def callback():
    log("called")


def tell(handle):
    handle.cancel()
    shown = repr(handle)
    log(shown.split()[0], "cancelled" in shown, "callback()" in shown)


for debug in (False, True):
    loop.set_debug(debug)
    log("debug", debug)
    tell(loop.call_soon(callback))
    tell(loop.call_later(1, callback))
loop.close()

# trace 3.8..
#      0  debug False
#      0  <Handle True False
#      0  <TimerHandle True False
#      0  debug True
#      0  <Handle True True
#      0  <TimerHandle True True
