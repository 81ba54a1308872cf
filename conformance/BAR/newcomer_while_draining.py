"""Who arrives while a released generation has not yet gone on belongs to the next one."""
# clause: BAR-6
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(name, barrier):
    log(name, await barrier.wait())


async def main():
    barrier = asyncio.Barrier(2)
    tasks = [asyncio.create_task(job("a", barrier))]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(job("b", barrier)))
    log("main", await barrier.wait())
    log("main", await barrier.wait())
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.11..
#      0  main 1
#      0  a 0
#      0  b 1
#      0  main 0
