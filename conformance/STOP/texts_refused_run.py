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


loop.call_soon(attempt, loop.run_forever)
loop.call_soon(attempt, other.run_forever)
loop.call_later(0.125, loop.stop)
loop.run_forever()
other.close()
loop.close()
