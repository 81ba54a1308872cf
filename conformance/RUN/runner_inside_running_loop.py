"""Runner.run inside a running loop is refused."""
# clause: RUN-2, RUN-13
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def inner():
    log("never")


async def main():
    coroutine = inner()
    try:
        runner.run(coroutine)
    except RuntimeError as error:
        log(type(error).__name__)
    coroutine.close()


with asyncio.Runner() as runner:
    runner.run(main())

# trace 3.11..
#      0  RuntimeError
