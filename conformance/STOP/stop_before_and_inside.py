"""stop() before a run and again inside it ends one run, not two."""
# clause: STOP-5, STOP-2
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.stop()
loop.stop()
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
