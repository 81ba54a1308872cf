"""What a factory raises leaves run, and the coroutine stays as it is."""
# clause: RUN-14
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


def factory():
    raise ValueError()


async def main():
    log("never")


coroutine = main()
try:
    asyncio.run(coroutine, loop_factory=factory)
except ValueError as error:
    log(type(error).__name__)
coroutine.close()

# trace 3.12..
#      0  ValueError
