"""Two tasks begin in the order of their creation, and end in the order of their sleeps."""
# clause: SLEEP-2, TASK-1, GATHER-1
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, delay):
    log(name, "begins")
    await asyncio.sleep(delay)
    log(name, "ends")
    return name


async def main():
    one = asyncio.create_task(job("one", 1.0))
    two = asyncio.create_task(job("two", 0.5))
    log(await asyncio.gather(one, two))


asyncio.run(main())

# trace 3.8..
#      0  one begins
#      0  two begins
#    500  two ends
#   1000  one ends
#   1000  ['one', 'two']
