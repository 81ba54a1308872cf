"""After run the thread has no set loop."""
# clause: RUN-15
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


log(asyncio.run(main()))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  True
#      0  RuntimeError
