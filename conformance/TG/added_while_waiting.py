"""Children may be added by others while the block waits, and are waited for, too."""
# clause: TG-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child(group, depth):
    await asyncio.sleep(0.25)
    log("child", depth)
    if depth < 3:
        group.create_task(child(group, depth + 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(group, 1))
    log("block ends")


asyncio.run(main())

# trace 3.11..
#    250  child 1
#    500  child 2
#    750  child 3
#    750  block ends
