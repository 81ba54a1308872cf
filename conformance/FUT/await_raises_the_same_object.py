"""Every task that awaits a failed future is given the very exception that was set."""
# clause: FUT-18
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

given = ValueError("given")


async def waiter(future):
    try:
        await future
    except ValueError as error:
        log(error is given)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(future)) for number in range(2)]
    await asyncio.sleep(0)
    future.set_exception(given)
    for task in tasks:
        await task
    await waiter(future)


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True
#      0  True
