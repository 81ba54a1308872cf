"""The positional arguments of call_soon reach the callback, the same objects in the same order."""
# clause: READY-14
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
things = [1]

def callback(first, second, third):
    log(first, second, third is things)

loop.call_soon(callback, "a", None, things)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  a None True
