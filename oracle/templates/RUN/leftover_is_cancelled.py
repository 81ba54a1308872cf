"""Main ends while another task is at suspension {POINT} ({WINDOW}), and run sees that one to its end."""
# clause: RUN-5, RUN-7, RUN-4
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken"


# insert: driven.py


def cancel(task):
    log("main may end")
    ended[0].set_result(None)


async def other():
    try:
        await asyncio.sleep(0.125)
        log("slept")
        await asyncio.sleep(0)
        await asyncio.sleep(0.25)
    except asyncio.CancelledError:
        log("cancelled")
        await asyncio.sleep(0.125)
        log("cleaned up")
        raise
    finally:
        await asyncio.sleep(0)
        log("ends")


async def main():
    ended.append(asyncio.get_running_loop().create_future())
    kept.append(asyncio.create_task(driven(other())))
    await asyncio.wait([ended[0]], timeout=4)
    log("main ends")


ended = []
kept = []


asyncio.run(main())
