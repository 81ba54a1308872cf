"""Runner.run refuses what run refuses, and can be used again."""
# clause: RUN-3
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    return "result"


with asyncio.Runner() as runner:
    try:
        runner.run(main)
    except (TypeError, ValueError) as error:
        log(type(error).__name__)
    log(runner.run(main()))

# trace 3.11..3.13
#      0  ValueError
#      0  result

# trace 3.14..
#      0  TypeError
#      0  result
