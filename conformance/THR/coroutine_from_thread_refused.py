"""Anything else than a coroutine is refused at once."""
# clause: THR-12
# level: documented
# ops: futures, tasks, threads
import asyncio
from scenario import log


async def job():
    pass


loop = asyncio.new_event_loop()
for wrong in (None, 42, job, loop.create_future()):
    try:
        asyncio.run_coroutine_threadsafe(wrong, loop)
    except TypeError as error:
        log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
