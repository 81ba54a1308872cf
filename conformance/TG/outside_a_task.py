"""A group cannot be entered where no task runs."""
# clause: TG-18
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def enter():
    async with asyncio.TaskGroup():
        log("not reached")


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def drive():
        try:
            enter().send(None)
        except RuntimeError as error:
            # The end of the text is what tells.
            log(str(error).endswith("cannot determine the parent task"))
        done.set_result(None)

    loop.call_soon(drive)
    await done


asyncio.run(main())

# trace 3.11..
#      0  True
