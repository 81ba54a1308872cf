"""The last arriver does not suspend and goes on first, the others in the order of arrival."""
# clause: BAR-2
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(name, barrier):
    log(name, await barrier.wait())


async def main():
    barrier = asyncio.Barrier(4)
    tasks = [asyncio.create_task(job(name, barrier)) for name in "abc"]
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(log, "tick")
    log("main", await barrier.wait())
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.11..
#      0  main 3
#      0  tick
#      0  a 0
#      0  b 1
#      0  c 2
