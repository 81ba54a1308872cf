"""A reader that cancels a task does it in time, before a due timer that would have let it go on."""
# clause: TASK-18, READY-3
# level: defacto
# ops: readers, futures, tasks
import asyncio
from scenario import log, pause, socketpair


async def job(future):
    try:
        log(await future)
    except asyncio.CancelledError:
        log("cancelled")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(job(future))
    left, right = socketpair()

    def readable():
        log(left.recv(10))
        loop.remove_reader(left)
        task.cancel()

    def due():
        log("due", future.cancelled())

    await asyncio.sleep(0)
    loop.add_reader(left, readable)
    loop.call_later(0.125, due)
    right.send(b"x")
    pause(0.25)
    await asyncio.wait([task])
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#    250  b'x'
#    250  due True
#    250  cancelled
