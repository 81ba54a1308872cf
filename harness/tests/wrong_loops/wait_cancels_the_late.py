"""wait() cancels what is not done when its time is over."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("WAIT/timeout", "WAIT/first_completed")
wait_of_asyncio = asyncio.wait


async def wait(awaitables, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    done, pending = await wait_of_asyncio(awaitables, timeout=timeout, return_when=return_when)
    for late in pending:
        late.cancel()
    return done, pending


parts.replace("wait", wait)
new_event_loop = asyncio.SelectorEventLoop
