"""Coroutines start in no particular order."""
# clause: ASC-5
# level: undefined
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    log("starts", name, group="starts")
    await asyncio.sleep(0)


async def main():
    for item in asyncio.as_completed([child("a"), child("b"), child("c")]):
        await item


asyncio.run(main())

# trace 3.8..
#      0 ~starts  starts a
#      0 ~starts  starts c
#      0 ~starts  starts b
