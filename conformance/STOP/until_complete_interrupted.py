"""After an interrupted run_until_complete, completing its future does not stop a later run."""
# clause: STOP-5, EXC-4
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def leave():
    raise KeyboardInterrupt


loop.call_soon(leave)
try:
    loop.run_until_complete(future)
except KeyboardInterrupt:
    log("interrupted", future.done())
loop.call_soon(future.set_result, None)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("second run over")
loop.close()

# trace 3.8..
#      0  interrupted False
#    250  second run over
