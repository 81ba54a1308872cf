"""SystemExit from a child leaves the run, and is raised bare from the block when the loop runs again."""
# clause: TG-6
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def fail():
    raise SystemExit


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            await asyncio.sleep(5)
    except BaseException as error:
        log("block:", type(error).__name__)


loop = asyncio.new_event_loop()
task = loop.create_task(main())
try:
    loop.run_until_complete(task)
except SystemExit:
    log("run:", "SystemExit")
loop.run_until_complete(task)
loop.close()

# trace 3.11..
#      0  run: SystemExit
#      0  block: SystemExit
