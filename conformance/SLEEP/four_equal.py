"""Four sleeps of one deadline go on in the order in which the heap gives their timers."""
# clause: SLEEP-6
# level: undefined
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    await asyncio.sleep(0.25)
    log(name)


async def main():
    await asyncio.gather(child(0), child(1), child(2), child(3))


asyncio.run(main())

# trace 3.8..
#    250  0
#    250  2
#    250  1
#    250  3
