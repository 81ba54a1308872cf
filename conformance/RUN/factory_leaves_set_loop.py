"""With a factory the thread's loop is left as it was."""
# clause: RUN-14
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def main():
    await asyncio.sleep(0.125)


other = asyncio.new_event_loop()
asyncio.set_event_loop(other)
asyncio.run(main(), loop_factory=asyncio.new_event_loop)
log(asyncio.get_event_loop() is other, other.is_closed())
asyncio.set_event_loop(None)
other.close()

# trace 3.12..
#    125  True False
