"""The outer future raises the very exception of what is shielded."""
# clause: SHLD-6
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
        await asyncio.shield(fail())
    except ValueError as error:
        log(error is given)


asyncio.run(main())

# trace 3.8..
#    250  True
