"""Tasks make their first steps in the order of their creation."""
# clause: TASK-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(number):
    log(number)


async def main():
    tasks = [asyncio.create_task(job(number)) for number in range(5)]
    await tasks[4]


asyncio.run(main())

# trace 3.8..
#      0  0
#      0  1
#      0  2
#      0  3
#      0  4
