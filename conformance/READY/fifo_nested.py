"""What the callbacks of one batch queue runs in the order in which they queued it."""
# clause: READY-2
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def parent(name):
    log(name)
    loop.call_soon(log, name, "elder child")
    loop.call_soon(log, name, "younger child")

loop.call_soon(parent, "a")
loop.call_soon(parent, "b")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  a
#      0  b
#      0  a elder child
#      0  a younger child
#      0  b elder child
#      0  b younger child
