"""SystemExit from a callback leaves run_until_complete, whose future stays pending."""
# clause: EXC-4
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def leave():
    raise SystemExit


loop.call_soon(leave)
try:
    loop.run_until_complete(future)
except SystemExit:
    log("left, done:", future.done())
loop.call_later(0.25, future.set_result, "result")
log(loop.run_until_complete(future))
loop.close()

# trace 3.8..
#      0  left, done: False
#    250  result
