"""A failing child interrupts a body that waits in a gather, whose children are cancelled."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    await asyncio.sleep(0.125)
    raise ValueError


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("child of gather cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            await asyncio.gather(child(), child())
    except ExceptionGroup as error:
        log(len(error.exceptions))


asyncio.run(main())

# trace 3.11..
#    125  child of gather cancelled
#    125  child of gather cancelled
#    125  1
