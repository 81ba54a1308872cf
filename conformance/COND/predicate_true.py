"""wait_for of a predicate that is true returns its value without suspending or giving up the lock."""
# clause: COND-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    condition = asyncio.Condition()
    asyncio.get_running_loop().call_soon(log, "tick")
    async with condition:
        log(await condition.wait_for(lambda: "value"), condition.locked())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  value True
#      0  tick
