"""wait_for asks the predicate after each notification, holding the lock, and returns its first true value."""
# clause: COND-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    def predicate():
        log("asked", condition.locked(), values)
        return values and values[-1]

    async with condition:
        log(await condition.wait_for(predicate))


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    for value in (0, "", "value"):
        await asyncio.sleep(0.125)
        async with condition:
            values.append(value)
            condition.notify()
    await task


values = []
asyncio.run(main())

# trace 3.8..
#      0  asked True []
#    125  asked True [0]
#    250  asked True [0, '']
#    375  asked True [0, '', 'value']
#    375  value
