"""With nothing queued the poll waits until the earliest deadline, whichever was made first."""
# clause: READY-8
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(2, loop.stop)
loop.call_later(0.25, log, "earliest")
loop.call_later(1, log, "middle")
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    250  earliest
#   1000  middle
#   2000  stopped
