"""Awaiting what cannot be awaited raises TypeError at once."""
# clause: TASK-43
# level: documented
# ops: tasks
import asyncio
from scenario import log


class WrongIterator:
    def __await__(self):
        return 42


async def main():
    asyncio.get_running_loop().call_soon(log, "queued")
    for wrong in (None, 42, "text", main, WrongIterator()):
        try:
            await wrong
        except TypeError as error:
            log(type(error).__name__)
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  queued
