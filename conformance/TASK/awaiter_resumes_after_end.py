"""Who awaits a task resumes in the pass after the task's last step."""
# clause: TASK-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 3:
        loop.call_soon(tick, loop, number + 1)


async def job():
    log("job ends")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(job())
    loop.call_soon(tick, loop, 1)
    await task
    log("resumed")


asyncio.run(main())

# trace 3.8..
#      0  job ends
#      0  tick 1
#      0  resumed
#      0  tick 2
#      0  tick 3
