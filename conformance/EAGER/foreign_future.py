"""An eager step that awaits another loop's future is given RuntimeError one hop later."""
# clause: EAGER-3, TASK-11
# level: documented
# needs: 3.12
# ops: futures, tasks
import asyncio
from scenario import log

other = asyncio.new_event_loop()
future = other.create_future()


async def job():
    try:
        await future
    except RuntimeError as error:
        log(type(error).__name__)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    log("created", task.done())
    await task


asyncio.run(main())
other.close()

# trace 3.12..
#      0  created False
#      0  RuntimeError
