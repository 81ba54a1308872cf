"""With return_exceptions the CancelledError of a future has the message of its cancellation, and that of a task has none."""
# clause: GATHER-9
# level: detail
# needs: 3.9
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.sleep(5))
    outer = asyncio.gather(future, task, return_exceptions=True)
    await asyncio.sleep(0)
    future.cancel("message")
    task.cancel("message")
    first, second = await outer
    log(first.args, second.args)


asyncio.run(main())

# trace 3.9..
#      0  ('message',) ('',)
