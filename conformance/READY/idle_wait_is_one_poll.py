"""An hour of waiting is one poll, however long it takes."""
# clause: READY-8
# level: detail
# ops: polls
import asyncio
from scenario import log, polls

loop = asyncio.new_event_loop()

def timer():
    log("an hour later", polls())
    loop.stop()

def first():
    log("first", polls())

loop.call_soon(first)
loop.call_later(3600, timer)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first 1
# 3600000  an hour later 2
