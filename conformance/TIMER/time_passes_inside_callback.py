"""time() moves on inside a callback, too."""
# clause: TIMER-19
# level: documented
# divergence: TIMER-07
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()

def slow():
    before = loop.time()
    pause(0.5)
    log("half a second passed:", 0.375 < loop.time() - before < 0.75)

loop.call_soon(slow)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    500  half a second passed: True
