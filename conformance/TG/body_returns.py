"""A return from the body waits for the children and then returns."""
# clause: TG-5
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    await asyncio.sleep(0.25)
    log("child")


async def function():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        return "result"


async def main():
    log(await function())


asyncio.run(main())

# trace 3.11..
#    250  child
#    250  result
