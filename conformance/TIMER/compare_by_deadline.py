"""Timer handles compare by their deadlines."""
# clause: TIMER-13
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
now = loop.time()
early = loop.call_at(now + 1, log, "early")
late = loop.call_at(now + 2, log, "late")
log(early < late, early <= late, early > late, early >= late)
log(late < early, late <= early, late > early, late >= early)
loop.close()

# trace 3.8..
#      0  True True False False
#      0  False False True True
