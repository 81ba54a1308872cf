"""A coroutine that suspends in its eager step goes on as a task, one hop for each suspension."""
# clause: EAGER-3
# level: documented
# needs: 3.12
# ops: tasks
# divergence: TASK-17
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 3:
        loop.call_soon(tick, loop, number + 1)


async def job():
    for step in range(3):
        log("step", step)
        await asyncio.sleep(0)
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(tick, loop, 1)
    task = asyncio.create_task(job())
    log("created", task.done(), len(asyncio.all_tasks()))
    log(await task)


asyncio.run(main())

# trace 3.12..
#      0  step 0
#      0  created False 2
#      0  tick 1
#      0  step 1
#      0  tick 2
#      0  step 2
#      0  tick 3
#      0  result
