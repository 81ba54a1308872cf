"""A failure by a BaseException of the program's own ends FIRST_EXCEPTION."""
# clause: WAIT-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Own(BaseException):
    pass


async def fail():
    await asyncio.sleep(0.125)
    raise Own


async def main():
    failing = asyncio.create_task(fail())
    slow = asyncio.create_task(asyncio.sleep(0.5))
    done, pending = await asyncio.wait([failing, slow], return_when=asyncio.FIRST_EXCEPTION)
    log(done == {failing}, type(failing.exception()).__name__)


asyncio.run(main())

# trace 3.8..
#    125  True Own
