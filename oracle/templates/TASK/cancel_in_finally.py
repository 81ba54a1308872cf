"""Nested coroutines whose finally clauses await are cancelled at suspension {POINT} ({WINDOW})."""
# clause: TASK-18, TASK-19, TASK-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def innermost():
    try:
        await asyncio.sleep(0.125)
        log("innermost ends")
    finally:
        await asyncio.sleep(0)
        log("innermost has cleaned up")


async def middle():
    try:
        await innermost()
    except asyncio.CancelledError:
        log("middle catches")
        await asyncio.sleep(0.125)
        raise
    finally:
        await asyncio.sleep(0)
        log("middle has cleaned up")


async def victim():
    try:
        await middle()
    finally:
        log("victim leaves")
    await asyncio.sleep(0)
    return "victim"


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
