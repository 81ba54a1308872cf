"""run raises what main raised, not what a left-over task raises."""
# clause: RUN-5
# level: defacto
# ops: handler, tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError()


async def main():
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: log("reported", type(context["exception"]).__name__))
    asyncio.create_task(job())
    await asyncio.sleep(0)
    raise KeyError()


try:
    asyncio.run(main())
except KeyError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  reported ValueError
#      0  KeyError
