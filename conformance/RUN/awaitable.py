"""An awaitable that is no coroutine is refused up to 3.13, and awaited from 3.14."""
# clause: RUN-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Awaitable:
    def __await__(self):
        yield
        return "result"


try:
    log(asyncio.run(Awaitable()))
except ValueError as error:
    log(type(error).__name__)

# trace 3.8..3.13
#      0  ValueError

# trace 3.14..
#      0  result
