"""A queue that was made while another loop was set can be waited in from 3.10, since it binds when it first blocks."""
# clause: QUEUE-12
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def getter(queue):
    return await queue.get()


async def main(queue):
    task = asyncio.create_task(getter(queue))
    await asyncio.sleep(0)
    queue.put_nowait("item")
    try:
        log(await task)
    except RuntimeError as error:
        log(type(error).__name__)


other = asyncio.new_event_loop()
asyncio.set_event_loop(other)
queue = asyncio.Queue()
asyncio.set_event_loop(None)
asyncio.run(main(queue))
other.close()

# trace 3.8..3.9
#      0  RuntimeError

# trace 3.10..
#      0  item
