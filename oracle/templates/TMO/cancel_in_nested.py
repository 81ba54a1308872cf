"""A task in two nested timeouts is cancelled at suspension {POINT} ({WINDOW})."""
# clause: TMO-6, TMO-5, TMO-1
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def victim():
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(0.25) as inner:
                    await asyncio.sleep(0)
                    await asyncio.sleep(0.5)
            except TimeoutError:
                log("inner expired", inner.expired(), task.cancelling())
            await asyncio.sleep(0.125)
            await asyncio.sleep(2)
    except TimeoutError:
        log("outer expired", outer.expired(), task.cancelling())
        await asyncio.sleep(0)
    finally:
        log(inner.expired(), outer.expired(), task.cancelling())


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
