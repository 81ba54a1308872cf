"""The time of a sleep runs from its call, also if the loop was busy before."""
# clause: SLEEP-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log, pause


async def main():
    pause(0.25)
    await asyncio.sleep(0.125)
    log("awake")


asyncio.run(main())

# trace 3.8..
#    375  awake
