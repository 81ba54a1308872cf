"""The outer raises the very exception of the child."""
# clause: GATHER-5
# level: documented
# ops: tasks
import asyncio
from scenario import log

given = ValueError()


async def fail():
    raise given


async def main():
    outer = asyncio.gather(fail())
    try:
        await outer
    except ValueError as error:
        log(error is given, outer.exception() is given)


asyncio.run(main())

# trace 3.8..
#      0  True True
