"""The child of a task group ends by result later, while the body sleeps."""
# generated: from oracle/templates/TG/settles.py, WHEN=later, OUTCOME=result
# clause: TG-2, TG-4, TG-13
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "later"
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


async def child(future):
    return await future


async def main():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            made = group.create_task(child(prepare(asyncio.get_running_loop())))
            await asyncio.sleep(0)
            log("slept one hop")
            await asyncio.sleep(0.25)
            log("slept")
    except BaseException as error:
        log(type(error).__name__, [show(one) for one in error.exceptions])
    log("left", made.done(), made.cancelled(), task.cancelling())
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.11..
#      0  slept one hop
#    125  result
#    125  pass 1
#    125  pass 2
#    125  pass 3
#    125  pass 4
#    125  pass 5
#    250  slept
#    250  left True False 0
