"""An exception group of the body raises as it is, and from 3.13 its members have the TimeoutError in their chains."""
# clause: TMO-4
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError


async def main():
    try:
        async with asyncio.timeout(0.25):
            async with asyncio.TaskGroup() as group:
                group.create_task(child())
    except ExceptionGroup as error:
        log(len(error.exceptions), type(error.__context__).__name__)
        inner = error.exceptions[0]
        while inner is not None:
            log(type(inner).__name__)
            inner = inner.__context__


asyncio.run(main())

# trace 3.11..3.12
#    250  1 NoneType
#    250  ValueError
#    250  CancelledError

# trace 3.13..
#    250  1 NoneType
#    250  ValueError
#    250  TimeoutError
#    250  CancelledError
