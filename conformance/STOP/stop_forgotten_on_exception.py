"""A run that ends by an exception forgets the stop() made in the same batch."""
# clause: STOP-5, EXC-4
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def leave():
    raise KeyboardInterrupt


loop.call_soon(loop.stop)
loop.call_soon(leave)
try:
    loop.run_forever()
except KeyboardInterrupt:
    log("interrupted")
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("second run over")
loop.close()

# trace 3.8..
#      0  interrupted
#    250  second run over
