"""When one child is done and one pending, cancelling the outer cancels the pending one."""
# clause: GATHER-10
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    pending = loop.create_future()
    outer = asyncio.gather(done, pending)
    done.set_result("done")
    log(outer.cancel())
    log(pending.cancelled(), done.result())
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True done
#      0  CancelledError
