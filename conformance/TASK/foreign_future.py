"""Awaiting a pending future of another loop raises RuntimeError, one hop later."""
# clause: TASK-11
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

other = asyncio.new_event_loop()
future = other.create_future()


async def main():
    asyncio.get_running_loop().call_soon(log, "queued")
    try:
        await future
    except RuntimeError as error:
        # The text is the clause, after the reprs of task and future.
        log("attached to a different loop" in str(error))


asyncio.run(main())
log(future.done())
other.close()

# trace 3.8..
#      0  queued
#      0  True
#      0  False
