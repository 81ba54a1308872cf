"""A run does not end when its last task does: it waits for whoever will queue something."""
# clause: READY-13
# level: defacto
# ops: tasks, threads
import asyncio
from scenario import log, pause, start_thread

loop = asyncio.new_event_loop()


async def job():
    log("the only task")


def look():
    log("tasks left:", len(asyncio.all_tasks()))


def elsewhere():
    pause(0.25)
    loop.call_soon_threadsafe(look)
    pause(0.25)
    loop.call_soon_threadsafe(loop.stop)


task = loop.create_task(job())
thread = start_thread(elsewhere)
loop.run_forever()
log("stopped")
thread.join()
loop.close()

# trace 3.8..
#      0  the only task
#    250  tasks left: 0
#    500  stopped
