"""Two callbacks that queue themselves again take turns."""
# clause: READY-11, READY-2
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def again(name, left):
    log(name, left)
    if left > 1:
        loop.call_soon(again, name, left - 1)

loop.call_soon(again, "a", 3)
loop.call_soon(again, "b", 3)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  a 3
#      0  b 3
#      0  a 2
#      0  b 2
#      0  a 1
#      0  b 1
