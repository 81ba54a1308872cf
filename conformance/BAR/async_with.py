"""async with waits at its beginning and gives the index; at its end it does nothing."""
# clause: BAR-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(name, barrier):
    async with barrier as index:
        log(name, "inside", index, group="inside")
        await asyncio.sleep(0.125)
    log(name, "outside", group="outside")


async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.wait([asyncio.create_task(job(name, barrier)) for name in "ab"])


asyncio.run(main())

# trace 3.11..
#      0 ~inside  b inside 1
#      0 ~inside  a inside 0
#    125 ~outside  b outside
#    125 ~outside  a outside
