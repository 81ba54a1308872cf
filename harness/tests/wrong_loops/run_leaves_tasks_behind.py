"""run() ends without cancelling the tasks that are left."""
import asyncio
import asyncio.runners

CASE = ""
CAUGHT_BY = ("RUN/leftover_is_cancelled", "RUN/clean_up_in_order")

asyncio.runners._cancel_all_tasks = lambda loop: None
new_event_loop = asyncio.SelectorEventLoop
