"""Cancelling the shield cancels what is behind it."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("SHLD/cancel_of_awaiter", "SHLD/cancel_of_outer")


def shield(awaitable):
    return asyncio.ensure_future(awaitable)


parts.replace("shield", shield)
new_event_loop = asyncio.SelectorEventLoop
