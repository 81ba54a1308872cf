"""With return_exceptions the exceptions stand among the results, and the outer waits for all."""
# clause: GATHER-7
# level: documented
# ops: tasks
import asyncio
from scenario import log

given = ValueError()


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def child():
    await asyncio.sleep(0.25)
    return "result"


async def main():
    results = await asyncio.gather(
        fail(0.5, KeyError()), child(), fail(0, given), return_exceptions=True)
    log(type(results[0]).__name__, results[1], results[2] is given)


asyncio.run(main())

# trace 3.8..
#    500  KeyError result True
