"""The task of a timeout is cancelled at suspension {POINT} ({WINDOW}), and swallows it once."""
# clause: TMO-6, TMO-3
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def victim():
    task = asyncio.current_task()
    async with asyncio.timeout(0.25) as block:
        try:
            await asyncio.sleep(0.25)
        except asyncio.CancelledError:
            log("swallows", block.expired(), task.cancelling())
        await asyncio.sleep(0)
        log("goes on", block.expired(), task.cancelling())
    log("left", block.expired(), task.cancelling())
    await asyncio.sleep(0.125)
    return task.cancelling()


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
