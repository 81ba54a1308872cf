"""Of several cancels a new CancelledError without message is raised up to 3.12, and the latest one with its own from 3.13."""
# clause: COND-6
# level: defacto
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError as error:
            log(error.args)
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    async with condition:
        for message in ("first", "second", "third"):
            task.cancel(message)
            await asyncio.sleep(0.125)
    await asyncio.wait([task])


asyncio.run(main())

# trace 3.9..3.12
#    375  ()

# trace 3.13..
#    375  ('third',)
