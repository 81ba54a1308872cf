"""What the body shields survives the expiry."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(0.5, "result"))
    try:
        async with asyncio.timeout(0.25):
            await asyncio.shield(task)
    except TimeoutError:
        log("TimeoutError", task.done())
    log(await task)


asyncio.run(main())

# trace 3.11..
#    250  TimeoutError False
#    500  result
