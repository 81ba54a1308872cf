"""Three sleeps of one deadline go on in the order of the calls, and no longer where a later sleep waits, too."""
# clause: SLEEP-6
# level: undefined
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    await asyncio.sleep(1)
    log(name)


async def main():
    await asyncio.gather(child(1), child(2), child(3))
    log("again, with a later sleep")
    await asyncio.gather(child(1), child(2), child(3), asyncio.sleep(2))


asyncio.run(main())

# trace 3.8..
#   1000  1
#   1000  2
#   1000  3
#   1000  again, with a later sleep
#   2000  1
#   2000  3
#   2000  2
