"""Cancelling gather() cancels its first child and leaves the others."""
import asyncio

import wrong_loops.parts as parts

CASE = "TASK-11"
CAUGHT_BY = ("GATHER/cancel_cancels_children", "GATHER/cancel_with_return_exceptions")
gather_of_asyncio = asyncio.gather


def gather(*awaitables, return_exceptions=False):
    outer = gather_of_asyncio(*awaitables, return_exceptions=return_exceptions)
    if hasattr(outer, "_children"):
        outer._children = outer._children[:1]
    return outer


parts.replace("gather", gather)
new_event_loop = asyncio.SelectorEventLoop
