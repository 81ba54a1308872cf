"""An exception of a kind of its own that derives from BaseException is passed on like any other."""
# clause: GATHER-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Own(BaseException):
    pass


async def fail():
    raise Own


async def main():
    try:
        await asyncio.gather(fail(), asyncio.sleep(0.125))
    except Own:
        log("Own")
    results = await asyncio.gather(fail(), return_exceptions=True)
    log(type(results[0]).__name__)


asyncio.run(main())

# trace 3.8..
#      0  Own
#      0  Own
