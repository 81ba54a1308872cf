"""The first to fail counts, not the first argument."""
# clause: GATHER-6
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    outer = asyncio.gather(a, b)
    b.set_exception(KeyError())
    a.set_exception(ValueError())
    try:
        await outer
    except (ValueError, KeyError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  KeyError
