"""When what a child waits for has completed, but the child has not gone on, cancelling the outer cancels that child, too."""
# clause: GATHER-10
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def child(name, future):
    try:
        return await future
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    first = asyncio.create_task(child("a", a))
    second = asyncio.create_task(child("b", b))
    outer = asyncio.gather(first, second)
    await asyncio.sleep(0)
    a.set_result("result")
    log(outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError", first.cancelled(), second.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  a cancelled
#      0  b cancelled
#      0  CancelledError True True
