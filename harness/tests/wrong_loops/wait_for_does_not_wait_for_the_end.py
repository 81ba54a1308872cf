"""wait_for() raises TimeoutError without waiting until what it cancelled has ended."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("WFOR/cancel_of_caller", "WFOR/exception_on_cancel")
wait_of_asyncio = asyncio.wait


async def wait_for(awaitable, timeout):
    inner = asyncio.ensure_future(awaitable)
    try:
        await wait_of_asyncio([inner], timeout=timeout)
    except asyncio.CancelledError:
        inner.cancel()
        raise
    if not inner.done():
        inner.cancel()
        raise asyncio.TimeoutError
    return inner.result()


parts.replace("wait_for", wait_for)
new_event_loop = asyncio.SelectorEventLoop
