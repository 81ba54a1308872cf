"""For FIRST_COMPLETED a cancellation counts as completion, and is not raised."""
# clause: WAIT-5
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    loop.call_later(0.125, a.cancel)
    done, pending = await asyncio.wait([a, b], return_when=asyncio.FIRST_COMPLETED)
    log(done == {a}, pending == {b})


asyncio.run(main())

# trace 3.8..
#    125  True True
