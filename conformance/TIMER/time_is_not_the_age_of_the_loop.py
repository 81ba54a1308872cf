"""time() does not begin with the loop: loops made at different times agree on it."""
# clause: TIMER-27
# level: defacto
import asyncio
from scenario import log, pause

elder = asyncio.new_event_loop()
pause(0.5)
younger = asyncio.new_event_loop()
log(abs(younger.time() - elder.time()) < 0.25)
elder.close()
younger.close()

# trace 3.8..
#    500  True
