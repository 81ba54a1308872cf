"""A lock that was made while another loop was set can be waited for from 3.10, since it binds when it first blocks."""
# clause: LOCK-8
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def wait(lock):
    await lock.acquire()
    return "taken"


async def main(lock):
    await lock.acquire()
    task = asyncio.create_task(wait(lock))
    await asyncio.sleep(0)
    lock.release()
    try:
        log(await task)
    except RuntimeError as error:
        log(type(error).__name__)


other = asyncio.new_event_loop()
asyncio.set_event_loop(other)
lock = asyncio.Lock()
asyncio.set_event_loop(None)
asyncio.run(main(lock))
other.close()

# trace 3.8..3.9
#      0  RuntimeError

# trace 3.10..
#      0  taken
