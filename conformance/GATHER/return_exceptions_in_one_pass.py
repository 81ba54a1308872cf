"""With return_exceptions children may fail, be cancelled and return in one pass."""
# clause: GATHER-7
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a, b, c = [loop.create_future() for _ in range(3)]
    outer = asyncio.gather(a, b, c, return_exceptions=True)
    c.set_result("result")
    a.set_exception(ValueError())
    b.cancel()
    results = await outer
    log(type(results[0]).__name__, type(results[1]).__name__, results[2])


asyncio.run(main())

# trace 3.8..
#      0  ValueError CancelledError result
