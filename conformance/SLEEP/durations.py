"""Sleepers go on in the order of their deadlines."""
# clause: SLEEP-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child(delay):
    await asyncio.sleep(delay)
    log(delay)


async def main():
    await asyncio.gather(child(0.5), child(0.125), child(0.25), child(0))


asyncio.run(main())

# trace 3.8..
#      0  0
#    125  0.125
#    250  0.25
#    500  0.5
