"""What a left-over task raises in its clean-up is reported, and run returns as if nothing was."""
# clause: RUN-5
# level: defacto
# ops: handler, tasks
import asyncio
from scenario import log


def handler(loop, context):
    # the text is what tells this report from others
    log(context["message"])
    log(type(context["exception"]).__name__, context["task"] is made[0])


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError()


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    made.append(asyncio.create_task(job()))
    await asyncio.sleep(0)
    return "result"


made = []
log(asyncio.run(main()))

# trace 3.8..
#      0  unhandled exception during asyncio.run() shutdown
#      0  ValueError True
#      0  result
