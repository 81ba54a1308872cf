"""The result is two sets that hold the futures themselves."""
# clause: WAIT-4
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    a.set_result("a")
    result = await asyncio.wait([a, b], return_when=asyncio.FIRST_COMPLETED)
    log(type(result).__name__, len(result))
    done, pending = result
    log(type(done).__name__, type(pending).__name__)
    log(done == {a}, pending == {b})
    b.cancel()


asyncio.run(main())

# trace 3.8..
#      0  tuple 2
#      0  set set
#      0  True True
