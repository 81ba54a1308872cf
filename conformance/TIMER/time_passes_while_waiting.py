"""time() moves on by what the loop waited."""
# clause: TIMER-19
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
before = loop.time()
loop.call_later(0.5, loop.stop)
loop.run_forever()
log("half a second passed:", 0.375 < loop.time() - before < 0.75)
loop.close()

# trace 3.8..
#    500  half a second passed: True
