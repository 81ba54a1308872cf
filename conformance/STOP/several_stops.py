"""Several calls of stop() in one run end that run only."""
# clause: STOP-5
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
for _ in range(3):
    loop.call_soon(loop.stop)
loop.run_forever()
log("first run over")
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("second run over")
loop.close()

# trace 3.8..
#      0  first run over
#    250  second run over
