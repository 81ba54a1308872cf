"""What is neither future nor coroutine is refused."""
# clause: WAIT-11
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        await asyncio.wait([1])
    except (TypeError, AttributeError):
        log("refused")
    try:
        await asyncio.wait(None)
    except (TypeError, ValueError):
        log("refused")


asyncio.run(main())

# trace 3.8..
#      0  refused
#      0  refused
