"""call_soon returns a handle: an asyncio.Handle."""
# clause: READY-14
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_soon(log, "ran")
log(isinstance(handle, asyncio.Handle), isinstance(handle, asyncio.TimerHandle))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  True False
#      0  ran
