"""An exception of the job becomes that of the future; the loop's handler is not told."""
# clause: THR-6
# level: documented
# ops: executor, futures, handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
given = ValueError("given")


def job():
    raise given


loop.set_exception_handler(lambda which, context: log("handler called"))
try:
    loop.run_until_complete(loop.run_in_executor(None, job))
except ValueError as error:
    log(type(error).__name__, error is given)
loop.close()

# trace 3.8..
#      0  ValueError True
