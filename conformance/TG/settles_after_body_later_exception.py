"""The child of a task group ends by exception later, after the body."""
# generated: from oracle/templates/TG/settles_after_body.py, WHEN=later, OUTCOME=exception
# clause: TG-13, TG-1, TG-2
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "later"
OUTCOME = "exception"


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
    except BaseException as error:
        log(type(error).__name__, [show(one) for one in error.exceptions])
    log("left", made.done(), made.cancelled(), task.cancelling())
    await asyncio.sleep(0.25)


asyncio.run(main())

# trace 3.11..3.12
#    125  exception
#    125  pass 1
#    125  pass 2
#    125  pass 3
#    125  ExceptionGroup ['LookupError']
#    125  left True False 1
#    125  pass 4
#    125  pass 5

# trace 3.13..
#    125  exception
#    125  pass 1
#    125  pass 2
#    125  pass 3
#    125  ExceptionGroup ['LookupError']
#    125  left True False 0
#    125  pass 4
#    125  pass 5
