"""A run that raised leaves its Runner usable, and its tasks alone."""
# clause: RUN-13
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main(fails):
    await asyncio.sleep(0.125)
    if fails:
        raise ValueError()
    return "result"


with asyncio.Runner() as runner:
    try:
        runner.run(main(True))
    except ValueError as error:
        log(type(error).__name__)
    log(runner.run(main(False)))

# trace 3.11..
#    125  ValueError
#    250  result
