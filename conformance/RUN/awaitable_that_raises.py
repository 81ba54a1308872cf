"""From 3.14 run raises what the awaitable raises."""
# clause: RUN-3
# level: documented
# needs: 3.14
# ops: tasks
import asyncio
from scenario import log


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0.125).__await__()
        raise KeyError()


try:
    asyncio.run(Awaitable())
except KeyError as error:
    log(type(error).__name__)

# trace 3.14..
#    125  KeyError
