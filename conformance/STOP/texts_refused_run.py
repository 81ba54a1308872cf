"""What the two refusals to run say."""
# clause: STOP-24
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()


def attempt(run):
    try:
        run()
    except RuntimeError as error:
        log(error)  # the text is the clause


for run in (loop.run_forever, other.run_forever):
    loop.call_soon(attempt, run)
    loop.call_soon(loop.stop)
    loop.run_forever()
other.close()
loop.close()

# trace 3.8..
#      0  This event loop is already running
#      0  Cannot run the event loop while another loop is running
