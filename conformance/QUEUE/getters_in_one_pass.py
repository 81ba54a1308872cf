"""Several items wake up several getters, which go on in one pass, one hop later."""
# clause: QUEUE-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(turn):
    log("tick", turn)
    if turn < 3:
        asyncio.get_running_loop().call_soon(tick, turn + 1)


async def getter(name, queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(tick, 1)
    for item in range(3):
        queue.put_nowait(item)
    await asyncio.wait(tasks)
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  a 0
#      0  b 1
#      0  c 2
#      0  tick 2
#      0  tick 3
