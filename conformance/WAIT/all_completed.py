"""By default the call returns when all are done, whatever their outcome."""
# clause: WAIT-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def fail():
    await asyncio.sleep(0.125)
    raise ValueError


async def main():
    failing = asyncio.create_task(fail())
    cancelled = asyncio.create_task(asyncio.sleep(5))
    slow = asyncio.create_task(asyncio.sleep(0.5, "result"))
    asyncio.get_running_loop().call_later(0.25, cancelled.cancel)
    done, pending = await asyncio.wait([failing, cancelled, slow])
    log(len(done), len(pending))
    log(type(failing.exception()).__name__, cancelled.cancelled(), slow.result())


asyncio.run(main())

# trace 3.8..
#    500  3 0
#    500  ValueError True result
