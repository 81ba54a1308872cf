"""After run SIGINT raises KeyboardInterrupt as before."""
# clause: RUN-12
# level: documented
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    await asyncio.sleep(0.125)


asyncio.run(main())
try:
    raise_signal("SIGINT")
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.8..
#    125  KeyboardInterrupt
