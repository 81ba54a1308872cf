"""A future of another loop that is done already can be awaited."""
# clause: TASK-11
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

other = asyncio.new_event_loop()
future = other.create_future()
future.set_result("result")


async def main():
    log(await future)


asyncio.run(main())
other.close()

# trace 3.8..
#      0  result
