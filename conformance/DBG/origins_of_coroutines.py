"""While a loop runs in debug mode, coroutines remember where they were made, and only then."""
# clause: DBG-10
# level: documented
# ops: tasks, debug
import asyncio
from scenario import log


async def coroutine():
    pass


def tell(when):
    made = coroutine()
    log(when, made.cr_origin is not None)
    made.close()


async def main(when):
    tell(when)


tell("outside a run")
asyncio.run(main("in a run"))
asyncio.run(main("in a run in debug mode"), debug=True)
tell("after it")
loop = asyncio.new_event_loop()
loop.set_debug(True)
tell("outside, the mode is on")
loop.call_soon(tell, "in a callback")
loop.call_soon(loop.stop)
loop.run_forever()
tell("after the loop")
loop.close()

# trace 3.8..
#      0  outside a run False
#      0  in a run False
#      0  in a run in debug mode True
#      0  after it False
#      0  outside, the mode is on False
#      0  in a callback True
#      0  after the loop False
