"""A task inside asynchronous with and for statements is cancelled at suspension {POINT} ({WINDOW})."""
# clause: TASK-18, TASK-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


class Resource:
    async def __aenter__(self):
        await asyncio.sleep(0)
        log("opened")
        return self

    async def __aexit__(self, kind, error, trace):
        log("closing after", kind.__name__ if kind else None)
        await asyncio.sleep(0.125)
        log("closed")


class Items:
    def __init__(self):
        self.count = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0.125)
        self.count += 1
        if self.count == 3:
            raise StopAsyncIteration
        return self.count


async def victim():
    async with Resource():
        async for item in Items():
            log("item", item)
        else:
            log("no more")
    await asyncio.sleep(0)
    return "victim"


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
