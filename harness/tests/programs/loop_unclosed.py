import asyncio
from scenario import capture_warnings, collect, log
capture_warnings(log)
loop = asyncio.new_event_loop()
loop.call_soon(log, "never")
del loop
collect()
log("collected")
loop = asyncio.new_event_loop()
loop.close()
del loop
collect()
log("no warning")
