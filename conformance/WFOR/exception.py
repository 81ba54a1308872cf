"""An exception in time is raised as it is."""
# clause: WFOR-1
# level: documented
# ops: tasks
import asyncio
from scenario import log

given = ValueError()


async def fail():
    await asyncio.sleep(0.25)
    raise given


async def main():
    try:
        await asyncio.wait_for(fail(), 0.5)
    except ValueError as error:
        log(error is given)


asyncio.run(main())

# trace 3.8..
#    250  True
