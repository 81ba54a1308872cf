"""run raises what the coroutine raises, and the very same exception."""
# clause: RUN-1
# level: documented
# ops: tasks
import asyncio
from scenario import log

error = ValueError()


async def main():
    await asyncio.sleep(0.125)
    raise error


try:
    asyncio.run(main())
except ValueError as caught:
    log(caught is error)

# trace 3.8..
#    125  True
