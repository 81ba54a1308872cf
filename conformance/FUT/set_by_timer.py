"""A task that awaits a future which a timer sets resumes in the pass after the timer."""
# clause: FUT-10
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def fire():
        future.set_result("set by timer")
        loop.call_soon(log, "queued by timer")

    loop.call_later(0.125, fire)
    log(await future)


asyncio.run(main())

# trace 3.8..
#    125  set by timer
#    125  queued by timer
