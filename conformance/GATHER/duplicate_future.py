"""A future given twice counts once, and its result stands wherever it was given."""
# clause: GATHER-3
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    loop.call_soon(a.set_result, "a")
    loop.call_later(0.125, b.set_result, "b")
    log(await asyncio.gather(a, b, a))


asyncio.run(main())

# trace 3.8..
#    125  ['a', 'b', 'a']
