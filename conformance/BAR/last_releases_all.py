"""The last of so many parties releases all, and each gets the index of its arrival."""
# clause: BAR-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(name, delay, barrier):
    await asyncio.sleep(delay)
    log(name, "waits")
    log(name, await barrier.wait(), group="released")


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.wait([asyncio.create_task(job("a", 0.375, barrier)),
                        asyncio.create_task(job("b", 0.125, barrier)),
                        asyncio.create_task(job("c", 0.25, barrier))])


asyncio.run(main())

# trace 3.11..
#    125  b waits
#    250  c waits
#    375  a waits
#    375 ~released  a 2
#    375 ~released  b 0
#    375 ~released  c 1
