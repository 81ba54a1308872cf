"""While anything is queued the poll does not wait, however far away the next timer is."""
# clause: READY-8
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def again(number):
    log("pass", number)
    if number < 3:
        loop.call_soon(again, number + 1)

loop.call_soon(again, 1)
loop.call_later(1, loop.stop)
loop.run_forever()
log("stopped by the timer")
loop.close()

# trace 3.8..
#      0  pass 1
#      0  pass 2
#      0  pass 3
#   1000  stopped by the timer
