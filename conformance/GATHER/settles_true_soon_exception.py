"""A child of gather ends by exception soon (return_exceptions=True)."""
# generated: from oracle/templates/GATHER/settles.py, COLLECT=True, WHEN=soon, OUTCOME=exception
# clause: GATHER-12, GATHER-5, GATHER-7, GATHER-8, GATHER-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

COLLECT = True
WHEN = "soon"
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


async def main():
    loop = asyncio.get_running_loop()
    future = prepare(loop)
    other = asyncio.create_task(asyncio.sleep(0.25, "other"))
    try:
        outer = asyncio.gather(future, other, return_exceptions=COLLECT)
        log("gathered", [show(value) for value in await outer])
    except BaseException as error:
        log("raised", type(error).__name__, outer.cancelled(), other.done())
    log("other", await other)
    await asyncio.sleep(0.25)


asyncio.run(main())

# trace 3.8..
#      0  exception
#      0  pass 1
#      0  pass 2
#      0  pass 3
#      0  pass 4
#      0  pass 5
#    250  gathered ['LookupError', 'other']
#    250  other other
