"""TimeoutError has the CancelledError as its cause from 3.9."""
# clause: WFOR-9
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.25)
    except asyncio.TimeoutError as error:
        log(type(error.__cause__).__name__)


asyncio.run(main())

# trace 3.8
#    250  NoneType

# trace 3.9..
#    250  CancelledError
