"""Later steps of tasks take their places among callbacks, too."""
# clause: READY-19
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, steps):
    loop = asyncio.get_running_loop()
    for step in range(steps):
        log(name, "step", step)
        loop.call_soon(log, name, "before", step)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(job("a", 2), job("b", 3))


asyncio.run(main())

# trace 3.8..
#      0  a step 0
#      0  b step 0
#      0  a before 0
#      0  a step 1
#      0  b before 0
#      0  b step 1
#      0  a before 1
#      0  b before 1
#      0  b step 2
#      0  b before 2
