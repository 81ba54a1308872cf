"""One of three that wait for an event is cancelled at suspension {POINT} ({WINDOW})."""
# clause: EVT-2, EVT-3
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def wait(event, name, seconds):
    log(name, await event.wait(), event.is_set())
    await asyncio.sleep(seconds)
    log(name, await event.wait(), event.is_set())


def flash(event):
    event.set()
    event.clear()
    log("set and cleared")


async def main():
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    tasks = {"first": asyncio.create_task(wait(event, "first", 0.125)),
             "victim": asyncio.create_task(driven(wait(event, "victim", 0.25))),
             "third": asyncio.create_task(wait(event, "third", 0.375))}
    loop.call_later(0.125, flash, event)
    loop.call_later(0.75, event.set)
    await settle(tasks)


asyncio.run(main())
