"""The outer of one gather can be a child of another."""
# clause: GATHER-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    inner = asyncio.gather(child("a", 0.25), child("b", 0.125))
    log(await asyncio.gather(inner, child("c", 0.5)))


asyncio.run(main())

# trace 3.8..
#    500  [['a', 'b'], 'c']
