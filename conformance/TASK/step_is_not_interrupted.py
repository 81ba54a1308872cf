"""Between two suspensions nothing else runs, however long it takes."""
# clause: TASK-2
# level: documented
# ops: tasks
import asyncio
from scenario import log, pause


async def job(name):
    log(name, 1)
    pause(0.25)
    log(name, 2)
    await asyncio.sleep(0)
    log(name, 3)


async def main():
    tasks = [asyncio.create_task(job("a"))]
    asyncio.get_running_loop().call_soon(log, "callback")
    tasks.append(asyncio.create_task(job("b")))
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.8..
#      0  a 1
#    250  a 2
#    250  callback
#    250  b 1
#    500  b 2
#    500  a 3
#    500  b 3
