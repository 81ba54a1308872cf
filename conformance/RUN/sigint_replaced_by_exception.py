"""Where main raises something else after SIGINT, run raises that."""
# clause: RUN-9, RUN-10
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    raise_signal("SIGINT")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError()


try:
    asyncio.run(main())
except ValueError as error:
    log(type(error).__name__, type(error.__context__).__name__)

# trace 3.11..
#      0  ValueError CancelledError
