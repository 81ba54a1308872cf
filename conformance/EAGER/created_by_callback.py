"""An eager task that a callback creates is the current one in its step, and afterwards there is none."""
# clause: EAGER-4
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    log(asyncio.current_task() is not None)


def callback(loop):
    log(asyncio.current_task())
    task = loop.create_task(job())
    log(asyncio.current_task(), task.done())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(callback, loop)
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.12..
#      0  None
#      0  True
#      0  None True
