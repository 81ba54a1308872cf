"""Results stand in the order of the arguments, not in that of completion."""
# clause: GATHER-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child(name, delay):
    await asyncio.sleep(delay)
    log(name)
    return name


async def main():
    log(await asyncio.gather(child("a", 0.5), child("b", 0.25), child("c", 0)))


asyncio.run(main())

# trace 3.8..
#      0  c
#    250  b
#    500  a
#    500  ['a', 'b', 'c']
