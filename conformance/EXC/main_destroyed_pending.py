"""The task that run_until_complete makes of a coroutine is not reported when it is destroyed pending."""
# clause: EXC-13
# level: documented
# ops: futures, handler, tasks
import asyncio
from scenario import collect, log


async def main(loop):
    loop.stop()
    await loop.create_future()


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log("reported"))
try:
    loop.run_until_complete(main(loop))
except RuntimeError as error:
    log(type(error).__name__)
loop.close()
collect()
log("silent")

# trace 3.8..
#      0  RuntimeError
#      0  silent
