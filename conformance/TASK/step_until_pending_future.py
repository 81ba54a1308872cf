"""A step goes on through awaits until something is not done yet."""
# clause: TASK-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def give(value):
    return value


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result(2)
    pending = loop.create_future()
    loop.call_soon(pending.set_result, 3)
    loop.call_soon(log, "others")
    log(await give(1))
    log(await done)
    log(await pending)


asyncio.run(main())

# trace 3.8..
#      0  1
#      0  2
#      0  others
#      0  3
