"""The exception of the task that run_until_complete made is not reported after it left the run."""
# clause: STOP-13
# level: detail
# ops: futures, handler, tasks
import asyncio
from scenario import collect, log


async def main():
    raise SystemExit


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log("reported", context["message"]))
try:
    loop.run_until_complete(main())
except SystemExit as error:
    log(type(error).__name__)
collect()
loop.close()
log("silent")

# trace 3.8..
#      0  SystemExit
#      0  silent
