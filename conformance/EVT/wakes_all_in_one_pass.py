"""All waiters go on in one pass, one hop after set."""
# clause: EVT-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(turn):
    log("tick", turn)
    if turn < 3:
        asyncio.get_running_loop().call_soon(tick, turn + 1)


async def job(name, event):
    await event.wait()
    log(name)


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(job(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(tick, 1)
    event.set()
    await asyncio.wait(tasks)
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  a
#      0  b
#      0  c
#      0  tick 2
#      0  tick 3
