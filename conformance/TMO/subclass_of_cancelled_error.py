"""A subclass of CancelledError from the body of an expired block becomes TimeoutError from 3.13."""
# clause: TMO-10
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


class Own(asyncio.CancelledError):
    pass


async def main():
    try:
        async with asyncio.timeout(0.25):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise Own
    except (TimeoutError, Own) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.11..3.12
#    250  Own

# trace 3.13..
#    250  TimeoutError
