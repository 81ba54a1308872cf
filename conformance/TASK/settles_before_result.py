"""A task and one that awaits it go on after a future that ends by result before."""
# generated: from oracle/templates/TASK/settles.py, WHEN=before, OUTCOME=result
# clause: TASK-5, TASK-4
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "before"
OUTCOME = "result"


def prepare(loop):
    """A future that is completed WHEN it is said, with that OUTCOME."""
    future = loop.create_future()
    if WHEN == "before":
        complete(loop, future)
    elif WHEN == "soon":
        loop.call_soon(complete, loop, future)
    else:
        loop.call_later(0.125 if WHEN == "later" else 0.25, complete, loop, future)
    return future


def complete(loop, future):
    loop.call_soon(hop, loop, 1)
    if future.done():
        log("completed already")
    elif OUTCOME == "result":
        future.set_result("result")
    elif OUTCOME == "exception":
        future.set_exception(LookupError())
    else:
        future.cancel()
    log(OUTCOME)


def hop(loop, count):
    """Tells the passes after the completion apart."""
    log("pass", count)
    if count < 5:
        loop.call_soon(hop, loop, count + 1)


def show(value):
    return type(value).__name__ if isinstance(value, BaseException) else value


async def inner(future):
    try:
        return await future
    finally:
        log("inner goes on")


async def main():
    task = asyncio.create_task(inner(prepare(asyncio.get_running_loop())))
    try:
        log("got", await task)
    except BaseException as error:
        log("raised", type(error).__name__, task.cancelled())
    await asyncio.sleep(0.25)


asyncio.run(main())

# trace 3.8..
#      0  result
#      0  pass 1
#      0  inner goes on
#      0  pass 2
#      0  got result
#      0  pass 3
#      0  pass 4
#      0  pass 5
