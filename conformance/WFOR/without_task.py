"""A call that no task runs is refused with RuntimeError from 3.12."""
# clause: WFOR-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    done = loop.create_future()

    def drive():
        coroutine = asyncio.wait_for(future, 1)
        try:
            coroutine.send(None)
            log("waits")
            coroutine.close()
        except RuntimeError:
            log("RuntimeError")
        done.set_result(None)

    loop.call_soon(drive)
    await done


asyncio.run(main())

# trace 3.8..3.11
#      0  waits

# trace 3.12..
#      0  RuntimeError
