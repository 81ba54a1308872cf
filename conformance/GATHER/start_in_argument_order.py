"""Coroutines become tasks in the order of the arguments and start in it."""
# clause: GATHER-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    log(name)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log, "queued before")
    outer = asyncio.gather(child("a"), child("b"), child("c"))
    loop.call_soon(log, "queued after")
    log("gathered")
    await outer


asyncio.run(main())

# trace 3.8..
#      0  gathered
#      0  queued before
#      0  a
#      0  b
#      0  c
#      0  queued after
