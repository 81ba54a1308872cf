"""Each sleep of zero seconds takes one pass, and an await of something finished takes none."""
# clause: READY-20, SLEEP-1
# level: detail
# ops: tasks, polls
import asyncio
from scenario import log, polls


async def nothing():
    return "nothing"


async def main():
    before = polls()
    for _ in range(3):
        await asyncio.sleep(0)
        log("slept", polls() - before)
    log(await nothing(), polls() - before)
    log("a task of it", await asyncio.create_task(nothing()), polls() - before)
    log("gathered", await asyncio.gather(nothing(), nothing()), polls() - before)


asyncio.run(main())

# trace 3.8..
#      0  slept 1
#      0  slept 2
#      0  slept 3
#      0  nothing 3
#      0  a task of it nothing 5
#      0  gathered ['nothing', 'nothing'] 8
