"""From 3.13 a TimeoutError stands in the chain of the exception that replaced the cancellation."""
# clause: TMO-4
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0.25):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError
    except ValueError as error:
        while error is not None:
            log(type(error).__name__, type(error.__cause__).__name__)
            error = error.__context__


asyncio.run(main())

# trace 3.11..3.12
#    250  ValueError NoneType
#    250  CancelledError NoneType

# trace 3.13..
#    250  ValueError NoneType
#    250  TimeoutError CancelledError
#    250  CancelledError NoneType
