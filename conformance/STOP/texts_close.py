"""What the refusal to close a running loop says, and what a closed loop says to everything."""
# clause: STOP-24
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def attempt(function, *args):
    try:
        function(*args)
    except RuntimeError as error:
        log(error)  # the text is the clause


loop.call_soon(attempt, loop.close)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
attempt(loop.call_soon, log)
attempt(loop.run_forever)

# trace 3.8..
#      0  Cannot close a running event loop
#      0  Event loop is closed
#      0  Event loop is closed
