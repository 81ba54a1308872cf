"""Where a huge clock swallows its tick, a timer for this instant is not due before 3.15."""
# clause: TIMER-3
# level: detail
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
pause(16777216)
ran = []

def again(left):
    if left > 1:
        loop.call_soon(again, left - 1)
    else:
        log("after 3 passes the timer has run:", ran == [1])
        loop.stop()

loop.call_soon(again, 4)
loop.call_at(loop.time(), ran.append, 1)
loop.run_forever()
loop.close()

# trace 3.8..3.14
# 16777216000  after 3 passes the timer has run: False

# trace 3.15..
# 16777216000  after 3 passes the timer has run: True
