"""A future in a timeout ends by result soon."""
# generated: from oracle/templates/TMO/settles.py, WHEN=soon, OUTCOME=result
# clause: TMO-1, TMO-2
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log, pause

WHEN = "soon"
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


async def main():
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    future = prepare(loop)
    if WHEN == "at the timeout":
        loop.call_soon(pause, 0.5)  # both are due in one pass,
        loop.call_soon(loop.call_soon, pause, 0)  # and it has no need to wait
    try:
        async with asyncio.timeout(0.375) as block:
            log("got", await future)
    except BaseException as error:
        log("raised", type(error).__name__)
    log("expired", block.expired(), "cancelling", task.cancelling(), "future", future.cancelled())
    await asyncio.sleep(0.25)


asyncio.run(main())

# trace 3.11..
#      0  result
#      0  pass 1
#      0  got result
#      0  expired False cancelling 0 future False
#      0  pass 2
#      0  pass 3
#      0  pass 4
#      0  pass 5
