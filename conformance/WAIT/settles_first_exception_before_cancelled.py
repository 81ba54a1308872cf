"""One of two futures that are waited for until FIRST_EXCEPTION ends by cancelled before."""
# generated: from oracle/templates/WAIT/settles.py, MODE=FIRST_EXCEPTION, WHEN=before, OUTCOME=cancelled
# clause: WAIT-5, WAIT-7, WAIT-8
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log

MODE = "FIRST_EXCEPTION"
WHEN = "before"
OUTCOME = "cancelled"


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
    future = prepare(asyncio.get_running_loop())
    other = asyncio.create_task(asyncio.sleep(0.25, "other"))
    done, pending = await asyncio.wait([future, other], return_when=MODE)
    log("future", future in done, "other", other in done, "pending", len(pending))
    if not future.cancelled():
        log(future.exception() is None)
    log(await other)
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  cancelled
#      0  pass 1
#      0  pass 2
#      0  pass 3
#      0  pass 4
#      0  pass 5
#    250  future True other True pending 0
#    250  other
