"""FIRST_COMPLETED with one that is done already does not wait for the others."""
# clause: WAIT-5
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    a.set_result("a")
    loop.call_later(1, b.set_result, "b")
    done, pending = await asyncio.wait([a, b], return_when=asyncio.FIRST_COMPLETED)
    log(done == {a}, pending == {b})


asyncio.run(main())

# trace 3.8..
#      0  True True
