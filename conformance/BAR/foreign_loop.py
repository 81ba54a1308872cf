"""A barrier that made tasks of one loop wait is refused on another."""
# clause: LOCK-8
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def first():
    try:
        await asyncio.wait_for(barrier.wait(), 0.125)
    except TimeoutError:
        log("gave up")


async def second():
    try:
        await barrier.wait()
    except RuntimeError as error:
        log(type(error).__name__)


barrier = asyncio.Barrier(2)
asyncio.run(first())
asyncio.run(second())

# trace 3.11..
#    125  gave up
#    125  RuntimeError
