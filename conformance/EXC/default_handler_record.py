"""The default handler logs one error: the message, then the other keys sorted by name."""
# clause: EXC-5
# level: defacto
# ops: handler
import asyncio
from scenario import capture_logging, log

capture_logging(log)
loop = asyncio.new_event_loop()
loop.call_exception_handler({"zeta": 1, "message": "the message", "alpha": "two"})
loop.close()

# trace 3.8..
#      0  ERROR the message\nalpha: 'two'\nzeta: 1
