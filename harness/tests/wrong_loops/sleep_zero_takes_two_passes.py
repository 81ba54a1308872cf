"""sleep(0) lets two passes go by."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("SLEEP/zero", "TASK/bare_yield_is_one_hop")
sleep_of_asyncio = asyncio.sleep


async def sleep(delay, result=None):
    if delay <= 0:
        await sleep_of_asyncio(0)
    return await sleep_of_asyncio(delay, result)


parts.replace("sleep", sleep)
new_event_loop = asyncio.SelectorEventLoop
