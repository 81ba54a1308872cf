"""The only child of gather ends by cancelled later."""
# generated: from oracle/templates/GATHER/settles_alone.py, WHEN=later, OUTCOME=cancelled
# clause: GATHER-12, GATHER-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "later"
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
    try:
        log("gathered", await asyncio.gather(prepare(asyncio.get_running_loop())))
    except BaseException as error:
        log("raised", type(error).__name__)
    await asyncio.sleep(0.25)


asyncio.run(main())

# trace 3.8..
#    125  cancelled
#    125  pass 1
#    125  pass 2
#    125  raised CancelledError
#    125  pass 3
#    125  pass 4
#    125  pass 5
