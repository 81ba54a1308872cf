"""What the predicate raises leaves wait_for, with the lock held."""
# clause: COND-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    def predicate():
        if ready:
            raise ValueError()

    async with condition:
        try:
            await condition.wait_for(predicate)
        except ValueError as error:
            log(type(error).__name__, condition.locked())


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    async with condition:
        ready.append(True)
        condition.notify()
    await task


ready = []
asyncio.run(main())

# trace 3.8..
#      0  ValueError True
