"""A wait_for around a future that others complete is cancelled at suspension {POINT} ({WINDOW})."""
# clause: WFOR-7, WFOR-11
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def victim(future, event):
    try:
        log("gets", await asyncio.wait_for(future, 1))
    finally:
        log("future", future.done(), future.cancelled())
    log("gets", await asyncio.wait_for(event.wait(), None))


def complete(future):
    if not future.done():
        future.set_result("result")
    log("completed")


async def main():
    loop = asyncio.get_running_loop()
    future, event = loop.create_future(), asyncio.Event()
    loop.call_later(0.25, complete, future)
    loop.call_later(0.5, event.set)
    await settle({"victim": asyncio.create_task(driven(victim(future, event)))})
    log("future", future.cancelled(), "event", event.is_set())


asyncio.run(main())
