"""A timeout block that expired leaves cancelling() one too high."""
import asyncio

NEEDS = (3, 11)
CASE = ""
CAUGHT_BY = ("TMO/count_after_expiry", "TMO/expires")
Timeout = getattr(asyncio, "Timeout", None)
leave = getattr(Timeout, "__aexit__", None)


async def leave_with_count(block, *raised):
    task = asyncio.current_task()
    before = task.cancelling()
    try:
        return await leave(block, *raised)
    finally:
        if task.cancelling() < before:
            task._num_cancels_requested += 1


if Timeout is not None:
    Timeout.__aexit__ = leave_with_count
new_event_loop = asyncio.SelectorEventLoop
