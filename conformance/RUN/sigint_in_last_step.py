"""SIGINT in the last step of main cancels it although it returns, and its result is lost."""
# clause: RUN-9, RUN-10
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    raise_signal("SIGINT")
    return "result"


try:
    log(asyncio.run(main()))
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.11..
#      0  KeyboardInterrupt
