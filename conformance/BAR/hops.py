"""Those who waited follow the last arriver in the next pass, all of them."""
# clause: BAR-2
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


def tick(turn):
    log("tick", turn)
    if turn < 5:
        asyncio.get_running_loop().call_soon(tick, turn + 1)


async def job(name, barrier):
    await barrier.wait()
    log(name)


async def main():
    barrier = asyncio.Barrier(4)
    tasks = [asyncio.create_task(job(name, barrier)) for name in "abc"]
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(tick, 1)
    await barrier.wait()
    log("main")
    await asyncio.wait(tasks)
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.11..
#      0  main
#      0  tick 1
#      0  a
#      0  b
#      0  c
#      0  tick 2
#      0  tick 3
#      0  tick 4
#      0  tick 5
