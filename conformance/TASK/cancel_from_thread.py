"""Another thread cancels a task by way of call_soon_threadsafe, which wakes the loop."""
# clause: TASK-18, THR-1
# level: defacto
# ops: threads, tasks
import asyncio
from scenario import in_thread, log


def thread(loop, task):
    loop.call_soon_threadsafe(task.cancel)


async def job():
    await asyncio.sleep(10)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(job())
    await asyncio.sleep(0.125)
    in_thread(thread, loop, task)
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  True
