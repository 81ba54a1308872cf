"""A Runner that is closed before its first use has made no loop, and can still be used."""
# clause: RUN-21
# level: detail
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    return "result"


runner = asyncio.Runner()
runner.close()
log(runner.run(main()))
runner.close()

# trace 3.11..
#      0  result
