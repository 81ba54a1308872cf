"""From 3.13 a waiter that is cancelled unnotified wakes up another one, whose wait returns True though nobody notified."""
# clause: COND-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, condition):
    async with condition:
        log(name, await condition.wait())


async def main():
    condition = asyncio.Condition()
    one = asyncio.create_task(job("a", condition))
    two = asyncio.create_task(job("b", condition))
    await asyncio.sleep(0)
    one.cancel()
    await asyncio.sleep(0.125)
    log(one.cancelled(), two.done())
    async with condition:
        condition.notify()
    await two


asyncio.run(main())

# trace 3.8..3.12
#    125  True False
#    125  b True

# trace 3.13..
#      0  b True
#    125  True True
