"""While a loop runs, asyncio.run works in another thread."""
# clause: THR-19
# level: documented
# ops: executor, tasks
import asyncio
from scenario import log


async def inner(outer):
    log(asyncio.get_running_loop() is outer)
    await asyncio.sleep(0.125)
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    log(await loop.run_in_executor(None, lambda: asyncio.run(inner(loop))))
    log(asyncio.get_running_loop() is loop)


asyncio.run(main())

# trace 3.8..
#      0  False
#    125  result
#    125  True
