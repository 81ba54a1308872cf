"""set_debug during a run turns the tracking of origins on and off a pass later."""
# clause: DBG-11
# level: detail
# ops: tasks, debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


async def coroutine():
    pass


def tell(when):
    made = coroutine()
    log(when, made.cr_origin is not None)
    made.close()


def change(debug):
    loop.set_debug(debug)
    tell("at once")
    loop.call_soon(tell, "a pass later")


for debug in (True, False):
    log("debug", debug)
    loop.call_soon(change, debug)
    loop.call_soon(tell, "in the same batch")
    loop.call_later(0.125, loop.stop)
    loop.run_forever()
loop.close()

# trace 3.8..
#      0  debug True
#      0  at once False
#      0  in the same batch False
#      0  a pass later True
#    125  debug False
#    125  at once True
#    125  in the same batch True
#    125  a pass later False
