"""If a timeout expires in the pass in which a child of the group in it fails, the errors win and nothing is left of the timeout."""
# clause: TG-10
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def fail(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.25, future.set_exception, ValueError())
    try:
        async with asyncio.timeout(0.375) as block:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail(future))
                await asyncio.sleep(5)
    except (TimeoutError, ExceptionGroup, asyncio.CancelledError) as error:
        log(type(error).__name__, block.expired(), asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(0)
        log("goes on")
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.11..
#    625  ExceptionGroup True 0
#    625  goes on
