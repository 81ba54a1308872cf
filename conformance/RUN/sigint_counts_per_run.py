"""Each run of a Runner counts from the start: its first SIGINT cancels main again."""
# clause: RUN-11, RUN-13
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
        return "swallowed"


with asyncio.Runner() as runner:
    log(runner.run(main()))
    log(runner.run(main()))

# trace 3.11..
#      0  swallowed
#      0  swallowed
