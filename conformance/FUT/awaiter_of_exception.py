"""An exception resumes all who await the future, each where it waits."""
# clause: FUT-10, FUT-18
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def waiter(name, future):
    try:
        await future
    except ValueError as error:
        log(name, error is given)


given = ValueError()


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in ("a", "b")]
    loop.call_later(0.125, future.set_exception, given)
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.8..
#    125  a True
#    125  b True
