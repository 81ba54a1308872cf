"""Tasks that sleep zero take turns."""
# clause: SLEEP-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    for step in range(3):
        log(name, step)
        await asyncio.sleep(0)


async def main():
    first = asyncio.create_task(child("first"))
    second = asyncio.create_task(child("second"))
    await first
    await second


asyncio.run(main())

# trace 3.8..
#      0  first 0
#      0  second 0
#      0  first 1
#      0  second 1
#      0  first 2
#      0  second 2
