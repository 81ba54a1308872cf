"""A shielded task survives the timeout."""
# clause: WFOR-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(0.5, "result"))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError", task.done())
    log(await task)


asyncio.run(main())

# trace 3.8..
#    250  TimeoutError False
#    500  result
