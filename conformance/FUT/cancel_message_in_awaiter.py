"""The message of a future's cancel reaches the task that awaits it."""
# clause: FUT-15
# level: documented
# needs: 3.9
# ops: futures, tasks
import asyncio
from scenario import log


async def waiter(future):
    try:
        await future
    except asyncio.CancelledError as error:
        log(error.args)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(future)) for number in range(2)]
    await asyncio.sleep(0)
    future.cancel("why")
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.9..
#      0  ('why',)
#      0  ('why',)
