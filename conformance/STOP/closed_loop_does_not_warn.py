"""A loop that was closed is collected without a warning."""
# clause: STOP-19
# level: documented
import asyncio
from scenario import capture_warnings, collect, log

capture_warnings(log)
loop = asyncio.new_event_loop()
loop.close()
del loop
collect()
log("collected")

# trace 3.8..
#      0  collected
