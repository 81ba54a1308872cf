"""A BaseException of the main coroutine comes out of run_until_complete when the run has ended."""
# clause: EXC-16
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


class Own(BaseException):
    pass


async def main():
    raise Own


loop = asyncio.new_event_loop()
loop.call_soon(log, "before")
task = loop.create_task(main())
loop.call_soon(log, "after")
try:
    loop.run_until_complete(task)
except Own as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  before
#      0  after
#      0  Own
