"""Between the runs of a Runner SIGINT raises KeyboardInterrupt."""
# clause: RUN-12, RUN-13
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    await asyncio.sleep(0.125)
    return "result"


with asyncio.Runner() as runner:
    log(runner.run(main()))
    try:
        raise_signal("SIGINT")
    except KeyboardInterrupt as error:
        log(type(error).__name__)
    log(runner.run(main()))

# trace 3.11..
#    125  result
#    125  KeyboardInterrupt
#    250  result
