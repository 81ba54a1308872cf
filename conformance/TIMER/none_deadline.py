"""A deadline of None is refused: by an assertion up to 3.10, by a TypeError from 3.11."""
# clause: TIMER-14
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
try:
    loop.call_at(None, log, "never")
except Exception as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..3.10
#      0  AssertionError

# trace 3.11..
#      0  TypeError
