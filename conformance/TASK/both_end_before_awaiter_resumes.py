"""Two tasks whose sleeps end together have both ended when the one that awaits the first goes on."""
# clause: TASK-5, TASK-1, TASK-4
# level: defacto
# ops: tasks
# Which of two equal deadlines comes first is left open (TIMER-6).
import asyncio
from scenario import log


async def greet(name):
    log("hello", name)
    await asyncio.sleep(1)
    log("goodbye", name, group="tie")


async def main():
    loop = asyncio.get_running_loop()
    one = asyncio.create_task(greet("one"))
    two = asyncio.create_task(greet("two"))
    log("created")
    await one
    log("the first is awaited; is the second done?", two.done())
    loop.call_soon(log, "queued before the second await")
    await two
    log("the second is awaited")
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  created
#      0  hello one
#      0  hello two
#   1000 ~tie  goodbye one
#   1000 ~tie  goodbye two
#   1000  the first is awaited; is the second done? True
#   1000  the second is awaited
#   1000  queued before the second await
