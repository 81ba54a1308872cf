"""A TimeoutError of the coroutine itself passes unchanged."""
# clause: WFOR-12
# level: defacto
# ops: tasks
import asyncio
from scenario import log

given = asyncio.TimeoutError("given")


async def fail():
    await asyncio.sleep(0.125)
    raise given


async def main():
    try:
        await asyncio.wait_for(fail(), 5)
    except asyncio.TimeoutError as error:
        log(error is given, error.__cause__)


asyncio.run(main())

# trace 3.8..
#    125  True None
