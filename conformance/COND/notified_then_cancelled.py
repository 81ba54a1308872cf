"""The notification of a waiter that is cancelled before it goes on is lost up to 3.12, and another's from 3.13."""
# clause: COND-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, condition):
    async with condition:
        await condition.wait()
        log(name)


async def main():
    condition = asyncio.Condition()
    one = asyncio.create_task(job("a", condition))
    two = asyncio.create_task(job("b", condition))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    one.cancel()
    await asyncio.sleep(0.125)
    log(one.cancelled(), two.done())
    async with condition:
        condition.notify()
    await two


asyncio.run(main())

# trace 3.8..3.12
#    125  True False
#    125  b

# trace 3.13..
#      0  b
#    125  True True
