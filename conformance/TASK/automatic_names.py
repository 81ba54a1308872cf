"""A task without a name is called Task- and a number, which counts on."""
# clause: TASK-13
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(nothing()) for number in range(3)]
    names = [task.get_name().split("-") for task in tasks]
    log([name[0] for name in names])
    numbers = [int(name[1]) for name in names]
    log(numbers[1] - numbers[0], numbers[2] - numbers[1])
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.8..
#      0  ['Task', 'Task', 'Task']
#      0  1 1
