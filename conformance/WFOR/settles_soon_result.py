"""A future under wait_for ends by result soon."""
# generated: from oracle/templates/WFOR/settles.py, WHEN=soon, OUTCOME=result
# clause: WFOR-1, WFOR-8, WFOR-10, WFOR-12
# level: documented
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
    loop = asyncio.get_running_loop()
    future = prepare(loop)
    if WHEN == "at the timeout":
        loop.call_soon(pause, 0.5)  # both are due in one pass,
        loop.call_soon(loop.call_soon, pause, 0)  # and it has no need to wait
    try:
        log("got", await asyncio.wait_for(future, 0.375))
    except BaseException as error:
        log("raised", type(error).__name__)
    log("cancelled", future.cancelled())
    await asyncio.sleep(0.25)


asyncio.run(main())

# trace 3.8..3.11
#      0  result
#      0  pass 1
#      0  pass 2
#      0  got result
#      0  cancelled False
#      0  pass 3
#      0  pass 4
#      0  pass 5

# trace 3.12..
#      0  result
#      0  pass 1
#      0  got result
#      0  cancelled False
#      0  pass 2
#      0  pass 3
#      0  pass 4
#      0  pass 5
