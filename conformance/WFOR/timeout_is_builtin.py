"""The exception raised is asyncio.TimeoutError, which is the builtin from 3.11."""
# clause: WFOR-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.125)
    except asyncio.TimeoutError as error:
        log(type(error) is asyncio.TimeoutError, isinstance(error, TimeoutError), error.args)


asyncio.run(main())

# trace 3.8..3.10
#    125  True False ()

# trace 3.11..
#    125  True True ()
