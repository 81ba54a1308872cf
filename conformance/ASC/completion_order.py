"""Items come in the order of completion."""
# clause: ASC-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (0.5, 0.125, 0.25)]
    for item in asyncio.as_completed(tasks):
        log(await item)


asyncio.run(main())

# trace 3.8..
#    125  0.125
#    250  0.25
#    500  0.5
