"""sleep(0) returns at once, without a turn for anybody else."""
import asyncio

import wrong_loops.parts as parts

CASE = "SCHED-17"
CAUGHT_BY = ("SLEEP/zero",)
sleep_of_asyncio = asyncio.sleep


async def sleep(delay, result=None):
    if delay <= 0:
        return result
    return await sleep_of_asyncio(delay, result)


parts.replace("sleep", sleep)
new_event_loop = asyncio.SelectorEventLoop
