"""when() still answers after the timer ran and after it was cancelled."""
# clause: TIMER-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
deadline = loop.time() + 0.125
ran = loop.call_at(deadline, log, "ran")
cancelled = loop.call_at(deadline + 1, log, "never")
cancelled.cancel()
loop.call_at(deadline + 0.125, loop.stop)
loop.run_forever()
log(ran.when() == deadline, cancelled.when() == deadline + 1)
loop.close()

# trace 3.8..
#    125  ran
#    250  True True
