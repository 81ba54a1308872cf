"""Children are cancelled in no particular order."""
# clause: TG-14
# level: undefined
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def child(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log(name, "cancelled", group="cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for name in ("a", "b", "c"):
                group.create_task(child(name))
            group.create_task(fail())
    except ExceptionGroup as error:
        log(len(error.exceptions))


asyncio.run(main())

# trace 3.11..
#      0 ~cancelled  a cancelled
#      0 ~cancelled  b cancelled
#      0 ~cancelled  c cancelled
#      0  1
