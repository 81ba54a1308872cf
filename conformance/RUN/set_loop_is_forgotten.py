"""A loop that was set before run is not set afterwards."""
# clause: RUN-15
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    return asyncio.get_event_loop() is other


other = asyncio.new_event_loop()
asyncio.set_event_loop(other)
log(asyncio.run(main()))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    log(type(error).__name__)
other.close()

# trace 3.8..
#      0  False
#      0  RuntimeError
