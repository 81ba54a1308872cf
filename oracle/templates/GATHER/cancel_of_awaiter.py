"""A task that gathers two children is cancelled at suspension {POINT} ({WINDOW})."""
# clause: GATHER-10
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def child(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log(name, "is cancelled")
        await asyncio.sleep(0)
        if name == "stubborn":
            return name
        raise
    log(name, "ends")
    return name


async def victim():
    try:
        log(await asyncio.gather(child("quick", 0.125), child("stubborn", 0.25)))
    finally:
        log("gather is left")
    log(await asyncio.gather(asyncio.sleep(0, "one"), child("second", 0.125),
                             return_exceptions=True))


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
