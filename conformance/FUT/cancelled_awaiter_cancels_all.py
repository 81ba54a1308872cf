"""Cancelling one task that awaits a plain future cancels the future and all who await it."""
# clause: FUT-12
# level: defacto
# ops: futures, tasks
# divergence: TASK-15
import asyncio
from scenario import log


async def waiter(name, future):
    try:
        await future
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda done: log("callback", done.cancelled()))
    tasks = [asyncio.create_task(waiter(name, future)) for name in ("a", "b", "c")]
    await asyncio.sleep(0)
    log(tasks[1].cancel())
    log(future.cancelled(), [task.done() for task in tasks])
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks])


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True [False, False, False]
#      0  callback True
#      0  a cancelled
#      0  b cancelled
#      0  c cancelled
#      0  [True, True, True]
