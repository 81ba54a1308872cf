"""A task that cancels itself and then awaits another loop's future is given CancelledError, and the future is left alone."""
# clause: TASK-20, TASK-11
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

other = asyncio.new_event_loop()
future = other.create_future()


async def main():
    asyncio.current_task().cancel()
    try:
        await future
    except (RuntimeError, asyncio.CancelledError) as error:
        log(type(error).__name__, future.cancelled())


asyncio.run(main())
other.close()

# trace 3.8..
#      0  CancelledError False
