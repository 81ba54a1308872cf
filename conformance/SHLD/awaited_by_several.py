"""One task may be shielded several times, each with an outer future of its own."""
# clause: SHLD-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def wait_for_it(name, task):
    log(name, await asyncio.shield(task))


async def main():
    task = asyncio.create_task(asyncio.sleep(0.25, "result"))
    first = asyncio.create_task(wait_for_it("first", task))
    second = asyncio.create_task(wait_for_it("second", task))
    await asyncio.sleep(0.125)
    first.cancel()
    await second
    log(first.cancelled())


asyncio.run(main())

# trace 3.8..
#    250  second result
#    250  True
