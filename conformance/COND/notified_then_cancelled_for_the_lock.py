"""The same holds for a notified waiter that is cancelled while it waits for the lock."""
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
        await asyncio.sleep(0.125)
        one.cancel()
        await asyncio.sleep(0.125)
    await asyncio.sleep(0.125)
    log(one.cancelled(), two.done())
    async with condition:
        condition.notify()
    await two


asyncio.run(main())

# trace 3.8..3.12
#    375  True False
#    375  b

# trace 3.13..
#    250  b
#    375  True True
