"""After an exception of the body the children's cleaning up is waited for."""
# clause: TG-5
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.5)
        log("cleaned up")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0.125)
            raise ValueError
    except ExceptionGroup as error:
        log(len(error.exceptions))


asyncio.run(main())

# trace 3.11..
#    625  cleaned up
#    625  1
