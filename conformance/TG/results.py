"""The children are tasks, which keep their results."""
# clause: TG-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child(result):
    await asyncio.sleep(0.125)
    return result


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(child("first"))
        second = group.create_task(child("second"), name="name")
        log(isinstance(first, asyncio.Task), second.get_name())
    log(first.result(), second.result())


asyncio.run(main())

# trace 3.11..
#      0  True name
#    125  first second
