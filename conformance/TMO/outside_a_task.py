"""A block cannot be entered where no task runs."""
# clause: TMO-8
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def enter():
    async with asyncio.timeout(0.25):
        log("not reached")


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def drive():
        try:
            enter().send(None)
        except RuntimeError as error:
            # The text tells this from other misuse.
            log(error)
        done.set_result(None)

    loop.call_soon(drive)
    await done


asyncio.run(main())

# trace 3.11..
#      0  Timeout should be used inside a task
