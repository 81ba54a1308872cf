"""Three tasks that yield a different number of times take turns until they end."""
# clause: TASK-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, hops):
    for hop in range(hops):
        log(name, hop)
        await asyncio.sleep(0)
    log(name, "ends")


async def main():
    await asyncio.wait([asyncio.create_task(job(name, hops))
                        for name, hops in (("a", 1), ("b", 3), ("c", 2))])
    log("main")


asyncio.run(main())

# trace 3.8..
#      0  a 0
#      0  b 0
#      0  c 0
#      0  a ends
#      0  b 1
#      0  c 1
#      0  b 2
#      0  c ends
#      0  b ends
#      0  main
