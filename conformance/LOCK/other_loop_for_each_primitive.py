"""Event, Condition and Semaphore are bound by their first blocking use as locks are."""
# clause: LOCK-8
# level: documented
# needs: 3.10
# ops: tasks
import asyncio
from scenario import log


async def wait_for_condition(condition):
    async with condition:
        await condition.wait()


async def block(coroutine):
    try:
        await asyncio.wait_for(coroutine, 0.125)
    except asyncio.TimeoutError:
        log("blocked")
    except RuntimeError as error:
        log(type(error).__name__)


async def main():
    await block(event.wait())
    await block(wait_for_condition(condition))
    await block(semaphore.acquire())


event, condition, semaphore = asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(0)
asyncio.run(main())
asyncio.run(main())

# trace 3.10..
#    125  blocked
#    250  blocked
#    375  blocked
#    375  RuntimeError
#    375  RuntimeError
#    375  RuntimeError
