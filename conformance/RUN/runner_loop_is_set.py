"""While a Runner without a factory is open its loop is the thread's loop."""
# clause: RUN-13, RUN-15
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

with asyncio.Runner() as runner:
    log(asyncio.get_event_loop() is runner.get_loop())
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.11..
#      0  True
#      0  RuntimeError
