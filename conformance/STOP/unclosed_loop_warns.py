"""A loop that nobody refers to any more and that was never closed emits a ResourceWarning."""
# clause: STOP-19
# level: documented
import asyncio
from scenario import capture_warnings, collect, log

capture_warnings(log)
loop = asyncio.new_event_loop()
del loop
collect()
log("collected")

# trace 3.8..
#      0  ResourceWarning
#      0  collected
